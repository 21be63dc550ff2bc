"""What may be the name of a person, before it is decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemicycle.annotation.people.roles import Role

# The weight of evidence from which a candidate is a person, unless a pipeline sets another.
THRESHOLD = 2.0


@dataclass(slots=True)
class Candidate:
    """A name that may be a person's, as word indexes.

    Attributes:
        start: first word.
        end: one past the last word.
        honorific: the word of address before it in lower case, empty if none.
        role: the function directly before it, None if none.
        score: the sum of the weights.
        strong: whether something other than the model speaks for a person.
    """

    start: int
    end: int
    honorific: str = ""
    role: Role | None = None
    score: float = 0.0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ModelEntity:
    """An entity of the model, as word indexes."""

    start: int
    end: int
    label: str
