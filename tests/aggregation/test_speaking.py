"""Who speaks how much and of what, against a count by pandas."""

import pytest


def speech(number, speaker, group, kind, words):
    place = [str(number * 10), str(number * 10 + 5), "Texte", "Texte.", str(number), speaker]
    return [*place, "", group, kind, "", str(words)]


def theme(number, speaker, code):
    return [str(number), speaker, code, f"Thème {code}", "", "", "1", "1", "1", "x"]


def keyword(number, speaker, word):
    return [str(number), speaker, word, "1", "1", "3"]


@pytest.fixture
def frames(corpus):
    corpus.add(
        "a",
        "2026-01-05",
        speeches=[
            speech(1, "Odile Garance", "", "chair", 500),
            speech(2, "Ada Verlin", "PS", "speech", 100),
            speech(3, "Joris Maes", "MR", "question", 60),
            speech(4, "Ada Verlin", "PS", "speech", 40),
        ],
        themes=[theme(1, "Odile Garance", "9"), theme(2, "Ada Verlin", "10"), theme(3, "", "6")],
        keywords=[keyword(2, "Ada Verlin", "rail"), keyword(3, "Joris Maes", "école")],
    )
    corpus.add(
        "b",
        "2026-02-05",
        speeches=[speech(1, "Ada Verlin", "", "speech", 300)],
        themes=[["", "Ada Verlin", "6", "Thème 6", "", "", "1", "1", "1", "x"]],
    )
    return corpus.aggregate()


def test_words_and_speeches_are_those_of_the_rows(frames):
    own = frames.speeches[frames.speeches["kind"] != "chair"]
    counted = own.groupby("speaker")["words"].agg(["size", "sum"])
    summary = frames.summary["speakers"].query("dimension == 'speaker'")
    told = summary.groupby("group")[["speeches", "words"]].sum()
    assert told.to_numpy().tolist() == counted.to_numpy().tolist()
    first = summary.iloc[0]
    assert (first["group"], first["period"], first["share"]) == ("Ada Verlin", "2026-01", 0.7)


def test_groups_are_told_beside_speakers(frames):
    groups = frames.summary["speakers"].query("dimension == 'group'")
    assert groups[["group", "words", "of_words"]].values.tolist() == [
        ["PS", 140, 200],
        ["MR", 60, 200],
    ]


def test_themes_of_the_chair_are_nobodys(frames):
    themes = frames.summary["speaker_themes"]
    assert "9" not in set(themes["code"])
    ada = themes.query("group == 'Ada Verlin'")
    assert ada[["period", "code", "words", "share"]].values.tolist() == [
        ["2026-01", "10", 100, 0.7143],
        ["2026-02", "6", 300, 1.0],
    ]


def test_keywords_that_set_speakers_apart(frames):
    apart = frames.summary["keywords_distinctive"].query("dimension == 'speech speaker'")
    assert apart[["group", "keyword"]].values.tolist() == [
        ["Ada Verlin", "rail"],
        ["Joris Maes", "école"],
    ]
