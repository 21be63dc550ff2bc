"""The folder of a finished run, opened to be read."""

from __future__ import annotations

from pathlib import Path

from hemicycle.outputs.datapackage import read_datapackage
from hemicycle.outputs.folder import OutputFolder
from hemicycle.outputs.remote.opening import reading


def finished_run(outputs: str | Path) -> OutputFolder:
    """The folder of a finished run.

    Args:
        outputs: its path or address; what is elsewhere is fetched.

    Raises:
        OutputError: it holds no finished run.
        RemoteError: it is remote and cannot be reached.
    """
    root = reading(outputs).root
    read_datapackage(root, str(outputs))
    return OutputFolder(root)
