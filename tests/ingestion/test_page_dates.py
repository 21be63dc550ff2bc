"""Days that pages state of themselves, and those in their words that are of something else."""

import pytest
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import make_settings

WORDS = (
    "<h1>Budget</h1>{}<p>Le conseil a voté la subvention de la halle. Les travaux commenceront "
    "lundi prochain, dit le maire.</p><p>Le 3 mai 2017, la commune avait refusé.</p>"
)


def page(head="", above="", around="<article>{}</article>", below=""):
    body = around.format(WORDS.format(above)) + below
    return f"<html lang='fr'><head><title>Budget</title>{head}</head><body>{body}</body></html>"


JSON_LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
    '"dateModified":"2024-06-01","datePublished":"2024-03-05T08:00:00+01:00"}</script>'
)


@pytest.mark.parametrize(
    ("source", "day", "origin"),
    [
        (page('<meta property="article:published_time" content="2024-03-05T10:00:00Z">'
              '<meta property="article:modified_time" content="2024-04-05">'),
         "2024-03-05", "metadata"),
        (page(JSON_LD), "2024-03-05", "metadata"),
        (page(below=JSON_LD), "2024-03-05", "metadata"),
        (page(above='<time datetime="2024-03-05">hier</time>'), "2024-03-05", "metadata"),
        (page(above='<span itemprop="datePublished" content="2024-03-05">mardi</span>'),
         "2024-03-05", "metadata"),
        (page(above="<p>Publié le 5 mars 2024 à 10h30</p>"), "2024-03-05", "text"),
        (page(above="<p>05/03/2024</p>"), "2024-03-05", "text"),
        (page(above='<p>Publié le <time datetime="2024-03-05">5 mars</time>.</p>'),
         "2024-03-05", "metadata"),
        (page(around="<header><h1>Budget</h1><time datetime='2024-03-05'></time></header>{}"),
         "2024-03-05", "metadata"),
        # Days of other things: the clock of a site, a birth in the words, articles listed above.
        (page(around="<header><time datetime='2024-03-05'></time></header><article>{}</article>"),
         "None", ""),
        (page(above='<p>Le maire est né le <time datetime="1970-02-03">3 février 1970</time> à '
                    "Morlieu.</p>"), "None", ""),
        (page(around='<main><article><time datetime="2018-01-01"></time>La halle</article>'
                     "<article>{}</article></main>"), "None", ""),
        # Days of other things: an older article beside it, the foot, a name of the markup, prose.
        (page(below='<aside><time datetime="2011-02-03">3 février</time></aside>'), "None", ""),
        (page(below="<footer>Site mis à jour le 2011-02-03 © 2010</footer>"), "None", ""),
        (page().replace("<html", '<html xmlns:m="http://a.org/office/2004/12/omml"'), "None", ""),
    ],
)  # fmt: skip
def test_days_of_pages(source, day, origin, tmp_path):
    (tmp_path / "page.html").write_text(source, encoding="utf-8")
    (document,) = read_documents([str(tmp_path / "page.html")], make_settings({}))
    assert (str(document.date), document.date_from) == (day, origin)


def test_a_date_line_beats_the_name_of_the_file_and_it_is_said(tmp_path, caplog):
    (tmp_path / "20130118.txt").write_text(
        "Séance du mardi 29 janvier 2013\n\nLa séance est ouverte.", encoding="utf-8"
    )
    (tmp_path / "2013-01-18.txt").write_text("La séance est ouverte hier.", encoding="utf-8")
    found = {d.doc_id: d for d in read_documents([str(tmp_path)], make_settings({}))}
    assert str(found["20130118"].date) == "2013-01-29"
    assert "its name gives the day 2013-01-18, its date line 2013-01-29" in caplog.text
    assert (str(found["2013-01-18"].date), len(caplog.records)) == ("2013-01-18", 1)


def test_who_collected_what_is_said_does_not_speak(tmp_path):
    text = "Entretien\n\nPropos recueillis par Jeanne Plume\n\nLe conseil a voté."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (document,) = read_documents([str(tmp_path / "a.txt")], make_settings({}))
    assert document.speaker == ""
