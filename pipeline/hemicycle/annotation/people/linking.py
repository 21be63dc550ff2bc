"""Which mentions of a document name the same person, and under which name.

Full names are gathered first: they are one person when the first names agree (equal, initial,
transliteration) and the surnames agree or one holds the other (`Kalila Navaz Charef` and
`Kalila Navaz`, but not `Navaz Charef`). A surname alone then goes to the one person who bears
it; where several do, the word of address, the function and the frequency decide, and where they
do not the surname stays itself. So does one whose full name is said a single time and much later:
writers introduce a person in full before they shorten the name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice

from hemicycle.annotation.people.lexicon import Lexicon
from hemicycle.annotation.people.names import (
    PARTICLES,
    Name,
    first_names_agree,
    is_initial,
    parse,
    sound,
    surnames_agree,
)

_DOMINANT = 3
# Characters (half an hour of speech) within which a full name said once still tells whose the
# surname before it was.
_SOON = 30_000
# People beyond whom a name is compared with those alone whose surname begins alike.
_FEW = 40
# Persons that a name is compared with, forms of a person's name, and bearers of a surname: more
# than any text has that is no list, and the bound that keeps time linear in one that is.
_MOST_COMPARED = 100
_MOST_FORMS = 50
_MOST_BEARERS = 100


@dataclass(slots=True)
class NameMention:
    """A name at a place.

    Attributes:
        start: first character.
        end: one past the last.
        surface: the name as written.
        honorific: the word of address, lower case, empty if none.
        role: the normalised role that stands with it, empty if none.
        relation: the relation to somebody that stands with it (`prédécesseur`), empty if none.
    """

    start: int
    end: int
    surface: str
    honorific: str = ""
    role: str = ""
    relation: str = ""


@dataclass(slots=True, eq=False)
class Entity:
    """A person of a document.

    Attributes:
        names: the full names as written, with how often.
        gender: ``m``, ``f`` or empty.
        mentions: indexes of the mentions.
        first: the least of them, -1 if there is none.
        offices: the first words of the roles that stand with them.
    """

    names: Counter[Name] = field(default_factory=Counter)
    gender: str = ""
    mentions: list[int] = field(default_factory=list)
    first: int = -1
    offices: set[str] = field(default_factory=set)

    def mention(self, index: int, role: str) -> None:
        """Add a mention, and the role that stands with it if any."""
        self.mentions.append(index)
        self.first = index if self.first < 0 else min(self.first, index)
        if role:
            self.offices.add(role.split()[0])

    @property
    def canonical(self) -> str:
        """The fullest name in usual case; the most frequent of several, then the first."""

        def rank(item: tuple[Name, int]) -> tuple[int, int, int]:
            name, count = item
            initials = sum(is_initial(token) for token in name.tokens)
            return (len(name.tokens) - 2 * initials, -initials, count)

        return max(self.names.items(), key=rank)[0].text


class Linker:
    """Links the mentions of one document."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self._lexicon = lexicon

    def link(self, mentions: list[NameMention]) -> list[str]:
        """The canonical name of each mention, in the mentions' order."""
        parsed = [parse(mention.surface) for mention in mentions]
        people = self._full_names(mentions, parsed)
        owners = self._owners(people)
        canonical = {id(person): person.canonical for person in people}
        result = [""] * len(mentions)
        for person in people:
            for index in person.mentions:
                result[index] = canonical[id(person)]
        loose: dict[tuple[str, ...], str] = {}
        for index, name in enumerate(parsed):
            if result[index]:
                continue
            owner = self._owner(mentions, index, name, owners)
            if owner is not None:
                result[index] = canonical[id(owner)]
                owner.mention(index, mentions[index].role)
            else:
                result[index] = loose.setdefault(name.tokens, name.text)
        return result

    def _full_names(self, mentions: list[NameMention], parsed: list[Name]) -> list[Entity]:
        """The persons who are named in full somewhere."""
        known = _KnownNames()
        full = [i for i, name in enumerate(parsed) if name.is_full]
        ends = {parsed[i].tokens[cut:] for i in full for cut in range(1, len(parsed[i].tokens))}
        order = sorted(
            full,
            key=lambda i: (
                is_initial(parsed[i].tokens[0]),
                parsed[i].tokens in ends,
                -len(parsed[i].tokens),
                i,
            ),
        )
        for index in order:
            name, mention = parsed[index], mentions[index]
            person = known.exactly(name) or self._same(name, mention, known) or Entity()
            known.add(name, person)
            person.names[name] += 1
            person.mention(index, mention.role)
            person.gender = person.gender or self._gender(mention, name)
        return known.people

    def _same(self, name: Name, mention: NameMention, known: _KnownNames) -> Entity | None:
        """The person already known under another form of this full name."""
        if name.is_initials:
            # `D. K.` in an interview: initials throughout are of the one whose name they begin.
            return _only(known.with_initials(name))
        found = list(
            islice(
                (
                    person
                    for person in known.near(name)
                    if any(_one_person(other, name) for other in islice(person.names, _MOST_FORMS))
                ),
                2,
            )
        )
        if found:
            return _only(found)
        if name.tokens[0] not in self._lexicon.first_names:
            # `Vallier Belkane` after `Nadia Vallier Belkane`: two words of the surname, unless
            # the text says `Nadia Vallier` too.
            person = _only(known.ending_in(name))
            shown = mention.honorific or name.tokens[1] in PARTICLES
            if person is not None and (shown or _ends_alike(person, name)):
                return person
        return None

    def _gender(self, mention: NameMention, name: Name) -> str:
        """What the word of address or the first name tells."""
        addressed = self._lexicon.honorifics.get(mention.honorific, "")
        return addressed or self._lexicon.gender(name.tokens[0])

    def _owners(self, people: list[Entity]) -> list[dict[str, list[Entity]]]:
        """Who bears each surname, by how sure a mention of it is: whole, part, first name."""
        whole: defaultdict[str, list[Entity]] = defaultdict(list)
        part: defaultdict[str, list[Entity]] = defaultdict(list)
        alone: defaultdict[str, list[Entity]] = defaultdict(list)

        def add(table: defaultdict[str, list[Entity]], key: str, person: Entity) -> None:
            # A person's keys come one after the other.
            if key and table[key][-1:] != [person]:
                table[key].append(person)

        for person in people:
            for name in person.names:
                tokens = name.tokens
                for cut in range(1, len(tokens)):
                    add(whole, " ".join(tokens[cut:]), person)
                last = tokens[-1]
                add(whole, last.removeprefix("al-").removeprefix("el-"), person)
                add(part, "~" + sound(last), person)
                for piece in (*last.split("-"), *tokens[name.first : -1]):
                    add(part, piece, person)
                if not is_initial(tokens[0]):
                    known = tokens[0] in self._lexicon.first_names
                    add(alone if known else part, tokens[0], person)
        return [whole, part, alone]

    def _owner(
        self,
        mentions: list[NameMention],
        index: int,
        name: Name,
        owners: list[dict[str, list[Entity]]],
    ) -> Entity | None:
        """The person whom a surname alone names, None if nobody or nothing decides."""
        mention = mentions[index]
        key = " ".join(name.tokens)
        bare = name.tokens[-1] if len(name.tokens) > 1 and not name.is_full else key
        for table, keys in (
            (owners[0], (key, bare, key.removeprefix("al-").removeprefix("el-"))),
            (owners[1], (key, "~" + sound(key))),
            (owners[2], (key,)),
        ):
            if table is owners[2] and mention.honorific:
                continue
            for one in keys:
                people = table.get(one, [])
                if (
                    len(people) == 1
                    and _is_compound(one)
                    and _introduced(people[0], mentions, mention)
                ):
                    return people[0]  # two surnames tell more than what a first name's gender is
                if people:
                    return self._choose(mentions, mention, people)
        return None

    def _choose(
        self, mentions: list[NameMention], mention: NameMention, people: list[Entity]
    ) -> Entity | None:
        """The one of a surname's bearers who is meant."""
        if len(people) > _MOST_BEARERS:
            return None
        people = [p for p in people if _introduced(p, mentions, mention)]
        if not people:
            return None
        gender = self._lexicon.honorifics.get(mention.honorific, "")
        if gender:
            people = [p for p in people if p.gender in {gender, ""}] or people
            sure = [p for p in people if p.gender == gender]
            people = sure if len(sure) == 1 else people
        if len(people) == 1:
            return people[0] if not gender or people[0].gender in {gender, ""} else None
        if mention.role:
            held = [p for p in people if mention.role.split()[0] in p.offices]
            if len(held) == 1:
                return held[0]
        known = [p for p in people if p.offices]
        if len(known) == 1:
            return known[0]
        ranked = sorted(people, key=lambda p: -len(p.mentions))
        first = min(people, key=lambda p: p.first)
        counts = [len(p.mentions) for p in ranked]
        if first.first == 0 and first is ranked[0] and counts[0] > counts[1] == 1:
            return first  # whom the text is about, and a relative who is named in passing
        if len(ranked[0].mentions) >= _DOMINANT * len(ranked[1].mentions):
            return ranked[0]
        return None


