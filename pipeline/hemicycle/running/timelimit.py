"""An end to what takes too long."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from hemicycle.messages import tell


class TimeLimitError(Exception):
    """Something took longer than it may."""


@contextmanager
def time_limit(seconds: float, *, deadly: bool = False) -> Iterator[None]:
    """Stop what is inside after a number of seconds.

    Where there are no timers (Windows, threads other than the main one) nothing is limited.

    Args:
        seconds: how long it may take by the clock; 0 for ever.
        deadly: after twice as much processor time end the process too, since the exception cannot
            reach into a library (a loop in C never looks at it).

    Raises:
        TimeLimitError: it took longer.
    """
    if (
        seconds <= 0
        or not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeLimitError(
            tell("reading it took more than limits.document_seconds = {seconds:g}", seconds=seconds)
        )

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    if deadly:
        signal.setitimer(signal.ITIMER_PROF, 2 * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        if deadly:
            signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGALRM, before)
