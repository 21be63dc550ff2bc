"""Which dollar, franc or centime is meant: by the country, by the document, by default."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from hemicycle.annotation.amounts.currencies import Currencies, currencies
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.document_country import document_country
from hemicycle.knowledge.grammar import PLAIN_OF
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.anchored import Anchored, openings
from hemicycle.reading.reading import Reading
from hemicycle.values import Lazy

_SENTINEL = ""
_OF_CURRENCY = Pattern(r"[ \u00a0]<of~>", re.IGNORECASE, of=PLAIN_OF, space=r"[ \u00a0]")
_BULK = 1_000_000


class Resolution:
    """The currencies of one document.

    A shared name (``dollar``) is the currency of the document's country; else the one of the
    qualified names that the document uses (``dollars canadiens``); else the default of
    ``currencies.toml``. Where nobody told the country, the text may
    (:mod:`hemicycle.annotation.document_country`).
    """

    def __init__(self, reading: Reading, country: str, quantities: Sequence[Quantity]) -> None:
        self._reading = reading
        self._words = reading.words
        self._text = reading.text
        self._known: Currencies = currencies()
        self._country = country
        money = [quantity for quantity in quantities if quantity.kind == "money"]
        units = Counter(quantity.unit for quantity in money)
        # Prices and rates (`un baril à 60 dollars`) tell less of whose millions are meant.
        bulk = Counter(quantity.unit for quantity in money if quantity.value >= _BULK)
        self._units = bulk or units
        self.in_bulk = bulk.total() > 0
        self._stated = Counter({u: n for u, n in units.items() if len(u) == 3 and u.isupper()})

    @property
    def country(self) -> str:
        """ISO 3166 code, told or guessed from the text; empty if unknown."""
        return document_country(self._reading, self._country).code

    def currency(self, name: str) -> str:
        """The ISO 4217 code of a shared name; a code is returned as it is."""
        shared = self._known.shared.get(name)
        if shared is None:
            return name
        if self._country in shared:
            return shared[self._country]
        stated = [code for code, _ in self._stated.most_common() if code in shared.values()]
        if stated:
            return stated[0]
        return shared.get(self.country) or shared.get(self._abroad(name, shared), shared["default"])

    def _abroad(self, name: str, shared: Mapping[str, str]) -> str:
        """The country that a text of elsewhere speaks of, among those that share a name, or empty.

        Of dollars, francs and pounds the default is too common for one place to tell.
        """
        if name in self._known.data["common"]["names"]:
            return ""
        return next((country for country in self._named_abroad if country in shared), "")

    @Lazy
    def _named_abroad(self) -> list[str]:
        """The countries whose places the text names, the one named most first."""
        pattern, owner = _abroad()
        votes = Counter(owner[found[0]] for found in pattern.finditer(self._words))
        return [country for country, _ in votes.most_common()]

    def national(self) -> str:
        """The currency of amounts that name none: the document's commonest, else its country's."""
        settled: Counter[str] = Counter()
        for unit, number in self._units.items():
            settled[self.currency(unit)] += number
        for hundredth in self._known.data["hundredths"].values():
            settled.pop(hundredth, None)
        if settled:
            return settled.most_common(1)[0][0]
        national: dict[str, str] = self._known.data["national"]
        return national.get(self.country, _SENTINEL)

    def refine(self, quantities: Sequence[Quantity]) -> None:
        """Settle the currencies of all quantities of money."""
        for quantity in quantities:
            if quantity.kind == "money":
                self.settle(quantity)

    def settle(self, quantity: Quantity) -> None:
        """Give a quantity of money its ISO code; hundredths become parts of their currency."""
        if quantity.unit in self._known.data["hundredths"].values():
            self._settle_hundredth(quantity)
        else:
            quantity.unit = self.currency(quantity.unit)

    def _settle_hundredth(self, quantity: Quantity) -> None:
        code = ""
        of = _OF_CURRENCY.match(self._text, quantity.end)
        if of is not None:
            found = self._known.stop(self._text, of.end(), figures=False)
            if found is not None:
                code, quantity.end = self.currency(found.value.currency), found.end
                quantity.unit_end = found.end
        code = code or self.national()
        if code:
            quantity.unit = code
            quantity.value /= 100
            quantity.low = None if quantity.low is None else quantity.low / Decimal(100)
            quantity.high = None if quantity.high is None else quantity.high / Decimal(100)


@per_knowledge
def _abroad() -> tuple[Anchored, dict[str, str]]:
    """A pattern for the names of places of other countries, and the country of each."""
    owner = {
        place: country for country, names in currencies().data["abroad"].items() for place in names
    }
    ordered = sorted(owner, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")
    return Anchored(pattern, openings(owner)), owner
