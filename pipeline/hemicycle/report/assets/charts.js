// Charts, each with its figures as a table below. The drawing is Observable Plot's.

const OTHER_COLOURS = ["#4269d0", "#efb118", "#ff725c", "#3ca951", "#a463f2", "#9498a0"];

// A titled chart: what it shows, its legend, its figures as rows of cells under a header.
function chart({ title, note, drawing, legend, controls, header, rows }) {
  const figures = h(
    "details",
    {},
    h("summary", {}, t("figures"), h("span", { class: "hidden" }, ` : ${title}`)),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `${t("figures")} : ${title}` },
      h("table", {},
        h("thead", {}, h("tr", {}, header.map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, place) =>
          h(place ? "td" : "th", place ? { class: "number" } : { scope: "row" }, cell)))))),
    ),
  );
  const shown = rows.length
    ? h("div", { class: "drawing", role: "img", "aria-label": `${title}. ${note}` })
    : h("p", { class: "note" }, t("nothing"));
  if (rows.length) {
    const draw = () => {
      const svg = drawing(Math.max(260, Math.min(shown.clientWidth || 600, 1100)));
      svg.setAttribute("aria-hidden", "true");
      shown.replaceChildren(svg);
    };
    shown.draw = draw;
  }
  return h(
    "section", { class: "chart" },
    h("h2", {}, title), h("p", { class: "note" }, note), controls, legend, shown,
    rows.length ? figures : null,
  );
}

// Charts know their width only once they stand in the page.
function drawCharts(root) {
  for (const drawing of root.querySelectorAll(".drawing")) drawing.draw?.();
}

function legendOf(entries) {
  return h("ul", { class: "legend" }, entries.map(([text, colour]) =>
    h("li", {}, h("span", { class: "swatch", style: `background:${colour}`, "aria-hidden": "true" }), text)));
}

// Dates on an axis: years over a long time, else months, in the reader's language.
function dateTicks([first, last]) {
  const long = last - first > 3 * 365 * 864e5;
  return (date) => (long ? String(date.getUTCFullYear()) : month(date.toISOString().slice(0, 7)));
}

const plotStyle = { background: "transparent", color: "inherit", fontFamily: "inherit", fontSize: "12px", overflow: "visible" };

// Bars with their labels above them, which leaves room for long ones on a small screen.
// items: {text, value}; open(item) is called by a click.
function bars(items, colour, open) {
  return (width) => {
    const svg = Plot.plot({
      width, height: items.length * 38 + 8,
      marginLeft: 0, marginRight: 44, marginTop: 0, marginBottom: 4,
      style: plotStyle,
      x: { axis: null, domain: [0, Math.max(...items.map((item) => item.value))] },
      y: { axis: null, domain: items.map((item) => item.text), paddingInner: 0.1 },
      marks: [
        Plot.barX(items, { y: "text", x: "value", fill: colour, insetTop: 22, rx: 2 }),
        Plot.text(items, { y: "text", x: 0, text: (item) => shorten(item.text, width / 7), textAnchor: "start", lineAnchor: "bottom", dy: 0 }),
        Plot.text(items, { y: "text", x: "value", text: (item) => number(item.value), textAnchor: "start", dx: 6, dy: 11, fillOpacity: 0.75, fontVariant: "tabular-nums" }),
        Plot.tip(items, Plot.pointerY({ y: "text", x: "value", title: (item) => `${item.text}\n${number(item.value)}` })),
      ],
    });
    svg.addEventListener("click", () => svg.value && open(svg.value));
    return svg;
  };
}

// Stacked columns by period. cells: {period, series, value}, values being shares.
function columns(cells, periods, colours, yLabel) {
  return (width) => {
    const every = Math.ceil((periods.length * 62) / width);
    const ticks = periods.filter((_, place) => place % every === 0);
    return Plot.plot({
      width, height: 280, marginLeft: 34, marginBottom: 30, marginTop: 22,
      style: plotStyle,
      color: { domain: [...colours.keys()], range: [...colours.values()] },
      x: { domain: periods, label: null, ticks, tickFormat: periodLabel, tickSize: 0 },
      y: { label: yLabel, grid: true, domain: [0, 1], tickFormat: percent, ticks: 5 },
      marks: [
        Plot.barY(cells, { x: "period", y: "value", fill: "series", order: [...colours.keys()], tip: { format: { x: periodLabel, y: percent } } }),
        Plot.ruleY([0]),
      ],
    });
  };
}

