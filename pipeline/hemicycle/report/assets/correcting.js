// A row put right: a dialog with its cells, and the list of all that was put right.

const PATTERNS = { integer: "-?[0-9]+", number: "-?[0-9]+(\\.[0-9]+)?", date: "[0-9]{4}-[0-9]{2}-[0-9]{2}" };

// What can be corrected of a table: what its documents' files hold and the reader sees.
const correctable = (table) =>
  table.start ? table.columns.filter((column) => column.correctable && !HIDDEN.has(column.name)) : [];

function correctButton(corpus, table, row) {
  const text = shorten(corpus.words(table, row), 60);
  return h(
    "button",
    {
      type: "button",
      class: "correct",
      id: `correct-${table.name}-${row}`,
      "aria-label": t("correct-row", { text }),
      title: t("correct"),
      onclick: () => openCorrection(corpus, table, row),
    },
    "✎",
  );
}

function openCorrection(corpus, table, row) {
  const dialog = byId("correction");
  const plain = (column) => plainCell(table.cell(row, column.name));
  const fields = correctable(table).map((column) => [
    column,
    fieldOf(column, corrections.wanted(table, row, column.name) ?? plain(column)),
  ]);
  const wrong = h("input", { type: "checkbox", id: "row-is-wrong", checked: corrections.isWrong(table, row) });
  const save = () => {
    const invalid = !wrong.checked && fields.find(([column, field]) => !isValid(column, field));
    if (invalid) return invalid[1].reportValidity();
    const changes = fields
      .filter(([column, field]) => field.value !== plain(column))
      .map(([column, field]) => [column.name, field.value]);
    corrections.set(table, row, changes, wrong.checked);
    dialog.close();
    whenMoved();
  };
  const onEnter = (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault(); // else it would press what has the focus once the dialog is closed
    save();
  };
  fill(
    dialog,
    h(
      "div",
      { onkeydown: onEnter },
      h("h2", { id: "correction-title" }, t("correct-row", { text: shorten(corpus.words(table, row), 120) })),
      h("p", { class: "context" }, context(corpus, table.document[row], table.start[row], table.end[row])),
      h("label", { class: "check" }, wrong, t("row-is-wrong")),
      h(
        "div",
        { class: "fields" },
        fields.map(([column, field]) =>
          h("div", { class: "field" }, h("label", { for: field.id }, columnLabel(column.name)), field),
        ),
      ),
      h(
        "p",
        { class: "tools" },
        h("button", { type: "button", id: "correction-save", onclick: save }, t("save")),
        h("button", { type: "button", id: "correction-cancel", onclick: () => dialog.close() }, t("cancel")),
      ),
    ),
  );
  dialog.showModal();
}

const plainCell = (value) => (value === null ? "" : typeof value === "number" ? plainNumber(value) : value);

function fieldOf(column, value) {
  const id = `wanted-${column.name}`;
  if (!column.choices.length) return h("input", { id, value, pattern: PATTERNS[column.type] ?? null });
  const choices = [...new Set(["", ...column.choices, value])];
  const select = h(
    "select",
    { id },
    choices.map((choice) => h("option", { value: choice }, valueLabel(column.name, choice) || "—")),
  );
  select.value = value;
  return select;
}

// Whether a run would take it; what is wrong is said in the field.
function isValid(column, field) {
  const { value } = field;
  const isOut =
    value &&
    column.type !== "string" &&
    column.type !== "date" &&
    ((column.minimum !== null && Number(value) < column.minimum) ||
      (column.maximum !== null && Number(value) > column.maximum));
  const isNoDay = value && column.type === "date" && Number.isNaN(Date.parse(value));
  field.setCustomValidity(
    isOut
      ? t("out-of-bounds", { least: column.minimum ?? "−∞", most: column.maximum ?? "∞" })
      : isNoDay
        ? t("no-day")
        : "",
  );
  return field.checkValidity();
}

function drawCorrections(main, corpus) {
  const { lines, before } = corrections;
  fill(
    main,
    h("h1", {}, t("corrections")),
    h("p", { class: "note" }, t("note-corrections")),
    before.length > 0 && h("p", { class: "note" }, t("corrections-before", { n: before.length })),
    h(
      "p",
      { class: "tools" },
      h(
        "button",
        { type: "button", id: "download-corrections", disabled: !lines.length, onclick: () => corrections.download() },
        t("download-corrections"),
      ),
    ),
    h(
      "ul",
      { class: "corrections", id: "corrections-list" },
      lines.map((line) =>
        h(
          "li",
          {},
          h("a", { href: placeHash(corpus, line.table, line.row) }, shorten(corpus.words(line.table, line.row), 80)),
          ` (${tableLabel(line.table.name)}, ${corpus.title(line.table.document[line.row])}) : `,
          line.column === null
            ? t("row-wrong")
            : [
                `${columnLabel(line.column)} `,
                shownCell(
                  line.table,
                  line.row,
                  line.table.columns[line.table.places.get(line.column)],
                  line.table.cell(line.row, line.column),
                ),
              ],
          " ",
          h(
            "button",
            {
              type: "button",
              onclick: () => {
                corrections.undo(line);
                whenMoved();
              },
            },
            t("undo"),
          ),
        ),
      ),
    ),
    !lines.length && h("p", { class: "note" }, t("no-corrections")),
  );
}
