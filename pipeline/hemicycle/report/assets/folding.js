// Letters without case and accents, each at its place, so that offsets stay what they are.

const STRAIGHT = new Map([..."’ʼʻꞌ＇´`"].map((sign) => [sign, "'"]).concat([..."‐‑–"].map((sign) => [sign, "-"])));
const foldedLetters = new Map();

function foldLetter(letter) {
  let plain = foldedLetters.get(letter);
  if (plain === undefined) {
    plain = STRAIGHT.get(letter) ?? letter.toLowerCase().normalize("NFD")[0];
    foldedLetters.set(letter, plain);
  }
  return plain;
}

const fold = (text) => text.replace(/[A-Z`\x80-\uffff]/g, foldLetter);
