"""Bytes to text in the encodings that French texts come in."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager

from charset_normalizer import from_bytes

from hemicycle.ingestion.contents import Content
from hemicycle.messages import tell

# charset-normalizer, left to itself, takes French cp1252 for cp1250.
_CANDIDATES = ["utf_8", "cp1252", "iso8859_15", "utf_16", "mac_roman"]
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
_CHUNK = 1_000_000
# What French writes above ASCII, and what it writes only in foreign names and measures.
_FRENCH = frozenset("àâçéèêëîïôœùûÀÂÇÉÈÊËÎÏÔŒÙÛ«»°’‘“”–—…€\u00a0")
_POSSIBLE = frozenset("äæöüÿÄÆÖÜŸ§²³½ñÑáíóúãõåøÁÍÓÚßš")
_INSIDE_WORD = frozenset("’‘")


class NotTextError(ValueError):
    """The bytes are no text."""


def decode(data: bytes) -> str:
    """The text of a file.

    A byte order mark decides; then UTF-8 if the bytes are valid UTF-8; then UTF-16 if they have
    its pattern of zero bytes; then whichever of Windows-1252, ISO-8859-15 and Mac Roman reads most
    like French.

    Raises:
        NotTextError: the bytes hold binary data.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(name)
            except UnicodeDecodeError as error:
                raise NotTextError(tell("it starts like {name} but is not", name=name)) from error
    if _looks_utf16(data):
        return _decode_utf16(data)
    if b"\0" in data:
        raise NotTextError(tell("it holds zero bytes"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_single_byte(data)
    if _binary(text):
        raise NotTextError(tell("it holds control characters"))
    return text


def _looks_utf16(data: bytes) -> bool:
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return False
    zeros_even, zeros_odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    return (zeros_odd > 0.6 * half and zeros_even < 0.1 * half) or (
        zeros_even > 0.6 * half and zeros_odd < 0.1 * half
    )


def _decode_utf16(data: bytes) -> str:
    sample = data[:4096]
    little = sample[1::2].count(0) > sample[0::2].count(0)
    try:
        text = data.decode("utf-16-le" if little else "utf-16-be")
    except UnicodeDecodeError as error:
        raise NotTextError(tell("it looks like UTF-16 but is not")) from error
    if _binary(text):
        raise NotTextError(tell("it holds control characters"))
    return text


def _decode_single_byte(data: bytes) -> str:
    return data.decode(_single_byte(data))


def _single_byte(data: bytes) -> str:
    """Which of the encodings of a byte a character reads most like French."""
    texts = {}
    for name in ("cp1252", "iso8859_15", "mac_roman"):
        try:
            texts[name] = data.decode(name)
        except UnicodeDecodeError:
            continue
    if not texts:
        raise NotTextError(tell("no encoding fits it"))
    scores = {name: _frenchness(text) for name, text in texts.items()}
    best = max(scores.values())
    leaders = [name for name, score in scores.items() if score == best]
    if len(leaders) > 1:
        guess = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
        if guess is not None and guess.encoding in leaders:
            return guess.encoding
    return leaders[0]


@contextmanager
def open_text(content: Content, *, newline: str) -> Iterator[io.TextIOWrapper]:
    """A file as a stream of text, in the encoding that :func:`decode` would find.

    The file is read once to find the encoding, a piece at a time. A byte that the encoding lacks
    becomes U+FFFD.

    Args:
        content: the file.
        newline: as for :func:`open`.

    Raises:
        NotTextError: the bytes hold binary data.
    """
    encoding = _encoding(content)
    text = io.TextIOWrapper(
        content.rewound(),
        encoding=encoding,
        errors="replace",
        newline=newline,
    )
    try:
        yield text
    finally:
        text.detach()


def _encoding(content: Content) -> str:
    head = content.head(_SAMPLE)
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    if _looks_utf16(head):
        little = head[1:4096:2].count(0) > head[0:4096:2].count(0)
        return "utf-16-le" if little else "utf-16-be"
    if _binary(head.decode("latin-1")):
        raise NotTextError(tell("it holds control characters"))
    decoder = codecs.getincrementaldecoder("utf-8")()
    stream = content.rewound()
    encoding = "utf-8"
    while chunk := stream.read(_CHUNK):
        if b"\0" in chunk:
            raise NotTextError(tell("it holds zero bytes"))
        if encoding == "utf-8":
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                start = max(0, error.start - _SAMPLE // 2)
                encoding = _single_byte(chunk[start : start + _SAMPLE])
    return encoding


def _frenchness(text: str) -> int:
    """How much the characters above ASCII look like French ones, each by its neighbours."""
    score = 0
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if char <= "~":
            continue
        inside = before.isalpha() or after.isalpha()
        if char.isupper() and before.islower():
            score -= 2  # a capital inside a word is a small letter read in the wrong encoding
        elif char in _FRENCH:
            score += 2 if char.isalpha() or char in _INSIDE_WORD or not inside else 1
        elif char in _POSSIBLE and (char.isalpha() or not before.isalpha()):
            score += 1
        else:
            score -= 2
    return score


def _binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(char < " " and char not in "\t\n\r\f\v\x1a\x1b" for char in sample)
    return controls > max(2, len(sample) // 500)
