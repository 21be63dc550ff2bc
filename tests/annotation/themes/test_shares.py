"""How much of a text speaks of each topic."""

import pytest
from hemicycle.annotation.themes.shares import Shares
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.theme_passages import Passage
from hemicycle.kinds.themes import THEMES


def passage(start, end, code, subtopic=""):
    return Mention(start, end, code, Passage(code, "", subtopic, "", 0.9, [], []))


def test_a_topic_has_the_words_of_its_sentences():
    words = range(0, 100, 10)  # ten words
    found = [passage(0, 20, "3", "322"), passage(20, 60, "3"), passage(20, 60, "1", "105")]
    shares = Shares(found, words)
    whole = shares.of(0, 100)
    assert (whole["3"].words, whole["1"].words) == (0.6, 0.4)
    assert (whole["3"].subtopic, whole["1"].subtopic) == ("322", "105")
    assert shares.of(20, 60) == {"3": (1.0, ""), "1": (1.0, "105")}
    assert shares.of(60, 100) == {}


def test_a_subtopic_of_few_words_is_none_of_the_text():
    found = [passage(0, 10, "3", "322"), passage(10, 100, "3")]
    assert Shares(found, range(0, 100, 10)).of(0, 100)["3"].subtopic == ""


def test_the_themes_of_a_text_and_of_its_speeches_have_shares(nlp):
    health = "Les urgences de l’hôpital manquent de médecins et les malades attendent des heures. "
    school = "Les lycées ouvrent des classes pour les élèves. "
    doc = nlp(health * 3 + school)
    first = THEMES.read(doc)[0]
    assert first.code == "3"
    assert first.share == pytest.approx(0.83, abs=0.05)


def test_a_long_text_has_more_topics_than_five(nlp):
    sentences = [
        "Les urgences de l’hôpital manquent de médecins.",
        "Les lycées ouvrent des classes pour les élèves.",
        "Les agriculteurs moissonnent le blé.",
        "Le chômage des ouvriers recule dans les usines.",
        "Les trains et les tramways roulent la nuit.",
        "La centrale nucléaire produit de l’électricité.",
        "Les locataires cherchent un logement social.",
        "Les soldats de l’armée de terre partent en opération.",
    ]
    doc = nlp("\n".join(" ".join([sentence] * 40) for sentence in sentences))
    themes = THEMES.read(doc)
    assert len(themes) == 8
    assert all(theme.share >= 0.02 for theme in themes)
    assert [theme.rank for theme in themes] == list(range(1, 9))
