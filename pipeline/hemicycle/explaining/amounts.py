"""What was weighed for the measure of each amount: phrases, features times weights."""

from __future__ import annotations

from typing import Any

from hemicycle.annotation.amounts import choice
from hemicycle.annotation.amounts.component import surroundings
from hemicycle.annotation.amounts.quantity import Offer
from hemicycle.annotation.amounts.reader import reader
from hemicycle.annotation.linear import chance
from hemicycle.annotation.loading import load
from hemicycle.kinds.dates import DATES


def weighed_measures(text: str, country: str) -> dict[int, list[dict[str, Any]]]:
    """The phrases that were weighed for each amount, the likeliest first, by the amount's first
    character; none for an amount that names what it counts.

    Args:
        text: the text.
        country: ISO 3166-1 alpha-2 code, empty if unknown.
    """
    nlp = load(["hemicycle_sentences", "hemicycle_dates"])
    doc = nlp.make_doc(text)
    doc._.country = country
    doc = nlp(doc)
    told = surroundings(doc, list(DATES.read(doc)))
    return {
        amount.start: [_told(o) for o in sorted(amount.offers, key=lambda offer: -offer.odds)]
        for amount in reader().quantities(text, **told, every=True)
    }


def _told(offer: Offer) -> dict[str, Any]:
    weights = choice.weights()
    return {
        "phrase": offer.measure,
        "chance": round(chance(offer.odds), 2),
        "constant": weights.constant,
        "seen": {name: weights.of[name] for name in offer.seen},
    }
