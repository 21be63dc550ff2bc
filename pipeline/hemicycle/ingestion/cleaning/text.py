"""Raw text to the cleaned text that offsets count in.

After cleaning a line is a paragraph or a title, an empty line separates blocks, characters are in
Unicode normal form C, and everything that can be written to a UTF-8 file and read back.
"""

from __future__ import annotations

import re
import unicodedata

from hemicycle.ingestion.cleaning.contents_list import without_contents
from hemicycle.ingestion.cleaning.footnote_calls import separate
from hemicycle.ingestion.cleaning.hyphenation import link
from hemicycle.ingestion.metadata import dating

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff]|[\ud800-\udfff]"
)
_SOFT_HYPHEN = re.compile("\u00ad\n?[ \t]*")
# Of Unicode's letters for two, those of typesetting alone: œ and æ are letters of French.
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_TRAILING = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]++$", re.MULTILINE)
_LEADING = re.compile(r"^[ \t]+", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")
_CREDIT = re.compile(
    r"^(?:©|\(c\)|crédits?\s*(?:photos?)?\s*[:©]|photos?\s*(?:[:©]|par\b)|copyright\b).{0,80}(?<![.!?…])$",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"(?<=[^\W\d_A-ZÀ-ÖØ-Þ])-\n(?=[^\W\d_A-ZÀ-ÖØ-Þ])")
_TERMINAL = re.compile(r"[.!?…:;»”\")\]]\s*$")
_LIST_ITEM = re.compile(r"\s*(?:[-–—•*◦▪]\s|\d{1,3}[.)]\s|[a-z]\)\s)")

_WRAP_LIMITS = (40, 130)
_FEWEST_LINES = 5


def clean(raw: str) -> str:
    """The cleaned text, in normal form, a paragraph a line.

    Photo credits and tables of contents go, and footnote calls are set apart.

    Never raises, whatever the characters.
    """
    text = _LINE_ENDS.sub("\n", raw)
    text = _SOFT_HYPHEN.sub("", text)
    text = _INVISIBLE.sub("", text)
    text = unicodedata.normalize("NFC", text.translate(_LIGATURES))
    text = _TRAILING.sub("", text)
    text = _LEADING.sub("", text)
    text = "\n".join(line for line in text.split("\n") if not _CREDIT.match(line))
    text = separate(unwrap(without_contents(text)))
    return _BLANKS.sub("\n\n", text).strip("\n")


def unwrap(text: str) -> str:
    """Rejoin the lines of a text that was broken at a fixed width; any other text is unchanged.

    A block (lines between empty lines) counts as wrapped when all its lines but the last are of
    about the same length, between 40 and 130 characters, most end in the middle of a sentence, and
    they do not all begin with a capital as the items of a list do.
    A word hyphenated at the end of a line is joined (`numéri-` / `sation`) unless it is a compound
    (`mi-` / `décembre`, `Saint-` / `Denis` keep their hyphen).
    """
    return "\n\n".join(_unwrap_block(block) for block in text.split("\n\n"))


def _unwrap_block(block: str) -> str:
    lines = block.split("\n")
    if len(lines) < 2:
        return block
    wrapped = _wrapped_runs(lines)
    # In pieces, for a paragraph may go on for as long as the text.
    pieces = [lines[0]]
    for index in range(1, len(lines)):
        above, line = pieces[-1], lines[index]
        if not wrapped[index - 1] or _LIST_ITEM.match(line) or _is_date_line(line):
            pieces += ["\n", line]
        elif _HYPHENATED.search(f"{above[-2:]}\n{line[:1]}"):
            pieces[-1] = above[:-1]
            pieces += [link(above[:-1], line), line]
        elif above.endswith(("-", "‐")) and not above.endswith((" -", " ‐")):
            pieces.append(line)
        else:
            pieces += [" ", line]
    return "".join(pieces)


def _is_date_line(line: str) -> bool:
    """Whether a line says when a text was written or spoken, as one under its title does."""
    return line[:1].isupper() and dating.from_text(line) is not None


def _wrapped_runs(lines: list[str]) -> list[bool]:
    """For each line, whether the line break after it is one of typesetting."""
    lengths = [len(line) for line in lines]
    width = max(lengths)
    low, high = _WRAP_LIMITS
    no = [False] * len(lines)
    if not low <= width <= high or _is_list(lines):
        return no
    # The next word would not have fitted: the mark of a line broken by width.
    full = [
        lengths[i] + 1 + len(lines[i + 1].split(" ", 1)[0]) > width - 1
        for i in range(len(lines) - 1)
    ]
    open_ended = sum(not _TERMINAL.search(line) for line in lines[:-1])
    if sum(full) < 0.7 * len(full) or 2 * open_ended < len(full):
        return no
    if len(lines) < _FEWEST_LINES and sum(full) < len(full):
        return no
    return [*full, False]


def _is_list(lines: list[str]) -> bool:
    """Whether lines are items: prose broken by width seldom begins two lines with a capital."""
    following = lines[1:]
    capitals = all(line[:1].isupper() for line in following)
    return len(following) > 1 and capitals and not all(line.isupper() for line in lines)


def clean_field(value: str) -> str:
    """A metadata value on one line, without characters that cannot be written."""
    return unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", value).split()))
