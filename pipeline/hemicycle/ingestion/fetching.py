"""Pages of the web, fetched as a polite visitor does: once, slowly, and where the site allows it.

What a site allows stands in its `robots.txt` (RFC 9309).
"""

from __future__ import annotations

import hashlib
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from hemicycle.addresses import site_of
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.messages import tell
from hemicycle.settings import Limits
from hemicycle.version import __version__

AGENT = f"hemicycle/{__version__}"
_SECONDS = 30
# Between two visits to a site, and the most that a site may ask for.
_PAUSE = 1.0
_LONGEST_PAUSE = 30.0
_LONGEST_ROBOTS = 500_000


class Visitor:
    """Fetches pages; those that were fetched before are kept on this machine, not asked again."""

    def __init__(self, limits: Limits, kept: Path, *, again: bool = False) -> None:
        """Prepare for visits.

        Args:
            limits: how large a page may be.
            kept: the folder of what was fetched.
            again: whether pages are fetched although they were before.
        """
        self._limit = int(limits.file_megabytes * 1_000_000)
        self._kept = kept
        self._again = again
        self._robots: dict[str, RobotFileParser] = {}
        self._visited: dict[str, float] = {}

    def page(self, address: str) -> Path:
        """The copy of a page on this machine.

        Raises:
            UnreadableError: the site does not allow it or does not answer, or it is too large.
            OSError: the copy cannot be written.
        """
        copy = self._kept / hashlib.sha256(address.encode()).hexdigest()
        if self._again or not copy.is_file():
            data = self.fetched(address)
            self._kept.mkdir(parents=True, exist_ok=True)
            half = copy.with_suffix(".half")
            half.write_bytes(data)
            half.replace(copy)
        return copy

    def fetched(self, address: str) -> bytes:
        """The bytes of a page as they are now; raises as :meth:`page` does."""
        site = site_of(address)
        if not site:
            raise UnreadableError("unsafe", tell("It is no address of the web, so it is not read."))
        if not self._rules(site).can_fetch(AGENT, address):
            raise UnreadableError(
                "not allowed", tell("The robots.txt of the site asks programs not to read it.")
            )
        return self._asked(address, site, self._limit)

    def _rules(self, site: str) -> RobotFileParser:
        if site not in self._robots:
            rules = RobotFileParser()
            try:
                text = self._asked(f"{site}/robots.txt", site, _LONGEST_ROBOTS)
                lines = text.decode("utf-8", "replace").splitlines()
            except _StatusError as error:
                # RFC 9309, 2.3.1: no such file allows everything, a server in trouble nothing.
                lines = [] if error.status < 500 else ["User-agent: *", "Disallow: /"]
            rules.parse(lines)
            self._robots[site] = rules
        return self._robots[site]

    def _asked(self, address: str, site: str, limit: int) -> bytes:
        self._wait(site)
        request = urllib.request.Request(address, headers={"User-Agent": AGENT})
        try:
            with _OPENER.open(request, timeout=_SECONDS) as answer:
                data: bytes = answer.read(limit + 1)
        except urllib.error.HTTPError as error:
            raise _StatusError(error.code) from error
        except (OSError, ValueError) as error:
            raise UnreadableError(
                "unreadable", tell("The site does not answer ({error}).", error=error)
            ) from error
        finally:
            self._visited[site] = time.monotonic()
        if len(data) > limit:
            raise UnreadableError(
                "too large", tell("The page is larger than limits.file_megabytes allows.")
            )
        return data

    def _wait(self, site: str) -> None:
        """Let some time pass since the last visit, as much as the site asks for within reason."""
        rules = self._robots.get(site)
        asked = float((rules and rules.crawl_delay(AGENT)) or 0)
        pause = min(max(_PAUSE, asked), _LONGEST_PAUSE)
        left = self._visited.get(site, float("-inf")) + pause - time.monotonic()
        if left > 0:
            time.sleep(left)


class _StatusError(UnreadableError):
    """A site answered that there is no such page, or that it is in trouble."""

    def __init__(self, status: int) -> None:
        super().__init__(
            "unreadable", tell("The site answers with status {status}.", status=status)
        )
        self.status = status


class _SameSite(urllib.request.HTTPRedirectHandler):
    """Follows a site to another page of it alone, so that no page leads into a private network."""

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """The request for the page that a site leads to.

        Raises:
            UnreadableError: it is one of another site.
        """
        if _host(newurl) != _host(req.full_url):
            raise UnreadableError("unsafe", tell("It leads to another site; name that instead."))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = urllib.request.build_opener(_SameSite)


def _host(address: str) -> str:
    """The host and port of an address, whatever its scheme: many sites lead from http to https."""
    parts = urlsplit(address)
    return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)
