"""Functions that stand for a person: `le garde des Sceaux`, `la ministre`, `M. le rapporteur`.

A mention is made of a definite function that stands with no name, when the document says who
holds it: a person with that function, with another name of the same office, or with the same
country (`le président américain`, `président des États-Unis`). The holder named last is preferred.
Within turns who speaks tells it (:class:`hemicycle.annotation.speeches.sitting.Sitting`): whose
label it is, who presides, who is called, asked or answered. Whoever is spoken to by a function
(`Monsieur le ministre, …`) is nobody outside turns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator

from hemicycle.annotation.linear import chance, log_odds
from hemicycle.annotation.people.attachment import Attachment
from hemicycle.annotation.people.finder import Found
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.holders import Address, Holders
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.linking import NameMention
from hemicycle.annotation.people.office_holders import (
    CONFIDENCE,
    Occasion,
    is_law,
    named_as,
    office_holders,
    surnames,
)
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.annotation.people.role_words import head_noun, neuter_head, state_offices
from hemicycle.annotation.people.roles import Role
from hemicycle.annotation.people.weights import role_weights
from hemicycle.annotation.speeches.sitting import Sitting
from hemicycle.folding import fold
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person
from hemicycle.values import value

_DEFINITE = small_words("role_mentions", "definite")
_FEMININE = small_words("role_mentions", "feminine")
_INDEFINITE = small_words("role_mentions", "indefinite")
_MASCULINE = small_words("role_mentions", "masculine")
_POSSESSIVE = small_words("role_mentions", "possessive")
_PREDICATIVE = small_words("role_mentions", "predicative")
_CALLED = re.compile(r"\s*\.\s*\n")
_SPOKEN_TO = re.compile(r"(?:^|[\n,;:!?.…«“\"(–—]|\bet|\b[Mm]erci)[\s\u00a0\u202f]*(?:[Mm]on\s)?$")
_BREAK = re.compile(r"\s*(?:[,!?;:….»\n]|$)")
_CHAIRS = small_words("role_mentions", "chairs")
_ELECTED = small_words("role_mentions", "elected")
_MEMBERS = small_words("role_mentions", "members")
_PRESIDENCY = re.compile(r"présidence\s+de\s+(?:M\.|Mme|monsieur|madame)?\s*$", re.IGNORECASE)
_SPEECH_OF = re.compile(
    r"\b(?:discours|allocution|intervention|message|déclaration)\s+"
    r"(?:de\s+la\s+|de\s+l['’]|de\s+|du\s+|d['’])[^,.;:\n]*$",
    re.IGNORECASE,
)
_IMPLYING = re.compile(r"\b(\w+)\s+(?:de\s+|d['’])?(?:M\.|Mme)?\s*$")
_ALIAS = re.compile(r"\s*\((?:ci-après,?\s*)?[«\"“]\s*(?:l[ea]\s+|l['’])$")
_LEAD = 12  # characters
_GENERAL = 3  # times: `un maire`, `les maires`
_FAR = 500  # characters
_FIRST = 200  # characters of a title
_PROSPECTIVE = small_words("role_mentions", "prospective")


@value
class JudgedRole:
    """A function and the person that it may mean.

    Attributes:
        start: first character, from 0.
        end: one past the last.
        person: the canonical name.
        role: the function, as a row gives it.
        seen: the features that hold (:mod:`hemicycle.annotation.people.role_features`).
        odds: the logarithm of the odds that it is right.
        kind: ``role``, or ``office`` where a gazetteer tells the person and not the document.
    """

    start: int
    end: int
    person: str
    role: str
    seen: tuple[str, ...]
    odds: float
    kind: str = "role"

    def mention(self) -> Mention[Person]:
        """The mention that it makes."""
        value = Person(self.person, self.role, self.kind, round(chance(self.odds), 2))
        return Mention(self.start, self.end, "PER", value)


def judged_roles(
    found: Found,
    attachment: Attachment,
    names: list[NameMention],
    canonical: list[str],
    sitting: Sitting,
    occasion: Occasion,
) -> list[JudgedRole]:
    """The functions alone whose person the document names, or a gazetteer of its day, in order.

    Args:
        found: the text.
        attachment: its functions by name.
        names: its names.
        canonical: the canonical name of each.
        sitting: its turns.
        occasion: its day and country.
    """
    holders = Holders(found.words)
    for mention, name in zip(names, canonical, strict=True):
        gender = lexicon().honorifics.get(mention.honorific, "")
        holders.name(mention.start, name, gender)
        if _PRESIDENCY.search(found.words.text, max(0, mention.start - 40), mention.start):
            holders.preside(mention.start, "présidente" if gender == "f" else "président", name)
        if _SPEECH_OF.search(found.words.text, max(0, mention.start - 40), mention.start):
            holders.give_speech(name)
        implying = _IMPLYING.search(found.words.text, max(0, mention.start - 40), mention.start)
        implied = implying and role_lexicon().implied.get(implying[1].lower())
        if implied:
            holders.imply(mention.start, implied, name)
        for held in mention.role.split(", ") if mention.role else ():
            holders.add(mention.start, held, name)
        if mention.relation:
            holders.add(mention.start, mention.relation, name)
    words = found.words
    topics = _topics(words.text, names, canonical)
    _add_aliases(found, attachment, holders, names, canonical)
    holders.speaks_in_general(_general_nouns(found))
    holders.sort()
    weights = role_weights()
    judged: list[JudgedRole] = []
    rules = not sitting.is_held and is_law(words.text)
    for role in attachment.roles:
        if role.start in attachment.taken or not _is_definite(found, role):
            continue
        person, way = _holder(found, role, holders, sitting)
        start, end = words.starts[role.start], words.ends[role.end - 1]
        told = None
        if person:
            seen = tuple(_seen(found, role, holders.distance(start, person), way))
            written = found.reader.normalised(role)
            noun = neuter_head(fold(written))
            known = way == "only_one" and topics.get(person, noun) in {"", noun}
            if known and person in topics and _may_hold(fold(written), person):
                seen = (*seen, "topic")
                topics[person] = noun  # by which alone it is spoken of from here on
            told = JudgedRole(start, end, person, written, seen, weights.score(seen))
            judged.append(told)
        if (told is None or told.odds < 0) and not rules:
            judged += _by_gazetteer(found, role, holders, canonical, occasion)
    return judged


def _topics(text: str, names: list[NameMention], canonical: list[str]) -> dict[str, str]:
    """Those whom the title names, if no word of address stands before them anywhere."""
    first = text.find("\n", 0, _FIRST)
    formal = {name for one, name in zip(names, canonical, strict=True) if one.honorific}
    told = {name for one, name in zip(names, canonical, strict=True) if one.start < first}
    return dict.fromkeys(told - formal, "")


def _may_hold(role: str, person: str) -> bool:
    """Whether a person whom a text names alone may hold a folded function: one of state, of which
    a text may speak of itself, only who is known to have held it."""
    of_state = not state_offices().isdisjoint((role, head_noun(role)))
    return not of_state or office_holders().ever_held(role, person)


def _by_gazetteer(
    found: Found, role: Role, holders: Holders, canonical: list[str], occasion: Occasion
) -> Iterator[JudgedRole]:
    """Who held the office on the day of the document, where the document gives it to nobody."""
    words, known = found.words, office_holders()
    if (day := occasion.day) is None:
        return
    written = found.reader.normalised(role)
    office, country = known.meant(fold(written), occasion.country)
    start, end = words.starts[role.start], words.ends[role.end - 1]
    if not office:
        office = known.office(fold(written))
        if not (office and (own := known.named(fold(written), day, canonical))):
            return
        bearers = {person for held, person in holders.given() if known.office(held) == office}
        if bearers <= {own} and known.speaks_of_now(words.text, start, end, day):
            yield JudgedRole(start, end, own, written, (), log_odds(CONFIDENCE))
        return
    holder = known.holder(office, country, day)
    if not holder or not known.speaks_of_now(words.text, start, end, day):
        return
    if not known.others(office, country, holder).isdisjoint(surnames(canonical)):
        return
    own = named_as(holder, canonical)
    meant = (
        one for held, one in holders.given() if known.meant(held, occasion.country)[0] == office
    )
    if set(meant) <= {own}:
        odds = log_odds(CONFIDENCE)
        yield JudgedRole(start, end, own, written, (), odds, "office")


def _holder(found: Found, role: Role, holders: Holders, sitting: Sitting) -> tuple[str, str]:
    """The person whom a function means and the way it was found, empty if nobody can tell."""
    words = found.words
    start = words.starts[role.start]
    address = _address(found, role)
    written = words.text[words.starts[role.head] : words.ends[role.head_end - 1]]
    head = fold(" ".join(written.split())).removeprefix("ex-")
    full = fold(found.reader.normalised(role))
    if sitting.is_held:
        person, way = _in_turns(found, role, full, holders, sitting)
        if way:
            return (person, way) if holders.may_be(person, address.gender) else ("", "")
    chairs = _is_addressed_as(found, role, _CHAIRS)
    if chairs and (chair := holders.chair(start)) is not None:
        return chair, "chair"
    if chairs and sitting.holds(start):
        return "", ""
    if _is_spoken_to(found, role):
        # Whoever is spoken to is the one who is introduced with this function; in a sitting a
        # function without more (`monsieur le ministre`) is anybody's who is there.
        common = sitting.is_held and full == head and " " not in head
        alone = not common and holders.is_one(full, address.gender)
        person, way = holders.who(start, head, full, address) if alone else ("", "")
        absent = sitting.is_held and not sitting.hears(person)
        return ("", "") if absent or holders.gives_speech(person) else (person, way)
    person, way = holders.who(start, head, full, address)
    # Who speaks of `le ministre` speaks of another, but for a note: `(On interpelle le ministre.)`.
    low = max(0, start - _FAR)
    noted = words.text.rfind("(", low, start) > words.text.rfind(")", low, start)
    own = person and " " not in full and not noted and person == sitting.speaker(start)
    return ("", "") if own else (person, way)


def _in_turns(
    found: Found, role: Role, full: str, holders: Holders, sitting: Sitting
) -> tuple[str, str]:
    """The person whom a function means within turns and the way; no way if the turns are silent."""
    start = found.words.starts[role.start]
    gender = _address(found, role).gender
    inside = _is_inside(found, role)  # `M. X, ministre délégué auprès du ministre de la Mer.`
    if not inside and (person := sitting.labelled(start)):
        named = found.words.text.startswith("(", found.words.ends[role.end - 1] + 1)
        return ("" if named else person), "labelled"  # `La vice-présidente (Mme X) :` names her
    person = sitting.called(start, full) if not inside and _is_called(found, role) else ""
    if person and holders.may_be(person, gender):
        return person, "floor"  # else somebody breaks in before the one who was given it
    chairs = _is_bare(found, role, _CHAIRS)
    leads = chairs and (_is_addressed(found, role) or sitting.opens(start))
    if leads and (chair := sitting.chair(start)):
        return chair, "chair"
    if not sitting.holds(start):
        return "", ""
    if sitting.is_led and chairs:
        return "", "chair"  # who presides is not named, or it is the president of something else
    if _is_addressed(found, role) and _is_bare(found, role, _MEMBERS):
        fitting = (one for one in sitting.member(start) if holders.may_be(one, gender))
        return next(fitting, ""), "answered"
    bearers = [one for one in sitting.bearers(start, full) if holders.may_be(one, gender)]
    if _is_spoken_to(found, role):
        return (bearers[0], "asked") if bearers else ("", "")
    return (bearers[0], "section") if len(bearers) == 1 else ("", "")


def _seen(found: Found, role: Role, distance: tuple[int, bool], way: str) -> list[str]:
    """The features of a function and its person.

    Args:
        found: the text.
        role: the function.
        distance: how far away the person is named, and whether only behind it.
        way: the way the person was found.
    """
    seen = [way]
    if _is_addressed(found, role):
        seen.append("addressed")
    if role.end > role.head_end:
        seen.append("detailed")
    away, later = distance
    if away >= _FAR:
        seen.append("far")
    if later:
        seen.append("later")
    return seen


def _add_aliases(
    found: Found,
    attachment: Attachment,
    holders: Holders,
    names: list[NameMention],
    canonical: list[str],
) -> None:
    """`M. X (« le requérant »)` makes X the holder from there on."""
    words = found.words
    ends = [mention.end for mention in names]
    for role in attachment.roles:
        start = words.starts[role.start]
        index = bisect_left(ends, start) - 1
        if index >= 0 and _ALIAS.fullmatch(words.text, ends[index], start):
            holders.add(start, found.reader.normalised(role), canonical[index])


def _is_called(found: Found, role: Role) -> bool:
    """Whether a function is called to speak: `La parole est à Mme la ministre`, or
    `Mme la ministre.` at the end of a line (Québec)."""
    words = found.words
    place = words.ends[role.end - 1]
    if "parole" in words.lower[max(0, role.start - 6) : role.start]:
        return True
    return (
        _is_addressed(found, role)
        and _CALLED.match(words.text, place) is not None
        and words.begins_sentence(role.start - 2)  # not `Concluez, monsieur le ministre.`
    )


def _is_spoken_to(found: Found, role: Role) -> bool:
    """Whether somebody is spoken to by a function: `Monsieur le ministre, vous savez…`."""
    if not _is_addressed(found, role):
        return False
    words = found.words
    before = words.starts[role.start - 2]
    lead = _SPOKEN_TO.search(words.text, max(0, before - _LEAD), before)
    return lead is not None and _BREAK.match(words.text, words.ends[role.end - 1]) is not None


def _is_addressed(found: Found, role: Role) -> bool:
    """Whether a word of address and an article are before the role (`Mme la ministre`)."""
    return role.start > 1 and found.words.lower[role.start - 2] in lexicon().formal


def _is_addressed_as(found: Found, role: Role, nouns: Container[str]) -> bool:
    """Whether somebody is addressed by one of some nouns alone: `M. le président`, who presides
    over a sitting."""
    return _is_bare(found, role, nouns) and _is_addressed(found, role)


def _is_inside(found: Found, role: Role) -> bool:
    """Whether a function is part of the complement of another."""
    index = bisect_left(found.roles, role.start, key=_first_word)
    return any(role.start < other.end for other in found.roles[max(0, index - 3) : index])


def _first_word(role: Role) -> int:
    return role.start


def _is_bare(found: Found, role: Role, nouns: Container[str]) -> bool:
    """Whether a function is one of some nouns alone."""
    return role.end == role.head + 1 and found.words.lower[role.head] in nouns


def _address(found: Found, role: Role) -> Address:
    """How a definite function is spoken of."""
    lower = found.words.lower
    article = lower[role.start - 1]
    noun_gender = "f" if article in _FEMININE else "m" if article in _MASCULINE else ""
    at = role.start - 1 if article in lexicon().formal else role.start - 2
    formal = lower[at] if at >= 0 and lower[at] in lexicon().formal else ""
    gender = lexicon().honorifics.get(formal, "") or ("f" if noun_gender == "f" else "")
    return Address(noun_gender, bool(formal), gender)


def _general_nouns(found: Found) -> list[str]:
    """The nouns of functions that the text uses more than once of nobody in particular."""
    words, reader = found.words, found.reader
    general = Counter(
        neuter_head(fold(reader.normalised(role)))
        for role in found.roles
        if role.start > 0
        and role.end == role.head_end
        and (reader.is_plural(role) or words.lower[role.start - 1] in _INDEFINITE)
    )
    return [noun for noun, number in general.items() if number >= _GENERAL]


def _is_definite(found: Found, role: Role) -> bool:
    """Whether a determiner before the role says that one known person is meant."""
    words = found.words
    if role.start == 0 or found.reader.is_plural(role) or found.reader.is_open(role):
        return False
    following = words.lower[role.end] if role.end < len(words) else ""
    if words.lower[role.start] in _PROSPECTIVE or (
        following in _ELECTED and words.lower[role.head] in _CHAIRS
    ):
        return False
    if role.start > 1 and words.lower[role.start - 2] in _PREDICATIVE:
        return False
    alone = role.end == role.head_end == role.head + 1
    if alone and fold(words.lower[role.head]) in role_lexicon().vague:
        return False
    before = words.lower[role.start - 1]
    return before in _DEFINITE or (found.reader.is_relation(role) and before in _POSSESSIVE)
