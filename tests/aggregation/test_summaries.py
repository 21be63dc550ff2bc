"""Every figure of a summary against the same figure counted by pandas from the rows."""

import itertools
from math import log, sqrt

import pytest
from hemicycle.settings import SettingsError

from .conftest import amount, date, person, sector

KEYS = {
    "people": ["person_id", "person"],
    "sectors": ["section", "division", "sector"],
    "themes": ["code", "theme"],
    "keywords": ["keyword"],
    "amounts": ["kind", "unit", "per", "change", "form"],
    "sector_amounts": ["section", "division", "sector", "kind", "unit", "per", "change", "form"],
}
SOURCE = {"sector_amounts": "amounts"}


@pytest.fixture
def frames(corpus):
    rail = "Le rail coûte."
    both = "Le rail et les écoles."
    pair = "Anne Sol et Bruno Roc."
    corpus.add(
        "a",
        "2024-01-10",
        speaker="Anne Sol",
        metadata={"parti": "Bleu"},
        people=[
            person("Anne Sol", "maire", sentence=pair),
            person("Bruno Roc", sentence=pair, start=12),
            person("Anne Sol", sentence="Anne Sol rit.", start=30),
        ],
        amounts=[
            amount(0, rail, "money", "5.5", "5.5", "EUR"),
            amount(20, rail, "money", "100", "100", "EUR"),
            amount(40, rail, "money", "7", "7", "USD"),
            amount(60, rail, "percent", "3", "3", "%"),
            amount(80, rail, "percent", "4", "4", "%"),
            amount(100, "Rien.", "money", "1", "9", "EUR"),
            amount(120, "Rien.", "money", "1", "1", "EUR", modifier="approx"),
            amount(140, "Rien.", "money", "1", "1", "EUR", per="month"),
            amount(160, "Rien.", "money", "1", "1", "EUR", change="up"),
        ],
        sectors=[sector(4, rail, "H", "49", "Transports")],
        themes=[["", "", "10", "Transports", "0.9", "1", "rail"]],
        keywords=[["", "", "rail", "1", "1", "5"], ["", "", "école", "0.5", "2", "1"]],
        dates=[date("2024-02-01", "2024-02-29", "2024-02"), date("2023-01-01", "2023-12-31")],
    )
    corpus.add(
        "b",
        "2024-02-20",
        speaker="Bruno Roc",
        metadata={"parti": "Bleu"},
        people=[person("Bruno Roc", "préfet", sentence=pair), person("Anne Sol", sentence=pair)],
        amounts=[amount(0, both, "money", "6", "", "EUR", modifier="more_than")],
        sectors=[
            sector(8, both, "P", "85", "Enseignement"),
            sector(60, both, "H", "49", "Transports"),
        ],
        themes=[
            ["", "", "6", "Éducation", "0.9", "1", "école"],
            ["", "", "10", "Transports", "0.2", "2", "rail"],
        ],
        keywords=[
            ["", "", "école", "1", "1", "4"],
            ["", "", "rail", "0.5", "2", "2"],
            ["", "", "train", "0.2", "3", "1"],
        ],
        dates=[date("2024-01-10", "2024-03-10"), date("2026-01-01", "2030-12-31")],
    )
    corpus.add(
        "c",
        None,
        speaker="Anne Sol",
        metadata={"parti": "Vert"},
        keywords=[["", "", "rail", "1", "1", "2"]],
        dates=[date("2024-02-01", "2024-02-29", "2024-02"), date("", "", "P3D")],
        sectors=[sector(0, rail, "H", "49", "Transports")],
    )
    return corpus.aggregate(by=("speaker", "parti"), freq="quarter")


def rows_of(frames, name):
    rows = frames[SOURCE.get(name, name)].merge(
        frames.documents[["doc_id", "date", "speaker", "parti"]],
        on="doc_id",
        suffixes=("_said", ""),
    )
    period = [f"{d.year}-Q{d.quarter}" if d == d else "" for d in rows["date"]]
    return rows.assign(period=period)


GROUPS = {
    "": [],
    "_by_period": ["period"],
    "_by_document": ["doc_id"],
    "_by_speaker": ["speaker"],
    "_by_parti": ["parti"],
    "_by_group": ["speaker", "parti", "period"],
}


@pytest.mark.parametrize(("name", "suffix"), list(itertools.product(KEYS, GROUPS)))
def test_counts(frames, name, suffix):
    columns = GROUPS[suffix] + KEYS[name]
    grouped = rows_of(frames, name).groupby(columns)
    summary = frames.summary[name + suffix].set_index(columns)
    assert len(summary) == grouped.ngroups
    assert summary["mentions"].to_dict() == grouped.size().to_dict()
    if suffix != "_by_document":
        assert summary["documents"].to_dict() == grouped["doc_id"].nunique().to_dict()
        assert days(summary["first_date"]) == days(grouped["date"].min())
        assert days(summary["last_date"]) == days(grouped["date"].max())


def days(dates):
    return dates.astype("string").fillna("").to_dict()


@pytest.mark.parametrize("name", ["amounts", "sector_amounts"])
def test_amounts_add_up_only_where_they_may(frames, name):
    keys = KEYS[name]
    rows = rows_of(frames, name)
    grouped = rows.assign(
        bottom=rows["low"].fillna(rows["value"]), top=rows["high"].fillna(rows["value"])
    ).groupby(keys)
    summary = frames.summary[name].set_index(keys)
    assert summary["lowest"].to_dict() == grouped["bottom"].min().to_dict()
    assert summary["highest"].to_dict() == grouped["top"].max().to_dict()
    may = rows["form"].isin(["exact", "approximate"]) & (rows["kind"] != "percent")
    sums = rows[may & (rows["per"] == "")].groupby(keys)["value"].sum().to_dict()
    assert summary["total"].dropna().to_dict() == sums
    assert sums


