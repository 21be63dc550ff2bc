"""What is seen of a quotation and of the one whom it is given to: the features of its chance.

The chance is that of the row being right in what it fills. The weights are fitted to annotated
texts (``hemicycle calibrate``, ``models/calibration/quotes.toml``); a speaker who is likelier wrong
than right is left out.

The tests read every example, whose first quotation is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hemicycle.annotation.linear import Weights, load_weights
from hemicycle.annotation.people.features import Feature
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.quotes.clauses import pronouns
from hemicycle.annotation.quotes.cues import Cue
from hemicycle.annotation.quotes.marks import Quoted
from hemicycle.annotation.quotes.speakers import Speakers
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "quotes.toml")
TABLE = "quotes"
_FAR = 250  # characters
_SOURCES = small_words("quote_cues", "sources")
_PRONOUN = re.compile(r"(?:^|[-\s'’])(il|celui-ci|ce\sdernier|elle|celle-ci|lui)\b", re.IGNORECASE)
_COLON = re.compile(r":[\s\u00a0\u202f]*$")

_APART = 40  # characters
_SHORT = 3  # words
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_INFINITIVE = re.compile(r"(?:er|ir|re)$")
_SITTING = "".join(f"M. Ivo Roux. Il fait beau.\nMme Eva Rey. Il pleut {n} fois.\n" for n in "234")

QUOTE_FEATURES = (
    Feature("unnamed", "nobody is given it", "« Nous ne céderons rien », dit un voisin."),
    Feature("behind", "its speaker is named behind it", "« Nous ne céderons rien », dit Léo Roy."),
    Feature("turn", "it is given to who has the floor", "J'ai dit : « Rien ne va ici. »"),
    Feature(
        "elsewhere",
        "its speaker is named in another sentence",
        "Léo Roy est venu. « Nous ne céderons rien », a-t-il dit.",
    ),
    Feature(
        "uncued",
        "no words bring it in",
        "Léo Roy est venu hier. « Nous ne céderons rien de ce que nous avons. »",
    ),
    Feature("colon", "a colon stands before it", "Léo Roy a dit : « Nous ne céderons rien. »"),
    Feature("source", "`selon`, `pour` bring it in", "Selon Léo Roy, « nous ne céderons rien »."),
    Feature("pronoun", "a pronoun stands for its speaker", "Léo Roy dort. « Rien ne va », dit-il."),
    Feature(
        "oblique",
        "a preposition stands before its speaker",
        "Pour les voisins de Léo Roy la règle dit « rien ne doit sortir d'ici ».",
    ),
    Feature(
        "crowded",
        "somebody else, whom the pronoun may mean, is named between it and its speaker",
        "Léo Roy, devant Anna Corvel, a dit « nous ne céderons rien ».",
    ),
    Feature(
        "far",
        "its speaker is named 250 characters away or more",
        f"Léo Roy dort. {'Il fait beau. ' * 20}« Nous ne céderons rien », dit-il.",
    ),
    Feature(
        "other_line",
        "its speaker is named in another line",
        "Léo Roy est venu.\n« Nous ne céderons rien », a-t-il dit.",
    ),
    Feature(
        "fragment",
        "it begins in the middle of a sentence",
        "Léo Roy dit que « rien ne va dans cette ville ».",
    ),
    Feature(
        "infinitive",
        "the verb that brings it in is an infinitive",
        "Léo Roy vient de dire « nous ne céderons rien ».",
    ),
    Feature(
        "apart",
        "more than 40 characters stand between the verb and it",
        "Léo Roy a dit du projet de la commune et de la région « nous ne céderons rien ».",
    ),
    Feature("short", "it has at most three words", "Léo Roy a dit « rien ne va »."),
    Feature(
        "record",
        "in a sitting, where what is quoted is often a text or somebody who is not there",
        _SITTING + "M. Léo Roy. Anna Corvel a dit : « Nous ne céderons rien. »",
    ),
    Feature(
        "record_taken_up",
        "in a sitting, its speaker is named in another sentence",
        _SITTING + "M. Léo Roy. Anna Corvel est là. Elle a dit : « Nous ne céderons rien. »",
    ),
    Feature(
        "main",
        "its speaker is the person whom the text names most",
        "Léo Roy est venu. Léo Roy a dit à Anna Corvel : « Nous ne céderons rien. »",
    ),
    Feature(
        "only_one",
        "nobody else is named in the text",
        "Léo Roy a dit : « Nous ne céderons rien. »",
    ),
)


@per_knowledge
def quote_weights() -> Weights:
    """The weights of what is seen of a quotation.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, TABLE)


_OF_PASSAGE = frozenset({"fragment", "uncued", "source", "colon", "short", "record"})


def without_speaker(seen: Iterable[str]) -> tuple[str, ...]:
    """What is seen of a quotation whose speaker is left out."""
    return ("unnamed", *(name for name in seen if name in _OF_PASSAGE))


def seen_of(text: str, passage: Quoted, cue: Cue, turn: bool, speakers: Speakers) -> Iterator[str]:
    """The features that hold of a quotation.

    Args:
        text: the text.
        passage: the quotation.
        cue: what brings it in, with its speaker.
        turn: whether it is given to who has the floor.
        speakers: the people of the text.
    """
    if text[passage.start + 1 : passage.end].lstrip()[:1].islower():
        yield "fragment"
    if not cue.words:
        yield "uncued"
    elif cue.words.lower() in _SOURCES:
        yield "source"
    if _COLON.search(text, max(0, passage.start - 4), passage.start):
        yield "colon"
    if len(_WORD.findall(text, passage.start, passage.end)) <= _SHORT:
        yield "short"
    if speakers.is_sitting:
        yield "record"
    if turn:
        yield "turn"
    elif cue.speaker is None:
        yield "unnamed"
    else:
        yield from _of_speaker(text, passage, cue, speakers)


def _of_speaker(text: str, passage: Quoted, cue: Cue, speakers: Speakers) -> Iterator[str]:
    speaker = cue.speaker
    assert speaker is not None
    behind = speaker.start >= passage.end
    start, end = (passage.end, speaker.start) if behind else (speaker.end, passage.start)
    sentence = speakers.sentence_start(passage.start)
    gender = None
    if behind:
        yield "behind"
    elif speaker.start < sentence:
        yield "elsewhere"
        if speakers.is_sitting:
            yield "record_taken_up"
        gender = _pronoun(cue.words) or _pronoun(text[sentence : passage.start])
    if gender:
        yield "pronoun"
    if _INFINITIVE.search(cue.words):
        yield "infinitive"
    if cue.end is not None and passage.start - cue.end > _APART:
        yield "apart"
    if "\n" in text[start:end]:
        yield "other_line"
    if end - start >= _FAR:
        yield "far"
    if speakers.is_oblique(speaker):
        yield "oblique"
    between = [one for one in speakers.between(start, end) if one.name != speaker.name]
    if any(not gender or speakers.gender_of(one) in {gender, ""} for one in between):
        yield "crowded"
    if speakers.is_only_one:
        yield "only_one"
    elif speaker.name == speakers.main:
        yield "main"


def _pronoun(words: str) -> str:
    """The gender of the last pronoun among words, empty if there is none."""
    found = _PRONOUN.findall(words)
    return pronouns().get(found[-1].lower(), "m") if found else ""
