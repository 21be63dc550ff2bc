"""Who holds which function in a document, and from where in the text this is known."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.annotation.people.role_words import (
    countries,
    countries_in,
    country_words,
    head_noun,
    is_deputy,
    is_former,
    neuter_head,
    presides_alike,
    role_content,
    says_more,
    state_offices,
    state_words,
    without_gender,
)
from hemicycle.folding import fold
from hemicycle.reading.words import Words
from hemicycle.values import value

_COMPLEMENT = small_words("role_words", "complement")
_PARTISAN = small_words("role_words", "partisan").map(without_gender)
_IN_OFFICE = ("nouveau ", "nouvel ", "nouvelle ", "actuel ", "actuelle ")
_FAR = 1500
_CLOSE = 600
# Holders of one function beyond whom those alone are looked at who are given it near a place.
_MOST_HELD = 50


@value
class Address:
    """How a function is spoken of where it stands for a person.

    Attributes:
        noun_gender: gender of the article, ``m``, ``f`` or empty; `le ministre` may be a woman.
        formal: whether a word of address is before it (`madame la ministre`).
        gender: the gender that the person must have, empty if either.
    """

    noun_gender: str
    formal: bool
    gender: str


@value
class Holding:
    """A person is given a role at some places.

    Attributes:
        role: the folded role.
        person: the canonical name.
        places: characters of the text, in order once sorted.
    """

    role: str
    person: str
    places: list[int]


class Holders:
    """Who holds which function, and from where in the text this is known."""

    def __init__(self, words: Words | None = None) -> None:
        """Take the words of the text; without them no country is spoken of."""
        self._by_head: defaultdict[str, list[Holding]] = defaultdict(list)
        self._given_at: dict[str, list[tuple[int, int]]] = {}
        self._holders: frozenset[str] = frozenset()
        self._known: dict[tuple[str, str], Holding] = {}
        self._named: list[tuple[int, str]] = []
        self._implied: list[tuple[int, str, str]] = []
        self._genders: dict[str, str] = {}
        self._generic: frozenset[str] = frozenset()
        self._chairs: list[tuple[int, str]] = []
        self._orators: set[str] = set()
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._second: int | None = None  # where a second person is named first
        self._words = words
        self._countries: dict[str, int] | None = None
        self._same = role_lexicon().same_office

    def name(self, place: int, person: str, gender: str) -> None:
        """A person is named at a place; the gender of the word of address, or empty."""
        self._named.append((place, person))
        if gender or person not in self._genders:
            given = lexicon().gender(person.split()[0]) if " " in person else ""
            self._genders[person] = gender or given

    def speaks_in_general(self, nouns: Iterable[str]) -> None:
        """The folded neuter nouns that the text speaks of in general (`les maires`, `un maire`)."""
        self._generic = frozenset(nouns)

    def add(self, place: int, role: str, person: str) -> None:
        """A person is given a role at a place, with the office that it is a case of, if any."""
        general = role_lexicon().general.get(fold(role))
        for held in (role, general) if general else (role,):
            self._hold(place, fold(held), person)

    def _hold(self, place: int, folded: str, person: str) -> None:
        known = self._known.setdefault((folded, person), Holding(folded, person, []))
        if not known.places:
            self._by_head[neuter_head(folded)].append(known)
        known.places.append(place)

    def preside(self, place: int, role: str, person: str) -> None:
        """A person presides over the sitting from a place on."""
        self._chairs.append((place, person))
        self.add(place, role, person)

    def chair(self, place: int) -> str | None:
        """Who presides at a place; empty if nobody yet, None if the text has no presidency."""
        if not self._chairs:
            return None
        index = bisect_left(self._chairs, (place, "")) - 1
        return self._chairs[index][1] if index >= 0 else ""

    def give_speech(self, person: str) -> None:
        """The text holds a speech of a person (`Discours du président X`)."""
        self._orators.add(person)

    def gives_speech(self, person: str) -> bool:
        """Whether the text holds a speech of a person, who speaks to others."""
        return person in self._orators

    def imply(self, place: int, role: str, person: str) -> None:
        """A person seems to hold a role: used where nobody is said to."""
        self._implied.append((place, role, person))

    def sort(self) -> None:
        """Bring everything in the order of the text."""
        for place, role, person in self._implied:
            noun = neuter_head(fold(role))
            # `l'administration X` beside the president of a bank.
            bare = state_words().union(noun.split())
            if all(role_content(h.role) - bare for h in self._by_head[noun]):
                self.add(place, role, person)
        self._named.sort()
        for place, person in self._named:
            self._places[person].append(place)
        for holding in self._known.values():
            holding.places.sort()
        self._chairs.sort(key=_place)
        self._holders = frozenset(holding.person for holding in self._known.values())
        for head, held in self._by_head.items():
            if len(held) > _MOST_HELD:
                self._given_at[head] = sorted(
                    (place, index) for index, h in enumerate(held) for place in h.places
                )
        first = self._named[0][1] if self._named else ""
        self._second = next((at for at, person in self._named if person != first), None)

    def who(self, place: int, head: str, role: str, address: Address) -> tuple[str, str]:
        """The holder of a role at a place and the way it was found; empty if the text is silent.

        The ways are those of :mod:`hemicycle.annotation.people.role_features`.
        """
        offices = [role, *sorted(self._same.get(role, ())), *sorted(self._same.get(head, ()))]
        for office in offices:
            rest = role_content(role) - role_content(head) if office is not role else frozenset()
            if office in self._same.get(role, ()) or rest <= state_words():
                rest = frozenset()
            fuller, shorter = self._fitting(place, office, other=office is not role)
            known_as = "same" if office is role else "office"
            for way, fitting in ((known_as, fuller), ("shorter", shorter)):
                allowed = [
                    h
                    for h in fitting
                    if self.may_be(h.person, address.gender) and rest <= role_content(h.role)
                ]
                person = self._nearest(place, allowed)
                if person and self._is_near(place, person, office, address):
                    return person, way
        person = self._alike(place, role)
        if person:
            allowed_one = self.may_be(person, address.gender)
            if not allowed_one or not self._is_near(place, person, role, address):
                return "", ""
            return person, "alike"
        held = [h for office in offices for h in self._held(neuter_head(office), place)]
        if held:
            return "", ""
        if address.formal or self._is_other(offices):
            return "", ""
        person = self._only_one(place, address)
        return person, "only_one" if person else ""

    def given(self) -> Iterator[tuple[str, str]]:
        """Each folded function that the document gives, with the person."""
        return iter(self._known)

    def is_one(self, role: str, gender: str = "") -> bool:
        """Whether the document gives one person alone a folded function, or a fuller one."""
        held = self._by_head.get(neuter_head(role), [])
        bearers = {h.person for h in held if self.may_be(h.person, gender)}
        return len(bearers) == 1 and any(role_content(role) <= role_content(h.role) for h in held)

    def _is_other(self, offices: list[str]) -> bool:
        """Whether an office is one of state and the first person named holds another function.

        `le chef de l'État` is not the minister who speaks of him.
        """
        of_state = any(
            office in state_offices() or head_noun(office) in state_offices() for office in offices
        )
        return of_state and bool(self._named) and self._named[0][1] in self._holders

    def may_be(self, person: str, gender: str) -> bool:
        """Whether a person is not known to be of the other gender."""
        known = self._genders.get(person, "")
        return not gender or not known or known == gender

    def _is_near(self, place: int, person: str, role: str, address: Address) -> bool:
        """Whether the holder of a common function is named near: `le maire` may be any mayor.

        Where the text speaks of mayors in general, `le maire` is one that was given the function
        in the lines before, or one who is spoken to (`monsieur le maire`).
        """
        if any(head_noun(role) == head_noun(office) for office in state_offices()):
            return True
        bare = len(role_content(role)) <= 1
        if bare and not address.formal and neuter_head(role) in self._generic:
            return self._is_given(neuter_head(role), person, place)
        places = self._places.get(person, [])
        index = bisect_left(places, place)
        return any(abs(at - place) < _FAR for at in places[max(0, index - 1) : index + 1])

    def distance(self, place: int, person: str) -> tuple[int, bool]:
        """How many characters from a place a person is named, and whether only behind it."""
        places = self._places.get(person, [])
        index = bisect_left(places, place)
        near = min((abs(at - place) for at in places[max(0, index - 1) : index + 1]), default=_FAR)
        return near, index == 0

    def _is_given(self, noun: str, person: str, place: int) -> bool:
        """Whether a person is given a function of the noun in the lines before a place."""
        for holding in self._held(noun, place):
            index = bisect_left(holding.places, place) - 1
            if holding.person == person and index >= 0 and place - holding.places[index] < _CLOSE:
                return True
        return False

    def _held(self, noun: str, place: int) -> list[Holding]:
        """Those who are given a function of the noun, of very many those near a place."""
        held = self._by_head.get(noun, [])
        given = self._given_at.get(noun)
        if given is None:
            return held
        at = bisect_left(given, (place, 0))
        near = given[max(0, at - _MOST_HELD) : at + _MOST_HELD]
        return [held[index] for index in sorted({index for _, index in near})]

    def _alike(self, place: int, role: str) -> str:
        """The one holder of the noun, if the rest are adjectives (`la députée locale`)."""
        if not _COMPLEMENT.isdisjoint(role.replace("'", " ").split()):
            return ""
        if any(without_gender(word) in countries() for word in role.split()):
            return ""
        if not _PARTISAN.isdisjoint(map(without_gender, role.split())):
            return ""  # `la candidate écologiste` is no other party's
        if role_lexicon().folded_heads.match(role.split(), 0) > 1:
            return ""  # `le conseiller fédéral` is no other councillor
        noun = head_noun(role)
        alike = (h for h in self._eligible(place, role) if head_noun(h.role) == noun)
        people = {h.person for h in alike if not is_deputy(h.role, role)}
        return people.pop() if len(people) == 1 else ""

    def _eligible(self, place: int, role: str) -> list[Holding]:
        """Those with the same noun; of `le nouveau président` none who was it before.

        Before it is told, who held the function once is not who holds it, nor the reverse.
        """
        held = self._held(neuter_head(role), place)
        if role.startswith(_IN_OFFICE):
            return [h for h in held if not is_former(h.role)]
        if is_former(role):
            return [h for h in held if is_former(h.role)]
        agreed = [h for h in held if h.places[0] < place or not is_former(h.role)]
        if len(agreed) == len(held) or any(h.places[0] < place for h in agreed):
            return agreed
        return [h for h in agreed if role_content(h.role) == role_content(role)]

    def _fitting(
        self, place: int, role: str, *, other: bool
    ) -> tuple[list[Holding], list[Holding]]:
        """Those with the same noun, of the same gender: with all that is said, then with less.

        Under another name of the office (`other`), the gender may differ, and the holder's role
        may add a country but nothing else. Less is believed when one person alone has the noun,
        or where the rest tells the country only (`le nouveau président français`).
        """
        wanted = role_content(role)
        noun = head_noun(role)
        former = is_former(role)
        rest = wanted - {without_gender(word) for word in noun.split()}
        of_state = bool(rest) and rest <= state_words()
        fuller: list[Holding] = []
        shorter: list[Holding] = []
        for holding in self._eligible(place, role):
            held = role_content(holding.role)
            if other:
                # In a sitting `le président X` presides over a group or over the sitting.
                bare = held <= wanted and bool(self._chairs) and neuter_head(role) == "president"
                if wanted <= held and held - wanted <= state_words() and not bare:
                    fuller.append(holding)
                continue
            if head_noun(holding.role) != noun:
                continue
            if wanted <= held:
                if says_more(holding.role, role) and presides_alike(holding.role, role):
                    fuller.append(holding)
            elif (
                held <= wanted
                and not former
                and not is_former(holding.role)
                and self._is_at_home(place, role, wanted - held)
                # `le président de la République` is not who is told to be `président` later.
                and not (of_state and holding.places[0] > place)
                and not self._holds_another(holding.person, role)
            ):
                shorter.append(holding)
        if not former:  # who holds it goes before who held it
            fuller = [h for h in fuller if not is_former(h.role)] or fuller
        bearers = {holding.person for holding in self._held(neuter_head(role), place)}
        country = (
            wanted - {without_gender(word) for word in neuter_head(role).split()} <= country_words()
        )
        return fuller, shorter if len(bearers) == 1 or country else []

    def _is_at_home(self, place: int, role: str, added: frozenset[str]) -> bool:
        """Whether what is added to a holder's function makes it no office of another country.

        `Le président français` is the `président` before where France has been spoken of, the
        `Premier ministre bahaméen` is not the `Premier ministre`.
        """
        abroad = added & country_words()
        if added != abroad and head_noun(role) in state_offices():
            return False
        if not abroad:
            return True
        if self._countries is None:
            self._countries = countries_in(self._words) if self._words is not None else {}
        return all(self._countries.get(word, place) < place for word in abroad)

    def _holds_another(self, person: str, role: str) -> bool:
        """Whether a person is told to hold a function of the same noun that is not this one.

        Who is `ministre` and `ministre de l'Éducation` is not the `ministre de la Santé`.
        """
        wanted = role_content(role)
        return any(
            holding.person == person and not role_content(holding.role) - state_words() <= wanted
            for holding in self._by_head.get(neuter_head(role), [])
        )

    def _nearest(self, place: int, known: list[Holding]) -> str:
        """The holder named last before the place, or the only one named after it."""
        people = {holding.person for holding in known}
        if len(people) == 1:
            return people.pop()
        last, nearest = -1, ""
        for holding in known:
            for places in (holding.places, self._places[holding.person] if self._chairs else []):
                index = bisect_left(places, place) - 1
                if index >= 0 and places[index] > last and places[0] < place:
                    last, nearest = places[index], holding.person
        return nearest

    def _only_one(self, place: int, address: Address) -> str:
        """The one person named so far, if the gender allows."""
        if not self._named or self._named[0][0] >= place:
            return ""
        if self._second is not None and self._second < place:
            return ""
        person = self._named[0][1]
        gender = lexicon().gender(person.split()[0]) if " " in person else ""
        if not gender or (address.noun_gender and gender != address.noun_gender):
            return ""
        return person


def _place(placed: tuple[int, str]) -> int:
    return placed[0]
