"""The component ``hemicycle_places_and_bodies``: what the model names, agreed over the document.

The model often names half of a thing: a name takes the noun that it is the name of (`lycée
Germaine-Arvor`, `ministère du Travail`), and is no body where that noun is a function (`ministre du
Travail`) or a thing (`loi Arvor`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict

from spacy.tokens import Doc

from hemicycle.annotation.entities.located import Place, located
from hemicycle.annotation.people.lexicon import is_common, lexicon
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.annotation.unsaid import reactions_in
from hemicycle.folding import fold
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.named import Named
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.places import PLACES
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.cache import text_of
from hemicycle.reading.openings import is_dateline, opens

_LEADING = re.compile(
    r"(?:vive[\s\u00a0]+(?=l))?(?:(?:l[ea]s?|une?|du|des?|au|aux|ces?|cette)[\s\u00a0]+|[ld]['’]|[«\"“(\s\u00a0]+)+",
    re.IGNORECASE,
)
_TRAILING = ' \u00a0\u202f\n.,;:!?»"”)'
_FIGURES = re.compile(r"\d[ \u00a0]++\d")
_CENTURY = re.compile(r"[IVXLC]+(?:er?|re|ème)?")
# The end of a paragraph, the edge of a cell.
_BREAK = re.compile(r"[\n|]")
_BLANK = re.compile(r"[\s|]*+")
# `Chambre des députés du`
_OPEN = re.compile(r"[ \u00a0](?:d[ue]|des|aux?|à|et|la|les?)$")
_LONGEST_OPEN = 4
# `Conseil des ministres du jeudi` ends before the day.
_DAY = re.compile(
    r"[ \u00a0](?:d[ue] )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"(?: dernier| prochain| matin| soir)?$",
    re.IGNORECASE,
)
_ARTICLED = re.compile(r"(?:L[ea]s?|L['’])[\s\u00a0]?[A-ZÀ-Þ]")

# The noun before a name, and what ties them.
_HEAD = re.compile(
    r"([^\W\d_]+)([\s\u00a0]+(?:scolaire|hospitalier|universitaire|national|municipal|départemental))?"
    r"[\s\u00a0]+(d(?:e[\s\u00a0]+(?:la[\s\u00a0]+|l['’])?|u[\s\u00a0]+|es[\s\u00a0]+|['’]))?$"
)
_FARTHEST_HEAD = 40
_MINISTRIES = frozenset({"ministère", "ministères", "secrétariat"})
_MINISTERS = frozenset({"ministre", "ministres", "secrétaire", "secrétaires"})


class PlaceAndBodyFinder:
    """Finds organisations and places; holds no state but the lexicon."""

    def __init__(
        self,
        organisations_key: str = ORGANISATIONS.name,
        places_key: str = PLACES.name,
        people_key: str = PEOPLE.name,
        reactions_key: str = REACTIONS.name,
    ) -> None:
        """Read the lexicon; arguments as for the factory."""
        self._organisations_key = organisations_key
        self._places_key = places_key
        self._people_key = people_key
        self._reactions_key = reactions_key
        self._lexicon = lexicon()
        self._bodies = frozenset(map(fold, (*self._lexicon.bodies, *_MINISTRIES)))
        holidays = load_toml("lexicons", "holidays.toml")["holiday"]
        self._holidays = frozenset(fold(name) for row in holidays for name in row["names"])
        notes = load_toml("lexicons", "stage_directions.toml")["openings"]
        self._notes = tuple(fold(note) for note in notes if " " not in note)
        self._sites = frozenset(map(fold, self._lexicon.streets))

    def __call__(self, doc: Doc) -> Doc:
        """Leave the organisations and the places in ``doc.spans``."""
        found_before = PEOPLE.read(doc, self._people_key)
        # Groups that applaud are told with the applause.
        noted = reactions_in(doc, self._reactions_key)
        starts = [start for start, _ in noted]
        people = list(noted)
        for person in found_before:
            index = bisect_right(starts, person.start) - 1
            in_note = index >= 0 and person.start < noted[index][1]
            if person.value.mention == "name" and not in_note:
                people.append((person.start, person.end))
        people.sort()
        found = self.mentions(text_of(doc), located(doc), people)
        ORGANISATIONS.set(doc, found["ORG"], self._organisations_key)
        PLACES.set(doc, found["LOC"], self._places_key)
        return doc

    def mentions(
        self, text: str, entities: list[Place], people: list[tuple[int, int]]
    ) -> dict[str, list[Mention[Named]]]:
        """The organisations (``ORG``) and places (``LOC``) of a text.

        Args:
            text: the text.
            entities: the model's entities as (first character, one past the last, label).
            people: where people are named, and reactions, in order; what overlaps them is neither.
        """
        starts = [start for start, _ in people]
        kept: list[Place] = []
        labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
        written: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for start, end, label in entities:
            index = bisect_right(starts, end - 1) - 1
            if index >= 0 and people[index][1] > start:
                continue
            start, end = _trimmed(text, start, end)
            if start == end:
                continue  # it was marks alone
            whole = self._with_head(text, start)
            if whole is None or self._is_function(text, start, end):
                continue
            start = whole
            if _FIGURES.search(text, start, end) or _CENTURY.fullmatch(text, start, end):
                continue  # `Mle 46 726 B`, `XXIe`
            if opens(text, start) and is_common(text[start:end].lower()):
                continue  # `Réunis jusqu'à vendredi, les Vingt-Sept`
            if end - start < 2 or not any(c.isupper() for c in text[start:end]):
                continue
            key = fold(" ".join(text[start:end].split()))
            if text[start - 1 : start] == "(" and key.startswith(self._notes):
                continue  # `(Applaudissements à gauche.)`
            if index >= 0 and _is_party(text, people[index][1], start, end):
                label = "ORG"
            labels[key]["LOC" if is_dateline(text, start, end) else label] += 1
            written[key][" ".join(text[start:end].split())] += 1
            kept.append((start, end, key))
        agreed = {key: self._label(key, counts) for key, counts in labels.items()}
        found: dict[str, list[Mention[Named]]] = {"ORG": [], "LOC": []}
        for start, end, key in kept:
            label = agreed[key]
            if label:
                name = written[key].most_common(1)[0][0]
                found[label].append(Mention(start, end, label, Named(name)))
        return found

    def _with_head(self, text: str, start: int) -> int | None:
        """Where the noun begins that a name is the name of, ``start`` if none does; None if the
        noun is a function or a thing."""
        begin = max(0, start - _FARTHEST_HEAD)
        found = _HEAD.search(text, begin, start)
        if found is None or (found.start() and text[found.start() - 1].isalnum()):
            return start
        noun, tied = found[1].lower(), found[3] is not None
        if noun in _MINISTRIES and tied:
            return found.start()
        if noun in _MINISTERS and tied:
            return None
        if noun in self._lexicon.streets or noun in self._lexicon.bodies:
            return start if tied or not text[start].isupper() else found.start()
        return None if noun in self._lexicon.named_after and not tied else start

    def _is_function(self, text: str, start: int, end: int) -> bool:
        """Whether the words begin with a function: `Premier ministre`, `ministre de la Défense`."""
        words = text[start:end].lower().split()
        return role_lexicon().heads.match(words, 0) > 0

    def _label(self, key: str, counts: Counter[str]) -> str:
        """``ORG``, ``LOC`` or nothing for a name: the lexicon's, else the most frequent."""
        if key in self._lexicon.common or key in self._lexicon.demonyms or key in self._holidays:
            return ""
        if key in self._lexicon.places:
            return "LOC"
        head = key.partition(" ")[0]
        if key in self._lexicon.never_people or head in self._bodies:
            return "ORG"
        if head in self._sites:
            return "LOC"
        organisations, places = counts["ORG"], counts["LOC"]
        if organisations + places == 0 or is_common(key):
            return ""
        return "ORG" if organisations > places else "LOC"


