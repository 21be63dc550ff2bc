"""What an amount measures: the noun phrase that it quantifies or moves.

The places where French puts it, in the order in which the rules try them:

- behind the amount: ``62 milliards de dollars de réserves``, ``20 % des électeurs``; for a count
  the phrase that is counted (``postes d'enseignants``);
- before it, tied by ``de``, ``à``, a colon or a bracket: ``une croissance du PIB de 6 %``;
- as the subject of a verb of measure or change: ``les réserves de change ont dépassé …``,
  ``le chômage, en baisse de 3 %``;
- behind ``pour``, ``consacrés à``: ``5 millions pour la rénovation des écoles``;
- where the amount only compares (``contre 4 %``, ``soit 57 milliards d'euros``), the measure of the
  amount before it in the sentence.

What the rules give first is weighed with what else stands around (:mod:`.choice`).
"""

from __future__ import annotations

from collections.abc import Sequence

from hemicycle.annotation.amounts import (
    around,
    carried,
    choice,
    demonstratives,
    distances,
    echoes,
    elliptic,
    measure_verbs,
    purposes,
    subjects,
    ties,
)
from hemicycle.annotation.amounts.bounds import bounds
from hemicycle.annotation.amounts.candidates import Candidate, Place
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import (
    HAS,
    IN,
    OF,
    PLAIN_OF_TO,
    PLAIN_TO,
    THAT,
    TO,
    UNDER,
    A,
    closed,
)
from hemicycle.reading.nounphrases import NOTHING, Phrase
from hemicycle.reading.verbs import FIRST_GROUP_PARTICIPLE

_OF_WHICH = closed("pronoun", lemma="dont")
_LEADING = PLAIN_TO | UNDER | THAT

# Characters between what opens a line and the noun behind it.
_NEAR = 20
_FUNDED = frozenset(("money", "percent"))


def refine(
    whole: Sentence,
    s: Sentence,
    group: Sequence[Quantity],
    stated: Quantity | None,
    *,
    every: bool = False,
) -> None:
    """Set what the quantities of a sentence measure, from the first to the last.

    Args:
        whole: the words of the sentence.
        s: the same without those that say when.
        group: its quantities, in order.
        stated: the last quantity of the sentence before.
        every: weigh all candidates, also where the first is sure.
    """
    previous: Quantity | None = None
    for quantity in group:
        if quantity.source is not None:
            if not _takes_up(s, quantity):
                quantity.measure_as(quantity.source)
        elif not quantity.measure:
            find(whole, s, quantity, previous, stated, every=every)
        previous = quantity


def _takes_up(s: Sentence, quantity: Quantity) -> bool:
    """``la déchetterie en coûte 395 000``: sets the subject of a verb behind ``en`` as what is
    measured by money; tells whether it did."""
    at = s.at(quantity.left)
    costs = quantity.kind == "money" and s.word(at - 2) in IN
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
            part = not _OF_WHICH.isdisjoint(gap)  # `3,8 millions, dont 1,1 million de subventions`
            if gap and len(gap) < 4 and gap[0] in s.known.measure.lists and not part:
                quantity.measure_as(following)
                quantity.phrase_odds = quantity.odds = None


