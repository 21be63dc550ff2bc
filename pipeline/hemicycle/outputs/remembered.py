"""What an output folder remembers of how it was asked for, so that a later run need not say it.

A nightly run without `--by party` would otherwise take the tables by party away.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hemicycle.messages import tell
from hemicycle.outputs.atomic import json_bytes, write_bytes
from hemicycle.settings import REMEMBERED, Settings, SettingsError, make_settings

FILE = "settings.json"
_LOG = logging.getLogger(__name__)


def with_remembered(settings: Settings, root: Path) -> Settings:
    """Settings with what the folder remembers in place of defaults.

    What was said explicitly and differs from before counts from now on, and it is logged.

    Args:
        settings: as they were given; what was not is known by ``model_fields_set``.
        root: the output folder.
    """
    before = _read(root)
    explicit = settings.model_fields_set
    kept = {name: value for name, value in before.items() if name not in explicit}
    now = settings.model_dump(mode="json")
    for name in sorted(before.keys() & explicit):
        if now[name] != before[name]:
            _LOG.warning(
                tell(
                    "{folder} was made with {before}; from now on it is made with {now}.",
                    folder=root,
                    before=_said(name, before[name]),
                    now=_said(name, now[name]),
                )
            )
    if not kept:
        return settings
    try:
        made = make_settings({**settings.model_dump(exclude_unset=True), **kept})
    except SettingsError as error:  # such as aliases that lie elsewhere now
        _LOG.warning(
            tell("{path}: what it remembers cannot be used: {error}", path=root / FILE, error=error)
        )
        return settings
    return made


def excel_of(root: Path) -> bool:
    """Whether a folder remembers that its CSVs are for French Excel."""
    return bool(_read(root).get("excel"))


def remember(settings: Settings, root: Path) -> None:
    """Write into the folder what belongs to it of some settings.

    Raises:
        OSError: it cannot be written.
    """
    now = settings.model_dump(mode="json")
    default = Settings().model_dump(mode="json")
    kept = {name: now[name] for name in REMEMBERED if now[name] != default[name]}
    for name in ("aliases", "gazetteer", "names"):
        if name in kept:
            kept[name] = str(Path(kept[name]).resolve())
    path = root / FILE
    if kept == _read(root):
        return
    if kept:
        write_bytes(path, json_bytes(kept))
    else:
        path.unlink(missing_ok=True)


def _read(root: Path) -> Mapping[str, Any]:
    try:
        data = json.loads((root / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    known = isinstance(data, dict)
    return {name: data[name] for name in REMEMBERED if name in data} if known else {}


def _said(name: str, value: Any) -> str:
    option = f"--{name}"
    if isinstance(value, bool):
        return option if value else f"--no-{name}"
    if isinstance(value, list):
        return " ".join(f"{option} {one}" for one in value)
    return f"{option} {value}"