class _KnownNames:
    """The full names of a document so far, by what another form of them may share.

    Attributes:
        people: whose they are, in the order in which they were added.
    """

    def __init__(self) -> None:
        self.people: list[Entity] = []
        self._by_tokens: dict[tuple[str, ...], Entity] = {}
        self._by_sorted: defaultdict[tuple[str, ...], list[Entity]] = defaultdict(list)
        self._by_beginning: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_sound: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_sounds: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
        self._by_ending: defaultdict[tuple[str, ...], list[Entity]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[Entity]] = defaultdict(list)

    def add(self, name: Name, person: Entity) -> None:
        """Know a name as a person's."""
        if not person.names:
            self.people.append(person)
        if name.tokens in self._by_tokens:
            return
        tokens = name.tokens
        self._by_tokens[tokens] = person
        _put(self._by_sorted[tuple(sorted(tokens))], person)
        _put(self._by_initials[name.initials], person)
        first = sound(tokens[0])
        for cut, token in enumerate(tokens[1:], start=1):
            heard = sound(token)
            _put(self._by_beginning[token[:2]], person)
            _put(self._by_sound[heard], person)
            _put(self._by_sounds[first, heard], person)
            _put(self._by_ending[tokens[cut:]], person)

    def exactly(self, name: Name) -> Entity | None:
        """Who has this very name."""
        return self._by_tokens.get(name.tokens)

    def near(self, name: Name) -> list[Entity]:
        """Those who may be named: everybody in a text of few people, else those with a surname
        that begins alike, and of too many of these those whose name sounds the same."""
        if len(self.people) <= _FEW:
            return self.people
        first, last = sound(name.tokens[0]), sound(name.tokens[-1])
        beginning = self._by_beginning.get(name.tokens[-1][:2], [])
        if len(beginning) <= _MOST_COMPARED:
            return beginning
        alike = self._by_sound.get(last, [])
        if len(alike) > _MOST_COMPARED:
            alike = self._by_sounds.get((first, last), [])[:_MOST_COMPARED]
        same = self._by_sorted.get(tuple(sorted(name.tokens)), [])
        return [*alike, *(person for person in same if person not in alike)]

    def with_initials(self, name: Name) -> list[Entity]:
        """Those whose names have the same initials."""
        return self._by_initials.get(name.initials, [])

    def ending_in(self, name: Name) -> list[Entity]:
        """Those whose names end in these words."""
        return self._by_ending.get(name.tokens, [])


