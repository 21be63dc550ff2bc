"""Organisations and places of a document, with one label for one name.

The component ``hemicycle_places_and_bodies`` leaves ``doc.spans["organisations"]`` and
``doc.spans["places"]`` with a :class:`~hemicycle.kinds.named.Named` on each
span (``span._.organisation``, ``span._.place``).
"""

from __future__ import annotations

from functools import partial

from spacy.language import Language

from hemicycle.kinds import context
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.places import PLACES
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.knowledge.pipeline import Component


@Language.factory(
    "hemicycle_places_and_bodies",
    assigns=["doc.spans"],
    default_config={
        "organisations_key": ORGANISATIONS.name,
        "places_key": PLACES.name,
        "people_key": PEOPLE.name,
        "reactions_key": REACTIONS.name,
    },
    retokenizes=False,
)
def create_places_and_bodies(
    nlp: Language,
    name: str,
    organisations_key: str,
    places_key: str,
    people_key: str,
    reactions_key: str,
) -> Component:
    """The factory of the component ``hemicycle_places_and_bodies``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        organisations_key: where it leaves organisations in ``doc.spans``.
        places_key: where it leaves places in ``doc.spans``.
        people_key: where it finds people in ``doc.spans``.
        reactions_key: where it finds reactions, which hold neither.
    """
    from hemicycle.annotation.bodies.component import PlaceAndBodyFinder

    context.register()
    ORGANISATIONS.register()
    PLACES.register()
    return Component(
        nlp.vocab,
        partial(PlaceAndBodyFinder, organisations_key, places_key, people_key, reactions_key),
        name,
    )
