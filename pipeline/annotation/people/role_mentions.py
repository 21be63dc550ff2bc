"""Functions that stand for a person: `le garde des Sceaux`, `la ministre`, `M. le rapporteur`.

A mention is made of a definite function that stands with no name, when the document says who
holds it: a person with that function, or with another name of the same office, or with a longer
form of it. The holder named last is preferred; where two hold it and none was named last in the
same paragraph, nobody is given.
"""

from __future__ import annotations

from collections import defaultdict

from pipeline.annotation.mentions import Mention
from pipeline.annotation.people.attachment import Attachment
from pipeline.annotation.people.finder import Found
from pipeline.annotation.people.linking import NameMention
from pipeline.annotation.people.roles import Role, role_lexicon
from pipeline.annotation.people.words import fold
from pipeline.annotation.values import Person

_DEFINITE = frozenset({"le", "la", "l'", "du", "au", "ce", "cet", "cette", "m", "mme", "monsieur", "madame"})
_MODIFIERS = frozenset({"nouveau", "nouvel", "nouvelle", "ancien", "ancienne", "ex", "futur", "future", "actuel", "actuelle"})


def role_mentions(
    found: Found, attachment: Attachment, names: list[NameMention], canonical: list[str]
) -> list[Mention[Person]]:
    """The role mentions whose person the document names, in order."""
    holders = _Holders()
    for mention, name in zip(names, canonical, strict=True):
        if mention.role:
            holders.add(mention.start, mention.role, name)
    holders.sort()
    words = found.words
    mentions = []
    for role in attachment.roles:
        if role.start in attachment.taken or not _is_definite(found, role):
            continue
        start = words.starts[role.start]
        text = found.reader.normalised(role)
        head = fold(" ".join(words.lower[role.head : role.head_end]))
        person = holders.who(start, head, fold(text))
        if person:
            end = words.ends[role.end - 1]
            mentions.append(Mention(start, end, "PER", Person(person, text, "role")))
    return mentions


def _is_definite(found: Found, role: Role) -> bool:
    """Whether a determiner before the role says that one known person is meant."""
    words = found.words
    if role.start == 0:
        return False
    head = fold(words.lower[role.head])
    vague = role_lexicon().vague
    if head in vague and role.end == role.head_end:
        return False
    return words.lower[role.start - 1] in _DEFINITE


class _Holders:
    """Who holds which function, and from where in the text this is known."""

    def __init__(self) -> None:
        self._by_head: defaultdict[str, list[tuple[int, str, str]]] = defaultdict(list)
        self._same = role_lexicon().same_office

    def add(self, place: int, role: str, person: str) -> None:
        """A person is given a role at a place."""
        words = fold(role)
        self._by_head[self._head(words)].append((place, words, person))

    def sort(self) -> None:
        """Bring the holders in the order of the text."""
        for known in self._by_head.values():
            known.sort()

    def _head(self, role: str) -> str:
        """The head noun of a folded role, masculine and feminine alike."""
        words = [w for w in role.replace("ex-", "").split() if w not in _MODIFIERS]
        return _neuter(words[0]) if words else role

    def who(self, place: int, head: str, role: str) -> str:
        """The holder of a role at a place, empty if the text does not say."""
        exact = self._nearest(place, self._fitting(role))
        if exact:
            return exact
        for office in self._same.get(role, frozenset()) | self._same.get(head, frozenset()):
            person = self._nearest(place, self._fitting(office))
            if person:
                return person
        return ""

    def _fitting(self, role: str) -> list[tuple[int, str, str]]:
        """Those whose role begins with the same noun and does not contradict the rest."""
        wanted = {_neuter(w) for w in role.split() if w not in _MODIFIERS}
        return [
            known
            for known in self._by_head.get(self._head(role), ())
            if wanted <= (held := {_neuter(w) for w in known[1].split()}) or held <= wanted
        ]

    def _nearest(self, place: int, known: list[tuple[int, str, str]]) -> str:
        """The holder named last before the place, or the only one named after it."""
        before = [person for at, _, person in known if at < place]
        if before:
            return before[-1]
        after = {person for _, _, person in known}
        return after.pop() if len(after) == 1 else ""


def _neuter(word: str) -> str:
    """A noun of function without the marks of gender."""
    for ending, base in (("trice", "teur"), ("euse", "eur"), ("iere", "ier"), ("ienne", "ien"), ("ere", "er")):
        if word.endswith(ending):
            return word[: -len(ending)] + base
    return word.removesuffix("e")
