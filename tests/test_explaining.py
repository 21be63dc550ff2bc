"""`hemicycle explain`: what was weighed, and which rule won."""

import json
import math
from functools import cache

import pytest
from hemicycle import load
from hemicycle.cli.app import app
from hemicycle.document import Document
from hemicycle.explaining import amounts, sectors, texts, themes
from hemicycle.explaining.texts import explain
from typer.testing import CliRunner

TEXT = (
    "Selon Anna Bellec, la loi passera le 3 mai 2026. La rue Paul Corvel coûte 3 millions d'euros."
)


@pytest.fixture(scope="module", autouse=True)
def pipelines_are_loaded_once():
    """Each explanation loads its own otherwise, as the command does once."""
    with pytest.MonkeyPatch.context() as patch:
        loaded = cache(lambda names: load(names))
        for module in (amounts, sectors, texts, themes):
            patch.setattr(module, "load", lambda names: loaded(tuple(names)))
        yield


@pytest.fixture(scope="module")
def told():
    return explain(Document(doc_id="d", text=TEXT, path="", sha256=""))


def of(told, table, text):
    [one] = [one for one in told if one["table"] == table and one["text"] == text]
    return one


def test_the_products_of_features_and_weights_make_the_sums(told):
    anna = of(told, "people", "Anna Bellec")
    assert anna["decided"] == "person"
    assert "first_name" in [line["name"] for line in anna["seen"]]
    for part, total in (("seen", "sum"), ("document", "sum_in_document")):
        products = sum(line["number"] * line["weight"] for line in anna[part])
        assert products == pytest.approx(anna[total], abs=0.03)
    assert 0.5 < anna["chance"] < 1


def test_a_veto_is_named(told):
    street = of(told, "people", "Paul Corvel")
    assert (street["decided"], street["veto"], street["chance"]) == ("no person", "named_after", 0)


def test_the_rule_that_won_comes_before_the_others(told):
    day = of(told, "dates", "3 mai 2026")
    assert day["decided"] == "absolute.day_month_year"
    assert all(len(other["text"]) <= len("3 mai 2026") for other in day["others"])


def test_a_table_without_rules_gives_its_cells(told):
    assert of(told, "amounts", "3 millions d'euros")["value"] == "3000000"


def test_the_phrases_that_an_amount_may_measure_are_told_with_their_features(told):
    weighed = of(told, "amounts", "3 millions d'euros")["weighed"]
    assert weighed[0]["phrase"] == "rue Paul Corvel"
    assert weighed[0]["seen"].keys() >= {"tied", "rule", "near"}
    odds = weighed[0]["constant"] + sum(weighed[0]["seen"].values())
    assert 1 / (1 + math.exp(-odds)) == pytest.approx(weighed[0]["chance"], abs=0.006)


def test_a_function_alone_is_told_with_the_way_its_person_was_found():
    text = "Le maire Paul Corvel dort. Le maire est las."
    told = explain(Document(doc_id="d", text=text, path="", sha256=""))
    role = of(told, "people", "maire")
    assert role["decided"] == "means Paul Corvel"
    assert [line["name"] for line in role["seen"]] == ["constant", "same"]


def test_the_command_explains_a_text_and_a_row(corpus_run):
    runner = CliRunner()
    shown = runner.invoke(app, ["explain", TEXT])
    assert shown.exit_code == 0
    assert "people 6-17 'Anna Bellec': person" in shown.output
    assert "  'rue Paul Corvel': tied" in shown.output
    document = sorted(path.name for path in (corpus_run / "documents").iterdir())[0]
    import hemicycle

    frames = hemicycle.read(corpus_run)
    row = frames.people[frames.people["doc_id"] == document].iloc[0]
    found = runner.invoke(
        app, ["explain", str(corpus_run), document, "people", str(row["start_char"]), "--json"]
    )
    assert [one["text"] for one in json.loads(found.stdout)] == [row["text"]]


@pytest.mark.parametrize(
    "what", [["a", "b"], ["outputs", "d", "people", "x"], ["outputs", "d", "people", "²"]]
)
def test_a_wrong_use_is_said(what):
    told = CliRunner().invoke(app, ["explain", *what])
    assert told.exit_code == 2
    assert "Give one text" in told.output


def test_a_text_without_anything_is_said():
    assert CliRunner().invoke(app, ["explain", "rien"]).exit_code == 3


def test_what_was_weighed_for_a_sector_makes_its_chance(told):
    found = explain(
        Document(doc_id="d", text="Les hôpitaux et les médecins manquent.", path="", sha256="")
    )
    hospital = of(found, "sectors", "hôpitaux")
    assert (hospital["decided"], hospital["term"]) == ("Q86", "hôpital")
    odds = sum(line["number"] * line["weight"] for line in hospital["seen"])
    assert 1 / (1 + math.exp(-odds)) == pytest.approx(hospital["chance"], abs=0.01)


def test_topics_are_told_with_their_features_and_the_first_with_its_chance():
    text = "Les lycées ouvrent des classes. Les élèves du collège passent le baccalauréat en juin."
    found = explain(Document(doc_id="d", text=text, path="", sha256=""))
    first, *others = [one for one in found if one["table"] == "themes"]
    assert first["decided"] == "6"
    for part, told in (("seen", "chance"), ("first", "chance_of_first")):
        odds = sum(line["number"] * line["weight"] for line in first[part])
        assert 1 / (1 + math.exp(-odds)) == pytest.approx(first[told], abs=0.02)
    assert not any("first" in other for other in others)


def test_a_topic_behind_the_first_is_told_with_its_chance():
    text = (
        "Les lycées et le collège manquent de classes. Les agriculteurs attendent le prix du blé."
    )
    found = explain(Document(doc_id="d", text=text, path="", sha256=""))
    farms, schools = [one for one in found if one["table"] == "themes"]
    assert (farms["decided"], schools["decided"]) == ("4", "6")
    assert "later" not in farms
    odds = sum(line["number"] * line["weight"] for line in schools["later"])
    assert 1 / (1 + math.exp(-odds)) == pytest.approx(schools["chance_of_later"], abs=0.02)
