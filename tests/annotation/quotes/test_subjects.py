"""Whom a subject without a name means."""

import pytest
from hemicycle.annotation.people.component import PeopleFinder
from hemicycle.annotation.quotes.component import QuoteFinder
from hemicycle.annotation.quotes.subjects import Subject, subject_at, subject_before

LED = "Aline Corvel a reçu Paul Dastré hier. "


def speakers(text):
    found = QuoteFinder().judged(text, PeopleFinder().mentions(text, []))
    return [quote.speaker for quote in found]


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("le député", Subject(0, True, "m")),
        ("l' élue liégeoise", Subject(0, True, "f")),
        ("l' ancienne ministre de la mer", Subject(0, True, "f")),
        ("l' écologiste", Subject(0, True, "")),
        ("cette proche du président", Subject(0, True, "f")),
        ("cet essayiste", Subject(0, True, "m")),
        ("cette raison", Subject(0, False, "f")),
        ("le député de la creuse", Subject(0, False, "m")),
        ("le rapport", Subject(0, False, "m")),
        ("un élu", Subject(0, False, "m", True)),
        ("les riverains", Subject(0, False, "", True)),
        ("son voisin", Subject(0, False, "")),
        ("hier", None),
        ("", None),
        ("le", Subject(0, False, "m")),
    ],
)
def test_what_a_noun_phrase_takes_up(words, subject):
    assert subject_at(words.split()) == subject


def test_what_is_put_before_a_subject_is_passed_over():
    assert subject_before(["à", "la", "sortie", ",", "le", "député"]) == Subject(4, True, "m")
    words = ["interrogé", "jeudi", ",", "mais", "l'", "avocate"]
    assert subject_before(words) == Subject(4, True, "f")
    assert subject_before(["il"]) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Nous irons jusqu'au bout », a soufflé le sénateur.", "Paul Dastré"),
        ("« Nous irons jusqu'au bout », a soufflé l'élue.", "Aline Corvel"),
        ("« Nous irons jusqu'au bout », confie un proche de Paul Dastré.", ""),
        ("Un marchand du port l'a résumé : « Nous irons jusqu'au bout. »", ""),
        ("Au ministère, on se contente de répondre que « nous irons jusqu'au bout ».", ""),
        ("Sur la porte, il est écrit que « nous irons jusqu'au bout ».", ""),
        ("À l'en croire, « nous irons jusqu'au bout ».", "Aline Corvel"),
        ("Puis elle a cité Jeanne Morvan : « Nous irons jusqu'au bout. »", "Jeanne Morvan"),
        ("L'article 4 dispose que « nul ne peut être lésé par un tiers ».", ""),
        ("Sa collègue Rita Vanhoof a abondé : « Nous irons jusqu'au bout. »", "Rita Vanhoof"),
    ],
)
def test_who_speaks(text, speaker):
    assert speakers(LED + text) == [speaker]


def test_two_words_behind_a_colon_are_speech_where_a_verb_brings_them_in():
    assert speakers(LED + "Paul Dastré a répondu : « Je maintiens. »") == ["Paul Dastré"]
    assert speakers(LED + "La devise : « Je maintiens. »") == []


def test_whoever_has_no_name_goes_on_without_one():
    text = LED + "« Nous irons jusqu'au bout », dit un voisin. « Et sans eux », ajoute-t-il."
    assert speakers(text) == ["", ""]


def test_whose_words_are_cited_in_a_sitting_is_not_who_cites():
    lines = "".join(f"M. Ivo Roux. Il pleut {n} fois.\nMme Eva Rey. Merci.\n" for n in "2345")
    text = lines + "M. Ivo Roux. Je cite l'article : « Nul ne peut être lésé par un tiers. »"
    assert speakers(text) == [""]
