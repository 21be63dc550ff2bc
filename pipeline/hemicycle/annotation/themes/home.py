"""The country that a text is of: what it says of that country is no foreign affair.

Known when somebody gave the document's country or the text signs it
(:mod:`hemicycle.annotation.document_country`); a country that it only names is not asked. Countries
are in ``models/lexicons/countries.csv``.
"""

from __future__ import annotations

from hemicycle.annotation.document_country import document_country
from hemicycle.knowledge.grammar import THE
from hemicycle.knowledge.patterns import Pattern
from hemicycle.knowledge.use import load_csv
from hemicycle.reading.reading import Reading

_ARTICLE = Pattern(r"<the~>", the=THE, space=r"\s+")


class Homes:
    """Finds the terms that name the country of a text; the list of countries is read once."""

    def __init__(self) -> None:
        """Read the list."""
        self._terms = {
            row["code"]: frozenset(
                {
                    _ARTICLE.sub("", row["name"], count=1),
                    row["people"],
                    *row["capital"].split("|"),
                }
            )
            for row in load_csv("lexicons", "countries.csv")
        }

    def terms(self, text: str | Reading, told: str) -> frozenset[str]:
        """Name, people and capitals of the text's country as a lexicon writes them.

        Args:
            text: the document, or its reading.
            told: its country by ISO 3166-1 alpha-2, empty if nobody said.

        Returns:
            Nothing if the country is neither told nor signed, or if the text greets two.
        """
        country = document_country(Reading.of(text), told.upper())
        signed = country.origin in {"told", "signed"}
        return self._terms.get(country.code, frozenset()) if signed else frozenset()
