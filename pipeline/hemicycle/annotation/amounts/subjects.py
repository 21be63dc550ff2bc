"""What stands before an amount: the subject of its verb, or the noun phrase it is tied to."""

from __future__ import annotations

from hemicycle.annotation.amounts import extent
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import (
    AND,
    AND_OR,
    HE,
    OF,
    PLAIN_TO,
    THAT,
    WHO,
    WITH_THE_MANY,
    closed,
)
from hemicycle.reading.nounphrases import NOTHING, Phrase
from hemicycle.reading.verbs import FIRST_GROUP_PARTICIPLE, PARTICIPLE

_JOINTS = AND_OR | {","}
_IT = closed("pronoun", lemma="ce", kind="demonstrative")

# The first index of a subject that is a pronoun; the second is where it stands.
PRONOUN = -1
_OPENING = {")": "(", "»": "«"}
_AHEAD = 12
_CLIMBS = 6
_LONG = 9
_EARLIER = 15
_RELATIVE = 8
_PLURAL = ("s", "x", "z")


def find(s: Sentence, at: int) -> Phrase:
    """The noun phrase before a verb, past its auxiliaries, adverbs and pronouns.

    A personal pronoun is told as ``Phrase(PRONOUN, index)``.
    """
    moved = s.words[at]
    apposed = s.word(at - 1) == "," and moved.endswith(PARTICIPLE)
    # `le subside nous coûte`, but not `nous coûtons`
    at -= s.word(at - 1) in s.known.subjects.objects and not moved.endswith(("ons", "ez"))
    at = _past_small_words(s, before_bracket(s, at - 1))
    word = s.word(at)
    if word in s.known.subjects.personal:
        nobody = word in HE and s.word(at + 1) in s.known.subjects.impersonal
        return NOTHING if nobody else Phrase(PRONOUN, at)
    if word in _IT and word[-1] == "'" and s.word(at - 1) == ",":
        return free(s, at - 1)  # `un abonnement, c'est 65 euros`
    if at < 0 or (word in s.known.nouns.pronouns and word not in WHO):
        return _antecedent(s, at - 1)
    if word in AND:
        return _of_earlier_verb(s, at)
    if word == "," and apposed:
        return _agreeing(s, at, moved)
    if moved.endswith(PARTICIPLE) and (own := _own(s, at + 1, moved)):
        return own
    if word in WHO:
        at = _first_of_relatives(s, at)
        at -= 1 + (s.word(at - 1) == ",")
    elif word == "," and moved.endswith("ant") and _is_verb(s, at - 1):
        return find(s, at - 1)  # `a diminué, passant de 14 à 12 milliards`
    elif word == ",":
        at = _before_aside(s, at)
        at = _past_small_words(s, at)  # `les dépenses ont, elles, atteint 3 M€`
    at = _before_relative(s, before_bracket(s, at))
    return free(s, at + 1) if at >= 0 else NOTHING


def _before_relative(s: Sentence, at: int) -> int:
    """``le fonds qui leur est destiné sera doté``: the index before the relative clause whose verb
    stands at an index; the index itself if none does."""
    if at < 2 or s.words[at] in s.known.nouns.auxiliaries:
        return at
    compound = s.words[at - 1] in s.known.nouns.auxiliaries and s.words[at].endswith(PARTICIPLE)
    finite = s.known.verbs.finite(s.words[at]) and not s.words[at].endswith(PARTICIPLE)
    if not (compound or finite):
        return at
    for index in range(at - 1, max(0, at - _RELATIVE), -1):
        if s.words[index] in s.known.subjects.relatives:
            return index - 1
        if not s.words[index][0].isalpha():
            break
    return at


def _antecedent(s: Sentence, at: int) -> Phrase:
    """``l'impôt sur les sociétés, que nous avons ramené``: the noun phrase before the relative
    pronoun at an index that is the verb's object; empty if none stands there."""
    if at < 1 or s.words[at] not in THAT:
        return NOTHING
    before = at - (s.words[at - 1] == ",")
    noun = s.word(before - 1)
    said = s.known.nouns.is_predicate(s, before - 1) if before > 0 else True
    return free(s, before) if s.known.nouns.is_content(noun) and not said else NOTHING


def _first_of_relatives(s: Sentence, at: int) -> int:
    """``la part, qui augmente et qui passe``: the index of the first ``qui`` of those joined."""
    if s.word(at - 1) not in AND:
        return at
    earlier = (i for i in range(at - 2, max(-1, at - _EARLIER), -1) if s.words[i] in WHO)
    return next(earlier, at)


