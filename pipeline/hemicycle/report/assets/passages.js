// Words of a text with what stands around them.

const CONTEXT = 60; // characters on each side

// A passage with a little text around it.
function context(corpus, d, start, end, wrap = (text) => h("mark", {}, text), around = CONTEXT) {
  const text = corpus.texts[d];
  const before = text
    .slice(Math.max(0, start - around), start)
    .split("\n")
    .at(-1);
  const after = text.slice(end, end + around).split("\n")[0];
  const isCut = after.length === around && end + around < text.length;
  const cut = shorten(text.slice(start, end), 160);
  return [
    start > before.length && before.length === around ? `…${before}` : before,
    wrap(cut),
    isCut ? `${after}…` : after,
  ].filter(Boolean);
}

const shorten = (text, length) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);
