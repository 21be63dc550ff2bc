"""What spaCy makes anew each time it is asked for, read from a ``Doc`` once.

``doc.text`` joins all tokens, ``doc.sents`` and ``token.idx`` walk through them one by one, and
every component wants them.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.tokens import Doc

_texts: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()
_starts: WeakKeyDictionary[Doc, list[int]] = WeakKeyDictionary()


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
        known = [int(place) for place in doc.to_array(IDX).tolist()]
        if known:
            _starts[doc] = known
    return known


def sentence_starts(doc: Doc) -> list[int]:
    """The first character of each sentence, from 0; a text that nobody cut is one sentence."""
    marks = np.flatnonzero(doc.to_array(SENT_START) == 1)
    starts = [int(place) for place in doc.to_array(IDX)[marks].tolist()]
    return starts if starts[:1] == [0] else [0, *starts]
