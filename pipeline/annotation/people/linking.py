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

from pipeline.annotation.people.lexicon import Lexicon
from pipeline.annotation.people.names import (
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


@dataclass(slots=True)
class Entity:
    """A person of a document.

    Attributes:
        names: the full names as written, with how often.
        gender: ``m``, ``f`` or empty.
        mentions: indexes of the mentions.
    """

    names: Counter[Name] = field(default_factory=Counter)
    gender: str = ""
    mentions: list[int] = field(default_factory=list)

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
                owner.mentions.append(index)
            else:
                result[index] = loose.setdefault(name.tokens, name.text)
        return result

    def _full_names(self, mentions: list[NameMention], parsed: list[Name]) -> list[Entity]:
        """The persons who are named in full somewhere."""
        by_tokens: dict[tuple[str, ...], Entity] = {}
        by_last: defaultdict[str, list[Entity]] = defaultdict(list)
        order = sorted(
            (i for i, name in enumerate(parsed) if name.is_full),
            key=lambda i: (is_initial(parsed[i].tokens[0]), -len(parsed[i].tokens), i),
        )
        people: list[Entity] = []
        for index in order:
            name = parsed[index]
            known = by_tokens.get(name.tokens) or self._same(name, mentions[index], by_last, people)
            person = known or Entity()
            if known is None:
                people.append(person)
            if name.tokens not in by_tokens:
                by_tokens[name.tokens] = person
                for token in name.tokens[1:]:
                    if person not in by_last[token[:2]]:
                        by_last[token[:2]].append(person)
            person.names[name] += 1
            person.mentions.append(index)
            person.gender = person.gender or self._gender(mentions[index], name)
        return people

    def _same(
        self,
        name: Name,
        mention: NameMention,
        by_last: dict[str, list[Entity]],
        people: list[Entity],
    ) -> Entity | None:
        """The person already known under another form of this full name."""
        near = by_last.get(name.tokens[-1][:2], []) if len(people) > 40 else people
        if name.is_initials:
            # `D. K.` in an interview: initials throughout are of the one whose name they begin.
            found = [p for p in people if any(o.initials == name.initials for o in p.names)]
            return found[0] if len(found) == 1 else None
        found = [p for p in near if any(_one_person(other, name) for other in p.names)]
        if len(found) == 1:
            return found[0]
        partial = mention.honorific or name.tokens[1] in {"d'", "de", "du", "des"}
        if not found and partial and name.tokens[0] not in self._lexicon.first_names:
            # `Mme Vallier Belkane` after `Nadia Vallier Belkane`: two words, both of the surname.
            holders = [
                p
                for p in near
                if any(o.tokens[-len(name.tokens) :] == name.tokens for o in p.names)
            ]
            if len(holders) == 1:
                return holders[0]
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
            if key and person not in table[key]:
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
                if people:
                    return self._choose(mentions, mention, people)
        return None

    def _choose(
        self, mentions: list[NameMention], mention: NameMention, people: list[Entity]
    ) -> Entity | None:
        """The one of a surname's bearers who is meant."""
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
            held = [
                p
                for p in people
                if any(
                    mentions[i].role and mentions[i].role.split()[0] == mention.role.split()[0]
                    for i in p.mentions
                )
            ]
            if len(held) == 1:
                return held[0]
        known = [p for p in people if any(mentions[i].role for i in p.mentions)]
        if len(known) == 1:
            return known[0]
        ranked = sorted(people, key=lambda p: -len(p.mentions))
        first = min(people, key=lambda p: min(p.mentions))
        counts = [len(p.mentions) for p in ranked]
        if 0 in first.mentions and first is ranked[0] and counts[0] > counts[1] == 1:
            return first  # whom the text is about, and a relative who is named in passing
        if len(ranked[0].mentions) >= _DOMINANT * len(ranked[1].mentions):
            return ranked[0]
        return None


def _introduced(person: Entity, mentions: list[NameMention], mention: NameMention) -> bool:
    """Whether a reader of this mention knows the person's full name, or soon will."""
    if person.names.total() > 1:
        return True
    return mentions[person.mentions[0]].start <= mention.end + _SOON


def _one_person(a: Name, b: Name) -> bool:
    """Whether two full names are of one person."""
    if sorted(a.tokens) == sorted(b.tokens):
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
