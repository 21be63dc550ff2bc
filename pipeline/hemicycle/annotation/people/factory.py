"""Who is named in a document: mentions, one name for each person, and the roles the text gives.

The component ``hemicycle_people`` leaves ``doc.spans["people"]`` with a
:class:`~hemicycle.kinds.people.Person` on each span (``span._.person``).
"""

from __future__ import annotations

from functools import partial

from spacy.language import Language

from hemicycle.annotation.people.candidates import THRESHOLD
from hemicycle.kinds import context
from hemicycle.kinds.people import PEOPLE
from hemicycle.knowledge.pipeline import Component


@Language.factory(
    "hemicycle_people",
    assigns=["doc.spans"],
    default_config={"spans_key": PEOPLE.name, "threshold": THRESHOLD},
    retokenizes=False,
)
def create_people(nlp: Language, name: str, spans_key: str, threshold: float) -> Component:
    """The factory of the component ``hemicycle_people``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        spans_key: where it leaves people in ``doc.spans``.
        threshold: the chance from which a name is a person's, 0 to 1; a higher one finds
            fewer names and fewer wrong ones.
    """
    from hemicycle.annotation.people.component import PeopleFinder

    PEOPLE.register()
    context.register()
    return Component(nlp.vocab, partial(PeopleFinder, spans_key, threshold), name)
