"""Whom a written question is put to."""

import pytest
from hemicycle import load

QUESTION = """Question n° 1234 de Mme Awa Roy (Socialistes - Drôme)
{asked}

Texte de la question

Mme Awa Roy attire l'attention sur les urgences de Kerlévan, fermées la nuit.

Texte de la réponse

Les urgences rouvriront en 2027."""


@pytest.fixture(scope="module")
def people_and_speeches():
    return load(["ner", "hemicycle_people", "hemicycle_speeches"])


@pytest.mark.parametrize(
    ("asked", "office"),
    [
        ("Question posée à M. le ministre de la Santé", "ministre de la Santé"),
        ("Adressée à Mme la ministre des Ports", "ministre des Ports"),
        ("À l'attention de Madame la ministre des Ports", "ministre des Ports"),
        ("Ministère interrogé : Santé et accès aux soins", "Santé et accès aux soins"),
        ("Destinataire : ministre de la Mer", "ministre de la Mer"),
        ("Publiée au Journal officiel", ""),
    ],
)
def test_the_office_asked_answers(asked, office, people_and_speeches):
    nlp = people_and_speeches
    doc = nlp(QUESTION.format(asked=asked))
    question, answer = (span._.speech for span in doc.spans["speeches"])
    assert (question.speaker, question.kind) == ("Awa Roy", "question")
    assert (answer.role, answer.kind) == (office, "answer")
