// Charts, each with its figures as a table below. The drawing is Observable Plot's.

const plotStyle = { background: "transparent", color: "inherit", fontFamily: "inherit", fontSize: "12px", overflow: "visible" };

const shorten = (text, length) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);

// A titled chart: what it shows, its legend, its figures as rows of cells under a header. `links` names
// each bar, in the order in which they are drawn; a drawing without links is one picture.
function chart({ title, note, drawing, links, legend = [], controls, header, rows, unfolded = false }) {
  const figures = h(
    "details",
    { open: unfolded },
    h("summary", {}, t("figures"), h("span", { class: "hidden" }, ` : ${title}`)),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `${t("figures")} : ${title}` },
      h("table", {},
        h("thead", {}, h("tr", {}, header.map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, place) =>
          h(place ? "td" : "th", place ? { class: "number" } : { scope: "row" }, cell)))))),
    ),
  );
  const section = h("section", { class: "chart" }, h("h2", {}, title), h("p", { class: "note" }, note), controls);
  if (!rows.length) {
    section.append(h("p", { class: "note" }, t("nothing")));
    return section;
  }
  const shown = h("div", { class: "drawing", role: links ? "group" : "img", "aria-label": links ? title : `${title}. ${note}` });
  shown.draw = () => {
    const svg = drawing(Math.max(260, Math.min(shown.clientWidth || 600, 1400)));
    tell(svg, links);
    shown.replaceChildren(svg);
  };
  section.append(
    ...[legendOf(legend), shown].filter(Boolean),
    h("div", { class: "beneath" }, figures,
      h("p", { class: "downloads" },
        h("button", { type: "button", onclick: () => downloadSvg(shown, title, note, legend), "aria-label": `SVG : ${title}` }, "SVG"),
        h("button", { type: "button", onclick: () => downloadPng(shown, title, note, legend), "aria-label": `PNG : ${title}` }, "PNG"),
        h("button", { type: "button", onclick: () => downloadCsv(`${fileName(title)}.csv`, figuresOf(figures)), "aria-label": `CSV : ${title}` }, "CSV"))),
  );
  return section;
}

// What a drawing says to who does not see it: its links, each by name, or nothing beside its title.
function tell(svg, links) {
  for (const group of svg.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  if (!links) return svg.setAttribute("aria-hidden", "true");
  const anchors = [...svg.querySelectorAll("a")];
  anchors.forEach((anchor, place) => {
    anchor.setAttribute("href", anchor.getAttribute("xlink:href") ?? anchor.getAttribute("href"));
    anchor.setAttribute("aria-label", links[place]);
  });
  for (const text of svg.querySelectorAll("text")) if (!text.closest("a")) text.setAttribute("aria-hidden", "true");
  for (const title of svg.querySelectorAll("title")) title.remove();
}

const figuresOf = (details) =>
  [...details.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent));

// Charts know their width only once they stand in the page; those out of sight are drawn when they come near.
const seen = new IntersectionObserver((entries) => {
  for (const entry of entries)
    if (entry.isIntersecting) {
      seen.unobserve(entry.target);
      entry.target.draw?.();
    }
}, { rootMargin: "400px" });

function drawCharts(root, all = false) {
  for (const drawing of root.querySelectorAll(".drawing")) {
    if (all || drawing.firstChild) drawing.draw?.();
    else seen.observe(drawing);
  }
}

function legendOf(entries) {
  return entries.length ? h("ul", { class: "legend" }, entries.map(([text, colour]) =>
    h("li", {}, h("span", { class: "swatch", style: `background:${colour}`, "aria-hidden": "true" }), text))) : null;
}

