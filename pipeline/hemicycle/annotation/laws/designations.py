"""The number and date of a citation behind its head, and the citation that they make."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.annotation.laws.dating import TextDate, text_date
from hemicycle.annotation.laws.heads import ReadHead, skip_dropped
from hemicycle.annotation.laws.identifiers import celex_act, eli
from hemicycle.annotation.laws.numbers import TextNumber, text_number
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import Law

# Texts of which a year alone tells which one is meant (`loi de 1905`).
_BY_YEAR = ("law", "decree", "ordinance", "directive")
_BY_DAY = (*_BY_YEAR, "order")


@dataclass(frozen=True, slots=True)
class Designation:
    """What tells a text from others of its kind.

    Attributes:
        number: its number, None if the citation gives none.
        date: its date, None if the citation gives none.
        stop: index behind both.
    """

    number: TextNumber | None
    date: TextDate | None
    stop: int

    def law(self, head: ReadHead, country: str, institution: str = "") -> Law:
        """The text cited.

        Args:
            head: its head.
            country: of the document.
            institution: of the text, which stays in the name where only a date follows.
        """
        day = self.date.iso if self.date else ""
        parts = [head.name]
        if self.number:
            parts.append(self.number.written)
        elif institution:
            parts.append(institution)
        if self.date:
            parts.append(self.date.written)
        return Law(head.kind, " ".join(parts), "", day, self._identifier(head, country, day))

    def _identifier(self, head: ReadHead, country: str, day: str) -> str:
        if self.number is None:
            return ""
        if head.kind in ("directive", "regulation"):
            return celex_act(head.kind, self.number.number, self.number.marked)
        return eli(head.name, self.number.number, day) if country == "FR" else ""


def designation(tokens: Tokens, head: ReadHead, index: int) -> Designation | None:
    """The number, the date or both at an index, None if neither cites a text of this kind."""
    number = text_number(tokens, index, head.kind)
    if number is None:
        found = text_date(tokens, index, head.kind in _BY_YEAR)
        if found is None or (head.kind not in _BY_DAY and not _dated(tokens, head, found)):
            return None
        return Designation(None, found, found.stop)
    if head.kind == "treaty":
        return None
    if head.kind == "regulation" and not _of_a_union(number, tokens, head):
        return None
    at = skip_dropped(tokens, number.stop)
    at = tokens.lexicon.phrases["eu_institutions"].match(tokens.words, at)
    day = text_date(tokens, at, year_alone=False)
    return Designation(number, day, day.stop if day else number.stop)


def _dated(tokens: Tokens, head: ReadHead, day: TextDate) -> bool:
    """Whether a date alone cites a text of a kind that is mostly cited otherwise."""
    if head.kind == "regulation":
        return day.full and (
            head.name.endswith(tuple(tokens.lexicon.words["of_a_state"])) or tokens.country == "EU"
        )
    return head.kind == "treaty" and head.name == "traité" and day.iso != ""


def _of_a_union(number: TextNumber, tokens: Tokens, head: ReadHead) -> bool:
    """Whether the number is of a union of states or a state, not of a council or company."""
    return (
        number.union
        or "/" in number.number
        or head.name.endswith(tuple(tokens.lexicon.words["of_a_union"]))
    )
