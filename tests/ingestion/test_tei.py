"""Sittings and other texts in TEI: words, speakers, dates, and memory."""

import itertools
import json
import os
import subprocess
import sys

import pytest
from hemicycle.document import Document, Member
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import make_settings

from tests.ingestion import sittings


def read(folder, **settings):
    found = list(read_documents([str(folder)], make_settings(settings)))
    assert all(isinstance(item, Document) for item in found), found
    return found


def test_a_sitting_is_a_document(tmp_path):
    (tmp_path / "s.xml").write_bytes(sittings.sitting())
    (document,) = read(tmp_path)
    assert document.text.split("\n\n") == [
        "Ports et criées",
        "(À quinze heures.)",
        "Mme la ministre.",
        "Le chantier commencera à l’automne. (Applaudissements.) Il durera deux ans.",
        "Merci à tous.",
        "Anselme Dufaÿ : Nous verrons.",
        "(L’orateur quitte la tribune.)",
        "Voir l’annexe.",
    ]
    assert document.title == "Séance du 12 mai 2022"
    assert (str(document.date), document.date_from) == ("2022-05-12", "metadata")
    assert document.source == "Archives de Kerlévan"
    assert document.url == "https://archives.example/kerlevan"
    assert document.metadata["speakers"] == "Éloïse Tréguidec; Anselme Dufaÿ"
    assert document.members == (
        Member("Éloïse Tréguidec", "ministre de la Mer", ""),
        Member("Anselme Dufaÿ", "", "Groupe de la Mer"),
    )
    directions = [document.text[start:end] for start, end in document.stage_directions]
    assert directions == ["(Applaudissements.)", "(L’orateur quitte la tribune.)"]


def test_a_group_has_its_abbreviation_where_there_is_one(tmp_path):
    full = '<orgName full="yes" xml:lang="fr">Groupe de la Mer</orgName>'
    people = sittings.PEOPLE.replace(full, f'{full}<orgName full="abb">GM</orgName>')
    (tmp_path / "s.xml").write_bytes(sittings.sitting(people=people))
    (document,) = read(tmp_path)
    assert [member.group for member in document.members] == ["", "GM"]
    (_, second) = read(tmp_path, tei="utterance")
    assert second.metadata["party"] == "Groupe de la Mer"


def test_an_utterance_is_a_document(tmp_path):
    (tmp_path / "s.xml").write_bytes(sittings.sitting())
    first, second = read(tmp_path, tei="utterance")
    assert first.text.startswith("Le chantier commencera")
    assert first.text.endswith("Voir l’annexe.")
    assert (first.source_id, first.speaker) == ("s.u1", "Éloïse Tréguidec")
    assert first.metadata["role"] == "ministre de la Mer"
    assert first.metadata["section"] == "Ports et criées"
    assert (second.speaker, second.metadata["party"]) == ("Anselme Dufaÿ", "Groupe de la Mer")
    assert second.text == "Nous verrons.\n\n(L’orateur quitte la tribune.)"
    assert str(second.date) == "2022-05-12"


def test_the_header_of_a_corpus_names_the_speakers_of_its_sittings(tmp_path):
    (tmp_path / "corpus.xml").write_bytes(sittings.corpus())
    sitting_2022, sitting_2021 = read(tmp_path)
    assert (sitting_2022.doc_id, sitting_2021.doc_id) == ("s1", "s2")
    assert "Anselme Dufaÿ : Nous verrons." in sitting_2021.text
    utterances = read(tmp_path, tei="utterance")
    roles = [d.metadata["role"] for d in utterances if d.speaker == "Éloïse Tréguidec"]
    assert roles == ["ministre de la Mer", "ministre des Ports"]


def test_lists_of_people_beside_the_sittings_are_used_and_are_no_documents(tmp_path):
    (tmp_path / "2022").mkdir()
    (tmp_path / "2022" / "s.xml").write_bytes(sittings.sitting(people=""))
    listed = sittings.PEOPLE[sittings.PEOPLE.index("<listPerson>") :]
    listed = listed.replace("<listPerson>", f"<listPerson {sittings.NAMESPACE}>")
    (tmp_path / "K-listPerson.xml").write_text(listed, encoding="utf-8")
    (document,) = read(tmp_path)
    assert document.metadata["speakers"] == "Éloïse Tréguidec; Anselme Dufaÿ"


MEASURE = """
import resource, sys
from pathlib import Path
from hemicycle.ingestion import contents
from hemicycle.ingestion.formats import tei
from hemicycle.settings import make_settings
settings = make_settings({"tei": "utterance"})
with contents.opened(Path(sys.argv[1]), sys.argv[1], settings.limits) as content:
    print(sum(1 for _ in tei.read(content, settings)))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_memory_does_not_grow_with_the_file(tmp_path):
    peaks = []
    for megabytes in (1, 50):
        path = tmp_path / f"{megabytes}.xml"
        with path.open("wb") as handle:
            handle.writelines(sittings.long_sitting(megabytes))
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True
        )
        number, peak = map(int, done.stdout.split())
        assert number > 400 * megabytes
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 5_000  # kilobytes


NAMES = ['SYSTEM "{}"', 'PUBLIC "-//TEI//DTD TEI//EN" "{}"']
PLACES = ["http://127.0.0.1:9/tei.dtd", "{here}/pipe", "{here}/tei.dtd"]
READ = """
import json, sys
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import Settings
found = read_documents(sys.argv[1:], Settings())
print(json.dumps([getattr(one, "text", None) or one.error for one in found]))
"""


@pytest.mark.parametrize("more", ["", ' [<!ENTITY % more SYSTEM "{}"> %more;]'])
def test_a_document_type_is_never_fetched(more, tmp_path):
    """A pipe would be waited for without end; an entity would be seen in the text."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "tei.dtd").write_text('<!ENTITY secret "SECRET">')
    paths = []
    for name, place in itertools.product(NAMES, PLACES):
        address = place.format(here=tmp_path)
        paths.append(tmp_path / f"{len(paths)}.xml")
        paths[-1].write_text(
            f"<!DOCTYPE TEI {name.format(address)}{more.format(address)}>"
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
            f'<p xml:id="a">Bonjour &secret;.</p>{"<p>Il pleut sur la mer.</p>" * 10_000}'
            '<p xml:id="a">Fin.</p></body></text></TEI>'
        )
    done = subprocess.run(
        [sys.executable, "-c", READ, *map(str, paths)], capture_output=True, text=True, timeout=600
    )
    found = json.loads(done.stdout)
    assert len(found) == len(paths)
    assert "SECRET" not in done.stdout
    for text in found:
        if more:  # it declares entities
            assert text == "unsafe"
        else:
            assert text.startswith("Bonjour")
            assert text.strip().endswith("Fin.")