def _is_party(text: str, named: int, start: int, end: int) -> bool:
    """Whether an acronym stands in brackets right after a person: `Aslan Corvel (DéFI)`.

    Args:
        text: the text.
        named: one past the last character of the person before.
        start: first character of the acronym.
        end: one past its last.
    """
    bracket = text[named:start] in {" (", "\u00a0("} and text[end : end + 1] in {")", ","}
    return bracket and sum(c.isupper() for c in text[start:end]) > 1 and text[start:end].isalpha()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without articles, prepositions and marks around the name, and on one line."""
    broken = _break(text, start, end)
    if broken is not None and broken[0] == start:
        start = broken[1]
        broken = _break(text, start, end)
    if broken is not None:
        end = broken[0]
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    day, closed = _DAY.search(text, start, end), end
    while opened := _OPEN.search(text, max(start, closed - _LONGEST_OPEN), closed):
        closed = opened.start()
    end = min(closed, day.start() if day is not None else end)
    if not _ARTICLED.match(text, start, end) or text[start : start + 2] in {"L'", "L’"}:
        match = _LEADING.match(text, start, end)
        if match and match.end() < end:
            start = match.end()
    return start, end


def _break(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first end of a paragraph or edge of a cell stands, with the blanks around it."""
    found = _BREAK.search(text, start, end)
    if found is None:
        return None
    low = found.start()
    while low > start and text[low - 1].isspace():
        low -= 1
    blank = _BLANK.match(text, found.end(), end)
    return low, blank.end() if blank is not None else found.end()
