// What the reader puts right, as lines of corrections.csv (outputs/corrections.py). They are kept until
// the page is left; those that the run had already go first into the file that is downloaded.

class Corrections {
  constructor(corpus) {
    this.corpus = corpus;
    this.before = corpus.corrections.rows;
    this.lines = []; // {table, row, column, wanted}; no column where the row is wrong
    this.isSaved = true;
  }

  of(table, row) {
    return this.lines.filter((line) => line.table === table && line.row === row);
  }

  isWrong(table, row) {
    return this.lines.length > 0 && this.of(table, row).some((line) => line.column === null);
  }

  // What a cell should hold, undefined where it is left as it is.
  wanted(table, row, column) {
    return this.lines.length ? this.of(table, row).find((line) => line.column === column)?.wanted : undefined;
  }

  // Takes what is said of a row, in place of what was said before.
  set(table, row, changes, isWrong) {
    const lines = isWrong
      ? [{ column: null, wanted: "" }]
      : [...changes].map(([column, wanted]) => ({ column, wanted }));
    this.lines = [
      ...this.lines.filter((line) => line.table !== table || line.row !== row),
      ...lines.map((line) => ({ table, row, ...line })),
    ];
    this.isSaved = false;
  }

  undo(line) {
    this.lines = this.lines.filter((one) => one !== line);
    this.isSaved = false;
  }

  get isUnsaved() {
    return this.lines.length > 0 && !this.isSaved;
  }

  csv() {
    const cells = ({ table, row, column, wanted }) => {
      const d = table.document[row];
      return [
        this.corpus.documents.cell(d, "doc_id"),
        table.name,
        this.corpus.codePoint(d, table.start[row]),
        this.corpus.codePoint(d, table.end[row]),
        this.corpus.words(table, row),
        column === null ? "delete" : "change",
        column ?? "",
        wanted,
      ];
    };
    return [this.corpus.corrections.columns, ...this.before, ...this.lines.map(cells)];
  }

  download() {
    downloadCsv("corrections.csv", this.csv());
    this.isSaved = true;
  }
}

let corrections = null;

// A cell as it is shown: what it should hold, beside what it holds.
function shownCell(table, row, column, value) {
  const wanted = corrections.wanted(table, row, column.name);
  const text = cellText(column, value);
  return wanted === undefined
    ? text
    : [text && h("del", {}, text), text && " ", h("ins", {}, valueLabel(column.name, wanted) || "∅")];
}
