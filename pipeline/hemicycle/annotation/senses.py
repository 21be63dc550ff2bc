"""In which sense a word of the lexicons of topics and branches stands: whether it names one there.

Two ways of having another sense are told: by fixed phrases (``models/lexicons/idioms.csv``: `usine
à gaz`, `prêter serment`), which hide their words; and by what stands around a word
(``models/lexicons/senses.toml``): `carrière` is a quarry beside granulates only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hemicycle.folding import straight
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_csv, load_toml

_REACH = 60
# Where a sentence ends, or nearly (`art. 102` does not); and how far it is looked for.
_BREAK = re.compile(r"[.!?…]+\s(?!\d)|\n")
_FARTHEST = 300


@dataclass(frozen=True, slots=True)
class _Sense:
    """When a word does not have the sense of some codes: where all of this is so.

    Attributes:
        codes: the codes, or the letters that they begin with; all if there are none.
        before: what stands right before the word then.
        behind: what stands right behind it then.
        lacks: what stands nowhere in its sentence then.
        holds: what stands somewhere in its sentence then.
    """

    codes: tuple[str, ...]
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    lacks: re.Pattern[str] | None
    holds: re.Pattern[str] | None

    def concerns(self, code: str) -> bool:
        return not self.codes or code in self.codes

    def is_other(self, sentence: str, start: int, end: int) -> bool:
        """Whether the word at a place of a sentence has another sense than that of the codes."""
        return bool(
            (self.behind is None or self.behind.match(sentence, end))
            and (self.before is None or self.before.search(sentence, max(0, start - _REACH), start))
            and (self.lacks is None or not self.lacks.search(sentence))
            and (self.holds is None or self.holds.search(sentence))
        )


class Senses:
    """Tells other senses; the lexicon is read once."""

    def __init__(self) -> None:
        """Read ``models/lexicons/senses.toml``."""
        self._of: dict[str, list[_Sense]] = {}
        for row in load_toml("lexicons", "senses.toml")["sense"]:
            sense = _Sense(
                tuple(row.get("codes", ())),
                _pattern(row.get("before"), r"(?<!\w)(?:{})\Z"),
                _pattern(row.get("behind"), r"(?:{})"),
                _pattern(row.get("lacks"), r"(?<!\w)(?:{})"),
                _pattern(row.get("holds"), r"(?<!\w)(?:{})"),
            )
            for word in row["words"]:
                self._of.setdefault(word, []).append(sense)

    @property
    def concerned(self) -> frozenset[tuple[str, str]]:
        """The terms and codes that their surroundings decide between."""
        return frozenset(
            (term, code) for term, found in self._of.items() for one in found for code in one.codes
        )

    def is_other(self, text: str, start: int, end: int, term: str, code: str) -> bool:
        """Whether a term has another sense at a place than that of a code.

        Args:
            text: the text.
            start: first character of the term, from 0.
            end: one past its last.
            term: as the lexicon writes it.
            code: of the topic or branch.
        """
        concerned = [sense for sense in self._of.get(term, ()) if sense.concerns(code)]
        if not concerned:
            return False
        before = _BREAK.split(text[max(0, start - _FARTHEST) : start])[-1]
        behind = _BREAK.split(text[end : end + _FARTHEST], maxsplit=1)[0]
        lower = _blanks_alike(straight(f"{before}{text[start:end]}{behind}")).lower()
        place = len(before), len(before) + end - start
        return any(sense.is_other(lower, *place) for sense in concerned)


@per_knowledge
def senses() -> Senses:
    """The senses, read once per knowledge.

    Raises:
        ResourceError: the file is absent.
    """
    return Senses()


def idioms() -> Iterator[str]:
    """The phrases whose words name nothing.

    Raises:
        ResourceError: the file is absent.
    """
    for row in load_csv("lexicons", "idioms.csv"):
        yield row["phrase"]


def _pattern(source: str | None, frame: str) -> re.Pattern[str] | None:
    return None if source is None else re.compile(frame.format(source))


def _blanks_alike(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