def _own(s: Sentence, stop: int, participle: str) -> Phrase:
    """``avec une aide plafonnée à``: the noun right before a participle, where a preposition
    governs it and its article agrees; elsewhere the head of the phrase may be meant."""
    if s.word(stop) != participle or participle.endswith("s"):
        return NOTHING
    near = phrase(s, stop)
    governed = bool(near) and s.known.nouns.governor(s, near.first) >= 0
    return near if governed and _agrees(s, near, participle) else NOTHING


def _past_small_words(s: Sentence, at: int) -> int:
    while at >= 0 and (
        s.words[at] in s.known.subjects.around_verbs
        or (s.words[at].endswith("ment") and s.word(at - 1) in s.known.subjects.before_adverbs)
        or (s.words[at] in THAT and s.word(at - 1) in s.known.subjects.degrees)
    ):
        at -= 1
    return at


def _of_earlier_verb(s: Sentence, at: int) -> Phrase:
    """``Le budget a doublé et atteint 3 M€``: the subject of the verb before ``et``."""
    earlier = range(at - 1, max(-1, at - _EARLIER), -1)
    verb = next((index for index in earlier if s.known.verbs.finite(s.words[index])), None)
    return find(s, verb) if verb is not None else NOTHING


def _agreeing(s: Sentence, stop: int, participle: str) -> Phrase:
    """The noun phrase before ``, estimés à``: in the singular the nearest if it alone agrees (``on
    vit sous le seuil, fixé à``); in the plural, the plural noun inside it if its head is none
    (``l'utilisation des avoirs gelés, estimés à``)."""
    stop = before_bracket(s, stop - 1) + 1
    near = phrase(s, stop)
    if not participle.endswith("s"):
        governing = free(s, stop)
        nearer = _agrees(s, near, participle) and not _agrees(s, governing, participle)
        return near if nearer else governing
    if near and not s.words[near.first].endswith(_PLURAL):
        inner = range(near.stop - 2, near.first - 1, -1)
        link = next((i for i in inner if s.words[i] in WITH_THE_MANY), None)
        if link is not None:
            return Phrase(link + 1, near.stop)
        governing = free(s, stop)
        return governing if s.words[governing.first].endswith(_PLURAL) else NOTHING
    return near


def _agrees(s: Sentence, found: Phrase, participle: str) -> bool:
    """Does a phrase agree with a participle in the singular, as far as its article tells?"""
    told = s.known.agreement.determiners.get(s.word(found.first - 1), "")
    return bool(found) and told == ("f" if participle.endswith("e") else "m")


def _before_aside(s: Sentence, at: int) -> int:
    """The index before an aside between commas that ends at ``at``; bare asides may follow one
    another (``le déficit des États, base engagements, dons compris, s'élève à``)."""
    comma = at
    for _ in range(3):
        opening = next((i for i in range(comma - 1, -1, -1) if s.words[i] == ","), None)
        if opening is None:
            break
        comma = opening
        before = s.known.nouns.backward(s, comma)
        if not (before and s.word(before.first - 1) == ","):
            break
    return comma - 1


def announced(s: Sentence, at: int, stop: int) -> Phrase:
    """The subject of a participle that opens its sentence: ``Estimé à 182 M€, le coût a …``.

    Args:
        s: the words of the sentence.
        at: the word that the amount, or its modifier, begins with.
        stop: the word behind the amount.
    """
    at -= s.word(at - 1) in s.known.subjects.announcing
    opens = at == 1 or s.word(at - 2) in s.known.subjects.starts
    if at < 1 or not opens or not s.words[at - 1].endswith(PARTICIPLE):
        return NOTHING
    ahead = range(stop, min(stop + _AHEAD, len(s) - 1))
    comma = next((index for index in ahead if s.words[index] == ","), None)
    if comma is None or s.words[comma + 1] not in s.known.nouns.determiners:
        return NOTHING
    return s.known.nouns.forward(s, comma + 1)


def before_bracket(s: Sentence, at: int) -> int:
    """Past a bracket or a name in marks: ``les dépenses (7,1 M€) progressent``."""
    opening = _OPENING.get(s.word(at))
    if opening is None:
        return at
    return next((i for i in range(at - 1, -1, -1) if s.words[i] == opening), at) - 1


