"""Which elements of the XML of parliaments, of laws and of feeds hold what: ``models/formats``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hemicycle.ingestion.formats.tei_text import local
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.messages import tell

_PATTERN = re.compile(
    r"(?:(?P<parent>[\w-]+)/)?(?P<name>[\w-]+)"
    r"(?:\[(?P<key>[\w-]+)(?:=(?P<value>[^\]]+))?\])?(?:@(?P<attribute>[\w-]+))?"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What names elements: `parent/name[attribute=value]@attribute`.

    Attributes:
        name: the element's, without its namespace.
        parent: of the element around it, empty for any.
        key: an attribute that it must have, empty for none.
        value: the value of that attribute, empty for any.
        attribute: the attribute whose value is meant, empty for the words.
    """

    name: str
    parent: str = ""
    key: str = ""
    value: str = ""
    attribute: str = ""

    @classmethod
    def read(cls, written: str) -> Pattern:
        """A pattern as a line of the mapping writes it.

        Raises:
            ValueError: it is none.
        """
        match = _PATTERN.fullmatch(written)
        if match is None:
            raise ValueError(tell("{written!r} names no element.", written=written))
        return cls(**{name: part or "" for name, part in match.groupdict().items()})

    def fits(self, element: Any) -> bool:
        """Whether an element is one of those that it names."""
        if local(element) != self.name:
            return False
        if self.parent and self.parent != _name(element.getparent()):
            return False
        held = _attribute(element, self.key) if self.key else ""
        return not self.key or (held == self.value if self.value else held != "")

    def of(self, element: Any) -> str:
        """What is meant of an element, on one line."""
        said = (
            _attribute(element, self.attribute) if self.attribute else "".join(element.itertext())
        )
        return " ".join(said.split())


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one format is read; the fields are those of ``models/formats/xml.toml``."""

    format: str
    roots: frozenset[str]
    records: tuple[Pattern, ...] = ()
    fields: dict[str, tuple[Pattern, ...]] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    turn: tuple[Pattern, ...] = ()
    name: Pattern | None = None
    role: Pattern | None = None
    group: Pattern | None = None
    text: tuple[Pattern, ...] = ()
    label: str = ""
    heading: tuple[Pattern, ...] = ()
    block: tuple[Pattern, ...] = ()
    note: tuple[Pattern, ...] = ()
    html: tuple[Pattern, ...] = ()
    skip: tuple[Pattern, ...] = ()
    one: bool = False
    broken: bool = False


_FIELDS = ("date", "title", "url", "source", "speaker", "id")


@per_knowledge
def mappings() -> tuple[Mapping, ...]:
    """The formats that are known.

    Raises:
        ResourceError: the file is absent.
        ValueError: a line names no element.
    """
    return tuple(_mapping(name, table) for name, table in load_toml("formats", "xml.toml").items())


def mapping_of(root: str) -> Mapping | None:
    """The format of a file by the name of its root, None if it is unknown."""
    return next((known for known in mappings() if root in known.roots), None)


def first_of(patterns: Iterable[Pattern], element: Any) -> Pattern | None:
    """The first pattern that names an element."""
    return next((pattern for pattern in patterns if pattern.fits(element)), None)


def _mapping(name: str, table: dict[str, Any]) -> Mapping:
    def single(key: str) -> Pattern | None:
        return Pattern.read(table[key]) if key in table else None

    def several(key: str) -> tuple[Pattern, ...]:
        return _patterns(table.get(key, []))

    return Mapping(
        format=name,
        roots=frozenset(table["roots"]),
        fields={f: _patterns(table[f]) for f in _FIELDS if isinstance(table.get(f), list)},
        fixed={f: table[f] for f in (*_FIELDS, "country") if isinstance(table.get(f), str)},
        label=table.get("label", ""),
        one=table.get("one", False),
        broken=table.get("broken", False),
        name=single("name"),
        role=single("role"),
        group=single("group"),
        turn=several("turn"),
        text=several("text"),
        heading=several("heading"),
        block=several("block"),
        note=several("note"),
        html=several("html"),
        skip=several("skip"),
        records=several("records"),
    )


def _patterns(written: list[str]) -> tuple[Pattern, ...]:
    return tuple(map(Pattern.read, written))


def _name(element: Any) -> str:
    return "" if element is None else local(element)


def _attribute(element: Any, name: str) -> str:
    """The value of an attribute, whatever its namespace."""
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )
