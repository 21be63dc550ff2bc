"""Takes the pictures of the page that the README shows: ``python maintenance/picture.py``.

The texts of ``corpus/`` are read, and their page is opened in the browser of the tests, in English
and in French. It needs Chromium (Debian: ``apt-get install chromium``).
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import hemicycle
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_SIZE = {"width": 1280, "height": 1150}


def take(browser: Browser, page: Path, language: str) -> Path:
    """Take one picture of a page; gives its file."""
    context = browser.new_context(viewport=_SIZE, locale=language, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.wait_for_selector("svg")
    picture = PICTURES / f"page_{language}.png"
    tab.screenshot(path=picture)
    context.close()
    return picture


def main() -> None:
    """Read the corpus and take both pictures."""
    executable = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if executable is None:
        raise SystemExit("No browser is installed (Debian: apt-get install chromium).")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        hemicycle.run(ROOT / "corpus", output=folder)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for language in ("en", "fr"):
            print(take(browser, Path(folder) / "report.html", language))
        browser.close()


if __name__ == "__main__":
    main()
