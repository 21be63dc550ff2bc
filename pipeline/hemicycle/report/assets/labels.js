// The words of the page, in the reader's language.

const LABELS = JSON.parse(byId("labels").textContent);
let language = (navigator.language || "").toLowerCase().startsWith("fr") ? "fr" : "en";

// A label: t("figures"), t("count", {n: 3}).
function t(name, values) {
  let text = LABELS[language].page[name] ?? name;
  for (const [key, value] of Object.entries(values || {})) text = text.replace(`{${key}}`, value);
  return text;
}

// The label of a table, a column or a value, or its own name where there is none.
const label = (kind, name) => LABELS[language][kind][name] ?? name.replaceAll("_", " ");
const columnLabel = (name) => label("columns", name);
const tableLabel = (name) => label("tables", name);
const valueLabel = (column, value) => LABELS[language].values[column]?.[value] ?? value;

function number(value, options) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 4, ...options }).format(value);
}

const percent = (value) => number(value, { style: "percent", maximumFractionDigits: 1 });
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

// What a row says, in one line of labels and values.
function rowText(table, row) {
  return table.columns
    .filter((column) => !HIDDEN.has(column.name))
    .map((column) => [columnLabel(column.name), cellText(column, table.cell(row, column.name))])
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name} : ${value}`)
    .join("\n");
}

function relabel() {
  document.documentElement.lang = language;
  byId("language").value = language;
  for (const element of document.querySelectorAll("[data-label]"))
    element.textContent = t(element.dataset.label);
}

// Columns that are for programs.
const HIDDEN = new Set([
  "person_id", "speaker_id", "speaker_start_char", "measure_start_char", "date_start_char", "sha256", "source_id",
  "evidence_chars",
]);
