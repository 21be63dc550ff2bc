"""Which of the phrases around an amount says what it measures: weights over what is seen of each.

The weights are fitted to annotated texts by ``hemicycle calibrate``; they stand in
``models/calibration/amounts.toml``. The likeliest is then weighed with what the row knows
(:mod:`.trust`), and refused if it is less likely right than not: an empty cell is better than a
wrong one. What the rules give first is weighed alone where it is sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from hemicycle.annotation.amounts import trust
from hemicycle.annotation.amounts.candidates import Candidate, Place, others
from hemicycle.annotation.amounts.lexicon import SIGNS
from hemicycle.annotation.amounts.quantity import Offer
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.annotation.linear import Weights, load_weights
from hemicycle.knowledge.grammar import ARTICLES_TOLD, A
from hemicycle.knowledge.made import per_knowledge
from hemicycle.reading.nounphrases import Phrase
from hemicycle.reading.verbs import FIRST_GROUP_PARTICIPLE

FILE = ("calibration", "amounts.toml")
TABLE = "measure"
# The logarithm of the odds from which on no other phrase is looked at: on the annotated texts none
# was likelier beside one that the rules give and that is more likely right than not.
_SURE = 0.3
_NEAR, _FAR = 2, 8  # words
_LONG = 5
_MARKS = frozenset((",", ";", ":", "(", ")", "–", "—", "\n"))

#: Where a phrase was found.
SOURCES = {
    "behind": "`de` and a noun behind the amount (`20 % des électeurs`)",
    "object": "the object of a verb that moves or values it (`évalue à 2 M€ le coût`)",
    "announced": "the subject of a participle that opens the sentence (`Estimé à 2 M€, le coût`)",
    "tied": "a noun before, or the subject of a verb before (`un taux de 3 %`, `le coût atteint`)",
    "purpose": "what the money is for (`5 M€ pour les écoles`)",
    "ellipsis": "a list or an apposition without a verb (`le tunnel 120 M€`)",
    "opening": "the noun phrase that opens the sentence, taken up by a pronoun",
    "pronoun": "the measure of an amount before, taken up by a pronoun (`il atteint 3 %`)",
    "among": "the measure of an amount before, taken up by `d'entre eux`",
    "previous": "the measure of the amount before it in the sentence",
    "stated": "the measure of the last amount of the sentence before",
    "subject": "the subject of the nearest verb before",
    "nearest": "the nearest noun phrase before",
    "topic": "what opens the sentence behind `pour`, `concernant` (`Pour le riz, on paiera 4 €`)",
    "label": "what opens the line before a colon",
}

#: What is seen of a phrase beside its source.
FEATURES = {
    **SOURCES,
    "rule": "the order of the rules gives it",
    "rule_behind": "they give what stands behind",
    "rule_tied": "they give what is tied before",
    "rule_previous": "they give the measure of the amount before",
    "alone": "the rules give nothing",
    "alone_nearest": "they give nothing, and it is the nearest before",
    "alone_subject": "they give nothing, and it is the subject of the nearest verb",
    "alone_previous": "they give nothing, and the amount before measures it",
    "share_behind": "it stands behind a share (`20 % des électeurs`)",
    "money_behind": "it stands behind money (`3 M€ de dettes`)",
    "near": "at most two words stand between it and the amount",
    "far": "more than eight words stand between",
    "mark_between": "a comma, colon or bracket stands between",
    "figure_between": "a figure stands between",
    "quantity_noun": "its first noun names a quantity (`taux`, `coût`)",
    "rate_for_share": "a share, and its first noun names a rate",
    "rate_for_money": "money, and its first noun names a rate",
    "cost_for_money": "money, and its first noun names a cost",
    "cost_for_share": "a share, and its first noun names a cost",
    "base_noun": "its first noun is what shares are told of (`PIB`)",
    "time_noun": "its first noun is one of time",
    "name": "it begins with a capital",
    "verbal": "its first or last word is likely a verb",
    "no_noun": "it is a lone participle without a determiner",
    "governed": "a preposition stands before it",
    "definite": "a definite article stands before it",
    "indefinite": "an indefinite article stands before it",
    "bare": "no determiner stands before it",
    "one_word": "it is one word",
    "long": "it has five words or more",
    "of_previous": "the amount before measures it",
    "other_kind": "it is the measure of an amount of another kind",
    "other_unit": "it is the measure of an amount of another unit",
}
_BY_RULE = frozenset(name for name in FEATURES if name.startswith(("rule_", "alone_")))
# What features call the kinds of amounts that nouns fit.
_TOLD = {"percent": "share", "money": "money"}


def chosen(place: Place, first: Candidate | None, *, every: bool = False) -> Candidate | None:
    """The likeliest phrase, None if none is more likely right than not.

    What was weighed stays with the quantity.

    Args:
        place: the amount.
        first: what the rules give, None for nothing.
        every: weigh the others also where the first is sure.
    """
    known = weights()
    best, best_odds = None, 0.0
    offers: list[Offer] = []
    for candidate in _offered(place, first):
        names = tuple(seen(place, candidate, alone=first is None))
        odds = known.score(names)
        offers.append(_offer(place.s, candidate, names, odds))
        if best is None or odds > best_odds:
            best, best_odds = candidate, odds
        if candidate.rule and odds > _SURE and not every:
            break
    place.quantity.offers = tuple(offers)
    if best is None:
        return None
    place.quantity.phrase_odds = best_odds
    trust.weigh_measure(place.quantity, best.like)
    return best if trust.keeps(place.quantity.facts) else None


def _offered(place: Place, first: Candidate | None) -> Iterator[Candidate]:
    if first is not None:
        yield first
    if place.quantity.kind != "count":
        yield from others(place, first)


def _offer(s: Sentence, candidate: Candidate, names: tuple[str, ...], odds: float) -> Offer:
    like = candidate.like
    words = s.written(*candidate.phrase) if like is None else like.measure
    return Offer(words, candidate.start(s), names, odds)


def seen(place: Place, candidate: Candidate, *, alone: bool) -> Iterator[str]:
    """The names of the features that hold of a phrase.

    Args:
        place: the amount.
        candidate: the phrase.
        alone: do the rules give nothing?
    """
    yield candidate.source
    if candidate.rule or alone:
        given = "rule" if candidate.rule else "alone"
        yield given
        if f"{given}_{candidate.source}" in _BY_RULE:
            yield f"{given}_{candidate.source}"
    if candidate.like is not None:
        yield from _seen_of_amount(place, candidate)
    else:
        yield from _seen_of_place(place, candidate.phrase)
        yield from _seen_of_noun(place, candidate.phrase)
        yield from _seen_of_article(place.s, candidate)


def _seen_of_amount(place: Place, candidate: Candidate) -> Iterator[str]:
    like, quantity = candidate.like, place.quantity
    assert like is not None
    if like.kind != quantity.kind:
        yield "other_kind"
    elif like.unit != quantity.unit:
        yield "other_unit"
    if like is place.previous:
        yield from _seen_between(place.s, place.s.at(like.end), place.at)


def _seen_of_place(place: Place, phrase: Phrase) -> Iterator[str]:
    s, quantity = place.s, place.quantity
    if phrase.first >= place.stop:
        if quantity.kind == "percent":
            yield "share_behind"
        elif quantity.kind == "money":
            yield "money_behind"
        yield from _seen_between(s, place.stop, phrase.first)
    else:
        yield from _seen_between(s, phrase.stop, place.at)
    previous = place.previous
    if previous is not None and previous.measure_start == s.starts[phrase.first]:
        yield "of_previous"


def _seen_between(s: Sentence, low: int, high: int) -> Iterator[str]:
    """What stands between two indices."""
    if high - low <= _NEAR:
        yield "near"
    elif high - low > _FAR:
        yield "far"
    between = s.words[low:high]
    if not _MARKS.isdisjoint(between):
        yield "mark_between"
    if any(word[0].isdigit() for word in between):
        yield "figure_between"


def _seen_of_noun(place: Place, phrase: Phrase) -> Iterator[str]:
    s = place.s
    known, head = s.known, s.words[phrase.first]
    if head in known.measure.quantities:
        yield "quantity_noun"
    told = _TOLD.get(place.quantity.kind)
    if told and head in known.choice.rates:
        yield f"rate_for_{told}"
    if told and head in known.choice.costs:
        yield f"cost_for_{told}"
    if head in known.measure.ratio_bases:
        yield "base_noun"
    if head in known.nouns.times:
        yield "time_noun"
    if s.raw(phrase.first)[:1].isupper():
        yield "name"
    last = s.words[phrase.stop - 1]
    if known.verbs.is_predicate(head) or known.verbs.is_predicate(last) or head in SIGNS:
        yield "verbal"
    size = phrase.stop - phrase.first
    if size == 1:
        yield "one_word"
        if _is_no_noun(s, phrase.first):
            yield "no_noun"
    elif size >= _LONG:
        yield "long"


def _is_no_noun(s: Sentence, at: int) -> bool:
    low = s.words[at]
    bare = s.word(at - 1) not in s.known.nouns.determiners
    return bare and low.endswith(FIRST_GROUP_PARTICIPLE) and bool(s.known.verbs.infinitives(low))


def _seen_of_article(s: Sentence, candidate: Candidate) -> Iterator[str]:
    phrase, source = candidate.phrase, candidate.source
    before = s.word(phrase.first - 1)
    if before in ARTICLES_TOLD:
        yield "definite"
    elif before in A:
        yield "indefinite"
    elif before not in s.known.nouns.determiners and source != "behind":
        yield "bare"  # behind a share none stands (`26 % de femmes`)
    # A preposition governs each purpose.
    if source != "purpose" and s.known.nouns.governor(s, phrase.first) >= 0:
        yield "governed"


@per_knowledge
def weights() -> Weights:
    """The fitted weights.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, TABLE)
