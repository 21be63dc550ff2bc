"""Closed classes of French: articles, prepositions, pronouns, by the rule they serve."""

from __future__ import annotations

from hemicycle.resources import load_toml


def small_words(rule: str, key: str) -> frozenset[str]:
    """One list of ``models/lexicons/people/grammar.toml``.

    Args:
        rule: the table, named after the module that reads it.
        key: the list in it.
    """
    return frozenset(load_toml("lexicons", "people", "grammar.toml")[rule][key])
