"""Policy topics by the Comparative Agendas Project: of a document and of its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from pipeline.annotation.themes.component import ThemeTagger


@Language.factory(
    "hemicycle_themes",
    assigns=["doc.spans"],
    default_config={"least_weight": 1.9, "least_share": 0.3, "most": 5},
    retokenizes=False,
)
def create_themes(
    nlp: Language, name: str, least_weight: float, least_share: float, most: int
) -> ThemeTagger:
    """The factory of the component ``hemicycle_themes``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        least_weight: a topic of less weight is none.
        least_share: nor is one that weighs less than this share of the heaviest.
        most: the most topics of one document or passage.
    """
    from pipeline.annotation.themes.component import ThemeTagger

    return ThemeTagger(least_weight, least_share, most)
