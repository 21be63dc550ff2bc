"""Finds the names of a document: chains, boundaries, evidence, and agreement over the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from hemicycle.annotation.people.boundaries import Boundaries
from hemicycle.annotation.people.candidates import Candidate, ModelEntity
from hemicycle.annotation.people.chains import chains
from hemicycle.annotation.people.evidence import Evidence
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.names import parse
from hemicycle.annotation.people.roles import Role, RoleReader
from hemicycle.folding import fold
from hemicycle.reading.reading import Reading
from hemicycle.reading.words import Words, is_capital

_DENIED = -10.0
_FULL_NAME_MEAN = 0.5
_SHORTEST_LIST = 3
_LEAST_KNOWN = -6.0
_LEAST_ADDRESSED = -2.0
_WIDEST_GAP = 45
_SHORTEST_PIECE = 3  # letters of half a double surname
_SEPARATOR = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?(?:,|;|et|ou)\s*(?:\d{1,3}\.\s*|d['’])?")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text.

    Attributes:
        words: its words.
        names: the names of persons, in order.
        roles: every function, in order.
        reader: the reader of functions.
    """

    words: Words
    names: list[Candidate]
    roles: list[Role]
    reader: RoleReader


def find(
    reading: Reading, entities: Iterable[tuple[int, int, str]], lexicon: Lexicon, threshold: float
) -> Found:
    """The names of persons and the functions of a text.

    Args:
        reading: the text.
        entities: the model's entities as (first character, one past the last, label).
        lexicon: the words that tell who is a person.
        threshold: the weight of evidence from which a candidate is a person.
    """
    words = reading.words
    located = _locate(words, entities)
    persons = [entity for entity in located if entity.label == "PER"]
    starts = {entity.start for entity in persons}
    inside = {k for entity in persons for k in range(entity.start + 1, entity.end)}
    forms = words.forms

    def starts_name(index: int) -> bool:
        if not is_capital(forms[index]):
            return False
        if words.lower[index] in lexicon.honorifics or index in starts:
            return True
        following = index + 1
        return (
            following < len(forms)
            and lexicon.knows_first_name(forms[index])
            and words.spaced(following)
            and (is_capital(forms[following]) or forms[following] in lexicon.foreign_particles)
        )

    reader = RoleReader(words, starts_name)
    roles = reader.all()
    boundaries = Boundaries(words, lexicon, starts, inside)
    evidence = Evidence(words, lexicon, located, roles, threshold)
    candidates: list[Candidate] = []
    before: Candidate | None = None
    for chain in chains(words, lexicon, inside):
        for part in boundaries.names(chain):
            before = evidence.weigh(part.start, part.end, before)
            candidates.append(before)
    names = _agreed(words, candidates, lexicon, threshold)
    return Found(words, names, roles, reader)


def _locate(words: Words, entities: Iterable[tuple[int, int, str]]) -> list[ModelEntity]:
    """The model's entities as word indexes."""
    found = []
    for start, end, label in entities:
        first = bisect_left(words.ends, start + 1)
        last = bisect_left(words.starts, end)
        if first < last:
            found.append(ModelEntity(first, last, label))
    return found


def _agreed(
    words: Words, candidates: list[Candidate], lexicon: Lexicon, threshold: float
) -> list[Candidate]:
    """The candidates that are persons once all the document is heard.

    The same words are the same thing throughout a document, unless they stand in the name of a
    street or body; and a surname whose full name is a person's is that person's.
    """
    groups: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        surface = words.text[words.starts[candidate.start] : words.ends[candidate.end - 1]]
        groups[fold(" ".join(surface.split()))].append(candidate)
    surnames: dict[str, bool] = {}
    kept: set[int] = set()
    for group in groups.values():
        heard = [c for c in group if c.score > _DENIED]
        if not heard:
            continue
        strong = any(c.strong and c.score >= threshold for c in heard)
        best = max(c.score for c in heard)
        mean = sum(c.score for c in heard) / len(heard)
        for candidate in heard:
            single = candidate.end - candidate.start == 1
            if not single and mean >= _FULL_NAME_MEAN and best >= threshold:
                strong = True  # the model took a full name for a place once
            own = candidate.score >= threshold and (candidate.strong or mean >= threshold)
            if own or mean >= threshold or (strong and not single):
                kept.add(id(candidate))
                if not single:
                    surface = words.text[
                        words.starts[candidate.start] : words.ends[candidate.end - 1]
                    ]
                    name = parse(surface)
                    for cut in range(1, len(name.tokens)):
                        surname = " ".join(name.tokens[cut:])
                        surnames[surname] = True
                        surnames[surname.removeprefix("al-").removeprefix("el-")] = True
                    for piece in name.tokens[-1].split("-"):
                        if len(piece) > _SHORTEST_PIECE and not is_common(piece):
                            surnames.setdefault(piece, True)
                elif candidate.honorific:
                    surnames.setdefault(words_key(words, candidate), False)
    for key, group in groups.items():
        known = surnames.get(key)
        if known is None:
            continue
        for candidate in group:
            if id(candidate) in kept or candidate.score <= _DENIED:
                continue
            place = key in lexicon.places or key in lexicon.common or key in lexicon.never_people
            if not place and candidate.score > (_LEAST_KNOWN if known else _LEAST_ADDRESSED):
                kept.add(id(candidate))
    kept |= _listed(words, candidates, kept, lexicon)
    for candidate in candidates:
        if id(candidate) in kept and candidate.end - candidate.start == 1:
            _take_particle(words, candidate, surnames)
    return [c for c in candidates if id(c) in kept]


def _take_particle(words: Words, candidate: Candidate, surnames: dict[str, bool]) -> None:
    """Begin a surname at its particle where a list or sentence begins there (`X, du Plessis`)."""
    at = candidate.start - 1
    if at < 1 or not words.spaced(candidate.start) or words.spaced(at):
        return
    key = f"{words.lower[at]} {words_key(words, candidate)}"
    if fold(key) in surnames and words.gap(at).strip() in {",", "", "."}:
        candidate.start = at


def _listed(
    words: Words, candidates: list[Candidate], kept: set[int], lexicon: Lexicon
) -> set[int]:
    """Those that stand in a list of which at least half are persons and none a known place."""
    won: set[int] = set()
    run: list[Candidate] = []

    def close() -> None:
        if len(run) < _SHORTEST_LIST:
            return
        persons = sum(id(c) in kept for c in run)
        if persons * 2 >= len(run) and not any(_is_known_thing(words, c, lexicon) for c in run):
            won.update(id(c) for c in run if c.score > _DENIED)

    for candidate in candidates:
        if run:
            between = words.text[words.ends[run[-1].end - 1] : words.starts[candidate.start]]
            if len(between) > _WIDEST_GAP or not _SEPARATOR.fullmatch(between):
                close()
                run = []
        run.append(candidate)
    close()
    return won


def _is_known_thing(words: Words, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a candidate is a place, body or people of the lexicon."""
    key = words_key(words, candidate)
    return (
        key in lexicon.places
        or key in lexicon.never_people
        or key in lexicon.demonyms
        or key in lexicon.common
    )


def words_key(words: Words, candidate: Candidate) -> str:
    """The folded surface of a candidate."""
    surface = words.text[words.starts[candidate.start] : words.ends[candidate.end - 1]]
    return fold(" ".join(surface.split()))
