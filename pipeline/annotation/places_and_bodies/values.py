"""The typed value of an organisation or place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from pipeline.annotation.mentions import MentionKind


@dataclass(frozen=True, slots=True)
class Named:
    """Something that is named.

    Attributes:
        name: its name on one line, as the document writes it most often.
    """

    name: str

    def pack(self) -> list[Any]:
        """The fields, in order."""
        return [self.name]

    @classmethod
    def unpack(cls, packed: list[Any]) -> Self:
        """The value whose fields these are."""
        return cls(*packed)


ORGANISATIONS = MentionKind("organisations", "organisation", Named)
PLACES = MentionKind("places", "place", Named)
