"""What is known, in use, and what is made of it."""

import gc
import os
import pickle
import subprocess
import sys
import weakref

import pytest
import spacy
from hemicycle.annotation.people.grammar import small_words
from hemicycle.knowledge.files import Knowledge
from hemicycle.knowledge.made import WordSet, per_knowledge, remembered_per_knowledge
from hemicycle.knowledge.pipeline import knowledge_of, put
from hemicycle.knowledge.use import current, load_csv, load_toml, using
from hemicycle.outputs.marks import recipes
from hemicycle.resources import ResourceError, models_folder

ONE, TWO = Knowledge({"a.toml": "x = 1"}), Knowledge({"a.toml": "x = 2"})
IMPORT_ALL = """
import importlib, pkgutil, hemicycle
names = [m.name for m in pkgutil.walk_packages(hemicycle.__path__, "hemicycle.")]
assert len(names) > 200
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
"""


def test_no_module_needs_the_folder_when_it_is_imported(tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", IMPORT_ALL],
        env={**os.environ, "HEMICYCLE_MODELS": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_the_folder_is_read_whole_but_for_gold_and_the_page(tmp_path):
    for name in ("lexicons/a.toml", "gold/b.csv", "report/fr.toml", "SOURCES.md", "pipeline.cfg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert sorted(Knowledge.of_folder(tmp_path).files) == ["lexicons/a.toml", "pipeline.cfg"]


def test_links_are_followed_and_hidden_copies_passed_over(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.csv").write_text("x\n", encoding="utf-8")
    models = tmp_path / "models"
    (models / ".ipynb_checkpoints").mkdir(parents=True)
    (models / ".ipynb_checkpoints" / "a.csv").write_text("y\n", encoding="utf-8")
    (models / "lexicons").symlink_to(tmp_path / "real")
    (models / "lexicons" / "again").symlink_to(tmp_path / "real")
    assert Knowledge.of_folder(models).files == {"lexicons/a.csv": "x\n"}


def test_a_csv_has_comments_and_cells_of_several_lines():
    known = Knowledge({"t.csv": '# a, b\nterm,code\n"deux\nlignes",F\nx\u2028y,G\n'})
    assert known.csv("t.csv") == (
        {"term": "deux\nlignes", "code": "F"},
        {"term": "x\u2028y", "code": "G"},
    )


def test_messages_name_the_file_and_the_folder(tmp_path):
    (tmp_path / "a.toml").write_text("a = [", encoding="utf-8")
    known = Knowledge.of_folder(tmp_path)
    with pytest.raises(ResourceError, match=r"a\.toml is not valid TOML"):
        known.toml("a.toml")
    with pytest.raises(ResourceError, match=f"b.csv is missing from {tmp_path}"):
        known.csv("b.csv")
    (tmp_path / "c.csv").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(ResourceError, match=r"c\.csv is not UTF-8"):
        Knowledge.of_folder(tmp_path)
    with pytest.raises(ResourceError, match="is not a folder"):
        Knowledge.of_folder(tmp_path / "absent")


def test_the_same_files_are_one_knowledge_as_long_as_it_is_used():
    known = Knowledge({"only.toml": "here = 1"})
    assert Knowledge({"only.toml": "here = 1"}) is known
    assert pickle.loads(pickle.dumps(known)) is known
    known.toml("only.toml")
    gone = weakref.ref(known)
    del known
    gc.collect()
    assert gone() is None


def test_what_is_in_use_is_what_was_asked_for_last():
    outside = current()
    with using(ONE):
        assert load_toml("a.toml") == {"x": 1}
        with using(TWO):
            assert load_toml("a.toml") == {"x": 2}
        assert load_toml("a.toml") == {"x": 1}
        with pytest.raises(ResourceError), using(TWO):
            load_csv("none.csv")
        assert current() is ONE
    assert current() is outside


def test_things_are_made_once_for_each_knowledge():
    calls = []

    @per_knowledge
    def number():
        calls.append(1)
        return load_toml("a.toml")["x"]

    @remembered_per_knowledge(8)
    def times(factor):
        calls.append(factor)
        return factor * number()

    seen = []
    for known in (ONE, TWO, ONE, TWO):
        with using(known):
            seen.append((number(), times(10)))
    assert seen == [(1, 10), (2, 20), (1, 10), (2, 20)]
    assert calls == [1, 10, 1, 10]


def test_a_set_of_words_is_that_of_the_knowledge_in_use():
    words = WordSet(lambda: frozenset({"a", "b" if load_toml("a.toml")["x"] == 1 else "c"}))
    shouted = (words | frozenset({"d"})).map(str.upper)
    for known, letter in ((ONE, "b"), (TWO, "c"), (ONE, "b")):
        with using(known):
            assert letter in words
            assert "d" not in words
            assert sorted(words) == ["a", letter]
            assert len(words) == 2
            assert words.isdisjoint(["x"])
            assert not words.isdisjoint(["x", letter])
            assert sorted(shouted) == sorted(["A", letter.upper(), "D"])


def test_a_list_that_is_not_there_is_missed_when_it_is_asked():
    absent = small_words("roles", "no such list")
    with pytest.raises(KeyError):
        len(absent)


def test_what_a_vocabulary_has_wins_over_the_folder():
    nlp = spacy.blank("fr")
    put(nlp.vocab, ONE)
    nlp.add_pipe("hemicycle_dates")
    assert knowledge_of(nlp.vocab) is ONE
    put(nlp.vocab, TWO)
    assert knowledge_of(nlp.vocab) is TWO


def test_new_knowledge_reaches_the_components():
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_sectors")
    assert not nlp("Le zorglubage recule.").spans["sectors"]
    files = dict(current().files)
    files["lexicons/sectors.csv"] += "zorglubage,A,,\n"
    put(nlp.vocab, Knowledge(files))
    doc = nlp("Le zorglubage recule.")
    assert [span._.sector.term for span in doc.spans["sectors"]] == ["zorglubage"]


def test_a_component_without_words_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setenv("HEMICYCLE_MODELS", str(tmp_path))
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_dates")
    with pytest.raises(ResourceError, match=r"lexicons/\w+\.\w+ is missing"):
        nlp("Le 3 mars 2025.")


def test_the_recipe_is_of_the_knowledge_in_use(tmp_path):
    usual = recipes()
    with using(Knowledge.of_folder(models_folder())):
        assert recipes() == usual
    with using(ONE):
        assert recipes() != usual
