"""A text as the words, figures and signs that the rules of dates look at."""

from __future__ import annotations

from typing import Any

from hemicycle.annotation.dates.lexicon import Lexicon, lexicon
from hemicycle.annotation.rules import tokens
from hemicycle.knowledge.grammar import PLAIN_OF
from hemicycle.knowledge.made import per_knowledge
from hemicycle.reading.numbers import Number, read_numbers
from hemicycle.reading.reading import Reading
from hemicycle.reading.words import PerForm, Words

_YEAR = 4  # figures
_FIRST_IN_WORDS = 1000
_PLAIN, _TRIGGER, _OPENS_COMPOUND = range(3)


@per_knowledge
def _kinds() -> PerForm[int]:
    """Whether a rule may begin at a token, or a word of several tokens."""
    known = lexicon()

    def kind(token: str) -> int:
        if token in known.compounds:
            return _OPENS_COMPOUND
        figures = token.isdigit() and token.isascii()
        return _TRIGGER if figures or token in known.kinds else _PLAIN

    return PerForm(kind)


class Tokens(tokens.Tokens):
    """The tokens of a text, with the numbers and the words of dates that stand in it.

    A word of the lexicon that has several tokens (`avant-hier`, `d'avant`) is one.
    """

    def __init__(self, reading: Reading) -> None:
        """Find the words of dates in a text."""
        self.text = reading.text
        self.lexicon: Lexicon = lexicon()
        table, cut = _kinds(), reading.words
        telling = [index for index, token in enumerate(cut.tokens) if table[token]]
        self.words, self.starts, self.ends = cut.tokens, cut.token_starts, cut.token_ends
        if any(table[cut.tokens[index]] == _OPENS_COMPOUND for index in telling):
            telling = self._join(cut, telling)
        self.triggers = telling
        self._numbers: dict[int, tuple[Number, int]] = {}
        self._place_numbers(reading)

    def _join(self, cut: Words, telling: list[int]) -> list[int]:
        """Copy the tokens with those of one word joined; the indices at which rules may begin.

        Args:
            cut: the words of the text.
            telling: the tokens at which a rule or a word of several tokens may begin.
        """
        table, known = _kinds(), self.lexicon.kinds
        self.words, self.starts, self.ends = [], [], []
        triggers: list[int] = []
        copied = 0
        for index in [*telling, len(cut.tokens)]:
            if index < copied:
                continue  # inside of a word
            self.words += cut.tokens[copied:index]
            self.starts += cut.token_starts[copied:index]
            self.ends += cut.token_ends[copied:index]
            copied = index
            if index == len(cut.tokens):
                break
            word, stop = cut.tokens[index], index + 1
            if table[word] == _OPENS_COMPOUND:
                word, stop = self._compound(cut.tokens, cut.token_starts, cut.token_ends, index)
            if word in known or table[word] == _TRIGGER:
                triggers.append(len(self.words))
            self.words.append(word)
            self.starts.append(cut.token_starts[index])
            self.ends.append(cut.token_ends[stop - 1])
            copied = stop
        return triggers

    def _compound(
        self, words: list[str], starts: list[int], ends: list[int], index: int
    ) -> tuple[str, int]:
        """The word that begins at a token, and the index behind its last one."""
        for stop, word in self.lexicon.compounds.at(words, index):
            goes_on = words[stop : stop + 1] == ["-"] and starts[stop] == ends[stop - 1]
            if not goes_on and "\n" not in self.text[starts[index] : ends[stop - 1]]:
                return word, stop
        return words[index], index + 1

    def _place_numbers(self, reading: Reading) -> None:
        """Tie each number to the token that it begins at, and add the number words as triggers."""
        index, count = 0, len(self.words)
        added = []
        for number in read_numbers(reading):
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

    def among(self, name: str, index: int) -> bool:
        """Whether the word at an index is in a named set."""
        return self.word(index) in self.lexicon.lists[name]

    def phrase(self, name: str, index: int) -> tuple[int, Any] | None:
        """The index behind the first of some named phrases that stands at an index, and what the
        phrase means; None if none stands there."""
        for words, meant in self.lexicon.phrases[name]:
            if index >= 0 and tuple(self.words[index : index + len(words)]) == words:
                return index + len(words), meant
        return None

    def behind(self, name: str, index: int) -> int:
        """The index behind one of some named phrases if it stands at an index, else -1."""
        found = self.phrase(name, index)
        return -1 if found is None else found[0]

    def is_phrase(self, name: str, first: int, stop: int) -> bool:
        """Whether the words from an index to another are one of some named phrases."""
        between = tuple(self.words[first:stop])
        return any(words == between for words, _ in self.lexicon.phrases[name])

    def number(self, index: int) -> tuple[Number, int] | None:
        """The number that begins at an index, and the index behind it."""
        return self._numbers.get(index)

    def is_telling_number(self, index: int) -> bool:
        """Whether a number may begin a date: it has the figures of a year, or a word of dates, or
        one of the list ``after_number``, is behind it."""
        found = self._numbers.get(index)
        word = self.word(index)
        if found is None and not word.isdigit():
            return False
        if word.isdigit() and (len(word) >= _YEAR or self.among("counted_year", index - 1)):
            return True
        if found and found[0].form == "words" and found[0].value >= _FIRST_IN_WORDS:
            return True
        kinds, after = self.lexicon.kinds, self.lexicon.lists["after_number"]
        for behind in {index + 1, found[1] if found else index + 1}:
            following = self.word(behind)
            if following in PLAIN_OF:
                following = self.word(behind + 1)  # `une dizaine de jours`
                if following in kinds:
                    return True
            elif following in kinds or following in after:
                return True
        return False

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
