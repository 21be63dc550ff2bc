"""Past or future, by the verb nearest to an expression; no tagger is asked.

French verbs tell their tense by their endings: ``-ra``, ``-ront``, the infinitive after ``aller``
are future; an auxiliary with a participle is past; ``-ait``, ``-aient``, ``-èrent`` are the past of
stories, which may be of another year. The lexicon
lists the common words that end like verbs, and the words that announce (``prévu``) or recall
(``né``).
"""

from __future__ import annotations

import re

from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import (
    FOR,
    IS,
    PLAIN_OF_TO,
    RELATIVES,
    THAT,
    THE,
    THIS,
    TO,
    WHO,
    WITH_THE_ONE,
    A,
    closed,
)
from hemicycle.knowledge.lists import endings
from hemicycle.reading.verbs import verbs

_PARTICIPLE = re.compile(
    r"\w{1,}(?:é|ée|és|ées|i|is|ie|ies|it|ite|u|ue|us|ues|ert|erts|erte|ertes|int|aint|ort)"
)
# The tenses that forms tell; an imperfect in -ais may be of today's story.
_TENSES = {
    "future": "future",
    "conditional": "future",
    "simple past": "story",
    "imperfect": "story",
    "first imperfect": "",
}
_ADJOINED = re.compile(r"\w{2,}(?:[^t]é|[^t]és|ée|ées)")
_LINKS = (
    closed("determiner", kind=("article", "demonstrative"), number="singular", gender="masculine")
    | closed("preposition", lemma=("en", "depuis", "dès"))
    | WITH_THE_ONE
)
_IMPERFECT = endings("verbs", "imperfect")
_BEFORE_DEADLINE = RELATIVES | frozenset((",", ";", ":"))
_WE_YOU = closed("pronoun", case="subject", person=("1", "2"), number="plural")
_ARTICLES = THE | THIS
_BEFORE_INFINITIVE = PLAIN_OF_TO | FOR | closed("subordinator", lemma="afin")
_STORY_AUXILIARIES = closed("auxiliary", tense="past", person="3")
_WINDOW = 30
_CLAUSE_COST = 4
# How far behind its auxiliary a participle may stand (`a, dès mercredi, démissionné`).
_COMPOUND_REACH = 6
# How far before a deadline the verb stands that sets it, and before a date that `au` ties to it.
_DEADLINE, _AT = 12, 8
_NO_COMPOUND = THE | A | PLAIN_OF_TO | WHO | THAT | {"."}
_CLAUSE_WORDS = WHO | THAT | frozenset((",", ";", ":", "(", ")"))


def find_tense(tokens: Tokens, first: int, stop: int, bound: str = "") -> str:
    """``past``, ``story``, ``future`` or empty, for the tokens from ``first`` up to ``stop``.

    ``depuis`` before it is past whatever the verb, ``d'ici`` and ``pour`` future; a participle
    right before it (``les mesures annoncées mercredi``) is past.

    Args:
        tokens: the text.
        first: index of the expression's first token.
        stop: index behind its last token.
        bound: the bound that stands before it, as the lexicon names it.
    """
    if bound in ("since", "by"):
        return "past" if bound == "since" else "future"
    if _is_deadline(tokens, first, bound):
        return "future"
    opening = first - 1 - (tokens.word(first - 1) in _ARTICLES)
    if tokens.word(opening) in FOR:
        return "" if _is_topic(tokens, opening, stop) else "future"
    aside = _aside(tokens, first)
    before = _nearest(tokens, range(first - 1, max(first - _WINDOW, aside), -1))
    ahead = range(stop, min(stop + _WINDOW, len(tokens)))
    if aside >= 0:
        closing = (index for index in ahead if tokens.words[index] == ",")
        ahead = range(stop, next(closing, ahead.stop))
    after = _nearest(tokens, ahead)
    if before is None:
        return after[1] if after else ""
    if after is None or before[0] <= after[0]:
        return before[1]
    return after[1]


def _is_deadline(tokens: Tokens, first: int, bound: str) -> bool:
    """Whether the verb before, though past, sets what is to come: ``a donné jusqu'au 30 juin``.

    Where no bound says so, the date follows the verb (``a fixé au 30 juin la date limite``).
    """
    ahead = bound in ("until", "BEFORE", "from")
    for index in range(first - 1, max(first - (_DEADLINE if ahead else _AT), -1), -1):
        word = tokens.words[index]
        if _ends_clause(tokens, index, -1) or word in _BEFORE_DEADLINE:
            return False
        if _is_word_of(tokens, index, "sets_ahead"):
            return ahead or tokens.word(first - 1) in TO
        if not _is_word_of(tokens, index, "no_tense") and verb_tense(tokens, index) not in (
            "",
            "past",
        ):
            return False
    return False


