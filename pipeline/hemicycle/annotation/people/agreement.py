"""Which candidates are persons once all the document is heard.

The same words are the same thing throughout a document, a surname whose full name is a person's is
that person's, and what stands in a list of persons is one. So the sum of what is seen at one place
is one of several facts, and a second linear model over these facts decides. Its weights are fitted
by ``hemicycle calibrate`` like those of the first; a veto remains one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from hemicycle.annotation.linear import Weights
from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.names import parse
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import AND_OR, OF_ELIDED, THE
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.words import Words

# Beyond this the logarithm of the odds tells nothing more.
_CERTAIN = 6.0
# A place that speaks more against a person is another thing of the same name (`la région Corvel`).
_LEAST_NAMED, _LEAST_ADDRESSED = -8.0, -4.0
_SHORTEST_LIST = 3
_WIDEST_GAP = 45
_SHORTEST_PIECE = 3  # letters of half a double surname
_SEPARATOR = Pattern(
    r"\s*(?:\([^()\n]{1,30}\)\s*)?(?:,|;|<joint>)\s*(?:\d{1,3}\.\s*|<of>)?",
    joint=AND_OR,
    of=OF_ELIDED,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """What the document tells of a candidate.

    Attributes:
        name: as in ``models/calibration/people.toml``.
        tells: what its number is, in words.
    """

    name: str
    tells: str


FACTS = (
    Fact("here", "the sum of the weights of what is seen here, from -6 to 6"),
    Fact("everywhere", "the mean of these sums over all places with the same words"),
    Fact("best", "the greatest of them"),
    Fact("shown", "1 if something other than the recogniser shows a person here, and it is likely"),
    Fact("shown_elsewhere", "1 if something shows that several words are a person's elsewhere"),
    Fact("surname", "1 if it is the surname in a full name that is likely a person's"),
    Fact("addressed", "1 if it is the surname of one who is addressed by it elsewhere"),
    Fact("listed", "1 in a list of which at least half are likely persons, and none a known place"),
)


class Document:
    """The candidates of one document, heard together."""

    def __init__(self, words: Words, candidates: list[Candidate], lexicon: Lexicon) -> None:
        """Bring together the candidates with the same words, and learn the surnames.

        Args:
            words: the text's words.
            candidates: what may be names, in order, weighed.
            lexicon: the words that tell who is a person.
        """
        self._words = words
        self._lexicon = lexicon
        self._candidates = [c for c in candidates if not c.veto]
        self._keys = [words_key(words, c) for c in self._candidates]
        self._groups: defaultdict[str, list[Candidate]] = defaultdict(list)
        for key, candidate in zip(self._keys, self._candidates, strict=True):
            self._groups[key].append(candidate)
        self._shown: dict[str, list[Candidate]] = {}
        self.surnames: dict[str, bool] = {}
        self._likely = {key for key, group in self._groups.items() if self._learn(key, group)}

    def facts(self) -> Iterable[tuple[Candidate, dict[str, float]]]:
        """What the document tells of each candidate that meets no veto, in order; zeros left out.

        A surname may be named (`surname`) or addressed before it is known whose it is.
        """
        listed, lexicon = self._listed(), self._lexicon
        sums: dict[str, tuple[float, float]] = {}
        for key, group in self._groups.items():
            scores = [_bounded(c.score) for c in group]
            sums[key] = sum(scores) / len(scores), max(scores)
        for key, candidate in zip(self._keys, self._candidates, strict=True):
            mean, best = sums[key]
            facts = {"here": _bounded(candidate.score), "everywhere": mean, "best": best}
            if candidate.strong and candidate.is_likely:
                facts["shown"] = 1.0
            if candidate.end - candidate.start > 1 and self._is_shown_elsewhere(key, candidate):
                facts["shown_elsewhere"] = 1.0
            known = self.surnames.get(key)
            least = _LEAST_NAMED if known else _LEAST_ADDRESSED
            thing = self._is_thing(key) and key not in lexicon.demonyms
            if known is not None and candidate.score > least and not thing:
                facts["surname" if known else "addressed"] = 1.0
            if id(candidate) in listed:
                facts["listed"] = 1.0
            yield candidate, facts

    def decide(self, weights: Weights, least: float) -> list[Candidate]:
        """The candidates that are persons, in order; each learns its facts and its odds.

        Args:
            weights: those of the facts.
            least: the logarithm of the odds from which a candidate is a person.
        """
        kept = []
        for candidate, facts in self.facts():
            candidate.facts = facts
            candidate.odds = weights.weigh(facts)
            if candidate.odds >= least:
                kept.append(candidate)
                if candidate.end - candidate.start == 1:
                    self._take_particle(candidate)
        return kept

    def _learn(self, key: str, group: list[Candidate]) -> bool:
        """Whether the same words are likely a person's; if they are, their surnames are known."""
        mean = sum(c.score for c in group) / len(group)
        shown = [c for c in group if c.strong and c.is_likely]
        self._shown[key] = shown[:2]
        if mean < 0 and not shown:
            return False
        first = group[0]
        if first.end - first.start > 1:
            self._learn_surnames(first)
        elif any(c.honorific and c.is_likely for c in group):
            self.surnames.setdefault(key, False)
        return True

    def _is_shown_elsewhere(self, key: str, candidate: Candidate) -> bool:
        """Whether the same words are shown to be a person's in another place.

        The first two that are shown suffice to tell: one of them is another place.
        """
        return any(other is not candidate for other in self._shown.get(key, ()))

    def _learn_surnames(self, candidate: Candidate) -> None:
        """Every ending of a full name, and the halves of a double surname, are a person's."""
        words = self._words
        if words.lower[candidate.start] in THE:
            return  # `L'ONACVG` has no first name
        name = parse(words.text[words.starts[candidate.start] : words.ends[candidate.end - 1]])
        for cut in range(1, len(name.tokens)):
            surname = " ".join(name.tokens[cut:])
            self.surnames[surname] = True
            self.surnames[surname.removeprefix("al-").removeprefix("el-")] = True
        for piece in name.tokens[-1].split("-"):
            if len(piece) > _SHORTEST_PIECE and not is_common(piece):
                self.surnames.setdefault(piece, True)

    def _take_particle(self, candidate: Candidate) -> None:
        """Begin a surname at its particle where a list or sentence begins (`X, du Plessis`)."""
        words = self._words
        at = candidate.start - 1
        if at < 1 or not words.spaced(candidate.start) or words.spaced(at):
            return
        key = f"{words.lower[at]} {words_key(words, candidate)}"
        if fold(key) in self.surnames and words.gap(at).strip() in {",", "", "."}:
            candidate.start = at

    def _listed(self) -> set[int]:
        """Those that stand in a list of which at least half are persons and none a known place."""
        words = self._words
        won: set[int] = set()
        run: list[int] = []
        candidates, keys = self._candidates, self._keys

        def close() -> None:
            if len(run) < _SHORTEST_LIST or any(self._is_thing(keys[k]) for k in run):
                return
            persons = sum(keys[k] in self._likely or keys[k] in self.surnames for k in run)
            if persons * 2 >= len(run):
                won.update(id(candidates[k]) for k in run)

        for k, candidate in enumerate(candidates):
            if run:
                last = candidates[run[-1]]
                between = words.text[words.ends[last.end - 1] : words.starts[candidate.start]]
                if len(between) > _WIDEST_GAP or not _SEPARATOR.fullmatch(between):
                    close()
                    run.clear()
            run.append(k)
        close()
        return won

    def _is_thing(self, key: str) -> bool:
        """Whether the lexicon has the words as a place, a body, a people or a common noun."""
        lexicon = self._lexicon
        return (
            key in lexicon.places
            or key in lexicon.never_people
            or key in lexicon.demonyms
            or key in lexicon.common
        )


def _bounded(odds: float) -> float:
    return max(-_CERTAIN, min(_CERTAIN, odds))


def words_key(words: Words, candidate: Candidate) -> str:
    """The folded surface of a candidate."""
    surface = words.text[words.starts[candidate.start] : words.ends[candidate.end - 1]]
    return fold(" ".join(surface.split()))
