"""A text as words with their places: what every rule about people walks over.

The tokenizer of the model splits compound names (`Kassym-Jomart`) and glues others, so the rules
have their own reading: a word is a run of letters or digits, joined by hyphens and by apostrophes
inside a name (`N'Diaye`, `O'Brien`), and an elided word (`d'`, `l'`, `qu'`) is a word of its own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from hemicycle.annotation.people.grammar import small_words

_APOSTROPHE = "['’ʼ]"
_HYPHEN = "[-\u2010\u2011\u2013]"  # with the dash of `Rosemont–La Salle`
_LETTERS = r"(?:[^\W_]|[\u0300-\u036f])+"
_SCAN = re.compile(
    rf"(?P<elided>(?:[cdjlmnstCDJLMNST]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu){_APOSTROPHE})"
    rf"(?=[^\W_])"
    rf"|{_LETTERS}(?:(?:{_HYPHEN}|{_APOSTROPHE}){_LETTERS})*"
)
_NEVER_LAST = small_words("words", "never_last")
_ACCENT = re.compile("[éèêàùçîôâûë]")
_TELLING = 150
_CLITICS = small_words("words", "clitics")
_SPACES = "_ \t\u00a0\u202f\u2009\u2007\u200a"
_NO_GAP = frozenset({"", " "})
_COLUMNS = 4
_BEFORE_CAPITAL = frozenset({"N'", "M'"})
_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-"})


@lru_cache(maxsize=1 << 14)
def fold(form: str) -> str:
    """A form without case, accents or typographic variants, for look-ups.

    Apostrophes are straight and hyphens ASCII, so that `KASSYM‑JOMART` and `Kassym-Jomart` agree.
    """
    decomposed = unicodedata.normalize("NFKD", form.translate(_STRAIGHT))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.casefold()


def is_capital(form: str) -> bool:
    """Whether a word is written with a capital, also after an Arabic article (`al-Mourabi`)."""
    if form[0].isupper():
        # `Rendez-nous`, `Peut-on`: a verb with its pronoun.
        return "-" not in form or form.rpartition("-")[2] not in _CLITICS
    head, hyphen, rest = form.partition("-")
    return bool(hyphen) and len(head) <= 3 and head.islower() and rest[:1].isupper()


def is_upper(form: str) -> bool:
    """Whether a word of two letters or more is wholly in capitals."""
    return len(form) > 1 and form.isupper()


@dataclass(slots=True)
class Words:
    """The words of a text.

    Attributes:
        text: the text.
        forms: each word as written, with straight apostrophes and ASCII hyphens.
        lower: the same in lower case.
        unaccented: whether a text of some length has no accent at all: they were lost.
        starts: first character of each word, from 0.
        ends: one past the last character of each.
    """

    text: str
    forms: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    unaccented: bool = False

    @classmethod
    def of(cls, text: str) -> Words:
        """Read a text."""
        words = cls(text)
        plain = text
        for variant, straight in _STRAIGHT.items():
            plain = plain.replace(chr(variant), straight)
        forms, starts, ends = words.forms, words.starts, words.ends
        for match in _SCAN.finditer(plain):
            start, end = match.span()
            form = plain[start:end]
            # `N'Diaye`, `M'Bala`: an elided pronoun never stands before a capital.
            if ends and ends[-1] == start and forms[-1] in _BEFORE_CAPITAL and form[0].isupper():
                forms[-1] += form
                ends[-1] = end
                continue
            if "-" in form:
                # `Corvel-qui se présente`: a dash printed as a hyphen.
                head, _, tail = form.rpartition("-")
                if tail in _NEVER_LAST and head[0].isupper():
                    forms += [head, tail]
                    starts += [start, end - len(tail)]
                    ends += [start + len(head), end]
                    continue
            forms.append(form)
            starts.append(start)
            ends.append(end)
        words.lower = [form.lower() for form in forms]
        words.unaccented = len(text) > _TELLING and not _ACCENT.search(text)
        return words

    def __len__(self) -> int:
        """The number of words."""
        return len(self.forms)

    def gap(self, index: int) -> str:
        """What stands between word ``index - 1`` and word ``index``; at the ends, the rest."""
        begin = self.ends[index - 1] if index > 0 else 0
        end = self.starts[index] if index < len(self.starts) else len(self.text)
        return self.text[begin:end]

    def spaced(self, index: int) -> bool:
        """Whether only spaces, or nothing, part word ``index`` from the one before.

        Four spaces and more part columns.
        """
        if not 0 < index < len(self.forms):
            return False
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        return gap in _NO_GAP or (len(gap) < _COLUMNS and not gap.strip(_SPACES))

    def is_in_lower_line(self, start: int, end: int) -> bool:
        """Whether the words around some words in capitals are in usual case: no heading."""
        near = self.forms[max(0, start - 5) : start] + self.forms[end : end + 5]
        return sum(form.islower() for form in near) * 5 >= len(near) * 3 and bool(near)

    def begins_sentence(self, index: int) -> bool:
        """Whether a capital on word ``index`` may be due to its place in the sentence."""
        if index == 0:
            return True
        gap = self.gap(index)
        return any(c in '.!?…:;«»“”"–—•*\n(' for c in gap) or gap.strip() in {"-", "'"}
