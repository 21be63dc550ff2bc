"""What the header of a TEI file says: title, date, source, and who speaks in which function."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from hemicycle.document import Member
from hemicycle.ingestion.metadata import dating

_XML = "{http://www.w3.org/XML/1998/namespace}"
ID = f"{_XML}id"
LANG = f"{_XML}lang"
_TITLES = (
    "fileDesc/titleStmt/title[@type='main'][@xml:lang='fr']",
    "fileDesc/titleStmt/title[@xml:lang='fr']",
    "fileDesc/titleStmt/title[@type='main']",
    "fileDesc/titleStmt/title",
)
# When it was spoken goes before when it was printed, and that before when the file was made.
_DATES = (
    "profileDesc/settingDesc//date",
    "profileDesc/creation//date",
    "fileDesc/sourceDesc//date",
    "fileDesc/publicationStmt//date",
)
_SOURCES = ("fileDesc/sourceDesc//publisher", "fileDesc/publicationStmt/publisher")
_ADDRESSES = (
    "fileDesc/sourceDesc//idno[@type='URI']",
    "fileDesc/sourceDesc//idno[@type='URL']",
    "fileDesc/publicationStmt/idno[@type='URI']",
    "fileDesc/publicationStmt/idno[@type='URL']",
)
_PARTIES = ("parliamentaryGroup", "politicalParty", "politicalGroup")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A function that somebody had, or a body that somebody belonged to, for a time.

    Attributes:
        role: the function in words where there are any (`ministre de la Mer`), else its code.
        body: id of the body, empty if none.
        begin, end: ISO dates, or years or months, empty if open.
    """

    role: str
    body: str
    begin: str
    end: str

    def holds(self, day: str) -> bool:
        """Whether it held on an ISO day; an unknown day, or an open bound, excludes nothing."""
        begins = not self.begin or self.begin <= day[: len(self.begin)]
        return not day or (begins and (not self.end or day[: len(self.end)] <= self.end))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a header presents."""

    name: str
    affiliations: tuple[Affiliation, ...] = ()


@dataclass(slots=True)
class Header:
    """What one header says.

    Attributes:
        fields: metadata by our names.
        people: by id.
        bodies: names of parties, groups and governments, by id.
        kinds: what the bodies are (`politicalParty`), by id.
        short: their abbreviations, by id.
    """

    fields: dict[str, str] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)

    def below(self, outer: Header) -> Header:
        """This header with what the header of the corpus around it says where it says nothing."""
        return Header(
            {**outer.fields, **self.fields},
            {**outer.people, **self.people},
            {**outer.bodies, **self.bodies},
            {**outer.kinds, **self.kinds},
            {**outer.short, **self.short},
        )

    def speaker(self, who: str) -> Mapping[str, str]:
        """Metadata of a speaker: `speaker`, `speaker_id`, `role`, `party`, as far as known.

        Args:
            who: the id, as `u/@who` gives it (`#DufayAnselme`).
        """
        key, name, role, body = self._known(who)
        found = {
            "speaker": name,
            "speaker_id": key,
            "role": role,
            "party": self.bodies.get(body, body),
        }
        return {field: value for field, value in found.items() if value}

    def member(self, who: str) -> Member | None:
        """A speaker with the function in words and the group, None if nobody is meant."""
        _, name, role, body = self._known(who)
        group = self.short.get(body) or self.bodies.get(body, body)
        return Member(name, role if " " in role else "", group) if name else None

    def _known(self, who: str) -> tuple[str, str, str, str]:
        """The id, name and function of a speaker, and the id of the party; empty if unknown."""
        key = who.split(" ", 1)[0].rpartition("#")[2]
        if not key:
            return "", "", "", ""
        person = self.people.get(key, Person(key))
        day = self.fields.get("date", "")[:10]
        day = day if day[:4].isdecimal() else ""
        roles: list[str] = []
        party = ""
        for held in person.affiliations:
            if not held.holds(day):
                continue
            if self.kinds.get(held.body, "") in _PARTIES:
                party = party or held.body
            elif held.role:
                roles.append(held.role)
        # A function in words says more than a code (`minister`, `MP`).
        role = next((r for r in roles if " " in r), roles[0] if roles else "")
        return key, person.name, role, party


def header_of(root: Any) -> Header:
    """Read a `teiHeader`, or a `listPerson` or `listOrg` that stands in a file of its own."""
    strip_namespace(root)
    header = Header()
    for name, paths in (("title", _TITLES), ("source", _SOURCES), ("url", _ADDRESSES)):
        if found := next((words(e) for path in paths for e in _all(root, path) if words(e)), ""):
            header.fields[name] = found
    authors = [words(author) for author in _all(root, "fileDesc/titleStmt/author")]
    if any(authors):
        header.fields["speaker"] = ", ".join(filter(None, authors))
    days = list(_days(root))
    if day := next(filter(dating.from_metadata, days), next(iter(days), "")):
        header.fields["date"] = day
    languages = {e.get("ident", "") for e in _all(root, "profileDesc/langUsage/language")}
    if len(languages) == 1:
        header.fields["language"] = languages.pop()
    for organisation in root.iter("org"):
        key = organisation.get(ID, "")
        names = organisation.findall("orgName")
        best = min(names, key=lambda n: (n.get(LANG) != "fr", n.get("full") != "yes"), default=None)
        header.bodies[key] = key if best is None else words(best)
        header.kinds[key] = organisation.get("role", "")
        if short := next((words(name) for name in names if name.get("full") == "abb"), ""):
            header.short[key] = short
    for person in root.iter("person"):
        if key := person.get(ID):
            header.people[key] = Person(_name(person) or key, tuple(_affiliations(person)))
    return header


def words(element: Any) -> str:
    """The words of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def strip_namespace(root: Any) -> None:
    """Name every element of a tree without its namespace, for files have it or do not."""
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname


def _all(root: Any, path: str) -> list[Any]:
    found = root.xpath(path, namespaces={"xml": _XML.strip("{}")})
    return list(found)


def _days(root: Any) -> Iterator[str]:
    for path in _DATES:
        for element in _all(root, path):
            day = element.get("when") or element.get("when-iso") or words(element)
            if day:
                yield day


def _name(person: Any) -> str:
    name = person.find("persName")
    if name is None:
        return ""
    parts = [words(part) for part in (*name.iter("forename"), *name.iter("surname"))]
    return " ".join(filter(None, parts)) or words(name)


def _affiliations(person: Any) -> Iterator[Affiliation]:
    for held in person.iter("affiliation"):
        named = sorted(held.findall("roleName"), key=lambda n: n.get(LANG) not in ("fr", None))
        role = words(named[0]) if named else held.get("role", "")
        body = held.get("ref", "").rpartition("#")[2]
        yield Affiliation(role, body, held.get("from", ""), held.get("to", ""))
    for job in person.findall("occupation"):
        yield Affiliation(words(job), "", job.get("from", ""), job.get("to", ""))
