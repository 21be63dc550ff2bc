// The tables: sorted by any column, filtered by words, each row with a link to its place.

const PAGE_ROWS = 50;
const CONTEXT = 60;
const tableState = { sort: null, descending: false, query: "", page: 0, name: null };

function tableHash(name, query) {
  return `#/table/${encodeURIComponent(name)}${query ? `/${encodeURIComponent(query)}` : ""}`;
}

function placeHash(corpus, table, row) {
  const id = corpus.documents.cell(table.document[row], "doc_id");
  return `#/doc/${encodeURIComponent(id)}/${encodeURIComponent(table.name)}/${row}`;
}

function drawTable(main, corpus, filters, name, query) {
  const table = name === "documents" ? corpus.documents : corpus.table[name];
  if (!table) return drawMissing(main);
  if (tableState.name !== name || query !== undefined)
    Object.assign(tableState, { sort: null, descending: false, query: query || "", page: 0, name });
  const body = h("div", {});
  const redraw = (focus) => {
    fill(body, tableBody(corpus, filters, table, name, redraw));
    if (focus) byId(focus)?.focus();
  };
  fill(
    main,
    h("h1", {}, tableLabel(name)),
    h("nav", { class: "chips", "aria-label": t("tables") },
      ["documents", ...corpus.tables.map((one) => one.name)].map((one) =>
        h("a", { href: tableHash(one), "aria-current": one === name ? "page" : null }, tableLabel(one)))),
    h("div", { class: "field field-rows" },
      h("label", { for: "rows-filter" }, t("filter-rows")),
      h("input", { id: "rows-filter", type: "search", value: tableState.query, oninput: (event) => {
        Object.assign(tableState, { query: event.target.value, page: 0 });
        redraw();
      } })),
    body,
  );
  redraw();
}

function tableBody(corpus, filters, table, name, redraw) {
  const rows = sortRows(corpus, table, matchRows(corpus, table, filters.rows(table)));
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  tableState.page = Math.min(tableState.page, pages - 1);
  const shown = rows.slice(tableState.page * PAGE_ROWS, (tableState.page + 1) * PAGE_ROWS);
  const wanted = table.columns.filter((column) => isShown(table, column, name));
  const lead = name === "documents" ? [["place", columnLabel("title")]] : [["place", t("passage")], ["document", t("document")]];
  const turn = (step, id) => () => {
    tableState.page += step;
    redraw(id);
  };
  return [
    h("p", { class: "note", role: "status", id: "row-count" }, t("rows", { n: number(rows.length) })),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": tableLabel(name) },
      h("table", { class: "rows", id: "rows" },
        h("thead", {}, h("tr", {},
          lead.map(([key, text]) => header(key, text, "", redraw)),
          wanted.map((column) => header(column.name, columnLabel(column.name), column.description, redraw)))),
        h("tbody", {}, shown.map((row) => h("tr", {},
          leadCells(corpus, filters, table, name, row),
          wanted.map((column) => {
            const value = repeats(table, row, column) ? null : table.cell(row, column.name);
            return h("td", { class: typeof value === "number" ? "number" : null }, cellText(column, value));
          })))))),
    pages > 1 && h("p", { class: "pages" },
      h("button", { type: "button", id: "previous", disabled: tableState.page === 0, onclick: turn(-1, "previous") }, t("previous")),
      h("span", {}, t("page", { n: number(tableState.page + 1), of: number(pages) })),
      h("button", { type: "button", id: "next", disabled: tableState.page >= pages - 1, onclick: turn(1, "next") }, t("next"))),
  ];
}

// Columns that say something, and that the leading cells do not say already.
function isShown(table, column, name) {
  if (HIDDEN.has(column.name)) return false;
  if (name === "documents" && ["doc_id", "title", "path", "date_from"].includes(column.name)) return false;
  if (column.name === "name" && table.has("person")) return false;
  if (column.name === table.terms && column.name === "keyword") return false;
  const data = table.data[table.places.get(column.name)];
  return data.codes ? data.values.some(Boolean) : data.some((value) => value !== null);
}

