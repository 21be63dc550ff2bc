"""What spaCy makes anew each time it is asked for, read from a ``Doc`` once.

``doc.text`` joins all tokens, ``doc.sents`` and ``token.idx`` walk through them one by one, and
every component wants them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.tokens import Doc

T = TypeVar("T")

_texts: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()
_starts: WeakKeyDictionary[Doc, list[int]] = WeakKeyDictionary()


class Kept(Generic[T]):
    """What is made of documents and of what was found in them, kept until these are others."""

    def __init__(self) -> None:
        """Keep nothing."""
        self._made: WeakKeyDictionary[Doc, tuple[tuple[object, ...], T]] = WeakKeyDictionary()

    def of(self, doc: Doc, found: tuple[object, ...], make: Callable[[], T]) -> T:
        """What is made of a document, made anew if what was found in it are no longer the same.

        Args:
            doc: the document.
            found: all else that it is made of, compared by identity; as many each time.
            make: makes it.
        """
        known = self._made.get(doc)
        if known is not None and all(a is b for a, b in zip(known[0], found, strict=True)):
            return known[1]
        made = make()
        self._made[doc] = found, made
        return made


def text_of(doc: Doc) -> str:
    """``doc.text``; the text of a document never changes once it has tokens."""
    text = _texts.get(doc)
    if text is None:
        text = doc.text
        if text:
            _texts[doc] = text
    return text


def keep_text(doc: Doc, text: str) -> None:
    """Tell the text of a document whose tokens were just made of it."""
    if text:
        _texts[doc] = text


def token_starts(doc: Doc) -> list[int]:
    """The first character of each token, from 0."""
    known = _starts.get(doc)
    # A retokenizer may join tokens.
    if known is None or len(known) != len(doc):
        known = doc.to_array(IDX).tolist()
        if known:
            _starts[doc] = known
    return known


def sentence_starts(doc: Doc) -> list[int]:
    """The first character of each sentence, from 0; a text that nobody cut is one sentence."""
    places = token_starts(doc)
    starts = [places[mark] for mark in np.flatnonzero(doc.to_array(SENT_START) == 1).tolist()]
    return starts if starts[:1] == [0] else [0, *starts]
