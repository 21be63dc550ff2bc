// Two groups side by side, by the same counts and measure as `hemicycle compare` (exploring/comparing.py):
// the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008).

const PRIOR = 10;
const CONFIDENCE = 1.959964; // standard deviations that hold 95 of 100
const OF_TURNS = ["speaker", "role", "group"];
// What is compared: the name of a dimension, its table, and what of a row is counted.
const DIMENSIONS = [
  ["themes", "theme_passages", "theme"],
  ["sectors", "sectors", "sector"],
  ["people", "people", "person"],
  ["organisations", "organisations", "name"],
  ["places", "places", "name"],
  ["laws", "laws", "name"],
  ["words", "keywords", "keyword"],
];

// What each column can tell apart: its values, most words first.
function comparable(corpus, filters) {
  const { speeches } = filters.speakers;
  const ofTurns = speeches?.length ? OF_TURNS.map((by) => [by, speeches]) : [];
  return [...ofTurns, ...filters.metadata.map((by) => [by, corpus.documents])]
    .map(([by, table]) => [by, valuesByWords(table, by, filters.rows(table, true))])
    .filter(([, values]) => values.length > 1);
}

function valuesByWords(table, by, rows) {
  const words = new Map();
  for (const row of rows) {
    const value = table.cell(row, by);
    if (value) words.set(value, (words.get(value) || 0) + (table.cell(row, "words") || 0));
  }
  return [...words].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([value]) => value);
}

// A side: what it is called, and in how many documents, turns and words it stands.
const sideOf = (name) => ({ name, documents: 0, speeches: 0, words: 0 });

// Both sides and their differences by dimension, the surest first.
function comparison(corpus, filters, by, names) {
  const sides = names.map(sideOf);
  const isOf = OF_TURNS.includes(by) ? ofTurns(filters, by, sides) : ofDocuments(corpus, filters, by, sides);
  const dimensions = DIMENSIONS.filter(([, name]) => corpus.table[name]?.length).map(([dimension, name, column]) => {
    const table = corpus.table[name];
    const counts = sides.map(() => new Map());
    for (const row of filters.rows(table, true)) {
      const side = isOf(table, row);
      const item =
        side === undefined ? "" : table.cell(row, column) || (column === "person" ? table.cell(row, "name") : "");
      if (item)
        counts[side].set(
          item,
          (counts[side].get(item) || 0) + (table.has("count") ? (table.cell(row, "count") ?? 1) : 1),
        );
    }
    return { dimension, table, items: differences(...counts) };
  });
  return { sides, dimensions };
}

// Which side a row belongs to, by the turn it stands in.
function ofTurns(filters, by, sides) {
  const { speeches } = filters.speakers;
  const wanted = sides.map((side) => fold(side.name));
  const turns = new Map();
  const met = sides.map(() => new Set());
  for (const row of filters.rows(speeches, true)) {
    const side = wanted.indexOf(fold(speeches.cell(row, by)));
    if (side < 0) continue;
    turns.set(`${speeches.document[row]} ${speeches.cell(row, "speech")}`, side);
    met[side].add(speeches.document[row]);
    sides[side].speeches += 1;
    sides[side].words += speeches.cell(row, "words") || 0;
  }
  sides.forEach((side, place) => {
    side.documents = met[place].size;
  });
  return (table, row) => turns.get(`${table.document[row]} ${table.cell(row, "speech")}`);
}

// Which side a row belongs to, by its document; what is counted for each turn too is counted once.
function ofDocuments(corpus, filters, by, sides) {
  const wanted = sides.map((side) => fold(side.name));
  const documents = new Map();
  for (const d of filters.rows(corpus.documents)) {
    const side = wanted.indexOf(fold(corpus.documents.cell(d, by)));
    if (side < 0) continue;
    documents.set(d, side);
    sides[side].documents += 1;
    sides[side].words += corpus.documents.cell(d, "words") || 0;
  }
  return (table, row) => (table.isOfDocument(row) ? documents.get(table.document[row]) : undefined);
}

function differences(one, other) {
  const sum = (counts) => [...counts.values()].reduce((all, n) => all + n, 0);
  const totals = [sum(one), sum(other)];
  if (!totals[0] || !totals[1]) return [];
  const found = [];
  for (const item of new Set([...one.keys(), ...other.keys()])) {
    const counts = [one.get(item) || 0, other.get(item) || 0];
    const prior = (PRIOR * (counts[0] + counts[1])) / (totals[0] + totals[1]);
    const inside = counts.map((n) => n + prior);
    const rest = counts.map((n, side) => totals[side] + PRIOR - n - prior);
    if (rest.some((n) => n <= 0)) continue; // there is nothing else in the dimension
    const logOdds = Math.log(inside[0] / rest[0]) - Math.log(inside[1] / rest[1]);
    const wide = CONFIDENCE * Math.sqrt(1 / inside[0] + 1 / inside[1]);
    found.push({
      item,
      counts,
      shares: counts.map((n, side) => n / totals[side]),
      logOdds,
      low: logOdds - wide,
      high: logOdds + wide,
    });
  }
  const surety = ({ logOdds, low, high }) => Math.abs(logOdds) / (high - low);
  return found.sort((a, b) => surety(b) - surety(a) || (a.item < b.item ? -1 : 1));
}
