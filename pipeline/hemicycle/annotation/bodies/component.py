"""The component ``hemicycle_places_and_bodies``: organisations and places with an identity.

Candidates come from the gazetteer, the grammar of names, acronyms and the recogniser
(:mod:`.finder`); what is seen of each (:mod:`.evidence`) is weighed by fitted weights
(:mod:`.deciding`); then each gets the thing that it means (:mod:`.identity`).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from hemicycle.annotation.bodies import trust
from hemicycle.annotation.bodies.candidates import LOC, ORG, Candidate
from hemicycle.annotation.bodies.deciding import chosen, is_unbounded, weigh
from hemicycle.annotation.bodies.evidence import Evidence
from hemicycle.annotation.bodies.finder import Finder
from hemicycle.annotation.bodies.gazetteer import gazetteer
from hemicycle.annotation.bodies.identity import Identities
from hemicycle.annotation.bodies.lexicon import body_words
from hemicycle.annotation.document_country import document_country
from hemicycle.annotation.entities.located import Place, located
from hemicycle.annotation.linear import chance
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.unsaid import reactions_in
from hemicycle.kinds.context import told
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.named import Named
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.places import PLACES
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.reading.reading import Reading, reading_of

Places = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a document beside its text.

    Attributes:
        country: the one that is told, ISO 3166-1 alpha-2, empty if none is.
        year: 0 if unknown.
    """

    country: str = ""
    year: int = 0


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
        self._people = lexicon()
        self._lexicon = body_words()
        self._known = gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        """Leave the organisations and the places in ``doc.spans``."""
        day = told(doc, "document_date")
        setting = Setting(told(doc, "country"), day.year if day is not None else 0)
        persons, taken = self.elsewhere(doc)
        found = self.mentions(reading_of(doc), located(doc), persons, taken, setting)
        ORGANISATIONS.set(doc, found[ORG], self._organisations_key)
        PLACES.set(doc, found[LOC], self._places_key)
        return doc

    def elsewhere(self, doc: Doc) -> tuple[Places, Places]:
        """Where people are named, and with them where reactions are noted, in order."""
        # Groups that applaud are told with the applause.
        noted = reactions_in(doc, self._reactions_key)
        starts = [start for start, _ in noted]
        persons: Places = []
        for person in PEOPLE.read(doc, self._people_key):
            index = bisect_right(starts, person.start) - 1
            in_note = index >= 0 and person.start < noted[index][1]
            if person.value.mention == "name" and not in_note:
                persons.append((person.start, person.end))
        return sorted(persons), sorted((*persons, *noted))

    def candidates(
        self,
        reading: Reading,
        entities: list[Place],
        persons: Places,
        taken: Places,
        country: str = "",
    ) -> tuple[list[Candidate], list[tuple[int, int, int]]]:
        """The candidates of a text with all that is seen of them, and the acronyms explained.

        Args:
            reading: the text.
            entities: the recogniser's, as (first character, one past the last, label).
            persons: where people are named, in order.
            taken: the same with reactions; what overlaps them names no body.
            country: that of the document, empty if unknown.
        """
        words = reading.words
        finder = Finder(words, self._lexicon, self._known, taken, country)
        found = finder.find(entities)
        evidence = Evidence(words, self._lexicon, self._people, entities, persons, country)
        for candidate in found:
            evidence.see(candidate)
        return found, finder.explained

    def mentions(
        self,
        text: str | Reading,
        entities: list[Place],
        persons: Places,
        taken: Places | None = None,
        setting: Setting | None = None,
    ) -> dict[str, list[Mention[Named]]]:
        """The organisations (``ORG``) and places (``LOC``) of a text; arguments as above."""
        reading = Reading.of(text)
        setting = setting or Setting()
        taken = persons if taken is None else taken
        country = document_country(reading, setting.country).code
        found, explained = self.candidates(reading, entities, persons, taken, country)
        weigh(found)
        kept = chosen(found)
        identities = Identities(reading.words, self._known, self._lexicon, country, setting.year)
        result: dict[str, list[Mention[Named]]] = {ORG: [], LOC: []}
        for candidate, who in zip(kept, identities.tell(kept, explained), strict=True):
            sure = chance(trust.odds_of(candidate))
            if sure < trust.LEAST and is_unbounded(candidate):
                continue
            value = Named(who.name, who.kind, who.country, who.entity_id, round(sure, 2))
            label = candidate.label
            result[label].append(Mention(candidate.start, candidate.end, label, value))
        return result
