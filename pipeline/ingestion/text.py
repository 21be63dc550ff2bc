"""Plain text (``.txt``): the file is the document."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.contents import Content
from pipeline.ingestion.encoding import decode
from pipeline.settings import Settings


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a plain text file.

    Raises:
        NotTextError: the bytes are no text.
    """
    yield Raw(text=decode(content.whole()), sha256=content.sha256())
