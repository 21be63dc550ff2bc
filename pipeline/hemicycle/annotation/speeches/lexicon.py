"""The words of sittings, from ``models/lexicons/sittings.toml``, folded for look-ups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hemicycle.folding import fold
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of the file; every word is folded.

    Attributes:
        chairs: functions that preside where they stand alone.
        voices: beginnings of labels of those who call out without a name.
        questions: labels of questions.
        answers: labels of answers.
        titles: words between the article and a name: `M. le comte de Roy`.
        anonymous: labels of speakers whom nobody knows.
        introduced: what may stand before the speaker in a label: `Intervention de`.
        procedure: beginnings of lines that nobody says.
        decisions: beginnings of short lines at the end of a turn that tell what is decided next.
        mail: what lines at the head of an e-mail begin with.
        role_openings: what else than a noun of functions a role in a label begins with.
        results: beginnings of lines that tell a vote, which who presides reads out.
        genre: what a text by one person calls itself, in folded words.
        spoken: what the head of a speech says of it.
        salutations: words that a speech opens with.
        interviews: words that tell an interview.
        interviewers: functions of those who ask in an interview.
        question_sections: words in headings under which members ask.
        other_sections: words in headings that end question time.
        floor: how the floor is given.
        government: words of functions of the government.
        reactions: kind of note to what it begins with or holds, in order.
    """

    chairs: frozenset[str]
    voices: tuple[str, ...]
    questions: frozenset[str]
    answers: frozenset[str]
    titles: frozenset[str]
    anonymous: frozenset[str]
    introduced: re.Pattern[str]
    procedure: tuple[str, ...]
    decisions: tuple[str, ...]
    mail: tuple[str, ...]
    results: tuple[str, ...]
    role_openings: tuple[str, ...]
    genre: re.Pattern[str]
    spoken: tuple[str, ...]
    salutations: tuple[str, ...]
    interviews: tuple[str, ...]
    interviewers: frozenset[str]
    question_sections: tuple[str, ...]
    other_sections: tuple[str, ...]
    floor: tuple[str, ...]
    government: tuple[str, ...]
    reactions: dict[str, tuple[str, ...]]


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


@per_knowledge
def lexicon() -> Lexicon:
    """The words of sittings, read once for each knowledge.

    Raises:
        ResourceError: the file is absent.
    """
    data = load_toml("lexicons", "sittings.toml")

    def words(name: str) -> tuple[str, ...]:
        return tuple(fold(word) for word in data[name])

    return Lexicon(
        chairs=frozenset(words("chairs")),
        voices=words("voices"),
        questions=frozenset(words("questions")),
        answers=frozenset(words("answers")),
        titles=frozenset(words("titles")),
        anonymous=frozenset(words("anonymous")),
        introduced=re.compile(
            rf"(?:{_any(data['introductions'])})\s(?:d['’]|de\s|(?=du\s))", re.IGNORECASE
        ),
        procedure=words("procedure"),
        decisions=words("decisions"),
        mail=words("mail"),
        results=words("results"),
        role_openings=words("role_openings"),
        genre=re.compile(rf"\b(?:{_any(words('genres'))})\b"),
        spoken=words("spoken"),
        salutations=words("salutations"),
        interviews=words("interviews"),
        interviewers=frozenset(words("interviewers")),
        question_sections=words("question_sections"),
        other_sections=words("other_sections"),
        floor=words("floor"),
        government=words("government"),
        reactions={kind: tuple(map(fold, some)) for kind, some in data["reactions"].items()},
    )
