"""How likely what a row fills is right: its measure, by the odds of the phrase that was chosen and
what the row knows beside; its date, by where it stands. A cell likelier wrong is left empty, and
``confidence`` is the chance that both cells are right.

Each feature is a fact of the row and its sentence; their weights are fitted to rows of real texts
that were judged (``hemicycle calibrate``) and stand in ``models/calibration/amounts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from hemicycle.annotation.amounts import clauses
from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.linear import Weights, chance, load_weights
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "amounts.toml")
KEPT, DATED = "kept", "dated"
# Characters between an amount and its date.
_FAR = 40
# Characters before a date that opens its sentence (`Au cours de l'année 2025, …`).
_OPENING = 24
# A measure whose odds are beyond this is no surer.
SUREST = 4.0
# From which logarithm of its odds a phrase is kept. They are told by annotated texts on which rules
# were mended: on texts that came later they were about as much too high.
_KEPT_FROM = 0.7
# The same of a date: below it about half of them were wrong.
_DATED_FROM = 0.5
# What is told of a row that fills neither cell: its value and unit were right as often on texts
# that nothing was fitted to (142 of 154 rows).
_UNFILLED = 0.9
_MARK = re.compile(r"[,;:()–—\n]")
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|W(?:\d\d|XX))-\d+.*")
_NOW = r"<now>\b"
# A determiner of what is known before a count.
_KNOWN = r"(?<!\w)<known><_>\Z"
_OF = re.compile(r"(?<!\w)([^\W\d_]{3,})\s(?:de\s|d['’])\Z", re.IGNORECASE)
_BEFORE = 40

#: What is seen of a row with a measure.
OF_MEASURE = {
    "phrase_odds": "the logarithm of the odds of its phrase, where it was weighed",
    "counted_noun": "its measure is the noun that it counts (`577 députés`)",
    "taken_up": "its measure is that of the amount whose unit it takes up",
    "phrase_apart": "a comma, colon or bracket stands between it and its phrase",
    "phrase_behind": "its phrase stands behind it (`20 % des électeurs`)",
    "of_unsure": "it measures what another amount does, and that is less sure",
}

# What is seen of the phrase (`choice.FEATURES`) that tells of the row too.
_OF_PHRASE = {"mark_between": "phrase_apart", "behind": "phrase_behind"}

#: What is seen of a row with a date.
OF_DATE = {
    "date_ahead": "the date stands before the amount, but opens no sentence",
    "date_opens": "the date opens the sentence (`En 2025, le taux …`)",
    "date_further": "more than forty characters stand between, unless it opens the sentence",
    "date_behind_mark": "a comma, colon or bracket does",
    "date_behind_stop": "a semicolon stands between, wherever it stands",
    "date_behind_verb": "a finite verb does",
    "date_behind_amount": "another amount of the sentence does, wherever it stands",
    "date_day": "it is a day, as what has happened has one; not `aujourd'hui`",
    "date_compared": "its date is that of what it is compared with",
    "date_definite": "it counts what is known (`les 27 États membres`)",
    "date_of_noun": "it is tied to a noun by `de` (`un sac de 50 kilos`)",
    "date_bracket": "it stands in a bracket that the amount stands outside of",
    "date_from": "its date is that from which it holds (`à compter du 1er mai`)",
}


def facts_of_measure(q: Quantity, like: Quantity | None = None) -> dict[str, float]:
    """The features of a row with their numbers; absent ones are 0.

    Args:
        q: the amount; the odds of its phrase are in ``phrase_odds``, if it was weighed.
        like: the amount whose measure it takes up.
    """
    if q.phrase_odds is None:
        counted = q.measure_start is not None and q.start <= q.measure_start < q.end
        return {"counted_noun" if counted else "taken_up": 1.0}
    best = max(q.offers, key=lambda offer: offer.odds, default=None)
    facts = facts_of_phrase(() if best is None else best.seen, q.phrase_odds)
    if like is not None and like.odds is not None and like.odds < facts["phrase_odds"]:
        facts["of_unsure"] = facts["phrase_odds"] - like.odds
    return facts


def facts_of_phrase(seen: Collection[str], odds: float) -> dict[str, float]:
    """What a phrase that was weighed tells of its row.

    Args:
        seen: the features that hold of it (``choice.FEATURES``).
        odds: the logarithm of its odds.
    """
    told = {_OF_PHRASE[name]: 1.0 for name in seen if name in _OF_PHRASE}
    if "base_noun" in seen:
        told.pop("phrase_behind", None)  # `113 % du PIB` measures something else
    return {"phrase_odds": max(-SUREST, min(odds, SUREST)), **told}


def keeps(facts: Mapping[str, float]) -> bool:
    """Whether a row keeps its measure: what was not weighed, and a phrase that is likely enough.

    Args:
        facts: those of :func:`facts_of_measure`.
    """
    odds = facts.get("phrase_odds")
    return odds is None or odds - facts.get("of_unsure", 0.0) / 2 > _KEPT_FROM


def dates(odds: float) -> bool:
    """Whether a row keeps its date: one that is likely enough.

    Args:
        odds: their logarithm.
    """
    return odds > _DATED_FROM


def weigh_measure(q: Quantity, like: Quantity | None = None) -> float:
    """The logarithm of the odds that a row's measure is right; they and what told so stay with the
    quantity. The arguments are those of :func:`facts_of_measure`."""
    q.facts = facts_of_measure(q, like)
    q.odds = measure_weights().weigh(q.facts)
    return q.odds


def facts_of_date(text: str, begin: int, q: Quantity, others: Sequence[Quantity]) -> Iterator[str]:
    """The names of the features that hold of a row's date.

    Args:
        text: the document.
        begin: where the sentence begins.
        q: the amount, which has a date.
        others: the amounts of its sentence.
    """
    if q.date_paired:
        return
    start, end = _gap(q)
    between = text[start:end]
    if _is_day(text, q):
        yield "date_day"
    if start != q.end and (q.date_start or 0) - begin <= _OPENING:
        yield "date_opens"  # a frame for all that follows, however far
    else:
        yield from _seen_between(between, ahead=start != q.end)
    if ";" in between:
        yield "date_behind_stop"
    if any(start <= other.start < end for other in others if other is not q):
        yield "date_behind_amount"
    if _in_bracket(between, ahead=start == q.end):
        yield "date_bracket"
    known = lexicon().dating.pattern(_KNOWN)
    if q.kind == "count" and known.search(text, max(0, q.start - _BEFORE), q.start):
        yield "date_definite"
    elif q.kind != "percent" and _of_noun(text, q):
        yield "date_of_noun"
    if q.date_role in ("compared", "from"):
        yield f"date_{q.date_role}"


def _is_day(text: str, q: Quantity) -> bool:
    """Is its date a day, but not that of the document told by a word (``aujourd'hui``)?"""
    if _DAY.fullmatch(q.date) is None:
        return False
    return lexicon().dating.pattern(_NOW).match(text, q.date_start or 0) is None


def _seen_between(between: str, *, ahead: bool) -> Iterator[str]:
    """What stands between an amount and a date that is no frame of its sentence."""
    if ahead:
        yield "date_ahead"
    if len(between) > _FAR:
        yield "date_further"
    if _MARK.search(between) is not None:
        yield "date_behind_mark"
    if clauses.has_verb(between):
        yield "date_behind_verb"


def _in_bracket(between: str, *, ahead: bool) -> bool:
    """Does a bracket around the date alone open or close between the two?"""
    opened = between.count("(") - between.count(")")
    return opened > 0 if ahead else opened < 0


def _of_noun(text: str, q: Quantity) -> bool:
    """Is it tied by ``de`` to a noun that names neither a quantity nor a change?"""
    tied = _OF.search(text, max(0, q.left - _BEFORE), q.left)
    if tied is None:
        return False
    noun, known = tied[1].lower(), lexicon()
    measure = known.measure
    if noun in measure.quantities or noun in measure.hollow or noun in measure.changes:
        return False
    return known.nouns.is_content(noun) and not known.verbs.is_predicate(noun)


def _gap(q: Quantity) -> tuple[int, int]:
    """What stands between an amount and its date, as two places."""
    start = q.date_start if q.date_start is not None else q.start
    return (q.end, start) if start >= q.end else (min(start + len(q.date), q.start), q.start)


def refine(text: str, begin: int, group: Sequence[Quantity], *, every: bool = False) -> None:
    """Empty the dates of a sentence's rows that are likelier wrong than right, and set how sure
    the rows are.

    Args:
        text: the document.
        begin: where the sentence begins.
        group: its amounts, in order, complete.
        every: leave all dates.
    """
    for q in group:
        sure = 1.0
        if q.measure:
            sure *= chance(weigh_measure(q) if q.odds is None else q.odds)
        if q.date:
            q.date_facts = tuple(facts_of_date(text, begin, q, group))
            odds = date_weights().score(q.date_facts)
            if dates(odds) or every:
                sure *= chance(odds)
            else:
                q.date, q.date_role, q.date_start = "", "", None
        q.confidence = round(sure if q.measure or q.date else _UNFILLED, 2)


@per_knowledge
def measure_weights() -> Weights:
    """The fitted weights of a row's measure.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, KEPT)


@per_knowledge
def date_weights() -> Weights:
    """The same of its date."""
    return load_weights(FILE, DATED)
