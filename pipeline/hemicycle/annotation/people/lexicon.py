"""The words that tell who is a person, read from ``models/lexicons/people``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma
from babel import Locale

from hemicycle.annotation.bodies.gazetteer import gazetteer
from hemicycle.folding import fold
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_csv, load_toml
from hemicycle.reading.phrases import Phrases
from hemicycle.reading.words import Words

_SHORT = 4  # letters of an acronym that may be a surname
_FOLDER = ("lexicons", "people")


@lru_cache(maxsize=1 << 14)
def is_common(lower: str) -> bool:
    """Whether a lower-case form is a word of the French dictionary."""
    return bool(lower) and bool(simplemma.is_known(lower, "fr"))


def phrases_of(phrases: Iterable[str]) -> Phrases[None]:
    """Phrases to be found among words in lower case."""
    return Phrases((Words(phrase.lower()).forms, None) for phrase in sorted(set(phrases)))


def _strings(table: object) -> Iterator[str]:
    """Every string in a table of lists."""
    if isinstance(table, dict):
        for value in table.values():
            yield from _strings(value)
    elif isinstance(table, list):
        for value in table:
            yield from _strings(value)
    elif isinstance(table, str):
        yield table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Look-up sets; ``folded`` sets hold forms without case and accents, the others lower case.

    Attributes:
        first_names: folded first names, to ``m``, ``f`` or empty.
        compound_first_names: folded first names of two words.
        honorifics: words of address in lower case, to ``m``, ``f`` or empty.
        formal: those that are used with a surname alone (`M.`, `Me`), not titles of rank or kin.
        abbreviated: those in short, that have a capital (`MM.`), lower case.
        plural_honorifics: those that address several persons.
        kin: nouns of kinship, lower case.
        address: words such as `cher`, `collègue`, lower case.
        foreign_particles: lower case.
        foreign_titles: words of address and office of other languages, lower case.
        capital_particles: as written.
        long_initials: abbreviated first names of several letters, as written.
        suffixes: `Jr`, `XVI`, lower case.
        named_after: nouns of what is named after people, lower case.
        streets: those of them that name ways and sites, also before `de`.
        bodies: those that name bodies, papers and parties.
        nobody: folded single words or phrases that are institutions, papers, firms.
        places: folded places.
        common: folded common words that open no name.
        demonyms: folded peoples.
        demonym_endings: endings of plural or singular peoples.
        inhabitant_endings: folded endings of one inhabitant, where a full name follows.
        speech: forms of verbs of speech, lower case.
        acts: forms of verbs of what people do.
        owners: nouns that take a person after `de`.
        owned: nouns that take a person without a preposition.
        adverbs: adverbs and linking words that open sentences, lower case.
        closed: all words of closed classes that open sentences, lower case.
        parties: folded names of parties and groups, by word.
        media_endings: folded nouns that end the names of papers and channels.
        styles: abbreviated styles before a name (`S.E.M.`), lower case, by word.
    """

    first_names: dict[str, str]
    compound_first_names: frozenset[str]
    honorifics: dict[str, str]
    formal: frozenset[str]
    abbreviated: frozenset[str]
    plural_honorifics: frozenset[str]
    kin: frozenset[str]
    address: frozenset[str]
    foreign_particles: frozenset[str]
    foreign_titles: frozenset[str]
    capital_particles: frozenset[str]
    long_initials: frozenset[str]
    suffixes: frozenset[str]
    named_after: frozenset[str]
    streets: frozenset[str]
    bodies: frozenset[str]
    never_people: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]
    demonyms: frozenset[str]
    demonym_endings: tuple[str, ...]
    inhabitant_endings: tuple[str, ...]
    speech: frozenset[str]
    acts: frozenset[str]
    owners: frozenset[str]
    owned: frozenset[str]
    adverbs: frozenset[str]
    closed: frozenset[str]
    parties: Phrases[None]
    media_endings: frozenset[str]
    styles: Phrases[None]

    def knows_first_name(self, form: str) -> bool:
        """Whether a word is a first name, alone or as a compound (`Jean-Frédéric`)."""
        folded = fold(form)
        if folded in self.first_names:
            return True
        head, hyphen, rest = folded.partition("-")
        return bool(hyphen) and head in self.first_names and len(rest) > 1

    def gender(self, form: str) -> str:
        """``m``, ``f`` or empty for what a first name tells."""
        folded = fold(form)
        known = self.first_names.get(folded)
        return known if known is not None else self.first_names.get(folded.partition("-")[0], "")

    def is_place(self, form: str) -> bool:
        """Whether a word or phrase is a country, region or town."""
        return fold(form) in self.places

    def is_demonym(self, form: str) -> bool:
        """Whether a single capital word is a people or an inhabitant."""
        folded = fold(form)
        return folded in self.demonyms


def _body_form(key: str) -> str:
    """A form of the gazetteer as names are looked up, empty if no body alone has it."""
    if any(entry.label != "ORG" for entry in gazetteer().entries[key]):
        return ""
    return key.replace("' ", "'")


