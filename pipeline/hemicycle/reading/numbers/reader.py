"""Atoms to numbers: figures or words, their magnitudes, halves and fractions."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from hemicycle.knowledge.grammar import AND, FOR, OF_THE_MANY, PLAIN_OF, A
from hemicycle.reading.numbers.atoms import Atom, Kind, read_atoms, vocabulary
from hemicycle.reading.numbers.cardinals import Cardinals, link
from hemicycle.reading.numbers.number import Form, Number
from hemicycle.reading.reading import Reading

_ONE = Decimal(1)
# Beyond a million trillions there is no amount, and decimal arithmetic would round.
_LIMIT = Decimal(10) ** 24
_LAST_WORD = re.compile(r"(\w+)[ \u00a0\u202f\u2009]{1,2}\Z")
_OF = re.compile(r"[ \u00a0\u202f\u2009]d(?:e\b|es\b|u\b|['’])", re.IGNORECASE)
_MULTIPLIERS = (Kind.MAGNITUDE, Kind.COLLECTIVE)


def read_numbers(text: str | Reading) -> list[Number]:
    """Every cardinal and fraction of a text, in order, none overlapping another.

    Ordinals (``3e``, ``deuxième``) are none. ``un`` and ``une`` alone are given with ``article``
    set. Figures that are several numbers stuck together (``31.12.25``, ``1,2,3``) are left out, as
    are those inside a word (``G20``, ``Covid-19``).

    Examples:
        >>> [str(n.value) for n in read_numbers("deux milliards et demi, 1'250 et septante-deux")]
        ['2500000000.0', '1250', '72']
    """
    return list(Reading.of(text).once(_read))


def _read(reading: Reading) -> tuple[Number, ...]:
    atoms = read_atoms(reading)
    reader = _Reader(reading.text, atoms)
    numbers: list[Number] = []
    index = 0
    while index < len(atoms):
        number, stop = reader.read(index)
        if number is not None and abs(number.value) < _LIMIT:
            numbers.append(number)
        index = max(stop, index + 1)
    return tuple(numbers)


class _Reader:
    def __init__(self, text: str, atoms: list[Atom]) -> None:
        self.text = text
        self.atoms = atoms
        self.cardinals = Cardinals(text, atoms)
        self.known = vocabulary()

    def read(self, index: int) -> tuple[Number | None, int]:
        """The number that begins at an atom, or None, and the index to go on from."""
        atom = self.atoms[index]
        if atom.kind == Kind.FIGURES:
            return self._figures(index)
        if atom.kind in (Kind.UNIT, Kind.TEN, Kind.HUNDRED, Kind.THOUSAND):
            return self._words(index)
        if atom.kind in _MULTIPLIERS:
            return self._bare_magnitude(index)
        if atom.kind == Kind.FRACTION:
            return self._bare_fraction(index)
        return None, index + 1

    def _figures(self, index: int) -> tuple[Number | None, int]:
        """``12 500``, ``2,5 milliards``, ``80 Md``, ``20 mille``, ``1 million 200 000``."""
        value, magnitude, form = self.atoms[index].value, _ONE, "digits"
        at = index + 1
        while at < len(self.atoms) and (
            (self.atoms[at].kind in (Kind.MAGNITUDE, Kind.THOUSAND) and self._link(at) == "")
            or self.atoms[at].kind == Kind.ABBREVIATION
        ):
            magnitude = self.atoms[at].value
            value, form, at = value * magnitude, "mixed", at + 1
        if magnitude >= 1_000_000 and self.cardinals.joined(at, Kind.FIGURES):
            lower, smaller, stop = self.atoms[at].value, _ONE, at + 1
            if self.cardinals.joined(stop, Kind.MAGNITUDE):
                smaller, stop = self.atoms[stop].value, stop + 1
            if 1000 <= lower * smaller < magnitude:
                value, magnitude, at = value + lower * smaller, smaller, stop
        return self._finish(index, at, value, magnitude, "mixed" if form == "mixed" else "digits")

    def _words(self, index: int) -> tuple[Number | None, int]:
        first = self.atoms[index]
        if self._is_rate(index) or first.word == "cents":
            return None, index + 1
        value, at, magnitude = self.cardinals.read(index)
        if at == index:
            return None, index + 1
        if at < len(self.atoms):
            following = self.atoms[at]
            tie = self._link(at)
            if following.kind == Kind.COLLECTIVE and (tie == "" or tie in self.known.padding):
                value *= following.value
                return self._finish(index, at + 1, value, following.value, "words", True)
            if tie == "" and self._is_fraction(at):
                return self._fraction(index, at, value)
        if self.atoms[at - 1].kind == Kind.THOUSAND:
            magnitude = self.atoms[at - 1].value
        article = value == _ONE and at == index + 1 and first.word in A
        return self._finish(index, at, value, magnitude, "words", article=article)

    def _bare_magnitude(self, index: int) -> tuple[Number | None, int]:
        """``des milliers``, ``quelques dizaines de milliers``, ``le milliard promis``."""
        atom = self.atoms[index]
        match = _LAST_WORD.search(self.text, max(0, atom.start - 14), atom.start)
        before = match[1].lower() if match else ""
        plural = atom.word.endswith("s")
        collective = not plural and atom.kind == Kind.COLLECTIVE
        if match is None or before not in (self.known.vague if plural else self.known.definite):
            return None, index + 1
        number, at = self._finish(
            index, index + 1, atom.value, atom.value, "words", collective, vague=plural
        )
        if number is None or not plural or before in OF_THE_MANY:
            return number, at
        return replace(number, start=match.start(1)), at

    def _bare_fraction(self, index: int) -> tuple[Number | None, int]:
        """``la moitié``, ``le tiers des voix``, ``demi-litre``, ``½``."""
        atom = self.atoms[index]
        alone = atom.word[0] in self.known.signs or atom.word in self.known.alone
        if not alone:
            match = _LAST_WORD.search(self.text, max(0, atom.start - 12), atom.start)
            alone = match is not None and match[1].lower() in self.known.definite
        return self._fraction(index, index, _ONE) if alone else (None, index + 1)

    def _is_fraction(self, index: int) -> bool:
        atom = self.atoms[index]
        if atom.kind == Kind.ORDINAL_FRACTION:
            return _OF.match(self.text, atom.end) is not None
        return atom.kind == Kind.FRACTION

    def _fraction(self, index: int, part: int, count: Decimal) -> tuple[Number | None, int]:
        """``trois quarts``, ``un demi-milliard``, ``un quart de million``."""
        value, magnitude, at = count * self.atoms[part].value, _ONE, part + 1
        approximate = False
        if at < len(self.atoms) and self.atoms[at].kind in _MULTIPLIERS and self._link(at) == "":
            approximate = self.atoms[at].kind == Kind.COLLECTIVE
            magnitude = self.atoms[at].value
            value, at = value * magnitude, at + 1
        return self._finish(index, at, value, magnitude, "words", approximate, fraction=True)

    def _finish(
        self,
        index: int,
        at: int,
        value: Decimal,
        magnitude: Decimal,
        form: Form,
        approximate: bool = False,
        *,
        fraction: bool = False,
        vague: bool = False,
        article: bool = False,
    ) -> tuple[Number, int]:
        """Add ``et demi`` and ``de milliers``, and make the number."""
        if (
            at < len(self.atoms)
            and self.atoms[at].word in self.known.added
            and self._link(at) in AND
        ):
            value += self.atoms[at].value * magnitude
            at += 1
            article = False
        while (
            at < len(self.atoms)
            and (magnitude != 1 or fraction)
            and self.atoms[at].kind in _MULTIPLIERS
            and (fraction or self.atoms[at].word.endswith("s"))
            and self._link(at) in PLAIN_OF
        ):
            magnitude = self.atoms[at].value
            value *= magnitude
            at += 1
        start, end = self.atoms[index].start, self.atoms[at - 1].end
        return (
            Number(start, end, value, form, magnitude, approximate, fraction, vague, article),
            at,
        )

    def _is_rate(self, index: int) -> bool:
        """Is it the ``cent`` of ``cinq pour cent``, or the ``mille`` of ``pour mille``?"""
        atom = self.atoms[index]
        return (
            index > 0
            and atom.word in self.known.rated
            and link(self.text, self.atoms[index - 1], atom) in FOR
        )

    def _link(self, index: int) -> str:
        return link(self.text, self.atoms[index - 1], self.atoms[index])
