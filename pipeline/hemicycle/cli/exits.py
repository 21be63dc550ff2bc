"""How the program ends: its exit codes, and one sentence for what the user can mend."""

from __future__ import annotations

import errno
from collections.abc import Callable
from enum import IntEnum
from typing import Any, NoReturn

import typer

from hemicycle.cli.terminal import OutputGoneError, say
from hemicycle.messages import tell


class Exit(IntEnum):
    """Exit codes."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    NOTHING_TO_READ = 3
    INTERRUPTED = 130


def stop(message: str, code: Exit) -> NoReturn:
    """Say one sentence on standard error and leave."""
    say(f"hemicycle: {message}")
    raise typer.Exit(code)


def guarded(work: Callable[[], Any]) -> Any:
    """Do the work; what the user can mend is said in one sentence, without a traceback."""
    from hemicycle.addresses import RemoteError
    from hemicycle.outputs import OutputError
    from hemicycle.resources import ResourceError
    from hemicycle.settings import SettingsError

    try:
        return work()
    except (OutputError, OutputGoneError, RemoteError, ResourceError, SettingsError) as error:
        stop(str(error), Exit.USAGE)
    except OSError as error:
        if error.errno == errno.EPIPE:  # the command line ends quietly then
            raise
        where = f"{error.filename}: " if error.filename else ""
        stop(
            tell(
                "{where}{strerror}; mend it and run again.",
                where=where,
                strerror=error.strerror or error,
            ),
            Exit.USAGE,
        )
    except KeyboardInterrupt:
        stop(tell("Interrupted; what was written is whole, run again to go on."), Exit.INTERRUPTED)
