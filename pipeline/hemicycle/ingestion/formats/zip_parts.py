"""Documents that are zip archives of XML (DOCX, ODT, EPUB): their parts, each up to a limit."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats import safe_xml
from hemicycle.messages import tell

DC = "{http://purl.org/dc/elements/1.1/}"


class Parts:
    """The parts of an archive, read one at a time, with entities and the network off."""

    def __init__(self, archive: zipfile.ZipFile, megabytes: float) -> None:
        """Take an open archive, and the largest unpacked part in millions of bytes."""
        self._archive = archive
        self._limit = int(megabytes * 1_000_000)
        self._names = set(archive.namelist())

    @property
    def names(self) -> list[str]:
        """The names of all parts, each once, in the order of the archive."""
        return list(dict.fromkeys(self._archive.namelist()))

    def checked(self, name: str) -> bytes:
        """The bytes of a part of XML; raises as :meth:`parse` does."""
        data = self.read(name)
        try:
            for _ in safe_xml.events(io.BytesIO(data)):
                pass
        except etree.XMLSyntaxError as error:
            if safe_xml.grows(error):
                raise safe_xml.UnsafeXMLError from error
            raise
        return data

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            KeyError: there is no such part.
            UnreadableError: it is larger than the limit.
        """
        # The size that the archive states may be false, so the bytes that come out are counted.
        with self._archive.open(name) as part:
            data = part.read(self._limit + 1)
        if len(data) > self._limit:
            raise UnreadableError(
                "too large",
                tell(
                    "{name} unpacks to more than limits.part_megabytes ({limit:g}).",
                    name=name,
                    limit=self._limit / 1000000.0,
                ),
            )
        return data

    def parse(self, name: str) -> Any:
        """The root of a part; raises as :meth:`read` and :func:`safe_xml.parse` do."""
        return safe_xml.parse(self.read(name))

    def optional(self, name: str) -> Any | None:
        """The root of a part, None if there is no such part."""
        return self.parse(name) if name in self._names else None


@contextmanager
def parts_of(content: Content) -> Iterator[Parts]:
    """The parts of a document.

    Raises:
        UnreadableError: it is no archive, is broken or locked, lacks a part that was asked for, or
            declares XML entities.
    """
    try:
        with zipfile.ZipFile(content.rewound()) as archive:
            yield Parts(archive, content.limits.part_megabytes)
    except safe_xml.UnsafeXMLError as error:
        raise UnreadableError("unsafe", str(error)) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        etree.XMLSyntaxError,
        RuntimeError,
        ValueError,
    ) as error:
        raise UnreadableError(
            "broken", tell("The document is broken or locked ({error}).", error=error)
        ) from error
