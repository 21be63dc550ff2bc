"""Pipelines with words of their own, side by side and saved."""

import json
import pickle
import subprocess
import sys
import threading
from pathlib import Path

import hemicycle
import pytest
import spacy
from hemicycle.kinds.registry import MENTIONS
from hemicycle.knowledge.files import Knowledge
from hemicycle.knowledge.pipeline import put
from hemicycle.knowledge.use import current

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = (
    "Le 4 zorglembre 2025, Mme Anna Bellec, zorglubière de la Mer, a rencontré "
    "le zorglubier Paul Marchand.\nLe zorglubage recule."
)
COMPONENTS = [
    "hemicycle_sentences",
    "ner",
    "hemicycle_people",
    "hemicycle_dates",
    "hemicycle_sectors",
]
SAY = """
import json, os, sys, warnings
from contextlib import nullcontext
warnings.simplefilter("ignore")
import spacy
from hemicycle.annotation.quick_start import quick_start
def packed(doc):
    return {k.name: [(m.start, m.end, m.value.pack()) for m in k.read(doc)] for k in MENTIONS}
texts = json.load(sys.stdin)
for folder, start in ((sys.argv[2], nullcontext), ("", quick_start)):
    os.environ.pop("HEMICYCLE_MODELS", None)
    if folder:
        os.environ["HEMICYCLE_MODELS"] = folder
    with start():
        nlp = spacy.load(sys.argv[1])
    from hemicycle.kinds.registry import MENTIONS
    print(json.dumps([packed(nlp(text)) for text in texts]))
"""


@pytest.fixture(scope="module")
def usual():
    return hemicycle.load(COMPONENTS)


@pytest.fixture(scope="module")
def other(other_models):
    return hemicycle.load(COMPONENTS, models=other_models)


def found(doc):
    return {k.name: [(m.start, m.end, m.value.pack()) for m in k.read(doc)] for k in MENTIONS}


def words_found(doc):
    return (
        [span._.timex.value for span in doc.spans["dates"]],
        [(span.text, span._.person.role) for span in doc.spans["people"]],
        [span._.sector.term for span in doc.spans["sectors"]],
    )


def test_each_has_its_words_in_any_order(usual, other):
    for nlp in (other, usual, usual, other, usual, other):
        dates, people, sectors = words_found(nlp(TEXT))
        assert ("zorglubier" in dict(people).get("Paul Marchand", "")) == (nlp is other)
        assert ("2025-03-04" in dates) == (nlp is other)
        assert sectors == (["zorglubage"] if nlp is other else [])


def test_documents_of_two_streams_take_turns(usual, other):
    texts = [TEXT, "Rien.", TEXT]
    both = zip(usual.pipe(texts, batch_size=1), other.pipe(texts, batch_size=1), strict=True)
    pairs = [(words_found(one), words_found(two)) for one, two in both]
    assert pairs[0] == pairs[2] == (words_found(usual(TEXT)), words_found(other(TEXT)))
    assert pairs[0][0] != pairs[0][1]


def test_threads_do_not_share_what_is_in_use(usual, other):
    wanted = {id(nlp): words_found(nlp(TEXT)) for nlp in (usual, other)}
    seen = {id(usual): [], id(other): []}

    def read(nlp):
        seen[id(nlp)].extend(words_found(nlp(TEXT)) for _ in range(10))

    threads = [threading.Thread(target=read, args=(nlp,)) for nlp in (usual, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {which: [words] * 10 for which, words in wanted.items()}


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_survives_pickling(other, name):
    again = pickle.loads(pickle.dumps(other.get_pipe(name)))
    doc = other.make_doc(TEXT)
    for each, pipe in other.pipeline:
        doc = again(doc) if each == name else pipe(doc)
    assert found(doc) == found(other(TEXT))


def test_two_processes_have_the_words_of_their_pipeline(other):
    texts = [TEXT] * 3
    docs = other.pipe(texts, n_process=2, batch_size=1)
    assert [words_found(doc) for doc in docs] == [words_found(other(TEXT))] * 3


def test_a_pipeline_of_bytes_has_its_words(other_models):
    def with_words(knowledge):
        nlp = spacy.blank("fr")
        put(nlp.vocab, knowledge)
        for name in ("hemicycle_people", "hemicycle_dates", "hemicycle_sectors"):
            nlp.add_pipe(name)
        return nlp

    made, again = with_words(Knowledge.of_folder(other_models)), with_words(current())
    assert words_found(again(TEXT)) != words_found(made(TEXT))
    again.from_bytes(made.to_bytes())
    assert words_found(again(TEXT)) == words_found(made(TEXT))


def test_a_saved_pipeline_needs_no_folder_and_heeds_none(other, other_models, tmp_path):
    paths = sorted(CORPUS.glob("*.txt"))[:2]
    texts = [TEXT, *(path.read_text(encoding="utf-8") for path in paths)]
    whole = hemicycle.load(models=other_models)
    saved, empty = tmp_path / "saved", tmp_path / "empty"
    whole.to_disk(saved)
    empty.mkdir()
    wanted = json.loads(json.dumps([found(whole(text)) for text in texts]))
    assert wanted[0]["sectors"]
    # The second folder is not the one that the pipeline was made from.
    done = subprocess.run(
        [sys.executable, "-c", SAY, str(saved), str(empty)],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert [json.loads(line) for line in done.stdout.splitlines()] == [wanted, wanted]


def test_documents_are_read_some_at_a_time_in_their_order():
    nlp = hemicycle.load(["hemicycle_sentences", "hemicycle_dates"])
    texts = [f"Il viendra en {1900 + n}." for n in range(150)]
    streamed = [doc.spans["dates"][0]._.timex.value for doc in nlp.pipe(iter(texts))]
    assert streamed == [str(1900 + n) for n in range(150)]


def test_who_handles_errors_is_told_the_document(monkeypatch):
    nlp = hemicycle.load(["hemicycle_sentences", "hemicycle_dates"])
    told = []
    nlp.set_error_handler(lambda name, component, docs, error: told.append((name, docs[0].text)))
    _, finder = nlp.get_pipe("hemicycle_dates").prepare(nlp.vocab)
    monkeypatch.setattr(finder, "_read", lambda text, *_: 1 / 0 if "b" in text.text else [])
    texts = [doc.text for doc in nlp.pipe(["a", "b", "c"])]
    assert (texts, told) == (["a", "c"], [("hemicycle_dates", "b")])
    monkeypatch.undo()
    raising = hemicycle.load(["hemicycle_sentences", "hemicycle_dates"])
    _, finder = raising.get_pipe("hemicycle_dates").prepare(raising.vocab)
    monkeypatch.setattr(finder, "_read", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(raising.pipe(["a"]))
