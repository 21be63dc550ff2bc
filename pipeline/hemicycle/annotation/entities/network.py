"""The recogniser's neural network for reading alone, in NumPy.

It computes what spaCy's own does: hash embeddings, mixed; four convolutions over a word and its two
neighbours, each with maxout, layer norm and a residual (``spacy.MultiHashEmbed.v2``,
``spacy.MaxoutWindowEncoder.v2``); then the scores of ``spacy.TransitionBasedParser.v2``. Three
things make it two to three times faster on a CPU:

- NumPy's matrix product (OpenBLAS) does three times the work of the one inside thinc;
- the embedding of a word depends on the word alone, so it is computed once and remembered;
- all pieces of a maxout are laid out side by side, so that the largest is found by whole columns.

The scores of a word are the same to the last bit whatever is read beside it: small products, which
OpenBLAS sums in another order, are padded with empty rows until they are no longer small.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_SPACE
from spacy.tokens import Doc
from spacy.vocab import Vocab

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int64]
Hashes: TypeAlias = npt.NDArray[np.uint64]
Flags: TypeAlias = npt.NDArray[np.bool_]

# Empty rows before and after each passage: a word sees four others on each side.
MARGIN = 4
_MOST_WORDS = 14_000
# OpenBLAS has kernels of their own for products of up to a million multiplications.
_SMALL_PRODUCT = 1_200_000


# What is the same wherever a word stands: its vector can be computed from the word alone.
_OF_THE_WORD = frozenset({"ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE"})
_FEATURES = 3


class UnknownNetworkError(ValueError):
    """The model's network is not the one that is computed here."""


def product(left: Floats, right: Floats) -> Floats:
    """The matrix product; each of its rows is the same whatever the other rows are."""
    rows, least = len(left), _SMALL_PRODUCT // right.size + 1
    if rows >= least:
        return left @ right
    padded = np.zeros((least, left.shape[1]), dtype=np.float32)
    padded[:rows] = left
    return (padded @ right)[:rows]


class Embedding:
    """Vectors of words, remembered up to a number of words."""

    def __init__(self, layer: Any, vocab: Vocab) -> None:
        """Take the embedding layer of a model.

        Args:
            layer: a thinc model from documents to one array of vectors each.
            vocab: the vocabulary of the documents.
        """
        self._layer = layer
        self._vocab = vocab
        self._forget(_MOST_WORDS)

    def _forget(self, room: int) -> None:
        # Row 0 is the empty row, where no entity begins either.
        self._rows: dict[int, int] = {}
        self._vectors: Floats = np.zeros((1 + room, self._layer.get_dim("nO")), dtype=np.float32)
        self._space: Flags = np.ones(1 + room, dtype=np.bool_)

    def look_up(self, words: Hashes) -> tuple[Floats, Flags]:
        """The vectors of words, and which of them are white space or empty rows.

        Args:
            words: hashes of words as ``ORTH`` has them, 0 for an empty row; shape (n,).

        Returns:
            Vectors of shape (n, width), and flags of shape (n,).
        """
        known, places = np.unique(words, return_inverse=True)
        names = known.tolist()
        new = [name for name in names if name and name not in self._rows]
        if len(self._rows) + len(new) >= len(self._space):
            new = [name for name in names if name]
            self._forget(max(_MOST_WORDS, len(new)))
        if new:
            self._learn(new)
        rows = np.array([self._rows[name] if name else 0 for name in names], dtype=np.int64)
        rows = rows[places]
        return self._vectors[rows], self._space[rows]

    def _learn(self, words: list[int]) -> None:
        # spaCy takes hashes for words too, though its stubs do not say so.
        doc = Doc(self._vocab, words=words)  # type: ignore[arg-type]
        first = 1 + len(self._rows)
        stop = first + len(words)
        self._rows.update(zip(words, range(first, stop), strict=True))
        self._vectors[first:stop] = self._layer.predict([doc])[0]
        self._space[first:stop] = doc.to_array([IS_SPACE]) == 1