def find(
    whole: Sentence,
    s: Sentence,
    quantity: Quantity,
    previous: Quantity | None,
    stated: Quantity | None,
    *,
    every: bool = False,
) -> None:
    """Set the measure of a quantity, and its change where the verb stands before the measure
    (``relever le plafond à``); both stay empty if none is likely.

    Args:
        whole: the words of the quantity's sentence.
        s: the same without those that say when.
        quantity: the quantity.
        previous: the quantity before it in the sentence.
        stated: the last quantity of the sentence before.
        every: weigh all candidates, also where the first is sure.
    """
    if quantity.kind == "count" and quantity.end > quantity.number.end:
        found = around.counted(whole, quantity)
        if found:
            _set(whole, quantity, found)
            quantity.phrase_end = whole.ends[found.stop - 1]
            _add_lack(whole, quantity)
            at = around.fate(whole, found)
            if at >= 0:
                quantity.measure += f" {whole.raw(at)}"
            return
    place = Place(s, quantity, s.at(quantity.left), s.at(quantity.end), previous, stated)
    if distances.is_one(s, quantity.unit, place.at, place.stop):
        return
    chosen = choice.chosen(place, _by_rules(place), every=every)
    if chosen is None:
        return
    if chosen.like is not None:
        _take_over(place, chosen.like)
    elif demonstratives.opens(s, chosen.phrase):
        demonstratives.measure(s, chosen.phrase, quantity, previous)
        return
    else:
        _set(s, quantity, _what_is_sold(s, quantity, chosen.phrase))
        _complete(s, quantity, chosen.phrase, place.at, place.stop)
        _add_label(s, quantity, chosen.phrase)
    if quantity.kind == "percent":
        behind = around.behind(s, place.stop)
        if behind and s.starts[behind.first] != quantity.measure_start:
            stop = behind.stop
            if behind.first < chosen.phrase.first < stop:
                # `10 % de son PIB à la santé`
                stop = s.known.nouns.before_determiners(s, chosen.phrase.first - 1)
            quantity.base = s.written(behind.first, stop)


def _what_is_sold(s: Sentence, quantity: Quantity, found: Phrase) -> Phrase:
    """``le prix de la baguette de 190 grammes``: a weight is the bread's, not the price's."""
    if quantity.kind != "measure" or s.words[found.first] not in s.known.choice.costs:
        return found
    of = next((i for i in range(found.first, found.stop) if s.words[i] in OF), -1)
    inner = s.known.nouns.skip_determiners(s, of + 1) if of >= 0 else found.stop
    return Phrase(inner, found.stop) if inner < found.stop else found


def _price(s: Sentence, quantity: Quantity) -> None:
    """Add the noun of money before what is sold: ``le prix du sac de 50 kilos baisse de``."""
    first = s.at(quantity.measure_start or 0)
    of = s.known.nouns.before_determiners(s, first - 1)
    of += of + 1 < first and s.words[of + 1] in OF  # `du` is an article too
    if of > 0 and s.words[of] in OF and s.words[of - 1] in s.known.choice.costs:
        quantity.measure = f"{s.written(of - 1, first)} {quantity.measure}"
        quantity.measure_start = s.starts[of - 1]


def _take_over(place: Place, other: Quantity) -> None:
    """Measure what another amount does; from the one before it also how it moves."""
    quantity = place.quantity
    quantity.measure_as(other)
    if quantity.kind == "money" and other.kind == "measure":
        _price(place.s, quantity)
    if other is not place.previous:
        return
    quantity.agreement = other.agreement
    if not quantity.change and echoes.goes_on(place.s, place.at, quantity, other):
        quantity.change = other.change


