"""Who is who across documents.

A document has already brought its own mentions under one name (:mod:`hemicycle.annotation.people`).
Here these names are brought together, carefully, since a wrong merge is worse than a missed one:

- what the user's aliases say goes before everything;
- equal full names are one person (case, accents and hyphens aside), and so is a name with an
  initial that only one full name fits;
- a surname alone goes to the one person of the corpus or of the gazetteer who bears it, unless the
  gender or the function speaks against it; where several bear it, the function must point to one;
- a surname that goes to nobody stays itself, one for all documents whose functions do not clash;
- a function alone is nobody, unless the gazetteer says who held it on the day of the document.

How a name was led to its person can be seen in ``merged_by``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from hemicycle.aggregation.people.appearances import Appearance, first_name_gender, roles_agree
from hemicycle.aggregation.people.known import Aliases, Holder
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.names import Name, first_names_agree, is_initial, parse
from hemicycle.ingestion.metadata.identifiers import slug

_PARTICLES = small_words("names", "particles")


@dataclass(frozen=True, slots=True)
class Identity:
    """A person of the corpus, as one document's name leads to it.

    Attributes:
        person_id: unique in the corpus; empty for a function that nobody is known to hold.
        person: the name, the same in all documents.
        merged_by: what led here: ``alias``, ``name``, ``initial``, ``role``, ``surname``,
            ``gazetteer``, or empty for what stands by itself.
    """

    person_id: str
    person: str
    merged_by: str


@dataclass(slots=True, eq=False)
class _Person:
    """A person while the corpus is gathered."""

    surname: str
    first: str
    gender: str
    names: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    offices: list[Holder] = field(default_factory=list)
    person_id: str = ""

    @property
    def name(self) -> str:
        if self.offices:
            return self.offices[0].name
        return _most_frequent(self.names)

    def fits(self, seen: Appearance) -> bool:
        """Whether gender and function do not speak against it."""
        clash = seen.gender and self.gender and seen.gender != self.gender
        return not clash and (not seen.roles or not self._all_roles(seen.day) or self.points(seen))

    def points(self, seen: Appearance) -> bool:
        """Whether a function of the document is one of the person's."""
        return _any_agree(seen.roles, self._all_roles(seen.day))

    def _all_roles(self, day: date | None) -> set[str]:
        held = {office.role for office in self.offices if office.role and office.in_office(day)}
        return self.roles | held


@dataclass(slots=True)
class _Namesakes:
    """Appearances of one surname that nothing keeps apart."""

    gender: str = ""
    roles: set[str] = field(default_factory=set)
    seen: list[Appearance] = field(default_factory=list)

    def take(self, seen: Appearance) -> bool:
        """Take an appearance in unless gender or function speaks against it."""
        if seen.gender and self.gender and seen.gender != self.gender:
            return False
        if seen.roles and self.roles and not _any_agree(seen.roles, self.roles):
            return False
        self.gender = self.gender or seen.gender
        self.roles |= seen.roles
        self.seen.append(seen)
        return True


