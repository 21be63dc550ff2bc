"""Every figure of a summary against the same figure counted by pandas from the rows."""

import itertools
from math import log, sqrt

import pytest
from hemicycle.settings import SettingsError

from .conftest import Corpus, amount, date, law, person, sector

KEYS = {
    "people": ["person_id", "person"],
    "sectors": ["section", "division", "sector"],
    "themes": ["code", "theme"],
    "keywords": ["keyword"],
    "laws": ["kind", "name", "identifier"],
    "amounts": ["kind", "unit", "per", "change", "form"],
    "sector_amounts": ["section", "division", "sector", "kind", "unit", "per", "change", "form"],
}
SOURCE = {"sector_amounts": "amounts"}


@pytest.fixture(scope="module")
def frames(tmp_path_factory):
    corpus = Corpus(tmp_path_factory.mktemp("counted"))
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
        themes=[["", "", "10", "Transports", "", "", "0.9", "1", "0.55", "rail"]],
        laws=[law("code", "Code du travail", "L. 12"), law("law", "loi Bleue", start=20)],
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
            ["", "", "6", "Éducation", "", "", "0.9", "1", "0.7", "école"],
            ["", "", "10", "Transports", "", "", "0.2", "2", "0.16", "rail"],
        ],
        laws=[law("code", "Code du travail", "L. 12"), law("code", "Code du travail", "R. 3")],
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
        laws=[law("code", "Code du travail", text="Code\ndu travail")],
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
    return rows.assign(period=periods(rows["date"]))


def periods(days):
    return [f"{d.year}-Q{d.quarter}" if d == d else "undated" for d in days]


GROUPS = {
    ("corpus", False): [],
    ("corpus", True): ["period"],
    ("document", False): ["doc_id"],
    ("speaker", False): ["speaker"],
    ("speaker", True): ["speaker", "period"],
    ("parti", False): ["parti"],
    ("speaker; parti", False): ["speaker", "parti"],
    ("speaker; parti", True): ["speaker", "parti", "period"],
}


def part_of(frames, name, dimension, dated):
    found = frames.counts(name, dimension, by_period=dated)
    return found.assign(**{c: "" for c in ("group", "period") if c not in found})


def named(frame, columns):
    """Group and period of rows that are grouped by columns."""
    group = frame[[c for c in columns if c != "period"]].agg("; ".join, axis=1) if columns else ""
    if columns == ["period"]:
        group = ""
    return frame.assign(of=group, at=frame["period"] if "period" in columns else "")


@pytest.mark.parametrize(("name", "group"), list(itertools.product(KEYS, GROUPS)))
def test_counts(frames, name, group):
    keys = ["of", "at", *KEYS[name]]
    rows = named(rows_of(frames, name), GROUPS[group])
    grouped = rows.groupby(keys)
    summary = part_of(frames, name, *group).rename(columns={"group": "of", "period": "at"})
    summary = summary.set_index(keys)
    assert len(summary) == grouped.ngroups > 0
    assert summary["mentions"].to_dict() == grouped.size().to_dict()
    assert summary["documents"].to_dict() == grouped["doc_id"].nunique().to_dict()
    assert days(summary["first_date"]) == days(grouped["date"].min())
    assert days(summary["last_date"]) == days(grouped["date"].max())


@pytest.mark.parametrize(("name", "group"), list(itertools.product(KEYS, GROUPS)))
def test_shares_and_what_they_are_parts_of(frames, name, group):
    rows = named(rows_of(frames, name), GROUPS[group])
    documents = frames.documents.assign(period=periods(frames.documents["date"]))
    base = named(documents, GROUPS[group]).groupby(["of", "at"])
    speeches = frames.speeches[frames.speeches["kind"] != "chair"].groupby("doc_id").size()
    spoken = documents["doc_id"].map(speeches).fillna(0)
    for (of, at), part in part_of(frames, name, *group).groupby(["group", "period"]):
        inside = base.get_group((of, at))
        assert set(part["of_documents"]) == {len(inside)}
        assert set(part["of_words"]) == {inside["words"].sum()}
        assert set(part["of_speeches"]) == {spoken[inside.index].sum()}
        mine = rows[(rows["of"] == of) & (rows["at"] == at)]
        assert part["share"].tolist() == pytest.approx(part["mentions"] / len(mine), abs=1e-4)
        assert part["share"].sum() == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("group", GROUPS)
