"""What ``hemicycle calibrate`` fits of quotations: how likely a row is right in what it fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from hemicycle.annotation.linear import chance
from hemicycle.annotation.loading import load
from hemicycle.annotation.quotes.component import JudgedQuote, QuoteFinder
from hemicycle.annotation.quotes.features import FILE, QUOTE_FEATURES, TABLE
from hemicycle.evaluation.fitting import judge
from hemicycle.evaluation.gold import GoldDocument, annotated_for
from hemicycle.evaluation.weights import Fitted, fit_table
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.quotes import QUOTES
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.kinds.wording import same_words
from hemicycle.knowledge.use import load_toml

_LETTER = "Q"
# The annotated texts are clearer than those of the world, to whose rows the priors were fitted: the
# weights are held to these, whatever would suit the clear texts better.
_RIDGE = 300.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A quotation that the annotations judge.

    Attributes:
        document: the text's name.
        seen: the features that hold of it.
        right: whether somebody is quoted there, and nobody else than it says.
    """

    document: str
    seen: tuple[str, ...]
    right: bool


def read_quotes(golds: Sequence[GoldDocument]) -> list[Judged]:
    """The judged quotations of the texts whose quotations are annotated, in order."""
    nlp = load(["ner", "hemicycle_people", "hemicycle_speeches"])
    finder = QuoteFinder()
    judged: list[Judged] = []
    for gold, doc in annotated_for(QUOTES.name, golds, nlp):
        people, turns = list(PEOPLE.read(doc)), list(SPEECHES.read(doc))
        judged.extend(
            Judged(gold.name, quote.seen, _is_right(quote, gold))
            for quote in finder.judged(gold.text, people, turns)
        )
    return judged


def _is_right(quote: JudgedQuote, gold: GoldDocument) -> bool:
    for annotation in gold.of_letters(_LETTER):
        if annotation.start < quote.end and quote.start < annotation.end:
            return not quote.speaker or same_words(annotation.value, quote.speaker)
    return False


def fit_quotes(judged: Sequence[Judged]) -> Fitted:
    """The weights, with what cross-validation over documents says of them."""
    return fit_table(
        TABLE,
        [feature.name for feature in QUOTE_FEATURES],
        load_toml(*FILE)[TABLE],
        [dict.fromkeys(quote.seen, 1.0) for quote in judged],
        [quote.right for quote in judged],
        [quote.document for quote in judged],
        choose=partial(judge, ridge=_RIDGE),
    )


def judged_quotes(judged: Sequence[Judged]) -> Iterator[tuple[float, bool]]:
    """Of each row, its confidence by weights fitted without its document, and if it is right."""
    odds = fit_quotes(judged).odds
    return (
        (chance(float(one)), quote.right)
        for one, quote in zip(odds, judged, strict=True)
        if one >= 0
    )
