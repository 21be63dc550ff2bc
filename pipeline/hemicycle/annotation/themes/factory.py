"""Policy topics by the Comparative Agendas Project: of a document and of its passages."""

from __future__ import annotations

from functools import partial
from typing import Any

from spacy.language import Language

from hemicycle.kinds import context
from hemicycle.kinds.theme_passages import THEME_PASSAGES
from hemicycle.kinds.themes import THEMES
from hemicycle.knowledge.pipeline import Component

DEFAULTS: dict[str, Any] = {
    "least_weight": 1.25,
    "least_share": 0.3,
    "strong_weight": 5.0,
    "most": 5,
}


@Language.factory(
    "hemicycle_themes",
    assigns=["doc.spans"],
    default_config={**DEFAULTS, "spans_key": THEME_PASSAGES.name},
    retokenizes=False,
)
def create_themes(
    nlp: Language,
    name: str,
    least_weight: float,
    least_share: float,
    strong_weight: float,
    most: int,
    spans_key: str,
) -> Component:
    """The factory of the component ``hemicycle_themes``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        least_weight: a topic of less weight is none.
        least_share: nor is one that weighs less than this share of the heaviest,
        strong_weight: unless it weighs this much by itself.
        most: the most topics of one document or passage.
        spans_key: where it leaves passages in ``doc.spans``.
    """
    from hemicycle.annotation.themes.component import ThemeTagger

    context.register()
    THEMES.register()
    THEME_PASSAGES.register()
    return Component(
        nlp.vocab,
        partial(ThemeTagger, least_weight, least_share, strong_weight, most, spans_key),
    )
