"""A text as words with their places: the one cut that every component walks over.

The tokenizer of the model splits compound names (`Kassym-Jomart`) and glues others, so the rules
have their own. A *word* is a run of letters or digits, joined by hyphens and by apostrophes inside
a name (`N'Diaye`, `O'Brien`, `aujourd'hui`), figures also by points (`49.3`); an elided word (`d'`,
`l'`, `qu'`) is a word of its own. *Tokens* are finer: the parts of words (`31`, `.`, `12`; `2012`,
`-`, `2015`) and the signs between them. Both have straight apostrophes and ASCII hyphens.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import TypeVar

from hemicycle.folding import straight
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

V = TypeVar("V")

_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
# `N'Diaye`, `M'Bala`: an elided pronoun never stands before a capital.
_ELIDED = (
    r"(?:[cdjlstCDJLST]'|[mnMN]'(?![A-ZÀ-ÖØ-Þ])|(?:[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu)')"
    r"(?=[^\W_]|[\s«“(]|\Z)"
)
_SCAN = re.compile(rf"{_ELIDED}|{_LETTERS}(?:(?:[-']|(?<=[0-9])\.(?=[0-9])){_LETTERS})*|[^\w\s]")
_PART = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*'?|\d+|[^\w\s]")
_HYPHENS = frozenset("-\u2010\u2011")
_ACCENT = re.compile("[éèêàùçîôâûë]")
_TELLING = 150
_SPACES = "_ \t\u00a0\u202f\u2009\u2007\u200a"
_COLUMNS = 4
_ARTICLE = 3  # letters of an Arabic article at the most
_MOST_FORMS = 50_000
_LONGEST_KEPT = 40  # characters; no word that comes again is longer


class PerForm(dict[str, V]):
    """What a function says of a form, remembered: texts use the same words again and again.

    Once :data:`_MOST_FORMS` are known, the next new one makes it forget them all; a form that no
    text uses again, as it is too long, is not remembered.
    """

    def __init__(self, function: Callable[[str], V]) -> None:
        """Remember what a function says; its answer must depend on the form alone."""
        super().__init__()
        self._function = function

    def __missing__(self, form: str) -> V:
        found = self._function(form)
        if len(form) <= _LONGEST_KEPT:
            if len(self) >= _MOST_FORMS:
                self.clear()
            self[form] = found
        return found


def _parts(form: str) -> tuple[tuple[int, int, str], ...]:
    """The tokens of a word or sign: first character in it, one past the last, lower case."""
    return tuple((*match.span(), match[0].lower()) for match in _PART.finditer(form))


def tokens_of(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase in lower case, as :class:`Words` has those of a text."""
    return tuple(Words(phrase).tokens)


def _is_spaced(gap: str) -> bool:
    return len(gap) < _COLUMNS and not gap.strip(_SPACES)


_LOWER: PerForm[str] = PerForm(str.lower)
_PARTS: PerForm[tuple[tuple[int, int, str], ...]] = PerForm(_parts)
_SPACED: PerForm[bool] = PerForm(_is_spaced)


@per_knowledge
def _clitics() -> frozenset[str]:
    return frozenset(load_toml("lexicons", "words.toml")["clitics"])


@per_knowledge
def _never_last() -> frozenset[str]:
    return frozenset(load_toml("lexicons", "words.toml")["never_last"])


@per_knowledge
def capitals() -> PerForm[bool]:
    """Which forms are written with a capital."""
    clitics = _clitics()

    def is_capital(form: str) -> bool:
        if form[0].isupper():
            # `Rendez-nous`, `Peut-on`: a verb with its pronoun.
            return "-" not in form or form.rpartition("-")[2] not in clitics
        head, hyphen, rest = form.partition("-")
        return bool(hyphen) and len(head) <= _ARTICLE and head.islower() and rest[:1].isupper()

    return PerForm(is_capital)


def is_capital(form: str) -> bool:
    """Whether a word is written with a capital, also after an Arabic article (`al-Mourabi`)."""
    return capitals()[form]