// A bound that is the value itself.
function repeats(table, row, column) {
  return ["low", "high"].includes(column.name) && table.cell(row, column.name) === table.cell(row, "value");
}

function header(key, text, description, redraw) {
  const sorted = tableState.sort === key;
  const order = sorted ? (tableState.descending ? "descending" : "ascending") : null;
  const id = `sort-${key}`;
  return h("th", { scope: "col", "aria-sort": order },
    h("button", { type: "button", id, title: description || null, onclick: () => {
      Object.assign(tableState, { descending: sorted && !tableState.descending, sort: key, page: 0 });
      redraw(id);
    } }, text, h("span", { "aria-hidden": "true", class: "arrow" }, sorted ? (tableState.descending ? " ↓" : " ↑") : "")));
}

function leadCells(corpus, filters, table, name, row) {
  if (name === "documents") {
    const found = filters.words.length ? context(corpus, row, ...firstHit(corpus, row, filters.words)) : null;
    const id = corpus.documents.cell(row, "doc_id");
    return [h("th", { scope: "row" }, h("a", { href: `#/doc/${encodeURIComponent(id)}` }, corpus.title(row)), found && h("p", { class: "context" }, found))];
  }
  const d = table.document[row];
  const link = (text) => h("a", { href: placeHash(corpus, table, row), class: "place" }, text);
  const passage = table.start
    ? context(corpus, d, table.start[row], table.end[row], link)
    : link(table.terms === "keyword" ? table.cell(row, "keyword") : t("see"));
  return [
    h("th", { scope: "row", class: "passage" }, passage),
    h("td", { class: "source" }, corpus.title(d), h("span", { class: "date" }, day(corpus.documents.cell(d, "date")))),
  ];
}

// A passage with a little text around it.
function context(corpus, d, start, end, wrap = (text) => h("mark", {}, text)) {
  const text = corpus.texts[d];
  const before = text.slice(Math.max(0, start - CONTEXT), start).split("\n").at(-1);
  const after = text.slice(end, end + CONTEXT).split("\n")[0];
  const isCut = after.length === CONTEXT && end + CONTEXT < text.length;
  const cut = shorten(text.slice(start, end), 160);
  return [start > before.length ? `…${before}` : before, wrap(cut), isCut ? `${after}…` : after].filter(Boolean);
}

function firstHit(corpus, d, words) {
  const start = corpus.foldedText(d).indexOf(words[0]);
  return [start, start + words[0].length];
}

// The rows that hold every word of the query in some cell or in their passage.
function matchRows(corpus, table, rows) {
  const words = fold(tableState.query).split(/\s+/).filter(Boolean);
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
  if (!tableState.sort) return rows;
  const key = sortKey(corpus, table, tableState.sort);
  const sign = tableState.descending ? -1 : 1;
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
  const ranked = (values) => {
    const order = [...values.keys()].sort((a, b) => compare(values[a], values[b]));
    return order.reduce((ranks, value, rank) => ((ranks[value] = values[value] ? rank : null), ranks), []);
  };
  if (name === "place" || name === "document") {
    const titles = Array.from({ length: corpus.length }, (_, d) =>
      name === "document" ? `${corpus.documents.cell(d, "date")} ${corpus.title(d)}` : corpus.title(d));
    const ranks = ranked(titles);
    if (name === "place" && table.start) {
      const texts = Array.from({ length: table.length }, (_, row) =>
        corpus.texts[table.document[row]].slice(table.start[row], table.end[row]));
      const rank = ranked(texts);
      return (row) => rank[row];
    }
    return (row) => ranks[table.document ? table.document[row] : row];
  }
  const column = table.data[table.places.get(name)];
  if (!column.codes) return (row) => column[row];
  const ranks = ranked(column.values);
  return (row) => ranks[column.codes[row]];
}
