"""The output folder: written so that it is whole at every moment, and read back."""

from pipeline.outputs.atomic import PARTIAL, write_bytes
from pipeline.outputs.folder import OutputFolder
from pipeline.outputs.marks import Marks, versions
from pipeline.outputs.store import OutputError

__all__ = ["PARTIAL", "Marks", "OutputError", "OutputFolder", "versions", "write_bytes"]
