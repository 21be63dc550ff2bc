// What the address asks for is shown: #/, #/table/<name>/<words>, #/doc/<id>/<table>/<row>.

const go = (hash) => { location.hash = hash; };

async function start() {
  const main = byId("main");
  relabel();
  let corpus;
  try {
    corpus = await readCorpus();
  } catch (error) {
    fill(main, h("p", { class: "note" }, t("unreadable")));
    throw error;
  }
  const filters = new Filters(corpus, () => {
    filters.refresh();
    show();
  });

  function show(focus) {
    hideTip();
    const [view, ...parts] = location.hash.slice(2).split("/").map(decodeURIComponent);
    if (view === "doc") drawDocument(main, corpus, filters, ...parts);
    else if (view === "table") drawTable(main, corpus, filters, parts[0], focus ? parts[1] : undefined);
    else drawOverview(main, corpus, filters);
    document.title = `${main.querySelector("h1").textContent} – hemicycle`;
    for (const link of document.querySelectorAll("#views a"))
      link.toggleAttribute("aria-current", false), link.dataset.view === (view || "") && link.setAttribute("aria-current", "page");
    if (focus && view !== "doc") window.scrollTo(0, 0);
    byId("filters").hidden = view === "doc";
  }

  function drawAll() {
    relabel();
    fill(byId("views"),
      h("a", { href: "#/", "data-view": "" }, t("overview")),
      h("a", { href: tableHash("documents"), "data-view": "table" }, t("tables")));
    byId("views").setAttribute("aria-label", t("views"));
    filters.draw(byId("filters"));
    filters.refresh();
    show(true);
  }

  byId("language").addEventListener("change", (event) => {
    language = event.target.value;
    drawAll();
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  window.addEventListener("hashchange", () => {
    show(true);
    if (!document.activeElement || document.activeElement === document.body) main.focus({ preventScroll: true });
  });
  window.addEventListener("scroll", () => hideTip(), { passive: true });
  let width = innerWidth;
  window.addEventListener("resize", () => {
    if (innerWidth !== width) drawCharts(main);
    width = innerWidth;
  });
  drawAll();
}

start();
