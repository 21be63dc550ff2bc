"""The country that a document is of: told, signed or named; none rather than a wrong one.

Whoever knows it tells it (metadata, a setting). Else a text may sign it, by what only a country's
own texts say: `Vive le Mali !`, `Ivoiriennes, Ivoiriens`, `Dakar, le 3 avril`, a line `République
du Bénin`. Else it is the one that the text names most, by itself, its people, its places and
bodies, unless another comes near. Words are in ``models/lexicons/document_country.toml``,
``countries.csv``, ``bodies.toml`` and the gazetteers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress

from hemicycle.annotation.bodies.gazetteer import ANY, Entry, gazetteer
from hemicycle.annotation.people.lexicon import is_common
from hemicycle.annotation.peoples import people_forms
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import THE
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.patterns import Pattern
from hemicycle.knowledge.use import load_csv, load_toml
from hemicycle.reading.anchored import Anchored, openings
from hemicycle.reading.phrases import Phrases
from hemicycle.reading.reading import Reading
from hemicycle.reading.words import PerForm

_VIVE = re.compile(r"[Vv](?<!\w.)(?:ive|IVE)\s+")
_LETTER_HEAD = re.compile(r"^([^\W\d_][^\n,]{1,24}), +le +\d", re.MULTILINE)
# The same with what dispatches leave out and decrees add.
_DATELINE = re.compile(
    r"^\s*(?:Fait à )?([^\W\d_][^,\n\d]{2,20}),\s(?:le\s)?(?:[a-z]+\s)?\d{1,2}", re.MULTILINE
)
_HEAD = 800  # characters in which it may stand
_REPUBLIC = re.compile(
    r"^R(?:épublique|ÉPUBLIQUE|EPUBLIQUE)\s+((?:d'|de la |de l'|de |du |des )[^\n]{2,40})$",
    re.MULTILINE | re.IGNORECASE,
)
_WORD = r"[A-ZÀÂÉÈÊÎÔ](?<!\w.)[^\W\d_]{3,}"
_TO_BOTH = re.compile(rf"({_WORD})(?:,|\s+et)\s+(?:(?:(?:mes|nos)\s+)?ch(?:er|ère)s\s+)?({_WORD})")
_ARTICLE = Pattern(r"<the~>", the=THE, space=r"\s+")
_OF = {"le ": "du ", "les ": "des ", "la ": "de la ", "l'": "de l'"}
_LONGEST = 40  # characters of a name
_SIGNED, _ALONE, _NAMED, _ABROAD = 3.0, 2.0, 1.0, 0.7
_LEAST = 2.0  # what is seen for a country from which a text may be of it
_SHARE = 0.4  # of all that is seen for any country
_AHEAD = 1.5  # times what is seen for the next
_SURE_LEAST, _SURE_SHARE = 4.0, 0.6
_SHORTEST = 4  # letters of a name of one word
_TOWN = 20  # thousands of inhabitants from which a town tells its country
_FOLDED: PerForm[str] = PerForm(fold)


@dataclass(frozen=True, slots=True)
class DocumentCountry:
    """The country of a document, and what tells it.

    Attributes:
        code: ISO 3166-1 alpha-2, empty if nobody can tell.
        origin: ``told``, ``signed``, ``named``, or empty.
        sure: whether it is told or signed, or nothing comes near what names it.
    """

    code: str = ""
    origin: str = ""
    sure: bool = False


def document_country(reading: Reading, told: str = "") -> DocumentCountry:
    """The country of a document.

    Args:
        reading: its text.
        told: the one that its metadata or a setting give, empty if none.
    """
    return DocumentCountry(told, "told", sure=True) if told else reading.once(_guessed)


def _guessed(reading: Reading) -> DocumentCountry:
    signed = set(_signed(reading.text.replace("’", "'")))
    if len(signed) == 1:
        return DocumentCountry(signed.pop(), "signed", sure=True)
    seen = _seen(reading)
    for code in signed:
        seen[code] = seen.get(code, 0.0) + _SIGNED
    ranked = sorted(seen.items(), key=lambda item: (-item[1], item[0]))
    (code, most), (_, next_most) = [*ranked, ("", 0.0), ("", 0.0)][:2]
    total = sum(seen.values())
    if most < _LEAST or most < _SHARE * total or most < _AHEAD * next_most:
        return DocumentCountry()
    sure = most >= _SURE_LEAST and most >= _SURE_SHARE * total
    return DocumentCountry(code, "named", sure=sure)


def _seen(reading: Reading) -> dict[str, float]:
    """What is seen for each country."""
    words, owners = reading.words, _owners()
    seen: defaultdict[str, float] = defaultdict(float)
    named = filter(owners.peoples.__contains__, words.lower)
    for lower, count in sorted(Counter(named).items()):
        code = owners.peoples[lower]
        seen[code] += count * owners.weight(code)
    reached = 0
    for k in compress(range(len(words)), words.capital):
        if k < reached or (first := _FOLDED[words.forms[k]]) not in owners.firsts:
            continue
        folded = [first, *map(_FOLDED.__getitem__, words.forms[k + 1 : k + owners.longest])]
        for length, (code, weight) in owners.names.at(folded, 0):
            seen[code] += weight
            reached = k + length
            break
    for found in owners.pattern.finditer(words):
        code, weight = owners.said[found[0]]
        seen[code] += weight
    for opened in _DATELINE.finditer(words.text, 0, _HEAD):
        if opened[1] in owners.seats:
            continue
        place = tuple(fold(opened[1]).replace("'", "' ").split())
        for length, (code, _) in owners.names.at(place, 0):
            seen[code] += _ALONE * (length == len(place))
    found_usual = owners.usual_pattern.finditer(words)
    usual: Counter[str] = Counter(owners.usual[one[0]] for one in found_usual)
    for code, count in usual.items():
        seen[code] += min(count, _ALONE)
    return seen


@dataclass(frozen=True, slots=True)
class _Owners:
    """Which names tell which country.

    Attributes:
        own: countries that speak of themselves in French.
        peoples: adjectives in lower case, of one country each.
        names: folded words of places and bodies that one country alone has, with what each counts.
        firsts: the first words of these.
        longest: words of the longest.
        said: words of the lexicon, with what each counts.
        pattern: finds them.
        seats: capitals from which not only their country writes.
        usual: names that many countries have, to the one that is meant where none is named.
        usual_pattern: finds them.
    """

    own: frozenset[str]
    peoples: dict[str, str]
    names: Phrases[tuple[str, float]]
    firsts: frozenset[str]
    longest: int
    said: dict[str, tuple[str, float]]
    pattern: Anchored
    seats: frozenset[str]
    usual: dict[str, str]
    usual_pattern: Anchored

    def weight(self, code: str) -> float:
        """What a name of a country counts: a text in French is rarely of one that speaks none."""
        return _NAMED if code in self.own else _ABROAD


@per_knowledge
def _owners() -> _Owners:
    data = load_toml("lexicons", "document_country.toml")
    own = frozenset(row["code"] for row in load_csv("lexicons", "countries.csv"))
    seats = frozenset(data["seats"]["words"])
    names = dict(_known_names(own, frozenset(map(fold, seats))))
    said = {
        name: (code, weight)
        for section, weight in (("words", _NAMED), ("alone", _ALONE))
        for code, listed in data[section].items()
        for name in listed
    }
    usual = {name: code for code, listed in data["usual"].items() for name in listed}
    return _Owners(
        own,
        _peoples(),
        Phrases((key.split(" "), value) for key, value in names.items()),
        frozenset(key.split(" ")[0] for key in names),
        max(len(key.split(" ")) for key in names),
        said,
        _pattern(said),
        seats,
        usual,
        _pattern(usual),
    )


def _peoples() -> dict[str, str]:
    """The adjectives that belong to one country (`congolais` belongs to two)."""
    codes: dict[str, set[str]] = {}
    for form, code in people_forms():
        codes.setdefault(form, set()).add(code)
    return {form: min(found) for form, found in codes.items() if len(found) == 1}


def _known_names(
    own: frozenset[str], seats: frozenset[str]
) -> Iterator[tuple[str, tuple[str, float]]]:
    """Folded names of the gazetteers that one country alone has, with it and what each counts."""
    for key, known in gazetteer().entries.items():
        # `Mali` is a country before it is a town of Guinea.
        wide = tuple(entry for entry in known if entry.kind == "country")
        entries = wide or known
        codes = {entry.country for entry in entries}
        code = min(codes)
        if len(codes) > 1 or code in {"", ANY, "EU"}:
            continue
        plain = " " not in key and not wide
        if key in seats or (plain and (len(key) < _SHORTEST or is_common(key))):
            continue
        if any(map(_tells, entries)):
            yield key, (code, _NAMED if code in own else _ABROAD)


def _tells(entry: Entry) -> bool:
    """Whether a body, a larger place or a larger town."""
    return entry.kind != "commune" or entry.size >= _TOWN


def _pattern(names: Iterable[str]) -> Anchored:
    """Finds names as they are written; those that begin with a point are ends of addresses."""
    ordered = sorted(names, key=len, reverse=True)
    whole = "|".join(re.escape(name) for name in ordered if name[0] != ".")
    domains = "|".join(re.escape(name) for name in ordered if name[0] == ".")
    inside = rf"|(?:{domains})\b" if domains else ""
    return Anchored(re.compile(rf"\b(?:{whole})\b{inside}"), openings(ordered))


@dataclass(frozen=True, slots=True)
class _Signatures:
    """By what a text signs its country: names with their article, capitals, genitives, peoples."""

    names: dict[str, str]
    capitals: dict[str, str]
    republics: dict[str, str]
    peoples: dict[str, str]


@per_knowledge
def _signatures() -> _Signatures:
    rows = [
        (row["code"], row["name"], row["capital"].split("|"))
        for row in load_csv("lexicons", "countries.csv")
    ]
    seats = load_toml("lexicons", "document_country.toml")["seats"]["words"]
    return _Signatures(
        {name.lower(): code for code, name, _ in rows},
        {
            capital.lower(): code
            for code, _, capitals in rows
            for capital in capitals
            if capital not in seats
        },
        {of.lower(): code for code, name, _ in rows for of in genitives(name)},
        _peoples(),
    )


def _signed(text: str) -> Iterator[str]:
    """The countries that a text signs; its apostrophes are straight."""
    known = _signatures()
    for match in _VIVE.finditer(text):
        greeted = text[match.end() : match.end() + _LONGEST].lower()
        for name, code in known.names.items():
            if greeted.startswith(name) and not greeted[len(name) :][:1].isalnum():
                yield code
    for pattern, names in ((_LETTER_HEAD, known.capitals), (_REPUBLIC, known.republics)):
        for named in pattern.findall(text):
            signed = names.get(named.strip().lower())
            if signed is not None:
                yield signed
    for one, other in _TO_BOTH.findall(text):
        if one != other and one[:4] == other[:4]:
            addressed = known.peoples.get(one.lower())
            if addressed is not None and known.peoples.get(other.lower()) == addressed:
                yield addressed


def genitives(name: str) -> Iterator[str]:
    """The name of a country behind a noun: `du Mali`; `de la Guinée` and `de Guinée`; `d'Haïti`."""
    bare = _ARTICLE.sub("", name, count=1)
    for article, of in _OF.items():
        if name.startswith(article):
            yield of + bare
    yield ("d'" if bare[0] in "AEIOUÉH" else "de ") + bare
