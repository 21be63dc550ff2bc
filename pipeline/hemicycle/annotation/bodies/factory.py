"""Organisations and places of a document, with one label for one name.

The component ``hemicycle_places_and_bodies`` leaves ``doc.spans["organisations"]`` and
``doc.spans["places"]`` with a :class:`~hemicycle.kinds.named.Named` on each
span (``span._.organisation``, ``span._.place``).
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.places import PLACES


@Language.factory("hemicycle_places_and_bodies", assigns=["doc.spans"], retokenizes=False)
def create_places_and_bodies(nlp: Language, name: str) -> Any:
    """The factory of the component ``hemicycle_places_and_bodies``."""
    from hemicycle.annotation.bodies.component import PlaceAndBodyFinder

    ORGANISATIONS.register()
    PLACES.register()
    return PlaceAndBodyFinder()
