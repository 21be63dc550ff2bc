// CSV as the files of the run have it (outputs/csvfiles.py): no spreadsheet runs a part of a cell.

const UNSEEN = new RegExp('[\\s"\\u001c-\\u001f\\u0085\\u200b-\\u200f\\u2060\\ufeff]');
const BREAKS = new Set("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029");
const SEPARATORS = new Set(",;|");

// Whether a sign may become the first of a cell, apart from the apostrophes before it.
function mayBegin(cell, place) {
  while (place && cell[place - 1] === "'") place -= 1;
  while (place && UNSEEN.test(cell[place - 1])) {
    place -= 1;
    if (BREAKS.has(cell[place])) return true;
  }
  return !place || SEPARATORS.has(cell[place - 1]);
}

function shield(cell) {
  const guarded = cell.replace(/[=+@＝＋－＠-]/g, (sign, place) => (mayBegin(cell, place) ? `'${sign}` : sign));
  return /^'*[\t\n\r]/.test(cell) ? `'${guarded}` : guarded;
}

function csvCell(value) {
  if (value === null || value === undefined) return "";
  // A number may start with a minus, and has all its digits.
  const text = typeof value === "number" ? plainNumber(value) : shield(value);
  return /[,"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// A number without an exponent.
function plainNumber(value) {
  const text = String(value);
  if (!text.includes("e")) return text;
  return Number.isInteger(value) ? String(BigInt(value)) : value.toFixed(20).replace(/0+$/, "");
}

const csvOf = (rows) =>
  rows
    .map((cells) => cells.map(csvCell).join(",") || '""')
    .map((line) => `${line}\n`)
    .join("");

// Hands a file to the reader.
function download(name, parts, type) {
  const url = URL.createObjectURL(new Blob([parts], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const downloadCsv = (name, rows) => download(name, csvOf(rows), "text/csv;charset=utf-8");

// A name that every file system takes.
const fileName = (text) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80) || "table";
