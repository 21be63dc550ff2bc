// Shows what the address asks for, and reacts to the reader.

const VIEWS = [
  ["", "overview", []],
  ["table", "tables", ["table", "documents"]],
  ["search", "search-texts", ["search"]],
  ["compare", "compare", ["compare"]],
  ["corrections", "corrections", ["corrections"]],
];

async function start() {
  const main = byId("view");
  readAddress();
  relabel();
  let corpus;
  try {
    corpus = await readCorpus();
  } catch (error) {
    fill(main, h("p", { class: "note" }, t("unreadable")));
    throw error;
  }
  corrections = new Corrections(corpus);
  const filters = new Filters(corpus);
  const bar = new FilterBar(byId("filters"), corpus, filters);
  const draw = {
    table: () => drawTable(main, corpus, filters, here.parts[0]),
    doc: () => drawDocument(main, corpus, filters, ...here.parts),
    search: () => drawSearch(main, corpus, filters),
    compare: () => drawCompare(main, corpus, filters),
    corrections: () => drawCorrections(main, corpus),
  };
  let drawn = null;

  // Draws the view of the address; what had the focus keeps it, if it is still there.
  function show() {
    hideTip();
    searching += 1;
    const focused = document.activeElement?.id;
    language = LABELS[here.params.get("lang")] ? here.params.get("lang") : READERS;
    filters.read(here.params);
    if (drawn !== language) {
      relabel();
      bar.draw();
      drawn = language;
    } else bar.refresh();
    byId("filters").hidden = here.view === "doc" || here.view === "corrections";
    drawViews();
    (draw[here.view] ?? (() => drawOverview(main, corpus, filters)))();
    document.title = `${main.querySelector("h1").textContent} – hemicycle`;
    if (focused && document.activeElement === document.body) byId(focused)?.focus({ preventScroll: true });
  }

  function drawViews() {
    const current = VIEWS.some(([view]) => view === here.view) ? here.view : here.view === "doc" ? "table" : "";
    const n = corrections.lines.length;
    const isOffered = (view) => view !== "corrections" || n || view === current;
    fill(
      byId("views"),
      VIEWS.filter(([view]) => isOffered(view)).map(([view, name, path]) =>
        h(
          "a",
          { href: addressOf(path), "aria-current": view === current ? (here.view === "doc" ? "true" : "page") : null },
          view === "corrections" && n ? `${t(name)} (${number(n)})` : t(name),
        ),
      ),
    );
    reveal(byId("views"));
    byId("views").setAttribute("aria-label", t("views"));
    document.querySelector(".brand").setAttribute("href", addressOf([]));
  }

  whenMoved = show;
  byId("language").addEventListener("change", (event) => go(changedAddress({ lang: event.target.value })));
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
  window.addEventListener("hashchange", () => {
    const before = written([here.view, ...here.parts], new URLSearchParams());
    readAddress();
    show();
    const isOther = before !== written([here.view, ...here.parts], new URLSearchParams());
    if (isOther && here.view !== "doc") window.scrollTo(0, 0);
    if (!document.activeElement || document.activeElement === document.body)
      byId("main").focus({ preventScroll: true });
  });
  document.addEventListener("keydown", readingKeys);
  window.addEventListener("scroll", () => hideTip(), { passive: true });
  let width = innerWidth;
  window.addEventListener("resize", () => {
    if (innerWidth !== width) drawCharts(main);
    width = innerWidth;
  });
  window.addEventListener("beforeunload", (event) => {
    if (corrections.isUnsaved) event.preventDefault();
  });
  window.addEventListener("beforeprint", () => drawCharts(main, true));
  show();
}

start();