def free(s: Sentence, stop: int) -> Phrase:
    """The noun phrase before an index, past those that prepositions govern: the
    ``consommation`` of ``la consommation de sucre dans notre pays a augmenté``."""
    found = told = nearest = s.known.nouns.backward(s, before_age(s, stop), indefinite=True)
    if found.stop - found.first == 1 and s.word(found.first - 1) in s.known.nouns.auxiliaries:
        return NOTHING  # `êtes incapables de financer`
    for _ in range(_CLIMBS):
        if not found:
            break
        governor = _governor(s, found.first)
        if governor < 0:
            of = _cut_at(s, found)
            if of < 0:
                return extent.with_first(s, told)
            found = told = s.known.nouns.backward(s, of, indefinite=True)
            continue
        while s.word(governor - 1) in _JOINTS:
            governor -= 1
        governor = before_bracket(s, governor - 1) + 1  # `le PIB (2 %) en volume`
        governor = before_age(s, before_amount(s, governor))
        found = s.known.nouns.backward(s, governor, indefinite=True)
        if found.stop - found.first == 1 and s.words[found.first].endswith(PARTICIPLE):
            found = _before_adverbs(s, found)
        told = extent.with_complement(s, _without_participle(s, found), told)
        if not found and governor > 1 and _is_verb(s, governor - 1):
            return find(s, governor - 1)  # `ont évolué en sens inverse, s'établissant à`
    return NOTHING if s.word(nearest.first) in s.known.nouns.times else nearest


def _cut_at(s: Sentence, found: Phrase) -> int:
    """The index of the ``de`` before a phrase that was read no further as it is long (``… au titre
    de la compensation des charges des services d'incendie et de secours``), -1 if there is none."""
    of = s.known.nouns.before_determiners(s, found.first - 1)
    tied = of > 0 and s.words[of] in OF and s.known.nouns.is_content(s.words[of - 1])
    return of if tied and found.stop - found.first >= _LONG else -1


def _before_adverbs(s: Sentence, participle: Phrase) -> Phrase:
    """``le surcoût ainsi supporté par l'hôpital``: the noun phrase before the adverbs of a lone
    participle, itself if there are none."""
    at = participle.first
    while at > 0 and s.words[at - 1] in s.known.nouns.adverbs:
        at -= 1
    at = before_bracket(s, at - 1) + 1  # `la taxe sur les ports (TSP) allouée aux villes`
    earlier = s.known.nouns.backward(s, at, indefinite=True) if at < participle.first else NOTHING
    return earlier or participle


def _without_participle(s: Sentence, found: Phrase) -> Phrase:
    """``le produit de la taxe (reversé aux départements)``: what has a complement is left out."""
    cut = found.stop - found.first > 1 and s.words[found.stop - 1].endswith(FIRST_GROUP_PARTICIPLE)
    return Phrase(found.first, found.stop - 1) if cut else found


def _governor(s: Sentence, first: int) -> int:
    """The index of what governs the phrase at ``first``, -1 if nothing does: a preposition, also
    of the first of two (``entre Genève et Lausanne``), or an amount (``à 31 % des assurés``)."""
    governor = s.known.nouns.governor(s, first)
    if governor >= 0:
        return governor
    before = s.known.nouns.before_determiners(s, first - 1)
    joint = before - (s.word(before) in OF)
    if s.word(joint) in AND_OR or (s.word(joint) == "," and joint < before):
        joined = s.known.nouns.backward(s, joint)
        return _governor(s, joined.first) if joined else -1
    if before > 0 and s.known.verbs.is_infinitive(s.words[before]):
        # `destiné à renforcer l'attractivité`
        return before - 1 if s.words[before - 1] in s.known.subjects.before_infinitives else -1
    if (counted := _before_number(s, first)) < first and s.words[counted - 1] in OF:
        return counted - 1  # `la consommation des deux sites`
    of = first - 1 if s.word(first - 1) in OF else before
    if of > 1 and s.words[of] in OF and before_amount(s, of) < of:
        return of
    return -1


def _before_number(s: Sentence, at: int) -> int:
    """The index where the number words right before a noun begin."""
    while at > 1 and s.words[at - 1] in s.known.number_words:
        at -= 1
    return at


