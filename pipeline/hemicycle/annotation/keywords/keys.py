"""Where the keywords find what the components before them left in ``doc.spans``."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.kinds.dates import DATES
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.places import PLACES
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.sectors import SECTORS
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.kinds.theme_passages import THEME_PASSAGES


@dataclass(frozen=True, slots=True)
class Keys:
    """The key in ``doc.spans`` of each kind that is read."""

    people: str = PEOPLE.name
    organisations: str = ORGANISATIONS.name
    places: str = PLACES.name
    dates: str = DATES.name
    sectors: str = SECTORS.name
    theme_passages: str = THEME_PASSAGES.name
    speeches: str = SPEECHES.name
    reactions: str = REACTIONS.name
