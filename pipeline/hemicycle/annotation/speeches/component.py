"""The component ``hemicycle_speeches``: from a document with people to its turns and reactions."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from hemicycle.annotation.speeches.presiding import speak_from_the_chair
from hemicycle.annotation.speeches.spoken import Spoken, mentions
from hemicycle.kinds.context import told
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.reading.cache import sentence_starts
from hemicycle.reading.reading import reading_of


class SpeechFinder:
    """Finds the turns and the reactions of a document; holds no state."""

    def __init__(
        self,
        spans_key: str = SPEECHES.name,
        reactions_key: str = REACTIONS.name,
        people_key: str = PEOPLE.name,
    ) -> None:
        """Arguments as for the factory."""
        self._spans_key = spans_key
        self._reactions_key = reactions_key
        self._people_key = people_key

    def __call__(self, doc: Doc) -> Doc:
        """Leave the turns and the reactions in ``doc.spans``."""
        people = PEOPLE.read(doc, self._people_key)
        spoken = Spoken.by(
            people, told(doc, "speaker"), told(doc, "emphasised"), told(doc, "members")
        )
        reading = reading_of(doc)
        drafts, reactions = reading.once(spoken)
        drafts = [replace(draft) for draft in drafts]  # people share them
        speak_from_the_chair(reading, sentence_starts(doc), drafts)
        SPEECHES.set(doc, mentions(drafts), self._spans_key)
        REACTIONS.set(doc, reactions, self._reactions_key)
        return doc
