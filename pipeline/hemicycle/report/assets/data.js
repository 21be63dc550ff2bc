// The tables of the run, column by column.

class Table {
  static leastConfidence = 0;

  constructor(packed) {
    Object.assign(this, packed);
    this.places = new Map(this.columns.map((column, place) => [column.name, place]));
    const first = this.data[0];
    this.length = this.document ? this.document.length : (first.codes || first).length;
  }

  has(name) {
    return this.places.has(name);
  }

  // A cell: a string, or a number or null in a column of numbers.
  cell(row, name) {
    const column = this.data[this.places.get(name)];
    return column.codes ? column.values[column.codes[row]] : column[row];
  }

  values(name) {
    return this.data[this.places.get(name)].values;
  }

  // Whether a row of tags is said of the document, not of one of its speeches.
  isOfDocument(row) {
    return Boolean(this.start) || !this.has("speech") || this.cell(row, "speech") === null;
  }

  // Whether a row is as likely right as is asked for; tables that do not tell are believed.
  isSure(row) {
    return !this.has("confidence") || this.cell(row, "confidence") >= Table.leastConfidence;
  }
}

class Corpus {
  constructor(content) {
    this.of = content.of;
    this.texts = content.texts;
    this.documents = new Table(content.documents);
    this.tables = content.tables.map((table) => new Table(table));
    this.table = Object.fromEntries(this.tables.map((table) => [table.name, table]));
    this.length = this.texts.length;
    this.ids = new Map();
    for (let d = 0; d < this.length; d++) this.ids.set(this.documents.cell(d, "doc_id"), d);
    this.folded = new Array(this.length);
  }

  title(d) {
    return this.documents.cell(d, "title") || this.documents.cell(d, "doc_id");
  }

  foldedText(d) {
    return (this.folded[d] ??= fold(this.texts[d]));
  }

  // The documents of which some row of a table has a value in a column.
  documentsWith(table, column, value) {
    const found = new Uint8Array(this.length);
    for (let row = 0; row < table.length; row++)
      if (table.cell(row, column) === value && table.isOfDocument(row)) found[table.document[row]] = 1;
    return found;
  }
}

async function readCorpus() {
  const packed = window.hemicycleData || byId("data").textContent;
  const bytes = Uint8Array.from(atob(packed.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Corpus(JSON.parse(await new Response(stream).text()));
}
