"""A text as the words, figures and signs that the rules of dates look at."""

from __future__ import annotations

import re

from hemicycle.annotation.dates.lexicon import Lexicon, lexicon
from hemicycle.annotation.rules import tokens
from hemicycle.reading.numbers import Number, read_numbers

# Words with an inner hyphen or apostrophe that are one word of time come first; the look-ahead at
# their first letters halves the time of the scan.
_TOKEN = re.compile(
    r"(?=[aAdDrRwW])(?i:\baujourd.{0,2}hui\b|\bavant[- ](?:hier|veille)\b"
    r"|\bapr[eè]s[- ](?:midis?|demain)\b|\bweek[- ]?ends?\b|\bd['’](?:avant|apr[eè]s)\b(?!-)"
    r"|\bdix-(?:sept|huit|neuv)i[eè]me|\brendez-vous\b)"
    r"|[^\W\d_]+['’]?|[0-9]+|[^\w\s]"
)
_JOINED = {"weekend": "week-end", "weekends": "week-ends"}
_APOSTROPHES = re.compile("[’ʼʻꞌ＇´`]")


class Tokens(tokens.Tokens):
    """The tokens of a text, with the numbers and the words of dates that stand in it."""

    def __init__(self, text: str) -> None:
        """Read a text once."""
        self.text = text
        self.lexicon: Lexicon = lexicon()
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        triggers: list[int] = []
        known = self.lexicon.kinds
        for match in _TOKEN.finditer(text):
            raw = match[0]
            word = raw.lower()
            if len(word) > 1 and (not word.isalnum() or word.startswith("aujourd")):
                word = _joined(word)
            if word in known or (raw[0] in "0123456789" and raw.isascii()):
                triggers.append(len(words))
            words.append(word)
            starts.append(match.start())
            ends.append(match.end())
        self.words, self.starts, self.ends, self.triggers = words, starts, ends, triggers
        self._numbers: dict[int, tuple[Number, int]] = {}
        self._place_numbers()

    def _place_numbers(self) -> None:
        """Tie each number to the token that it begins at, and add the number words as triggers."""
        index, count = 0, len(self.words)
        added = []
        for number in read_numbers(self.text):
            while index < count and self.starts[index] < number.start:
                index += 1
            stop = index
            while stop < count and self.ends[stop] <= number.end:
                stop += 1
            if index < count and self.starts[index] == number.start and stop > index:
                self._numbers[index] = (number, stop)
                if not self.words[index].isdigit():
                    added.append(index)
        if added:
            self.triggers = sorted({*self.triggers, *added})

    def get(self, section: str, index: int) -> object:
        """The value of the word at an index in a section of the lexicon, or None."""
        return self.lexicon.get(section, self.word(index))

    def number(self, index: int) -> tuple[Number, int] | None:
        """The number that begins at an index, and the index behind it."""
        return self._numbers.get(index)

    def cardinal(self, index: int) -> tuple[int, int] | None:
        """The whole number that begins at an index, and the index behind it."""
        found = self._numbers.get(index)
        if found is not None:
            number, stop = found
            if number.vague or number.fraction or number.value != int(number.value):
                return None
            return int(number.value), stop
        return self.figures(index)

    def figures(self, index: int) -> tuple[int, int] | None:
        """The figures of this one token alone (``31`` of ``31.12.25``)."""
        word = self.word(index)
        if word.isdigit() and word.isascii() and len(word) < 8:
            return int(word), index + 1
        return None


def _joined(word: str) -> str:
    if word.startswith("aujourd"):
        return "aujourd'hui"
    word = _APOSTROPHES.sub("'", word)
    if word.startswith(("avant ", "après ", "apres ", "week ")):
        word = word.replace(" ", "-")
    return _JOINED.get(word, word)
