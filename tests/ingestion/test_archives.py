"""Archives are read like folders, and what is in them by the same registry."""

import io
import tarfile

from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import make_settings

from tests.ingestion import making

MEMBERS = {
    "2025/2025-12-31_voeux.txt": "Bonne année à tous.".encode(),
    "note.docx": making.word(),
    "lot.jsonl": b'{"id": "r1", "text": "Un."}\n{"id": "r2", "text": "Deux."}\n',
    "__MACOSX/._note.docx": b"\0",
    "photo.png": b"\x89PNG\r\n\x1a\n",
}


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def read(path, **settings):
    found = list(read_documents([str(path)], make_settings(settings)))
    return (
        [item for item in found if isinstance(item, Document)],
        [item for item in found if isinstance(item, Failure)],
    )


def test_a_named_archive_is_like_a_folder(tmp_path):
    folder = tmp_path / "dossier"
    for name, data in MEMBERS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "__MACOSX" / "._note.docx").unlink()
    (tmp_path / "a.zip").write_bytes(making.zipped(MEMBERS))
    (tmp_path / "a.tar.gz").write_bytes(tarred(MEMBERS))
    expected = {d.doc_id: (d.text, d.date, d.sha256) for d in read(folder)[0]}
    assert len(expected) == 4
    for name in ("a.zip", "a.tar.gz"):
        documents, failures = read(tmp_path / name)
        assert {d.doc_id: (d.text, d.date, d.sha256) for d in documents} == expected
        assert documents[0].path == f"{tmp_path / name}/2025/2025-12-31_voeux.txt"
        assert [(f.error, f.path) for f in failures] == [
            ("unknown format", f"{tmp_path / name}/photo.png")
        ]


def test_archives_in_a_folder_name_their_files_by_their_own_names(tmp_path):
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(making.zipped({"voeux.txt": f"De {name}.".encode()}))
    documents, _ = read(tmp_path)
    assert [d.text for d in documents] == ["De a.zip.", "De b.zip."]
    assert [d.doc_id[:11] for d in documents] == ["a-zip-voeux", "b-zip-voeux"]


def test_an_archive_in_an_archive(tmp_path):
    inner = making.zipped({"a.txt": b"Dedans."})
    (tmp_path / "a.zip").write_bytes(making.zipped({"b.zip": inner}))
    assert [d.text for d in read(tmp_path / "a.zip")[0]] == ["Dedans."]


def test_one_bad_file_of_an_archive_is_one_failure(tmp_path):
    members = {"a.txt": b"Avant.", "../b.txt": b"Dehors.", "c.pdf": b"%PDF-1.7", "z.txt": b"Fin."}
    (tmp_path / "a.zip").write_bytes(making.zipped(members))
    documents, failures = read(tmp_path / "a.zip")
    assert [d.text for d in documents] == ["Avant.", "Fin."]
    assert [f.error for f in failures] == ["unsafe", "broken"]


def test_limits_of_archives(tmp_path):
    (tmp_path / "a.zip").write_bytes(making.zipped({f"{n}.txt": b"x" for n in range(5)}))
    assert read(tmp_path, limits={"archive_files": 3})[1][0].error == "too large"
    assert read(tmp_path, limits={"archive_megabytes": 1e-6})[1][0].error == "too large"
