"""What an amount is tied to by the word before it: ``de``, ``à``, a verb, a colon, a bracket."""

from __future__ import annotations

from hemicycle.annotation.amounts import subjects
from hemicycle.annotation.amounts.lexicon import QUOTES, SIGNS
from hemicycle.annotation.amounts.measure_verbs import (
    changing,
    ends_clause,
    is_participle,
    stands_at,
)
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import (
    AND_OR,
    BY,
    FOR,
    IN,
    OF,
    PLAIN_OF,
    PLAIN_OF_TO,
    PLAIN_TO,
    THAT,
    TO,
    UNDER,
    WITHIN,
    A,
)
from hemicycle.reading.nounphrases import NOTHING, Phrase
from hemicycle.reading.verbs import PARTICIPLE

_BEFORE_SIGNS = PLAIN_OF_TO | frozenset(("(", ":"))
_BULLETS = frozenset(("*", "-", "–", "—", "•", "·", "_"))
_MARKS = frozenset(("(", ":", ","))
_LIST = AND_OR | {","}
# How many hollow nouns may stand in a row (`pour un montant total d'une valeur de`).
_DEEPEST = 3
# How many words a phrase has that stands like an adverb (`pour la première fois`).
_LONGEST = 4
# How many words an aside between two commas has.
_ASIDE = 6


def before(s: Sentence, at: int) -> Phrase:
    """What stands before an amount and is measured by it.

    Args:
        s: the words of the sentence.
        at: the word that the amount, or its modifier, begins with.
    """
    at -= s.word(at - 1) in QUOTES  # `a coûté « 3 M€ »`
    if s.word(at - 1) in SIGNS and s.word(at - 2) in _BEFORE_SIGNS:
        at -= 1
    if s.word(at) in OF and s.known.nouns.is_content(s.word(at - 1)):
        return _governing(s, at, _DEEPEST)  # `une économie de l'ordre de 7 milliards`
    if s.word(at) in s.known.measure.limits and s.known.nouns.is_content(s.word(at - 1)):
        named = subjects.phrase(s, at)  # `un prix plancher de 450 francs`
        return Phrase(named.first, at + 1) if named.stop == at and named else NOTHING
    return _tied(s, past_adverbs(s, at), _DEEPEST)


def past_adverbs(s: Sentence, at: int) -> int:
    """The index before which no word stands that only colours a verb: ``coûte en fait`` 37."""
    known = s.known.measure
    phrases = known.between_phrases
    while at > 1:
        if s.words[at - 1] in known.between:
            at -= 1
            continue
        if s.words[at - 1] not in known.between_ends:
            break
        sizes = range(2, min(at, _LONGEST) + 1)
        size = next((n for n in sizes if " ".join(s.words[at - n : at]) in phrases), 0)
        if not size:
            break
        at -= size
    return at


def _tied(s: Sentence, at: int, depth: int) -> Phrase:
    tie = s.word(at - 1)
    if not tie or not depth:
        return NOTHING
    known = s.known.measure
    if s.word(at) in known.reaching and not (tie in _MARKS or tie in known.ties):
        # `la norme jusqu'à 5 %`, `une amende pouvant aller jusqu'à 3 000 euros`
        at -= 2 * (tie in known.may_reach and s.word(at - 2) in known.able)
        return _governing(s, at, depth)
    if tie in _MARKS:
        return _behind_mark(s, at)
    if tie in FOR and at > 1:
        return _weighing(s, past_adverbs(s, at - 1) - 1)
    if tie in s.known.measure.being:
        return subjects.find(s, at - 1)  # `est supérieur à 3 %`
    if tie in s.known.measure.ties:
        at -= 1
        if s.word(at - 1) in (",", ":") and tie not in UNDER:
            verb = changing(s, at - 2)
            return _subject(s, verb) or _before_aside(s, at - 1) or subjects.phrase(s, at - 1)
        if s.word(at - 1) in THAT and stands_at(s, at - 2):
            at -= 1  # `n'augmentera que de 3 %`
        at = past_adverbs(s, at)
    elif tie in THAT and stands_at(s, past_adverbs(s, at - 1) - 1):
        at = past_adverbs(s, at - 1)  # `ne représentent plus que 4 %`
    elif not stands_at(s, at - 1):
        return _near(s, at)
    at -= s.word(at - 1) in s.known.measure.dimensions  # `un porte-avions, long de 310 mètres`
    return _governing(s, at, depth) if at > 0 else NOTHING


