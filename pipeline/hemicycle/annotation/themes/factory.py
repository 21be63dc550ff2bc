"""Policy topics by the Comparative Agendas Project: of a document and of its passages."""

from __future__ import annotations

from functools import partial
from typing import Any

from spacy.language import Language

from hemicycle.kinds import context
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.kinds.theme_passages import THEME_PASSAGES
from hemicycle.kinds.themes import THEMES
from hemicycle.knowledge.pipeline import Component

# What tells which topics a text has.
WEIGHING: dict[str, Any] = {
    "least_weight": 1.25,
    "least_share": 0.3,
    "strong_weight": 5.0,
    "most": 5,
}
DEFAULTS: dict[str, Any] = {
    **WEIGHING,
    "fewest_words": 40,
    "most_of_speech": 3,
    "least_chance": 0.7,
    "least_of_text": 0.4,
    "least_of_later": 0.5,
}


@Language.factory(
    "hemicycle_themes",
    assigns=["doc.spans"],
    default_config={
        **DEFAULTS,
        "spans_key": THEME_PASSAGES.name,
        "speeches_key": SPEECHES.name,
        "reactions_key": REACTIONS.name,
    },
    retokenizes=False,
)
def create_themes(
    nlp: Language,
    name: str,
    least_weight: float,
    least_share: float,
    strong_weight: float,
    most: int,
    fewest_words: int,
    most_of_speech: int,
    least_chance: float,
    least_of_text: float,
    least_of_later: float,
    spans_key: str,
    speeches_key: str,
    reactions_key: str,
) -> Component:
    """The factory of the component ``hemicycle_themes``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        least_weight: a topic of less weight is none.
        least_share: nor is one that weighs less than this share of the heaviest,
        strong_weight: unless it weighs this much by itself.
        most: the most topics of one document or passage.
        fewest_words: a speech of fewer words has no topics of its own.
        most_of_speech: the most topics of one speech.
        least_chance: a topic of a sentence that is less likely right gives no passage.
        least_of_text: a text whose first topic is less likely right has none. Texts below even are
            right more often where every text is political, and wrong more often elsewhere.
        least_of_later: a topic behind the first that a text is less likely to speak of is none. Not
            in short texts, which were seldom judged: few words are of few topics.
        spans_key: where it leaves passages in ``doc.spans``.
        speeches_key: where it finds turns of speech, whose labels and procedure weigh nothing,
        reactions_key: and reactions, which weigh nothing either.
    """
    from hemicycle.annotation.themes.component import ThemeTagger

    context.register()
    THEMES.register()
    THEME_PASSAGES.register()
    return Component(
        nlp.vocab,
        partial(
            ThemeTagger,
            least_weight,
            least_share,
            strong_weight,
            most,
            fewest_words,
            most_of_speech,
            least_chance,
            least_of_text,
            least_of_later,
            spans_key,
            speeches_key,
            reactions_key,
        ),
        name,
    )
