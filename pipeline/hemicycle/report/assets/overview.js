// The overview: figures, themes over time, people, sectors, amounts, timeline.

const MOST_BARS = 10;
const MOST_THEMES = 5;
const YEARS_AROUND = 10;
let currency = null;

function drawOverview(main, corpus, filters) {
  const rows = Object.fromEntries(corpus.tables.map((table) => [table.name, filters.rows(table)]));
  fill(
    main,
    h("h1", { class: "hidden" }, t("overview")),
    corpus.length < corpus.of && h("p", { class: "note" }, t("shortened", { n: number(corpus.length), of: number(corpus.of) })),
    cards(corpus, filters, rows),
    h("div", { class: "charts" },
      themesOverTime(corpus, filters, rows.themes),
      corpus.table.speeches?.length > 0 && spokeMost(corpus, filters, rows.speeches),
      ranking(corpus, rows.people, "people", "person", (value) => filters.set("person", value), "person_id"),
      pairs(corpus, rows.people),
      ranking(corpus, rows.sectors, "sectors", "sector", (value) => go(tableHash("sectors", value))),
      amountsBySector(corpus, rows.amounts, () => drawOverview(main, corpus, filters)),
      timeline(corpus, rows.dates),
    ),
  );
  drawCharts(main);
}

function cards(corpus, filters, rows) {
  const { documents } = corpus;
  const shown = filters.rows(documents);
  const wordsOf = (table, some) => some.reduce((sum, row) => sum + table.cell(row, "words"), 0);
  const words = filters.ofSomeone && rows.speeches ? wordsOf(corpus.table.speeches, rows.speeches) : wordsOf(documents, shown);
  const people = new Set(rows.people.map((row) => corpus.table.people.cell(row, "person")));
  const card = (name, value, text) =>
    h("li", {}, h("a", { href: tableHash(name) }, h("b", {}, compact(value)), h("span", {}, text)));
  return h("ul", { class: "cards" },
    card("documents", shown.length, tableLabel("documents")),
    h("li", {}, h("div", {}, h("b", {}, compact(words)), h("span", {}, columnLabel("words")))),
    corpus.tables.map((table) =>
      table.name === "people"
        ? card("people", people.size, tableLabel("people"))
        : card(table.name, rows[table.name].length, tableLabel(table.name))));
}

