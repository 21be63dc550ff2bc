"""What speaks against a person, and what forbids one."""

from __future__ import annotations

from collections.abc import Iterator

from hemicycle.annotation.people.appearance import SHORTEST_SURNAME
from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.never_names import is_never_name
from hemicycle.annotation.people.recogniser import Recogniser
from hemicycle.annotation.people.surroundings import Surroundings
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import PLAIN_TO
from hemicycle.knowledge.lists import endings
from hemicycle.reading.words import Words, is_upper

_SINGULAR_ARTICLES = small_words("evidence", "singular_articles")
_PLURAL_ARTICLES = small_words("evidence", "plural_articles")
_ARTICLES = small_words("evidence", "articles")
_VERBAL = endings("verbs", "finite")
_ADVERBIAL = endings("verbs", "opening")
_LONGEST_ACRONYM = 5
_DEGREES = frozenset("°º")


class Doubts:
    """Doubts the candidates of one text."""

    def __init__(
        self,
        words: Words,
        lexicon: Lexicon,
        inside_roles: set[int],
        recogniser: Recogniser,
        around: Surroundings,
    ) -> None:
        """Keep what doubts look at; ``inside_roles`` as for :class:`.leading.Leading`."""
        self._words = words
        self._lexicon = lexicon
        self._recogniser = recogniser
        self._around = around
        self._inside_roles = inside_roles

    def veto(self, candidate: Candidate) -> str:
        """The first veto that a candidate meets, by name; empty if none."""
        words, lexicon = self._words, self._lexicon
        start, end = candidate.start, candidate.end
        if candidate.honorific in lexicon.formal:
            return ""
        previous = words.lower[start - 1] if words.spaced(start) else ""
        addressed = self._is_addressed(candidate, previous)
        if is_never_name(words, lexicon, start, end, addressed=addressed):
            return "never"
        forms = words.forms[start:end]
        single = end - start == 1
        if words.text[max(0, words.starts[start] - 1)] in _DEGREES:
            return "letters"  # `42 °C. Le barrage`
        if all(len(form) == 1 for form in forms):
            era = fold(" ".join(forms)) == "j c"
            known = fold(forms[0]) in lexicon.never_people or fold(forms[0]) in lexicon.places
            if len(forms) > 2 or era or (single and not known):
                return "letters"
        if single and start in self._inside_roles:
            comma = words.gap(start).strip() == ","
            if previous in _ARTICLES or (comma and not addressed):
                return "function_word"  # `le Bourgmestre`; `MM. X et Y, Échevins`
        return ""

    def of(self, candidate: Candidate) -> Iterator[str]:
        """The features that speak against a person."""
        words, lexicon = self._words, self._lexicon
        start, end = candidate.start, candidate.end
        if candidate.honorific in lexicon.formal:
            return
        forms = words.forms[start:end]
        single = end - start == 1
        if not candidate.strong:
            if self._around.in_quotes(start, end):
                yield "quoted"
            if single and self._around.after_body(start):
                yield "body_before"
        whole = fold(" ".join(forms))
        if whole in lexicon.places:
            yield "known_place"
        elif whole in lexicon.never_people:
            yield "known_body"
        elif single:
            yield from self._of_word(candidate)
        elif (
            not candidate.strong
            and all(is_upper(form) for form in forms)
            and not lexicon.knows_first_name(forms[0])
        ):
            yield "all_capitals"

    def _of_word(self, candidate: Candidate) -> Iterator[str]:
        """What speaks against one word: the words before it, then what it is by itself."""
        words, start = self._words, candidate.start
        form = words.forms[start]
        previous = words.lower[start - 1] if words.spaced(start) else ""
        if not candidate.strong:
            if previous in _SINGULAR_ARTICLES:
                yield "article"  # `le Moniteur`: names take no article
            if previous in PLAIN_TO and not self._around.gives_to(start):
                yield "at"
        if previous in _PLURAL_ARTICLES or (form.isupper() and previous in _ARTICLES):
            yield "plural_article"
        kind = self._kind_of_word(candidate, previous)
        if kind:
            yield kind

    def _kind_of_word(self, candidate: Candidate, previous: str) -> str:
        """What a word is that speaks most against a person, empty if nothing."""
        words, lexicon, start = self._words, self._lexicon, candidate.start
        form, lower = words.forms[start], words.lower[start]
        folded = fold(form)
        if folded in lexicon.demonyms:
            return "demonym"
        if folded in lexicon.common:
            return "common"
        if form.isupper() and len(form) < _LONGEST_ACRONYM and candidate.role is not None:
            return "acronym_led"
        pieces = form.split("-")
        many = len(pieces) > 1 and all(len(piece) < _LONGEST_ACRONYM for piece in pieces)
        if form.isupper() and (len(form) <= _LONGEST_ACRONYM or many):
            # Of acronyms firms' are the shortest, and firms do what people do: `PSA a renoncé`.
            said = self._is_addressed(candidate, previous) or self._recogniser.begins_person(start)
            witnessed = candidate.strong and (said or len(form) >= SHORTEST_SURNAME)
            if not witnessed or self._recogniser.is_body(start):
                return "acronym"
        if start in self._inside_roles:
            return "in_function"
        if words.begins_sentence(start) and (is_common(lower) or _ADVERBIAL.end(form)):
            return "opening_verb" if _VERBAL.end(form) else "opening_word"
        return "digit" if any(ch.isdigit() for ch in form) else ""

    def _is_addressed(self, candidate: Candidate, previous: str) -> bool:
        """Whether a word of address or of kinship is before a candidate."""
        lexicon = self._lexicon
        return bool(candidate.honorific) or previous in lexicon.kin or previous in lexicon.address
