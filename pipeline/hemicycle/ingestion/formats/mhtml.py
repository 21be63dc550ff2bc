"""Web pages saved whole (``.mhtml``, ``.mht``): the page in them."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats import html
from hemicycle.ingestion.formats.encoding import decode
from hemicycle.messages import tell
from hemicycle.settings import Settings


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a saved page, with what the page and the browser say of it.

    The day of saving is no date of the page, so it is not taken.

    Raises:
        NotTextError: the page is no text.
        ImportError: trafilatura is not installed.
        UnreadableError: there is no page in it, or as for :func:`html.read`.
    """
    message = email.message_from_bytes(content.whole(), policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if not isinstance(page, EmailMessage):
        raise UnreadableError("broken", tell("There is no web page in it."))
    text, fields, emphasised = html.extract(decoded(page), settings.limits)
    address = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    if address.startswith(("http://", "https://")):
        fields.setdefault("url", address)
    if subject := str(message.get("Subject") or ""):
        fields.setdefault("title", subject)
    yield Raw(text=text, sha256=content.sha256(), fields=fields, emphasised=emphasised)


def decoded(part: EmailMessage) -> str:
    """The text of a part, in the encoding that it states if that fits.

    Raises:
        NotTextError: it is no text.
        UnreadableError: it cannot be unpacked.
    """
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise UnreadableError("broken", tell("The text in it is broken."))
    try:
        return payload.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(payload)
