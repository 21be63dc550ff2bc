"""How a component leaves what it says of a whole document: ``doc._.themes``, ``doc._.keywords``.

What it says of single speeches of the document stands apart, by the number of the speech.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic

from spacy.tokens import Doc

from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.gold import GoldHeader, GoldLetter
from hemicycle.kinds.mention import Stage, V
from hemicycle.kinds.userdata import user_data

_SPEECHES = "speeches"
# The column that tells of which speech a tag is, empty for the document.
SPEECH = "speech"


def is_of_document(row: Mapping[str, str]) -> bool:
    """Whether a row of tags is said of the whole document, not of one of its speeches."""
    return not row[SPEECH]


@dataclass(frozen=True, slots=True)
class TagKind(Generic[V]):
    """A family of tags of documents: its attribute on ``Doc``, a list of typed values.

    Attributes:
        name: of its table, and of the extension attribute (``themes``).
        value_type: the class of the values.
        description: one sentence.
        columns: its own columns, behind ``doc_id``, ``speech`` and ``speaker``.
        cells: a value as the cells of these columns.
        stage: which stage makes its rows.
        components: the components of ``models/pipeline.cfg`` that its rows need.
        labels: its name on the page, by language.
        key: columns that tell apart the tags of one document or speech.
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
    key: tuple[str, ...] = ()
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

    def read_of_speeches(self, doc: Doc) -> dict[int, list[V]]:
        """The tags of single speeches by the number of the speech, in order."""
        packed: dict[int, list[list[Any]]]
        packed = user_data(doc).get(("hemicycle", self.name, _SPEECHES), {})
        return {
            number: [self.value_type.unpack(fields) for fields in tags]
            for number, tags in packed.items()
        }

    def set(self, doc: Doc, tags: Iterable[V]) -> None:
        """Replace the tags of a document."""
        user_data(doc)[("hemicycle", self.name)] = [tag.pack() for tag in tags]

    def set_of_speeches(self, doc: Doc, tags: Mapping[int, Iterable[V]]) -> None:
        """Replace the tags of its single speeches, given by the number of the speech."""
        user_data(doc)[("hemicycle", self.name, _SPEECHES)] = {
            number: [tag.pack() for tag in some] for number, some in tags.items()
        }
