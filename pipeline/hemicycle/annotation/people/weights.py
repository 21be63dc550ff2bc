"""The fitted weights of what is seen of candidates, from ``models/calibration/people.toml``."""

from __future__ import annotations

from hemicycle.annotation.linear import Weights, load_weights
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "people.toml")


@per_knowledge
def name_weights() -> Weights:
    """The weights of what is seen of a candidate at its place.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, "names")


@per_knowledge
def agreement_weights() -> Weights:
    """The weights of what the whole document tells of a candidate.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, "agreement")


@per_knowledge
def role_weights() -> Weights:
    """The weights by which a function alone means a person.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, "roles")
