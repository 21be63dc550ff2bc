"""The verb reading under its former name, for who still asks for it there."""

from hemicycle.reading.verbs import is_verb

__all__ = ["is_verb"]
