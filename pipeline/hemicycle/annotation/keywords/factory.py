"""The component `hemicycle_keywords`: words and phrases that tell what a document is about."""

from __future__ import annotations

from functools import partial

from spacy.language import Language

from hemicycle.annotation.keywords.keys import Keys
from hemicycle.kinds.keywords import KEYWORDS
from hemicycle.knowledge.pipeline import Component


@Language.factory(
    "hemicycle_keywords",
    default_config={
        "most": 12,
        "fewest_words": 80,
        "most_of_speech": 5,
        "people_key": Keys().people,
        "organisations_key": Keys().organisations,
        "places_key": Keys().places,
        "dates_key": Keys().dates,
        "sectors_key": Keys().sectors,
        "theme_passages_key": Keys().theme_passages,
        "speeches_key": Keys().speeches,
        "reactions_key": Keys().reactions,
    },
    retokenizes=False,
)
def create_keywords(
    nlp: Language,
    name: str,
    most: int,
    fewest_words: int,
    most_of_speech: int,
    people_key: str,
    organisations_key: str,
    places_key: str,
    dates_key: str,
    sectors_key: str,
    theme_passages_key: str,
    speeches_key: str,
    reactions_key: str,
) -> Component:
    """The factory of the component ``hemicycle_keywords``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        most: the most keywords of one document.
        fewest_words: a speech of fewer words has no keywords of its own.
        most_of_speech: the most keywords of one speech.
        people_key: where it finds people in ``doc.spans``,
        organisations_key: organisations,
        places_key: places,
        dates_key: dates,
        sectors_key: sectors,
        theme_passages_key: passages of themes,
        speeches_key: turns of speech, whose labels and procedure give no keywords,
        reactions_key: and reactions, which give none either.
    """
    from hemicycle.annotation.keywords.component import KeywordFinder

    KEYWORDS.register()
    keys = Keys(
        people_key,
        organisations_key,
        places_key,
        dates_key,
        sectors_key,
        theme_passages_key,
        speeches_key,
        reactions_key,
    )
    return Component(
        nlp.vocab, partial(KeywordFinder, most, fewest_words, most_of_speech, keys), name
    )