def _by_rules(place: Place) -> Candidate | None:
    """What the order of the rules gives, None if they find nothing."""
    s, quantity, at, stop, previous, stated = place
    meant = echoes.among(s, stop, previous or stated)
    if meant is not None:
        return Candidate("among", like=meant, rule=True)
    source, found = ("", NOTHING)
    if quantity.kind != "count":
        source, found = _search(s, quantity, at, stop)
        if found.first == subjects.PRONOUN:
            meant = echoes.antecedent(s, s.words[found.stop], previous or stated)
            opening = elliptic.opening_subject(s, found.stop) if previous is None else NOTHING
            if opening and opening.first and s.word(opening.first - 1) not in TO:
                meant = None  # `Le crédit est maintenu ; il a coûté 7 millions`
            aside = elliptic.before_condition(s, found.stop)
            if aside:
                return Candidate("opening", aside, rule=True)
            if meant is not None:
                return Candidate("pronoun", like=meant, rule=True)
            source, found = _of_pronoun(s, quantity, found.stop, stop)
        if not found:
            source, found = "ellipsis", elliptic.find(s, at, stop, quantity, previous)
        if not found and demonstratives.opens(s, nearest := subjects.phrase(s, at)):
            return Candidate("ellipsis", nearest, rule=True)  # `celle des entreprises 70 %`
    if not (found or previous) and stated is not None and echoes.opens_with_change(s, at):
        same = stated.unit == quantity.unit and stated.measure
        return Candidate("stated", like=stated, rule=True) if same else None
    if found.stop - found.first == 1:
        meant = _of_hollow(s, quantity, found, previous or stated)
        if meant is not None:
            return Candidate("pronoun", like=meant, rule=True)
        hollow = source != "purpose" and s.words[found.first] in s.known.measure.totals
        if hollow or subjects.is_ordinal(s, s.words[found.first]):
            found = NOTHING
    if source == "purpose" and previous is not None and echoes.says_over(s, at):
        found = NOTHING  # `augmentent de 6 %, soit 93 francs pour une famille`
    if previous is not None and echoes.holds(s, found, at, quantity, previous):
        return Candidate("previous", like=previous, rule=True) if previous.measure else None
    return Candidate(source, found, rule=True) if found else None


def _of_hollow(
    s: Sentence, quantity: Quantity, found: Phrase, before: Quantity | None
) -> Quantity | None:
    """``Ce montant représenterait 168 000 euros``: the amount before, where its noun is taken up by
    one that says nothing else."""
    if before is None or before.kind != quantity.kind or not before.measure:
        return None
    pointed = s.word(found.first - 1) in s.known.extent.pointing
    return before if pointed and s.words[found.first] in s.known.measure.totals else None


def _of_pronoun(s: Sentence, quantity: Quantity, pronoun: int, stop: int) -> tuple[str, Phrase]:
    """Where the pronoun at an index takes up no amount: what stands behind the amount, or what
    opens the clause; of a share the latter first (``quant à l'aide, elle est à 3 % du PIB``)."""
    behind = ("behind", around.behind(s, stop))
    opening = ("opening", elliptic.opening_subject(s, pronoun))
    tried = (opening, behind) if quantity.kind == "percent" else (behind, opening)
    return next((one for one in tried if one[1]), behind)


def _complete(s: Sentence, quantity: Quantity, found: Phrase, at: int, stop: int) -> None:
    """Tell where the phrase behind an amount ends, or how the one before it moved."""
    if found.first >= stop:
        quantity.phrase_end = s.ends[found.stop - 1]
    elif not quantity.change and s.word(at - 1) in PLAIN_OF_TO:
        quantity.change = _change_before(s, found.first, s.words[at - 1])


def _set(s: Sentence, quantity: Quantity, found: Phrase) -> None:
    if s.words[found.first] in s.known.measure.new and found.stop - found.first > 1:
        found = Phrase(found.first + 1, found.stop)
    quantity.measure = s.written(*found)
    quantity.measure_start = s.starts[found.first]
    quantity.agreement = echoes.agreement(s, found.first)


def _add_label(s: Sentence, quantity: Quantity, found: Phrase) -> None:
    """``Sucre : le prix du kilo est de 600 francs`` measures ``Sucre : prix du kilo``: a noun that
    names a quantity, but not of what, has before it what opens its line."""
    known = s.known.measure
    content = [w for w in s.words[found.first : found.stop] if s.known.nouns.is_content(w)]
    if content[:1] and content[0] in known.quantities and known.units.issuperset(content[1:]):
        opening = elliptic.label(s, found.first)
        near = s.starts[found.first] - s.ends[opening.stop - 1] <= _NEAR
        if opening and near and s.words[opening.first] not in known.quantities:
            quantity.measure_start = s.starts[opening.first]
            quantity.measure = f"{s.written(*opening)} : {quantity.measure}"


