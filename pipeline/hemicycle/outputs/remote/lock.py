"""One run at a time in a remote folder, as far as a store without locks allows it.

A file there names the run that writes and is renewed each minute; one that was not renewed for ten
minutes, or names a process of this machine that is no more, was left by a run that was killed, and
is taken over. Two runs that begin within the same moment may both believe that they are alone.
"""

from __future__ import annotations

import json
import os
import socket
import threading
import time
import uuid
from typing import Any

_RENEWED_EACH = 60
_LEFT_AFTER = 600


class RemoteLock:
    """The right to write to one remote folder."""

    def __init__(self, files: Any, path: str) -> None:
        """Name the file, on a file system of fsspec."""
        self._files, self._path = files, path
        self._token = uuid.uuid4().hex
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._renew, daemon=True)

    def acquire(self) -> str:
        """Take it; gives the run that holds it, empty if it was taken."""
        holder = self._holder()
        if holder and not _left(holder):
            return f"process {holder.get('process')} on {holder.get('host')}"
        self._write()
        self._thread.start()
        return ""

    def release(self) -> None:
        """Give it back, if it is still held."""
        self._over.set()
        self._thread.join()
        if self._holder().get("token") == self._token:
            self._files.rm_file(self._path)

    def _renew(self) -> None:
        while not self._over.wait(_RENEWED_EACH):
            try:
                self._write()
            except Exception:  # the next renewal may find the network again
                continue

    def _write(self) -> None:
        held = {
            "host": socket.gethostname(),
            "process": os.getpid(),
            "renewed": time.time(),
            "token": self._token,
        }
        self._files.pipe_file(self._path, json.dumps(held).encode())

    def _holder(self) -> dict[str, Any]:
        try:
            found = json.loads(self._files.cat_file(self._path))
        except (FileNotFoundError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def _left(holder: dict[str, Any]) -> bool:
    """Whether the run that a file names was killed."""
    if time.time() - float(holder.get("renewed", 0)) > _LEFT_AFTER:
        return True
    if holder.get("host") != socket.gethostname():
        return False
    try:
        os.kill(int(holder["process"]), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, KeyError, ValueError):
        return False
    return False
