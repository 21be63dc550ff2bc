"""Where the knowledge of the pipeline lies: the ``models/`` folder.

It is looked for in three places, in this order: the folder named by the environment variable
``HEMICYCLE_MODELS``; ``hemicycle/models`` inside an installed wheel; ``models`` beside
``pipeline`` in a checkout (which is also where an editable install finds it).
"""

from __future__ import annotations

import os
from pathlib import Path

from hemicycle.messages import tell

ENVIRONMENT_VARIABLE = "HEMICYCLE_MODELS"
_PACKAGE = Path(__file__).resolve().parent


class ResourceError(Exception):
    """A file of ``models/`` is absent or cannot be understood."""


def models_folder() -> Path:
    """The ``models/`` folder in use.

    Raises:
        ResourceError: no folder was found, or ``HEMICYCLE_MODELS`` names one that is not there.
    """
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        folder = Path(named)
        if not folder.is_dir():
            raise ResourceError(
                tell(
                    "{environment_variable} names {named!r}, which is not a folder; name a "
                    "copy of models/ or unset it.",
                    environment_variable=ENVIRONMENT_VARIABLE,
                    named=named,
                )
            )
        return folder
    for folder in (_PACKAGE / "models", _PACKAGE.parent.parent / "models"):
        if (folder / "pipeline.cfg").is_file():
            return folder
    raise ResourceError(tell("The models/ folder was not found; reinstall hemicycle."))


def resource(*parts: str) -> Path:
    """The path of one file under ``models/``.

    Raises:
        ResourceError: there is no such file.
    """
    path = models_folder().joinpath(*parts)
    if not path.exists():
        raise ResourceError(
            tell(
                "{parts} is missing from {models_folder}.",
                parts="/".join(parts),
                models_folder=models_folder(),
            )
        )
    return path
