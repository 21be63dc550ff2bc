"""How much speaks for a name being a person's: the weights of all the evidence.

The recogniser of the model is one witness among others: what stands before (a word of address, a
function, a street), what follows (a verb of speech, an apposition, an age), the name itself (a
first name, initials, a surname in capitals), and what the same words were taken for elsewhere in
the document. A name is kept when the weights reach the threshold.
"""

from __future__ import annotations

import re

from hemicycle.annotation.people.candidates import Candidate, ModelEntity
from hemicycle.annotation.people.chains import after_initial
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.never_names import is_never_name
from hemicycle.annotation.people.orders import surname_first
from hemicycle.annotation.people.roles import Role
from hemicycle.annotation.people.surroundings import Surroundings
from hemicycle.folding import fold
from hemicycle.reading.words import Words, is_capital, is_upper

_SHORTEST_SURNAME = 4  # letters of a surname in capitals
_LINK = re.compile(
    r"(?:\s*,\s*|\s+et\s+|\s*,?\s+ainsi que\s+)"
    r"((?:(?:de|DE) (?:la|LA)|de|du|des|DE|DU|DES|LE|LA|Le|La|V[AO]N|V[ao]n|BEN|Ben)\s+|[dDL]['’])?"
)
_VERSUS = re.compile(r"\s+c(?:\.|/)\s")
_SINGULAR_ARTICLES = small_words("evidence", "singular_articles")
_PLURAL_ARTICLES = small_words("evidence", "plural_articles")
_NUMERALS = small_words("evidence", "numerals")
# Korean and Chinese given names in transcription: `Geun-hye`.
_TWO_SYLLABLES = re.compile(r"[^\W\d_a-z][a-zà-ÿ]{1,5}-[a-zà-ÿ]{2,5}")
_VERBAL = ("er", "ir", "ez", "ons", "ant", "ais", "ait")
_DASHES = " \u00a0\u202f-–—"
_OPENING = frozenset("(;•")
_ENDING = frozenset({"", "\n", ",", ")", ";", "(", "."})
_ARTICLES = small_words("evidence", "articles")
_DETERMINERS = small_words("evidence", "determiners")


