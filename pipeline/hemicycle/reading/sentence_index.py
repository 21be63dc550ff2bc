"""The sentence that a character of a document stands in."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from hemicycle.reading.cache import sentence_starts, text_of

# Characters of a sentence shown with a mention. Without a bound, a text without full stops would
# be written once more for each of its mentions.
LONGEST_SHOWN = 600
CUT = "…"


class SentenceIndex:
    """Sentences of a document by place; without boundaries the document is one sentence."""

    def __init__(self, doc: Doc) -> None:
        """Read the boundaries of a document once."""
        self._text = text_of(doc)
        self._starts = sentence_starts(doc)
        # Those that were shown whole, by their first character.
        self._whole: dict[int, str] = {}

    def bounds(self, place: int) -> tuple[int, int]:
        """First and one-past-last character of the sentence at a character, from 0."""
        index = max(0, bisect_right(self._starts, place) - 1)
        last = index + 1 == len(self._starts)
        return self._starts[index], len(self._text) if last else self._starts[index + 1]

    def on_one_line(self, place: int, end: int | None = None) -> str:
        """The sentence at a mention, its line breaks as spaces.

        A sentence of more than :data:`LONGEST_SHOWN` characters is shown as far as that many reach
        around the mention, in whole words where there are any, with `…` where it is cut.

        Args:
            place: first character of the mention, from 0.
            end: one past its last character; by default the one after the first.
        """
        first, last = self.bounds(place)
        if last - first <= LONGEST_SHOWN:
            if first not in self._whole:
                self._whole[first] = _joined(self._text[first:last])
            return self._whole[first]
        low, high = _window(first, last, place, place + 1 if end is None else end)
        opened, closed = low > first, high < last
        if opened:
            low = _next_word(self._text, low, place)
        if closed:
            high = _last_word(self._text, high, place)
        shown = _joined(self._text[low:high])
        return f"{CUT if opened else ''}{shown}{CUT if closed else ''}"


def _window(first: int, last: int, place: int, end: int) -> tuple[int, int]:
    """The bounds of what is shown: as much on one side of a mention as on the other if it is there.

    Room is left for the marks of a cut at both ends.
    """
    room = LONGEST_SHOWN - 2 * len(CUT)
    low = max(first, place - max(0, room - (end - place)) // 2)
    high = min(last, low + room)
    return max(first, high - room), high


def _next_word(text: str, low: int, place: int) -> int:
    """The first word that begins at a character or behind it, not behind the mention."""
    at = low
    while at < place and not text[at - 1].isspace():
        at += 1
    return at if at < place or text[at - 1].isspace() else low


def _last_word(text: str, high: int, place: int) -> int:
    """Where the last word ends that ends at a character or before it, behind the mention."""
    at = high
    while at > place + 1 and not text[at].isspace():
        at -= 1
    return at if text[at].isspace() else high


def _joined(sentence: str) -> str:
    lines = sentence.splitlines()
    return " ".join(line.strip() for line in lines if line.strip())
