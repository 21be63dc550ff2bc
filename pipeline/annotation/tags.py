"""How a component leaves what it says of a whole document: ``doc._.themes``, ``doc._.keywords``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic

from spacy.tokens import Doc

from pipeline.annotation.mentions import V
from pipeline.annotation.userdata import user_data


@dataclass(frozen=True, slots=True)
class TagKind(Generic[V]):
    """A family of tags of documents: its attribute on ``Doc``, a list of typed values.

    Attributes:
        attribute: name of the extension attribute (``themes``).
        value_type: the class of the values.
    """

    attribute: str
    value_type: type[V]

    def register(self) -> None:
        """Declare the extension attribute; calling it again changes nothing."""
        if not Doc.has_extension(self.attribute):
            Doc.set_extension(self.attribute, getter=self.read, setter=self.set)

    def read(self, doc: Doc) -> list[V]:
        """The tags of a document, empty if the component did not run."""
        packed: list[list[Any]] = user_data(doc).get(("hemicycle", self.attribute), [])
        return [self.value_type.unpack(fields) for fields in packed]

    def set(self, doc: Doc, tags: Iterable[V]) -> None:
        """Replace the tags of a document."""
        user_data(doc)[("hemicycle", self.attribute)] = [tag.pack() for tag in tags]
