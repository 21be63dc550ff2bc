"""Where a name ends: before a heading, a function or a common word that goes on behind it."""

from __future__ import annotations

from hemicycle.annotation.people.capitals import before_preposition
from hemicycle.annotation.people.chains import FRENCH_PARTICLES
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.never_names import CLOSED
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.folding import fold
from hemicycle.reading.words import Words, is_upper


class Endings:
    """Finds where the names of one text end."""

    def __init__(self, words: Words, lexicon: Lexicon, inside: set[int]) -> None:
        """Prepare to cut.

        Args:
            words: the text's words.
            lexicon: the words that tell who is a person.
            inside: words inside the model's entities of persons, but not at their beginning.
        """
        self._words = words
        self._lexicon = lexicon
        self._inside = inside
        self._heads = role_lexicon().heads

    def _at_heading(self, start: int, end: int) -> int:
        """One past the name where a heading or sentence goes on without a full stop.

        `Awa CORVEL RÉSULTATS DU SCRUTIN`; `Awa Corvel Une année`, where the model stops before
        the word that is capital for its place.
        """
        words = self._words
        forms = words.forms
        if is_upper(forms[start]):
            return before_preposition(words, self._lexicon, start, end)
        for k in range(start + 2, end):
            if self._goes_on(k):
                return k
            common = is_common(words.lower[k]) and not self._lexicon.knows_first_name(forms[k])
            particle = forms[k - 1].capitalize() in self._lexicon.capital_particles
            if not common or particle or words.lower[k - 1] in FRENCH_PARTICLES:
                continue
            heading = is_upper(forms[k]) and is_upper(forms[k - 1])
            stopped = k - 1 in self._inside and k not in self._inside
            if heading or (stopped and not is_upper(forms[k])):
                return k
        return end

    def _goes_on(self, index: int) -> bool:
        """Whether the text goes on behind a name without a full stop.

        `M. Aslan Corvel Vous parlez`, `Awa CORVEL Ministre de la Mer`.
        """
        words = self._words
        form, lower = words.forms[index], words.lower[index]
        if not form[1:].islower() or form in self._lexicon.capital_particles:
            return False
        if lower in CLOSED:
            return True
        head_end = self._heads.match(words.lower, index)
        return head_end > index and is_upper(words.forms[index - 1])

    def trim(self, start: int, end: int) -> int:
        """One past the last word of the name itself."""
        words, lexicon = self._words, self._lexicon
        end = self._at_heading(start, end)
        while end - 1 > start:
            last = words.forms[end - 1]
            folded = fold(last)
            function = self._heads.match(words.lower, end - 1) > end - 1
            if (
                words.lower[end - 1] in lexicon.honorifics
                and len(last) > 1
                and words.gap(end)[:1]
                in {
                    ".",
                    " ",
                    "\u00a0",
                    "\u202f",
                }
                and last[0].isupper()
                and not is_upper(last)
            ):
                end -= 1
            elif function or folded in lexicon.common or folded in lexicon.never_people:
                upper_surname = is_upper(last) and not is_upper(words.forms[start])
                surname = upper_surname or end - 1 in self._inside or end - 2 == start
                if words.forms[end - 2] in lexicon.capital_particles or (
                    surname and lexicon.knows_first_name(words.forms[start])
                ):
                    break
                end -= 1
            elif words.lower[end - 1] in FRENCH_PARTICLES:
                end -= 1
            else:
                break
        return end
