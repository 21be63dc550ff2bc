"""The words by which organisations and places are told (``models/lexicons/bodies.toml``)."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.annotation.peoples import people_forms
from hemicycle.folding import fold
from hemicycle.knowledge.lists import listed
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.phrases import Phrases
from hemicycle.reading.words import Words

#: Nouns that begin a body's name in some phrases only.
STATE = listed("bodies", "offices", "state")
MINISTRY = listed("bodies", "offices", "ministry")


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Words in lower case unless said otherwise.

    Attributes:
        heads: nouns that names of organisations begin with, and the kind they make.
        alone: those that mean a body alone.
        wide: those whose complement may be written small.
        full: those that name a body with a place alone, and written small; a blank between words.
        proper: those that begin a name only with a capital.
        before: nouns that the name of a body follows.
        members: nouns that a body follows behind `de`.
        sites: nouns of places that names take in.
        place_before: nouns that the name of a place follows.
        place_of: nouns that a place follows behind `de`.
        leading: prepositions before places.
        things: nouns of things that are no bodies.
        houses: those of them that begin the name of a house too (`Crédit de Corvel`).
        thing_names: folded names of such things.
        thing_ends: words of other languages that their names end with (`Digital Services Act`).
        no_names: phrases that no name begins with.
        adjectives: those that belong to the name of a body.
        qualities: adjectives that stand before their noun.
        taking_to: nouns that `à` follows inside a name.
        taking_on: nouns that `sur` follows inside a name.
        before_kinds: determiners that make a head alone one of its kind (`un État`).
        before_acronyms: those that do so of an acronym that nobody knows.
        before_any: those that do so of a head with its adjective (`un État membre`).
        before_classes: those that do so of a full name that is written small.
        sides: adjectives of parts of the sky that belong to the name of a place.
        offices: nouns of offices.
        kinds: nouns that the name of a body follows, to the kind of body they make.
        kinds_of: nouns that it follows behind `de`, to the same.
        sides_of: words behind the noun of a party before its name (`parti de droite`).
        sitting: who sits in a group (`les députés du groupe`).
        without_article: names of bodies that have none.
        products: nouns of what is made, which bears a name of its own.
        kept: nouns that names of places keep.
        streets: nouns of streets, which keep them too.
        directions: folded names of regions that are also parts of any country.
        nature: nouns of rivers and mountains, whose names departments and countries have too.
        notes: folded words that stage directions open with.
        peoples: adjectives of countries, to the country.
        holidays: folded.
        union: countries of the European Union, in which `l'Union` is that one.
    """

    heads: Phrases[str]
    alone: frozenset[str]
    wide: frozenset[str]
    full: frozenset[str]
    proper: frozenset[str]
    before: frozenset[str]
    members: frozenset[str]
    sites: frozenset[str]
    place_before: frozenset[str]
    place_of: frozenset[str]
    leading: frozenset[str]
    things: frozenset[str]
    houses: frozenset[str]
    thing_names: frozenset[str]
    thing_ends: frozenset[str]
    no_names: Phrases[None]
    adjectives: frozenset[str]
    qualities: frozenset[str]
    taking_to: frozenset[str]
    heads_to: frozenset[str]
    taking_on: frozenset[str]
    before_kinds: frozenset[str]
    before_acronyms: frozenset[str]
    before_any: frozenset[str]
    before_classes: frozenset[str]
    sides: frozenset[str]
    offices: frozenset[str]
    kinds: dict[str, str]
    kinds_of: dict[str, str]
    sides_of: frozenset[str]
    sitting: frozenset[str]
    without_article: frozenset[str]
    products: frozenset[str]
    kept: frozenset[str]
    streets: frozenset[str]
    directions: frozenset[str]
    nature: frozenset[str]
    notes: tuple[str, ...]
    peoples: dict[str, str]
    holidays: frozenset[str]
    union: frozenset[str]

    def head_at(self, lower: list[str], index: int) -> tuple[int, str]:
        """The index behind the head that begins at a word, and its kind; the same index if none."""
        for stop, kind in self.heads.at(lower, index):
            return stop, kind
        return index, ""


@per_knowledge
def body_words() -> BodyWords:
    """The words of the knowledge in use."""
    table = load_toml("lexicons", "bodies.toml")
    heads = [(head, kind) for kind, words in table["heads"].items() for head in words]
    notes = load_toml("lexicons", "stage_directions.toml")["openings"]
    holidays = load_toml("lexicons", "holidays.toml")["holiday"]
    return BodyWords(
        heads=Phrases((Words(head).lower, kind) for head, kind in dict(heads).items()),
        alone=frozenset(table["alone"]["words"]),
        wide=frozenset(table["wide"]["words"]),
        full=frozenset(" ".join(Words(head).lower) for head in table["full"]["words"]),
        proper=frozenset(table["capital"]["words"]),
        before=frozenset(table["before"]["words"]),
        members=frozenset(table["before"]["of"]),
        sites=frozenset(table["places"]["named"]),
        place_before=frozenset(table["places"]["before"]),
        place_of=frozenset(table["places"]["of"]),
        leading=frozenset(table["places"]["to"]),
        things=frozenset(table["things"]["words"]),
        houses=frozenset(table["things"]["houses"]),
        thing_names=frozenset(map(fold, table["things"]["names"])),
        thing_ends=frozenset(table["things"]["ends"]),
        no_names=Phrases((Words(p).lower, None) for p in table["things"]["phrases"]),
        adjectives=frozenset(table["adjectives"]["words"]),
        qualities=frozenset(table["adjectives"]["before_nouns"]),
        taking_to=frozenset(table["adjectives"]["taking_to"]),
        heads_to=frozenset(table["adjectives"]["heads_to"]),
        taking_on=frozenset(table["adjectives"]["taking_on"]),
        before_kinds=frozenset(table["determiners"]["before_kinds"]),
        before_acronyms=frozenset(table["determiners"]["before_acronyms"]),
        before_any=frozenset(table["determiners"]["before_any"]),
        before_classes=frozenset(table["determiners"]["before_classes"]),
        sides=frozenset(table["adjectives"]["sides"]),
        offices=frozenset(table["offices"]["words"]),
        kinds={word: kind for kind, words in table["kinds"].items() for word in words},
        kinds_of={word: kind for kind, words in table["kinds_of"].items() for word in words},
        sides_of=frozenset(table["before"]["sides"]),
        sitting=frozenset(table["before"]["sitting"]),
        without_article=frozenset(table["things"]["without_article"]),
        products=frozenset(table["things"]["products"]),
        kept=frozenset(table["kept"]["words"]),
        streets=frozenset(table["kept"]["streets"]),
        directions=frozenset(table["places"]["directions"]),
        nature=frozenset(table["places"]["nature"]),
        notes=tuple(fold(note) for note in notes if " " not in note),
        peoples=_peoples(),
        union=frozenset(table["european_union"]["countries"]),
        holidays=frozenset(fold(name) for row in holidays for name in row["names"]),
    )


def _peoples() -> dict[str, str]:
    """The adjectives of countries in all their forms, to the country."""
    forms: dict[str, str] = {}
    for form, code in people_forms():
        forms.setdefault(form, code)
    return forms
