import pytest
import spacy

TEXT = (
    "Mes chers amis, bonsoir. Les hôpitaux manquent de médecins et de soignants.\n"
    "L'inflation recule et les taux d'intérêt baissent. Vive la France !"
)


@pytest.fixture(scope="module")
def doc():
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_sentences")
    nlp.add_pipe("hemicycle_themes")
    return nlp(TEXT)


def test_a_sentence_has_its_topics_and_a_formula_none(doc):
    told = [(span.text, span._.theme.code) for span in doc.spans["theme_passages"]]
    assert told == [
        ("Les hôpitaux manquent de médecins et de soignants.", "3"),
        ("L'inflation recule et les taux d'intérêt baissent.", "1"),
    ]


def test_evidence_stands_where_it_says(doc):
    for span in doc.spans["theme_passages"]:
        passage = span._.theme
        assert len(passage.evidence) == len(passage.places) > 0
        start, end = span._.offsets
        for term, (first, last) in zip(passage.evidence, passage.places, strict=True):
            assert start <= first < last <= end
            assert TEXT[first:last].lower()[:4] == term.lower()[:4]


def test_words_of_one_label_point_to_its_subtopic(doc):
    health, prices = (span._.theme for span in doc.spans["theme_passages"])
    assert (prices.subtopic, prices.subtheme) == ("101", "Inflation, prix et taux d'intérêt")
    assert health.subtopic[:1] in {"", "3"}
