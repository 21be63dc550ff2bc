"""Web pages (``.html``, ``.htm``, ``.xhtml``): the main text without menus, and what the page says
of itself. Needs the extra ``html``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Failure
from pipeline.ingestion.building import Raw
from pipeline.ingestion.encoding import decode
from pipeline.settings import Settings


def read(data: bytes, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a page, with its title, date, author and site.

    Raises:
        NotTextError: the bytes are no text.
        ImportError: trafilatura is not installed.
    """
    from trafilatura import bare_extraction

    page = decode(data)
    # Values that only a running site could check are not asked for: nothing is fetched.
    found = bare_extraction(
        page, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True
    )
    if found is None or isinstance(found, dict) or not found.text:
        yield Failure("", "", "ingest", "empty", "The page has no main text that can be told.")
        return
    fields = {
        "title": found.title,
        "date": found.date,
        "speaker": found.author,
        "source": found.url or found.sitename,
        "language": found.language,
    }
    yield Raw(text=found.text, data=data, fields={k: v for k, v in fields.items() if v})
