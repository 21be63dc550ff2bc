"""How a component leaves what it says of a whole document: ``doc._.themes``, ``doc._.keywords``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic

from spacy.tokens import Doc

from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.gold import GoldHeader, GoldLetter
from hemicycle.kinds.mention import Stage, V
from hemicycle.kinds.userdata import user_data


@dataclass(frozen=True, slots=True)
class TagKind(Generic[V]):
    """A family of tags of documents: its attribute on ``Doc``, a list of typed values.

    Attributes:
        name: of its table, and of the extension attribute (``themes``).
        value_type: the class of the values.
        description: one sentence.
        columns: its own columns, behind ``doc_id``.
        cells: a value as the cells of these columns.
        stage: which stage makes its rows.
        components: the components of ``models/pipeline.cfg`` that its rows need.
        labels: its name on the page, by language.
        header: what annotated texts say of it in their header.
    """

    name: str
    value_type: type[V]
    description: str
    columns: tuple[Column, ...]
    cells: Callable[[V], Row]
    stage: Stage
    components: tuple[str, ...]
    labels: Mapping[str, str]
    header: GoldHeader | None = None
    letters: ClassVar[tuple[GoldLetter, ...]] = ()

    def register(self) -> None:
        """Declare the extension attribute; calling it again changes nothing."""
        if not Doc.has_extension(self.name):
            Doc.set_extension(self.name, getter=self.read, setter=self.set)

    def read(self, doc: Doc) -> list[V]:
        """The tags of a document, empty if the component did not run."""
        packed: list[list[Any]] = user_data(doc).get(("hemicycle", self.name), [])
        return [self.value_type.unpack(fields) for fields in packed]

    def set(self, doc: Doc, tags: Iterable[V]) -> None:
        """Replace the tags of a document."""
        user_data(doc)[("hemicycle", self.name)] = [tag.pack() for tag in tags]
