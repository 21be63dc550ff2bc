"""Office files of before 2007 and of OpenDocument's other kinds: by LibreOffice, where it is
installed.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats import docx, slides, spreadsheet
from hemicycle.messages import tell
from hemicycle.settings import Settings

Reader = Callable[[Content, Settings], Iterator[Raw | Failure]]
# Names of its program; only what is on the PATH is called, never what lies beside the texts.
_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120


def reader(suffix: str, target: str, what: str) -> Reader:
    """The reader of files that LibreOffice makes others of.

    Args:
        suffix: what they are called (`doc`).
        target: what is made of them: `docx`, `xlsx` or `pptx`.
        what: what they are, for messages (`a Word document of before 2007`).
    """
    read_converted = {"docx": docx.read, "xlsx": spreadsheet.read, "pptx": slides.read}[target]

    def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
        program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
        if program is None:
            raise UnreadableError(
                "unknown format",
                tell(
                    "It is {what}; install LibreOffice, by which it is read, or save it as "
                    ".{target} (soffice --headless --convert-to {target} FILE).",
                    what=what,
                    target=target,
                ),
            )
        with tempfile.TemporaryDirectory() as folder:
            made = _convert(program, content, Path(folder), suffix, target)
            with made.open("rb") as stream:
                yield from read_converted(
                    Content(content.path, stream, content.limits, content.folders), settings
                )

    return read


def _convert(program: str, content: Content, folder: Path, suffix: str, target: str) -> Path:
    """The file that LibreOffice makes, with a profile of its own, so that no macro is allowed."""
    source = folder / f"source.{suffix}"
    source.write_bytes(content.whole())
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        target,
        "--outdir",
        str(folder),
        str(source),
    ]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(
            "broken",
            tell(
                "LibreOffice took more than {seconds} s to read it; save it as .{target}.",
                seconds=_SECONDS,
                target=target,
            ),
        ) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise UnreadableError(
            "broken", tell("LibreOffice cannot read it ({error}).", error=error)
        ) from error
    made = source.with_suffix(f".{target}")
    if not made.is_file():
        raise UnreadableError(
            "broken", tell("LibreOffice cannot read it; save it as .{target}.", target=target)
        )
    return made
