"""What Ctrl-C and a request to end do: the first stops cleanly, the second at once."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def interruptible() -> Iterator[None]:
    """Within it, the first signal to end is a KeyboardInterrupt, and the second ends the process.

    The second one does so even after the block was left by the first, while threads and processes
    are waited for. Worker processes notice that their parent is gone and end too. Only the main
    thread may answer signals: in others nothing is changed.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came = False

    def answer(number: int, frame: FrameType | None) -> None:
        nonlocal came
        if came:
            _end_at_once(number)
        came = True
        raise KeyboardInterrupt

    before = {number: signal.signal(number, answer) for number in _SIGNALS}
    try:
        yield
    finally:
        if not came:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def held_back(signals: Collection[signal.Signals]) -> Iterator[None]:
    """Within it, signals wait; processes and threads that are started inside never get them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    # It lets these signals in again when it starts, which it does with the first process.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_at_once(number: int) -> None:
    from hemicycle.running.scratch import remove_scratch

    try:
        remove_scratch()
    finally:
        os._exit(128 + number)