class _Maxout:
    """A dense layer whose outputs are the largest of several pieces, then normalised."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        outputs, pieces, inputs = weights.shape
        self._width, self._pieces = outputs, pieces
        # Pieces first, so that the pieces of one output stand one block of columns apart.
        columns = weights.transpose(1, 0, 2).reshape(outputs * pieces, inputs)
        self._weights: Floats = np.ascontiguousarray(columns.T)
        self._bias: Floats = bias.T.reshape(-1).copy()
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, inputs: Floats) -> Floats:
        found = product(inputs, self._weights)
        found += self._bias
        width = self._width
        best = found[:, :width].copy()
        for piece in range(1, self._pieces):
            np.maximum(best, found[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width)
        best *= (1 / np.sqrt(variance + np.float32(1e-8)))[:, None]
        best *= self._scale
        best += self._shift
        return best


class Network:
    """From words to the scores of the recogniser's next action."""

    def __init__(self, model: Any, vocab: Vocab) -> None:
        """Take the weights of a trained ``spacy.TransitionBasedParser.v2``.

        Raises:
            UnknownNetworkError: it is made of other layers.
        """
        try:
            tok2vec, lower, upper = model.layers
            words, _, linear = tok2vec.layers
            embed, encode = words.layers
            residuals = encode.layers[0].layers
            known = _is_of_the_word(embed) and lower.get_dim("nF") == _FEATURES
            # A word sees as many others on each side as there are blocks.
            if not known or len(residuals) > MARGIN:
                raise ValueError("other features, or wider")
            self._blocks = [_block(residual) for residual in residuals]
            weights = linear.get_param("W"), linear.get_param("b"), upper.get_param("W")
        except (AttributeError, IndexError, KeyError, ValueError) as error:
            raise UnknownNetworkError(
                f"This is another network than the one that is computed here: {error}."
            ) from error
        linear_weights, linear_bias, upper_weights = weights
        self.embedding = Embedding(embed, vocab)
        features = lower.get_param("W")  # features, outputs, pieces, inputs
        pad = lower.get_param("pad")[0]
        joined = np.einsum("fopi,iw->fpow", features, linear_weights)
        constant = np.einsum("fopi,i->fpo", features, linear_bias)
        _, pieces, outputs, width = joined.shape
        self._joined: list[Floats] = [
            np.ascontiguousarray(part.reshape(pieces * outputs, width).T) for part in joined
        ]
        self._constant: list[Floats] = [part.reshape(-1) for part in constant]
        self._absent: list[Floats] = [part.T.reshape(-1) for part in pad]
        self._bias: Floats = lower.get_param("b").T.reshape(-1)
        self._hidden = outputs
        self._scores: Floats = np.ascontiguousarray(upper_weights.T)
        self._scores_bias: Floats = upper.get_param("b")

    def encode(self, vectors: Floats) -> Floats:
        """Vectors of words in their context; arrays of shape (n, width)."""
        rows = len(vectors)
        width = vectors.shape[1]
        window = np.zeros((rows, 3 * width), dtype=np.float32)
        for block in self._blocks:
            window[1:, :width] = vectors[:-1]
            window[:, width : 2 * width] = vectors
            window[:-1, 2 * width :] = vectors[1:]
            residual = vectors
            vectors = block(window)
            vectors += residual
        return vectors

    def outside(self, vectors: Floats) -> Floats:
        """Scores of every action at each word, no entity being open; shape (n, actions)."""
        constant = self._constant[0] + self._absent[1] + self._absent[2] + self._bias
        return self._upper(product(vectors, self._joined[0]) + constant)

    def inside(self, vectors: Floats, words: Ints, starts: Ints) -> Floats:
        """Scores of every action at words inside of an open entity; shape (n, actions).

        Args:
            vectors: the vectors of all words, shape (rows, width).
            words: the rows of the words to decide on, shape (n,).
            starts: the rows of the first words of their entities, shape (n,).
        """
        rows = (words, starts, words - 1)
        total = self._bias + sum(self._constant)
        for weights, row in zip(self._joined, rows, strict=True):
            total = total + product(vectors[row], weights)
        return self._upper(total)

    def _upper(self, unmaxed: Floats) -> Floats:
        hidden = np.maximum.reduce(np.split(unmaxed, unmaxed.shape[1] // self._hidden, axis=1))
        return product(hidden, self._scores) + self._scores_bias


def _is_of_the_word(embed: Any) -> bool:
    """Whether an embedding is of hashed features that depend on the word alone."""
    first = embed
    while first.layers:
        first = first.layers[0]
    return first.name == "extract_features" and _OF_THE_WORD.issuperset(first.attrs["columns"])


def _block(residual: Any) -> _Maxout:
    """One convolution.

    Raises:
        ValueError, KeyError, IndexError, AttributeError: it is made otherwise.
    """
    window, normalised = residual.layers[0].layers
    if window.name != "expand_window" or window.attrs["window_size"] != 1:
        raise ValueError("windows of another width")
    maxout, norm = normalised.layers[0].layers
    return _Maxout(maxout, norm)
