// Which columns of a table are shown, and in which order: those that say most first; the others when
// all are asked for.

// Columns that are for programs.
const HIDDEN = new Set([
  "person_id",
  "speaker_id",
  "speaker_start_char",
  "measure_start_char",
  "date_start_char",
  "sha256",
  "source_id",
  "evidence_chars",
]);
const USEFUL = {
  documents: ["date", "speaker", "source", "country", "words"],
  speeches: ["group", "role", "kind", "section", "words"],
  reactions: ["kind", "groups"],
  people: ["person", "role", "group", "confidence"],
  quotes: ["cue", "confidence"],
  organisations: ["name", "kind", "country", "confidence"],
  places: ["name", "kind", "country", "confidence"],
  laws: ["name", "kind", "article", "date"],
  dates: ["value", "begin", "end", "type"],
  amounts: [
    "value",
    "unit",
    "per",
    "measure",
    "change",
    "modifier",
    "date",
    "date_role",
    "base",
    "kind",
    "low",
    "high",
    "sector",
    "confidence",
  ],
  sectors: ["sector", "term", "context"],
  themes: ["theme", "subtheme", "share", "score", "rank", "evidence"],
  theme_passages: ["theme", "subtheme", "score", "evidence"],
  keywords: ["rank", "count", "score"],
};
// Of documents, what tells how they were read; any column that came with the texts is useful.
const READ = new Set(["path", "format", "url", "language", "duplicate_of", "similarity"]);
// What the cells say that lead a row.
const LEADING = { documents: ["doc_id", "title"], keywords: ["keyword", "speaker"] };

// The columns that are shown beside the leading ones; none is empty in all rows.
function columnsOf(table, name, all) {
  const useful = USEFUL[name] || [];
  const leading = LEADING[name] || ["speaker"];
  const rank = (column) => (useful.includes(column.name) ? useful.indexOf(column.name) : useful.length);
  return table.columns
    .filter(
      (column) =>
        !leading.includes(column.name) &&
        !HIDDEN.has(column.name) &&
        table.fills(column.name) &&
        (all || !useful.length || useful.includes(column.name) || isOwn(name, column.name)),
    )
    .sort((a, b) => rank(a) - rank(b));
}

const isOwn = (name, column) => name === "documents" && !READ.has(column) && !column.endsWith("_from");

// A bound that is the value itself.
function repeats(table, row, column) {
  return ["low", "high"].includes(column.name) && table.cell(row, column.name) === table.cell(row, "value");
}
