"""Which knowledge is in use.

Code that needs words asks here, whenever it runs and never when it is imported: components run
with the knowledge of their pipeline, everything else with that of the ``models/`` folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from hemicycle.knowledge.files import Knowledge
from hemicycle.resources import ENVIRONMENT_VARIABLE, models_folder

_IN_USE: ContextVar[Knowledge | None] = ContextVar("hemicycle_knowledge", default=None)
# The innermost `using`'s of this thread, None outside of any.
in_use = _IN_USE.get


def current() -> Knowledge:
    """The knowledge in use in this thread: the innermost :func:`using`'s, else the folder's.

    Raises:
        ResourceError: there is no folder.
    """
    return in_use() or of_folder_in_use()


def of_folder_in_use() -> Knowledge:
    """The knowledge of the ``models/`` folder, as it was when it was first asked for.

    Raises:
        ResourceError: there is no folder.
    """
    return _of_folder_named(os.environ.get(ENVIRONMENT_VARIABLE, ""))


@cache
def _of_folder_named(named: str) -> Knowledge:
    """Keyed by the variable, which may be set while the process runs."""
    return Knowledge.of_folder(models_folder())


def read_folder_again() -> None:
    """Forget what the ``models/`` folder held: it has changed."""
    _of_folder_named.cache_clear()


@contextmanager
def using(knowledge: Knowledge) -> Iterator[None]:
    """Within it, ``knowledge`` is in use in this thread."""
    token = _IN_USE.set(knowledge)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def load_toml(*parts: str) -> dict[str, Any]:
    """One TOML file of the knowledge in use; see :meth:`Knowledge.toml`."""
    return current().toml(*parts)


def load_csv(*parts: str) -> tuple[dict[str, str], ...]:
    """One CSV file of the knowledge in use; see :meth:`Knowledge.csv`."""
    return current().csv(*parts)
