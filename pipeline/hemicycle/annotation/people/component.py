"""The component ``hemicycle_people``: from a document to its mentions of people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from hemicycle.annotation.document_country import document_country
from hemicycle.annotation.entities.located import Place, located
from hemicycle.annotation.linear import chance, log_odds
from hemicycle.annotation.people.attachment import Attachment
from hemicycle.annotation.people.candidates import THRESHOLD, Candidate
from hemicycle.annotation.people.finder import Found, find
from hemicycle.annotation.people.groups import group_of, with_labels
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.linking import Linker, NameMention
from hemicycle.annotation.people.office_holders import UNKNOWN, Occasion
from hemicycle.annotation.people.orders import turned
from hemicycle.annotation.people.role_mentions import JudgedRole, judged_roles
from hemicycle.annotation.speeches.sitting import Sitting
from hemicycle.annotation.speeches.spoken import Spoken
from hemicycle.kinds.context import told
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import PEOPLE, Person
from hemicycle.kinds.speeches import Speech
from hemicycle.reading.reading import Reading, reading_of
from hemicycle.reading.words import Words


@dataclass(frozen=True, slots=True)
class Judged:
    """A text whose people were told.

    Attributes:
        found: its candidates for names, weighed.
        roles: every function alone that a person was found for, whatever the odds.
        mentions: its mentions of people.
    """

    found: Found
    roles: list[JudgedRole]
    mentions: list[Mention[Person]]


class PeopleFinder:
    """Finds the people of a document; holds no state but the lexicon."""

    def __init__(self, spans_key: str = PEOPLE.name, threshold: float = THRESHOLD) -> None:
        """Read the lexicon; arguments as for the factory."""
        self._spans_key = spans_key
        self._threshold = threshold
        self._lexicon = lexicon()
        self._linker = Linker(self._lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Leave the people in ``doc.spans``."""
        reading = reading_of(doc)
        occasion = Occasion(
            told(doc, "document_date"), document_country(reading, told(doc, "country"))
        )
        judged = self.judge(
            reading,
            located(doc),
            told(doc, "speaker"),
            told(doc, "emphasised"),
            told(doc, "members"),
            occasion,
        )
        PEOPLE.set(doc, judged.mentions, self._spans_key)
        return doc

    def mentions(self, text: str | Reading, entities: list[Place]) -> list[Mention[Person]]:
        """The mentions of people in a text; arguments as for :meth:`judge`."""
        return self.judge(text, entities).mentions

    def judge(
        self,
        text: str | Reading,
        entities: list[Place],
        speaker: str = "",
        bold: Iterable[int] = (),
        members: Iterable[tuple[str, str, str]] = (),
        occasion: Occasion = UNKNOWN,
    ) -> Judged:
        """The mentions of people in a text, and all that was weighed for them.

        Args:
            text: the text, or its reading.
            entities: the model's entities as (first character, one past the last, label).
            speaker: who the metadata say utters it, empty if they do not.
            bold: where the lines begin that the source shows in bold or as headings.
            members: who takes part, as the source presents them: name, function, group.
            occasion: the day and the country of the document.
        """
        reading = Reading.of(text)
        text = reading.text
        weighed = find(reading, entities, self._lexicon, self._threshold)
        words = weighed.words
        orders = turned(words, self._lexicon, weighed.names)
        found = replace(weighed, names=_apart(words, weighed.names, orders))
        attachment = Attachment(found)
        names: list[NameMention] = []
        for candidate in found.names:
            start, end = words.starts[candidate.start], words.ends[candidate.end - 1]
            last = words.forms[candidate.end - 1]
            if len(last) == 1 and text[end : end + 1] == ".":
                end += 1  # `J.-L. M.`: the point belongs to the initial
            role = attachment.role_of(candidate)
            relation = attachment.relations.get(candidate.start, "")
            end, surface = orders.get(candidate.start, (end, text[start:end]))
            names.append(NameMention(start, end, surface, candidate.honorific, role, relation))
            if shared := attachment.shared.get(candidate.start):
                for index in attachment.listed_before(len(names) - 1):
                    names[index].role = names[index].role or shared
        canonical = self._linker.link(names)
        result = [
            Mention(m.start, m.end, "PER", Person(name, m.role, "name", round(chance(c.odds), 2)))
            for c, m, name in zip(found.names, names, canonical, strict=True)
        ]
        turns = reading.once(Spoken.by(result, speaker, bold, members)).turns
        result = _with_groups(words, result, turns)
        roles = judged_roles(found, attachment, names, canonical, Sitting(turns, result), occasion)
        least = log_odds(self._threshold)
        result += [role.mention() for role in roles if role.odds >= least]
        return Judged(weighed, roles, result)


def _with_groups(
    words: Words, people: list[Mention[Person]], turns: list[Mention[Speech]]
) -> list[Mention[Person]]:
    """The people with the party or group that the text gives them."""
    labelled = with_labels(people, turns)
    return [
        replace(one, value=replace(one.value, group=group))
        if (group := labelled.get(one.start) or group_of(words, one.start, one.end))
        else one
        for one in people
    ]


def _apart(
    words: Words, names: list[Candidate], orders: dict[int, tuple[int, str]]
) -> list[Candidate]:
    """The names without those in the bracket of the one before: `Mme Corvel (Awa)`."""
    kept: list[Candidate] = []
    reached = 0
    for name in names:
        if words.starts[name.start] >= reached:
            kept.append(name)
            reached = orders.get(name.start, (0, ""))[0]
    return kept
