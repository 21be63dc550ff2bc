// Where the reader is. The view, what it shows, the filters and the language all stand in the
// address (#/table/amounts?speaker=Anne+Sol&sort=value), so that a link opens the same view and the
// browser goes back and forth.

// What belongs to one view; anything else goes along to the next.
const OWN = new Set(["q", "sort", "order", "page", "all", "by", "a", "b", "measure", "currency"]);
let here = { view: "", parts: [], params: new URLSearchParams() };
let whenMoved = () => {};

const decoded = (part) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // somebody typed it
  }
};

function readAddress() {
  const [path, ...query] = location.hash.replace(/^#\/?/, "").split("?");
  const [view, ...parts] = path.split("/").map(decoded);
  here = { view, parts, params: new URLSearchParams(query.join("?")) };
}

function written(path, params) {
  const query = params.toString();
  return `#/${path.map(encodeURIComponent).join("/")}${query ? `?${query}` : ""}`;
}

// Another view under the same filters, with parameters of its own and changes of filters.
function addressOf(path, changes = {}) {
  const kept = new URLSearchParams([...here.params].filter(([name]) => !OWN.has(name)));
  return written(path, withChanges(kept, changes));
}

// The same view with other parameters; what is null, empty or false goes.
function changedAddress(changes) {
  return written([here.view, ...here.parts], withChanges(new URLSearchParams(here.params), changes));
}

function withChanges(params, changes) {
  for (const [name, value] of Object.entries(changes))
    if (value) params.set(name, value);
    else params.delete(name);
  return params;
}

// Goes to an address, as a click on a link does.
function go(hash) {
  history.pushState(null, "", hash);
  readAddress();
  whenMoved();
}

// Writes where the reader is while something is typed or walked through: no step to go back to.
function revise(hash) {
  history.replaceState(null, "", hash);
  readAddress();
}

const tableHash = (name, query) => addressOf(["table", name], { q: query });

// The place of a row: where it stands, as the CSV files say it, or its number where it stands nowhere.
function placeOf(corpus, table, row) {
  return table.start ? corpus.stretch(table.document[row], table.start[row], table.end[row]) : String(row);
}

function placeHash(corpus, table, row) {
  return addressOf([
    "doc",
    corpus.documents.cell(table.document[row], "doc_id"),
    table.name,
    placeOf(corpus, table, row),
  ]);
}