def test_words_of_a_theme(frames, group):
    rows = named(rows_of(frames, "themes"), GROUPS[group])
    words = frames.documents.set_index("doc_id")["words"]
    rows = rows.assign(told=(rows["share"] * rows["doc_id"].map(words) + 1e-9).round())
    wanted = rows.groupby(["of", "at", "code", "theme"])["told"].sum()
    found = part_of(frames, "themes", *group).set_index(["group", "period", "code", "theme"])
    assert found["words"].to_dict() == wanted.to_dict()
    parts = found["words"] / found["of_words"]
    assert found["share_of_words"].tolist() == pytest.approx(parts.tolist(), abs=1e-4)


def test_words_of_a_theme_in_the_dialect_of_excel(corpus):
    theme = ["", "", "10", "Transports", "", "", "1", "1", "0.5", "x"]
    corpus.folder.excel = True
    corpus.add("a", themes=[theme])
    found = corpus.aggregate(excel=True).counts("themes")
    assert found[["words", "share_of_words"]].values.tolist() == [[5, 0.5]]


def test_the_index_of_laws_has_a_row_for_each(frames):
    index = frames.laws_index
    assert index["name"].tolist() == ["Code du travail", "loi Bleue"]
    code = index.iloc[0]
    assert (code["mentions"], code["documents"]) == (4, 3)
    assert (code["aliases"], code["articles"]) == ("", "L. 12; R. 3")


def days(dates):
    return dates.astype("string").fillna("").to_dict()


@pytest.mark.parametrize("name", ["amounts", "sector_amounts"])
def test_amounts_add_up_only_where_they_may(frames, name):
    keys = KEYS[name]
    rows = rows_of(frames, name)
    grouped = rows.assign(
        bottom=rows["low"].fillna(rows["value"]), top=rows["high"].fillna(rows["value"])
    ).groupby(keys)
    summary = part_of(frames, name, "corpus", False).set_index(keys)
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
    summary = part_of(frames, "people", "corpus", False).set_index("person")
    assert summary["roles"].to_dict() == {"Anne Sol": "maire (1)", "Bruno Roc": "préfet (1)"}
    assert summary.loc["Anne Sol", "named_with"] == "Bruno Roc (2)"
    by_document = part_of(frames, "people", "document", False)
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
        .query("dimension == 'speaker' and group == @i")
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


def test_another_grouping_takes_the_place_of_an_earlier_one(corpus):
    corpus.add(
        "a",
        metadata={"parti": "Bleu"},
        themes=[["", "", "10", "Transports", "", "", "1", "1", "1", "x"]],
    )
    first = corpus.aggregate(by=("parti",)).summary["themes"]
    assert set(first["dimension"]) == {"corpus", "document", "parti"}
    old = corpus.folder.root / "summary" / "themes_by_parti.csv"
    old.write_text("parti,code", encoding="utf-8")
    later = corpus.aggregate().summary["themes"]
    assert set(later["dimension"]) == {"corpus", "document", "speaker"}
    assert not old.exists()


@pytest.mark.parametrize("column", ["../../x", "document", "corpus", "sector", "period"])
def test_odd_names_of_columns_are_told_apart(corpus, column):
    corpus.add(
        "a",
        metadata={column: "1"},
        themes=[["", "", "10", "Transports", "", "", "1", "1", "1", "x"]],
    )
    themes = corpus.aggregate(by=(column,)).summary["themes"]
    told = f"document_{column}" if column in ("document", "corpus") else column
    assert set(themes["dimension"]) == {"corpus", "document", told}
    assert set(themes[themes["dimension"] == told]["group"]) == {"1"}
    assert {p.name for p in corpus.folder.root.rglob("themes*.csv")} == {"themes.csv"}


def test_tags_of_speeches_are_not_counted_for_documents(corpus):
    corpus.add(
        "a",
        themes=[
            ["", "", "10", "Transports", "", "", "1", "1", "1", "x"],
            ["1", "Ada Verlin", "10", "Transports", "", "", "1", "1", "1", "x"],
            ["2", "Ada Verlin", "6", "Éducation", "", "", "1", "1", "1", "x"],
        ],
    )
    summary = corpus.aggregate().counts("themes")
    assert summary[["theme", "mentions"]].values.tolist() == [["Transports", 1]]
