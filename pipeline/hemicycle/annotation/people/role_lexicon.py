"""The lexicon of functions, read from ``models/lexicons/people/roles.toml``."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.annotation.people.lexicon import phrases_of
from hemicycle.folding import fold
from hemicycle.knowledge.made import per_knowledge, remembered_per_knowledge
from hemicycle.knowledge.use import load_csv, load_toml
from hemicycle.reading.phrases import Phrases
from hemicycle.reading.words import PerForm, Words

SHORT = 6  # letters: too few for the ending of an occupation to tell anything


@dataclass(frozen=True, slots=True)
class RoleLexicon:
    """The lexicon of functions (``models/lexicons/people/roles.toml``)."""

    heads: Phrases[None]
    plurals: dict[str, str]
    before: frozenset[str]
    singular: dict[str, str]
    dropped: frozenset[str]
    adjectives: frozenset[str]
    endings: tuple[str, ...]
    same_office: dict[str, frozenset[str]]
    vague: frozenset[str]
    relations: frozenset[str]
    unique: frozenset[str]
    general: dict[str, str]
    copulas: frozenset[str]
    participles: frozenset[str]
    occupations: tuple[str, ...]
    implied: dict[str, str]
    folded_heads: Phrases[None]
    opens: PerForm[bool]
    folded_opens: PerForm[bool]


def _openers(
    heads: Phrases[None], plurals: dict[str, str], endings: tuple[str, ...]
) -> PerForm[bool]:
    """Whether a word in lower case may begin a function: a head, or an occupation by its ending."""
    known = {*heads, *plurals}
    return PerForm(lambda word: word in known or (len(word) > SHORT and word.endswith(endings)))


@remembered_per_knowledge(4096)
def begins_with_function(words: str) -> bool:
    """Whether words begin with a noun of functions: `ministre de la Mer`."""
    return role_lexicon().heads.match(Words(words.lower()).forms, 0) > 0


@per_knowledge
def role_lexicon() -> RoleLexicon:
    """The lexicon of functions, read once per process."""
    table = load_toml("lexicons", "people", "roles.toml")
    heads = [head for group in table["heads"].values() for head in group]
    exact, folded = phrases_of(heads), phrases_of(map(fold, heads))
    endings = tuple(table["occupations"]["endings"])
    same: dict[str, set[str]] = {}
    for office, others in table["same_office"].items():
        for other in others:
            same.setdefault(fold(office), set()).add(fold(other))
            same.setdefault(fold(other), set()).add(fold(office))
    return RoleLexicon(
        heads=exact,
        plurals=dict(table["plurals"]),
        before=frozenset(table["before"]["kept"])
        | frozenset(table["before"]["dropped"])
        | frozenset(table["before"]["plural"]),
        singular=dict(table["before"]["plural"]),
        dropped=frozenset(table["before"]["dropped"]),
        adjectives=frozenset(table["adjectives"]["words"])
        | {row["adjective"] for row in load_csv("lexicons", "people", "demonyms.csv")},
        endings=tuple(table["adjectives"]["endings"]),
        same_office={office: frozenset(others) for office, others in same.items()},
        unique=frozenset(table["unique"]["words"]),
        general={fold(office): general for office, general in table["general"].items()},
        relations=frozenset(table["heads"]["relations"]),
        vague=frozenset(fold(word) for word in table["vague"]["words"]),
        copulas=frozenset(table["copulas"]["words"]),
        participles=frozenset(table["participles"]["words"]),
        occupations=endings,
        implied=dict(table["implied"]),
        folded_heads=folded,
        opens=_openers(exact, table["plurals"], endings),
        folded_opens=_openers(folded, table["plurals"], endings),
    )
