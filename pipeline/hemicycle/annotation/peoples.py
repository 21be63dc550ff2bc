"""The adjectives of countries (``models/lexicons/countries.csv``, ``bodies.toml``)."""

from __future__ import annotations

from collections.abc import Iterator

from hemicycle.knowledge.use import load_csv, load_toml


def people_forms() -> Iterator[tuple[str, str]]:
    """Each form of the adjective of each country, with the country; some belong to two."""
    rows = [(row["code"], row["people"]) for row in load_csv("lexicons", "countries.csv")]
    others = load_toml("lexicons", "bodies.toml")["peoples"]
    for code, people in (*rows, *others.items()):
        feminine = people + "ne" if people.endswith("en") else people.removesuffix("e") + "e"
        for form in dict.fromkeys((people, feminine, people + "s", feminine + "s")):
            yield form, code
