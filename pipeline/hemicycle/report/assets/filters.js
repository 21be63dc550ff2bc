// Which documents are looked at: by period, theme, person, metadata and words; whose words, by speaker
// and group; and how likely right a row must be. What is chosen stands in the address.

const FEATURES = ["search", "from", "to", "speaker", "group", "theme", "person", "confidence"];
// Columns of documents that tell what a document is in itself, not what it is one of.
const SINGULAR = new Set([
  "doc_id",
  "source_id",
  "path",
  "title",
  "date",
  "speaker",
  "words",
  "sha256",
  "url",
  "duplicate_of",
  "similarity",
  "format",
]);

class Filters {
  constructor(corpus) {
    this.corpus = corpus;
    this.speakers = new Speakers(corpus);
    this.months = [...new Set(corpus.documents.values("date").map((d) => d.slice(0, 7)))].filter(Boolean).sort();
    this.metadata = corpus.documents.columns.map((column) => column.name).filter((name) => this.isMetadata(name));
    this.names = [...FEATURES, ...this.metadata];
    this.read(new URLSearchParams());
  }

  // Few different values in many documents: something to choose by.
  isMetadata(name) {
    // `title_from` tells where the title was found, not what the document is.
    if (
      SINGULAR.has(name) ||
      name.endsWith("_from") ||
      !this.corpus.documents.data[this.corpus.documents.places.get(name)].codes
    )
      return false;
    const different = this.corpus.documents.values(name).length;
    return different > 1 && different <= 40 && different < this.corpus.length;
  }

  // The name of a filter in the address; no column of metadata takes that of another parameter.
  parameter(name) {
    return FEATURES.includes(name) ? name : `doc.${name}`;
  }

  // Takes what is chosen from the parameters of an address.
  read(params) {
    const chosen = {};
    for (const name of this.names) {
      const value = params.get(this.parameter(name));
      if (value) chosen[name] = value;
    }
    const key = JSON.stringify(chosen);
    if (key === this.key) return;
    Object.assign(this, { key, chosen });
    this.apply();
  }

  apply() {
    const { corpus, chosen } = this;
    Table.leastConfidence = Number(chosen.confidence) || 0;
    this.query = new Query(chosen.search);
    const theme = chosen.theme && corpus.documentsWith(corpus.table.themes, "theme", chosen.theme);
    const person = chosen.person && corpus.documentsWith(corpus.table.people, "person", chosen.person);
    const speaker = chosen.speaker && this.speakers.documentsBy(chosen.speaker);
    const group = chosen.group && this.speakers.saidBy(chosen.group);
    this.included = new Uint8Array(corpus.length);
    this.count = 0;
    for (let d = 0; d < corpus.length; d++) {
      const date = corpus.documents.cell(d, "date").slice(0, 7);
      const is = (name) => !chosen[name] || corpus.documents.cell(d, name) === chosen[name];
      const inside =
        (!chosen.from || (date && date >= chosen.from)) &&
        (!chosen.to || (date && date <= chosen.to)) &&
        this.metadata.every(is) &&
        (!theme || theme[d]) &&
        (!person || person[d]) &&
        (!speaker || speaker[d]) &&
        (!group || group[d]) &&
        (this.query.isEmpty || this.query.isIn(corpus.foldedText(d)));
      this.included[d] = inside ? 1 : 0;
      this.count += this.included[d];
    }
  }

  // Whether rows of some speaker or group alone are looked at.
  get ofSomeone() {
    return Boolean(this.chosen.speaker || this.chosen.group);
  }

  // The rows of a table that the filters leave; `everyones`, whoever utters them.
  rows(table, everyones = false) {
    const { speaker, group } = everyones ? {} : this.chosen;
    const isBy = speaker && table.document && table.has("speaker") && this.speakers.isBy(table, speaker);
    const isOf = group && table.document && table.has("speech") && this.speakers.isOf(table, group);
    const rows = [];
    for (let row = 0; row < table.length; row++)
      if (
        this.included[table.document ? table.document[row] : row] &&
        table.isSure(row) &&
        (!isBy || isBy(row)) &&
        (!isOf || isOf(row))
      )
        rows.push(row);
    return rows;
  }

  // How many words are said by whom is looked at, in the documents that are; by document.
  wordsByDocument() {
    const words = new Float64Array(this.corpus.length);
    const table = this.ofSomeone && this.speakers.speeches ? this.speakers.speeches : this.corpus.documents;
    for (const row of this.rows(table))
      words[table.document ? table.document[row] : row] += table.cell(row, "words") || 0;
    return words;
  }
}
