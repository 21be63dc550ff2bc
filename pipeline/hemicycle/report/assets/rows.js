// Which rows of a table are shown, in which order, and as CSV.

// The rows that are shown, on all pages, in their order.
function tableRows(corpus, filters, table) {
  return sortRows(corpus, table, matchRows(corpus, table, filters.rows(table)));
}

// The rows that hold every word of the query in some cell or in their passage.
function matchRows(corpus, table, rows) {
  const words = fold(here.params.get("q") || "")
    .split(/\s+/)
    .filter(Boolean);
  for (const word of words) {
    const hits = table.data.map(
      (column, place) =>
        column.codes &&
        column.values.map((value) => fold(`${value} ${valueLabel(table.columns[place].name, value)}`).includes(word)),
    );
    rows = rows.filter((row) => {
      for (let place = 0; place < hits.length; place++) if (hits[place]?.[table.data[place].codes[row]]) return true;
      if (!table.document) return false;
      const d = table.document[row];
      return (
        fold(corpus.title(d)).includes(word) ||
        (table.start && corpus.foldedText(d).slice(table.start[row], table.end[row]).includes(word))
      );
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
      name === "document" ? `${corpus.documents.cell(d, "date")} ${corpus.title(d)}` : corpus.title(d),
    );
    const rank =
      name === "place" && table.start
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
