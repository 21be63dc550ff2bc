"""The fitted weights of what is seen of topics, from ``models/calibration/themes.toml``."""

from __future__ import annotations

from hemicycle.annotation.linear import Weights, load_weights
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "themes.toml")


@per_knowledge
def passage_weights() -> Weights:
    """The weights of what is seen of a topic of a sentence.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, "passages")


@per_knowledge
def document_weights() -> Weights:
    """The weights of what is seen of a topic of a document or speech.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, "documents")
