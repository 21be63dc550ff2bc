// The tables: sorted by any column, filtered by words, each row with a link to its place. Sorting, words
// and page stand in the address.

const PAGE_ROWS = 50;
const LONG_CELL = 36; // characters
// Columns of dates, which are not broken into lines.
const WHOLE = new Set(["date", "value", "begin", "end"]);

function drawTable(main, corpus, filters, name) {
  const table = name === "documents" ? corpus.documents : corpus.table[name];
  if (!table) return drawMissing(main);
  const body = h("div", {});
  const redraw = () => fill(body, tableBody(corpus, filters, table, name));
  fill(
    main,
    h("h1", {}, tableLabel(name)),
    h(
      "nav",
      { class: "chips", "aria-label": t("tables") },
      ["documents", ...corpus.tables.map((one) => one.name)].map((one) =>
        h("a", { href: tableHash(one), "aria-current": one === name ? "page" : null }, tableLabel(one)),
      ),
    ),
    h(
      "div",
      { class: "tools" },
      h("label", { class: "hidden", for: "rows-filter" }, t("filter-rows")),
      h("input", {
        id: "rows-filter",
        type: "search",
        placeholder: t("filter-rows"),
        value: here.params.get("q") || "",
        oninput: (event) => {
          revise(changedAddress({ q: event.target.value, page: null }));
          redraw();
        },
      }),
      h(
        "label",
        { class: "check" },
        h("input", {
          type: "checkbox",
          id: "all-columns",
          checked: Boolean(here.params.get("all")),
          onchange: (event) => go(changedAddress({ all: event.target.checked ? "1" : null })),
        }),
        t("all-columns"),
      ),
      h(
        "button",
        {
          type: "button",
          id: "download-rows",
          onclick: () =>
            downloadCsv(`${fileName(name)}.csv`, rowsAsCsv(corpus, table, tableRows(corpus, filters, table))),
        },
        t("download-csv"),
      ),
    ),
    body,
  );
  redraw();
  reveal(main.querySelector(".chips"));
}

function tableBody(corpus, filters, table, name) {
  const rows = tableRows(corpus, filters, table);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.max(1, Math.min(Math.floor(Number(here.params.get("page"))) || 1, pages));
  const shown = rows.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  const wanted = columnsOf(table, name, here.params.get("all"));
  const lead = leadOf(table, name);
  const isCorrected = correctable(table).length > 0;
  const head = h(
    "tr",
    {},
    lead.map(([key, text]) => header(key, text)),
    wanted.map((column) => header(column.name, columnLabel(column.name), column)),
    isCorrected && h("th", { scope: "col" }, h("span", { class: "hidden" }, t("correct"))),
  );
  const line = (row) =>
    h(
      "tr",
      { class: corrections.isWrong(table, row) ? "wrong" : null },
      leadCells(corpus, filters, table, name, row, lead),
      wanted.map((column) => bodyCell(table, row, column)),
      isCorrected && h("td", {}, correctButton(corpus, table, row)),
    );
  return [
    h("p", { class: "note", role: "status", id: "row-count" }, t("rows", { n: rows.length })),
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": tableLabel(name) },
      h("table", { class: "rows", id: "rows" }, h("thead", {}, head), h("tbody", {}, shown.map(line))),
    ),
    pager(page, pages),
  ];
}

function bodyCell(table, row, column) {
  const value = repeats(table, row, column) ? null : table.cell(row, column.name);
  const isLong = typeof value === "string" && value.length > LONG_CELL;
  const kind = typeof value === "number" ? "number" : isLong ? "long" : WHOLE.has(column.name) ? "whole" : null;
  return h("td", { class: kind }, shownCell(table, row, column, value));
}

function pager(page, pages) {
  if (pages < 2) return null;
  const turn = (id, to) =>
    h(
      "button",
      {
        type: "button",
        id,
        disabled: to < 1 || to > pages,
        onclick: () => go(changedAddress({ page: to > 1 ? to : null })),
      },
      t(id),
    );
  return h(
    "p",
    { class: "pages" },
    turn("previous", page - 1),
    h("span", {}, t("page", { n: page, of: pages })),
    turn("next", page + 1),
  );
}

// What leads each row: its place, who says it, its document.
function leadOf(table, name) {
  if (name === "documents") return [["place", columnLabel("title")]];
  const speaker = table.has("speaker") && table.fills("speaker") ? [["speaker", columnLabel("speaker")]] : [];
  return [["place", t("passage")], ...speaker, ["document", t("document")]];
}

function header(key, text, column) {
  const isSorted = here.params.get("sort") === key;
  const isDown = here.params.get("order") === "desc";
  const order = isSorted ? (isDown ? "descending" : "ascending") : null;
  return h(
    "th",
    { scope: "col", "aria-sort": order },
    h(
      "button",
      {
        type: "button",
        id: `sort-${key}`,
        title: column ? describedColumn(column) : null,
        onclick: () => go(changedAddress({ sort: key, order: isSorted && !isDown ? "desc" : null, page: null })),
      },
      text,
      h("span", { "aria-hidden": "true", class: "arrow" }, isSorted ? (isDown ? " ↓" : " ↑") : ""),
    ),
  );
}

function leadCells(corpus, filters, table, name, row, lead) {
  if (name === "documents") {
    const found = filters.query.places(corpus.foldedText(row))[0];
    return [
      h(
        "th",
        { scope: "row", class: "titled" },
        h("a", { href: addressOf(["doc", corpus.documents.cell(row, "doc_id")]) }, corpus.title(row)),
        found && h("p", { class: "context" }, context(corpus, row, ...found)),
      ),
    ];
  }
  const d = table.document[row];
  const link = (text) => h("a", { href: placeHash(corpus, table, row), class: "place" }, text);
  const passage = table.start
    ? context(corpus, d, table.start[row], table.end[row], link)
    : link(table.terms === "keyword" ? table.cell(row, "keyword") : t("see"));
  return [
    h("th", { scope: "row", class: "passage" }, passage),
    lead.length > 2 &&
      h(
        "td",
        { class: "speaker" },
        shownCell(table, row, table.columns[table.places.get("speaker")], table.cell(row, "speaker")),
      ),
    h(
      "td",
      { class: "source" },
      h("span", { class: "titled" }, corpus.title(d)),
      h("span", { class: "date" }, day(corpus.documents.cell(d, "date"))),
    ),
  ];
}
