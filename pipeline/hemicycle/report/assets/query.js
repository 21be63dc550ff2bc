// What is searched for: words, phrases between quotation marks, beginnings of words (énerg*).
// Capitals, accents and ligatures do not count; a place is found where whole words stand.

class Query {
  constructor(written) {
    const folded = fold(written || "").replace(/[«»“”„]/g, '"');
    this.terms = [...folded.matchAll(/"([^"]*)"?|[^\s"]+/g)]
      .map((found) => patternOf(found[1] ?? found[0]))
      .filter(Boolean);
  }

  get isEmpty() {
    return !this.terms.length;
  }

  // Whether a folded text has all that is searched for.
  isIn(folded) {
    return this.terms.every((term) => folded.search(term) >= 0);
  }

  // The places of each term in a folded text, in order, none over another.
  places(folded) {
    const found = this.terms
      .flatMap((term) => [...folded.matchAll(term)])
      .map((match) => [match.index, match.index + match[0].length])
      .sort(([a, b], [c, d]) => a - c || d - b);
    let reached = 0;
    return found.filter(([start, end]) => start >= reached && ((reached = end), true));
  }
}

// Words in their order, with anything but a word or a line's end between them.
function patternOf(term) {
  const words = term.match(/[\p{L}\p{N}]+\*?/gu);
  if (!words) return null;
  const forms = words.map((word) =>
    word.replace("*", "[\\p{L}\\p{N}]*").replace(/oe|œ/g, "(?:oe|œ)").replace(/ae|æ/g, "(?:ae|æ)"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])${forms.join("[^\\p{L}\\p{N}\\n]+")}(?![\\p{L}\\p{N}])`, "gu");
}
