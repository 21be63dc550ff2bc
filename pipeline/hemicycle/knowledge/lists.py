"""Lists of words that stand in a file of ``models/lexicons/``, as constants of the rules."""

from __future__ import annotations

from collections.abc import Callable

from hemicycle.knowledge.made import WordSet, per_knowledge
from hemicycle.knowledge.use import load_toml


def listed(file: str, section: str, key: str) -> WordSet:
    """One list of a lexicon, read when it is first asked for a word.

    Args:
        file: its path below ``models/lexicons/``, without the suffix.
        section: the table in it.
        key: the list in that.
    """
    path = ("lexicons", *f"{file}.toml".split("/"))
    return WordSet(lambda: frozenset(load_toml(*path)[section][key]))


class Endings:
    """What some words end with, as a constant: it holds nothing, and asks the knowledge in use."""

    __slots__ = ("_endings",)

    def __init__(self, make: Callable[[], tuple[str, ...]]) -> None:
        """Tell how the endings are read from the knowledge in use; nothing is read yet."""
        self._endings = per_knowledge(make)

    def end(self, word: str) -> bool:
        """Whether a word has one of them."""
        return word.endswith(self._endings())


def endings(section: str, key: str) -> Endings:
    """One list of ``models/lexicons/endings.toml``."""
    return Endings(lambda: tuple(load_toml("lexicons", "endings.toml")[section][key]))