def test_forms_and_sectors_of_amounts(frames):
    amounts = frames.amounts
    assert amounts["form"].tolist() == [
        *["exact"] * 5,
        "range",
        "approximate",
        *["exact"] * 2,
        "at_least",
    ]
    assert amounts["section"].tolist() == [*["H"] * 2, *[""] * 7, "P"]


def test_roles_and_company(frames):
    summary = frames.summary["people"].set_index("person")
    assert summary["roles"].to_dict() == {"Anne Sol": "maire (1)", "Bruno Roc": "préfet (1)"}
    assert summary.loc["Anne Sol", "named_with"] == "Bruno Roc (2)"
    by_document = frames.summary["people_by_document"]
    assert set(by_document["named_with"]) == {"Bruno Roc (1)", "Anne Sol (1)"}


def test_pairs(frames):
    people = frames.people
    pairs = people.merge(people, on=["doc_id", "sentence"])
    pairs = pairs[pairs["person_id_x"] < pairs["person_id_y"]].drop_duplicates(
        ["doc_id", "sentence", "person_id_x", "person_id_y"]
    )
    counted = pairs.groupby(["person_id_x", "person_id_y"])["doc_id"].agg(["size", "nunique"])
    together = frames.summary["people_together"]
    assert together[["person_id", "other_id"]].values.tolist() == [list(k) for k in counted.index]
    assert together["sentences"].tolist() == counted["size"].tolist() == [2]
    assert together["documents"].tolist() == counted["nunique"].tolist() == [2]


def test_timeline(frames):
    found = frames.summary["timeline"].drop(columns="documents").values.tolist()
    assert found == [
        ["", "2024-Q1", "", 1],
        ["2024-Q1", "2023", "past", 1],
        ["2024-Q1", "2024-Q1", "future", 1],
        ["2024-Q1", "2024-Q1", "present", 1],
        ["2024-Q1", "2026/2030", "future", 1],
    ]
    dated = frames.dates["begin"].notna().sum()
    assert frames.summary["timeline"]["mentions"].sum() == dated


def test_distinctiveness_is_the_published_formula(frames):
    """Equations 16, 20 and 22 of Monroe, Colaresi and Quinn, term by term."""
    rows = rows_of(frames, "keywords")
    y = rows.pivot_table(index="keyword", columns="speaker", values="count", aggfunc="sum").fillna(
        0
    )
    alpha = y.sum(axis=1) / y.shape[1]
    n, alpha_0 = y.sum(), alpha.sum()
    i, j = "Anne Sol", "Bruno Roc"
    for word, score in (
        frames.summary["keywords_distinctive"]
        .query("grouping == 'speaker' and group == @i")
        .set_index("keyword")["score"]
        .items()
    ):
        odds_i = (y.loc[word, i] + alpha[word]) / (n[i] + alpha_0 - y.loc[word, i] - alpha[word])
        odds_j = (y.loc[word, j] + alpha[word]) / (n[j] + alpha_0 - y.loc[word, j] - alpha[word])
        variance = 1 / (y.loc[word, i] + alpha[word]) + 1 / (y.loc[word, j] + alpha[word])
        assert score == pytest.approx((log(odds_i) - log(odds_j)) / sqrt(variance), abs=1e-4)
        assert word == "rail"
    elsewhere = frames.summary["keywords_distinctive"].query("keyword == 'train'")
    assert elsewhere["elsewhere"].tolist() == [0] * len(elsewhere)


def test_columns_that_no_document_has_are_said(corpus):
    corpus.add("a", metadata={"parti": "Bleu"})
    with pytest.raises(SettingsError, match="no column 'party' to group by"):
        corpus.aggregate(by=("party",))


def test_summaries_of_an_earlier_grouping_go(corpus):
    corpus.add("a", metadata={"parti": "Bleu"})
    corpus.aggregate(by=("parti",))
    summary = corpus.folder.root / "summary"
    assert (summary / "themes_by_parti.csv").is_file()
    corpus.aggregate()
    assert not (summary / "themes_by_parti.csv").exists()
    assert (summary / "themes_by_speaker.csv").is_file()


@pytest.mark.parametrize("column", ["../../x", "document", "sector", "period"])
def test_odd_names_of_columns_stay_in_the_folder(corpus, column):
    corpus.add("a", metadata={column: "1"}, themes=[["", "", "10", "Transports", "1", "1", "x"]])
    frames = corpus.aggregate(by=(column,))
    written = {p.name for p in corpus.folder.root.rglob("themes*.csv")}
    assert len(written) == 5
    assert len(frames.summary["themes_by_document"].columns) == 4


def test_tags_of_speeches_are_not_counted_for_documents(corpus):
    corpus.add(
        "a",
        themes=[
            ["", "", "10", "Transports", "1", "1", "x"],
            ["1", "Ada Verlin", "10", "Transports", "1", "1", "x"],
            ["2", "Ada Verlin", "6", "Éducation", "1", "1", "x"],
        ],
    )
    summary = corpus.aggregate().summary["themes"]
    assert summary[["theme", "mentions"]].values.tolist() == [["Transports", 1]]
