// The tables: sorted by any column, filtered by words, each row with a link to its place. Sorting, words
// and page stand in the address.

const PAGE_ROWS = 50;
const CONTEXT = 60;
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
    h("nav", { class: "chips", "aria-label": t("tables") },
      ["documents", ...corpus.tables.map((one) => one.name)].map((one) =>
        h("a", { href: tableHash(one), "aria-current": one === name ? "page" : null }, tableLabel(one)))),
    h("div", { class: "tools" },
      h("label", { class: "hidden", for: "rows-filter" }, t("filter-rows")),
      h("input", { id: "rows-filter", type: "search", placeholder: t("filter-rows"), value: here.params.get("q") || "", oninput: (event) => {
        revise(changedAddress({ q: event.target.value, page: null }));
        redraw();
      } }),
      h("label", { class: "check" }, h("input", { type: "checkbox", id: "all-columns", checked: Boolean(here.params.get("all")),
        onchange: (event) => go(changedAddress({ all: event.target.checked ? "1" : null })) }), t("all-columns")),
      h("button", { type: "button", id: "download-rows", onclick: () =>
        downloadCsv(`${fileName(name)}.csv`, rowsAsCsv(corpus, table, tableRows(corpus, filters, table))) }, t("download-csv"))),
    body,
  );
  redraw();
  main.querySelector(".chips [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
}

// The rows that are shown, on all pages, in their order.
function tableRows(corpus, filters, table) {
  return sortRows(corpus, table, matchRows(corpus, table, filters.rows(table)));
}

function tableBody(corpus, filters, table, name) {
  const rows = tableRows(corpus, filters, table);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.max(1, Math.min(Math.floor(Number(here.params.get("page"))) || 1, pages));
  const shown = rows.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  const wanted = columnsOf(table, name, here.params.get("all"));
  const lead = leadOf(table, name);
  const isCorrected = correctable(table).length > 0;
  const head = h("tr", {},
    lead.map(([key, text]) => header(key, text)),
    wanted.map((column) => header(column.name, columnLabel(column.name), column)),
    isCorrected && h("th", { scope: "col" }, h("span", { class: "hidden" }, t("correct"))));
  const line = (row) => h("tr", { class: corrections.isWrong(table, row) ? "wrong" : null },
    leadCells(corpus, filters, table, name, row, lead),
    wanted.map((column) => bodyCell(table, row, column)),
    isCorrected && h("td", {}, correctButton(corpus, table, row)));
  return [
    h("p", { class: "note", role: "status", id: "row-count" }, t("rows", { n: rows.length })),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": tableLabel(name) },
      h("table", { class: "rows", id: "rows" }, h("thead", {}, head), h("tbody", {}, shown.map(line)))),
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
  const turn = (id, to) => h("button", { type: "button", id, disabled: to < 1 || to > pages,
    onclick: () => go(changedAddress({ page: to > 1 ? to : null })) }, t(id));
  return h("p", { class: "pages" }, turn("previous", page - 1),
    h("span", {}, t("page", { n: page, of: pages })), turn("next", page + 1));
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
  return h("th", { scope: "col", "aria-sort": order },
    h("button", { type: "button", id: `sort-${key}`, title: column ? describedColumn(column) : null, onclick: () =>
      go(changedAddress({ sort: key, order: isSorted && !isDown ? "desc" : null, page: null })) },
    text, h("span", { "aria-hidden": "true", class: "arrow" }, isSorted ? (isDown ? " ↓" : " ↑") : "")));
}

function leadCells(corpus, filters, table, name, row, lead) {
  if (name === "documents") {
    const found = filters.query.places(corpus.foldedText(row))[0];
    return [h("th", { scope: "row", class: "titled" },
      h("a", { href: addressOf(["doc", corpus.documents.cell(row, "doc_id")]) }, corpus.title(row)),
      found && h("p", { class: "context" }, context(corpus, row, ...found)))];
  }
  const d = table.document[row];
  const link = (text) => h("a", { href: placeHash(corpus, table, row), class: "place" }, text);
  const passage = table.start
    ? context(corpus, d, table.start[row], table.end[row], link)
    : link(table.terms === "keyword" ? table.cell(row, "keyword") : t("see"));
  return [
    h("th", { scope: "row", class: "passage" }, passage),
    lead.length > 2 && h("td", { class: "speaker" },
      shownCell(table, row, table.columns[table.places.get("speaker")], table.cell(row, "speaker"))),
    h("td", { class: "source" }, h("span", { class: "titled" }, corpus.title(d)), h("span", { class: "date" }, day(corpus.documents.cell(d, "date")))),
  ];
}

