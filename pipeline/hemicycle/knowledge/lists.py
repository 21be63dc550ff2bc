"""Lists of words that stand in a file of ``models/lexicons/``, as constants of the rules."""

from __future__ import annotations

from hemicycle.knowledge.made import WordSet
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
