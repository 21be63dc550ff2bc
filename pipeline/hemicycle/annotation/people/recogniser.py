"""What the recogniser of the model says of a phrase: one witness among others."""

from __future__ import annotations

from hemicycle.annotation.people.candidates import ModelEntity
from hemicycle.annotation.people.lexicon import Lexicon
from hemicycle.reading.words import Words, is_upper

_THINGS = frozenset({"LOC", "ORG"})


class Recogniser:
    """The model's entities of one text, by word."""

    def __init__(self, words: Words, lexicon: Lexicon, entities: list[ModelEntity]) -> None:
        """Index the entities."""
        self._words = words
        self._lexicon = lexicon
        self._entity_at: dict[int, ModelEntity] = {
            k: entity for entity in entities for k in range(entity.start, entity.end)
        }
        self._persons = {entity.start for entity in entities if entity.label == "PER"}

    def says(self, start: int, end: int) -> str:
        """The feature that tells what the model takes the words for, empty if it only guesses."""
        found = [self._entity_at[k] for k in range(start, end) if k in self._entity_at]
        if not found:
            return "model_silent"
        persons = [entity for entity in found if entity.label == "PER"]
        if persons:
            if any(entity.start == start and entity.end == end for entity in persons):
                return "model_person"
            return "model_wider" if len(persons) * 2 > len(found) else "model_divided"
        forms = self._words.forms[start:end]
        if all(is_upper(form) for form in forms):
            return ""  # in capitals the model guesses
        if any(form in self._lexicon.foreign_particles for form in forms):
            return ""  # `X ben Y al-Z` is a name wherever the model puts it
        says = "model_thing" if found[0].label in _THINGS else "model_other"
        return says if len(forms) == 1 else f"{says}_many"

    def begins_person(self, index: int) -> bool:
        """Whether a person of the model begins at a word."""
        return index in self._persons

    def is_body(self, index: int) -> bool:
        """Whether the model takes this one word for a body (`LSAP`); acronyms have no accents."""
        entity = self._entity_at.get(index)
        if entity is None or not self._words.forms[index].isascii():
            return False
        return entity.label == "ORG" and entity.end == entity.start + 1
