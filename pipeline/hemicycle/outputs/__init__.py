"""The output folder: written so that it is whole at every moment, and read back."""

from hemicycle.outputs.atomic import PARTIAL, write_bytes
from hemicycle.outputs.folder import OutputFolder
from hemicycle.outputs.marks import Marks, versions
from hemicycle.outputs.store import OutputError

__all__ = ["PARTIAL", "Marks", "OutputError", "OutputFolder", "versions", "write_bytes"]
