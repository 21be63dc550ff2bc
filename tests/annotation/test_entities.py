from pathlib import Path

import numpy as np
import pytest
import spacy
from hemicycle.annotation.entities.decoding import Decoder
from hemicycle.annotation.entities.network import Network, UnknownNetworkError
from hemicycle.annotation.entities.passages import lay_out, passages
from hemicycle.annotation.entities.unread import load_openers
from hemicycle.knowledge.pipeline import PerPipeline
from hemicycle.resources import ResourceError
from spacy.pipeline.ner import EntityRecognizer
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.training import Example

TRAINING = [
    (
        "Le maire Anatole Ferrand reçoit Louise Delorme à Bordeaux .",
        [(9, 24, "PER"), (32, 46, "PER"), (49, 57, "LOC")],
    ),
    ("Paris accueille Ida Novak .", [(0, 5, "LOC"), (16, 25, "PER")]),
]
TINY = {"depth": 2, "window_size": 1}
CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]


@pytest.fixture
def reading(nlp):
    with nlp.select_pipes(enable=["hemicycle_sentences", "ner"]):
        yield nlp


def test_passages_cover_everything_and_break_at_sentences():
    starts = np.array([i % 7 == 0 for i in range(100)])
    cut = list(passages(starts, 20))
    assert [a for a, _ in cut[1:]] == [b for _, b in cut[:-1]]
    assert (cut[0][0], cut[-1][1]) == (0, 100)
    assert all(starts[a] for a, _ in cut)


def test_a_sentence_without_end_is_cut():
    cut = list(passages(np.zeros(1200, dtype=bool), 100))
    assert max(b - a for a, b in cut) == 500


def test_no_entity_runs_over_the_cut_of_a_sentence_without_end(reading):
    name = ["Awa", "Marie", "Claire", "Sophie", "Diop"]
    for shift in range(8):
        words = ["puis"] * (495 + shift) + name + ["et"] * 40
        doc = Doc(reading.vocab, words=words, sent_starts=[True, *[False] * (len(words) - 1)])
        (rows,) = lay_out([doc], 120, None)
        cut = rows.place(504)[1]
        assert rows.closes[500 - 1 - cut]
        assert reading.get_pipe("ner")(doc) is doc


def test_rows_hold_every_word_once(reading):
    docs = [reading.make_doc(text) for text in TEXTS]
    batches = list(lay_out(docs, 50, None))
    words = np.concatenate([rows.words[rows.words != 0] for rows in batches])
    assert words.tolist() == [token.orth for doc in docs for token in doc]
    for rows in batches:
        for row in np.flatnonzero(rows.words).tolist():
            document, shift = rows.place(row)
            assert docs[document][row + shift].orth == rows.words[row]


def test_the_entities_are_those_of_spacys_own_recogniser(reading, monkeypatch):
    recognizer = reading.get_pipe("ner")
    monkeypatch.setattr(recognizer, "openers", None)
    found, expected = [], []
    for text in TEXTS:
        doc = reading(text)
        found += [(e.start, e.end, e.label_) for e in doc.ents]
        starts = np.array([token.is_sent_start for token in doc])
        for start, end in passages(starts, recognizer.passage_tokens):
            piece = Doc(
                doc.vocab,
                words=[token.text for token in doc[start:end]],
                spaces=[bool(token.whitespace_) for token in doc[start:end]],
                sent_starts=starts[start:end].tolist(),
            )
            EntityRecognizer.__call__(recognizer, piece)
            expected += [(start + e.start, start + e.end, e.label_) for e in piece.ents]
    assert len(found) > 100
    assert found == expected


def test_scores_are_the_same_to_the_bit_whatever_stands_beside(reading):
    recognizer = reading.get_pipe("ner")
    network = Network(recognizer.model, reading.vocab)

    def scores(texts):
        rows = next(lay_out([reading(text) for text in texts], 120, None))
        vectors, _ = network.embedding.look_up(rows.words)
        return network.outside(network.encode(vectors)), rows

    together, rows = scores(TEXTS[:6])
    for number, text in enumerate(TEXTS[:6]):
        alone, own = scores([text])
        for start, document in zip(rows.starts, rows.documents, strict=True):
            if document == number:
                length = int((rows.words[start:] == 0).argmax())
                token = start + rows.place(start)[1]
                there = next(r for r in own.starts if r + own.place(r)[1] == token)
                np.testing.assert_array_equal(
                    together[start : start + length], alone[there : there + length]
                )