def _weighing(s: Sentence, verb: int) -> Phrase:
    """``pèse pour 14 % dans leurs charges``: the subject of such a verb."""
    weighs = verb > 0 and s.known.verbs.any_of(s.words[verb], s.known.measure.weighing)
    return subjects.find(s, verb) if weighs else NOTHING


def _subject(s: Sentence, verb: int) -> Phrase:
    return subjects.find(s, verb) if verb >= 0 else NOTHING


def _before_aside(s: Sentence, comma: int) -> Phrase:
    """``se sont établies, en exécution, à 910 M€``: the subject of the verb before an aside."""
    before = s.words[max(0, comma - _ASIDE) : comma]
    if "," not in before:
        return NOTHING
    opening = comma - 1 - before[::-1].index(",")
    if stands_at(s, opening - 1):
        return subjects.find(s, opening - 1)
    # `un plafonnement des frais, liés aux découverts, à 20 euros`
    apposed = s.words[opening + 1].endswith(PARTICIPLE) and s.word(opening + 2) in TO
    return subjects.phrase(s, opening) if apposed else NOTHING


def _near(s: Sentence, at: int) -> Phrase:
    """``un taux proche de 3 %``, ``s'élève à un montant proche de 3 M€``."""
    if s.word(at) not in s.known.measure.compared:
        return NOTHING
    beyond = _tied(s, _past_hollow(s, at), 1) if _is_hollow(s, at - 1) else NOTHING
    return beyond or subjects.phrase(s, at)


def _behind_mark(s: Sentence, at: int) -> Phrase:
    """``le coût a doublé : 3 M€``, ``la masse salariale (3 M€)``, ``Coût : 3 M€``."""
    verb = changing(s, at - 2)
    if verb >= 0:
        return subjects.find(s, verb)
    mark = s.words[at - 1]
    if mark == ",":
        return _near(s, at)
    if mark == "(":
        found = subjects.phrase(s, at - 1)
        placed = s.word(found.first - 1) in s.known.measure.places
        governor = s.known.nouns.governor(s, found.first) if found else -1
        return NOTHING if placed or (governor >= 0 and s.words[governor] in WITHIN) else found
    return _labelled(s, at, _past_bullets(s, at - 2) + 1)


def _past_bullets(s: Sentence, at: int) -> int:
    while s.word(at) in _BULLETS:
        at -= 1
    return at


def _labelled(s: Sentence, at: int, stop: int) -> Phrase:
    """What ends at an index before a colon: a label (``- Versements à l'État : 3 M€``, ``**Coût** :
    3 M€``), a noun that names a quantity, or the subject of a clause."""
    found = s.known.nouns.backward(s, stop)
    if found and s.words[found.first] in s.known.measure.ratio_bases:
        return NOTHING  # `sous 30 % du PIB : 27 % en 2026`
    before = _past_bullets(s, found.first - 1)
    if found and (before < 0 or s.words[before] == "\n"):
        return found
    for index in range(found.first, found.stop):
        if s.words[index] in s.known.measure.quantities:
            return Phrase(index, found.stop)  # `Il prend acte du taux de réussite : 34 %`
    copula = next((i for i in range(at - 2, max(0, at - _ASIDE), -1) if _is_copula(s, i)), -1)
    if copula > 0:
        return subjects.find(s, copula)  # `le taux reste préoccupant : 39 %`
    opens = s.word(found.first - 1) in s.known.measure.before_labels
    governed = bool(found) and s.known.nouns.governor(s, found.first) >= 0
    return found if opens and not governed else NOTHING


def _is_copula(s: Sentence, at: int) -> bool:
    return s.words[at] in s.known.measure.being or s.words[at] in s.known.measure.staying


