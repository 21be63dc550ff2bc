"""What the command ``hemicycle`` starts."""

from __future__ import annotations

import atexit
import os
import sys

from hemicycle.running.interruption import interruptible


def main() -> None:
    """Run the command line, and leave with its exit code."""
    with interruptible():
        code: object = 130
        try:
            from hemicycle.messages import speak_to_libraries

            speak_to_libraries()
            from hemicycle.cli.app import app

            app(prog_name="hemicycle")
        except SystemExit as ended:
            code = ended.code
        except KeyboardInterrupt:
            pass
        if code == 130:
            _leave_at_once()
    sys.exit(code)  # type: ignore[arg-type]


def _leave_at_once() -> None:
    """End an interrupted process without waiting for its threads.

    One of them may wait for ever for the rest of a result, whose process was ended as it sent it.
    """
    from hemicycle.cli.exits import Exit

    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(Exit.INTERRUPTED)
