"""Collects what is seen of every candidate, and weighs it.

The recogniser of the model is one witness among others: what stands before (a word of address, a
function, a street), what follows (a verb of speech, an apposition, an age) and the name itself (a
first name, initials, a surname in capitals). What the same words are elsewhere in the document is
heard afterwards (:mod:`hemicycle.annotation.people.agreement`).
"""

from __future__ import annotations

from collections.abc import Iterator

from hemicycle.annotation.linear import Weights
from hemicycle.annotation.people.appearance import appearance
from hemicycle.annotation.people.candidates import Candidate, ModelEntity
from hemicycle.annotation.people.doubts import Doubts
from hemicycle.annotation.people.features import is_shown
from hemicycle.annotation.people.leading import Leading
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.recogniser import Recogniser
from hemicycle.annotation.people.roles import Role
from hemicycle.annotation.people.surroundings import Surroundings
from hemicycle.annotation.people.things import thing_named
from hemicycle.reading.words import Words


class Evidence:
    """Weighs the candidates of one text."""

    def __init__(
        self,
        words: Words,
        lexicon: Lexicon,
        entities: list[ModelEntity],
        roles: list[Role],
        weights: Weights,
    ) -> None:
        """Index what the features look at.

        Args:
            words: the text's words.
            lexicon: the words that tell who is a person.
            entities: the model's entities.
            roles: the functions of the text.
            weights: those of the features.
        """
        self._words = words
        self._lexicon = lexicon
        self._weights = weights
        inside_roles = {k for role in roles for k in range(role.start, role.head_end)}
        self._leading = Leading(words, lexicon, roles, inside_roles)
        self._around = Surroundings(words, lexicon, roles)
        self._recogniser = Recogniser(words, lexicon, entities)
        self._doubts = Doubts(words, lexicon, inside_roles, self._recogniser, self._around)

    def weigh(self, start: int, end: int, before: Candidate | None) -> Candidate:
        """The candidate with what is seen of it.

        Args:
            start: first word.
            end: one past the last.
            before: the candidate before it, which may share its word of address (`MM. X et Y`).
        """
        candidate = Candidate(start, end)
        self._leading.lead(candidate, before)
        candidate.veto = self._doubts.veto(candidate)
        if candidate.veto:
            return candidate  # whatever else is seen
        seen = candidate.seen
        if candidate.honorific:
            seen.append("address")
        if candidate.role is not None:
            seen.append("function_before")
        seen.extend(appearance(self._words, self._lexicon, start, end))
        seen.extend(self._around_name(start, end))
        if says := self._recogniser.says(start, end):
            seen.append(says)
        self._judge_name(candidate, start)
        candidate.strong = is_shown(seen)
        candidate.veto = candidate.veto or thing_named(
            self._words, self._lexicon, candidate, before
        )
        seen.extend(self._doubts.of(candidate))
        candidate.score = self._weights.score(seen)
        return candidate

    def _around_name(self, start: int, end: int) -> Iterator[str]:
        """What stands before and behind the name and speaks for a person."""
        words, lexicon = self._words, self._lexicon
        acting = False
        if not self._around.is_thing(start, end):
            if self._around.owned(start):
                yield "taker"
            one_word = end - start == 1 and is_common(words.lower[start])
            acting = not one_word and self._around.acts(end)
        if acting:
            yield "acts"
        else:
            yield from self._around.following(start, end)
        previous = words.lower[start - 1] if words.spaced(start) else ""
        addressed = previous in lexicon.address or previous in lexicon.foreign_titles
        if previous in lexicon.kin or addressed:
            yield "kin"
        elif previous in lexicon.speech and start > 1:
            yield "said_by"

    def _judge_name(self, candidate: Candidate, start: int) -> None:
        """Whether a fellow, or a thing that is named after people, is named by the candidate.

        Args:
            candidate: the candidate; its function is not its own if a thing is named.
            start: its first word, before a particle was taken in.
        """
        words, lexicon, around = self._words, self._lexicon, self._around
        many = candidate.end - start > 1
        full = many and lexicon.knows_first_name(words.forms[start])
        role = candidate.role
        titled = role is not None and role.head_end == candidate.start
        of_head = words.lower[candidate.start - 1] in lexicon.named_after  # `le chef de cabinet X`
        purpose = titled and around.is_purpose(candidate.start - 1)  # `le cabinet d'avocats X`
        if full and around.is_comrade(start):
            candidate.seen.append("comrade")
        elif (
            (purpose or not ((titled and of_head) or (full and role)))
            and not around.is_party(candidate.end)
            and around.is_named_after(start)
        ):
            of_body = words.lower[start - 1] in lexicon.bodies
            if full and self._recogniser.begins_person(start) and of_body:
                candidate.seen.append("body_named")
            else:
                candidate.veto = "named_after"
            candidate.role = None
        bare = not full and candidate.role is not None and not candidate.honorific
        if bare and around.is_described_body(start):
            candidate.veto = "body"
            candidate.role = None
