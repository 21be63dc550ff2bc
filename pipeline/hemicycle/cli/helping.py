"""Help in the language of the user: commands and options in groups, with examples.

A group is named by typer's ``rich_help_panel``, which typer itself shows with rich alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from hemicycle.cli.examples import EXAMPLES
from hemicycle.cli.exits import Exit
from hemicycle.cli.usage_errors import ClickException, show
from hemicycle.messages import tell


class _Helped:
    """What the help of a command and of the program share."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        _translate(self)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The first line."""
        _usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments and options, a section a group."""
        _options(self, ctx, formatter)


class Command(_Helped, TyperCommand):
    """A command whose options stand in groups, with examples below them."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Lines to try."""
        if lines := EXAMPLES.get(self.name or ""):
            with formatter.section(tell("Examples")):
                for line in lines:
                    formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


class Group(_Helped, TyperGroup):
    """The program, whose commands stand in groups."""

    def main(self, *args: Any, **more: Any) -> Any:
        """Run a command line; what is wrong with it is said in the language of the user."""
        is_whole_program = more.get("standalone_mode", True)
        try:
            code = super().main(*args, **{**more, "standalone_mode": False})
        except (ClickException, typer.Abort) as error:
            if not is_whole_program:
                raise
            if isinstance(error, typer.Abort):
                typer.echo(tell("Aborted!"), err=True)
                sys.exit(1)
            show(error)
            sys.exit(getattr(error, "exit_code", Exit.USAGE))
        if not is_whole_program:
            return code
        sys.exit(code if isinstance(code, int) else 0)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Options, then commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands, a section a group."""
        commands = [self.commands[name] for name in self.list_commands(ctx)]
        room = formatter.width - 6 - max(len(command.name or "") for command in commands)
        _sections(
            formatter,
            (
                (
                    getattr(command, "rich_help_panel", None) or tell("Commands"),
                    (command.name or "", command.get_short_help_str(room)),
                )
                for command in commands
            ),
        )


def _translate(command: Any) -> None:
    """Put what a command does into the language of the user."""
    if command.help:
        command.help = tell(command.help)
    command.options_metavar = tell("[OPTIONS]")


def _usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=tell("Usage: "))


def _options(command: Any, ctx: Any, formatter: Any) -> None:
    def named() -> Iterable[tuple[str, tuple[str, str]]]:
        for one in command.get_params(ctx):
            if getattr(one, "help", None):
                one.help = tell(one.help)
            record = one.get_help_record(ctx)
            if record is None:
                continue
            panel = getattr(one, "rich_help_panel", None)
            argument = one.param_type_name == "argument"
            yield panel or (tell("Arguments") if argument else tell("Options")), record

    _sections(formatter, named())


def _sections(formatter: Any, named: Iterable[tuple[str, tuple[str, str]]]) -> None:
    sections: dict[str, list[tuple[str, str]]] = {}
    for name, record in named:
        sections.setdefault(name, []).append(record)
    for name, records in sections.items():
        with formatter.section(name):
            formatter.write_dl(records)