// A passage with a little text around it.
function context(corpus, d, start, end, wrap = (text) => h("mark", {}, text), around = CONTEXT) {
  const text = corpus.texts[d];
  const before = text.slice(Math.max(0, start - around), start).split("\n").at(-1);
  const after = text.slice(end, end + around).split("\n")[0];
  const isCut = after.length === around && end + around < text.length;
  const cut = shorten(text.slice(start, end), 160);
  return [start > before.length && before.length === around ? `…${before}` : before, wrap(cut), isCut ? `${after}…` : after].filter(Boolean);
}

// The rows that hold every word of the query in some cell or in their passage.
function matchRows(corpus, table, rows) {
  const words = fold(here.params.get("q") || "").split(/\s+/).filter(Boolean);
  for (const word of words) {
    const hits = table.data.map((column, place) => column.codes &&
      column.values.map((value) => fold(`${value} ${valueLabel(table.columns[place].name, value)}`).includes(word)));
    rows = rows.filter((row) => {
      for (let place = 0; place < hits.length; place++)
        if (hits[place]?.[table.data[place].codes[row]]) return true;
      if (!table.document) return false;
      const d = table.document[row];
      return fold(corpus.title(d)).includes(word) ||
        (table.start && corpus.foldedText(d).slice(table.start[row], table.end[row]).includes(word));
    });
  }
  return rows;
}

function sortRows(corpus, table, rows) {
  const sorted = here.params.get("sort");
  const key = sorted && sortKey(corpus, table, sorted);
  if (!key) return rows;
  const sign = here.params.get("order") === "desc" ? -1 : 1;
  return rows
    .map((row) => [key(row), row])
    .sort(([a, i], [b, j]) => {
      if (a === null || b === null) return (a === null) - (b === null) || i - j;
      return a === b ? i - j : a < b ? -sign : sign;
    })
    .map(([, row]) => row);
}

function sortKey(corpus, table, name) {
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  // The same string has the same rank, and none an empty one.
  const ranked = (values) => {
    const order = [...new Set(values)].filter(Boolean).sort(compare);
    const ranks = new Map(order.map((value, rank) => [value, rank]));
    return values.map((value) => ranks.get(value) ?? null);
  };
  if (name === "place" || name === "document") {
    const titles = Array.from({ length: corpus.length }, (_, d) =>
      name === "document" ? `${corpus.documents.cell(d, "date")} ${corpus.title(d)}` : corpus.title(d));
    const rank = name === "place" && table.start
      ? ranked(Array.from({ length: table.length }, (_, row) => corpus.words(table, row)))
      : null;
    if (rank) return (row) => rank[row];
    const ranks = ranked(titles);
    return (row) => ranks[table.document ? table.document[row] : row];
  }
  if (!table.has(name)) return null;
  const column = table.data[table.places.get(name)];
  if (!column.codes) return (row) => column[row];
  const ranks = ranked(column.values);
  return (row) => ranks[column.codes[row]];
}

// Rows as the CSV files have them: places in code points, values as they are, and what is a row's
// document called.
function rowsAsCsv(corpus, table, rows) {
  const names = table.columns.map((column) => column.name);
  const cells = (row) => names.map((name) => table.cell(row, name));
  if (!table.document) return [names, ...rows.map(cells)];
  const places = table.start ? ["start_char", "end_char", "text"] : [];
  const lead = (row) => {
    const d = table.document[row];
    const place = table.start
      ? [corpus.codePoint(d, table.start[row]), corpus.codePoint(d, table.end[row]), corpus.words(table, row)]
      : [];
    return [corpus.documents.cell(d, "doc_id"), ...place];
  };
  const documents = (row) => ["title", "date"].map((name) => corpus.documents.cell(table.document[row], name));
  return [
    ["doc_id", ...places, ...names, "document_title", "document_date"],
    ...rows.map((row) => [...lead(row), ...cells(row), ...documents(row)]),
  ];
}
