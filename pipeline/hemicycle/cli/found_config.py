"""What a config file may say that nobody named: it lies in the folder where the program was called.

Such a folder may be a stranger's. Its file says how texts are read and counted; where results go,
who computes, what is removed, what is looked up outside of the folder and how much a hostile file
may take are said by the user, who names the file with ``--config`` or ``HEMICYCLE_CONFIG``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hemicycle.messages import tell
from hemicycle.settings import Limits, Settings, option_of

_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Found:
    """What was made of such a file.

    Attributes:
        path: the file.
        taken: the settings that are taken, as they stand in it.
        ignored: names of the others.
    """

    path: Path
    taken: dict[str, Any]
    ignored: list[str]

    def said(self) -> str:
        """One line that says what was taken and what was not; empty if the file says nothing."""
        names = ", ".join(self.taken)
        left = ", ".join(self.ignored)
        if names and left:
            return tell(
                "{path} was read: {names} taken; {left} not taken, as nobody named the file "
                "(--config {path} takes all).",
                path=self.path,
                names=names,
                left=left,
            )
        if left:
            return tell(
                "{path} was read; {left} not taken, as nobody named the file "
                "(--config {path} takes all).",
                path=self.path,
                left=left,
            )
        return tell("{path} was read: {names} taken.", path=self.path, names=names) if names else ""


def harmless(data: dict[str, Any], path: Path) -> Found:
    """The settings that are taken from a file that nobody named.

    Args:
        data: the settings of the file.
        path: the file.
    """
    taken: dict[str, Any] = {}
    ignored: list[str] = []
    for name, value in data.items():
        if name == "limits":
            lower = {limit: most for limit, most in value.items() if not _looser(limit, most)}
            ignored += [f"limits.{limit}" for limit in value if limit not in lower]
            if lower:
                taken[name] = lower
        elif _is_harmless(name, value, path.parent):
            taken[name] = value
        else:
            ignored.append(name)
    return Found(path, taken, ignored)


def _is_harmless(name: str, value: Any, folder: Path) -> bool:
    option = option_of(Settings.model_fields[name])
    if name == "workers":
        return int(value) <= (os.cpu_count() or 1)
    if option is None or option.found == "always":
        return True
    return option.found == "inside" and _stays(str(value), folder)


def _stays(name: str, folder: Path) -> bool:
    """Whether a file lies in a folder, links followed."""
    return Path(os.path.realpath(name)).is_relative_to(os.path.realpath(folder))


def _looser(limit: str, most: float) -> bool:
    default = getattr(_LIMITS, limit)
    endless = limit == "document_seconds" and float(most) == 0
    return float(most) > default or endless
