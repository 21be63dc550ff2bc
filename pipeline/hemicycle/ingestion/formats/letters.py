"""Letters of electronic mail (``.eml``): what their writer says, without what they answer."""

from __future__ import annotations

import email
import email.policy
import logging
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

import lxml.html
from lxml import etree

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.html import refuse_depth
from hemicycle.ingestion.formats.letter_lines import own_lines, unflowed
from hemicycle.ingestion.formats.markup import words_of
from hemicycle.ingestion.formats.mhtml import decoded
from hemicycle.messages import tell
from hemicycle.settings import Limits, Settings

_LOG = logging.getLogger(__name__)
# Nests of parts and long fields take the parser a time that grows faster than they do.
_MOST_MULTIPARTS = 100
_MOST_PARTS = 500
_LONGEST_FIELD = 20_000
_LONGEST_OF_PART = 2_000
_LONGEST_HEAD = 500_000
_PART = re.compile(rb"^content-type:\s{0,10}(multipart)?", re.IGNORECASE | re.MULTILINE)
_LONG_FIELD = re.compile(
    rb"^[\w-]{1,60}:(?:[^\n]|\n[ \t]){%d}" % _LONGEST_FIELD, re.IGNORECASE | re.MULTILINE
)
_LONG_PART = re.compile(
    rb"^content-[\w-]{1,40}:(?:[^\n]|\n[ \t]){%d}" % _LONGEST_OF_PART, re.IGNORECASE | re.MULTILINE
)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_SHOWN = 1000
_ANSWER = re.compile(r"(?:(?:re|ré|réf|aw)\s{0,2}(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_FORWARD = re.compile(r"(?:fwd?|tr|i)\s{0,2}:\s*", re.IGNORECASE)
# A plain part that has fewer of the words than this says that the letter is a page.
_STUB = 0.25
_QUOTED = (
    "//blockquote[@type='cite']", "//*[contains(@class, 'gmail_quote')]",
    "//*[contains(@class, 'moz-cite-prefix')]", "//*[contains(@class, 'yahoo_quoted')]",
    "(//*[@id='divRplyFwdMsg'])[1]/following-sibling::*", "(//*[@id='divRplyFwdMsg'])[1]",
)  # fmt: skip
_SIGNATURES = ("//*[contains(@class, 'gmail_signature')]", "//*[contains(@class, 'moz-signature')]")


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a letter, with its subject, day and sender, who is its source.

    Quoted answers and signatures are left out, attachments too, and of those it is said.

    Raises:
        NotTextError: its text is none.
        UnreadableError: there is no text in it, or it is nested too deeply or has fields too long.
    """
    data = content.whole()
    _refuse(data)
    message = email.message_from_bytes(data, policy=email.policy.default)
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    text = ""
    if isinstance(plain, EmailMessage):
        text = decoded(plain).replace("\r\n", "\n")
        if plain.get_param("format", "") == "flowed":
            text = unflowed(text, joined=plain.get_param("delsp", "") == "yes")
    if not isinstance(plain, EmailMessage) and not isinstance(page, EmailMessage):
        raise UnreadableError(
            "empty", tell("There is no text in the letter; save its attachments.")
        )
    if left := [_name_of(part) for part in message.iter_attachments()]:
        _LOG.warning(
            tell(
                "{path}: attachments are not read: {names}.",
                path=content.path,
                names=", ".join(left)[:300],
            )
        )
    name, address = parseaddr(_field(message, "from"))
    yield letter(
        content,
        settings,
        plain=text,
        page=decoded(page) if isinstance(page, EmailMessage) else "",
        subject=_field(message, "subject"),
        sender=name or address,
        day=_field(message, "date"),
    )


def letter(
    content: Content,
    settings: Settings,
    *,
    plain: str,
    page: str,
    subject: str,
    sender: str,
    day: str,
) -> Raw:
    """A letter as its writer sent it, without quoted answers and signatures.

    Args:
        content: its file.
        settings: limits.
        plain: its text, empty if it has none.
        page: its text as HTML, which is read where the other says little; empty if it has none.
        subject: what it is about, with the marks of answers and of what was sent on.
        sender: whose it is.
        day: when it was sent, in any form of metadata.

    Raises:
        UnreadableError: the page is nested too deeply.
    """
    about = _ANSWER.sub("", subject, count=1)
    forwarded = _FORWARD.match(about)
    text = plain
    if page:
        shown = _shown(page, settings.limits, forwarded=forwarded is not None)
        if len(text.split()) < _STUB * len(shown.split()):
            text = shown
    told = {
        "title": about[forwarded.end() :] if forwarded else about,
        "date": day,
        "source": sender,
    }
    return Raw(
        text="\n".join(own_lines(text.split("\n"), forwarded=forwarded is not None)),
        sha256=content.sha256(),
        fields={ours: value for ours, value in told.items() if value},
    )


def _refuse(data: bytes) -> None:
    end = _HEAD_END.search(data)
    head = data[: end.start()] if end else data
    if len(head) > _LONGEST_HEAD or _LONG_FIELD.search(head) or _LONG_PART.search(data):
        raise UnreadableError(
            "too large", tell("Its head is too long for a letter; save its text.")
        )
    nested = [found[1] is not None for found in _PART.finditer(data)]
    if len(nested) > _MOST_PARTS or sum(nested) > _MOST_MULTIPARTS:
        raise UnreadableError(
            "nested too deeply",
            tell(
                "The letter has more than {most_parts} parts, or {most_multiparts} that "
                "have parts; save its text.",
                most_parts=_MOST_PARTS,
                most_multiparts=_MOST_MULTIPARTS,
            ),
        )


def _field(message: EmailMessage, name: str) -> str:
    """A field of the head as text: as it stands where it cannot be decoded, empty if missing."""
    value = next((str(v) for n, v in message.raw_items() if n.lower() == name), "")
    value = " ".join(value[:_LONGEST_SHOWN].split())
    try:
        return " ".join(str(make_header(decode_header(value))).split())
    except (HeaderParseError, LookupError, ValueError):
        return value


def _shown(page: str, limits: Limits, *, forwarded: bool) -> str:
    """The words of a letter that is a page."""
    try:
        tree: Any = lxml.html.document_fromstring(page.encode("utf-8", "replace"), _parser())
    except (etree.ParserError, ValueError):  # nothing in it
        return ""
    refuse_depth(tree, limits.nested_tags)
    for path in _SIGNATURES if forwarded else (*_QUOTED, *_SIGNATURES):
        for element in tree.xpath(path):
            if element.getparent() is not None:
                element.drop_tree()
    return words_of(tree)


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)


def _name_of(part: EmailMessage) -> str:
    return str(part.get_filename() or part.get_content_type())