def test_sentences_without_names_are_not_read_and_the_others_read_as_before(reading, monkeypatch):
    recognizer = reading.get_pipe("ner")
    vectors = _scores_by_token(reading, load_openers())
    whole = _scores_by_token(reading, None)
    assert 0.2 < 1 - len(vectors) / len(whole) < 0.6
    for token, scores in vectors.items():
        np.testing.assert_array_equal(scores, whole[token])
    some = [_entities(reading(text)) for text in TEXTS]
    monkeypatch.setattr(recognizer, "openers", None)
    every = [_entities(reading(text)) for text in TEXTS]
    assert sum(map(len, some)) > 100
    lost = [
        TEXTS[number][start:end]
        for number, found in enumerate(every)
        for start, end, label in set(found) - set(some[number])
    ]
    assert all(set(found) <= set(every[number]) for number, found in enumerate(some))
    assert len(lost) < 12
    assert not [words for words in lost if _telling(words.split())]


def _scores_by_token(nlp, openers):
    recognizer = nlp.get_pipe("ner")
    network = Network(recognizer.model, nlp.vocab)
    docs = [nlp(text) for text in TEXTS]
    found = {}
    for rows in lay_out(docs, 120, openers):
        vectors, _ = network.embedding.look_up(rows.words)
        scores = network.outside(network.encode(vectors))
        for row in np.flatnonzero(~rows.beside).tolist():
            document, shift = rows.place(row)
            found[document, row + shift] = scores[row]
    return found


def _telling(words):
    openers = set(load_openers().tolist())
    return [w for w in words if w != w.lower() and get_string_id(w) not in openers]


def _entities(doc):
    return [(e.start_char, e.end_char, e.label_) for e in doc.ents]


READ = "Le maire Anatole Ferrand reçoit Louise Delorme à Bordeaux ."
SKIPPED = "Le conseil vote le budget de la ville. Monsieur le maire, nous vous remercions. "
NAMED = "Le maire Anatole Ferrand reçoit Louise Delorme à Bordeaux. "


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (SKIPPED + NAMED, READ),
        # The first word may be a name, whatever else it is.
        ("Bordeaux vote. " + SKIPPED, "Bordeaux vote ."),
        # The words beside a sentence are seen, and not read.
        (
            NAMED + "Il en est content.",
            "Le maire Anatole Ferrand reçoit Louise Delorme à Bordeaux .",
        ),
        # Nobody writes capitals here, or hardly anybody.
        ("je suis avec anne hidalgo. on y va", "je suis avec anne hidalgo . on y va"),
        ("Je suis avec anne hidalgo.", "Je suis avec anne hidalgo ."),
        (SKIPPED * 9 + "Bordeaux vote.", None),
        ("", ""),
    ],
)
def test_which_sentences_are_read(reading, text, read):
    doc = reading(text)
    words = [
        doc[row + rows.place(row)[1]].text
        for rows in lay_out([doc], 120, load_openers())
        for row in np.flatnonzero(~rows.beside).tolist()
    ]
    whole = [token.text for token in doc]
    assert words == (whole if read is None else read.split())


def test_every_sentence_is_read_where_it_is_asked_for():
    nlp = spacy.blank("fr")
    assert nlp.add_pipe("hemicycle_ner", config={"reads_all": True}).openers is None
    assert nlp.add_pipe("hemicycle_ner", name="usual").openers is not None


def test_without_a_list_of_openers_every_sentence_is_read(reading, monkeypatch):
    recognizer = reading.get_pipe("ner")

    def absent():
        raise ResourceError("openers.toml is missing.")

    monkeypatch.setattr(recognizer, "openers", PerPipeline(absent))
    assert [e.text for e in reading(SKIPPED + NAMED).ents][:1] == ["Anatole Ferrand"]


