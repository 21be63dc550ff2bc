"""Closed classes of French: articles, prepositions, pronouns, by the rule they serve."""

from __future__ import annotations

from hemicycle.knowledge.made import WordSet
from hemicycle.knowledge.use import load_toml


def small_words(rule: str, key: str) -> WordSet:
    """One list of ``models/lexicons/people/grammar.toml``, read when it is asked for a word.

    Args:
        rule: the table, named after the module that reads it.
        key: the list in it.
    """
    return WordSet(lambda: frozenset(load_toml("lexicons", "people", "grammar.toml")[rule][key]))