def _add_lack(s: Sentence, quantity: Quantity) -> None:
    """``un déficit de 48 696 salles`` measures what is lacking, not what there is."""
    at = s.at(quantity.start)
    noun = s.word(at - 2)
    if s.word(at - 1) in OF and noun in s.known.measure.lacks:
        of = "d’" if quantity.measure[0].lower() in "aeiouyéèêâîôûœ" else "de "
        quantity.measure = f"{s.raw(at - 2)} {of}{quantity.measure}"
        quantity.measure_start = s.starts[at - 2]


def _search(s: Sentence, quantity: Quantity, at: int, stop: int) -> tuple[str, Phrase]:
    """The measure of an amount that is no count, with where it was found."""
    behind = around.behind(s, stop)
    if behind and quantity.unit in s.known.measure.lengths and distances.is_place(s, stop, behind):
        behind = NOTHING
    if at < stop and s.starts[at] < quantity.start and measure_verbs.stands_at(s, at):
        source, found = _of_modifier(s, at, stop)
        return (source, found) if found else ("behind", behind)
    weak = not behind or s.words[behind.first] in s.known.measure.ratio_bases
    weak = weak or (
        s.word(at - 1) in PLAIN_TO and s.words[behind.first] in s.known.measure.level_bases
    )
    owned = bool(behind) and s.word(behind.first - 1) in s.known.measure.owning
    # The owner of `20 % de sa valeur` is the subject; `une hausse de 20 % de sa valeur` is hers.
    owned = owned and not (s.word(at - 1) in OF and s.word(at - 2) in s.known.measure.changes)
    moved = carried.find(s, at, stop)
    if quantity.kind == "percent" and (owned or moved or _has_subject(s, at)):
        found = moved or ties.before(s, at)
        # Who represents 40 % of something is not what is measured.
        weak = weak or (bool(found) and not s.raw(found.first)[:1].isupper())
    if not weak and s.words[stop + 1] not in A:
        return "behind", behind
    if quantity.kind == "percent" and behind:
        inside = (i for i in range(behind.first, behind.stop) if s.words[i] in TO)
        found = purposes.given(s, at, next(inside, behind.stop))
        if found:
            return "purpose", found  # `consacre 10 % de son PIB à la santé`
    for source, found in (
        ("object", around.moved(s, at, stop)),
        ("announced", subjects.announced(s, at, stop)),
        ("tied", moved or ties.before(s, at)),
    ):
        if found:
            return source, found
    if not behind and quantity.kind in _FUNDED:
        return "purpose", purposes.find(s, at, stop, funds=quantity.kind == "money")
    return "behind", behind


def _of_modifier(s: Sentence, at: int, stop: int) -> tuple[str, Phrase]:
    """Where the modifier is a verb (``les ventes dépassent 3 M€``)."""
    participle = s.words[at].rstrip("es").endswith(FIRST_GROUP_PARTICIPLE[0])
    active = not participle or s.word(at - 1) in HAS
    found = around.valued(s, stop) if active and at else NOTHING
    if found:
        return "object", found
    found = subjects.find(s, at)
    return ("tied", found) if found else ("announced", subjects.announced(s, at + 1, stop))


def _has_subject(s: Sentence, at: int) -> bool:
    """Is the amount the complement of a verb of measure (``les ventes représentent 18 %``)?"""
    at = ties.past_adverbs(s, at)
    if s.word(at - 1) in PLAIN_TO and measure_verbs.puts_at(s, ties.past_adverbs(s, at - 1) - 1):
        return True  # `est maintenu à 68 % de l'impôt de base`, `équivaut à 3 % des salaires`
    at -= s.word(at - 1) in _LEADING
    return at > 0 and measure_verbs.tells_a_level(s, s.words[at - 1])


def _change_before(s: Sentence, first: int, tie: str) -> str:
    """``abaisser son taux de 25 points``, ``une baisse du chômage de 3 %``."""
    at = first - 1
    while s.word(at) in s.known.measure.before_nouns_of_change:
        at -= 1
    return bounds().direction(s.words[at], tie) if at >= 0 else ""