def test_words_are_forgotten_when_there_are_too_many(reading, monkeypatch):
    whole = [[(e.start, e.label_) for e in reading(text).ents] for text in TEXTS]
    recognizer = reading.get_pipe("ner")
    monkeypatch.setattr("hemicycle.annotation.entities.network._MOST_WORDS", 300)
    monkeypatch.setattr(
        recognizer, "_compiled", (Network(recognizer.model, reading.vocab), _decoder(recognizer))
    )
    assert [[(e.start, e.label_) for e in reading(text).ents] for text in TEXTS] == whole
    assert len(recognizer._compiled[0].embedding._rows) < 1000


def test_another_network_is_known_as_such(nlp):
    from thinc.api import Linear, chain

    with pytest.raises(UnknownNetworkError, match="another network"):
        Network(chain(Linear(2, 2), Linear(2, 2), Linear(2, 2)), nlp.vocab)


@pytest.mark.parametrize(
    ("changed", "ours"),
    [
        ({}, True),
        ({"window_size": 2}, False),
        ({"depth": 6}, False),
        ({"use_upper": False}, False),
    ],
    ids=str,
)
def test_a_network_that_is_not_ours_is_run_by_spacy(changed, ours):
    nlp = trained_recogniser(**changed)
    recognizer = nlp.get_pipe("hemicycle_ner")
    text = " ".join(text for text, _ in TRAINING * 9)
    found = [(e.start, e.end, e.label_) for e in nlp(text).ents]
    assert len(found) > 9
    assert bool(recognizer._compiled) == ours
    plain = EntityRecognizer.__call__(recognizer, nlp.make_doc(text))
    assert found == [(e.start, e.end, e.label_) for e in plain.ents]
    streamed = [[(e.start, e.end, e.label_) for e in doc.ents] for doc in nlp.pipe([text] * 2)]
    assert streamed == [found, found]


def test_a_recogniser_that_listens_to_a_shared_layer_is_run_by_spacy():
    nlp = spacy.blank("fr")
    nlp.add_pipe("tok2vec", config={"model": _network(**TINY)})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 32, "upstream": "*"}
    nlp.add_pipe("hemicycle_ner", config={"model": {**_parser(True), "tok2vec": listener}})
    _train(nlp)
    assert nlp(TRAINING[0][0]).ents
    assert nlp.get_pipe("hemicycle_ner")._compiled is False


def test_entities_do_not_depend_on_what_surrounds_a_passage(reading):
    sentence = "Le maire Anatole Ferrand reçoit Louise Delorme à Bordeaux."
    filler = "Le conseil vote le budget de la ville. " * 60
    alone = [(e.text, e.label_) for e in reading(sentence).ents]
    within = [(e.text, e.label_) for e in reading(filler + "\n" + sentence).ents]
    assert alone
    assert within[-len(alone) :] == alone


def test_stream_and_single_agree(reading):
    texts = ["Zoé Marchal vient de Lyon.", "", "Rien.", "Paris accueille Ida Novak."] * 3
    one = [[(e.start, e.end, e.label_) for e in reading(t).ents] for t in texts]
    many = [[(e.start, e.end, e.label_) for e in d.ents] for d in reading.pipe(texts)]
    assert one == many


def _decoder(recognizer):
    return Decoder([recognizer.moves.get_class_name(i) for i in range(recognizer.moves.n_moves)])


def trained_recogniser(use_upper=True, **layers):
    nlp = spacy.blank("fr")
    tok2vec = _network(**{**TINY, **layers})
    nlp.add_pipe("hemicycle_ner", config={"model": {**_parser(use_upper), "tok2vec": tok2vec}})
    return _train(nlp)


def _parser(use_upper):
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 32,
        "maxout_pieces": 2,
        "use_upper": use_upper,
    }


def _network(depth, window_size):
    return {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 32,
        "depth": depth,
        "embed_size": 200,
        "window_size": window_size,
        "maxout_pieces": 3,
        "subword_features": True,
    }


def _train(nlp):
    spacy.util.fix_random_seed(0)
    examples = [
        Example.from_dict(nlp.make_doc(text), {"entities": places}) for text, places in TRAINING
    ]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(25):
        nlp.update(examples, sgd=optimizer)
    return nlp
