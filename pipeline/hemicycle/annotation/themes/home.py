"""The country that a text is of: what it says of that country is no foreign affair.

Known when somebody gave the document's country; else by what only a country's own texts say: `Vive
le Mali !`, `Ivoiriennes, Ivoiriens`, `Dakar, le 3 avril`, a line `République du Bénin`. Countries
are in ``models/lexicons/countries.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hemicycle.knowledge.use import load_csv
from hemicycle.reading.content_words import key_of

_VIVE = re.compile(r"[Vv](?<!\w.)(?:ive|IVE)\s+")
_LETTER_HEAD = re.compile(r"^([^\W\d_][^\n,]{1,24}), +le +\d", re.MULTILINE)
_REPUBLIC = re.compile(
    r"^R(?:épublique|ÉPUBLIQUE|EPUBLIQUE)\s+((?:d'|de la |de l'|de |du |des )[^\n]{2,40})$",
    re.MULTILINE | re.IGNORECASE,
)
_WORD = r"[A-ZÀÂÉÈÊÎÔ](?<!\w.)[^\W\d_]{3,}"
_TO_BOTH = re.compile(rf"({_WORD})(?:,|\s+et)\s+(?:(?:(?:mes|nos)\s+)?ch(?:er|ère)s\s+)?({_WORD})")
_ARTICLE = re.compile(r"(?:le|la|les)\s+|l'")
_OF = {"le ": "du ", "les ": "des ", "la ": "de la ", "l'": "de l'"}
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Country:
    code: str
    name: str
    people: str
    capitals: tuple[str, ...]

    @property
    def terms(self) -> frozenset[str]:
        return frozenset({_ARTICLE.sub("", self.name, count=1), self.people, *self.capitals})


class Homes:
    """Finds the terms that name the country of a text; the list of countries is read once."""

    def __init__(self) -> None:
        """Read the list."""
        self._countries = [
            _Country(row["code"], row["name"], row["people"], tuple(row["capital"].split("|")))
            for row in load_csv("lexicons", "countries.csv")
        ]
        self._by_people = {key_of(country.people): country for country in self._countries}
        self._by_capital = {c.lower(): one for one in self._countries for c in one.capitals}
        self._by_republic = {
            of.lower(): one for one in self._countries for of in _genitives(one.name)
        }

    def terms(self, text: str, code: str) -> frozenset[str]:
        """Name, people and capitals of the text's country as a lexicon writes them.

        Args:
            text: the document.
            code: its country by ISO 3166-1 alpha-2, empty if nobody said.

        Returns:
            Nothing if the country is not known, or if the text greets two.
        """
        if code:
            found = [country for country in self._countries if country.code == code.upper()]
        else:
            found = list(set(self._signed(text.replace("’", "'"))))
        return found[0].terms if len(found) == 1 else frozenset()

    def _signed(self, text: str) -> Iterator[_Country]:
        for match in _VIVE.finditer(text):
            greeted = text[match.end() : match.end() + _LONGEST].lower()
            for country in self._countries:
                name = country.name.lower()
                if greeted.startswith(name) and not greeted[len(name) :][:1].isalnum():
                    yield country
        for pattern, known in ((_LETTER_HEAD, self._by_capital), (_REPUBLIC, self._by_republic)):
            for named in pattern.findall(text):
                if (country_named := known.get(named.strip().lower())) is not None:
                    yield country_named
        for one, other in _TO_BOTH.findall(text):
            if one != other and one[:4] == other[:4]:
                addressed = self._by_people.get(key_of(one))
                if addressed is not None and self._by_people.get(key_of(other)) is addressed:
                    yield addressed


def _genitives(name: str) -> Iterator[str]:
    """`du Mali`; `de la Guinée` and `de Guinée`; `d'Haïti`."""
    bare = _ARTICLE.sub("", name, count=1)
    for article, of in _OF.items():
        if name.startswith(article):
            yield of + bare
    yield ("d'" if bare[0] in "AEIOUÉH" else "de ") + bare
