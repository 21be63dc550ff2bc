"""Capital words that name nobody whatever stands around them.

Closed classes (`Ce`, `Selon`), exclamations (`Ouh là là !`), numbered parts (`Acte II`, `Livre
Ier`), a territory (`la région Val-de-Lys`), where a dispatch was written, what is counted (`une
quarantaine de SDIS`, `500 FCFA`), a common word right after the noun of a body (`le président du
comité Consultatif national`), a place behind a particle (`la reine d'Angleterre`, `la députée de
Lorvel`), and styles of address (`Son Excellence`).
"""

from __future__ import annotations

from hemicycle.annotation.people.chains import FRENCH_PARTICLES
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.ranks import is_rank
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import OF_THE_MANY, PLAIN_OF, THE, THE_SPELLED, A, closed
from hemicycle.reading.openings import is_dateline
from hemicycle.reading.verbs import INFINITIVE
from hemicycle.reading.words import Words

EXCLAMATIONS = small_words("never_names", "exclamations")
_BODIES = small_words("never_names", "bodies")
CLOSED = small_words("never_names", "closed_classes")
_ROMAN = frozenset("IVXLC")
_OBJECTS = (
    THE
    | A
    | OF_THE_MANY
    | closed("determiner", kind=("demonstrative", "possessive"), number="plural")
)
_BORN = small_words("never_names", "born")
_ORDINALS = ("Ier", "Ire", "IInd", "IInde")
_NUMBERED = small_words("never_names", "numbered")
_TERRITORIES = small_words("never_names", "territories")
_HEADED = small_words("never_names", "headed")
_LEADING = _HEADED | small_words("never_names", "seated")
_COLLEAGUES = small_words("boundaries", "colleagues")
_MANY = small_words("never_names", "many_seated")
_LED = _LEADING | _COLLEAGUES | _MANY
_STYLES = small_words("never_names", "styles")
_QUANTITIES = small_words("never_names", "quantities")


def is_never_name(words: Words, lexicon: Lexicon, start: int, end: int, *, addressed: bool) -> bool:
    """Whether the words from ``start`` to ``end`` (exclusive) are no name.

    Args:
        words: the text's words.
        lexicon: the words that tell who is a person.
        start: first word.
        end: one past the last.
        addressed: whether a word of address or of kinship is before it.
    """
    forms = words.forms[start:end]
    if not _STYLES.isdisjoint(words.lower[start:end]):
        return True
    if is_dateline(words.text, words.starts[start], words.ends[end - 1]):
        return True
    previous = words.lower[start - 1] if words.spaced(start) else ""
    if not addressed and previous in _TERRITORIES and not lexicon.knows_first_name(forms[0]):
        return True
    if len(forms) > 1:
        if forms[0].lower() in FRENCH_PARTICLES and not addressed:
            headed = previous in _HEADED and not is_rank(words, start - 1)
            return headed or lexicon.is_place(" ".join(forms[1:]))
        if all(_is_numeral(form) for form in forms[1:]):
            return forms[0].lower() in _NUMBERED
        initial = len(forms) == 2 and len(forms[0]) == 1
        return initial and words.lower[end - 1] in lexicon.closed  # `A. Au titre de…`
    form, lower = forms[0], words.lower[start]
    closed = lower in CLOSED or (lower in lexicon.closed and not addressed)
    if closed or lower in EXCLAMATIONS or form in _ORDINALS:
        return True
    if not addressed and (lower in THE_SPELLED or previous in _BORN):
        return True  # `Mme Corvel, née Roy`
    if addressed:
        return False
    if previous in PLAIN_OF and start > 1 and words.lower[start - 2] in _QUANTITIES:
        return True
    if form.isupper() and previous.isdigit():
        return True
    if previous in PLAIN_OF and start > 1 and words.lower[start - 2] in _LED:
        if words.lower[start - 2] in _MANY:
            return True
        if words.lower[start - 2] in _COLLEAGUES:
            return "-" in form or lexicon.is_place(form)
        return "-" in form or not lexicon.knows_first_name(form)  # `la députée de Lorvel`
    if lower.endswith("ez") and words.begins_sentence(start) and is_common(lower):
        return True  # `Veuillez conclure`
    if _is_infinitive(words, lexicon, start):
        return True
    body = previous in _BODIES or previous in lexicon.bodies
    return body and is_common(lower) and not lexicon.knows_first_name(fold(form))


def _is_infinitive(words: Words, lexicon: Lexicon, index: int) -> bool:
    """Whether a word with a capital is an infinitive with its object: `Créer un fonds`."""
    form, after = words.lower[index], index + 1
    if not form.endswith(INFINITIVE) or not words.spaced(after):
        return False
    objects = words.lower[after] in _OBJECTS
    return objects and is_common(form) and not lexicon.knows_first_name(fold(form))


def _is_numeral(form: str) -> bool:
    return form in _ORDINALS or (set(form) <= _ROMAN and len(form) > 0)