class People:
    """The people of a corpus: fed with all appearances first, then asked."""

    def __init__(self, aliases: Aliases, gazetteer: Iterable[Holder]) -> None:
        """Take what the user knows."""
        self._aliases = aliases
        self._persons: dict[str, _Person] = {}
        self._bare: list[Appearance] = []
        self._found: dict[tuple[str, str], Identity] = {}
        self._offices = list(gazetteer)
        for office in self._offices:
            person = self._person(office.name)
            person.offices.append(office)
            person.person_id = person.person_id or office.person_id

    def add(self, seen: Appearance) -> None:
        """Take in a person of a document."""
        wanted = self._aliases.person(seen.name, seen.doc_id)
        name = parse(wanted or seen.name)
        if wanted or (seen.named and name.is_full):
            person = self._person(name.text)
            person.names[name.text] += 1
            person.roles |= seen.roles
            person.gender = person.gender or seen.gender
        else:
            self._bare.append(seen)

    def resolve(self) -> None:
        """Decide who is who, once everybody has been added."""
        self._join_initials()
        bearers: dict[str, list[_Person]] = {}
        for person in set(self._persons.values()):
            bearers.setdefault(person.surname, []).append(person)
        self._name_ids()
        left: dict[str, list[_Namesakes]] = {}
        for seen in self._bare:
            if not seen.named:
                self._found[seen.doc_id, seen.name] = self._holder(seen)
                continue
            surname = _surname(parse(seen.name))
            chosen, why = _choose(seen, bearers.get(surname, []))
            if chosen:
                self._found[seen.doc_id, seen.name] = Identity(chosen.person_id, chosen.name, why)
            else:
                _gather(left.setdefault(surname, []), seen)
        self._name_left(left)
        self._bare.clear()

    def identity(self, name: str, doc_id: str) -> Identity:
        """The person that a name of a document leads to.

        Raises:
            KeyError: the name was never added.
        """
        if wanted := self._aliases.person(name, doc_id):
            person = self._person(parse(wanted).text)
            return Identity(person.person_id, person.name, "alias")
        if found := self._found.get((doc_id, name)):
            return found
        written = parse(name)
        person = self._persons[_key(written)]
        initial = is_initial(written.tokens[0]) and not is_initial(person.first)
        return Identity(person.person_id, person.name, "initial" if initial else "name")

    def genders(self) -> dict[str, str]:
        """``m`` or ``f`` by person_id; who may be either has no entry."""
        return {
            person.person_id: person.gender for person in self._persons.values() if person.gender
        }

    def _person(self, name: str) -> _Person:
        parsed = parse(name)
        key = _key(parsed)
        if key not in self._persons:
            gender = first_name_gender(parsed)
            self._persons[key] = _Person(_surname(parsed), parsed.tokens[0], gender)
            self._persons[key].names[parsed.text] = 0
        return self._persons[key]

    def _join_initials(self) -> None:
        """Lead names with an initial to the one full name that fits."""
        whole: dict[str, list[_Person]] = {}
        for person in self._persons.values():
            if not is_initial(person.first):
                whole.setdefault(person.surname, []).append(person)
        for key, person in self._persons.items():
            if not is_initial(person.first) or person.offices:
                continue
            fitting = [
                other
                for other in whole.get(person.surname, ())
                if first_names_agree(person.first, other.first)
                and not (person.gender and other.gender and person.gender != other.gender)
            ]
            if len(fitting) == 1:
                fitting[0].roles |= person.roles
                self._persons[key] = fitting[0]

    def _name_ids(self) -> None:
        taken = {person.person_id for person in self._persons.values()}
        for key in sorted(self._persons):
            person = self._persons[key]
            person.person_id = person.person_id or _free(slug(person.name), taken)

    def _holder(self, seen: Appearance) -> Identity:
        """Who held a function on the day of the document, if the gazetteer knows one person."""
        names = {
            office.name
            for office in self._offices
            for role in seen.roles
            if seen.day and office.role and roles_agree(role, office.role)
            if office.in_office(seen.day)
        }
        if len(names) != 1:
            return Identity("", seen.name, "")
        person = self._person(names.pop())
        return Identity(person.person_id, person.name, "gazetteer")

    def _name_left(self, left: dict[str, list[_Namesakes]]) -> None:
        taken = {person.person_id for person in self._persons.values()}
        for surname in sorted(left):
            for group in left[surname]:
                name = _most_frequent(Counter(seen.name for seen in group.seen))
                person_id = _free(slug(name), taken)
                why = "surname" if len(group.seen) > 1 else ""
                for seen in group.seen:
                    self._found[seen.doc_id, seen.name] = Identity(person_id, name, why)


def _key(name: Name) -> str:
    return " ".join(name.tokens).replace("-", " ")


def _surname(name: Name) -> str:
    tokens = list(name.tokens[name.first :])
    while len(tokens) > 1 and tokens[0] in _PARTICLES:
        del tokens[0]
    return " ".join(tokens).replace("-", " ")


def _choose(seen: Appearance, bearers: list[_Person]) -> tuple[_Person | None, str]:
    fitting = [person for person in bearers if person.fits(seen)]
    pointed = [person for person in fitting if person.points(seen)]
    if len(pointed) == 1:
        return pointed[0], "gazetteer" if pointed[0].offices else "role"
    if len(fitting) == 1 == len(bearers):
        return fitting[0], "gazetteer" if fitting[0].offices else "surname"
    genders = {person.gender for person in bearers}
    if len(fitting) == 1 and seen.gender and "" not in genders:
        return fitting[0], "surname"
    return None, ""


def _gather(groups: list[_Namesakes], seen: Appearance) -> None:
    """Put an appearance with the first namesakes that it does not clash with."""
    if not any(group.take(seen) for group in groups):
        groups.append(_Namesakes())
        groups[-1].take(seen)


def _any_agree(some: Iterable[str], others: Iterable[str]) -> bool:
    return any(roles_agree(one, other) for one, other in product(some, others))


def _most_frequent(names: Counter[str]) -> str:
    return min(names.items(), key=lambda item: (-item[1], item[0]))[0]


def _free(wanted: str, taken: set[str]) -> str:
    """An id that no other person has, which is then taken."""
    base = wanted or "person"
    number = 1
    while (found := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    taken.add(found)
    return found