function count(rows, key) {
  const counts = new Map();
  for (const row of rows) {
    const value = key(row);
    if (value) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

const linked = (table, text) => h("a", { href: tableHash(table, text) }, text);

function ranking(corpus, rows, name, column, open, needed) {
  const table = corpus.table[name];
  const items = count(rows, (row) => (!needed || table.cell(row, needed)) && table.cell(row, column));
  const top = items.slice(0, MOST_BARS).map(([text, value]) => ({ text, value }));
  return chart({
    title: tableLabel(name), note: t(`note-${name}`),
    drawing: bars(top, `var(--${name})`, (item) => open(item.text)),
    header: [columnLabel(column), t("mentions")],
    rows: items.slice(0, 50).map(([text, value]) => [linked(name, text), number(value)]),
  });
}

// Who spoke most; what the chair says to lead a sitting is left out.
function spokeMost(corpus, filters, rows) {
  const table = corpus.table.speeches;
  const found = new Map();
  const isCounted = (row) => table.cell(row, "kind") !== "chair";
  const all = filters.rows(table, true).filter(isCounted).reduce((sum, row) => sum + table.cell(row, "words"), 0);
  for (const row of rows.filter(isCounted)) {
    const words = table.cell(row, "words");
    for (const text of filters.speakers.of(table, row)) {
      const known = found.get(text) || { text, value: 0, speeches: 0 };
      known.value += words;
      known.speeches += 1;
      found.set(text, known);
    }
  }
  const items = [...found.values()].sort((a, b) => b.value - a.value || a.text.localeCompare(b.text));
  const open = (speaker) => {
    go(tableHash("speeches"));
    filters.set("speaker", speaker);
  };
  return chart({
    title: t("spoke-most"), note: t("note-spoke-most"),
    drawing: bars(items.slice(0, MOST_BARS), OTHER_COLOURS[0], (item) => open(item.text)),
    header: [columnLabel("speaker"), columnLabel("words"), tableLabel("speeches"), "%"],
    rows: items.slice(0, 50).map((item) => [
      h("a", { href: tableHash("speeches"), onclick: (event) => {
        event.preventDefault();
        open(item.text);
      } }, item.text), number(item.value), number(item.speeches),
      number(all ? Math.round((1000 * item.value) / all) / 10 : 0)]),
  });
}

function pairs(corpus, rows) {
  const table = corpus.table.people;
  const found = new Map();
  let sentence = [];
  const close = () => {
    const names = [...new Set(sentence.map((row) => table.cell(row, "person")))].sort();
    names.forEach((one, i) => names.slice(i + 1).forEach((other) => {
      const pair = `${one} — ${other}`;
      const known = found.get(pair) || { text: pair, value: 0, row: sentence[0] };
      known.value += 1;
      found.set(pair, known);
    }));
  };
  for (const row of rows) {
    if (sentence.length && table.sentence[row] !== table.sentence[sentence[0]]) {
      close();
      sentence = [];
    }
    sentence.push(row);
  }
  close();
  const items = [...found.values()].sort((a, b) => b.value - a.value || a.text.localeCompare(b.text));
  return chart({
    title: t("together"), note: t("note-together"),
    drawing: bars(items.slice(0, MOST_BARS), "var(--people)", (item) => go(placeHash(corpus, table, item.row))),
    header: [t("pair"), t("sentences")],
    rows: items.slice(0, 50).map((item) => [
      h("a", { href: placeHash(corpus, table, item.row) }, item.text), number(item.value)]),
  });
}

// Shares of the documents of each period by theme: a document is shared out among its themes, so that
// each period adds up to one. Of a speaker or group, the documents with the theme in what they say.
function themesOverTime(corpus, filters, rows) {
  const table = corpus.table.themes;
  const date = (row) => corpus.documents.cell(table.document[row], "date").slice(0, 7);
  const met = new Set();
  const isNew = (row) => {
    const key = `${table.document[row]} ${table.cell(row, "theme")}`;
    return !met.has(key) && met.add(key);
  };
  const dated = rows.filter((row) => (filters.ofSomeone ? isNew(row) : table.isOfDocument(row)) && date(row));
  const periods = periodsOf(dated.map(date));
  const top = count(dated, (row) => table.cell(row, "theme")).slice(0, MOST_THEMES).map(([text]) => text);
  const series = [...top, t("others")];
  const colours = new Map(series.map((text, place) => [text, OTHER_COLOURS[place]]));
  if (dated.every((row) => top.includes(table.cell(row, "theme")))) colours.delete(t("others"));
  const themes = new Map();
  const documents = new Map();
  for (const row of dated) {
    const document = table.document[row];
    themes.set(document, (themes.get(document) || 0) + 1);
    const period = periods.of(date(row));
    documents.set(period, (documents.get(period) || new Set()).add(document));
  }
  const counts = new Map();
  for (const row of dated) {
    const theme = table.cell(row, "theme");
    const period = periods.of(date(row));
    const key = JSON.stringify([period, top.includes(theme) ? theme : t("others")]);
    const share = 1 / themes.get(table.document[row]) / documents.get(period).size;
    counts.set(key, (counts.get(key) || 0) + share);
  }
  const cells = [...counts].map(([key, value]) => {
    const [period, name] = JSON.parse(key);
    return { period, series: name, value };
  });
  return chart({
    title: t("themes-over-time"), note: t("note-themes"),
    legend: legendOf([...colours]),
    drawing: columns(cells, periods.all, colours, t("share-of-documents")),
    header: [columnLabel("period"), columnLabel("documents"), ...colours.keys()],
    rows: dated.length ? periods.all.map((period) => [
      periodLabel(period),
      number(documents.get(period)?.size || 0),
      ...[...colours.keys()].map((name) => percent(counts.get(JSON.stringify([period, name])) || 0)),
    ]) : [],
  });
}

function amountsBySector(corpus, rows, redraw) {
  const table = corpus.table.amounts;
  const money = rows.filter((row) => table.cell(row, "kind") === "money" && table.cell(row, "value") > 0);
  const units = count(money, (row) => table.cell(row, "unit")).map(([unit]) => unit);
  if (!units.includes(currency)) currency = units[0] || null;
  const own = money.filter((row) => table.cell(row, "unit") === currency && table.cell(row, "sector"));
  const groups = count(own, (row) => table.cell(row, "sector"));
  const top = groups.slice(0, 8).map(([text]) => text);
  const items = own.filter((row) => top.includes(table.cell(row, "sector"))).map((row) => ({
    group: table.cell(row, "sector"), value: table.cell(row, "value"), row,
    title: `${corpus.texts[table.document[row]].slice(table.start[row], table.end[row])}\n${table.cell(row, "measure")}`,
  }));
  const select = h("select", { id: "currency", onchange: (event) => {
    currency = event.target.value;
    redraw();
    byId("currency").focus();
  } }, units.map((unit) => h("option", { value: unit, selected: unit === currency }, unit)));
  const sums = groups.slice(0, 50).map(([sector, n]) => {
    const values = own.filter((row) => table.cell(row, "sector") === sector)
      .map((row) => table.cell(row, "value")).sort((a, b) => a - b);
    return [linked("amounts", sector), number(n), number(values[0]), number(values[Math.floor((n - 1) / 2)]), number(values.at(-1))];
  });
  return chart({
    title: t("amounts-by-sector"), note: t("note-amounts"),
    controls: units.length > 1 ? h("p", { class: "control" }, h("label", { for: "currency" }, t("currency")), select) : null,
    drawing: dots(items, top, currency, "var(--amounts)", (item) => go(placeHash(corpus, table, item.row))),
    header: [columnLabel("sector"), t("mentions"), columnLabel("lowest"), t("median"), columnLabel("highest")],
    rows: sums,
  });
}

function timeline(corpus, rows) {
  const table = corpus.table.dates;
  const days = [];
  const counts = new Map();
  let outside = 0;
  // Many days would draw a smear: they are put together by month.
  const crowded = new Set(rows.map((row) => corpus.documents.cell(table.document[row], "date"))).size > 40;
  for (const row of rows) {
    const spoken = corpus.documents.cell(table.document[row], "date");
    const [begin, end] = [Date.parse(table.cell(row, "begin")), Date.parse(table.cell(row, "end"))];
    if (!spoken || Number.isNaN(begin) || Number.isNaN(end)) continue;
    const when = Date.parse(spoken);
    const about = new Date((begin + end) / 2);
    if (Math.abs(about - when) > YEARS_AROUND * 365.25 * 864e5 || end - begin > 366 * 864e5) {
      outside += 1;
      continue;
    }
    days.push(when);
    const tense = end < when ? "past" : begin > when ? "future" : "present";
    const key = JSON.stringify([about.toISOString().slice(0, 7), crowded ? `${spoken.slice(0, 7)}-15` : spoken, tense]);
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  const colours = new Map([[t("past"), "#8a63d2"], [t("present"), "#9498a0"], [t("future"), "#e07b39"]]);
  const items = [...counts].map(([key, value]) => {
    const [about, spoken, tense] = JSON.parse(key);
    return {
      about: new Date(`${about}-15T00:00:00Z`), spoken: new Date(spoken), tense: t(tense), value,
      title: t("timeline-tip", { n: number(value), about: month(about), spoken: crowded ? month(spoken.slice(0, 7)) : day(spoken) }),
    };
  });
  const years = new Map();
  for (const item of items) {
    const year = String(item.about.getUTCFullYear());
    const cells = years.get(year) || new Map();
    years.set(year, cells.set(item.tense, (cells.get(item.tense) || 0) + item.value));
  }
  const pad = (low, high) => [new Date(low - 45 * 864e5), new Date(high + 45 * 864e5)];
  return chart({
    title: t("timeline"), note: t("note-timeline", { n: number(outside), years: YEARS_AROUND }),
    legend: legendOf([...colours]),
    drawing: against(items, {
      about: pad(d3.min(items, (i) => +i.about), d3.max(items, (i) => +i.about)),
      spoken: pad(d3.min(days), d3.max(days)),
    }, colours),
    header: [t("about"), ...colours.keys()],
    rows: [...years].sort().map(([year, cells]) => [year, ...[...colours.keys()].map((k) => number(cells.get(k) || 0))]),
  });
}