def is_upper(form: str) -> bool:
    """Whether a word of two letters or more is wholly in capitals."""
    return len(form) > 1 and form.isupper()


class Words:
    """The words and tokens of a text.

    Attributes:
        text: the text.
        forms: each word as written, with straight apostrophes and ASCII hyphens.
        lower: the same in lower case.
        capital: whether each is written with a capital (:func:`is_capital`).
        starts: first character of each word, from 0.
        ends: one past the last character of each.
        gaps: what stands before each word, and behind the last.
        unaccented: whether a text of some length has no accent at all: they were lost.
        tokens: each token in lower case.
        token_starts: first character of each token, from 0.
        token_ends: one past the last character of each.
    """

    __slots__ = (
        "_spaced",
        "_vocabulary",
        "capital",
        "ends",
        "forms",
        "gaps",
        "lower",
        "starts",
        "text",
        "token_ends",
        "token_starts",
        "tokens",
        "unaccented",
    )

    def __init__(self, text: str) -> None:
        """Cut a text."""
        self.text = text
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tokens: list[str] = []
        self.token_starts: list[int] = []
        self.token_ends: list[int] = []
        self._cut(text)
        self.lower = self.each(_LOWER)
        self.capital = self.each(capitals())
        gaps = zip([0, *self.ends], [*self.starts, len(text)], strict=True)
        self.gaps = [text[end:start] for end, start in gaps]
        # Nothing stands before the first word, nor a word behind the last.
        self._spaced = [False, *map(_SPACED.__getitem__, self.gaps[1:-1]), False]
        self.unaccented = len(text) > _TELLING and not _ACCENT.search(text)
        self._vocabulary: frozenset[str] | None = None

    def _cut(self, text: str) -> None:
        plain = text if text.isascii() else straight(text)
        forms, starts, ends = self.forms, self.starts, self.ends
        tokens, token_starts, token_ends = self.tokens, self.token_starts, self.token_ends
        never_last = _never_last()
        end = 0
        for form in _SCAN.findall(plain):
            # Nothing but spaces and underscores stands between: the next place is its own.
            start = plain.index(form, end)
            end = start + len(form)
            if form.isalpha():
                forms.append(form)
                starts.append(start)
                ends.append(end)
                tokens.append(_LOWER[form])
                token_starts.append(start)
                token_ends.append(end)
                continue
            if form == "-":
                tokens.append(text[start] if text[start] not in _HYPHENS else form)
                token_starts.append(start)
                token_ends.append(end)
                continue
            for first, last, part in _PARTS[form]:
                tokens.append(part)
                token_starts.append(start + first)
                token_ends.append(start + last)
            if not form[0].isalnum():
                continue
            if "-" in form:
                head, _, tail = form.rpartition("-")
                if tail in never_last and head[0].isupper():
                    # `Corvel-qui se présente`: a dash printed as a hyphen.
                    forms.append(head)
                    starts.append(start)
                    ends.append(start + len(head))
                    form, start = tail, end - len(tail)
            forms.append(form)
            starts.append(start)
            ends.append(end)

    def __len__(self) -> int:
        """The number of words."""
        return len(self.forms)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Its tokens, each once."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.tokens)
        return self._vocabulary

    def each(self, table: PerForm[V]) -> list[V]:
        """What a table says of each word."""
        return list(map(table.__getitem__, self.forms))

    def gap(self, index: int) -> str:
        """What stands between word ``index - 1`` and word ``index``; at the ends, the rest."""
        return self.gaps[index] if index >= 0 else self.text[: self.starts[index]]

    def within(self, start: int, end: int) -> int:
        """How many words begin from one character up to another.

        Args:
            start: the first character, from 0.
            end: one past the last.
        """
        return bisect_left(self.starts, end) - bisect_left(self.starts, start)

    def spaced(self, index: int) -> bool:
        """Whether only spaces, or nothing, part word ``index`` from the one before.

        Four spaces and more part columns.
        """
        try:
            return index > 0 and self._spaced[index]
        except IndexError:
            return False

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
