"""What might be the name of an organisation or a place."""

from __future__ import annotations

from dataclasses import dataclass, field

from hemicycle.annotation.bodies.gazetteer import Entries

ORG = "ORG"
LOC = "LOC"


@dataclass(slots=True)
class Candidate:
    """A phrase that may name a body or a place.

    Attributes:
        first: its first word.
        stop: one past its last word.
        start: its first character, from 0.
        end: one past its last character.
        key: its words, folded, with a blank between.
        found: what found it, features among them.
        kind: of organisation, where its head tells it; empty if not.
        entries: what the gazetteer has under this form.
        headed: whether its first word is the noun of a body.
        spelt: whether the text gives it a full name that begins with no noun of a body.
        place_complement: whether what follows its head is a known place alone.
        odds: the logarithm of the odds for each label.
    """

    first: int
    stop: int
    start: int
    end: int
    key: str
    found: set[str] = field(default_factory=set)
    kind: str = ""
    entries: Entries = ()
    headed: bool = False
    spelt: bool = False
    place_complement: bool = False
    odds: dict[str, float] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The likelier label."""
        return max(self.odds, key=self.odds.__getitem__) if self.odds else ""

    @property
    def best(self) -> float:
        """The logarithm of the odds of the likelier label."""
        return max(self.odds.values(), default=0.0)
