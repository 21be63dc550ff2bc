"""Settings from the config file, the variables and the options: which beats which."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hemicycle.cli.exits import Exit, stop
from hemicycle.cli.found_config import harmless
from hemicycle.cli.terminal import say
from hemicycle.settings import DEFAULT_CONFIG, Settings, SettingsError, make_settings, read_config

_OF_FIELDS = "_field"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a config file says.

    Attributes:
        kept: the settings that have no option.
        options: the values of options by their names.
        said: one line that says what was taken from a file that nobody named, empty if none was.
    """

    kept: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    said: str = ""


def read_configuration(config: Path | None) -> Configuration:
    """The config file as what the commands take.

    Args:
        config: the file; by default ``hemicycle.toml`` of the current folder, if it is there.

    Of a file that nobody named, what reaches further than reading and counting is not taken.
    """
    default = Path(DEFAULT_CONFIG)
    path = config or (default if default.is_file() else None)
    if path is None:
        return Configuration()
    try:
        data = read_config(path)
    except SettingsError as error:
        stop(str(error), Exit.USAGE)
    said = ""
    if config is None:
        found = harmless(data, path)
        data, said = found.taken, found.said()
    fields = data.pop("fields", {})
    kept = {"limits": data.pop("limits", {}), "fields": fields}
    named = {f"{name}{_OF_FIELDS}": value for name, value in fields.items()}
    options = {name: str(value) if name == "date" else value for name, value in data.items()}
    return Configuration(kept, {**options, **named}, said)


def settings_of(configuration: Configuration, options: dict[str, Any], *, quiet: bool) -> Settings:
    """Checked settings; leaves with a sentence if one is wrong.

    Args:
        configuration: what the config file says.
        options: the values of the options by name, None where nobody gave one.
        quiet: whether nothing is said of the config file.
    """
    kept = configuration.kept
    if configuration.said and not quiet:
        say(configuration.said)
    given = {name: value for name, value in options.items() if value not in (None, "")}
    fields = {
        name.removesuffix(_OF_FIELDS): given.pop(name)
        for name in list(given)
        if name.endswith(_OF_FIELDS)
    }
    if fields:
        given["fields"] = {**kept.get("fields", {}), **fields}
    try:
        return make_settings({**kept, **given})
    except SettingsError as error:
        stop(str(error), Exit.USAGE)
