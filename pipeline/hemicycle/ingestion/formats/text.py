"""Plain text (``.txt``): the file is the document."""

from __future__ import annotations

from collections.abc import Iterator

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.formats.encoding import decode
from hemicycle.settings import Settings


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a plain text file.

    Raises:
        NotTextError: the bytes are no text.
    """
    yield Raw(text=decode(content.whole()), sha256=content.sha256())
