// A text as its turns: who speaks stands above what is said, headings of the agenda above both.

const SHAPES = ["speeches", "reactions"];
const LONGEST_LABEL = 160;
const LONGEST_LINE = 60; // of a label that stands alone

// The parts of a text, in order, each with the element that its letters go to; a text without turns
// is one part, and `root` itself.
function partsOf(root, corpus, d, target) {
  const text = corpus.texts[d];
  const table = corpus.table.speeches;
  const rows = table && !unmarked.has(table.name) ? rowsOf(table, d) : [];
  if (!rows.length) return [{ start: 0, end: text.length, element: root }];
  rows.sort((a, b) => table.start[a] - table.start[b]);
  const parts = [];
  const add = (parent, element, start, end, kept = 0) => {
    const said = text.slice(start, end);
    if (!said.trim()) return;
    parent.append(element);
    const last = start + said.trimEnd().length + kept;
    parts.push({ start: start + said.length - said.trimStart().length, end: Math.min(last, end), element });
  };
  const outside = (start, end) => add(root, h("div", { class: "outside" }), start, end);
  let [reached, section] = [0, ""];
  for (const row of rows) {
    const begin = table.start[row];
    const label = labelOf(text, reached, begin, table.cell(row, "speaker"));
    const heading = table.cell(row, "section");
    if (heading && heading !== section) {
      const [first, last] = headingPlace(text, heading, reached, label);
      outside(reached, first);
      if (first < last) add(root, h("h2", { class: "agenda" }), first, last);
      else root.append(h("h2", { class: "agenda" }, heading));
      reached = last;
    }
    section = heading;
    outside(reached, label);
    const isTarget = target?.table === table && target.row === row;
    const turn = h(
      "div",
      { class: `turn turn-${table.cell(row, "kind")}` },
      whoOf(heading ? "h3" : "h2", table, row, isTarget),
    );
    root.append(turn);
    const said = h("div", { class: "said" });
    turn.append(said);
    add(said, h("span", { class: "label" }), label, begin, 1);
    add(said, h("span", {}), begin, table.end[row]);
    reached = table.end[row];
  }
  outside(reached, text.length);
  return parts;
}

function whoOf(level, table, row, isTarget) {
  const [speaker, role, group, kind] = ["speaker", "role", "group", "kind"].map((name) => table.cell(row, name));
  const name = namesOf(speaker).join(", ");
  return h(
    level,
    { class: isTarget ? "who target" : "who", tabindex: isTarget ? -1 : null },
    h("b", {}, name || role || t("unnamed")),
    name && role && h("span", { class: "role" }, role),
    group && h("span", { class: "group" }, group),
    kind !== "speech" &&
      !(kind === "chair" && role) &&
      h("span", { class: "manner", lang: language }, valueLabel("kind", kind)),
  );
}

// Where the label begins that opens a turn: in the line of what is said, or on a line of its own
// that names the speaker.
function labelOf(text, reached, begin, speaker) {
  const before = text.slice(reached, begin);
  const written = before.trimEnd();
  const line = written.slice(written.lastIndexOf("\n") + 1);
  const surname = fold(speaker || "")
    .split(/[\s;]+/)
    .at(-1);
  const isLabel = before.slice(written.length).includes("\n")
    ? surname && line.length <= LONGEST_LINE && fold(line).includes(surname)
    : line.length <= LONGEST_LABEL;
  return line && isLabel ? reached + written.length - line.length : begin;
}

// Where a heading stands between two turns, however it is cut into lines; both ends at the second
// turn where it does not.
function headingPlace(text, heading, start, end) {
  const words = heading.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = [...text.slice(start, end).matchAll(new RegExp(words.join("\\s+"), "g"))].at(-1);
  return found ? [start + found.index, start + found.index + found[0].length] : [end, end];
}

// The reactions of a document, in order.
function notesOf(corpus, d, target) {
  const table = corpus.table.reactions;
  if (!table || unmarked.has(table.name)) return [];
  return rowsOf(table, d)
    .map((row) => ({
      start: table.start[row],
      end: table.end[row],
      isTarget: target?.table === table && target.row === row,
    }))
    .sort((a, b) => a.start - b.start);
}

// Puts the pieces of a text where they belong; pieces come in order, and none reaches over a border.
class Setting {
  constructor(parts, notes) {
    Object.assign(this, { parts, notes, part: 0, note: 0, open: null });
    this.borders = [...parts, ...notes].flatMap((place) => [place.start, place.end]);
  }

  put(start, node) {
    while (this.parts[this.part]?.end <= start) this.part += 1;
    while (this.notes[this.note]?.end <= start) this.note += 1;
    const part = this.parts[this.part];
    if (!part || start < part.start) return;
    const note = this.notes[this.note];
    if (!note || start < note.start) return part.element.append(node);
    if (this.open?.note !== note || this.open.part !== part) {
      const element = h("span", {
        class: note.isTarget ? "reaction target" : "reaction",
        tabindex: note.isTarget ? -1 : null,
      });
      part.element.append(element);
      this.open = { note, part, element };
    }
    this.open.element.append(node);
  }
}
