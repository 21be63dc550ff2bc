"""One person under one name across documents.

:mod:`.appearances` says what one document tells of a person, :mod:`.known` what a user's files say,
:mod:`.resolution` who is who.
"""

from hemicycle.aggregation.people.appearances import Appearance, appearance
from hemicycle.aggregation.people.known import Aliases, Holder, read_aliases, read_gazetteer
from hemicycle.aggregation.people.resolution import Identity, People

__all__ = [
    "Aliases",
    "Appearance",
    "Holder",
    "Identity",
    "People",
    "appearance",
    "read_aliases",
    "read_gazetteer",
]
