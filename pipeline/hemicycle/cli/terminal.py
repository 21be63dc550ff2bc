"""What is said on the terminal: nothing in it acts on the terminal, and saying it ends no run."""

from __future__ import annotations

import errno
import json
import os
import sys
import unicodedata
from typing import Any

import typer

from hemicycle.messages import tell


def printable(text: str) -> str:
    """A text on one line in which control characters, invisible ones too, are shown as escapes.

    A name of a file may hold what moves the cursor, changes colours or turns the line around.
    """
    if text.isprintable():
        return text
    return "".join(
        char
        if char.isprintable() or unicodedata.category(char) == "Zs"
        else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def say(text: str) -> None:
    """Say one line to people, on standard error; where that cannot be written, nothing is said."""
    if sys.stderr is None:
        return
    try:
        typer.echo(printable(text), err=True)
    except (OSError, ValueError):
        _silence(sys.stderr)


def give(*cells: str) -> None:
    """Give one line of data on standard output, its cells set apart by tabs.

    Raises:
        OutputGoneError: standard output cannot be written.
    """
    _write("\t".join(map(printable, cells)))


def give_json(data: Any) -> None:
    """Give plain data as JSON on standard output, in characters that every terminal has.

    Raises:
        OutputGoneError: standard output cannot be written.
    """
    _write(json.dumps(data))


class OutputGoneError(Exception):
    """Standard output cannot be written; the message says why in one sentence."""


def _write(line: str) -> None:
    if sys.stdout is None:
        return
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        typer.echo(line.encode(encoding, "backslashreplace").decode(encoding))
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever read it has seen enough; the caller ends quietly
            raise
        _silence(sys.stdout)
        raise OutputGoneError(
            tell(
                "Standard output cannot be written ({strerror}); what was to be written "
                "to files is there.",
                strerror=error.strerror or error,
            )
        ) from error


def _silence(stream: Any) -> None:
    """Take from a stream what it could not write, which Python would try again at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)
    except (OSError, ValueError):  # no stream of the system, as in a notebook
        return


class PatientFile:
    """Standard error for whoever draws on it: what cannot be written is dropped, not raised."""

    def write(self, text: str) -> int:
        """Write as much as can be written."""
        try:
            sys.stderr.write(text)
        except (OSError, ValueError):
            _silence(sys.stderr)
        return len(text)

    def flush(self) -> None:
        """Flush if that can be done."""
        try:
            sys.stderr.flush()
        except (OSError, ValueError):
            _silence(sys.stderr)

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.stderr, name)
