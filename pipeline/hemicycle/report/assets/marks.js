// A text with its mentions marked: in pieces, each covered by the same mentions in all its letters.

const LONG = 120; // characters from which a mention is underlined, for others stand in it

// What is marked, in order: mentions, the words that an address leads to, what is searched for.
function spansOf(corpus, d, tables, target, query) {
  const spans = [];
  for (const table of tables)
    for (const row of rowsOf(table, d)) spans.push({ start: table.start[row], end: table.end[row], table, row });
  for (const [start, end] of target?.places ?? []) spans.push({ start, end, term: true });
  for (const [start, end] of query.places(corpus.foldedText(d))) spans.push({ start, end, hit: true });
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

// Paints a text into an element; each span learns the pieces that it is made of.
function paint(element, corpus, d, spans, target) {
  const text = corpus.texts[d];
  const root = document.createDocumentFragment();
  const setting = new Setting(partsOf(root, corpus, d, target), notesOf(corpus, d, target));
  const borders = [
    ...new Set([0, text.length, ...setting.borders, ...spans.flatMap((span) => [span.start, span.end])]),
  ].sort((a, b) => a - b);
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i], borders[i + 1]];
    while (next < spans.length && spans[next].start <= start) open.push(spans[next++]);
    open = open.filter((span) => span.end > start);
    setting.put(start, open.length ? piece(text.slice(start, end), open) : text.slice(start, end));
  }
  element.replaceChildren(root);
}

function piece(text, spans) {
  const told = spans.filter((span) => span.table).sort((a, b) => a.end - a.start - (b.end - b.start));
  const isTerm = spans.some((span) => span.term);
  const short = told.find((span) => span.end - span.start <= LONG);
  const long = told.find((span) => span.end - span.start > LONG);
  const filled = short?.table.marks === "underlined" ? null : short;
  const underlined = long ?? (filled ? null : short);
  const classes = [
    filled && `filled ${filled.table.name}`,
    underlined && `underlined line-${underlined.table.name}`,
    told.some((span) => corrections.isWrong(span.table, span.row)) && "wrong",
    isTerm && "target",
    spans.some((span) => span.hit) && "hit",
  ];
  const mark = h(
    "mark",
    { class: classes.filter(Boolean).join(" ") || null, tabindex: told.length || isTerm ? -1 : null },
    text,
  );
  for (const span of spans) (span.pieces ??= []).push(mark);
  if (told.length) {
    mark.told = told;
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
  fill(
    tip,
    mark.told.map(({ table, row }) =>
      h(
        "div",
        {},
        h("b", {}, tableLabel(table.name)),
        rowText(table, row)
          .split("\n")
          .map((line) => h("div", {}, line)),
      ),
    ),
  );
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
