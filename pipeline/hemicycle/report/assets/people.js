// Who and what is named, who speaks, who is named together.

const count = (rows, key) => {
  const counts = new Map();
  for (const row of rows) {
    const value = key(row);
    if (value) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
};

// What is named most of a table, by a column; `href` leads to what a bar stands for.
function ranking(corpus, rows, name, column, href, needed) {
  const table = corpus.table[name];
  const items = count(rows, (row) => (!needed || table.cell(row, needed)) && table.cell(row, column));
  const all = items.reduce((sum, [, value]) => sum + value, 0);
  const top = items.slice(0, MOST_BARS).map(([text, value]) => ({
    text,
    shown: valueLabel(column, text),
    value,
    colour: `var(--${name})`,
    href: href(text),
  }));
  return barChart(top, {
    title: tableLabel(name),
    note: t(`note-${name}`),
    header: [columnLabel(column), t("mentions"), "%"],
    rows: items
      .slice(0, 50)
      .map(([text, value]) => [
        h("a", { href: tableHash(name, text) }, valueLabel(column, text)),
        number(value),
        percent(value / all),
      ]),
  });
}

// Who spoke most; what the chair says to lead a sitting is left out.
function spokeMost(corpus, filters, rows) {
  const table = corpus.table.speeches;
  const found = new Map();
  const isCounted = (row) => table.cell(row, "kind") !== "chair";
  const all = filters
    .rows(table, true)
    .filter(isCounted)
    .reduce((sum, row) => sum + table.cell(row, "words"), 0);
  for (const row of rows.filter(isCounted)) {
    const words = table.cell(row, "words");
    for (const text of filters.speakers.of(table, row)) {
      const known = found.get(text) || { text, value: 0, speeches: 0 };
      known.value += words;
      known.speeches += 1;
      found.set(text, known);
    }
  }
  const items = [...found.values()]
    .sort((a, b) => b.value - a.value || a.text.localeCompare(b.text))
    .map((item) => ({ ...item, colour: TONES[0], href: addressOf(["table", "speeches"], { speaker: item.text }) }));
  return barChart(items.slice(0, MOST_BARS), {
    title: t("spoke-most"),
    note: t("note-spoke-most"),
    header: [columnLabel("speaker"), columnLabel("words"), tableLabel("speeches"), "%"],
    rows: items
      .slice(0, 50)
      .map((item) => [
        h("a", { href: item.href }, item.text),
        number(item.value),
        number(item.speeches),
        number(all ? Math.round((1000 * item.value) / all) / 10 : 0),
      ]),
  });
}

function pairs(corpus, rows) {
  const table = corpus.table.people;
  const found = new Map();
  let sentence = [];
  const close = () => {
    const names = [...new Set(sentence.map((row) => table.cell(row, "person")))].sort();
    names.forEach((one, i) =>
      names.slice(i + 1).forEach((other) => {
        const pair = `${one} — ${other}`;
        const known = found.get(pair) || { text: pair, value: 0, row: sentence[0] };
        known.value += 1;
        found.set(pair, known);
      }),
    );
  };
  for (const row of rows) {
    if (sentence.length && table.sentence[row] !== table.sentence[sentence[0]]) {
      close();
      sentence = [];
    }
    sentence.push(row);
  }
  close();
  const items = [...found.values()]
    .sort((a, b) => b.value - a.value || a.text.localeCompare(b.text))
    .slice(0, 50)
    .map((item) => ({ ...item, colour: "var(--people)", href: placeHash(corpus, table, item.row) }));
  return barChart(items.slice(0, MOST_BARS), {
    title: t("together"),
    note: t("note-together"),
    header: [t("pair"), t("sentences")],
    rows: items.map((item) => [h("a", { href: item.href }, item.text), number(item.value)]),
  });
}
