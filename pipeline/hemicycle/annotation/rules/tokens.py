"""A text as the words, figures and signs that rules look at."""

from __future__ import annotations

from collections.abc import Container

from hemicycle.knowledge.grammar import OF_THE, PLAIN_OF, THE_APART, THIS

_APART = THE_APART | THIS


class Tokens:
    """The tokens of a text; indices beyond the ends read as empty.

    Attributes:
        text: what was read.
        words: each token in lower case with straight apostrophes; an elided word keeps its
            apostrophe (``l'``).
        starts: first character of each token, from 0.
        ends: one past the last character.
        triggers: indices of the tokens at which a rule may begin, in order.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    triggers: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The word at an index, empty outside the text."""
        # Rules ask for most of what this costs: a look behind the end is rare.
        try:
            return self.words[index] if index >= 0 else ""
        except IndexError:
            return ""

    def raw(self, index: int) -> str:
        """The word as it is written, empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < index < len(self.words) and self.ends[index - 1] == self.starts[index]

    def broken(self, index: int) -> bool:
        """Whether a line break stands between this token and the one before."""
        if not 0 < index < len(self.words):
            return True
        return "\n" in self.text[self.ends[index - 1] : self.starts[index]]

    def parted(self, first: int, stop: int) -> bool:
        """Whether a blank line stands between the tokens from ``first`` to before ``stop``."""
        text, end = self.text, self.ends[stop - 1]
        line = text.find("\n", self.starts[first], end)
        while line >= 0:
            following = text.find("\n", line + 1, end)
            if following >= 0 and not text[line:following].strip():
                return True
            line = following
        return False

    def follows(self, index: int, *words: str) -> int:
        """The index behind these words if they stand at ``index``, else -1."""
        for stop, word in enumerate(words, start=index + 1):
            if self.word(stop - 1) != word:
                return -1
        return index + len(words)

    def skip(self, index: int, *words: str) -> int:
        """The index behind one of these words if it stands at ``index``, else ``index``."""
        return index + 1 if self.word(index) in words else index

    def past(self, index: int, words: Container[str]) -> int:
        """The same for a set of words."""
        return index + 1 if self.word(index) in words else index

    def skip_of(self, index: int) -> int:
        """The index behind ``de``, ``du``, ``de la``, ``de l'``, ``des``, ``d'`` if there."""
        if self.word(index) in PLAIN_OF:
            return index + 2 if self.word(index + 1) in _APART else index + 1
        return index + 1 if self.word(index) in OF_THE else index