// Bars with their labels above them, which leaves room for long ones on a small screen. Each row is a
// link, label and all. items: {text, value, href, colour}.
function bars(items, format = number) {
  const most = Math.max(...items.map((item) => item.value), Number.MIN_VALUE);
  return (width) =>
    Plot.plot({
      width, height: items.length * 38 + 8,
      marginLeft: 0, marginRight: 56, marginTop: 0, marginBottom: 4,
      style: plotStyle,
      x: { axis: null, domain: [0, most] },
      y: { axis: null, domain: items.map((item) => item.text), paddingInner: 0.1 },
      marks: [
        Plot.barX(items, { y: "text", x: "value", fill: "colour", insetTop: 22, rx: 2 }),
        Plot.text(items, { y: "text", x: 0, text: (item) => shorten(item.shown ?? item.text, width / 7), textAnchor: "start", lineAnchor: "bottom", dy: 0 }),
        Plot.text(items, { y: "text", x: "value", text: (item) => format(item.value), textAnchor: "start", dx: 6, dy: 11, fillOpacity: 0.85, fontVariant: "tabular-nums" }),
        Plot.barX(items, { y: "text", x1: 0, x2: most, fill: "transparent", insetTop: -2, insetBottom: -2, href: "href" }),
      ],
    });
}

const barLinks = (items, format = number) => items.map((item) => `${item.shown ?? item.text} : ${format(item.value)}`);

// Stacked columns by period; each part is a link. cells: {period, series, value, href}.
function columns(cells, periods, colours, { yLabel, format = percent, domain }) {
  return (width) => {
    const every = Math.ceil((periods.length * 84) / width);
    const ticks = periods.filter((_, place) => place % every === 0);
    return Plot.plot({
      width, height: 300, marginLeft: 48, marginBottom: 30, marginTop: 22, marginRight: 4,
      style: plotStyle,
      color: { domain: [...colours.keys()], range: [...colours.values()] },
      x: { domain: periods, label: null, ticks, tickFormat: periodLabel, tickSize: 0, padding: periods.length > 60 ? 0 : 0.1 },
      y: { label: yLabel, grid: true, domain, tickFormat: format, ticks: 5 },
      marks: [
        Plot.barY(cells, { x: "period", y: "value", fill: "series", order: [...colours.keys()], href: "href", tip: true,
          title: (cell) => `${cell.series}\n${periodLabel(cell.period)} : ${format(cell.value)}` }),
        Plot.ruleY([0]),
      ],
    });
  };
}

const columnLinks = (cells, format = percent) =>
  cells.map((cell) => `${cell.series}, ${periodLabel(cell.period)} : ${format(cell.value)}`);

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
        Plot.text(groups, { y: (group) => group, text: (group) => shorten(valueLabel("sector", group), width / 7), frameAnchor: "left", textAnchor: "start", dx: -10, dy: -12, fillOpacity: 0.85 }),
        Plot.dot(items, { y: "group", x: "value", fill: colour, fillOpacity: 0.65, r: 5, dy: 8 }),
        Plot.tip(items, Plot.pointer({ y: "group", x: "value", title: "title", dy: 8 })),
      ],
    });
    svg.addEventListener("click", () => svg.value && open(svg.value));
    return svg;
  };
}

// Differences with the interval in which each lies, around the middle where both sides are alike.
function intervals(items, sides) {
  const most = Math.max(...items.map((item) => Math.max(Math.abs(item.low), Math.abs(item.high))));
  const tone = (item) => (isSure(item) ? TONES[item.logOdds > 0 ? 0 : 1] : OTHER_COLOUR);
  return (width) =>
    Plot.plot({
      width, height: items.length * 40 + 44, marginLeft: 4, marginRight: 4, marginTop: 4, marginBottom: 36,
      style: plotStyle,
      x: { domain: [most, -most], grid: true, ticks: 5, tickFormat: (value) => number(Math.abs(value)),
        label: `← ${shorten(sides[0].name, 24)}   |   ${shorten(sides[1].name, 24)} →`, labelAnchor: "center", labelArrow: "none" },
      y: { axis: null, domain: items.map((item) => item.item), paddingInner: 0.1 },
      marks: [
        Plot.ruleX([0], { strokeOpacity: 0.6 }),
        Plot.text(items, { y: "item", text: (item) => shorten(item.shown, width / 7), frameAnchor: "left", textAnchor: "start", dy: -10 }),
        Plot.link(items, { y1: "item", y2: "item", x1: "low", x2: "high", stroke: tone, strokeWidth: 2, dy: 8 }),
        Plot.dot(items, { y: "item", x: "logOdds", fill: tone, r: 5, dy: 8 }),
        Plot.barX(items, { y: "item", x1: -most, x2: most, fill: "transparent", href: "href" }),
      ],
    });
}
