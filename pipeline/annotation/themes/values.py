"""The typed value of a passage that has a topic."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.annotation.mentions import MentionKind
from pipeline.annotation.values import Packed


@dataclass(frozen=True, slots=True)
class Passage(Packed):
    """A policy topic of one sentence.

    Attributes:
        code: CAP major topic code.
        theme: French label of the topic.
        subtopic: CAP subtopic code, empty where the words do not point to one.
        subtheme: French label of the subtopic, or empty.
        score: how likely the topic is right, 0 to 1.
        evidence: the terms that weighed most, strongest first.
        places: first and one-past-last character of each of these terms in the document, from 0.
    """

    code: str
    theme: str
    subtopic: str
    subtheme: str
    score: float
    evidence: list[str]
    places: list[list[int]]


THEME_PASSAGES = MentionKind("theme_passages", "theme", Passage)
