"""Who speaks: the turns of a document, and what happens beside the words.

The component ``hemicycle_speeches`` leaves ``doc.spans["speeches"]`` with a
:class:`~hemicycle.kinds.speeches.Speech` on each span (``span._.speech``), and
``doc.spans["reactions"]`` with a :class:`~hemicycle.kinds.reactions.Reaction`
(``span._.reaction``). It reads the people that ``hemicycle_people`` left, and the document's
speaker.
"""

from __future__ import annotations

from functools import partial

from spacy.language import Language

from hemicycle.kinds import context
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.knowledge.pipeline import Component


@Language.factory(
    "hemicycle_speeches",
    assigns=["doc.spans"],
    default_config={
        "spans_key": SPEECHES.name,
        "reactions_key": REACTIONS.name,
        "people_key": PEOPLE.name,
    },
    retokenizes=False,
)
def create_speeches(
    nlp: Language, name: str, spans_key: str, reactions_key: str, people_key: str
) -> Component:
    """The factory of the component ``hemicycle_speeches``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        spans_key: where it leaves turns in ``doc.spans``.
        reactions_key: where it leaves reactions.
        people_key: where it finds people.
    """
    from hemicycle.annotation.speeches.component import SpeechFinder

    SPEECHES.register()
    REACTIONS.register()
    context.register()
    return Component(nlp.vocab, partial(SpeechFinder, spans_key, reactions_key, people_key), name)
