"""What is wrong with a command line, in the language of the user; typer says it in English."""

from __future__ import annotations

import re
from typing import Any

import typer

from hemicycle.messages import language, tell

# typer has its own copy of click from some version on, and names these classes nowhere else.
ClickException: type[Exception] = typer.BadParameter.__mro__[2]
_WANTS_VALUE = ("requires an argument", "requires 1 argument")
_TAKES_NONE = "does not take a value"
# How typer and pydantic say what is wrong with a value.
_CHOICE = re.compile(r"is not one of (?P<choices>.+?)\.?\Z", re.DOTALL)
_AT_LEAST = re.compile(
    r"greater than or equal to (?P<bound>[\d.]+)|in the range x>=(?P<other>[\d.]+)"
)
_AT_MOST = re.compile(r"less than or equal to (?P<bound>[\d.]+)")


def show(error: Any) -> None:
    """Say on standard error how the command is used, and what is wrong.

    Args:
        error: a ``ClickException``.
    """
    context = getattr(error, "ctx", None)
    if language() == "en" or type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return
    if context is not None:
        command, option = context.command_path, context.help_option_names[0]
        typer.echo(context.get_usage(), err=True)
        typer.echo(
            tell("Try '{command} {option}' for help.", command=command, option=option), err=True
        )
        typer.echo(err=True)
    typer.echo(tell("Error: {message}", message=_told(error)), err=True)


def _told(error: Any) -> str:
    """The sentence; what typer has no kind for stays as typer says it."""
    kind = type(error).__name__
    name = getattr(error, "option_name", None)
    if kind == "NoSuchOption":
        told = tell("there is no option {name}.", name=name)
        if error.possibilities:
            names = ", ".join(sorted(error.possibilities))
            told += " " + tell("Near it: {names}.", names=names)
        return told
    if kind == "BadOptionUsage" and any(words in error.message for words in _WANTS_VALUE):
        return tell("the option {name} wants a value.", name=name)
    if kind == "BadOptionUsage" and _TAKES_NONE in error.message:
        return tell("the option {name} takes no value.", name=name)
    parameter = getattr(error, "param", None)
    if kind == "MissingParameter" and parameter is not None:
        return tell("{name} is missing.", name=_named(parameter))
    if kind == "BadParameter" and parameter is not None:
        name = _named(parameter)
        if wanted := _wanted(error.message):
            return tell("{name} must be {wanted}.", name=name, wanted=wanted)
        return tell("{name} cannot be this: {reason}", name=name, reason=error.message)
    return str(error.format_message())


def _wanted(message: str) -> str:
    """What a value must be, by what is said to be wrong with it; empty where that is not known."""
    if found := _CHOICE.search(message):
        return tell("one of {choices}", choices=found["choices"])
    if found := _AT_LEAST.search(message):
        return f"{tell('at least')} {found['bound'] or found['other']}"
    if found := _AT_MOST.search(message):
        return tell("at most {most}", most=found["bound"])
    if "valid integer" in message:
        return tell("a whole number")
    if "valid number" in message or "valid float" in message:
        return tell("a number")
    return ""


def _named(parameter: Any) -> str:
    """An option by its first name, an argument as the usage shows it."""
    first: str = parameter.opts[0]
    return first if first.startswith("-") else parameter.metavar or first
