"""Paths into nested JSON: `question.texte`, `data.results.0.corps`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

_MOST_PATHS = 40
_DEEPEST = 8


def at(value: Any, path: str) -> Any:
    """What stands at a path, None if nothing does.

    A name goes into an object, a number (from 0 on) into a list; a list of one thing is gone
    through without a number. A name that itself holds points is taken whole where it is there.
    """
    if isinstance(value, dict) and path in value:
        return value[path]
    for step in path.split("."):
        value = _step(value, step)
    return value


def _step(value: Any, step: str) -> Any:
    if isinstance(value, list):
        if step.isdecimal():
            return value[int(step)] if len(step) < 10 and int(step) < len(value) else None
        value = value[0] if len(value) == 1 else None
    return value.get(step) if isinstance(value, dict) else None


def lifted(record: dict[str, Any], paths: Iterable[str]) -> dict[str, Any]:
    """A record with what stands at paths under the names of the paths, and there no more."""
    for path in paths:
        if path not in record and (value := at(record, path)) is not None:
            record = {**_without(record, path.split(".")), path: value}
    return record


def _without(value: Any, steps: list[str]) -> Any:
    """A copy of a value without what stands at a path in it."""
    step, rest = steps[0], steps[1:]
    if isinstance(value, list):
        place, deeper = (int(step), rest) if step.isdecimal() else (0, steps)
        inner = [_without(value[place], deeper)] if deeper else []
        return [*value[:place], *inner, *value[place + 1 :]]
    inside = {step: _without(value[step], rest)} if rest else {}
    return {**{name: other for name, other in value.items() if name != step}, **inside}


def wrapped(value: dict[str, Any], fits: Callable[[Any], object]) -> list[str]:
    """The paths of the lists of objects in an object, not of those inside lists.

    Args:
        value: the object.
        fits: whether the first object of a list is one that is looked for.
    """
    return [
        path
        for path, inner in _below(value)
        if isinstance(inner, list)
        and inner
        and all(isinstance(item, dict) for item in inner)
        and fits(inner[0])
    ]


def texts_of(value: dict[str, Any]) -> list[str]:
    """The paths of the strings in an object, the uppermost first, some dozens at most.

    Of a list of objects the first one stands for all.
    """
    found: list[str] = []
    for path, inner in _below(value, lists=True):
        if isinstance(inner, str):
            found.append(path)
        if len(found) == _MOST_PATHS:
            break
    return found


def _below(value: dict[str, Any], *, lists: bool = False) -> Iterator[tuple[str, Any]]:
    """What is in an object and the objects in it, each with its path, the uppermost first.

    Args:
        value: the object.
        lists: whether the first object of a list is gone into.
    """
    waiting = deque([("", value, 0)])
    while waiting:
        above, inner, depth = waiting.popleft()
        for name, one in inner.items():
            path = f"{above}.{name}" if above else name
            yield path, one
            if lists and isinstance(one, list) and one:
                path, one = f"{path}.0", one[0]
            if isinstance(one, dict) and depth < _DEEPEST:
                waiting.append((path, one, depth + 1))
