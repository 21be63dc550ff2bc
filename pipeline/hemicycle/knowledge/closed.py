"""The forms of the closed classes of French that have some features."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# What a list of words says instead of words: `@determiner kind=article number=singular`.
_MARK = "@"


def forms_of(
    rows: Iterable[Mapping[str, str]], classes: Sequence[str], features: Mapping[str, Sequence[str]]
) -> list[str]:
    """The forms of some classes that have some features, in the order of the table.

    Args:
        rows: those of ``models/lexicons/grammar.csv``.
        classes: of these, or of any if none is named.
        features: column to the values that it may have; the empty word where it says nothing.

    Raises:
        KeyError: the table has no such column.
    """
    asked = {**features, **({"class": classes} if classes else {})}
    found = (row for row in rows if all(row[name] in values for name, values in asked.items()))
    return list(dict.fromkeys(row["form"] for row in found))


def is_query(word: object) -> bool:
    """Whether a word of a list stands for forms of the closed classes."""
    return isinstance(word, str) and word.startswith(_MARK)


def asked_forms(rows: Iterable[Mapping[str, str]], query: str) -> list[str]:
    """The forms that a query of a list stands for.

    Args:
        rows: those of ``models/lexicons/grammar.csv``.
        query: ``@class column=value column=value|value``; nothing behind ``=`` where the column
            must be empty.

    Raises:
        ValueError: it asks for nothing that the table has.
    """
    class_, *features = query.removeprefix(_MARK).split()
    asked = {
        name: values.split("|") for name, _, values in (one.partition("=") for one in features)
    }
    try:
        found = forms_of(rows, [class_], asked)
    except KeyError:
        found = []
    if not found:
        raise ValueError(query)
    return found


def with_forms(data: Any, rows: Sequence[Mapping[str, str]]) -> Any:
    """Data with the forms in place of the queries in its lists.

    Args:
        data: what a TOML file says.
        rows: those of ``models/lexicons/grammar.csv``.
    """
    if isinstance(data, dict):
        return {key: with_forms(value, rows) for key, value in data.items()}
    if isinstance(data, list) and any(map(is_query, data)):
        forms = ([one] if not is_query(one) else asked_forms(rows, one) for one in data)
        return list(dict.fromkeys(word for words in forms for word in words))
    return data
