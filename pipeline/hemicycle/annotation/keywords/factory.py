"""The component `hemicycle_keywords`: words and phrases that tell what a document is about."""

from __future__ import annotations

from typing import Any

from spacy.language import Language


@Language.factory("hemicycle_keywords", default_config={"most": 12}, retokenizes=False)
def create_keywords(nlp: Language, name: str, most: int) -> Any:
    """The factory of the component ``hemicycle_keywords``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        most: the most keywords of one document.
    """
    from hemicycle.annotation.keywords.component import KeywordFinder

    return KeywordFinder(most)
