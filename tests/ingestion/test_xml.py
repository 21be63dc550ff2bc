"""XML of parliaments, of laws and of feeds: words, speakers, dates, and memory."""

import subprocess
import sys

import hemicycle
import pytest
from hemicycle.document import Document, Member
from hemicycle.ingestion.documents import read_documents
from hemicycle.ingestion.formats.labelled import label_of, member_of
from hemicycle.ingestion.formats.xml_mapping import Pattern, mappings
from hemicycle.ingestion.formats.xml_words import blocks_of, unmarked
from hemicycle.settings import Settings
from lxml import etree

from tests.ingestion import parliaments

PLEA = "Le port de Kerlévan attend ses digues depuis dix ans ; qui paiera les travaux ?"
REPLY = "Le chantier commencera à l’automne et coûtera 3 millions d’euros."
LATER = "Il durera deux ans."
DAY = "2025-03-04"
CORVEL, DASTRE = "Awa Corvel", "Luc Dastré"


def read(tmp_path, name):
    (tmp_path / f"{name}.xml").write_bytes(parliaments.FILES[name])
    found = list(read_documents([str(tmp_path)], Settings()))
    assert all(isinstance(item, Document) for item in found), found
    return found


WANTED = {
    "syceron": (
        "Questions au Gouvernement",
        "M. le président. La parole est à Mme Awa Corvel.",
        "Digues de Kerlévan",
        f"Mme Awa Corvel. {PLEA}",
        "L’article no 3 l’exigeait.",
        f"M. Luc DASTRÉ, ministre de la Mer. {REPLY}",
        f"{LATER} (Applaudissements.)",
        "Mme Awa Corvel. Enfin !",
    ),
    "question": (
        "ports",
        "Mme Awa Corvel interroge M. le ministre de la Mer.",
        PLEA,
        REPLY,
    ),
    "cri": (
        "Digues de Kerlévan",
        f"Mme Awa Corvel. {PLEA}",
        f"M. Luc Dastré, ministre de la Mer. {REPLY.replace('’', chr(39))}",
        LATER,
    ),
    "hansard": (
        "Questions orales",
        "Les ports",
        f"Mme Awa Corvel (Kerlévan, BQ) : {PLEA}",
        f"L’hon. Luc Dastré (ministre de la Mer, Lib.) : {REPLY}",
        LATER,
        "(Des voix: Bravo!)",
    ),
    "akoma": ("Les ports", f"Awa Corvel : {PLEA}", "(Silence.)", f"Luc Dastré : {REPLY}", LATER),
    "cre": ("Les ports", f"Awa Corvel (PPE) : {PLEA}", f"Luc Dastré (S-D) : {REPLY}", LATER),
    "dila": (REPLY, LATER),
}


@pytest.mark.parametrize("name", WANTED)
def test_the_words_in_order(name, tmp_path):
    (document,) = read(tmp_path, name)
    assert tuple(line for line in document.text.split("\n") if line) == WANTED[name]
    assert str(document.date) == ("None" if name == "cri" else DAY)
    assert document.format == "xml"