def before_amount(s: Sentence, stop: int) -> int:
    """The index where an amount that ends right before ``stop`` begins, with what ties it
    (``la TVA à 5,5 %``); ``stop`` itself if none does."""
    at, known = stop, s.known.measure.money_words
    while at > 0 and (s.words[at - 1] in known or s.words[at - 1][0].isdigit()):
        at -= 1
    if at == stop or not any(word[0].isdigit() for word in s.words[at:stop]):
        return stop
    while at > 0 and s.words[at - 1] in s.known.measure.ties:
        at -= 1
    return at


def before_age(s: Sentence, stop: int) -> int:
    """The index where an age that ends right before ``stop`` begins (``des personnes de 20 à 64
    ans``, ``des jeunes de moins de 25 ans``); ``stop`` itself if none does."""
    if s.word(stop - 1) not in s.known.nouns.times or not s.word(stop - 2)[:1].isdigit():
        return stop
    at = stop - 1
    while at > 0 and (s.words[at - 1][0].isdigit() or s.words[at - 1] in s.known.subjects.ages):
        at -= 1
    return at


def _is_verb(s: Sentence, at: int) -> bool:
    """Is the word a finite verb, or the participle of one?"""
    compound = s.word(at - 1) in s.known.nouns.auxiliaries
    return s.known.nouns.is_predicate(s, at) or (compound and s.words[at].endswith(PARTICIPLE))


def phrase(s: Sentence, stop: int) -> Phrase:
    """The noun phrase before an index; a noun of change gives way to what changes."""
    if s.word(stop - 1) == "»":
        stop = before_bracket(s, stop - 1) + 1  # `les crédits de la mission « Défense » à`
    stop = before_age(s, stop)
    if stop > 1 and _is_year(s.words[stop - 1]):
        stop -= 1  # `la loi de finances 2026, d'un montant de`
    first, end = s.known.nouns.backward(s, stop, indefinite=s.word(stop) in PLAIN_TO)
    if end == first or _is_bare(s, first, end):
        return NOTHING
    if s.words[first] in s.known.measure.sizes and first + 1 < end:
        first += s.words[first + 1] in s.known.measure.changes  # `est en nette hausse`
    if first + 1 < end and s.words[first] in s.known.measure.acts:
        of = first + 1 + (s.words[first + 1] not in OF)  # `l'application rigoureuse du prix`
        done = s.known.nouns.skip_determiners(s, of + 1) if s.word(of) in OF else first
        if done > first:
            return Phrase(done, end) if done < end else NOTHING
    if s.words[first] not in s.known.measure.changes:
        return Phrase(first, end)
    if first + 1 < end and s.words[first + 1] in OF:
        first = min(s.known.nouns.skip_determiners(s, first + 2), end)
        return Phrase(first, end) if first < end else NOTHING
    named = end - first > 1 or s.word(first - 1) in s.known.measure.owning  # `sa hausse de 4 %`
    return _of_change(s, first) or (Phrase(first, end) if named else NOTHING)


def _of_change(s: Sentence, at: int) -> Phrase:
    """``le chômage est en baisse de``, ``les prix ont connu une hausse de``."""
    at -= 1
    while at >= 0 and s.words[at] in s.known.subjects.before_changes:
        at -= 1
    if at < 0 or s.words[at] in s.known.echoes.that_is or s.words[at] in s.known.subjects.idle:
        return NOTHING
    infinitive = s.known.verbs.form(s.words[at]) == "infinitive"
    if infinitive or s.known.nouns.is_predicate(s, at) or s.words[at] in s.known.nouns.auxiliaries:
        asked = s.known.verbs.any_of(s.words[at], s.known.measure.asking)
        return NOTHING if asked else find(s, at)
    found = s.known.nouns.backward(s, at + 1)
    return found if found and not _is_bare(s, *found) else NOTHING


def _is_bare(s: Sentence, first: int, end: int) -> bool:
    """``Élu à 61 %``: a participle without a noun; ``les plus faibles``, ``le deuxième``."""
    low, before = s.words[first], s.word(first - 1)
    # `les plus faibles`, `contribue positivement`
    if before in s.known.subjects.comparing or (
        low.endswith("ment") and s.known.verbs.finite(before or ",")
    ):
        return True
    if end - first > 1:
        return False
    if before in s.known.nouns.auxiliaries:
        return True  # `êtes incapables de financer`
    participle = low.endswith(FIRST_GROUP_PARTICIPLE)
    return (participle and before not in s.known.nouns.determiners) or is_ordinal(s, low)


def is_ordinal(s: Sentence, low: str) -> bool:
    """``celle du deuxième``: which one, not what."""
    return low.endswith("ième") or low in s.known.measure.ordinals


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
