// The overview: what the run is, how much of it is covered, then its charts.

function drawOverview(main, corpus, filters) {
  const rows = Object.fromEntries(corpus.tables.map((table) => [table.name, filters.rows(table)]));
  const themes = measuredThemes(corpus, filters, rows);
  fill(
    main,
    masthead(corpus, filters),
    corpus.length < corpus.of && h("p", { class: "note" }, t("shortened", { n: corpus.length, of: corpus.of })),
    cards(corpus, filters, rows),
    h(
      "div",
      { class: "charts" },
      themesOverall(themes),
      themesOverTime(corpus, themes),
      corpus.table.speeches?.length > 0 && spokeMost(corpus, filters, rows.speeches),
      ranking(corpus, rows.people, "people", "person", (person) => changedAddress({ person }), "person_id"),
      pairs(corpus, rows.people),
      ranking(corpus, rows.sectors, "sectors", "sector", (sector) => tableHash("sectors", sector)),
      amountsBySector(corpus, rows.amounts),
      timeline(corpus, rows.dates),
    ),
  );
  drawCharts(main);
}

// The run as a whole, whatever is filtered.
function masthead(corpus, filters) {
  const { documents, length } = corpus;
  const each = Array.from({ length }, (_, d) => d);
  const words = each.reduce((sum, d) => sum + documents.cell(d, "words"), 0);
  const dates = each
    .map((d) => documents.cell(d, "date"))
    .filter(Boolean)
    .sort();
  const speakers = filters.speakers;
  const made = new Date(document.lastModified);
  const facts = [
    t("n-documents", { n: length }),
    t("n-words", { n: words }),
    dates.length &&
      (dates[0] === dates.at(-1) ? day(dates[0]) : t("from-to", { from: day(dates[0]), to: day(dates.at(-1)) })),
    !Number.isNaN(+made) && t("made", { day: new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(made) }),
    `hemicycle ${corpus.version}`,
  ];
  const spoken = each.filter((d) => documents.cell(d, "speaker") || speakers.numbers[d]).length;
  const themed = new Set(corpus.table.themes.document).size;
  const said =
    corpus.table.speeches?.data[corpus.table.speeches.places.get("words")].reduce((sum, n) => sum + n, 0) ?? 0;
  return h(
    "header",
    { class: "masthead" },
    h("h1", {}, corpus.name || t("corpus")),
    h("p", { class: "run" }, facts.filter(Boolean).join(" · ")),
    h(
      "dl",
      { class: "coverage" },
      covered(t("covered-dates"), dates.length, length),
      covered(t("covered-speakers"), spoken, length),
      covered(t("covered-words"), Math.min(said, words), words),
      covered(t("covered-themes"), themed, length),
    ),
    failures(corpus.failures),
  );
}

function covered(text, some, all) {
  const part = all ? some / all : 0;
  return h(
    "div",
    {},
    h("dt", {}, text),
    h(
      "dd",
      {},
      h("b", {}, percent(part)),
      ` ${t("n-of", { n: some, of: all })}`,
      h("span", { class: "gauge", "aria-hidden": "true" }, h("span", { style: `width:${100 * part}%` })),
    ),
  );
}

function failures({ count: all, rows }) {
  const text = all ? t("failures", { n: all }) : t("no-failures");
  if (!all) return h("p", { class: "note" }, text);
  return h(
    "details",
    { class: "failures" },
    h("summary", {}, text),
    h(
      "ul",
      {},
      rows.map(([path, record, message]) =>
        h("li", {}, h("b", {}, [path, record].filter(Boolean).join(", ")), ` ${message}`),
      ),
    ),
    rows.length < all && h("p", { class: "note" }, t("failures-file")),
  );
}

function cards(corpus, filters, rows) {
  const words = filters.wordsByDocument().reduce((sum, one) => sum + one, 0);
  const people = new Set(rows.people.map((row) => corpus.table.people.cell(row, "person")));
  const card = (name, value, text) =>
    h("li", {}, h("a", { href: tableHash(name) }, h("b", {}, compact(value)), h("span", {}, text)));
  return h(
    "ul",
    { class: "cards" },
    card("documents", filters.count, tableLabel("documents")),
    h("li", {}, h("div", {}, h("b", {}, compact(words)), h("span", {}, columnLabel("words")))),
    corpus.tables.map((table) =>
      table.name === "people"
        ? card("people", people.size, tableLabel("people"))
        : card(table.name, rows[table.name].length, tableLabel(table.name)),
    ),
  );
}
