"""Closed classes of French: articles, prepositions, pronouns, by the rule they serve."""

from __future__ import annotations

from hemicycle.knowledge.lists import listed
from hemicycle.knowledge.made import WordSet


def small_words(rule: str, key: str) -> WordSet:
    """One list of ``models/lexicons/people/grammar.toml``, read when it is asked for a word.

    Args:
        rule: the table, named after the module that reads it.
        key: the list in it.
    """
    return listed("people/grammar", rule, key)
