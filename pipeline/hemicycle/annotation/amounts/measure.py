"""What an amount measures: the noun phrase that it quantifies or moves.

The places where French puts it, tried in this order:

- behind the amount: ``62 milliards de dollars de réserves``, ``20 % des électeurs``; for a count
  the phrase that is counted (``postes d'enseignants``);
- before it, tied by ``de``, ``à``, a colon or a bracket: ``une croissance du PIB de 6 %``;
- as the subject of a verb of measure or change: ``les réserves de change ont dépassé …``,
  ``le chômage, en baisse de 3 %``;
- behind ``pour``, ``consacrés à``: ``5 millions pour la rénovation des écoles``;
- where the amount only compares (``contre 4 %``, ``soit 57 milliards d'euros``), the measure of the
  amount before it in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from hemicycle.annotation.amounts import (
    echoes,
    elliptic,
    extent,
    measure_verbs,
    purposes,
    rates,
    subjects,
    ties,
)
from hemicycle.annotation.amounts.bounds import bounds
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.reading.nounphrases import NOTHING, OF, Phrase
from hemicycle.reading.verbs import FIRST_GROUP_PARTICIPLE, PARTICIPLE

_FUNDED = frozenset(("money", "percent"))
_NEXT = 20


def refine(
    whole: Sentence, s: Sentence, group: Sequence[Quantity], stated: Quantity | None
) -> None:
    """Set what the quantities of a sentence measure, from the first to the last.

    Args:
        whole: the words of the sentence.
        s: the same without those that say when.
        group: its quantities, in order.
        stated: the last quantity of the sentence before.
    """
    previous: Quantity | None = None
    for quantity in group:
        if quantity.source is not None:
            if not _takes_up(s, quantity):
                quantity.measure_as(quantity.source)
        elif not quantity.measure:
            find(whole, s, quantity, previous, stated)
        previous = quantity


def _takes_up(s: Sentence, quantity: Quantity) -> bool:
    """``la déchetterie en coûte 395 000``: sets the subject of a verb behind ``en`` as what is
    measured by money; tells whether it did."""
    at = s.at(quantity.left)
    costs = quantity.kind == "money" and s.word(at - 2) == "en"
    if not costs or not measure_verbs.stands_at(s, at - 1):
        return False
    found = subjects.find(s, at - 1)
    if found.first < 0 or not found:
        return False
    _set(s, quantity, found)
    return True


def share(s: Sentence, group: Sequence[Quantity]) -> None:
    """From the last quantity of a sentence to the first, let those of a list measure what the
    next one does (``12 et 15 % des voix``)."""
    for quantity, following in zip(group[-2::-1], group[:0:-1], strict=True):
        if not quantity.measure and quantity.unit == following.unit:
            gap = s.text[quantity.end : following.start].split()
            if gap and len(gap) < 4 and gap[0] in s.known.measure.lists:
                quantity.measure_as(following)


def find(
    whole: Sentence,
    s: Sentence,
    quantity: Quantity,
    previous: Quantity | None,
    stated: Quantity | None,
) -> None:
    """Set the measure of a quantity, and its change where the verb stands before the measure
    (``relever le plafond à``); both stay empty if not found.

    Args:
        whole: the words of the quantity's sentence.
        s: the same without those that say when.
        quantity: the quantity.
        previous: the quantity before it in the sentence.
        stated: the last quantity of the sentence before.
    """
    at, stop = s.at(quantity.left), s.at(quantity.end)
    found = NOTHING
    meant = echoes.among(s, stop, previous or stated)
    if meant is not None:
        quantity.measure_as(meant)
        return
    if quantity.kind != "count":
        found = _search(s, quantity, at, stop)
    elif quantity.end > quantity.number.end and _set_counted(whole, quantity):
        return
    if found.first == subjects.PRONOUN:
        meant = echoes.antecedent(s, s.words[found.stop], previous or stated)
        if meant is not None:
            quantity.measure_as(meant)
            return
        found = _behind(s, stop) or elliptic.opening_subject(s, found.stop)
    if not found and quantity.kind != "count":
        found = elliptic.find(s, at, stop, quantity, previous)
    if not (found or previous) and stated is not None and echoes.opens_with_change(s, at):
        if stated.unit == quantity.unit:
            quantity.measure_as(stated)
        return
    if found.stop - found.first == 1 and subjects.is_ordinal(s, s.words[found.first]):
        found = NOTHING
    if previous is not None and echoes.holds(s, found, at, quantity, previous):
        quantity.measure_as(previous)
        quantity.agreement = previous.agreement
        if not quantity.change and echoes.goes_on(s, at, quantity, previous):
            quantity.change = previous.change
    elif found:
        _set(s, quantity, found)
        _complete(s, quantity, found, at, stop)
    if quantity.kind == "percent" and quantity.measure:
        behind = _behind(s, stop)
        if behind and s.starts[behind.first] != quantity.measure_start:
            quantity.base = s.written(*behind)


def _complete(s: Sentence, quantity: Quantity, found: Phrase, at: int, stop: int) -> None:
    """Tell where the phrase behind an amount ends, or how the one before it moved."""
    if found.first >= stop:
        quantity.phrase_end = s.ends[found.stop - 1]
    elif not quantity.change and s.word(at - 1) in ("de", "d'", "à"):
        quantity.change = _change_before(s, found.first, s.words[at - 1])


def _set(s: Sentence, quantity: Quantity, found: Phrase) -> None:
    if s.words[found.first] in s.known.measure.new and found.stop - found.first > 1:
        found = Phrase(found.first + 1, found.stop)
    quantity.measure = s.written(*found)
    quantity.measure_start = s.starts[found.first]
    quantity.agreement = echoes.agreement(s, found.first)


def _set_counted(s: Sentence, quantity: Quantity) -> bool:
    """Set the measure of a count that names what it counts; tells whether it does."""
    noun = s.at(quantity.number.end)
    while s.word(noun) in s.known.measure.before_counted:
        noun += 1
    found = _with_second(s, s.known.nouns.forward(s, noun, plural_head=True))
    found = extent.with_lack(s, found)
    if found:
        _set(s, quantity, found)
        quantity.phrase_end = s.ends[found.stop - 1]
        _add_lack(s, quantity)
    return bool(found)


def _with_second(s: Sentence, found: Phrase) -> Phrase:
    """``écoles et établissements non clôturés``: two nouns are counted together."""
    nouns = s.known.nouns
    second = s.word(found.stop + 1)
    if not found or s.word(found.stop) not in ("et", "ou") or second[-1:] not in ("s", "x"):
        return found
    if not nouns.is_content(second) or nouns.is_predicate(s, found.stop + 1):
        return found
    more = nouns.forward(s, found.stop + 1, plural_head=True)
    stop = more.stop
    if s.word(stop) == "non" and s.word(stop + 1).endswith(PARTICIPLE):
        stop += 2
    return Phrase(found.first, stop) if more else found


def _add_lack(s: Sentence, quantity: Quantity) -> None:
    """``un déficit de 48 696 salles`` measures what is lacking, not what there is."""
    at = s.at(quantity.start)
    noun = s.word(at - 2)
    if s.word(at - 1) in OF and noun in s.known.measure.lacks:
        of = "d’" if quantity.measure[0].lower() in "aeiouyéèêâîôûœ" else "de "
        quantity.measure = f"{s.raw(at - 2)} {of}{quantity.measure}"
        quantity.measure_start = s.starts[at - 2]


def _search(s: Sentence, quantity: Quantity, at: int, stop: int) -> Phrase:
    """The measure of an amount that is no count."""
    behind = _behind(s, stop)
    if behind and quantity.unit in s.known.measure.lengths and _is_place(s, stop, behind):
        behind = NOTHING
    if at < stop and s.starts[at] < quantity.start and measure_verbs.stands_at(s, at):
        return _of_modifier(s, at, stop) or behind
    weak = not behind or s.words[behind.first] in s.known.measure.ratio_bases
    found = NOTHING
    if quantity.kind == "percent" and _has_subject(s, at):
        found = ties.before(s, at)
        # Who represents 40 % of something is not what is measured.
        weak = weak or (bool(found) and not s.raw(found.first)[:1].isupper())
    if not weak and s.words[stop + 1] not in ("un", "une"):
        return behind
    found = _object(s, at, stop) or subjects.announced(s, at, stop)
    found = found or ties.before(s, at)
    if not found and not behind and quantity.kind in _FUNDED:
        found = purposes.find(s, at, stop, funds=quantity.kind == "money")
    return found or behind


def _of_modifier(s: Sentence, at: int, stop: int) -> Phrase:
    """Where the modifier is a verb (``les ventes dépassent 3 M€``)."""
    participle = s.words[at].rstrip("es").endswith(FIRST_GROUP_PARTICIPLE[0])
    active = not participle or s.word(at - 1) in ("a", "ont")
    found = _object_behind(s, stop) if active and at else NOTHING
    found = found or subjects.find(s, at)
    return found or subjects.announced(s, at + 1, stop)


def _has_subject(s: Sentence, at: int) -> bool:
    """Is the amount the complement of a verb of measure (``les ventes représentent 18 %``)?"""
    at = ties.past_adverbs(s, at)
    if s.word(at - 1) == "à" and measure_verbs.stands_at(s, ties.past_adverbs(s, at - 1) - 1):
        return True  # `est maintenu à 68 % de l'impôt de base`
    at -= s.word(at - 1) in ("à", "sous", "que", "qu'")
    return at > 0 and measure_verbs.tells_a_level(s, s.words[at - 1])


def _change_before(s: Sentence, first: int, tie: str) -> str:
    """``abaisser son taux de 25 points``, ``une baisse du chômage de 3 %``."""
    at = first - 1
    while s.word(at) in s.known.measure.before_nouns_of_change:
        at -= 1
    return bounds().direction(s.words[at], tie) if at >= 0 else ""


def _behind(s: Sentence, stop: int) -> Phrase:
    """``… de réserves``, ``… des électeurs``, ``… par an de dotation``."""
    if s.word(stop) == "par" and s.word(stop + 2) in OF:
        stop += 2
    elif s.word(stop) in s.known.measure.between and s.word(stop + 1) in OF:
        stop += 1  # `18 % seulement des visites`
    if s.word(stop) not in OF:
        return NOTHING
    at = stop + 1
    while s.word(at) in s.known.nouns.determiners or s.word(at)[:1].isdigit():
        at += 1  # `46 % de ses 98 000 habitants`
    found = s.known.nouns.forward(s, at)
    if not found or s.words[found.first] in s.known.nouns.times:
        return NOTHING
    return found if s.starts[found.first] - s.ends[stop] < _NEXT else NOTHING


def _object(s: Sentence, at: int, stop: int) -> Phrase:
    """``augmenter de 5 % les capacités d'accueil``, ``évalue à 2 milliards le coût``: what the
    verb moves or values."""
    tie = s.word(at - 1)
    verb = at - 2
    while s.word(verb) in s.known.modifiers.adverbs:
        verb -= 1  # `augmenter aussi de 20 % les aides`
    if tie not in ("de", "d'", "à") or not measure_verbs.stands_at(s, verb):
        return NOTHING
    passive = s.word(verb - 1) in s.known.measure.passive
    return NOTHING if passive and tie == "à" else _object_behind(s, stop)


def _object_behind(s: Sentence, stop: int) -> Phrase:
    """The noun phrase with a determiner right behind an amount."""
    while s.word(stop) in s.known.measure.net:
        stop += 1
    if s.word(stop) == "par":
        stop += 2
    if s.word(stop) not in s.known.nouns.determiners:
        return NOTHING
    if stop and rates.is_rate(s.text, s.ends[stop - 1]):
        return NOTHING  # `ne doit pas dépasser 410 francs le kilo`
    found = s.known.nouns.forward(s, stop)
    return NOTHING if s.word(found.first) in s.known.nouns.times else found


def _is_place(s: Sentence, stop: int, behind: Phrase) -> bool:
    """``140 km de Lyon``, ``2 km du centre`` say from where, not what is that long."""
    definite = s.words[stop] in ("du", "des") or behind.first > stop + 1
    return definite or s.raw(behind.first)[0].isupper()
