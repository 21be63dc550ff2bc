// What a sitting holds: the headings of its agenda, and who speaks under each.

const FEWEST_TURNS = 3; // of a text that is too long to be seen at once
const WIDE = "(min-width: 72rem)"; // as in the style sheet: the outline stands beside the text

function outlineOf(corpus, d) {
  const table = corpus.table.speeches;
  const rows = table ? rowsOf(table, d).sort((a, b) => table.start[a] - table.start[b]) : [];
  if (rows.length < FEWEST_TURNS) return null;
  const link = (row, text) => h("a", { href: placeHash(corpus, table, row) }, text);
  const items = [];
  let section = "";
  for (const row of rows) {
    const heading = table.cell(row, "section");
    if (heading && heading !== section) items.push(h("li", { class: "heading" }, link(row, shorten(heading, 90))));
    section = heading;
    if (table.cell(row, "kind") === "chair") continue; // who presides leads from one to the next
    items.push(
      h(
        "li",
        {},
        link(row, speakerText(table, row)),
        " ",
        h("small", {}, t("n-words", { n: table.cell(row, "words") || 0 })),
      ),
    );
  }
  return h(
    "nav",
    { class: "outline", "aria-label": t("outline") },
    h("details", { open: matchMedia(WIDE).matches }, h("summary", {}, t("outline")), h("ol", {}, items)),
  );
}

const speakerText = (table, row) =>
  namesOf(table.cell(row, "speaker")).join(", ") || table.cell(row, "role") || t("unnamed");
