// The view that compares two speakers, groups or sets of documents.

const MOST_COMPARED = 12;
const MOST_COMPARED_ROWS = 15;

function drawCompare(main, corpus, filters) {
  const choices = new Map(comparable(corpus, filters));
  const title = h("h1", {}, t("compare"));
  if (!choices.size) return fill(main, title, h("p", { class: "note" }, t("nothing-to-compare")));
  const asked = here.params.get("by");
  const by = choices.has(asked) ? asked : choices.has("group") ? "group" : [...choices.keys()][0];
  const values = choices.get(by);
  const known = (name) => values.includes(here.params.get(name)) && here.params.get(name);
  const a = known("a") || values.find((value) => value !== known("b"));
  const b = (known("b") !== a && known("b")) || values.find((value) => value !== a);
  const { sides, dimensions } = comparison(corpus, filters, by, [a, b]);
  const swap = h(
    "button",
    { type: "button", id: "swap", onclick: () => go(changedAddress({ by, a: b, b: a })) },
    t("swap"),
  );
  fill(
    main,
    title,
    h(
      "div",
      { class: "tools" },
      selection(
        "by",
        t("compare-by"),
        [...choices.keys()].map((name) => [name, columnLabel(name)]),
        by,
        () => ({ a: null, b: null }),
      ),
      selection(
        "a",
        t("side-a"),
        values.map((value) => [value, valueLabel(by, value)]),
        a,
        () => ({ by, b }),
      ),
      selection(
        "b",
        t("side-b"),
        values.map((value) => [value, valueLabel(by, value)]),
        b,
        () => ({ by, a }),
      ),
      swap,
      h(
        "button",
        {
          type: "button",
          id: "download-compare",
          onclick: () => downloadCsv(`${fileName(`${a} ${b}`)}.csv`, comparedAsCsv(dimensions)),
        },
        t("download-csv"),
      ),
    ),
    h("p", { class: "note" }, t("note-compare")),
    h(
      "div",
      { class: "sides" },
      sides.map((side, place) => sideCard(side, TONES[place], OF_TURNS.includes(by))),
    ),
    h(
      "div",
      { class: "charts compared" },
      dimensions.filter(({ items }) => items.length).map((compared) => comparedChart(compared, sides)),
    ),
  );
  drawCharts(main);
}

function selection(name, text, options, chosen, others) {
  const select = h(
    "select",
    { id: `compare-${name}`, onchange: (event) => go(changedAddress({ ...others(), [name]: event.target.value })) },
    options.map(([value, shown]) => h("option", { value, selected: value === chosen }, shown)),
  );
  return h("div", { class: "field" }, h("label", { for: `compare-${name}` }, text), select);
}

function sideCard(side, tone, hasTurns) {
  return h(
    "section",
    { class: "side", style: `--tone:${tone}` },
    h("h2", {}, side.name),
    h(
      "p",
      {},
      [
        t("n-documents", { n: side.documents }),
        hasTurns && t("n-speeches", { n: side.speeches }),
        t("n-words", { n: side.words }),
      ]
        .filter(Boolean)
        .join(" · "),
    ),
  );
}

// Things of a dimension: those of one side to the right of the middle, those of the other to the left.
function comparedChart({ dimension, table, items }, sides) {
  const column = { themes: "theme", sectors: "sector" }[dimension];
  const shownAs = (item) => (column ? valueLabel(column, item) : item);
  const top = items
    .slice(0, MOST_COMPARED)
    .sort((x, y) => y.logOdds - x.logOdds)
    .map((one) => ({ ...one, shown: shownAs(one.item), href: tableHash(table.name, one.item) }));
  const said = (one) => `${one.shown} : ${signed(one.logOdds)} [${signed(one.low)} ; ${signed(one.high)}]`;
  return chart({
    title: dimension === "words" ? tableLabel("keywords") : tableLabel(dimension),
    note: t("note-compared", { a: sides[0].name, b: sides[1].name }),
    legend: sides.map((side, place) => [side.name, TONES[place]]),
    drawing: intervals(top, sides),
    links: top.map(said),
    unfolded: true,
    header: [t("compared-item"), sides[0].name, sides[1].name, `${t("log-odds")} [${t("interval")}]`],
    rows: items
      .slice(0, MOST_COMPARED_ROWS)
      .map((one) => [
        h("a", { href: tableHash(table.name, one.item), class: isSure(one) ? null : "unsure" }, shownAs(one.item)),
        ...one.counts.map((n, side) => `${number(n)} (${share(one.shares[side])})`),
        `${signed(one.logOdds)} [${signed(one.low)} ; ${signed(one.high)}]`,
      ]),
  });
}

// Whether the interval leaves out 0, where both sides are alike.
const isSure = ({ low, high }) => low > 0 || high < 0;
const signed = (value) =>
  number(value, { signDisplay: "exceptZero", minimumFractionDigits: 2, maximumFractionDigits: 2 });

function comparedAsCsv(dimensions) {
  const round = (value) => Math.round(value * 1e4) / 1e4;
  const header = ["dimension", "item", "count_a", "share_a", "count_b", "share_b", "log_odds", "low", "high"];
  return [
    header,
    ...dimensions.flatMap(({ dimension, items }) =>
      items.map(({ item, counts, shares, logOdds, low, high }) => [
        dimension,
        item,
        counts[0],
        round(shares[0]),
        counts[1],
        round(shares[1]),
        round(logOdds),
        round(low),
        round(high),
      ]),
    ),
  ];
}
