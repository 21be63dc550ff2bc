"""Messages of Outlook (``.msg``): subject, day, sender and text, as of letters.

Where they stand in the compound file is told by MS-OXMSG 2.1 to 2.4, their numbers by MS-OXPROPS.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.encoding import NotTextError, decode
from hemicycle.ingestion.formats.letters import letter
from hemicycle.messages import tell
from hemicycle.settings import Settings

_SUBJECT, _SENDER, _ADDRESS, _BODY, _PAGE = 0x0037, 0x0C1A, 0x0C1F, 0x1000, 0x1013
_SENT, _DELIVERED = 0x0039, 0x0E06
_UNICODE, _BYTES, _BINARY, _TIME = 0x001F, 0x001E, 0x0102, 0x0040
_PROPERTIES = "__properties_version1.0"
_HEADER, _ENTRY = 32, 16
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a message, without quoted answers and its signature.

    Raises:
        UnreadableError: it is broken, or there is no text in it.
    """
    import olefile

    try:
        with olefile.OleFileIO(content.whole()) as file:
            message = _Message(file, content.limits.part_megabytes)
            plain, page = message.text(_BODY), message.page()
            subject = message.text(_SUBJECT)
            sender = message.text(_SENDER) or message.text(_ADDRESS)
            day = message.time(_SENT) or message.time(_DELIVERED)
    except (OSError, ValueError, IndexError, struct.error, NotTextError) as error:
        raise UnreadableError(
            "broken", tell("The message is broken ({error}).", error=error)
        ) from error
    if not plain.strip() and not page.strip():
        raise UnreadableError(
            "empty", tell("There is no text in the message; save its attachments.")
        )
    yield letter(content, settings, plain=plain, page=page, subject=subject, sender=sender, day=day)


class _Message:
    """The properties of a message."""

    def __init__(self, file: Any, megabytes: float) -> None:
        self._file = file
        self._limit = int(megabytes * 1_000_000)

    def text(self, number: int) -> str:
        """A property of words, empty if there is none."""
        wide = self._stream(number, _UNICODE)
        if wide is not None:
            return wide.decode("utf-16-le", "replace").replace("\r\n", "\n").rstrip("\0")
        narrow = self._stream(number, _BYTES)
        return "" if narrow is None else decode(narrow).replace("\r\n", "\n").rstrip("\0")

    def page(self) -> str:
        """The text as a page of HTML, empty if there is none."""
        data = self._stream(_PAGE, _BINARY)
        return self.text(_PAGE) if data is None else decode(data)

    def time(self, number: int) -> str:
        """A property that is a time, in ISO 8601; empty if there is none."""
        table = self._read(_PROPERTIES) or b""
        for at in range(_HEADER, len(table) - _ENTRY + 1, _ENTRY):
            kind, found, _, ticks = struct.unpack_from("<HHIQ", table, at)
            if (kind, found) == (_TIME, number):
                try:
                    return (_EPOCH + timedelta(microseconds=ticks // 10)).isoformat()
                except OverflowError:
                    return ""
        return ""

    def _stream(self, number: int, kind: int) -> bytes | None:
        return self._read(f"__substg1.0_{number:04X}{kind:04X}")

    def _read(self, name: str) -> bytes | None:
        if not self._file.exists(name):
            return None
        if self._file.get_size(name) > self._limit:
            raise UnreadableError(
                "too large", tell("The text of the message is larger than the limit.")
            )
        return bytes(self._file.openstream(name).read())
