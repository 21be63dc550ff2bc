// Which documents are looked at: by period, theme, person, metadata and words; whose words, by speaker
// and group; and how likely right a row must be.

const LEVELS = [0.6, 0.7, 0.8, 0.9, 0.95];

class Filters {
  constructor(corpus, changed) {
    this.corpus = corpus;
    this.speakers = new Speakers(corpus);
    this.changed = changed;
    this.chosen = {};
    this.months = [...new Set(corpus.documents.values("date").map((d) => d.slice(0, 7)))]
      .filter(Boolean)
      .sort();
    this.metadata = corpus.documents.columns
      .map((column) => column.name)
      .filter((name) => this.isMetadata(name));
    this.apply();
  }

  // Few different values in many documents: something to choose by.
  isMetadata(name) {
    const own = ["doc_id", "source_id", "path", "title", "date", "speaker", "words", "sha256", "url",
      "duplicate_of", "similarity"];
    // `title_from` tells where the title was found, not what the document is.
    if (own.includes(name) || name.endsWith("_from") || this.corpus.documents.data[this.corpus.documents.places.get(name)].codes === undefined)
      return false;
    const different = this.corpus.documents.values(name).length;
    return different > 1 && different <= 40 && different < this.corpus.length;
  }

  set(name, value) {
    if (value) this.chosen[name] = value;
    else delete this.chosen[name];
    this.apply();
    this.changed();
  }

  reset() {
    this.chosen = {};
    this.apply();
    this.changed();
  }

  apply() {
    const { corpus, chosen } = this;
    Table.leastConfidence = Number(chosen.confidence || 0);
    this.words = fold(chosen.search || "").split(/\s+/).filter(Boolean);
    const theme = chosen.theme && corpus.documentsWith(corpus.table.themes, "theme", chosen.theme);
    const person =
      chosen.person && corpus.documentsWith(corpus.table.people, "person", chosen.person);
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
        this.words.every((word) => corpus.foldedText(d).includes(word));
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
      if (this.included[table.document ? table.document[row] : row] && table.isSure(row) &&
        (!isBy || isBy(row)) && (!isOf || isOf(row))) rows.push(row);
    return rows;
  }

  draw(section) {
    const { corpus } = this;
    const sorted = (values) => values.filter(Boolean).sort((a, b) => a.localeCompare(b, language));
    const plain = (values) => sorted([...values]).map((value) => [value, value]);
    const named = (name, values) => this.select(name, columnLabel(name), plain(values));
    const months = this.months.map((value) => [value, month(value)]);
    const people = sorted([...corpus.table.people.values("person")]);
    const speakers = this.speakers.all();
    const groups = this.speakers.groups();
    const search = h("input", {
      type: "search", id: "filter-search", value: this.chosen.search || "",
      oninput: (event) => this.set("search", event.target.value.trim()),
    });
    const person = h("input", {
      list: "people", id: "filter-person", value: this.chosen.person || "",
      onchange: (event) => this.set("person", event.target.value.trim()),
    });
    fill(
      section,
      this.field("search", t("search"), search),
      months.length > 1 && this.select("from", t("from"), months),
      months.length > 1 && this.select("to", t("to"), months),
      speakers.size > 1 && named("speaker", speakers),
      groups.size > 1 && named("group", groups),
      this.select("theme", columnLabel("theme"), plain(corpus.table.themes.values("theme"))),
      this.field("person", columnLabel("person"), person),
      h("datalist", { id: "people" }, people.map((value) => h("option", { value }))),
      corpus.tables.some((table) => table.has("confidence")) &&
        this.select("confidence", columnLabel("confidence"), LEVELS.map((level) => [String(level), `≥ ${number(level)}`])),
      this.metadata.map((name) => named(name, corpus.documents.values(name))),
      h("button", { type: "button", class: "reset", id: "reset", onclick: () => this.reset() }, t("reset")),
      h("p", { role: "status", id: "status" }, this.status()),
    );
    section.setAttribute("aria-label", t("filters"));
  }

  // The figure only, so that a field keeps the cursor while it is typed in.
  refresh() {
    byId("status").textContent = this.status();
    for (const field of document.querySelectorAll("#filters [id^=filter-]"))
      if (field !== document.activeElement)
        field.value = this.chosen[field.id.slice("filter-".length)] || "";
    byId("reset").disabled = Object.keys(this.chosen).length === 0;
  }

  status() {
    return t("status", { n: number(this.count), of: number(this.corpus.length) });
  }

  select(name, text, options) {
    const any = h("option", { value: "" }, t("any"));
    const items = options.map(([value, shown]) => h("option", { value }, shown));
    const select = h(
      "select",
      { id: `filter-${name}`, onchange: (event) => this.set(name, event.target.value) },
      any,
      items,
    );
    select.value = this.chosen[name] || "";
    return this.field(name, text, select);
  }

  field(name, text, control) {
    return h("div", { class: `field field-${name}` }, h("label", { for: `filter-${name}` }, text), control);
  }
}
