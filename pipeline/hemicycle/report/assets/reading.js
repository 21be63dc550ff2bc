// One document to read: its turns, its mentions with a legend, from one to the next, search within.

// The kinds that are not marked; until the reader chooses, those that are marked on demand.
let unmarked = null;
let reader = null;

function drawDocument(main, corpus, filters, id, name, place) {
  const d = corpus.ids.get(id);
  if (d === undefined) return drawMissing(main);
  reader = new Reader(corpus, d, targetOf(corpus, d, name, place), here.params.get("q") ?? filters.chosen.search ?? "");
  fill(main, reader.draw(name));
  reader.paint();
  reader.arrive();
}

function drawMissing(main) {
  fill(main, h("h1", {}, t("missing")), h("p", {}, h("a", { href: addressOf([]) }, t("overview"))));
}

const rowsOf = (table, d) => Array.from(table.rowsOf(d)).filter((row) => table.isSure(row));

// What an address leads to: a row of a table, or a stretch of the text.
function targetOf(corpus, d, name, place) {
  const stretch = /^(\d+)-(\d+)$/.exec(place);
  const [start, end] = stretch ? [corpus.offset(d, +stretch[1]), corpus.offset(d, +stretch[2])] : [];
  if (name === "at") return stretch && start < end ? { places: [[start, end]] } : null;
  const table = corpus.table[name];
  if (!table) return null;
  if (!table.start) {
    const row = Number(place);
    return table.document[row] === d
      ? { table, row, places: findTerms(corpus.texts[d], table.cell(row, table.terms) || "") }
      : null;
  }
  const row = rowsOf(table, d).find((one) => table.start[one] === start && table.end[one] === end);
  return row === undefined ? null : { table, row, places: [] };
}

class Reader {
  constructor(corpus, d, target, words) {
    Object.assign(this, { corpus, d, target, words, current: -1, hit: -1 });
    this.tables = corpus.tables.filter((table) => table.start);
    unmarked ??= new Set(
      this.tables
        .filter((table) => table.marks === "on demand" && !SHAPES.includes(table.name))
        .map((table) => table.name),
    );
    if (target?.table?.start) unmarked.delete(target.table.name);
  }

  draw(name) {
    const { corpus, d } = this;
    const back = corpus.table[name] ? name : "documents";
    this.text = h("div", { class: "text", id: "text", lang: "fr", onkeydown: (event) => this.walk(event) });
    this.text.addEventListener("focusin", (event) => this.noticed(event.target));
    return [
      h(
        "p",
        { class: "back" },
        name === "at"
          ? h("a", { href: addressOf(["search"], { q: this.words }) }, `← ${t("search-texts")}`)
          : h("a", { href: tableHash(back) }, `← ${tableLabel(back)}`),
      ),
      h("h1", {}, corpus.title(d)),
      facts(corpus, d),
      topics(corpus, d),
      this.toolbar(),
      h("p", { class: "note" }, t("marks-help")),
      h("div", { class: "reading" }, outlineOf(corpus, d), this.text),
    ];
  }

  toolbar() {
    const counted = this.tables.map((table) => [table, rowsOf(table, this.d).length]).filter(([, n]) => n);
    const step = (id, text, act) =>
      h(
        "button",
        { type: "button", id, onclick: act, title: t(text), "aria-label": t(text) },
        id.startsWith("next") ? "↓" : "↑",
      );
    this.search = h("input", {
      type: "search",
      id: "within",
      value: this.words,
      placeholder: t("within"),
      oninput: (event) => this.searchFor(event.target.value),
      onkeydown: (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        this.toHit(event.shiftKey ? -1 : 1);
      },
    });
    this.correct = h(
      "button",
      { type: "button", id: "correct", disabled: true, onclick: () => this.openCorrection() },
      t("correct-mention"),
    );
    return h(
      "div",
      { class: "reading-tools", role: "group", "aria-label": t("reading-tools") },
      h(
        "fieldset",
        { class: "marks" },
        h("legend", {}, t("marked")),
        counted.map(([table, n]) =>
          h(
            "label",
            {},
            h("input", {
              type: "checkbox",
              checked: !unmarked.has(table.name),
              onchange: (event) => {
                if (event.target.checked) unmarked.delete(table.name);
                else unmarked.add(table.name);
                this.paint();
              },
            }),
            h("span", { class: `swatch ${table.name}`, "aria-hidden": "true" }),
            `${tableLabel(table.name)} `,
            h("small", {}, number(n)),
          ),
        ),
      ),
      h(
        "div",
        { class: "tools" },
        h(
          "span",
          { class: "stepper", role: "group", "aria-label": t("mentions") },
          step("previous-mention", "previous-mention", () => this.step(-1)),
          step("next-mention", "next-mention", () => this.step(1)),
          h("span", { class: "note", role: "status", id: "mention-count" }),
          this.correct,
        ),
        h(
          "span",
          { class: "stepper", role: "group", "aria-label": t("within") },
          h("label", { class: "hidden", for: "within" }, t("within")),
          this.search,
          step("previous-hit", "previous-hit", () => this.toHit(-1)),
          step("next-hit", "next-hit", () => this.toHit(1)),
          h("span", { class: "note", role: "status", id: "hit-place" }),
        ),
      ),
    );
  }

