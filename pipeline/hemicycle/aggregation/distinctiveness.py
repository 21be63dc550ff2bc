"""Which keywords set one group of documents apart from the rest of the corpus.

The measure is the z-score of the log-odds ratio with an informative Dirichlet prior: B. L. Monroe,
M. P. Colaresi, K. M. Quinn, "Fightin' Words: Lexical Feature Selection and Evaluation for
Identifying the Content of Political Conflict", Political Analysis 16(4), 2008, equations 16 to 22.
The prior of a keyword is its own count in the whole corpus, scaled so that all priors together
weigh as much as an average group; it draws what is rare towards zero, where plain ratios are wild.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log, sqrt

from hemicycle.tables.registry import Row, plain_number

Group = tuple[str, str]
"""Name of the grouping (`speaker`, `period`) and the group in it."""
_KEPT = 25


class Distinctiveness:
    """Counts keywords by group of documents, and scores them."""

    def __init__(self) -> None:
        self._counts: dict[Group, Counter[str]] = {}

    def add(self, groups: Iterable[Group], keywords: Iterable[Mapping[str, str]]) -> None:
        """Count the keywords of a document in each of its groups; unnamed groups are left out."""
        found: Counter[str] = Counter()
        for row in keywords:
            found[row["keyword"]] += int(row["count"])
        for group in groups:
            if group[1]:
                self._counts.setdefault(group, Counter()).update(found)

    def rows(self) -> Iterator[Row]:
        """The most distinctive keywords of each group, strongest first; those above zero only."""
        for grouping in sorted({grouping for grouping, _ in self._counts}):
            groups = {g: c for (name, g), c in sorted(self._counts.items()) if name == grouping}
            whole: Counter[str] = Counter()
            for counts in groups.values():
                whole.update(counts)
            for group, counts in groups.items():
                scores = log_odds(counts, whole, len(groups))
                best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:_KEPT]
                for keyword, score in best:
                    if score > 0:
                        inside = counts[keyword]
                        numbers = [str(inside), str(whole[keyword] - inside)]
                        cell = plain_number(round(score, 4))
                        yield [grouping, group, keyword, *numbers, cell]


def log_odds(inside: Mapping[str, int], whole: Mapping[str, int], groups: int) -> dict[str, float]:
    """z-scores of the keywords of one group against the rest.

    Args:
        inside: counts in the group.
        whole: counts in all groups together, this one included.
        groups: how many groups there are; a single one has nothing to stand apart from.

    Returns:
        The score of each keyword of ``inside``: above 0 where the group has more of it.
    """
    n_inside = sum(inside.values())
    n_whole = sum(whole.values())
    n_outside = n_whole - n_inside
    if groups < 2 or not n_outside or not n_inside:
        return {}
    prior_weight = n_whole / groups
    scores = {}
    for keyword, count in inside.items():
        prior = whole[keyword] / groups
        a = count + prior
        b = whole[keyword] - count + prior
        rest_a = n_inside + prior_weight - a
        rest_b = n_outside + prior_weight - b
        if rest_a > 0 and rest_b > 0:
            scores[keyword] = (log(a / rest_a) - log(b / rest_b)) / sqrt(1 / a + 1 / b)
    return scores
