// When the texts speak of: dates by what they are about, before or after the day on which they are said.

const FIRST_DATES = 0.02; // of the dates at either end, which a few far ones would stretch the picture for
const LONGEST_PERIOD = 366 * 864e5;
const TENSES = new Map([
  ["past", "#8a63d2"],
  ["present", "#8b8f97"],
  ["future", "#c9631f"],
]);

function timeline(corpus, rows) {
  const table = corpus.table.dates;
  const told = [];
  let outside = 0;
  for (const row of rows) {
    const spoken = Date.parse(corpus.documents.cell(table.document[row], "date"));
    const [begin, end] = [Date.parse(table.cell(row, "begin")), Date.parse(table.cell(row, "end"))];
    if (Number.isNaN(spoken) || Number.isNaN(begin) || Number.isNaN(end) || end - begin > LONGEST_PERIOD) {
      outside += 1;
      continue;
    }
    const about = new Date((begin + end) / 2).toISOString();
    if (!/^\d{4}-/.test(about))
      outside += 1; // before the year 0, or after 9999
    else told.push({ about: about.slice(0, 7), tense: end < spoken ? "past" : begin > spoken ? "future" : "present" });
  }
  told.sort((a, b) => (a.about < b.about ? -1 : a.about > b.about ? 1 : 0));
  const cut = Math.floor(told.length * FIRST_DATES);
  const inside = told.slice(cut, told.length - cut);
  const periods = periodsOf(inside.map((one) => one.about));
  const counts = new Map();
  for (const { about, tense } of inside) {
    const key = `${periods.of(about)} ${tense}`;
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  const of = (period, tense) => counts.get(`${period} ${tense}`) || 0;
  const colours = new Map([...TENSES].map(([tense, colour]) => [t(tense), colour]));
  const cells = periods.all.flatMap((period) =>
    [...TENSES.keys()]
      .filter((tense) => of(period, tense))
      .map((tense) => ({ period, series: t(tense), value: of(period, tense), href: datesHash(period) })),
  );
  return chart({
    title: t("timeline"),
    note: t("note-timeline", { n: outside + 2 * cut, of: rows.length }),
    legend: [...colours],
    drawing: columns(cells, periods.all, colours, { yLabel: t("mentions"), format: number }),
    links: columnLinks(cells, number),
    header: [t("about"), ...colours.keys()],
    rows: periods.all.map((period) => [
      periodLabel(period),
      ...[...TENSES.keys()].map((tense) => number(of(period, tense))),
    ]),
  });
}

// The dates of a year or a month, which their values begin with.
const datesHash = (period) => tableHash("dates", period.replace(/-Q\d$/, ""));
