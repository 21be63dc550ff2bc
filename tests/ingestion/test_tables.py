"""Tables as pandas, Excel and the web write them: which column is text, and which is none."""

import io

import pyarrow
import pyarrow.parquet
import pytest
from hemicycle.document import Document
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import make_settings

TEXT = "Le conseil a voté hier 4,5 millions d’euros pour l’école."


def read(folder, data, name="lot.csv", **fields):
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_documents([str(folder / name)], make_settings({"fields": fields})))


@pytest.mark.parametrize("unnamed", ["", "Unnamed: 0", '""', " "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_numbers_of_rows_are_neither_text_nor_id_nor_metadata(unnamed, end, tmp_path):
    rows = [f"{unnamed},Candidat,texte", f"0,Dorval,«{TEXT.replace(',', '')}»", "1,Marchal,Oui."]
    one, two = read(tmp_path, end.join(rows))
    assert (one.text, two.text) == (f"«{TEXT.replace(',', '')}»", "Oui.")
    assert (one.source_id, two.source_id) == ("", "")
    assert (one.metadata, two.metadata) == ({"Candidat": "Dorval"}, {"Candidat": "Marchal"})


def test_an_unnamed_column_is_text_for_who_says_so(tmp_path):
    (document,) = read(tmp_path, f"a,Unnamed: 1\n3,{TEXT.replace(',', '')}\n", text="Unnamed: 1")
    assert document.metadata == {"a": "3"}


@pytest.mark.parametrize(
    "table",
    [
        ",Candidat,Proposition\n0,Dorval,Une école.\n1,Marchal,Une crèche.\n",
        "id,nom,groupe\n" + "".join(f"{n},Nom{n},G\n" for n in range(50)),
        "http://exemple.fr/1,Le Président,Bonjour\r\nhttp://exemple.fr/2,Le Président,Oui\r\n",
        "Bonjour à tous.\nLe conseil a voté.\nMerci.\n",
        "Unnamed: 0\nBonjour.\nMerci.\n",
    ],
)
def test_a_table_without_a_text_is_one_failure_that_says_what_to_do(table, tmp_path):
    (failure,) = read(tmp_path, table)
    assert (failure.error, failure.record) == ("no text", "")
    assert "--text-field" in failure.message


def test_a_parquet_file_without_a_text_is_one_failure(tmp_path):
    out = io.BytesIO()
    table = pyarrow.table({"nom": ["a", "b"], "__index_level_0__": [0, 1]})
    pyarrow.parquet.write_table(table, out)
    (failure,) = read(tmp_path, out.getvalue(), "lot.parquet")
    assert (failure.error, "'nom'" in failure.message) == ("no text", True)


def test_a_text_inside_a_column_of_parquet_is_named_by_its_path(tmp_path):
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"q": [{"texte": TEXT, "n": 1}]}), out)
    (document,) = read(tmp_path, out.getvalue(), "lot.parquet", text="q.texte")
    assert (document.text, document.metadata) == (TEXT, {"q": '{"n": 1}'})


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "\ufeffsep=;"])
def test_the_line_that_tells_excel_the_separator_is_obeyed(first, tmp_path):
    table = f"{first}\r\nid;texte;auteur\r\nsa;Oui, a, b, c, d.;Aude Marchal\r\n"
    (document,) = read(tmp_path, table)
    assert (document.doc_id, document.text) == ("sa", "Oui, a, b, c, d.")
    assert document.speaker == "Aude Marchal"


def test_columns_without_a_header_go_by_their_numbers(tmp_path):
    table = "x/1,2025-03-04,Aude Marchal,Bonjour à tous.\nx/2,2025-03-05,Paul Roy,Merci.\n"
    found = read(tmp_path, table, text="4", date="2", speaker="3", id="1")
    assert all(isinstance(item, Document) for item in found)
    assert [(d.source_id, str(d.date), d.speaker, d.text) for d in found] == [
        ("x/1", "2025-03-04", "Aude Marchal", "Bonjour à tous."),
        ("x/2", "2025-03-05", "Paul Roy", "Merci."),
    ]
    (failure,) = read(tmp_path, table, text="5")
    assert failure.error == "no text"


def test_a_column_that_is_named_by_a_number_is_taken_by_its_name(tmp_path):
    (document,) = read(tmp_path, "2,1\nBonjour.,Merci.\n", text="2")
    assert document.text == "Bonjour."
