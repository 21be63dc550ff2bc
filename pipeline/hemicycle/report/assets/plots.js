// What charts are drawn as: bars, stacked columns, dots, intervals. The drawing is Observable Plot's.

const plotStyle = {
  background: "transparent",
  color: "inherit",
  fontFamily: "inherit",
  fontSize: "12px",
  overflow: "visible",
};

// A drawing of some size with its margins: above, to the right, below, to the left.
function plot(width, height, [marginTop, marginRight, marginBottom, marginLeft], parts) {
  return Plot.plot({ width, height, marginTop, marginRight, marginBottom, marginLeft, style: plotStyle, ...parts });
}

// Bars with their labels above them, which leaves room for long ones on a small screen. Each row is a
// link, label and all. items: {text, value, href, colour}.
function bars(items, format = number) {
  const most = Math.max(...items.map((item) => item.value), Number.MIN_VALUE);
  return (width) =>
    plot(width, items.length * 38 + 8, [0, 56, 4, 0], {
      x: { axis: null, domain: [0, most] },
      y: { axis: null, domain: items.map((item) => item.text), paddingInner: 0.1 },
      marks: [
        Plot.barX(items, { y: "text", x: "value", fill: "colour", insetTop: 22, rx: 2 }),
        Plot.text(items, {
          y: "text",
          x: 0,
          text: (item) => shorten(item.shown ?? item.text, width / 7),
          textAnchor: "start",
          lineAnchor: "bottom",
          dy: 0,
        }),
        Plot.text(items, {
          y: "text",
          x: "value",
          text: (item) => format(item.value),
          textAnchor: "start",
          dx: 6,
          dy: 11,
          fillOpacity: 0.85,
          fontVariant: "tabular-nums",
        }),
        Plot.barX(items, {
          y: "text",
          x1: 0,
          x2: most,
          fill: "transparent",
          insetTop: -2,
          insetBottom: -2,
          href: "href",
        }),
      ],
    });
}

// A chart of bars that are links; `options` as for any chart.
const barChart = (items, options, format) =>
  chart({ ...options, drawing: bars(items, format), links: barLinks(items, format) });

const barLinks = (items, format = number) => items.map((item) => `${item.shown ?? item.text} : ${format(item.value)}`);

// Stacked columns by period; each part is a link. cells: {period, series, value, href}.
function columns(cells, periods, colours, { yLabel, format = percent, domain }) {
  return (width) => {
    const every = Math.ceil((periods.length * 84) / width);
    const ticks = periods.filter((_, place) => place % every === 0);
    return plot(width, 300, [22, 4, 30, 48], {
      color: { domain: [...colours.keys()], range: [...colours.values()] },
      x: {
        domain: periods,
        label: null,
        ticks,
        tickFormat: periodLabel,
        tickSize: 0,
        padding: periods.length > 60 ? 0 : 0.1,
      },
      y: { label: yLabel, grid: true, domain, tickFormat: format, ticks: 5 },
      marks: [
        Plot.barY(cells, {
          x: "period",
          y: "value",
          fill: "series",
          order: [...colours.keys()],
          href: "href",
          tip: true,
          title: (cell) => `${cell.series}\n${periodLabel(cell.period)} : ${format(cell.value)}`,
        }),
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
    const svg = plot(width, groups.length * 46 + 52, [8, 24, 36, 12], {
      x: {
        type: "log",
        label: unit,
        tickFormat: compact,
        ticks: Math.max(3, Math.floor(width / 110)),
        grid: true,
        nice: true,
      },
      y: { axis: null, domain: groups, padding: 0.2, align: 0 },
      marks: [
        Plot.text(groups, {
          y: (group) => group,
          text: (group) => shorten(valueLabel("sector", group), width / 7),
          frameAnchor: "left",
          textAnchor: "start",
          dx: -10,
          dy: -12,
          fillOpacity: 0.85,
        }),
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
    plot(width, items.length * 40 + 44, [4, 4, 36, 4], {
      x: {
        domain: [most, -most],
        grid: true,
        ticks: 5,
        tickFormat: (value) => number(Math.abs(value)),
        label: `← ${shorten(sides[0].name, 24)}   |   ${shorten(sides[1].name, 24)} →`,
        labelAnchor: "center",
        labelArrow: "none",
      },
      y: { axis: null, domain: items.map((item) => item.item), paddingInner: 0.1 },
      marks: [
        Plot.ruleX([0], { strokeOpacity: 0.6 }),
        Plot.text(items, {
          y: "item",
          text: (item) => shorten(item.shown, width / 7),
          frameAnchor: "left",
          textAnchor: "start",
          dy: -10,
        }),
        Plot.link(items, { y1: "item", y2: "item", x1: "low", x2: "high", stroke: tone, strokeWidth: 2, dy: 8 }),
        Plot.dot(items, { y: "item", x: "logOdds", fill: tone, r: 5, dy: 8 }),
        Plot.barX(items, { y: "item", x1: -most, x2: most, fill: "transparent", href: "href" }),
      ],
    });
}
