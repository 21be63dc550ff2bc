import textwrap
import unicodedata

import pytest
from hemicycle.ingestion.cleaning.text import clean, clean_field
from hemicycle.running.timelimit import time_limit
from hypothesis import given
from hypothesis import strategies as st

PARAGRAPH = (
    "Le conseil municipal a adopté hier soir le budget de la commune, après trois heures de "
    "discussions parfois vives entre la majorité et les deux groupes de l’opposition, qui "
    "réclamaient une baisse des impôts et le report du chantier de la médiathèque."
)


def test_wrapped_lines_are_joined():
    wrapped = textwrap.fill(PARAGRAPH, 72)
    assert "\n" in wrapped
    assert clean(f"Un titre\n\n{wrapped}\n\n{wrapped}") == f"Un titre\n\n{PARAGRAPH}\n\n{PARAGRAPH}"


def test_lines_that_are_paragraphs_stay_apart():
    text = "Premier point.\nDeuxième point, un peu plus long que le premier.\nTroisième."
    assert clean(text) == text


def test_a_date_line_under_a_title_stays_apart():
    text = "Port de Lorne : les dockers reprennent le travail au terminal nord\n"
    text += "Morlieu, dimanche 28 septembre 2025\n\nIl était midi."
    assert clean(text) == text


def test_words_hyphenated_at_line_ends_are_joined_and_names_are_not():
    lines = [
        "La commission a rappelé que la numérisation des services publics et la numéri-",
        "sation des écoles avancent ensemble, et que les habitants de la ville de Saint-",
        "Denis en profitent déjà, comme ceux des communes voisines qui ont suivi la même",
        "voie depuis plusieurs années sans attendre les crédits de la région ou de l’État",
        "central.",
    ]
    cleaned = clean("\n".join(lines))
    assert "la numérisation des écoles" in cleaned
    assert "Saint-Denis" in cleaned
    assert "\n" not in cleaned


def test_lists_are_not_joined():
    text = "\n".join(
        f"- mesure {n} : un texte assez long pour ressembler à une ligne pleine de mots"
        for n in "abcdef"
    )
    assert clean(text) == text


def test_photo_credits_go_and_other_lines_stay():
    assert clean("Avant.\n© Agence Lumen\nCrédit photo : J. Dupin\nAprès.") == "Avant.\nAprès."
    for sentence in ("La photo de famille du sommet a été prise.", "Photo : Ida Roux. Elle rit."):
        assert clean(sentence) == sentence


def test_characters_that_cannot_be_written_go():
    assert clean("a\u200bb\ud800c\x00d\ufeff") == "abcd"
    assert clean("e\u0301te\u0301") == "été"
    assert clean("un\r\ndeux\rtrois\u2028quatre") == "un\ndeux\ntrois\nquatre"


def test_no_break_spaces_inside_a_line_stay():
    assert clean("10\u202f000\u00a0€") == "10\u202f000\u00a0€"


@given(st.text())
def test_any_text_is_cleaned_to_something_writable_and_stable(text):
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(cleaned) & set("\r\x00\x0b\x0c\x85\u2028\u2029")


@given(st.text())
def test_a_field_is_one_line(text):
    assert "\n" not in clean_field(text)


def test_ligatures_are_letters():
    assert clean("eﬃcace, ﬁnir, ﬂux, œuvre") == "efficace, finir, flux, œuvre"


def test_footnote_calls_are_set_apart_and_exponents_are_not():
    text = "Il coûte 3 euros², 40 m² et 2 km³ ; « oui »³ dit-il.\n\n1. Une note."
    assert clean(text).startswith("Il coûte 3 euros ², 40 m² et 2 km³ ; « oui » ³ dit-il.")
    assert "euros 2 par jour" in clean("Il coûte 3 euros2 par jour.\n\n2 Hors taxes.")
    without_note = "Le covid19, le modèle vega2 et la route26."
    assert clean(without_note) == without_note


def test_a_table_of_contents_goes_and_amounts_after_dots_stay():
    contents = (
        "Sommaire\n\nIntroduction ........ 3\nLe port . . . . . . 7\nLa criée ........ 12\n\n"
    )
    assert clean(f"{contents}Introduction\n\nLe port.") == "Introduction\n\nLe port."
    budget = "Recettes ........ 120\nDépenses ........ 90\nDette ........ 400"
    assert clean(budget) == budget


@given(st.text(alphabet="a.1 \n…", max_size=200))
def test_cleaning_ends_on_any_dots(text):
    assert len(clean(text)) <= 2 * len(text)


def test_a_list_of_like_lines_stays_a_list():
    people = (
        "Awa Bellec-Corvel, 46 ans, avocate à Lorvel\n"
        "Augustin Morvel, 51 ans, éleveur de brebis\n"
        "Isabelle Sorel-Duval, 38 ans, infirmière"
    )
    assert clean(people) == people


def test_a_paragraph_of_very_many_lines_is_put_together_once(monkeypatch):
    """A paragraph as long as the text is not looked at anew for each of its lines."""
    from hemicycle.ingestion.cleaning import text as cleaning

    seen = 0

    def counted(head, tail):
        nonlocal seen
        seen += len(head) + len(tail)
        return link(head, tail)

    link = cleaning.link
    monkeypatch.setattr(cleaning, "link", counted)
    wrapped = ["le conseil de la ville se réunira pour parler de la très belle numéri-"] * 500
    text = clean("\n".join(["Le maire dit que", *wrapped, "sation."]))
    assert seen <= 3 * len(text)
    assert (
        clean("\n".join(["x" * 60 + " numéri-", "sation " + "y" * 58, "z" * 60])).count(
            "numérisation"
        )
        == 1
    )


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", " \u00a0\t"])
def test_long_runs_of_blanks_are_looked_at_once(blank):
    run = blank * 100_000
    with time_limit(60):
        assert clean(f"Le{run}maire{run}") == f"Le{run}maire"