@pytest.mark.parametrize("name", ["syceron", "cri", "hansard", "akoma", "cre"])
def test_who_speaks(name, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xml").write_bytes(parliaments.FILES[name])
    hemicycle.run(tmp_path / "in", output=tmp_path / "out")
    speeches = hemicycle.read(tmp_path / "out").speeches
    named = speeches[speeches["speaker"] != ""]
    assert list(named["speaker"])[:2] == [CORVEL, DASTRE]
    roles = dict(zip(named["speaker"], named["role"], strict=True))
    if name in ("syceron", "cri", "hansard"):
        assert roles[DASTRE] == "ministre de la Mer"
    if name == "cre":
        assert list(named["group"]) == ["PPE", "S-D"]
    assert not any("Sommaire" in text for text in speeches["text"])


def test_no_word_is_lost_where_tags_do_not_fit(tmp_path):
    (tmp_path / "a.xml").write_text(
        '<cri:cri xmlns:cri="x"><p>Un taux < 5 % et R&D &rsquo; ici.</p></b>'
        '<cri:intervenant nom="Awa ROY" qua="ministre"><p>Je réponds à tous.</p></cri:intervenant>'
        '<cri:titreS1 libelle="Les ports"></cri:titreS1><cri:intervenant nom=FAY><p>Merci.</p>'
        "</cri:intervenant></cri:cri>"
    )
    (document,) = read_documents([str(tmp_path)], Settings())
    assert document.text.split("\n\n") == [
        "Un taux < 5 % et R&D ’ ici.",
        "Awa ROY, ministre. Je réponds à tous.",
        "Les ports",
        "FAY. Merci.",
    ]


def test_the_items_of_a_list_are_apart(tmp_path):
    body = parliaments._said("M. Durand", "", "Trois choses :<ul><li>Lyon</li><li>Paris</li></ul>")
    (tmp_path / "a.xml").write_bytes(parliaments.syceron(body))
    (document,) = read_documents([str(tmp_path)], Settings())
    assert document.text.split("\n\n") == ["M. Durand. Trois choses :", "Lyon", "Paris"]


def test_two_turns_of_bare_surnames_are_turns(tmp_path):
    (tmp_path / "in").mkdir()
    body = parliaments._said("M. Durand", "", PLEA) + parliaments._said("Mme Petit", "", REPLY)
    (tmp_path / "in" / "a.xml").write_bytes(parliaments.syceron(body))
    hemicycle.run(tmp_path / "in", output=tmp_path / "out")
    assert list(hemicycle.read(tmp_path / "out").speeches["speaker"]) == ["Durand", "Petit"]


def test_an_entry_of_a_feed_is_a_document(tmp_path):
    first, second = read(tmp_path, "rss")
    assert (first.text, first.title, str(first.date)) == (PLEA, "Ports", DAY)
    assert first.url == "https://mairie.example/1"
    assert second.text.split("\n\n") == [REPLY, LATER]
    assert (str(second.date), second.url) == ("2025-03-05", "")


def test_an_entry_has_its_id_and_of_two_texts_the_whole_one(tmp_path):
    (entry,) = read(tmp_path, "atom")
    assert (entry.source_id, entry.doc_id) == ("e1", "e1")
    assert entry.text == REPLY


def test_xml_of_another_kind_is_read_by_its_paragraphs_and_it_is_said(tmp_path, caplog):
    (tmp_path / "a.xml").write_text(
        f"<livre><chapitre><titre>Ports</titre><para>{PLEA} <i>Oui</i>, dit-il.</para>"
        f"<!-- rien --><para>{REPLY}</para></chapitre></livre>"
    )
    (document,) = read_documents([str(tmp_path)], Settings())
    assert document.text.split("\n\n") == ["Ports", f"{PLEA} Oui, dit-il.", REPLY]
    assert "'livre' is unknown" in caplog.text


@pytest.mark.parametrize("root", ["compteRendu", "Hansard", "akomaNtoso", "rss", "livre"])
@pytest.mark.parametrize(
    ("inside", "error"),
    [
        ('<!DOCTYPE a [<!ENTITY x "aaaaaaaaaa">]>', "unsafe"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "unsafe"),
    ],
)
def test_entities_are_refused(root, inside, error, tmp_path):
    (tmp_path / "a.xml").write_text(
        f"{inside}<{root}><p>Bonjour à toutes et à tous &x;</p></{root}>"
    )
    (failure,) = read_documents([str(tmp_path)], Settings())
    assert failure.error == error


@pytest.mark.parametrize("root", ["compteRendu", "cri", "livre"])
def test_what_is_nested_without_end_or_cut_is_no_exception(root, tmp_path):
    (tmp_path / "deep.xml").write_text(f"<{root}>{'<a>' * 5000}Bonjour{'</a>' * 5000}</{root}>")
    (tmp_path / "cut.xml").write_text(f"<{root}><p>Bonjour à toutes et à tous, mes")
    for found in read_documents([str(tmp_path)], Settings()):
        assert isinstance(found, Document) or found.error in ("broken", "empty", "unknown format")


MEASURE = """
import resource, sys
from pathlib import Path
from hemicycle.ingestion import contents
from hemicycle.ingestion.formats import xml
from hemicycle.settings import make_settings
settings = make_settings({})
with contents.opened(Path(sys.argv[1]), sys.argv[1], settings.limits) as content:
    print(sum(len(raw.text) for raw in xml.read(content, settings)))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_the_tree_of_a_long_sitting_is_not_kept(tmp_path):
    peaks, lengths = [], []
    for megabytes in (1, 30):
        path = tmp_path / f"{megabytes}.xml"
        with path.open("wb") as handle:
            handle.writelines(parliaments.long_syceron(megabytes))
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True
        )
        length, peak = map(int, done.stdout.split())
        lengths.append(length)
        peaks.append(peak)
    assert lengths[1] > 10 * lengths[0]
    # The text itself is kept until its limit; of the tree nothing is.
    assert peaks[1] - peaks[0] < 4 * lengths[1] / 1000 + 20_000  # kilobytes


@pytest.mark.parametrize(
    ("written", "xml", "fits"),
    [
        ("p", "<a><p/></a>", True),
        ("a/p", "<a><p/></a>", True),
        ("b/p", "<a><p/></a>", False),
        ("p[k]", '<a><p k="1"/></a>', True),
        ("p[k]", "<a><p/></a>", False),
        ("p[k=1]", '<a><p x:k="1" xmlns:x="u"/></a>', True),
        ("p[k=2]", '<a><p k="1"/></a>', False),
        ("p", '<a><x:p xmlns:x="u"/></a>', True),
    ],
)
def test_a_pattern_names_elements(written, xml, fits):
    assert Pattern.read(written).fits(etree.fromstring(xml)[0]) is fits


def test_a_pattern_that_names_nothing_is_refused():
    with pytest.raises(ValueError, match="names no element"):
        Pattern.read("a/b/c")


def test_no_root_is_that_of_two_formats():
    roots = [root for known in mappings() for root in known.roots]
    assert len(roots) == len(set(roots))


@pytest.mark.parametrize("name", ["br", "LineBreak", "eol"])
def test_a_line_break_parts_words(name):
    assert blocks_of(etree.fromstring(f"<p>Un<{name}/>deux.</p>")) == ["Un", "deux."]


def test_labels_and_members():
    assert label_of("Mme Awa Roy", ", ministre", "", "point") == "Mme Awa Roy, ministre."
    assert label_of("Roy (PS)", "", "PS", "colon") == "Roy (PS) :"
    assert label_of("", "ministre", "", "point") == label_of("Roy", "", "", "") == ""
    assert member_of("L’hon. Awa LE-GOFF (ministre, Lib.)", "", "") == Member("Awa Le-Goff", "", "")
    assert member_of("M. le président", "", "") is None
    assert member_of("L'orateur", "", "PS") is member_of("M.", "", "") is None
    assert member_of("M. Le Goff", "", "PS") == Member("Le Goff", "", "PS")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>Un&nbsp;an.</p><p>Deux.</p>", "Un\xa0an.\n\nDeux."),
        ("Caf&eacute; &#8217;", "Café ’"),
        ("a < b & c > d", "a < b & c > d"),
        ("Voir <Roy 2012> et\n\n<toto>", "Voir <Roy 2012> et\n\n<toto>"),
        ("<p></p>", ""),
    ],
)
def test_html_in_a_record_is_plain_text(text, plain):
    assert unmarked(text) == plain
