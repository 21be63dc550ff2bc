// One document: its text with the mentions marked, each with its value.

let hiddenTables = null;
const LONG = 120;

function drawDocument(main, corpus, filters, id, tableName, row) {
  const d = corpus.ids.get(id);
  if (d === undefined) return drawMissing(main);
  const tables = corpus.tables.filter((table) => table.start);
  hiddenTables ??= new Set(tables.filter((table) => table.marks === "on demand" && !SHAPES.includes(table.name)).map((table) => table.name));
  const target = tableName && corpus.table[tableName] ? { table: corpus.table[tableName], row: +row } : null;
  if (target?.table.start) hiddenTables.delete(tableName);
  const text = h("div", { class: "text", id: "text", lang: "fr", onkeydown: walkMarks });
  const paint = () => paintText(text, corpus, d, tables, target, filters.words);
  const counts = new Map(tables.map((table) => [table.name, rowsOf(table, d).length]));
  fill(
    main,
    h("p", { class: "back" }, h("a", { href: tableHash(tableName || "documents") }, `← ${tableLabel(tableName || "documents")}`)),
    h("h1", {}, corpus.title(d)),
    facts(corpus, d),
    topics(corpus, d),
    h("fieldset", { class: "marks" }, h("legend", {}, t("marked")),
      tables.filter((table) => counts.get(table.name)).map((table) =>
        h("label", {}, h("input", { type: "checkbox", checked: !hiddenTables.has(table.name), onchange: (event) => {
          if (event.target.checked) hiddenTables.delete(table.name);
          else hiddenTables.add(table.name);
          paint();
        } }), h("span", { class: `swatch ${table.name}`, "aria-hidden": "true" }), `${tableLabel(table.name)} `, h("small", {}, number(counts.get(table.name)))))),
    h("p", { class: "note" }, t("marks-help")),
    text,
  );
  paint();
  const found = text.querySelector(".target");
  if (!found) {
    if (target) main.insertBefore(h("p", { class: "note", role: "status" }, t("no-place")), text);
    return window.scrollTo(0, 0);
  }
  found.scrollIntoView({ block: "center" });
  found.focus({ preventScroll: true });
}

function drawMissing(main) {
  fill(main, h("h1", {}, t("missing")), h("p", {}, h("a", { href: "#/" }, t("overview"))));
}

function rowsOf(table, d) {
  const rows = [];
  for (let row = 0; row < table.length; row++) if (table.document[row] === d && table.isSure(row)) rows.push(row);
  return rows;
}

function facts(corpus, d) {
  const { documents } = corpus;
  const shown = documents.columns.filter((column) =>
    !HIDDEN.has(column.name) && !["title", "language"].includes(column.name) && documents.cell(d, column.name));
  return h("dl", { class: "facts" }, shown.map((column) => h("div", {},
    h("dt", {}, columnLabel(column.name)), h("dd", {}, cellText(column, documents.cell(d, column.name))))));
}

function topics(corpus, d) {
  const table = corpus.table.themes;
  const rows = rowsOf(table, d).filter((row) => table.isOfDocument(row));
  return rows.length ? h("ul", { class: "topics" }, rows.map((row) => h("li", {},
    h("a", { href: placeHash(corpus, table, row), title: table.cell(row, "evidence") }, table.cell(row, "theme"))))) : null;
}

// The text in pieces: between two borders of mentions, the same mentions cover every letter.
function paintText(element, corpus, d, tables, target, words) {
  const text = corpus.texts[d];
  const spans = [];
  for (const table of tables)
    if (!hiddenTables.has(table.name) && !SHAPES.includes(table.name))
      for (const row of rowsOf(table, d))
        spans.push({ start: table.start[row], end: table.end[row], table, row });
  if (target && !target.table.start)
    for (const [start, end] of findTerms(text, target.table.cell(target.row, target.table.terms)))
      spans.push({ start, end, term: true });
  for (const word of words) {
    const folded = corpus.foldedText(d);
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      spans.push({ start: at, end: at + word.length, hit: true });
  }
  const root = document.createDocumentFragment();
  const setting = new Setting(partsOf(root, corpus, d, target), notesOf(corpus, d, target));
  const borders = [...new Set([0, text.length, ...setting.borders, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  spans.sort((a, b) => a.start - b.start);
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i], borders[i + 1]];
    while (next < spans.length && spans[next].start <= start) open.push(spans[next++]);
    open = open.filter((span) => span.end > start);
    setting.put(start, open.length ? piece(text.slice(start, end), open, target) : text.slice(start, end));
  }
  element.replaceChildren(root);
  element.querySelector("mark[tabindex]")?.setAttribute("tabindex", "0");
}

function piece(text, spans, target) {
  const told = spans.filter((span) => span.table).sort((a, b) => a.end - a.start - (b.end - b.start));
  const isTarget = spans.some((span) => span.term || (target && span.table === target.table && span.row === target.row));
  const short = told.find((span) => span.end - span.start <= LONG);
  const long = told.find((span) => span.end - span.start > LONG);
  const filled = short?.table.marks === "underlined" ? null : short;
  const underlined = long ?? (filled ? null : short);
  const classes = [
    filled && `filled ${filled.table.name}`, underlined && `underlined line-${underlined.table.name}`,
    isTarget && "target", spans.some((span) => span.hit) && "hit",
  ];
  const mark = h("mark", { class: classes.filter(Boolean).join(" ") || null, tabindex: told.length || isTarget ? -1 : null }, text);
  if (told.length) {
    mark.tip = told.map((span) => `${tableLabel(span.table.name)}\n${rowText(span.table, span.row)}`);
    for (const name of ["mouseenter", "focus"]) mark.addEventListener(name, () => showTip(mark));
    for (const name of ["mouseleave", "blur"]) mark.addEventListener(name, hideTip);
  }
  return mark;
}

// Where the words of a keyword or of a theme's evidence stand, in any of their endings.
function findTerms(text, terms) {
  const found = [];
  for (const term of terms.split("; ").filter(Boolean)) {
    const words = term.split(/\s+/).map((word) => {
      const stem = word.length > 4 ? word.slice(0, -2) : word;
      return `${stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[\\p{L}-]*`;
    });
    const pattern = new RegExp(`(?<!\\p{L})${words.join("\\s+")}`, "giu");
    for (const match of text.matchAll(pattern)) found.push([match.index, match.index + match[0].length]);
  }
  return found;
}

function showTip(mark) {
  const tip = byId("tip");
  fill(tip, mark.tip.map((text) => {
    const [title, ...lines] = text.split("\n");
    return h("div", {}, h("b", {}, title), lines.map((line) => h("div", {}, line)));
  }));
  tip.hidden = false;
  mark.setAttribute("aria-describedby", "tip");
  const place = mark.getClientRects()[0];
  const left = Math.max(8, Math.min(place.left, innerWidth - tip.offsetWidth - 8));
  const below = place.bottom + 6;
  const top = below + tip.offsetHeight > innerHeight ? place.top - tip.offsetHeight - 6 : below;
  tip.style.left = `${left}px`;
  tip.style.top = `${Math.max(8, top)}px`;
}

function hideTip(event) {
  byId("tip").hidden = true;
  event?.target.removeAttribute?.("aria-describedby");
}

// One stop of the tab key for the whole text; arrows go from mark to mark.
function walkMarks(event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") hideTip();
  if (!step || event.target.tagName !== "MARK") return;
  const marks = [...event.currentTarget.querySelectorAll("mark[tabindex]")];
  const next = marks[marks.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  event.target.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}
