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

  // Whether some row has something in a column.
  fills(name) {
    const data = this.data[this.places.get(name)];
    return data.codes ? data.values.some(Boolean) : data.some((value) => value !== null);
  }

  // The rows of a document, in order; where they are is counted out once.
  rowsOf(d) {
    if (!this.firsts) {
      const last = this.document.reduce((most, one) => Math.max(most, one), 0);
      this.firsts = new Uint32Array(last + 2);
      for (const one of this.document) this.firsts[one + 1] += 1;
      for (let n = 1; n < this.firsts.length; n++) this.firsts[n] += this.firsts[n - 1];
      const next = this.firsts.slice();
      this.order = new Uint32Array(this.length);
      this.document.forEach((one, row) => {
        this.order[next[one]++] = row;
      });
    }
    return d + 1 < this.firsts.length ? this.order.subarray(this.firsts[d], this.firsts[d + 1]) : [];
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
    const { of, title, version, failures, texts } = content;
    Object.assign(this, { of, name: title, version, failures, texts, corrections: content.corrections });
    this.documents = new Table(content.documents);
    this.tables = content.tables.map((table) => new Table(table));
    this.table = Object.fromEntries(this.tables.map((table) => [table.name, table]));
    this.length = this.texts.length;
    this.ids = new Map();
    for (let d = 0; d < this.length; d++) this.ids.set(this.documents.cell(d, "doc_id"), d);
    this.folded = new Array(this.length);
    this.halves = new Array(this.length);
  }

  title(d) {
    return this.documents.cell(d, "title") || this.documents.cell(d, "doc_id");
  }

  foldedText(d) {
    return (this.folded[d] ??= fold(this.texts[d]));
  }

  // The words of a row, where they stand.
  words(table, row) {
    return this.texts[table.document[row]].slice(table.start[row], table.end[row]);
  }

  // Where the second halves of pairs stand, which browsers count and the CSV files do not.
  halvesOf(d) {
    return (this.halves[d] ??= Array.from(
      this.texts[d].matchAll(/[\ud800-\udbff][\udc00-\udfff]/g),
      (pair) => pair.index + 1,
    ));
  }

  // An offset as the CSV files have it, in code points.
  codePoint(d, offset) {
    const halves = this.halvesOf(d);
    let [low, high] = [0, halves.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (halves[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }

  // The offset of a code point.
  offset(d, codePoint) {
    let place = codePoint;
    for (const half of this.halvesOf(d)) {
      if (half > place) break;
      place += 1;
    }
    return Math.min(place, this.texts[d].length);
  }

  // A stretch of a text, in code points.
  stretch(d, start, end) {
    return `${this.codePoint(d, start)}-${this.codePoint(d, end)}`;
  }

  // The documents of which some row of a table has a value in a column.
  documentsWith(table, column, value) {
    const found = new Uint8Array(this.length);
    for (let row = 0; row < table.length; row++)
      if (table.cell(row, column) === value && table.isOfDocument(row)) found[table.document[row]] = 1;
    return found;
  }
}

function bytesOf(packed) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(packed);
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place++) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

async function readCorpus() {
  const packed = window.hemicycleData || byId("data").textContent;
  const stream = new Blob([bytesOf(packed.trim())]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Corpus(await new Response(stream).json());
}
