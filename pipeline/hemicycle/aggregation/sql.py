"""What queries to DuckDB over our CSV files are written with, and what its errors mean.

Our texts are never part of a query but as :func:`literal`; nothing is fetched.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from hemicycle.outputs.store import OutputError, damaged

SHUT: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "512MB",
}
_ROW = 1 << 21  # bytes
_LONGEST_ROW = 1 << 26


def told(error: Exception, place: Path) -> OSError | OutputError:
    """What an error of the database means: of the system, or of what is read.

    Args:
        error: a ``duckdb.Error``.
        place: the file or folder that is read.
    """
    import duckdb

    reason = str(error).partition("\n")[0]
    if isinstance(error, duckdb.OutOfMemoryException):
        return OSError(errno.ENOMEM, reason)
    if isinstance(error, duckdb.IOException):
        is_full = os.strerror(errno.ENOSPC) in reason
        return OSError(errno.ENOSPC if is_full else errno.EIO, reason)
    return damaged(place, reason)


def read_csv(path: Path, columns: Mapping[str, str], *, excel: bool) -> str:
    """The table function that reads one of our CSV files by the types of its columns."""
    # A row may be as long as a speech; no more is kept of the file at a time than some of them.
    longest = min(max(path.stat().st_size, _ROW), _LONGEST_ROW)
    typed = ", ".join(f"{literal(name)}: '{kind}'" for name, kind in columns.items())
    options = [
        f"delim = '{';' if excel else ','}'",
        f"decimal_separator = '{',' if excel else '.'}'",
        "auto_detect = false, header = true, comment = '', nullstr = ''",
        "quote = '\"', escape = '\"'",
        f"dateformat = '%Y-%m-%d', max_line_size = {longest}, buffer_size = {2 * longest}",
        f"columns = {{{typed}}}",
    ]
    return f"read_csv([{literal(str(path))}], {', '.join(options)})"


def literal(text: str) -> str:
    """A text as a query holds it."""
    return "'" + text.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """A name as a query holds it."""
    return '"' + name.replace('"', '""') + '"'


def listed(names: Sequence[str], prefix: str = "") -> str:
    """Names of columns as a query holds them."""
    return ", ".join(prefix + quoted(name) for name in names)


def unshielded(name: str) -> str:
    """The words of a column of such a file, never missing; only what is shielded is looked at."""
    cell = quoted(name)
    return (
        f"CASE WHEN contains({cell}, chr(39)) THEN unshield({cell}) ELSE coalesce({cell}, '') END"
    )
