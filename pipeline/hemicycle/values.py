"""Values that are made by the thousand: dataclasses that mypy keeps from being changed.

A frozen dataclass sets each field through ``object.__setattr__``, which takes thrice as long as
setting it; a sentence makes dozens of values. These are made as plain dataclasses with slots, and
compared, hashed and shown as frozen ones are. That nobody changes one is checked when types are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """A dataclass with slots whose values are never changed, by its class."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