// One dot for each amount, by row, on a logarithmic scale. dots: {group, value, title}.
function dots(items, groups, unit, colour, open) {
  return (width) => {
    const svg = Plot.plot({
      width, height: groups.length * 46 + 52,
      marginLeft: 12, marginRight: 24, marginTop: 8, marginBottom: 36,
      style: plotStyle,
      x: { type: "log", label: unit, tickFormat: compact, ticks: Math.max(3, Math.floor(width / 110)), grid: true, nice: true },
      y: { axis: null, domain: groups, padding: 0.2, align: 0 },
      marks: [
        Plot.text(groups, { y: (group) => group, text: (group) => shorten(group, width / 7), frameAnchor: "left", textAnchor: "start", dx: -10, dy: -12, fillOpacity: 0.85 }),
        Plot.dot(items, { y: "group", x: "value", fill: colour, fillOpacity: 0.65, r: 5, dy: 8 }),
        Plot.tip(items, Plot.pointer({ y: "group", x: "value", title: "title", dy: 8 })),
      ],
    });
    svg.addEventListener("click", () => svg.value && open(svg.value));
    return svg;
  };
}

// What is spoken of against when it was spoken. items: {about, spoken, tense, value}.
function against(items, range, colours) {
  return (width) =>
    Plot.plot({
      width, height: 320, marginLeft: 76, marginBottom: 40, marginTop: 16, marginRight: 20,
      style: plotStyle,
      color: { domain: [...colours.keys()], range: [...colours.values()] },
      r: { range: [1.5, 9] },
      x: { type: "utc", label: t("about"), domain: range.about, tickFormat: dateTicks(range.about), ticks: Math.max(3, Math.floor(width / 120)) },
      y: { type: "utc", label: null, domain: range.spoken, tickFormat: dateTicks(range.spoken), ticks: 5, grid: true },
      marks: [
        Plot.line([range.spoken[0], range.spoken[1]], { x: (d) => d, y: (d) => d, strokeOpacity: 0.4, strokeDasharray: "4 4", clip: true }),
        Plot.dot(items, { x: "about", y: "spoken", r: "value", fill: "tense", fillOpacity: 0.55, clip: true }),
        Plot.tip(items, Plot.pointer({ x: "about", y: "spoken", title: "title" })),
      ],
    });
}

const shorten = (text, length) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);

// Periods fine enough to show a course, coarse enough to be seen.
function periodsOf(months) {
  const sorted = [...months].sort();
  if (!sorted.length) return { of: () => null, all: [] };
  const [first, last] = [sorted[0], sorted.at(-1)];
  const span = (last.slice(0, 4) - first.slice(0, 4)) * 12 + (last.slice(5) - first.slice(5));
  const quarter = (m) => `${m.slice(0, 4)}-Q${Math.ceil(m.slice(5) / 3)}`;
  const of = span < 24 ? (m) => m : span < 96 ? quarter : (m) => m.slice(0, 4);
  const all = new Set();
  for (let n = 0; n <= span; n++) {
    const place = +first.slice(5) - 1 + n;
    const year = String(+first.slice(0, 4) + Math.floor(place / 12)).padStart(4, "0");
    all.add(of(`${year}-${String((place % 12) + 1).padStart(2, "0")}`));
  }
  return { of, all: [...all] };
}

function periodLabel(period) {
  if (/^\d{4}-\d\d$/.test(period)) return month(period);
  const quarter = /^(\d{4})-Q(\d)$/.exec(period);
  return quarter ? t("quarter", { n: quarter[2], year: quarter[1] }) : period;
}