def _is_compound_place(key: str) -> bool:
    """Whether a form of the gazetteer is a place alone and one word with a hyphen: `jean-talon`.

    Few surnames are; `saint-just` may be one.
    """
    if "-" not in key or " " in key.replace("' ", "") or key.startswith("saint"):
        return False
    return all(entry.label == "LOC" for entry in gazetteer().entries[key])


def _is_commune(key: str) -> bool:
    """Whether a form of the gazetteer is a town: it is written without its hyphen too."""
    return any(entry.kind == "commune" for entry in gazetteer().entries.get(key, ()))


def _parties() -> Iterator[str]:
    """The forms of parties and groups, folded, the partisan adjectives among them."""
    for adjective in load_toml(*_FOLDER, "grammar.toml")["role_words"]["partisan"]:
        yield from (adjective + ending for ending in ("", "e", "s", "es"))
    for key, entries in gazetteer().entries.items():
        if any(entry.kind in {"party", "group"} for entry in entries):
            yield key


@per_knowledge
def lexicon() -> Lexicon:
    """The lexicon of people, read once per process."""
    honorifics = load_toml(*_FOLDER, "honorifics.toml")
    parts = load_toml(*_FOLDER, "name_parts.toml")
    never_people = load_toml(*_FOLDER, "not_people.toml")
    speech = load_toml(*_FOLDER, "speech_verbs.toml")
    cues = load_toml(*_FOLDER, "person_cues.toml")
    places = {row["name"] for row in load_csv(*_FOLDER, "places.csv")}
    unions = {"EU", "EZ", "UN"}  # CLDR lists them beside the countries
    territories = {
        code: name for code, name in Locale("fr").territories.items() if code not in unions
    }
    places |= {name for code, name in territories.items() if not code.isdigit()}
    places |= {name for code, name in territories.items() if code.isdigit() and " " not in name}
    compound = {key.replace("' ", "'") for key in gazetteer().entries if _is_compound_place(key)}
    places |= compound | {key.replace("-", " ") for key in compound if _is_commune(key)}
    named = never_people["named_after"]
    bodies = {form for key in gazetteer().entries if (form := _body_form(key))}
    openers = load_toml("lexicons", "openers.toml")
    things = load_toml("lexicons", "bodies.toml")["things"]["names"]
    acronyms = {fold(name) for name in things if name.isupper() and len(name) > _SHORT}
    return Lexicon(
        first_names={fold(r["name"]): r["gender"] for r in load_csv(*_FOLDER, "first_names.csv")},
        compound_first_names=frozenset(parts["first_names"]["compounds"]),
        honorifics={
            word.lower(): gender
            for group, gender in (("masculine", "m"), ("feminine", "f"), ("neutral", ""))
            for word in (*honorifics[group]["words"], *honorifics["plural"][group])
        },
        formal=frozenset(
            word.lower()
            for words in (
                honorifics["masculine"]["words"],
                honorifics["feminine"]["words"],
                _strings(honorifics["plural"]),
                honorifics["abbreviations"]["with_point"],
            )
            for word in words
        ),
        abbreviated=frozenset(w.lower() for w in honorifics["abbreviations"]["with_point"]),
        plural_honorifics=frozenset(w.lower() for w in _strings(honorifics["plural"])),
        kin=frozenset(honorifics["kin"]["words"]),
        address=frozenset(honorifics["address"]["words"]),
        foreign_particles=frozenset(parts["particles"]["foreign"]),
        capital_particles=frozenset(parts["particles"]["capital"]),
        foreign_titles=frozenset(_strings(parts["titles"])),
        long_initials=frozenset(parts["initials"]["long"]),
        suffixes=frozenset(w.lower() for w in parts["suffixes"]["words"]),
        named_after=frozenset(word.lower() for word in _strings(named)),
        streets=frozenset(word.lower() for word in named["places"]),
        bodies=frozenset(word.lower() for word in named["bodies"]),
        never_people=frozenset(bodies | acronyms).union(
            fold(word) for word in _strings(never_people["institutions"])
        ),
        places=frozenset(fold(place) for place in places),
        common=frozenset(fold(word) for word in never_people["common"]["words"]),
        demonyms=frozenset(fold(word) for word in never_people["demonyms"]["words"]),
        demonym_endings=tuple(never_people["demonyms"]["endings"]),
        inhabitant_endings=tuple(never_people["demonyms"]["one"]),
        acts=frozenset(cues["verbs"]["words"]),
        owners=frozenset(cues["nouns"]["words"]),
        owned=frozenset(cues["direct"]["words"]),
        adverbs=frozenset(openers["adverbs"]) | frozenset(openers["conjunctions"]),
        closed=frozenset(
            word
            for kind in ("determiners", "pronouns", "conjunctions", "prepositions", "adverbs")
            for word in openers[kind]
        ),
        parties=Phrases((key.split(" "), None) for key in _parties()),
        media_endings=frozenset(fold(word) for word in never_people["media"]["endings"]),
        styles=phrases_of(honorifics["styles"]["abbreviated"]),
        speech=frozenset(
            form
            for word in (*_strings(speech["verbs"]), *speech["verbs"])
            for form in (
                (word, word + "e", word + "s", word + "es") if word[-1] == "é" else (word,)
            )
        ),
    )