class Evidence:
    """Weighs the candidates of one text."""

    def __init__(
        self,
        words: Words,
        lexicon: Lexicon,
        entities: list[ModelEntity],
        roles: list[Role],
        threshold: float,
    ) -> None:
        """Index what the weights look at.

        Args:
            words: the text's words.
            lexicon: the words that tell who is a person.
            entities: the model's entities.
            roles: the functions of the text.
            threshold: the weight from which a candidate is a person.
        """
        self._threshold = threshold
        self._words = words
        self._lexicon = lexicon
        self._entity_at: dict[int, ModelEntity] = {
            k: entity for entity in entities for k in range(entity.start, entity.end)
        }
        self._persons = {entity.start for entity in entities if entity.label == "PER"}
        self._around = Surroundings(words, lexicon, roles)
        # Of `ministre délégué auprès de la ministre de la Mer`, the whole.
        self._roles_ending = {role.end: role for role in reversed(roles)}
        self._inside_role = {k for role in roles for k in range(role.start, role.head_end)}

    def weigh(self, start: int, end: int, before: Candidate | None) -> Candidate:
        """The candidate with its weights.

        Args:
            start: first word.
            end: one past the last.
            before: the candidate before it, which may share its word of address (`MM. X et Y`).
        """
        candidate = Candidate(start, end)
        words, lexicon = self._words, self._lexicon
        self._address(candidate, before)
        if candidate.honorific:
            candidate.score += 6
            candidate.strong = True
        if candidate.role is not None:
            candidate.score += 4.5
            candidate.strong = True
        inner = self._inner(start, end)
        after = self._around.following(end)
        before_weight = 0.0
        if not self._around.is_thing(start, end):
            before_weight = self._around.owned(start)
            if end - start > 1 or not is_common(words.lower[start]):
                after = max(after, self._around.acts(end))
        candidate.score += inner + after + before_weight + self._model(start, end)
        if inner >= 2 or after >= 2 or before_weight >= 2:
            candidate.strong = True
        previous = words.lower[start - 1] if words.spaced(start) else ""
        if previous in lexicon.kin or previous in lexicon.address:
            candidate.score += 2.5
            candidate.strong = True
        elif previous in lexicon.speech and start > 1:
            candidate.score += 1
        full = end - start > 1 and lexicon.knows_first_name(words.forms[start])
        court = _VERSUS.match(words.text, words.ends[end - 1])
        if full and self._around.is_comrade(start):
            candidate.score += 4.5
            candidate.strong = True
        elif not (full and candidate.role) and not court and self._around.is_named_after(start):
            exact = full and start in self._persons and words.lower[start - 1] in lexicon.bodies
            candidate.score -= 2.5 if exact else 20
            candidate.role = None
        bare = end - start == 1 and candidate.role is not None and not candidate.honorific
        if bare and self._around.is_described_body(start):
            candidate.score -= 20
            candidate.role = None
        candidate.score += self._denial(start, end, candidate)
        return candidate

    def _address(self, candidate: Candidate, before: Candidate | None) -> None:
        """Set the word of address or the function before the candidate."""
        words, lexicon = self._words, self._lexicon
        at = candidate.start
        if at == 0:
            return
        previous = words.lower[at - 1]
        spaced = words.spaced(at)
        if (spaced or after_initial(words, lexicon, at)) and previous in lexicon.honorifics:
            candidate.honorific = previous
            at -= 1
        elif spaced and previous in lexicon.address and at > 1:
            if words.lower[at - 2] in lexicon.honorifics:
                candidate.honorific = words.lower[at - 2]
        elif (
            before is not None
            and before.honorific in lexicon.plural_honorifics
            and candidate.start not in self._inside_role  # `MM. X et Y, Échevins`
        ):
            between = words.text[words.ends[before.end - 1] : words.starts[at]]
            link = _LINK.fullmatch(between)
            if link:
                candidate.honorific = before.honorific
                if link[1]:
                    candidate.start -= len(link[1].split())  # `MM. X, de Y et Z`
        role = self._roles_ending.get(candidate.start) or self._roles_ending.get(at)
        if role is None and candidate.honorific and words.lower[at - 1] in {"le", "la"}:
            role = self._roles_ending.get(at - 1)  # `le ministre de la Mer, le docteur X,`
            if role is not None and words.gap(at - 1).strip() != ",":
                role = None
        if role is None and at > 1 and words.lower[at - 1] == "signé":
            signed = self._roles_ending.get(at - 1)
            alone = candidate.end == len(words) or "\n" in words.gap(candidate.end)
            if signed is not None and alone and "\n" in words.gap(at - 1):
                candidate.role = signed  # `Le greffier,`, `signé` and the name, a line each
        if role is not None and role.end == candidate.start:
            at = candidate.start
        if (
            role is not None
            and not (before and before.score >= self._threshold and before.end > role.head)
            and (
                words.spaced(at)
                or words.gap(at).strip() == ")"
                or self._role_apart(role, candidate)
            )
        ):
            candidate.role = role

    def _role_apart(self, role: Role, candidate: Candidate) -> bool:
        """Whether `le président du pays, X,` names the holder: a comma on both sides."""
        words = self._words
        gap = words.gap(role.end)
        if gap.strip() == ":" and "\n" not in gap:
            return self._is_labelled(role, candidate)
        if gap.strip() != ",":
            return False
        first = role
        while (earlier := self._roles_ending.get(first.start)) is not None:
            if words.gap(first.start).strip() != ",":
                break
            first = earlier  # `le ministre d'État, ministre de la Mer, X, a dit`
        role = first
        if "\n" in gap:
            # A signature: `La Première ministre,` and under it the name alone.
            alone = candidate.end == len(words) or "\n" in words.gap(candidate.end)
            return alone and "\n" in words.gap(max(0, role.start - 1))
        # `Ministre de la Mer, Mme X a dit`: the function opens the sentence without an article.
        if words.begins_sentence(role.start):
            return (candidate.end < len(words) and words.spaced(candidate.end)) or bool(
                candidate.honorific
            )
        if role.start > 1 and words.lower[role.start - 2] in self._lexicon.formal:
            return False  # `Madame la ministre, M. X vous a posé une question`
        determined = words.lower[role.start - 1] in _DETERMINERS
        closing = words.gap(candidate.end).strip()[:1]
        return determined and closing in {",", ".", ")", ";", ":", "(", "»", "", "–", "—"}

    def _is_labelled(self, role: Role, candidate: Candidate) -> bool:
        """Whether `Rapporteur : M. X` or `(bourgmestre : X)` names the holder and nothing else."""
        words = self._words
        while (earlier := self._roles_ending.get(role.start)) is not None:
            if words.gap(role.start).strip() != ",":
                break
            role = earlier  # `Garde des Sceaux, ministre de la Justice : X`
        before = words.gap(role.start)
        if "\n" not in before and role.start and before.strip(_DASHES)[-1:] not in _OPENING:
            return False
        return words.gap(candidate.end).strip(_DASHES)[:1] in _ENDING

    def _inner(self, start: int, end: int) -> float:
        """What the name itself tells."""
        words, lexicon = self._words, self._lexicon
        forms = words.forms[start:end]
        if len(forms) < 2:
            return self._capitals(start, end)
        weight = 0.0
        if all(is_upper(form) or form[-1] == "'" for form in forms):
            weight += self._capitals(start, end)
        first, last = forms[0], forms[-1]
        if lexicon.knows_first_name(first) and fold(last) not in lexicon.never_people:
            weight += 2.5
            if fold(last) in lexicon.common or lexicon.is_place(last):
                weight -= 1.5
        if len(first) == 1 and first.isupper() and not is_upper(last):
            weight += 2.5
        if is_upper(last) and not is_upper(first) and len(last) > 3:
            weight += 1.5
        if any(form in lexicon.foreign_particles for form in forms[1:-1]):
            weight += 2.5
        if _TWO_SYLLABLES.fullmatch(first) or _TWO_SYLLABLES.fullmatch(last):
            weight += 4.5
        if surname_first(words, lexicon, start, end) and not is_common(first.lower()):
            weight += 0.0 if lexicon.is_place(last) else 4.0
        if "-" in first and is_capital(first.rpartition("-")[2]):
            weight += 0.5
        return weight

    def _capitals(self, start: int, end: int) -> float:
        """Words in capitals in a line that is not: a name, if no article is before.

        Acronyms take the article (`l'OTAN`, `le PACS`); names in capitals do not.
        """
        words, lexicon = self._words, self._lexicon
        forms = words.forms[start:end]
        if len(forms) == 1 and len(forms[0]) < _SHORTEST_SURNAME:
            return 0.0
        if not all(_may_be_name(form) or form[-1] == "'" for form in forms):
            return 0.0
        if len(forms) > 1 and all(is_common(form.lower()) for form in forms):
            return 0.0  # a heading
        previous = words.forms[start - 1] if words.spaced(start) else ""
        if previous.lower() in _ARTICLES or previous.lower() in lexicon.named_after:
            return 0.0
        if start > 1 and previous == "de" and words.lower[start - 2] in _NUMERALS:
            return 0.0  # `deux millions de FCFA`
        following = words.forms[end] if words.spaced(end) else ""
        if is_upper(previous) or is_upper(following) or words.gap(start).endswith("("):
            return 0.0
        if not words.is_in_lower_line(start, end):
            return 0.0
        whole = fold(" ".join(forms))
        return 0.0 if whole in lexicon.places or whole in lexicon.common else 2.5

    def _model(self, start: int, end: int) -> float:
        """What the model says."""
        found = [self._entity_at[k] for k in range(start, end) if k in self._entity_at]
        if not found:
            return -0.5
        persons = [entity for entity in found if entity.label == "PER"]
        if persons:
            if any(entity.start == start and entity.end == end for entity in persons):
                return 3.0
            return 2.5 if len(persons) * 2 > len(found) else 0.5
        if all(is_upper(form) for form in self._words.forms[start:end]):
            return 0.0  # in capitals the model guesses
        if any(w in self._lexicon.foreign_particles for w in self._words.forms[start:end]):
            return 0.0  # `X ben Y al-Z` is a name wherever the model puts it
        return -2.0 if found[0].label in {"LOC", "ORG"} else -1.0

    def _is_body(self, index: int) -> bool:
        """Whether the model takes this one word for a body (`LSAP`); acronyms have no accents."""
        entity = self._entity_at.get(index)
        if entity is None or not self._words.forms[index].isascii():
            return False
        return entity.label == "ORG" and entity.end == entity.start + 1

    def _denial(self, start: int, end: int, candidate: Candidate) -> float:
        """What speaks against a person."""
        words, lexicon = self._words, self._lexicon
        forms = words.forms[start:end]
        whole = fold(" ".join(forms))
        weight = 0.0
        if candidate.honorific in lexicon.formal:
            return 0.0
        previous_word = words.lower[start - 1] if words.spaced(start) else ""
        addressed = bool(candidate.honorific) or previous_word in lexicon.kin | lexicon.address
        if is_never_name(words, lexicon, start, end, addressed=addressed):
            return -20.0
        if all(len(form) == 1 for form in forms) and (len(forms) > 2 or whole == "j c"):
            return -20.0
        if end - start == 1 and start in self._inside_role:
            comma = words.gap(start).strip() == ","
            if previous_word in _ARTICLES or (comma and not addressed):
                return -20.0  # `le Bourgmestre`; `MM. X et Y, Échevins`
        if not candidate.strong:
            weight -= 1.5 if self._around.in_quotes(start, end) else 0.0
            weight -= 3.0 if end - start == 1 and self._around.after_body(start) else 0.0
        if whole in lexicon.never_people or whole in lexicon.places:
            weight -= 4.0
        elif end - start == 1:
            form = forms[0]
            previous = previous_word
            # Of acronyms firms' are the shortest, and firms do what people do: `PSA a renoncé`.
            said = addressed or candidate.role or start in self._persons
            witnessed = candidate.strong and (said or len(form) >= _SHORTEST_SURNAME)
            if len(form) == 1:
                return -20.0
            if previous in _SINGULAR_ARTICLES and not candidate.strong:
                weight -= 2.0  # `le Moniteur`: names take no article
            if previous == "à" and not candidate.strong and not self._around.gives_to(start):
                weight -= 1.2
            if previous in _PLURAL_ARTICLES or (form.isupper() and previous in _ARTICLES):
                weight -= 3.0
            folded = fold(form)
            if folded in lexicon.demonyms or folded in lexicon.common:
                weight -= 4.0
            elif form.isupper() and len(form) <= 4 and candidate.role is not None:
                weight -= 6.0
            elif form.isupper() and len(form) <= 5 and (not witnessed or self._is_body(start)):
                weight -= 3.0
            elif start in self._inside_role:
                weight -= 4.0
            elif words.begins_sentence(start) and (
                is_common(form.lower()) or form.endswith(("ment", "ez"))
            ):
                weight -= 2.0 if form.endswith(_VERBAL) else 1.5
            elif any(ch.isdigit() for ch in form):
                weight -= 4.0
        elif all(is_upper(form) for form in forms) and not candidate.strong:
            weight -= 0.0 if lexicon.knows_first_name(forms[0]) else 1.5
        return weight


def _may_be_name(form: str) -> bool:
    """Whether a word in capitals can be spoken, and is no Roman number: no acronym like `PLFSS`."""
    vowels = sum(c in "aeiouy" for c in fold(form))
    return form.isupper() and 0 < vowels < len(form) and not set(form) <= set("IVXLCDM")