  paint() {
    const shown = this.tables.filter((table) => !unmarked.has(table.name) && !SHAPES.includes(table.name));
    const spans = spansOf(this.corpus, this.d, shown, this.target, new Query(this.words));
    paint(this.text, this.corpus, this.d, spans, this.target);
    this.mentions = spans.filter((span) => span.table);
    this.hits = spans.filter((span) => span.hit);
    this.current = -1;
    this.text.querySelector("mark[tabindex]")?.setAttribute("tabindex", "0");
    const { table, row } = this.target ?? {};
    const at = this.mentions.findIndex((span) => span.table === table && span.row === row);
    if (at >= 0) this.mark(at);
    this.count();
  }

  // Goes to what the address leads to.
  arrive() {
    const found = this.text.querySelector(".target");
    if (!found) {
      if (this.target) this.text.parentElement.before(h("p", { class: "note", role: "status" }, t("no-place")));
      return window.scrollTo(0, 0);
    }
    found.scrollIntoView({ block: "center" });
    found.focus({ preventScroll: true });
  }

  // Marks a mention as the one that is looked at.
  mark(place) {
    for (const piece of this.mentions[this.current]?.pieces ?? []) piece.classList.remove("target");
    this.current = place;
    for (const piece of this.mentions[place].pieces) piece.classList.add("target");
    this.count();
  }

  step(by) {
    if (!this.mentions.length) return;
    const place = this.current < 0 ? (by > 0 ? 0 : this.mentions.length - 1) : this.current + by;
    this.goTo((place + this.mentions.length) % this.mentions.length);
  }

  goTo(place) {
    this.mark(place);
    const [first] = this.mentions[place].pieces;
    first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
  }

  // A mention that the keyboard or a click came to; the address says which.
  noticed(element) {
    const place = this.mentions.findIndex(
      (span) => span.table === element.told?.[0].table && span.row === element.told[0].row,
    );
    if (place < 0) return;
    if (!this.mentions[this.current]?.pieces.includes(element)) this.mark(place);
    const { table, row } = this.mentions[this.current];
    this.target = { table, row, places: [] };
    for (const mark of this.text.querySelectorAll("mark[tabindex='0']")) mark.setAttribute("tabindex", "-1");
    element.setAttribute("tabindex", "0");
    const id = this.corpus.documents.cell(this.d, "doc_id");
    revise(addressOf(["doc", id, table.name, placeOf(this.corpus, table, row)], { q: this.words }));
  }

  walk(event) {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") hideTip();
    if (!by || event.target.tagName !== "MARK") return;
    const place = this.current + by;
    if (place < 0 || place >= this.mentions.length) return;
    event.preventDefault();
    this.goTo(place);
  }

  openCorrection() {
    const mention = this.mentions[this.current];
    if (mention) openCorrection(this.corpus, mention.table, mention.row);
  }

  searchFor(words) {
    Object.assign(this, { words, hit: -1 });
    revise(changedAddress({ q: words }));
    this.paint();
  }

  toHit(by) {
    if (!this.hits.length) return;
    for (const piece of this.hits[this.hit]?.pieces ?? []) piece.classList.remove("found");
    const place = this.hit < 0 ? (by > 0 ? 0 : this.hits.length - 1) : this.hit + by;
    this.hit = (place + this.hits.length) % this.hits.length;
    for (const piece of this.hits[this.hit].pieces) piece.classList.add("found");
    this.hits[this.hit].pieces[0].scrollIntoView({ block: "center" });
    this.count();
  }

  count() {
    const place = (at, list) => t("place-of", { n: at + 1, of: list.length });
    byId("mention-count").textContent = place(this.current, this.mentions);
    this.correct.disabled = this.current < 0;
    byId("hit-place").textContent = this.words.trim() ? place(this.hit, this.hits) : "";
  }
}

// Letters as keys, wherever the focus is but where one types: n and p lead from mention to mention, c
// corrects one.
function readingKeys(event) {
  if (
    here.view !== "doc" ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.target.closest("input:not([type=checkbox]), select, dialog")
  )
    return;
  const by = { n: 1, p: -1 }[event.key];
  if (by) reader?.step(by);
  if (event.key !== "c") return;
  event.preventDefault();
  reader?.openCorrection();
}
