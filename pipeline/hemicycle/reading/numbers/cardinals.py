"""The grammar of French cardinals in words, over atoms.

After Grevisse & Goosse, *Le bon usage*, § 598-604: units follow tens (``vingt-deux``), ``et``
stands before ``un`` and ``onze`` alone, ``soixante`` and ``quatre-vingt`` also take ten to
nineteen, hundreds and thousands multiply what stands before them, and magnitudes are nouns that
come in falling order. Spaces and hyphens are treated alike (the 1990 spelling puts hyphens
everywhere).
"""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

from hemicycle.knowledge.grammar import AND
from hemicycle.reading.numbers.atoms import HYPHENS, SPACES, Atom, Kind

_ONE, _TEN, _HUNDRED, _THOUSAND = Decimal(1), Decimal(10), Decimal(100), Decimal(1000)
_APART = "apart"
_JOINED = ""
_TIGHT = frozenset((_JOINED,))


def link(text: str, left: Atom, right: Atom) -> str:
    """What stands between two atoms: nothing but a space or hyphen (empty string), one small word
    (that word in lower case), or ``apart``."""
    gap = text[left.end : right.start]
    if len(gap) <= 1:
        return _JOINED if gap in SPACES or gap in HYPHENS else _APART
    if len(gap) > 10:
        return _APART
    inner = gap.strip(SPACES + HYPHENS).lower()
    if not inner:
        return _JOINED if len(gap) <= 3 else _APART
    return inner.replace("’", "'") if inner.replace("'", "").replace("’", "").isalpha() else _APART


class Cardinals:
    """Reads the longest cardinal in words that begins at an atom."""

    def __init__(self, text: str, atoms: list[Atom]) -> None:
        self.text = text
        self.atoms = atoms

    def joined(self, index: int, kind: Kind, by: Container[str] = _TIGHT) -> bool:
        """Is the atom at ``index`` of this kind and tied to the one before it?"""
        atoms = self.atoms
        return (
            0 < index < len(atoms)
            and atoms[index].kind == kind
            and link(self.text, atoms[index - 1], atoms[index]) in by
        )

    def read(self, index: int) -> tuple[Decimal, int, Decimal]:
        """Value, index behind the last atom, and the last magnitude; the index is unchanged where
        no cardinal begins."""
        total, ceiling, magnitude = Decimal(0), Decimal("Infinity"), _ONE
        at = index
        while True:
            group, stop = self._below_million(at)
            if stop == at:
                return total, at, magnitude
            if self.joined(stop, Kind.COMMA) and total == 0:
                group, stop = self._decimals(group, stop)
            if not self.joined(stop, Kind.MAGNITUDE):
                if total and group >= ceiling:
                    return total, at, magnitude
                return total + group, stop, _ONE
            factor = self.atoms[stop].value
            if factor >= ceiling:
                return total, at, magnitude
            total += group * factor
            ceiling = magnitude = factor
            at = stop + 1
            if not (at < len(self.atoms) and self._tied(at)):
                return total, at, magnitude

    def _tied(self, index: int) -> bool:
        return link(self.text, self.atoms[index - 1], self.atoms[index]) == _JOINED

    def _decimals(self, whole: Decimal, comma: int) -> tuple[Decimal, int]:
        """``deux virgule zéro cinq``, ``trois virgule un quatre un six``."""
        digits, at = "", comma + 1
        while at < len(self.atoms) and self._tied(at):
            value, stop = self._below_hundred(at)
            if stop == at:
                break
            digits += str(value)
            at = stop
        return (whole + Decimal(f"0.{digits}"), at) if digits else (whole, comma)

    def _below_million(self, index: int) -> tuple[Decimal, int]:
        group, at = self._below_thousand(index)
        if at == index:
            if not (index < len(self.atoms) and self.atoms[index].kind == Kind.THOUSAND):
                return group, index
            group, at = _ONE, index + 1
        elif group > 1 and self.joined(at, Kind.THOUSAND):
            at += 1
        else:
            return group, at
        value = group * _THOUSAND
        if at < len(self.atoms) and self._tied(at):
            rest, at = self._below_thousand(at)
            return value + rest, at
        if self.joined(at, Kind.UNIT, AND) and self.atoms[at].value == 1:
            return value + 1, at + 1
        return value, at

    def _below_thousand(self, index: int) -> tuple[Decimal, int]:
        if index < len(self.atoms) and self.atoms[index].word == "cent":
            value, at = _HUNDRED, index + 1
        else:
            value, at = self._below_hundred(index)
            hundreds = 2 <= value <= 9 or 11 <= value <= 19
            if at == index or not hundreds or not self.joined(at, Kind.HUNDRED):
                return value, at
            value, at = value * _HUNDRED, at + 1
        if at < len(self.atoms) and self._tied(at):
            rest, stop = self._below_hundred(at)
            if rest:
                return value + rest, stop
        return value, at

    def _below_hundred(self, index: int) -> tuple[Decimal, int]:
        if index >= len(self.atoms):
            return Decimal(0), index
        atom, stop = self.atoms[index], index + 1
        if atom.kind == Kind.TEN and atom.word != "vingts":
            return self._with_unit(atom.value, stop)
        if atom.kind != Kind.UNIT:
            return Decimal(0), index
        if atom.word == "quatre" and self.joined(stop, Kind.TEN):
            if self.atoms[stop].value == 20:
                return self._with_unit(Decimal(80), stop + 1)
        elif atom.value == _TEN and self.joined(stop, Kind.UNIT):
            unit = self.atoms[stop].value
            if 7 <= unit <= 9:
                return _TEN + unit, stop + 1
        return atom.value, stop

    def _with_unit(self, ten: Decimal, at: int) -> tuple[Decimal, int]:
        """A ten and the unit behind it, if there is one."""
        highest = 19 if ten in (60, 80) else 9
        if self.joined(at, Kind.UNIT, AND):
            unit = self.atoms[at].value
            return (ten + unit, at + 1) if unit == 1 or (unit == 11 and ten == 60) else (ten, at)
        if not self.joined(at, Kind.UNIT):
            return ten, at
        unit, stop = self.atoms[at].value, at + 1
        if unit == _TEN and highest == 19:
            unit, stop = self._below_hundred(at)
        return (ten + unit, stop) if 1 <= unit <= highest else (ten, at)
