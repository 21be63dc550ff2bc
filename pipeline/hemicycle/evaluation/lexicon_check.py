"""Finds what is wrong in the lexicons of sectors and themes: what ``hemicycle check`` does.

A lexicon can be edited by hand; these are the mistakes that would pass unseen: a term twice under
one code, a term that both names something and is to name nothing, a code that the taxonomy does
not have, a weight that is no weight, and a term that another one always hides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hemicycle.annotation.senses import senses
from hemicycle.annotation.terms import TermFinder
from hemicycle.knowledge.use import load_csv
from hemicycle.reading.content_words import content_words, keys_of
from hemicycle.reading.reading import Reading

_NOTHING = "-"
_HEAVIEST = 3.0


def check_lexicons() -> list[str]:
    """One sentence for each mistake, in the order of the files; empty if there is none.

    Raises:
        ResourceError: a lexicon or taxonomy is absent.
    """
    naf = {row["section"] + row["division"] for row in load_csv("taxonomies", "naf.csv")}
    cap = {row["code"] for row in load_csv("taxonomies", "cap.csv")}
    return [
        *_check("sectors.csv", naf, one_code=True),
        *_check("themes.csv", cap, one_code=False),
        *_weights("themes.csv"),
    ]


def _check(name: str, codes: set[str], *, one_code: bool) -> Iterator[str]:
    rows = load_csv("lexicons", name)
    finder: TermFinder[str] = TermFinder()
    seen: defaultdict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    twins: dict[tuple[object, ...], str] = {}
    decided = senses().concerned
    for row in rows:
        term, code = row["term"], row["code"]
        if not keys_of(term):
            yield f"{name}: {term!r} has no word of its own to be found by; remove it."
            continue
        if code != _NOTHING and code not in codes:
            yield f"{name}: {term!r} has the code {code!r}, which the taxonomy does not have."
        place = _place(term)
        if code in seen[place]:
            yield f"{name}: {term!r} says the same as {seen[place][code]!r} ({code}); remove one."
        elif (twin := twins.get((*place[:-1], code))) is not None:
            yield f"{name}: {term!r} is found where {twin!r} is ({code}); remove one."
        elif (
            seen[place]
            and one_code
            and _NOTHING not in (code, *seen[place])
            and not decided.issuperset((term, one) for one in (code, *seen[place]))
        ):
            other = next(iter(seen[place]))
            yield f"{name}: {term!r} has two codes ({other}, {code}) and gives one row; keep one."
        elif seen[place] and (code == _NOTHING) != (_NOTHING in seen[place]):
            other = next(iter(seen[place].values()))
            yield f"{name}: {term!r} names something and nothing ({other!r}); remove one."
        seen[place][code] = term
        twins[(*place[:-1], code)] = term
        finder.add(term, term)
    for row in rows:
        if not keys_of(row["term"]):
            continue
        found = [value for one in finder.find(row["term"]) for value in one.values]
        if row["term"] not in found:
            yield f"{name}: {row['term']!r} never matches: {found or 'nothing'} is read there."


def _place(term: str) -> tuple[object, ...]:
    """What two terms must share to be found in the same places."""
    words = content_words(Reading(term))
    capitals = tuple(word for word in term.split() if word[:1].isupper())
    return (*words.keys, term[: words.starts[0]].lower(), capitals)


def _weights(name: str) -> Iterator[str]:
    for row in load_csv("lexicons", name):
        if row["code"] == _NOTHING:
            continue
        try:
            fine = 0 < float(row["weight"]) <= _HEAVIEST
        except ValueError:
            fine = False
        if not fine:
            yield f"{name}: {row['term']!r} has the weight {row['weight']!r}; write 0.5 to 3."
