"""Who is named in a document: mentions, one name for each person, and the roles the text gives.

The component ``hemicycle_people`` leaves ``doc.spans["people"]`` with a
:class:`~hemicycle.kinds.people.Person` on each span (``span._.person``).
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from hemicycle.kinds.people import PEOPLE


@Language.factory("hemicycle_people", assigns=["doc.spans"], retokenizes=False)
def create_people(nlp: Language, name: str) -> Any:
    """The factory of the component ``hemicycle_people``."""
    from hemicycle.annotation.people.component import PeopleFinder

    PEOPLE.register()
    return PeopleFinder()
