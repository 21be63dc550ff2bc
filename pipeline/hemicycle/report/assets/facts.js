// What is known of a document as a whole.

function facts(corpus, d) {
  const { documents } = corpus;
  const told = columnsOf(documents, "documents", false).filter((column) => documents.cell(d, column.name));
  return h(
    "dl",
    { class: "facts" },
    told.map((column) =>
      h(
        "div",
        {},
        h("dt", {}, columnLabel(column.name)),
        h("dd", {}, cellText(column, documents.cell(d, column.name))),
      ),
    ),
  );
}

function topics(corpus, d) {
  const table = corpus.table.themes;
  const rows = rowsOf(table, d).filter((row) => table.isOfDocument(row));
  return rows.length
    ? h(
        "ul",
        { class: "topics", "aria-label": tableLabel("themes") },
        rows.map((row) =>
          h(
            "li",
            {},
            h("span", {
              class: "swatch",
              style: `background:${themeColour(table.cell(row, "code"))}`,
              "aria-hidden": "true",
            }),
            h(
              "a",
              { href: placeHash(corpus, table, row), title: table.cell(row, "evidence") },
              valueLabel("theme", table.cell(row, "theme")),
            ),
          ),
        ),
      )
    : null;
}
