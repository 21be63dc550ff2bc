// Who speaks. A name is told as that of its person in the corpus, as the summaries do.

const namesOf = (cell) => (cell || "").split("; ").filter(Boolean);

class Speakers {
  constructor(corpus) {
    this.corpus = corpus;
    this.speeches = corpus.table.speeches;
    this.persons = Array.from({ length: corpus.length }, () => new Map());
    this.names = new Map();
    const { people } = corpus.table;
    for (let row = 0; row < people.length; row++) {
      const [name, person] = [people.cell(row, "name"), people.cell(row, "person")];
      this.persons[people.document[row]].set(name, person);
      if (!this.names.has(person)) this.names.set(person, new Set());
      this.names.get(person).add(name);
    }
    this.numbers = new Uint32Array(corpus.length);
    for (const d of this.speeches?.document || []) this.numbers[d] += 1;
  }

  person(d, name) {
    return this.persons[d].get(name) ?? name;
  }

  // The persons who speak in a row.
  of(table, row) {
    const d = table.document ? table.document[row] : row;
    return namesOf(table.cell(row, "speaker")).map((name) => this.person(d, name));
  }

  tables() {
    const { corpus } = this;
    return [corpus.documents, this.speeches, corpus.table.quotes].filter((table) => table?.length);
  }

  all() {
    const found = new Set();
    for (const table of this.tables())
      for (let row = 0; row < table.length; row++) for (const person of this.of(table, row)) found.add(person);
    return found;
  }

  groups() {
    return this.speeches ? new Set(this.speeches.values("group")) : new Set();
  }

  // Whether a person utters a row.
  isBy(table, person) {
    const names = this.names.get(person);
    const may = table
      .values("speaker")
      .map((cell) => namesOf(cell).some((name) => name === person || names?.has(name)));
    const { codes } = table.data[table.places.get("speaker")];
    return (row) => may[codes[row]] && this.of(table, row).includes(person);
  }

  // Whether a row stands in a speech of a group; tags of a document of one speech are its own.
  isOf(table, group) {
    const said = this.saidBy(group);
    return (row) => {
      const d = table.document[row];
      const number = table.cell(row, "speech");
      return Boolean(said[d]) && (number === null ? !table.start && this.numbers[d] === 1 : said[d].has(number));
    };
  }

  // The numbers of the speeches of a group, by document.
  saidBy(group) {
    const said = new Array(this.corpus.length);
    for (let row = 0; row < (this.speeches?.length ?? 0); row++)
      if (this.speeches.cell(row, "group") === group)
        (said[this.speeches.document[row]] ??= new Set()).add(this.speeches.cell(row, "speech"));
    return said;
  }

  // The row of the speech that a place of a document stands in, null outside of speeches.
  at(d, place) {
    const rows = this.speeches?.rowsOf(d) ?? [];
    const { start, end } = this.speeches ?? {};
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start[rows[middle]] <= place) low = middle + 1;
      else high = middle;
    }
    const row = rows[low - 1];
    return low && place < end[row] ? row : null;
  }

  // The documents in which a person speaks or is quoted.
  documentsBy(person) {
    const found = new Uint8Array(this.corpus.length);
    for (const table of this.tables()) {
      const isBy = this.isBy(table, person);
      for (let row = 0; row < table.length; row++) if (isBy(row)) found[table.document ? table.document[row] : row] = 1;
    }
    return found;
  }
}
