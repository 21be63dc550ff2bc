"""Policy topics of a document, by the major topics of the Comparative Agendas Project.

Each term of ``models/lexicons/themes.csv`` weighs for its topic; a term that comes again adds less
each time (logarithm of its count), so that one word said often does not drown what the rest of the
text is about. A document has the topics that weigh enough, and enough beside its heaviest one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log1p, log2

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotation.reading import text_of
from pipeline.annotation.values import THEMES, Theme
from pipeline.resources import load_csv

_NOTHING = "-"


@Language.factory(
    "hemicycle_themes",
    default_config={"least_weight": 1.9, "least_share": 0.3, "most": 5},
    retokenizes=False,
)
def create_themes(
    nlp: Language, name: str, least_weight: float, least_share: float, most: int
) -> ThemeTagger:
    """The factory of the component ``hemicycle_themes``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        least_weight: a topic of less weight is none.
        least_share: nor is one that weighs less than this share of the heaviest.
        most: the most topics of one document.
    """
    return ThemeTagger(least_weight, least_share, most)


class ThemeTagger:
    """Sets ``doc._.themes``."""

    def __init__(self, least_weight: float, least_share: float, most: int) -> None:
        """Read the lexicon and the labels; arguments as for :func:`create_themes`."""
        from pipeline.annotation.terms import TermFinder

        THEMES.register()
        self._least_weight = least_weight
        self._least_share = least_share
        self._most = most
        self._labels = {row["code"]: row["label"] for row in load_csv("taxonomies", "cap.csv")}
        self._terms: TermFinder[tuple[str, float]] = TermFinder()
        for row in load_csv("lexicons", "themes.csv"):
            self._terms.add(row["term"], (row["code"], float(row["weight"] or 0)))

    def __call__(self, doc: Doc) -> Doc:
        """Tag a document."""
        counts: Counter[tuple[str, str]] = Counter()
        weights: dict[tuple[str, str], float] = {}
        for found in self._terms.find(text_of(doc)):
            for code, weight in found.values:
                if code != _NOTHING:
                    counts[code, found.term] += 1
                    weights[code, found.term] = weight
        shares: dict[str, dict[str, float]] = defaultdict(dict)
        for (code, term), count in counts.items():
            shares[code][term] = weights[code, term] * log2(1 + count)
        doc._.themes = self._rank(shares)
        return doc

    def _rank(self, shares: dict[str, dict[str, float]]) -> list[Theme]:
        totals = {code: sum(terms.values()) for code, terms in shares.items()}
        heaviest = max(totals.values(), default=0.0)
        kept = sorted(
            (
                (code, total)
                for code, total in totals.items()
                if total >= self._least_weight and total >= self._least_share * heaviest
            ),
            key=lambda item: (-item[1], int(item[0])),
        )
        return [
            Theme(
                code,
                self._labels[code],
                min(1.0, log1p(total) / log1p(total + 2.0)),
                rank,
                _heaviest(shares[code]),
            )
            for rank, (code, total) in enumerate(kept[: self._most], start=1)
        ]

    def to_disk(self, path: object, exclude: object = ()) -> None:
        """Nothing to write: all knowledge is in ``models/``."""

    def from_disk(self, path: object, exclude: object = ()) -> ThemeTagger:
        """Nothing to read."""
        return self


def _heaviest(terms: dict[str, float], number: int = 6) -> list[str]:
    return sorted(terms, key=lambda term: (-terms[term], term))[:number]
