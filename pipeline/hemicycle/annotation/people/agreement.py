"""Which candidates are persons once all the document is heard."""

from __future__ import annotations

import re
from collections import defaultdict

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.names import parse
from hemicycle.annotation.people.words import Words, fold

_FULL_NAME_MEAN = -1.5
_SHORTEST_LIST = 3
_LEAST_KNOWN = -8.0
_LEAST_ADDRESSED = -4.0
_WIDEST_GAP = 45
_SHORTEST_PIECE = 3  # letters of half a double surname
_SEPARATOR = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?(?:,|;|et|ou)\s*(?:\d{1,3}\.\s*|d['’])?")


def agreed(
    words: Words, candidates: list[Candidate], lexicon: Lexicon, least: float
) -> list[Candidate]:
    """The candidates that are persons once all the document is heard.

    The same words are the same thing throughout a document, unless they stand in the name of a
    street or body; and a surname whose full name is a person's is that person's.

    Args:
        words: the text's words.
        candidates: what may be names, in order.
        lexicon: the words that tell who is a person.
        least: the sum of weights from which a candidate is a person by itself.
    """
    groups: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        surface = words.text[words.starts[candidate.start] : words.ends[candidate.end - 1]]
        groups[fold(" ".join(surface.split()))].append(candidate)
    surnames: dict[str, bool] = {}
    kept: set[int] = set()
    for group in groups.values():
        heard = [c for c in group if not c.veto]
        if not heard:
            continue
        strong = any(c.strong and c.score >= least for c in heard)
        best = max(c.score for c in heard)
        mean = sum(c.score for c in heard) / len(heard)
        for candidate in heard:
            single = candidate.end - candidate.start == 1
            if not single and mean >= least + _FULL_NAME_MEAN and best >= least:
                strong = True  # the model took a full name for a place once
            own = candidate.score >= least and (candidate.strong or mean >= least)
            if own or mean >= least or (strong and not single):
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
            if id(candidate) in kept or candidate.veto:
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
            won.update(id(c) for c in run if not c.veto)

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
