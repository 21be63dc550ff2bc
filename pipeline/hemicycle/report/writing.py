"""The page that shows a run: ``report.html``, opened from disk in any browser.

:mod:`.content` gathers what it shows, :mod:`.page` makes one file of it; how it looks and behaves
is in ``assets/``, its words in ``models/report/``. Charts are drawn by Observable Plot on D3
(``vendor/``, ISC licence, unchanged from npm).
"""

from __future__ import annotations

from pathlib import Path

from hemicycle.outputs import OutputFolder, write_bytes
from hemicycle.report.content import gather
from hemicycle.report.page import DATA_FILE, build

REPORT = "report.html"


def write_report(folder: OutputFolder) -> Path:
    """Write ``report.html``, and ``report.data.js`` beside it where the data are large.

    Returns:
        The path of the page.

    Raises:
        OutputError: the folder holds no finished run, or a document is damaged.
        OSError: the page cannot be written.
    """
    page, beside = build(gather(folder))
    if beside is None:
        (folder.root / DATA_FILE).unlink(missing_ok=True)
    else:
        write_bytes(folder.root / DATA_FILE, beside)
    write_bytes(folder.root / REPORT, page)
    return folder.root / REPORT
