"""What spaCy makes anew each time it is asked for, read from a ``Doc`` once.

``doc.text`` joins all tokens, ``doc.sents`` and ``token.idx`` walk through them one by one, and
every component wants them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar
from weakref import ref

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.tokens import Doc

T = TypeVar("T")

_TEXT, _STARTS, _SENTENCES = "text", "starts", "sentences"
# By the address of the document, which no other has as long as it lives; a ``WeakKeyDictionary``
# answers ten times as slowly, and is asked a hundred times for each text.
_made: dict[int, dict[Hashable, Any]] = {}
_DOCUMENT = "document"


def made_of(doc: Doc) -> dict[Hashable, Any]:
    """What was made of a document and is kept as long as it lives, by whatever tells it apart."""
    address = id(doc)
    made = _made.get(address)
    if made is None:
        made = _made[address] = {_DOCUMENT: ref(doc, lambda _: _made.pop(address, None))}
    return made


class Kept(Generic[T]):
    """What is made of documents and of what was found in them, kept until these are others."""

    def of(self, doc: Doc, found: tuple[object, ...], make: Callable[[], T]) -> T:
        """What is made of a document, made anew if what was found in it are no longer the same.

        Args:
            doc: the document.
            found: all else that it is made of, compared by identity; as many each time.
            make: makes it.
        """
        kept = made_of(doc)
        known: tuple[tuple[object, ...], T] | None = kept.get(self)
        if known is not None and all(a is b for a, b in zip(known[0], found, strict=True)):
            return known[1]
        made = make()
        kept[self] = found, made
        return made


def text_of(doc: Doc) -> str:
    """``doc.text``; the text of a document never changes once it has tokens."""
    made = made_of(doc)
    text: str | None = made.get(_TEXT)
    if text is None:
        text = doc.text
        if text:
            made[_TEXT] = text
    return text


def keep_text(doc: Doc, text: str) -> None:
    """Tell the text of a document whose tokens were just made of it."""
    if text:
        made_of(doc)[_TEXT] = text


def token_starts(doc: Doc) -> list[int]:
    """The first character of each token, from 0."""
    made = made_of(doc)
    known: list[int] | None = made.get(_STARTS)
    # A retokenizer may join tokens.
    if known is None or len(known) != len(doc):
        known = made[_STARTS] = doc.to_array(IDX).tolist()
    return known


def sentence_starts(doc: Doc) -> list[int]:
    """The first character of each sentence, from 0; a text that nobody cut is one sentence."""
    made, marks = made_of(doc), doc.to_array(SENT_START)
    # Sentences may be cut anew.
    kept: tuple[bytes, list[int]] | None = made.get(_SENTENCES)
    if kept is None or kept[0] != marks.tobytes():
        places = token_starts(doc)
        starts = [places[mark] for mark in np.flatnonzero(marks == 1).tolist()]
        kept = marks.tobytes(), starts if starts[:1] == [0] else [0, *starts]
        made[_SENTENCES] = kept
    return kept[1]
