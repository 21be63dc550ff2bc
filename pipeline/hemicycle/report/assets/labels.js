// The words of the page, in the reader's language.

const LABELS = JSON.parse(byId("labels").textContent);
const READERS = (navigator.language || "").toLowerCase().startsWith("fr") ? "fr" : "en";
let language = READERS;

// A label: t("figures"), t("rows", {n: 3}). Of "{n} line[|s]" the second form is for numbers of which the
// language speaks in the plural.
function t(name, values) {
  let text = LABELS[language].page[name] ?? name;
  if (typeof values?.n === "number")
    text = text.replace(/\[([^\]|]*)\|([^\]]*)\]/g, (_, one, other) =>
      plural().select(values.n) === "one" ? one : other,
    );
  for (const [key, value] of Object.entries(values || {}))
    text = text.replace(`{${key}}`, () => (typeof value === "number" ? number(value) : value));
  return text;
}

const plural = () => new Intl.PluralRules(language);

// The label of a table, a column or a value, or its own name where there is none.
const label = (kind, name) => LABELS[language][kind][name] ?? name.replaceAll("_", " ");
const columnLabel = (name) => label("columns", name);
const tableLabel = (name) => label("tables", name);

// Columns whose values have their names under another one.
const NAMED_AS = { per: "unit_of_time", unit: "unit_of_time" };

function valueLabel(column, value) {
  const names = LABELS[language].values[column.endsWith("_from") ? "found_in" : (NAMED_AS[column] ?? column)];
  return names?.[value] ?? codeLabel(column, value) ?? value;
}

// Countries and languages, by their codes.
function codeLabel(column, value) {
  const type = { country: "region", language: "language" }[column];
  return type && /^[A-Za-z]{2}$/.test(value) ? new Intl.DisplayNames(language, { type }).of(value) : null;
}

function number(value, options) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 4, ...options }).format(value);
}

const percent = (value) => number(value, { style: "percent", maximumFractionDigits: 1 });
// Shares below one in a hundred would all look alike with one decimal.
const share = (value) => number(value, { style: "percent", maximumFractionDigits: value < 0.01 ? 2 : 1 });
const compact = (value) => number(value, { notation: "compact", maximumFractionDigits: 1 });

function day(iso) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso || "");
  if (!found) return iso || "";
  const date = new Date(Date.UTC(+found[1], found[2] - 1, +found[3]));
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(date);
}

function month(iso) {
  const date = new Date(`${iso}-15T00:00:00Z`);
  const options = { month: "short", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(language, options).format(date);
}

function cellText(column, value) {
  if (value === null || value === "") return "";
  if (column.type === "date") return day(value);
  if (typeof value === "number") return number(value);
  return valueLabel(column.name, value);
}

// What a column means, in the language of the page.
const describedColumn = (column) => column.description[language];

// What a row says, in one line of labels and values.
function rowText(table, row) {
  return table.columns
    .filter((column) => !HIDDEN.has(column.name))
    .map((column) => [
      columnLabel(column.name),
      corrections.wanted(table, row, column.name) ?? cellText(column, table.cell(row, column.name)),
    ])
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name} : ${value}`)
    .join("\n");
}

function relabel() {
  document.documentElement.lang = language;
  byId("language").value = language;
  for (const element of document.querySelectorAll("[data-label]")) element.textContent = t(element.dataset.label);
}
