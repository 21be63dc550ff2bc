"""What a pipeline can set of each component."""

import inspect
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from hemicycle.annotation.loading import component_names
from hemicycle.kinds.dates import DATES, Timex
from hemicycle.kinds.mention import Mention
from spacy.language import Language

ROOT = Path(__file__).parents[2]
TEXT = "Mme Anna Bellec a dit : « Le budget de 2025 est de 3 millions d'euros pour les écoles. »"


@pytest.mark.parametrize("name", component_names())
def test_every_setting_has_a_default_and_a_description(name):
    factory = "hemicycle_ner" if name == "ner" else name
    function = entry_points(group="spacy_factories")[factory].load()
    settings = set(inspect.signature(function).parameters) - {"nlp", "name"}
    assert set(Language.get_factory_meta(factory).default_config) == settings
    documented = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    # Those of spaCy's own recogniser are in its documentation.
    for setting in {"passage_tokens"} if name == "ner" else settings:
        assert f"{setting}:" in function.__doc__
        assert f"`{setting}`" in documented


@pytest.mark.parametrize(
    ("factory", "config", "wrote"),
    [
        ("hemicycle_people", {"spans_key": "x"}, {"x"}),
        ("hemicycle_speeches", {"spans_key": "x", "reactions_key": "y"}, {"x", "y"}),
        ("hemicycle_quotes", {"spans_key": "x"}, {"x"}),
        (
            "hemicycle_places_and_bodies",
            {"organisations_key": "x", "places_key": "y"},
            {"x", "y"},
        ),
        ("hemicycle_dates", {"spans_key": "x"}, {"x"}),
        ("hemicycle_amounts", {"spans_key": "x"}, {"x"}),
        ("hemicycle_sectors", {"spans_key": "x"}, {"x"}),
        ("hemicycle_themes", {"spans_key": "x"}, {"x"}),
    ],
)
def test_spans_are_left_where_the_config_says(factory, config, wrote):
    nlp = spacy.blank("fr")
    nlp.add_pipe(factory, config=config)
    assert set(nlp(TEXT).spans) == wrote


def test_components_read_where_the_config_says():
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_sentences")
    nlp.add_pipe("hemicycle_people", config={"spans_key": "x"})
    nlp.add_pipe("hemicycle_quotes", name="found", config={"people_key": "x"})
    nlp.add_pipe("hemicycle_quotes", name="missed", config={"spans_key": "without"})
    doc = nlp(TEXT)
    assert [span._.quote.speaker for span in doc.spans["quotes"]] == ["Anna Bellec"]
    assert [span._.quote.speaker for span in doc.spans["without"]] == [""]


def test_amounts_take_their_date_from_where_the_config_says():
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_dates", config={"spans_key": "x"})
    nlp.add_pipe("hemicycle_amounts", config={"dates_key": "x"})
    doc = nlp("En 2025, le budget est de 3 millions d'euros.")
    assert [span._.amount.date for span in doc.spans["amounts"]] == ["2025"]


def test_a_higher_threshold_finds_fewer_people():
    text = "Selon Anna Bellec, la loi passera. Mme Corvel, ministre de la Mer, approuve."
    found = []
    for threshold in (0.5, 0.9, 1.0):
        nlp = spacy.blank("fr")
        nlp.add_pipe("hemicycle_people", config={"threshold": threshold})
        doc = nlp(text)
        names = [span.text for span in doc.spans["people"] if span._.person.mention == "name"]
        found.append(names)
    assert found == [["Anna Bellec", "Corvel"], ["Corvel"], []]


def test_two_groups_of_one_kind_keep_their_own_values(blank):
    doc = blank("En 2025, rien.")
    DATES.set(doc, [Mention(3, 7, "DATE", Timex("DATE", "2025"))])
    DATES.set(doc, [Mention(3, 7, "DATE", Timex("DATE", "202"))], "wide")
    assert [m.value.value for m in DATES.read(doc)] == ["2025"]
    assert [(m.start, m.end, m.value.value) for m in DATES.read(doc, "wide")] == [(3, 7, "202")]
    assert doc.spans["wide"][0]._.timex.value == "202"
    assert doc.spans["wide"][0]._.offsets == (3, 7)
