"""What may be the name of a person, before it is decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

from hemicycle.values import value

if TYPE_CHECKING:
    from hemicycle.annotation.people.roles import Role

# The chance from which a candidate is a person, unless a pipeline sets another.
THRESHOLD = 0.5


@dataclass(slots=True)
class Candidate:
    """A name that may be a person's, as word indexes.

    Attributes:
        start: first word.
        end: one past the last word.
        honorific: the word of address before it in lower case, empty if none.
        role: the function directly before it, None if none.
        seen: the features that hold (:mod:`hemicycle.annotation.people.features`).
        veto: the veto that it meets, empty if none.
        strong: whether something other than the model speaks for a person.
        score: the sum of the weights of what is seen: the logarithm of the odds, by itself.
        facts: what the document tells of it (:mod:`hemicycle.annotation.people.agreement`).
        odds: the logarithm of the odds after that, minus infinity under a veto.
    """

    start: int
    end: int
    honorific: str = ""
    role: Role | None = None
    seen: list[str] = field(default_factory=list)
    veto: str = ""
    strong: bool = False
    score: float = 0.0
    facts: dict[str, float] = field(default_factory=dict)
    odds: float = -inf

    @property
    def is_likely(self) -> bool:
        """Whether a person is more likely than not, by what is seen here alone."""
        return not self.veto and self.score >= 0


@value
class ModelEntity:
    """An entity of the model, as word indexes."""

    start: int
    end: int
    label: str
