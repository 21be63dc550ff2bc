// Charts, each with its figures as a table below. The drawing is Observable Plot's.

// A titled chart: what it shows, its legend, its figures as rows of cells under a header. `links` names
// each bar, in the order in which they are drawn; a drawing without links is one picture.
function chart({ title, note, drawing, links, legend = [], controls, header, rows, unfolded = false }) {
  const figures = h(
    "details",
    { open: unfolded },
    h("summary", {}, t("figures"), h("span", { class: "hidden" }, ` : ${title}`)),
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": `${t("figures")} : ${title}` },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            header.map((text) => h("th", { scope: "col" }, text)),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map((cells) =>
            h(
              "tr",
              {},
              cells.map((cell, place) => h(place ? "td" : "th", place ? { class: "number" } : { scope: "row" }, cell)),
            ),
          ),
        ),
      ),
    ),
  );
  const section = h("section", { class: "chart" }, h("h2", {}, title), h("p", { class: "note" }, note), controls);
  if (!rows.length) {
    section.append(h("p", { class: "note" }, t("nothing")));
    return section;
  }
  const shown = h("div", {
    class: "drawing",
    role: links ? "group" : "img",
    "aria-label": links ? title : `${title}. ${note}`,
  });
  shown.draw = () => {
    const svg = drawing(Math.max(260, Math.min(shown.clientWidth || 600, 1400)));
    tell(svg, links);
    shown.replaceChildren(svg);
  };
  section.append(
    ...[legendOf(legend), shown].filter(Boolean),
    h(
      "div",
      { class: "beneath" },
      figures,
      h(
        "p",
        { class: "downloads" },
        h(
          "button",
          { type: "button", onclick: () => downloadSvg(shown, title, note, legend), "aria-label": `SVG : ${title}` },
          "SVG",
        ),
        h(
          "button",
          { type: "button", onclick: () => downloadPng(shown, title, note, legend), "aria-label": `PNG : ${title}` },
          "PNG",
        ),
        h(
          "button",
          {
            type: "button",
            onclick: () => downloadCsv(`${fileName(title)}.csv`, figuresOf(figures)),
            "aria-label": `CSV : ${title}`,
          },
          "CSV",
        ),
      ),
    ),
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
const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries)
      if (entry.isIntersecting) {
        seen.unobserve(entry.target);
        entry.target.draw?.();
      }
  },
  { rootMargin: "400px" },
);

function drawCharts(root, all = false) {
  for (const drawing of root.querySelectorAll(".drawing")) {
    if (all || drawing.firstChild) drawing.draw?.();
    else seen.observe(drawing);
  }
}

function legendOf(entries) {
  return entries.length
    ? h(
        "ul",
        { class: "legend" },
        entries.map(([text, colour]) =>
          h("li", {}, h("span", { class: "swatch", style: `background:${colour}`, "aria-hidden": "true" }), text),
        ),
      )
    : null;
}
