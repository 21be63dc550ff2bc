"""Values that are made by the thousand: dataclasses that mypy keeps from being changed.

A frozen dataclass sets each field through ``object.__setattr__``, which takes thrice as long as
setting it; a sentence makes dozens of values. These are made as plain dataclasses with slots, and
compared, hashed and shown as frozen ones are. That nobody changes one is checked when types are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """A dataclass with slots whose values are never changed, by its class."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


class Lazy(Generic[T]):
    """A property that is found once, as ``functools.cached_property``, without its lock.

    Values of one document are asked in one thread; up to Python 3.11 the lock takes longer than
    most of what is asked.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        """Tell how it is found."""
        self._find = find
        self._name = ""
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Lazy[T]: ...

    @overload
    def __get__(self, instance: object, owner: type[Any]) -> T: ...

    def __get__(self, instance: object | None, owner: type[Any]) -> T | Lazy[T]:
        if instance is None:
            return self
        found = self._find(instance)
        instance.__dict__[self._name] = found
        return found
