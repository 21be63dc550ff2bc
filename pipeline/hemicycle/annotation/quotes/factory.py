"""Who is quoted: direct speech with its speaker and the words that bring it in.

The component ``hemicycle_quotes`` leaves ``doc.spans["quotes"]`` with a
:class:`~hemicycle.kinds.quotes.Quote` on each span (``span._.quote``). It reads the
people that ``hemicycle_people`` left, and finds no speaker without them.
"""

from __future__ import annotations

from functools import partial

from spacy.language import Language

from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.quotes import QUOTES
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.knowledge.pipeline import Component


@Language.factory(
    "hemicycle_quotes",
    assigns=["doc.spans"],
    default_config={
        "spans_key": QUOTES.name,
        "people_key": PEOPLE.name,
        "speeches_key": SPEECHES.name,
    },
    retokenizes=False,
)
def create_quotes(
    nlp: Language, name: str, spans_key: str, people_key: str, speeches_key: str
) -> Component:
    """The factory of the component ``hemicycle_quotes``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        spans_key: where it leaves quotations in ``doc.spans``.
        people_key: where it finds people in ``doc.spans``.
        speeches_key: where it finds turns; who speaks in one may quote himself.
    """
    from hemicycle.annotation.quotes.component import QuoteFinder

    QUOTES.register()
    SPEECHES.register()
    return Component(nlp.vocab, partial(QuoteFinder, spans_key, people_key, speeches_key), name)
