"""The options of the commands, as the settings declare them, and those that all commands share."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer
from pydantic.fields import FieldInfo

from hemicycle.cli.configuration import settings_of
from hemicycle.messages import tell
from hemicycle.settings import REMEMBERED, Fields, Settings, choices_of, option_of

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns or addresses (s3://...) to read, or - for standard input.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Name every failure as it happens.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="List what would be read, and why; write nothing.")
]

# What a command takes to read its inputs, to run components, and to count.
READING = ("date", "country", "keep_foreign", "tei", "records", "follow", "metadata", "fields")
ANNOTATING = ("output", "workers", "cluster", "force", "fail_fast", "excel", "names")
COUNTING = (
    *("excel", "by", "freq", "aliases", "gazetteer", "names"),
    *("parquet", "xlsx", "duckdb"),
)
_PANELS = {
    **dict.fromkeys(READING, tell("What documents are")),
    **dict.fromkeys(COUNTING, tell("What is counted and written")),
}
_VARIABLE = "HEMICYCLE_"
_NAMES_OF_TYPES = {int: "INTEGER", float: "NUMBER"}


def takes_settings(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command an option for each of these settings, and checked settings as ``settings``.

    Args:
        names: fields of :class:`hemicycle.settings.Settings`; ``fields`` stands for those of
            :class:`hemicycle.settings.Fields` that have an option.
    """
    options = {one.name: one for name in dict.fromkeys(names) for one in _parameters(name)}

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def with_settings(ctx: typer.Context, **given: Any) -> None:
            chosen = {name: given.pop(name) for name in options}
            # What nobody gave is left to the settings, which know it by that.
            chosen = {
                name: value
                for name, value in chosen.items()
                if (source := ctx.get_parameter_source(name)) is None or source.name != "DEFAULT"
            }
            command(settings=settings_of(ctx.obj, chosen, quiet=bool(given.get("quiet"))), **given)

        hints = get_type_hints(command, include_extras=True)
        own = [
            one.replace(annotation=hints[one.name], kind=inspect.Parameter.KEYWORD_ONLY)
            for one in inspect.signature(command).parameters.values()
            if one.name != "settings"
        ]
        context = inspect.Parameter(
            "ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
        )
        required = [one for one in own if one.default is inspect.Parameter.empty]
        others = [one for one in own if one.default is not inspect.Parameter.empty]
        signature = inspect.Signature([context, *required, *options.values(), *others])
        with_settings.__signature__ = signature  # type: ignore[attr-defined]
        with_settings.__annotations__ = {
            one.name: one.annotation for one in signature.parameters.values()
        }
        return with_settings

    return decorate


def _parameters(name: str) -> Iterator[inspect.Parameter]:
    if name != "fields":
        yield _parameter(name, Settings.model_fields[name])
        return
    for field, info in Fields.model_fields.items():
        if option_of(info):
            yield _parameter(f"{field}_field", info, tell("Fields of records"))


def _parameter(name: str, field: FieldInfo, panel: str | None = None) -> inspect.Parameter:
    """An option whose value is checked with the other settings, and not before."""
    option, default = option_of(field), field.default
    assert option is not None, name
    kind: Any = str | None
    if isinstance(default, bool):
        kind = bool
    elif isinstance(default, tuple):
        kind, default = list[str], list(default)
    elif default is not None:
        default = str(default)
    metavar = option.metavar or "|".join(choices_of(field))
    metavar = metavar or _NAMES_OF_TYPES.get(type(field.default), "")
    flag = f"--{name.replace('_', '-')}"
    if isinstance(default, bool) and name in REMEMBERED:
        flag = f"{flag}/--no-{flag[2:]}"
    declared = typer.Option(
        *(option.flags or (flag,)),
        help=field.description,
        envvar=_VARIABLE + name.upper() if option.variable else None,
        metavar=metavar or None,
        show_default=default not in (None, ""),
        rich_help_panel=panel or _PANELS.get(name),
    )
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[kind, declared],
    )
