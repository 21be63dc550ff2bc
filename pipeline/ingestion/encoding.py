"""Bytes to text in the encodings that French texts come in."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

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
                raise NotTextError(f"it starts like {name} but is not") from error
    if _looks_utf16(data):
        return _decode_utf16(data)
    if b"\0" in data:
        raise NotTextError("it holds zero bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_single_byte(data)
    if _binary(text):
        raise NotTextError("it holds control characters")
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
        raise NotTextError("it looks like UTF-16 but is not") from error
    if _binary(text):
        raise NotTextError("it holds control characters")
    return text


def _decode_single_byte(data: bytes) -> str:
    texts = {}
    for name in ("cp1252", "iso8859_15", "mac_roman"):
        try:
            texts[name] = data.decode(name)
        except UnicodeDecodeError:
            continue
    if not texts:
        raise NotTextError("no encoding fits it")
    scores = {name: _frenchness(text) for name, text in texts.items()}
    best = max(scores.values())
    leaders = [name for name, score in scores.items() if score == best]
    if len(leaders) > 1:
        guess = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
        if guess is not None and guess.encoding in leaders:
            return texts[guess.encoding]
    return texts[leaders[0]]


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
