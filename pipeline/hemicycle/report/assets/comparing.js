// Two groups side by side, by the same counts and measure as `hemicycle compare` (exploring/comparing.py):
// the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008).

const PRIOR = 10;
const CONFIDENCE = 1.959964; // standard deviations that hold 95 of 100
const OF_TURNS = ["speaker", "role", "group"];
// What is compared: the name of a dimension, its table, the column that tells things apart, and the one that names them.
const DIMENSIONS = [
  ["themes", "theme_passages", "code", "theme"],
  ["sectors", "sectors", "division", "sector"],
  ["people", "people", "person_id", "person"],
  ["organisations", "organisations", "entity_id", "name"],
  ["places", "places", "entity_id", "name"],
  ["laws", "laws", "name", "name"],
  ["words", "keywords", "keyword", "keyword"],
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
  const names = new Map();
  for (const row of rows) {
    const told = table.cell(row, by);
    if (!told) continue;
    // A speaker is one person under all names: the one most used stands for them.
    const value = (by === "speaker" && table.has("speaker_id") && table.cell(row, "speaker_id")) || told;
    learnName(names, value, told);
    words.set(value, (words.get(value) || 0) + (table.cell(row, "words") || 0));
  }
  for (const [value, known] of names) {
    const name = mostUsed(known);
    if (name === value) continue;
    words.set(name, (words.get(name) || 0) + words.get(value));
    words.delete(value);
  }
  return [...words].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([value]) => value);
}

// A side: what it is called, and in how many documents, turns and words it stands.
const sideOf = (name) => ({ name, documents: 0, speeches: 0, words: 0 });

// Both sides and their differences by dimension, the surest first.
function comparison(corpus, filters, by, names) {
  const sides = names.map(sideOf);
  const isOf = OF_TURNS.includes(by) ? ofTurns(filters, by, sides) : ofDocuments(corpus, filters, by, sides);
  const dimensions = DIMENSIONS.filter(([, name]) => corpus.table[name]?.length).map(([dimension, name, key, label]) => {
    const table = corpus.table[name];
    const counts = sides.map(() => new Map());
    const names = new Map();
    for (const row of filters.rows(table, true)) {
      const side = isOf(table, row);
      const called = side === undefined ? "" : table.cell(row, label);
      if (!called) continue;
      const item = table.cell(row, key) || called;
      learnName(names, item, called);
      const n = table.has("count") ? (table.cell(row, "count") ?? 1) : 1;
      counts[side].set(item, (counts[side].get(item) || 0) + n);
    }
    return { dimension, table, items: differences(...counts.map((one) => countsByName(one, names))) };
  });
  return { sides, dimensions };
}

// Count a name of a thing.
function learnName(names, item, called) {
  if (!names.has(item)) names.set(item, new Map());
  const known = names.get(item);
  known.set(called, (known.get(called) || 0) + 1);
}

// The most frequent name, the first by the alphabet of two as frequent.
const mostUsed = (known) => [...known].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];

// Counts of things by their names, told apart by their ids where two have one name.
function countsByName(counts, names) {
  const called = new Map([...names].map(([item, known]) => [item, mostUsed(known)]));
  const same = new Map();
  for (const name of called.values()) same.set(name, (same.get(name) || 0) + 1);
  const shown = (item) => (same.get(called.get(item)) > 1 ? `${called.get(item)} (${item})` : called.get(item));
  return new Map([...counts].map(([item, n]) => [shown(item), n]));
}

// The people of the corpus who speak in a turn.
const personsOf = (speeches, row) =>
  speeches.has("speaker_id") ? (speeches.cell(row, "speaker_id") || "").split("; ").filter(Boolean) : [];

// The people who speak under a name in any turn.
function idsOf(filters, speeches, name) {
  const ids = new Set();
  for (const row of filters.rows(speeches, true))
    if (fold(speeches.cell(row, "speaker")) === name) personsOf(speeches, row).forEach((id) => ids.add(id));
  return ids;
}

// Which side a row belongs to, by the turn it stands in.
function ofTurns(filters, by, sides) {
  const { speeches } = filters.speakers;
  const wanted = sides.map((side) => fold(side.name));
  const ids = wanted.map((name) => (by === "speaker" ? idsOf(filters, speeches, name) : new Set()));
  const turns = new Map();
  const met = sides.map(() => new Set());
  for (const row of filters.rows(speeches, true)) {
    const told = fold(speeches.cell(row, by));
    const persons = personsOf(speeches, row);
    const side = wanted.findIndex((name, place) => name === told || persons.some((id) => ids[place].has(id)));
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
