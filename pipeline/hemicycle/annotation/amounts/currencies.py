"""Currencies: their French names, signs and codes, and which dollar is meant.

Names come from CLDR (Unicode's locale data, read through babel), signs and everyday names from
``models/lexicons/currencies.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from hemicycle.annotation.amounts.phrases import Found, PhraseBook, plurals
from hemicycle.annotation.amounts.words import heads_of
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

_BANK = re.compile(r"\([A-Z]+\)\Z")  # francs CFA (BCEAO)
_BRACKET = re.compile(r"\s*\([^)]*\)")
_PREFIXES = {"k": 10**3, "K": 10**3, "M": 10**6, "m": 10**6, "G": 10**9}
_LONGER = {
    "MM": 10**9,
    "Md": 10**9,
    "Mds": 10**9,
    "md": 10**9,
    "mds": 10**9,
    "MD": 10**9,
    "Mrd": 10**9,
}


class Money(NamedTuple):
    """What a currency's name or sign says.

    Attributes:
        currency: ISO 4217 code, or the shared name (``dollar``) of several currencies, or the name
            of a hundredth (``centime``).
        factor: by what the figure before it is multiplied (``M€``: a million).
        hundredth: is it a hundredth of a currency?
        guarded: a sign that is often something else (``F``).
    """

    currency: str
    factor: int = 1
    hundredth: bool = False
    guarded: bool = False


class Currencies:
    """All currencies, looked up behind and before figures."""

    def __init__(self) -> None:
        self.data: dict[str, Any] = load_toml("lexicons", "currencies.toml")
        self.shared: dict[str, dict[str, str]] = self.data["shared"]
        self.living = _living()
        self._names: PhraseBook[Money] = PhraseBook()
        self._add_names()
        self._codes = self.living | {"FRF", "DEM", "BEF", "ITL", "ESP", "LUF", "NLG", "XDR", "BTC"}
        self._codes -= set(self.data["abbreviations"]["codes"])
        signs: dict[str, str] = self.data["signs"]
        guarded = set(self.data["guarded"]["signs"])
        self._signs = {s: Money(code, guarded=s in guarded) for s, code in signs.items()}
        ordered = sorted(signs, key=len, reverse=True)
        hundredths: dict[str, str] = self.data["hundredths"]
        self._signs |= {"¢": Money(hundredths["¢"], hundredth=True)}
        after = "|".join(re.escape(s) for s in [*ordered, "¢"])
        before = "|".join(re.escape(s) for s in ordered if s not in guarded)
        prefix = "|".join([*_LONGER, *_PREFIXES])
        self._after = re.compile(
            rf"(?P<prefix>{prefix})?[ \u00a0\u202f]?+"
            rf"(?:(?P<fcfa>F\.?[ \u00a0\u202f]?CFA)\b"
            rf"|(?P<sign>{after})(?!\w)|(?P<code>[A-Z]{{3}})\b"
            rf"|(?<=[a-zA-Z])(?P<glued>[Ee]uros?)\b)"
        )
        self._million = re.compile(
            r"(?P<prefix>[MGk])[ \u00a0\u202f](?=(?:d['’]|de )|[$€£]|[A-Z]{3}\b)"
        )
        #: The last characters of signs that stand before figures.
        self.sign_ends = frozenset(sign[-1] for sign in signs if sign not in guarded)
        self._before = re.compile(
            rf"(?:(?P<sign>{before})|(?<![^\W_])(?P<code>[A-Z]{{3}}))[ \u00a0\u202f]?\Z"
        )

    def _add_names(self) -> None:
        for name, currency in self.data["names"].items():
            self._names.add_all(plurals(name), Money(currency))
        for name in self.shared:
            self._names.add_all(plurals(name), Money(name))
        for name, unit in self.data["hundredths"].items():
            self._names.add(name, Money(unit, hundredth=True))
        locale = Locale.parse("fr")
        ordinary = set(self.data["ordinary"]["heads"])
        heads: dict[str, set[str]] = {}
        # Currencies in use come first; then those whose name needs no bracket (`franc belge` before
        # `franc belge (financier)`), since a phrase keeps the first meaning it is given.
        codes = [code for code in sorted(locale.currencies) if not code.startswith("XX")]
        codes.sort(key=lambda code: (code not in self.living, "(" in locale.currencies[code]))
        for code in codes:
            for name in _cldr_names(locale, code):
                self._names.add(name, Money(code))
                self._names.add_all(plurals(name), Money(code))
                if code in self.living:
                    head = name.removeprefix("nouveau ").split()[0]
                    heads.setdefault(head.removesuffix("s"), set()).add(code)
        for head, owners in heads.items():
            if len(owners) == 1 and head not in ordinary and head not in self.shared:
                self._names.add_all(plurals(head), Money(next(iter(owners))))

    def heads(self) -> Iterator[str]:
        """What names, signs and abbreviations behind figures begin with: a folded word."""
        yield from self._names.heads()
        signs = [head for sign in ("F", "FCFA", *self._signs) for head in heads_of(sign)]
        for prefix in ("", *_PREFIXES, *_LONGER):
            yield from heads_of(prefix)
            yield from (head for name in ("euro", "euros") for head in heads_of(prefix + name))
            for sign in signs:
                yield from heads_of(prefix + sign)

    def stop(self, text: str, place: int, *, figures: bool) -> Found[Money] | None:
        """The currency that begins at ``place``, right behind a number or one space after it."""
        at = place
        if text.startswith((".-", ".–", ".—", ",-", ",–"), at):  # `1'200.– francs`
            at += 2
        if at < len(text) and text[at] in " \u00a0\u202f\u2009\n-":
            at += 1
        if figures:
            match = self._after.match(text, at)
            if match is not None:
                money = self._read(match)
                # A sign that is often something else heads another line (`RS 101`, `FF 2024 808`).
                next_line = money is not None and money.guarded and text[at - 1] == "\n"
                if money is not None and not next_line:
                    return Found(match.end(), money, 1)
        return self._names.at(text, at)

    def _read(self, match: re.Match[str]) -> Money | None:
        prefix = match["prefix"]
        factor = _LONGER.get(prefix or "", _PREFIXES.get(prefix or "", 1))
        if match["fcfa"]:
            return Money("franc CFA", factor)
        if match["sign"]:
            sign = self._signs[match["sign"]]
            return sign._replace(factor=factor)
        if match["glued"]:
            return Money("EUR", factor) if prefix else None  # `14,60 MdEuros`
        code = match["code"]
        if code not in self._codes:
            return None
        return Money(code, factor)

    def before(self, text: str, place: int) -> tuple[int, Money] | None:
        """The sign or code that ends at ``place`` or one space before it, and where it begins."""
        match = self._before.search(text, max(0, place - 6), place)
        if match is None:
            return None
        if match["sign"]:
            return match.start(), self._signs[match["sign"]]
        if match["code"] not in self._codes:
            return None
        return match.start(), Money(match["code"])

    def abbreviated(self, text: str, place: int) -> tuple[int, int] | None:
        """``15 M d'euros``: the end of the lone magnitude letter and its factor."""
        at = place + (place < len(text) and text[place] in " \u00a0\u202f")
        match = self._million.match(text, at)
        return None if match is None else (match.end("prefix"), _PREFIXES[match["prefix"]])


@per_knowledge
def currencies() -> Currencies:
    """The currencies, read once per process."""
    return Currencies()


def _living() -> set[str]:
    """ISO 4217 codes that are legal tender somewhere today, by CLDR."""
    territories = get_global("territory_currencies")
    return {
        code
        for rows in territories.values()
        for code, _start, end, tender in rows
        if end is None and tender
    }


def _cldr_names(locale: Locale, code: str) -> set[str]:
    names = {locale.currencies[code]}
    names |= {get_currency_name(code, count, locale) for count in (1, 2)}
    cleaned = {_BRACKET.sub("", name).strip() for name in names}
    cleaned |= {name for name in names if _BANK.search(name)}
    return {name for name in cleaned if name and name != code}