def _governing(s: Sentence, at: int, depth: int) -> Phrase:
    """What stands before an index: a verb with its subject, or a noun."""
    if s.words[at - 1] == ",":
        return subjects.phrase(s, at - 1)
    if s.words[at - 1].endswith("ment") and stands_at(s, at - 2):
        at -= 1
    if s.words[at - 1] in s.known.measure.compared and at > 1:
        return _comparing(s, at)
    if _is_hollow(s, at - 1):
        at = _past_hollow(s, at)
        before = s.word(at - 1)
        if stands_at(s, at - 1) or before in s.known.measure.hollow_behind:
            return _tied(s, at, depth - 1)
        at -= before in THAT  # `n'est reversé qu'à hauteur de 12 %`
        if at > 1 and ends_clause(s, at - 1):
            return subjects.find(s, at - 1)  # `ont été annoncés à une moyenne de 5 %`
        if before == "," and at > 1:
            return _before_comma(s, at - 1)
        return _of_all(s, subjects.phrase(s, at))
    if ends_clause(s, at - 1):
        return subjects.find(s, at - 1)
    found = subjects.phrase(s, at)
    if s.word(at) in PLAIN_TO and (verb := _before_time(s, found, at)) >= 0:
        return subjects.find(s, verb)
    if s.word(at) in PLAIN_TO and found.stop - found.first < 2 and is_participle(s, at - 1):
        return subjects.find(s, at - 1)  # `la compensation, gelée à 31 $`
    verb = s.known.nouns.before_determiners(s, found.first - 1) if found else -1
    if verb >= 0 and s.known.verbs.any_of(s.words[verb], s.known.measure.depriving):
        return NOTHING  # `privera la région de 3 milliards`: that is who, not what
    agent = s.known.nouns.governor(s, found.first) if found else -1
    if agent > 1 and s.words[agent] in BY and s.words[agent - 1].endswith(PARTICIPLE):
        return subjects.find(s, agent - 1) or found  # `est cédé par la pharmacie à 7 200 francs`
    return found


def _before_time(s: Sentence, found: Phrase, stop: int) -> int:
    """``était échangée avant la guerre à``, ``est facturé le dimanche à``: the index of the verb
    before a complement that says when, -1 if the phrase before an amount is none."""
    if not found or found.stop != stop:
        return -1
    nouns = s.known.nouns
    at = nouns.before_determiners(s, found.first - 1)
    if at < 1:
        return -1
    if s.words[at] in s.known.measure.when:
        at -= 1
    elif found.stop - found.first > 1 or not (
        s.words[found.first] in nouns.times or s.words[found.first] in s.known.measure.when_nouns
    ):
        return -1
    return at if at > 0 and (ends_clause(s, at) or is_participle(s, at)) else -1


def _of_all(s: Sentence, near: Phrase) -> Phrase:
    """``des rachats d'actions de la banque et de la poste pour un montant de``: what several
    complements are of, not the last of them."""
    found = near
    while found:
        of = s.known.nouns.before_determiners(s, found.first - 1)
        if of > 1 and s.words[of] in OF and s.words[of - 1] in (AND_OR if found is near else _LIST):
            joint = of - 1
        elif of > 0 and of == found.first - 1 and s.words[of] in AND_OR:
            earlier = subjects.phrase(s, of)  # `des agences et entités étrangères`
            return Phrase(earlier.first, found.stop) if earlier else found
        else:
            break
        found = subjects.phrase(s, joint)
    return found or near


def _before_comma(s: Sentence, comma: int) -> Phrase:
    """``un rabais selon le revenu, pour un montant de 28 M€``: what the clause is about, past what
    a preposition governs."""
    near = subjects.phrase(s, comma)
    if not near or s.known.nouns.governor(s, near.first) < 0:
        return near
    return subjects.free(s, comma) or near


def _comparing(s: Sentence, at: int) -> Phrase:
    """``est supérieur de 3 %``, ``en retrait de 3 %``."""
    at -= 1 + (s.words[at - 2] in IN)
    if at < 1:
        return NOTHING
    if s.words[at - 1] == ",":
        return subjects.phrase(s, at - 1)
    if ends_clause(s, at - 1):
        return subjects.find(s, at - 1)
    return subjects.phrase(s, at)


def _is_hollow(s: Sentence, at: int) -> bool:
    """``d'un montant de``, ``pour un montant total de``; not ``salaire minimum``."""
    at -= at > 0 and s.words[at] in s.known.measure.hollow_sizes
    before = s.word(at - 1)
    if s.words[at] in s.known.measure.attributes and s.word(at - 2) in PLAIN_OF:
        return before in A  # `la subvention, d'un coût de 22 milliards`
    hollow = s.words[at] in s.known.measure.hollow and before not in s.known.subjects.reflexives
    return hollow and not s.known.nouns.is_content(before)


def _past_hollow(s: Sentence, at: int) -> int:
    """The index where ``pour un montant total`` begins."""
    at -= 1
    while s.word(at - 1) in s.known.measure.before_hollow:
        at -= 1
    return at
