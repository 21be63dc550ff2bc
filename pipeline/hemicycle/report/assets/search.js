// Search over the texts: each place with the words around it, who speaks there and when. Texts are folded
// when they are first searched, a few at a time, so that the page answers meanwhile.

const SLICE = 12; // milliseconds of searching before the page may do something else
const AROUND = 90;
let searching = 0;

function drawSearch(main, corpus, filters) {
  const results = h("div", { id: "results", "aria-live": "polite" });
  const input = h("input", {
    type: "search",
    id: "search-query",
    value: here.params.get("q") || "",
    "aria-describedby": "search-help",
  });
  const form = h(
    "form",
    {
      class: "tools seeking",
      role: "search",
      onsubmit: (event) => {
        event.preventDefault();
        go(changedAddress({ q: input.value.trim(), page: null }));
        byId("search-query").focus();
      },
    },
    h("label", { class: "hidden", for: "search-query" }, t("search-texts")),
    input,
    h("button", { type: "submit", id: "search-go" }, t("search-go")),
  );
  fill(
    main,
    h("h1", {}, t("search-texts")),
    form,
    h("p", { class: "note", id: "search-help" }, t("search-help")),
    results,
  );
  find(results, corpus, filters, new Query(here.params.get("q")));
}

// Searches document after document; a later search, or another view, ends an earlier one.
async function find(results, corpus, filters, query) {
  const mine = ++searching;
  if (query.isEmpty) return;
  fill(results, h("p", { class: "note" }, t("searching")));
  const hits = [];
  let documents = 0;
  let pause = performance.now() + SLICE;
  for (let d = 0; d < corpus.length; d++) {
    if (!filters.included[d]) continue;
    if (performance.now() > pause) {
      await new Promise((resolve) => setTimeout(resolve));
      if (mine !== searching) return;
      pause = performance.now() + SLICE;
    }
    const folded = corpus.foldedText(d);
    if (!query.isIn(folded)) continue;
    const found = query.places(folded).filter(([start]) => isHeard(filters, d, start));
    documents += found.length > 0;
    for (const [start, end] of found) hits.push({ d, start, end });
  }
  showHits(results, corpus, filters, hits, documents);
}

// Whether a place is said by whom is looked at.
function isHeard({ speakers, chosen }, d, place) {
  if (!chosen.speaker && !chosen.group) return true;
  const row = speakers.at(d, place);
  const table = row === null ? speakers.corpus.documents : speakers.speeches;
  return (
    (!chosen.speaker || speakers.of(table, row ?? d).includes(chosen.speaker)) &&
    (!chosen.group || (row !== null && table.cell(row, "group") === chosen.group))
  );
}

function showHits(results, corpus, filters, hits, documents) {
  const pages = Math.max(1, Math.ceil(hits.length / PAGE_ROWS));
  const page = Math.max(1, Math.min(Math.floor(Number(here.params.get("page"))) || 1, pages));
  const told = hits.map((hit) => ({ ...hit, ...whoAt(corpus, filters, hit) }));
  fill(
    results,
    h(
      "div",
      { class: "tools" },
      h("p", { class: "note", role: "status", id: "hit-count" }, t("hits", { n: hits.length, documents: t("n-documents", { n: documents }) })),
      hits.length > 0 &&
        h(
          "button",
          {
            type: "button",
            id: "download-hits",
            onclick: () => downloadCsv(`${fileName(here.params.get("q"))}.csv`, hitsAsCsv(corpus, told)),
          },
          t("download-csv"),
        ),
    ),
    h(
      "ol",
      { class: "hits", start: (page - 1) * PAGE_ROWS + 1 },
      told.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS).map(({ d, start, end, speaker, group }) =>
        h(
          "li",
          {},
          h(
            "p",
            { class: "kwic" },
            context(
              corpus,
              d,
              start,
              end,
              (text) => h("a", { class: "place", href: hitHash(corpus, d, start, end) }, text),
              AROUND,
            ),
          ),
          h(
            "p",
            { class: "note" },
            speaker && h("b", {}, speaker),
            group && ` (${group})`,
            speaker && " · ",
            [day(corpus.documents.cell(d, "date")), corpus.title(d)].filter(Boolean).join(" · "),
          ),
        ),
      ),
    ),
    pager(page, pages),
  );
}

function whoAt(corpus, { speakers }, { d, start }) {
  const row = speakers.at(d, start);
  return row === null
    ? { speech: null, speaker: corpus.documents.cell(d, "speaker"), group: "" }
    : Object.fromEntries(["speech", "speaker", "group"].map((name) => [name, speakers.speeches.cell(row, name)]));
}

// A place in a text by its offsets; what is searched for goes along, to be marked.
function hitHash(corpus, d, start, end) {
  return addressOf(["doc", corpus.documents.cell(d, "doc_id"), "at", corpus.stretch(d, start, end)], {
    q: here.params.get("q"),
  });
}

// Hits as `hemicycle search` gives them.
function hitsAsCsv(corpus, hits) {
  const cells = ({ d, start, end, speech, speaker, group }) => {
    const text = corpus.texts[d];
    return [
      corpus.documents.cell(d, "doc_id"),
      corpus.codePoint(d, start),
      corpus.codePoint(d, end),
      corpus.documents.cell(d, "date"),
      speech,
      speaker,
      group,
      text
        .slice(Math.max(0, start - CONTEXT), start)
        .split("\n")
        .at(-1),
      text.slice(start, end),
      text.slice(end, end + CONTEXT).split("\n")[0],
      corpus.documents.cell(d, "title"),
    ];
  };
  const header = [
    "doc_id",
    "start_char",
    "end_char",
    "date",
    "speech",
    "speaker",
    "group",
    "before",
    "text",
    "after",
    "title",
  ];
  return [header, ...hits.map(cells)];
}
