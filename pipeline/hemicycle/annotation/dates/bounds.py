"""What the words before an expression make of it: ``avant``, ``depuis``, ``d'ici``, ``pendant``."""

from __future__ import annotations

from datetime import date

from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import JOINING, PLAIN_OF, PLAIN_TO, THE_ONE, THIS, UNTIL

_OF_ONE_HELD = THE_ONE | THIS | PLAIN_TO

# Hours between which things are held; less is rather how long they are.
_EARLIEST, _LATEST = 7, 24
# Words before `jusqu'à 2 heures` among which one tells that it lasts so long.
_LASTING = 5


def bound_before(tokens: Tokens, first: int) -> str:
    """The bound that the words before token ``first`` set, as the lexicon names it, or empty.

    Articles and prepositions between are skipped: ``à partir du``, ``jusqu'en``, ``avant la fin``.
    """
    index = first - 1
    for _ in range(4):
        word = tokens.word(index)
        for words, bound in tokens.lexicon.bounds.get(word, ()):
            if all(tokens.word(index - len(words) + 1 + n) == w for n, w in enumerate(words)):
                return bound
        if word not in JOINING and not tokens.lexicon.among("period_nouns", word):
            return ""
        index -= 1
    return ""


def bounded(days: tuple[date, date], bound: str, today: date | None) -> tuple[str, str, str]:
    """The TIMEX3 mod and the first and last ISO day of a bounded date.

    Args:
        days: what the date covers by itself.
        bound: ``BEFORE``, ``AFTER``, ``APPROX``, ``since``, ``from``, ``until``, ``by`` or empty.
        today: the document's date.

    Returns:
        mod (empty if TIMEX3 has none), begin and end (empty where open).
    """
    first, last = days[0].isoformat(), days[1].isoformat()
    if bound == "BEFORE":
        return "BEFORE", "", first
    if bound == "AFTER":
        return "AFTER", last, ""
    if bound == "since":
        return "", first, today.isoformat() if today and today >= days[0] else ""
    if bound == "from":
        return "ON_OR_AFTER", first, ""
    if bound == "until":
        return "ON_OR_BEFORE", "", last
    if bound == "by":
        return "ON_OR_BEFORE", today.isoformat() if today and today <= days[1] else "", last
    return ("APPROX" if bound == "APPROX" else ""), first, last


def is_appointment(tokens: Tokens, index: int) -> bool:
    """Whether hours from an index on are when something is held: ``Séance de 9 heures 30``, ``la
    réunion de 15 heures``; ``une réunion de deux heures`` is as long."""
    if tokens.word(index - 1) not in PLAIN_OF or not tokens.lexicon.among(
        "held", tokens.word(index - 2)
    ):
        return False
    hours = tokens.cardinal(index)
    if hours is None or not _EARLIEST <= hours[0] <= _LATEST:
        return False
    if not tokens.among("hours", hours[1]):
        return False
    known = tokens.broken(index - 2) or tokens.word(index - 3) in _OF_ONE_HELD
    return known or tokens.figures(hours[1] + 1) is not None


def _lasts_until(tokens: Tokens, index: int) -> bool:
    """Whether few hours behind ``jusqu'à`` are a length (``une attente de jusqu'à 2 heures``); more
    are a time of the day (``attendre jusqu'à 18 heures``)."""
    number = tokens.cardinal(index)
    if number is None or number[0] >= _EARLIEST:
        return False
    near = (tokens.word(at) for at in range(max(0, index - _LASTING), index - 1))
    return any(tokens.lexicon.among("lasting", word) for word in near)


def is_long(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether two hours with one sign are a length of time, by the words around them.

    Args:
        tokens: those of the text.
        index: the first of the two.
        stop: the token behind them.
    """
    told = tokens.lexicon.among("after_length", tokens.word(stop))
    return told or asks_length(tokens, index)


def asks_length(tokens: Tokens, index: int) -> bool:
    """Whether the words before an index ask for a length of time (``pendant``, ``durée de``)."""
    before, known = tokens.word(index - 1), tokens.lexicon
    if before in PLAIN_TO:
        opening = tokens.word(index - 2)
        lasts = opening in UNTIL and _lasts_until(tokens, index)
        return lasts or known.among("limits", opening)
    if is_appointment(tokens, index):
        return False
    if before in PLAIN_OF:
        before = tokens.word(index - 2)
    return known.among("before_length", before)
