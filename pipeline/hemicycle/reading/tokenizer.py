"""spaCy's French tokenizer, in time linear in any text.

spaCy takes marks off a piece of text one by one and looks at the whole rest of the piece each time:
a run of 8,000 dots takes ten seconds. A piece without a blank that is longer than any word or
address of a text is therefore cut before it is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from spacy.attrs import NORM
from spacy.language import Language, create_tokenizer
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import registry

from hemicycle.reading.cache import keep_text

# Characters; addresses of the Web are longer at times, and nothing is found inside them.
LONGEST_PIECE = 200
# spaCy keeps the tokens of a piece, but of none behind the first exception (`M.`) of a document:
# it would split most of a sitting by its patterns again and again. A piece alone is kept.
_MOST_PIECES = 30_000
_LONGEST_KEPT = 40
_PIECE = re.compile(rf"\S{{{LONGEST_PIECE}}}(?=\S)")


class CuttingTokenizer(Tokenizer):  # type: ignore[misc]
    """A tokenizer that cuts what has no blank after :data:`LONGEST_PIECE` characters."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Take the rules, as spaCy's."""
        super().__init__(*args, **settings, max_cache_size=_MOST_PIECES)
        self._kept: set[str] = set()

    def __call__(self, string: str) -> Doc:
        """The tokens of a text; they give back the text, cut or not."""
        pieces = set(string.split())
        self._keep(pieces)
        long = max(map(len, pieces), default=0) > LONGEST_PIECE
        cuts = {match.end() for match in _PIECE.finditer(string)} if long else set()
        doc: Doc = super().__call__(_PIECE.sub(r"\g<0> ", string) if cuts else string)
        if not cuts:
            keep_text(doc, string)
            return doc
        spaces: list[bool] = []
        place = 0
        for token in doc:
            place += len(token)
            spaces.append(bool(token.whitespace_) and place not in cuts)
            place += spaces[-1]
        joined = Doc(doc.vocab, words=[token.text for token in doc], spaces=spaces)
        # What the exceptions of French say of a word (`M.`) goes with it.
        return joined.from_array([NORM], doc.to_array([NORM]))  # type: ignore[arg-type]

    def _keep(self, pieces: set[str]) -> None:
        """Have the tokens of pieces of text kept, as long as there is room."""
        room = _MOST_PIECES - len(self._kept)
        if room <= 0 or self.vocab.in_memory_zone:
            return
        new = [piece for piece in pieces.difference(self._kept) if len(piece) <= _LONGEST_KEPT]
        for piece in sorted(new)[:room]:
            super().__call__(piece)
            self._kept.add(piece)


@registry.tokenizers("hemicycle_tokenizer")  # type: ignore[untyped-decorator]
def create_cutting_tokenizer() -> Callable[[Language], CuttingTokenizer]:
    """The tokenizer ``hemicycle_tokenizer`` of a config, with the rules of the language."""
    make = create_tokenizer()

    def cutting(nlp: Language) -> CuttingTokenizer:
        plain = make(nlp)
        return CuttingTokenizer(
            plain.vocab,
            rules=plain.rules,
            prefix_search=plain.prefix_search,
            suffix_search=plain.suffix_search,
            infix_finditer=plain.infix_finditer,
            token_match=plain.token_match,
            url_match=plain.url_match,
        )

    return cutting