def _is_word_of(tokens: Tokens, index: int, name: str) -> bool:
    """Whether the word at an index is a past participle of a verb of a named set."""
    word = tokens.words[index]
    if not _PARTICIPLE.fullmatch(word) or tokens.lexicon.among(
        "before_noun", tokens.word(index - 1)
    ):
        return False
    return any(tokens.lexicon.among(name, verb) for verb in verbs().infinitives(word))


def _is_topic(tokens: Tokens, index: int, stop: int) -> bool:
    """``Pour avril, la hausse est de 2 %`` names what is spoken of, not what is to come."""
    opens = tokens.broken(index) or tokens.word(index - 1) == "."
    return opens and tokens.word(stop) == ","


def _nearest(tokens: Tokens, indices: range) -> tuple[int, str] | None:
    """The cost and the tense of the first verb on the way, None if the sentence ends before it."""
    cost = 0
    for index in indices:
        word = tokens.words[index]
        cost += 1
        if _ends_clause(tokens, index, indices.step):
            return None
        if word in _CLAUSE_WORDS:
            cost += _CLAUSE_COST
            continue
        tense = verb_tense(tokens, index)
        if not tense and indices.step < 0 and _adjoined(tokens, indices, index):
            tense = "past"
        if tense:
            return cost, tense
    return None


def _ends_clause(tokens: Tokens, index: int, step: int) -> bool:
    """Whether what a verb governs ends here: a stop, a line's end, a relative clause ahead."""
    word = tokens.words[index]
    if tokens.broken(index + (step < 0)) or (step > 0 and word in RELATIVES):
        return True
    before = tokens.raw(index - 1)
    initial = len(before) == 1 and before.isupper()
    title = word == "." and (initial or before in ("MM", "Dr", "Me"))
    return word in (".", "!", "?", "…") and not title


def _aside(tokens: Tokens, first: int) -> int:
    """Where the relative clause between commas begins that an expression stands in, -1 if in none:
    the verbs around `X, dont le mandat finit le 31 décembre, a salué` tell nothing of it."""
    for index in range(first - 1, max(first - _WINDOW, 0), -1):
        if tokens.words[index] == "," or _ends_clause(tokens, index, -1):
            return -1
        if tokens.words[index] in RELATIVES and tokens.words[index - 1] == ",":
            return index
    return -1


def verb_tense(tokens: Tokens, index: int) -> str:
    """The tense of the word at an index if it is a verb or a cue, else empty."""
    word = tokens.words[index]
    known = tokens.lexicon
    if known.among("future_cues", word):
        return "future"
    if known.among("past_cues", word):
        return "past"
    if known.among("auxiliaries", word):
        if _IMPERFECT.end(word) or word in _STORY_AUXILIARIES:
            return "story"
        return "past" if _compound(tokens, index) else ""
    if known.among("was_to", word) and any(_is_infinitive(tokens, index + n) for n in (1, 2, 3)):
        return "future"  # `il devait s'envoler samedi`
    if known.among("going", word):
        return "future" if any(_is_infinitive(tokens, index + n) for n in (1, 2)) else ""
    if len(word) < 3 or _is_name(tokens, index):
        return ""
    form = verbs().form(word)
    if form in _TENSES:
        return _TENSES[form]
    before = tokens.word(index - 1)
    if form == "plural imperfect":
        return "past" if before in _WE_YOU else ""
    if form == "infinitive" and before in _BEFORE_INFINITIVE:
        # `a reculé, pour atteindre 3 %` says what came of it, not what is to come.
        result = known.among("results", word) and before in FOR
        return "" if result else "future"
    return ""


def _is_name(tokens: Tokens, index: int) -> bool:
    """Whether a word has a capital that does not open a sentence."""
    if not tokens.raw(index)[0].isupper():
        return False
    return not (tokens.broken(index) or tokens.word(index - 1) in (".", "!", "?", "…", "«", "»"))


def _is_infinitive(tokens: Tokens, index: int) -> bool:
    return verbs().form(tokens.word(index)) == "infinitive"


def _adjoined(tokens: Tokens, indices: range, index: int) -> bool:
    """Whether a word is a participle that the date follows, with no more than articles between."""
    word = tokens.words[index]
    known = tokens.lexicon
    if known.among("before_noun", tokens.word(index - 1)):
        return False  # `réunira son parti vendredi`
    regular = _ADJOINED.fullmatch(word) and not known.among("not_participles", word)
    if not regular and not known.among("participles", word):
        return False
    if any(known.among("future_cues", tokens.word(index - n)) for n in (0, 1, 2)):
        return False
    return all(tokens.words[between] in _LINKS for between in range(index + 1, indices.start + 1))


def _compound(tokens: Tokens, index: int) -> bool:
    """Whether a participle follows the auxiliary, adverbs between allowed."""
    word = tokens.words[index]
    for offset in range(1, _COMPOUND_REACH):
        following = tokens.word(index + offset)
        if _PARTICIPLE.fullmatch(following) and not tokens.lexicon.among(
            "like_participles", following
        ):
            return word not in IS or not tokens.lexicon.among("future_cues", following)
        if following in _NO_COMPOUND:
            return False
    return False
