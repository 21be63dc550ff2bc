"""How many values JSON holds, told before it is read.

Fifty megabytes of `[]` are gigabytes once they are lists. Outside strings, each value but the last
of an array or object has a comma behind it, and each array or object a bracket before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO

_CHUNK = 1_000_000
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_MARKS = (b",", b"[", b"{")


def has_more_values(chunks: Iterable[bytes], most: int) -> bool:
    """Whether JSON holds more than a number of values, in time linear in its length.

    Args:
        chunks: its bytes, in pieces cut anywhere.
        most: how many values there may be.
    """
    found = 0
    inside = False
    rest = b""
    for chunk in chunks:
        data = rest + chunk
        # A backslash at the end belongs to the byte that comes next.
        odd = (len(data) - len(data.rstrip(b"\\"))) % 2
        data, rest = (data[:-1], data[-1:]) if odd else (data, b"")
        pieces = _ESCAPED.sub(b"", data).split(b'"')
        outside = b"".join(pieces[1 if inside else 0 :: 2])
        found += sum(map(outside.count, _MARKS))
        if found > most:
            return True
        inside ^= len(pieces) % 2 == 0
    return False


def chunks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """The rest of a stream in pieces of a megabyte."""
    while chunk := stream.read(_CHUNK):
        yield chunk
