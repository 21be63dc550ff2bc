"""What stands around an amount: the noun that it counts, the complement behind it, the object of
the verb that it goes with."""

from __future__ import annotations

from hemicycle.annotation.amounts import extent, measure_verbs, rates, ties
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import AND_OR, BY, OF, PLAIN_OF_TO, PLAIN_TO
from hemicycle.reading.nounphrases import NOTHING, Phrase
from hemicycle.reading.verbs import PARTICIPLE

_NEXT = 20
_PLURAL_PARTICIPLES = tuple(f"{end}s" for end in PARTICIPLE if not end.endswith("s"))


def counted(s: Sentence, quantity: Quantity) -> Phrase:
    """The phrase that a count names behind its number, empty if it has none.

    Args:
        s: all words of the sentence, also those that say when.
        quantity: the count.
    """
    noun = s.at(quantity.number.end)
    while s.word(noun) in s.known.measure.before_counted:
        noun += 1
    return extent.with_lack(s, _with_second(s, s.known.nouns.forward(s, noun, plural_head=True)))


def fate(s: Sentence, found: Phrase) -> int:
    """``60 personnes sont mortes``, ``300 personnes ont été arrêtées``: of people without another
    name, the index of the participle that says what became of them; -1 if none does.

    Args:
        s: the words of the sentence.
        found: the phrase that is counted.
    """
    known, at = s.known, found.stop
    if found.stop - found.first > 1 or s.words[found.first] not in known.counts.anybody:
        return -1
    while s.word(at) in known.nouns.auxiliaries or s.word(at) in known.nouns.adverbs:
        at += 1
    became = any(word in known.counts.became for word in s.words[found.stop : at])
    told = s.word(at).endswith(_PLURAL_PARTICIPLES) or s.word(at) in known.counts.fates
    return at if became and told else -1


def _with_second(s: Sentence, found: Phrase) -> Phrase:
    """``écoles et établissements non clôturés``: two nouns are counted together."""
    nouns = s.known.nouns
    second = s.word(found.stop + 1)
    if not found or s.word(found.stop) not in AND_OR or second[-1:] not in ("s", "x"):
        return found
    if not nouns.is_content(second) or nouns.is_predicate(s, found.stop + 1):
        return found
    more = nouns.forward(s, found.stop + 1, plural_head=True)
    stop = more.stop
    if s.word(stop) in s.known.nouns.denying and s.word(stop + 1).endswith(PARTICIPLE):
        stop += 2
    return Phrase(found.first, stop) if more else found


def behind(s: Sentence, stop: int) -> Phrase:
    """``… de réserves``, ``… des électeurs``, ``… par an de dotation``."""
    stop += s.word(stop) in ("»", '"', "”")
    if s.word(stop) in BY and s.word(stop + 2) in OF:
        stop += 2
    elif s.word(stop) in s.known.measure.behind_share and s.word(stop + 1) in OF:
        stop += 1  # `18 % seulement des visites`
    if s.word(stop) not in OF:
        return NOTHING
    at = stop + 1
    while s.word(at) in s.known.nouns.determiners or s.word(at)[:1].isdigit():
        at += 1  # `46 % de ses 98 000 habitants`
    found = s.known.nouns.forward(s, at)
    if not found or s.words[found.first] in s.known.nouns.times:
        return NOTHING
    if s.words[found.first] in s.known.measure.manners:
        return NOTHING  # `150 euros de sorte que`
    return found if s.starts[found.first] - s.ends[stop] < _NEXT else NOTHING


def moved(s: Sentence, at: int, stop: int) -> Phrase:
    """``augmenter de 5 % les capacités d'accueil``, ``évalue à 2 milliards le coût``: what the
    verb moves or values."""
    tie = s.word(at - 1)
    verb = ties.past_adverbs(s, at - 1) - 1  # `évaluent en moyenne à 2 M€ le coût`
    while s.word(verb) in s.known.modifiers.adverbs:
        verb -= 1  # `augmenter aussi de 20 % les aides`
    if tie not in PLAIN_OF_TO or not measure_verbs.stands_at(s, verb):
        return NOTHING
    if s.known.verbs.any_of(s.words[verb], s.known.measure.exceeding):
        return NOTHING  # `le coût dépasse de 96 M€ l'estimation`
    passive = s.word(verb - 1) in s.known.measure.passive
    return NOTHING if passive and tie in PLAIN_TO else valued(s, stop)


def valued(s: Sentence, stop: int) -> Phrase:
    """The noun phrase with a determiner right behind an amount."""
    while s.word(stop) in s.known.measure.net:
        stop += 1
    if s.word(stop) in BY:
        stop += 2
    if s.word(stop) not in s.known.nouns.determiners:
        return NOTHING
    if stop and rates.is_rate(s.text, s.ends[stop - 1]):
        return NOTHING  # `ne doit pas dépasser 410 francs le kilo`
    found = s.known.nouns.forward(s, stop)
    return NOTHING if s.word(found.first) in s.known.nouns.times else found