def _put(people: list[Entity], person: Entity) -> None:
    """Add a person once; of more than are ever looked at, one more tells no more."""
    if len(people) <= _MOST_COMPARED and person not in people:
        people.append(person)


def _ends_alike(person: Entity, name: Name) -> bool:
    """Whether all names of a person end in the same word as another."""
    names = islice(person.names, _MOST_FORMS)
    return all(other.tokens[-1] == name.tokens[-1] for other in names)


def _is_compound(surname: str) -> bool:
    """Whether a folded surname is two words, particles aside: `ould mahdi`."""
    return sum(word not in PARTICLES for word in surname.split()) > 1


def _only(people: list[Entity]) -> Entity | None:
    return people[0] if len(people) == 1 else None


def _introduced(person: Entity, mentions: list[NameMention], mention: NameMention) -> bool:
    """Whether a reader of this mention knows the person's full name, or soon will."""
    if person.names.total() > 1:
        return True
    return mentions[person.mentions[0]].start <= mention.end + _SOON


def _one_person(a: Name, b: Name) -> bool:
    """Whether two full names are of one person."""
    if a.tokens[0] in b.tokens and sorted(a.tokens) == sorted(b.tokens):
        return True
    if not first_names_agree(a.tokens[0], b.tokens[0]):
        return False
    short, long = (a, b) if len(a.tokens) <= len(b.tokens) else (b, a)
    if surnames_agree(" ".join(short.tokens[1:]), " ".join(long.tokens[1:])):
        return True
    rest = iter(long.tokens[1:])
    within = all(any(surnames_agree(t, other) for other in rest) for t in short.tokens[1:])
    if within:
        return True
    # A double name beside one of its halves: `Lucienne Barthélemy-Roy`, `Lucienne Roy`.
    pieces = set(long.tokens[-1].split("-"))
    return len(pieces) > 1 and short.tokens[-1] in pieces
