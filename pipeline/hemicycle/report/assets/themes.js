// Topics: how much of the words, or of the documents, is about each; over all and over time.

const MOST_BARS = 10;
const MOST_THEMES = 6;

// By words, a sentence about two topics is half about each, and what has no topic stays blank. By
// documents, each document is shared out among its topics, and those without any do not count.
const MEASURES = {
  words: (corpus, filters, rows) => {
    const table = corpus.table.theme_passages;
    return { table, weights: weightsByWords(corpus, table, rows.theme_passages), whole: filters.wordsByDocument() };
  },
  documents: (corpus, filters, rows) => {
    const table = corpus.table.themes;
    const weights = weightsByDocuments(
      table,
      filters.ofSomeone ? rows.themes : rows.themes.filter((row) => table.isOfDocument(row)),
    );
    const whole = new Float64Array(corpus.length);
    for (const row of weights.keys()) whole[table.document[row]] = 1;
    return { table, weights, whole };
  },
};

// How many words of a topic each row tells of.
function weightsByWords(corpus, table, rows) {
  const sharing = new Map();
  const place = (row) => table.document[row] * 2 ** 24 + table.start[row];
  for (const row of rows) sharing.set(place(row), (sharing.get(place(row)) || 0) + 1);
  return new Map(rows.map((row) => [row, wordsIn(corpus.words(table, row)) / sharing.get(place(row))]));
}

const wordsIn = (text) => text.split(/\s+/).filter(Boolean).length;

// Which part of its document each row tells of; the same topic of two speeches counts once.
function weightsByDocuments(table, rows) {
  const topics = new Map();
  const first = [];
  for (const row of rows) {
    const known = topics.get(table.document[row]) || new Set();
    if (!known.has(table.cell(row, "code"))) first.push(row);
    topics.set(table.document[row], known.add(table.cell(row, "code")));
  }
  return new Map(first.map((row) => [row, 1 / topics.get(table.document[row]).size]));
}

// What both charts are drawn from.
function measuredThemes(corpus, filters, rows) {
  const asked = here.params.get("measure");
  const measure = MEASURES[asked] ? asked : corpus.table.theme_passages?.length ? "words" : "documents";
  const { table, weights, whole } = MEASURES[measure](corpus, filters, rows);
  const totals = new Map();
  for (const [row, weight] of weights) {
    const code = table.cell(row, "code");
    const known = totals.get(code) || { code, text: table.cell(row, "theme"), weight: 0, documents: new Set() };
    known.weight += weight;
    known.documents.add(table.document[row]);
    totals.set(code, known);
  }
  const themes = [...totals.values()].sort((a, b) => b.weight - a.weight || a.text.localeCompare(b.text));
  return { measure, table, weights, whole, themes };
}

const themeHash = ({ table }, text, more = {}) => addressOf(["table", table.name], { q: text, ...more });

function measureChoice(measure) {
  return h(
    "p",
    { class: "control", role: "group", "aria-label": t("measured-by") },
    Object.keys(MEASURES).map((name) =>
      h(
        "button",
        {
          type: "button",
          id: `measure-${name}`,
          "aria-pressed": String(name === measure),
          onclick: () => go(changedAddress({ measure: name })),
        },
        t(`share-of-${name}`),
      ),
    ),
  );
}

function themesOverall(measured) {
  const { measure, themes, whole } = measured;
  const all = whole.reduce((sum, one) => sum + one, 0);
  const items = themes.map((theme) => ({ ...theme, value: all ? theme.weight / all : 0 }));
  const top = items.slice(0, MOST_BARS).map(({ code, text, value }) => ({
    text,
    shown: valueLabel("theme", text),
    value,
    colour: themeColour(code),
    href: themeHash(measured, text),
  }));
  return barChart(
    top,
    {
      title: tableLabel("themes"),
      note: t(`note-themes-${measure}`, { n: Math.round(all) }),
      controls: measureChoice(measure),
      header: [columnLabel("theme"), t(`share-of-${measure}`), t(`of-${measure}`), tableLabel("documents")],
      rows: items.map((item) => [
        h("a", { href: themeHash(measured, item.text) }, valueLabel("theme", item.text)),
        share(item.value),
        number(item.weight, { maximumFractionDigits: measure === "words" ? 0 : 1 }),
        number(item.documents.size),
      ]),
    },
    share,
  );
}

function themesOverTime(corpus, measured) {
  const { measure, table, weights, whole, themes } = measured;
  const date = (d) => corpus.documents.cell(d, "date").slice(0, 7);
  const counted = Array.from(whole.keys()).filter((d) => whole[d] > 0 && date(d));
  const periods = periodsOf(counted.map(date));
  const wholes = new Map();
  for (const d of counted) wholes.set(periods.of(date(d)), (wholes.get(periods.of(date(d))) || 0) + whole[d]);
  const top = new Map(themes.slice(0, MOST_THEMES).map((theme) => [theme.code, theme]));
  const names = [...top.keys(), ...(themes.length > top.size ? ["others"] : [])];
  const nameOf = (code) => (code === "others" ? t("others") : valueLabel("theme", top.get(code).text));
  const sums = new Map();
  for (const [row, weight] of weights) {
    const d = table.document[row];
    if (!date(d)) continue;
    const code = table.cell(row, "code");
    const key = `${periods.of(date(d))} ${top.has(code) ? code : "others"}`;
    sums.set(key, (sums.get(key) || 0) + weight);
  }
  const part = (period, code) => (sums.get(`${period} ${code}`) || 0) / (wholes.get(period) || 1);
  const cells = periods.all.flatMap((period) =>
    names
      .filter((code) => part(period, code) > 0)
      .map((code) => ({
        period,
        series: nameOf(code),
        value: part(period, code),
        href: themeHash(measured, code === "others" ? null : top.get(code).text, monthsOf(period)),
      })),
  );
  const colours = new Map(names.map((code) => [nameOf(code), themeColour(code)]));
  return chart({
    title: t("themes-over-time"),
    note: t(`note-over-time-${measure}`),
    legend: [...colours],
    drawing: columns(cells, periods.all, colours, { yLabel: t(`share-of-${measure}`), domain: [0, 1] }),
    links: columnLinks(cells),
    header: [columnLabel("period"), t(`of-${measure}`), ...colours.keys()],
    rows: cells.length
      ? periods.all.map((period) => [
          periodLabel(period),
          number(Math.round(wholes.get(period) || 0)),
          ...names.map((code) => percent(part(period, code))),
        ])
      : [],
  });
}
