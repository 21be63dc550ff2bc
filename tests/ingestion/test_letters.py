"""Letters: what their writer says, and not what is answered, signed or attached."""

import email.message

import pytest
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.ingestion.formats.letter_lines import own_lines, unflowed
from hemicycle.running.timelimit import time_limit
from hemicycle.settings import make_settings

from tests.ingestion import making

HEAD = "From: Mairie <mairie@exemple.fr>\nSubject: Budget\nDate: Tue, 4 Mar 2025 10:00:00 +0100\n"


def read(folder, data, name="lettre.eml"):
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_documents([str(folder / name)], make_settings({"keep_foreign": True})))


@pytest.mark.parametrize("page", [False, True])
def test_a_letter_says_its_subject_day_and_sender_who_is_no_speaker(page, tmp_path, caplog):
    (document,) = read(tmp_path, making.letter(page))
    assert (document.title, document.source, document.speaker) == (making.TITLE, making.AUTHOR, "")
    assert (str(document.date), document.date_from) == ("2025-11-04", "metadata")
    assert "attachments are not read: note.pdf" in caplog.text
    for other in ("Quand ?", "a écrit", "messagerie", "color", "Service"):
        assert other not in document.text


def test_encoded_heads_and_texts(tmp_path):
    head = (
        "From: =?iso-8859-1?q?Conseil_g=E9n=E9ral?= <a@exemple.fr>\r\n"
        "Subject: =?utf-8?q?Communiqu=C3=A9_de?=\r\n =?utf-8?b?IGxhIG1haXJpZQ==?=\r\n"
        "Content-Type: text/plain; charset=iso-8859-1\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nL'=E9cole ouvre.\r\n"
    )
    (document,) = read(tmp_path, head)
    assert (document.title, document.source) == ("Communiqué de la mairie", "Conseil général")
    assert document.text == "L'école ouvre."


def test_a_letter_with_pictures_is_no_saved_page(tmp_path):
    message = email.message.EmailMessage()
    message["From"] = "a@exemple.fr"
    message.set_content("<p>Le conseil a voté.</p>", subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    (document,) = read(tmp_path, message.as_bytes())
    assert (document.format, document.text) == ("eml", "Le conseil a voté.")
    assert document.source == "a@exemple.fr"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Oui.\n\n> Non ?\n>> Si.\nMerci.", "Oui.\n\nMerci."),
        ("Oui.\nLe 4 mars 2025, Aude Roy\n<aude@exemple.fr> a écrit :\n\n> Non ?", "Oui."),
        ("Oui.\nOn Tue, Mar 4, 2025 at 10:00 AM Aude Roy wrote:\n> Non ?", "Oui."),
        ("Le maire m’a écrit :\nvenez demain.", "Le maire m’a écrit :\nvenez demain."),
        ("Oui.\n-----Message d'origine-----\nDe : Aude Roy\nNon ?", "Oui."),
        ("Oui.\nDe : Aude Roy\nEnvoyé : mardi 4 mars 2025\nÀ : moi\nNon ?", "Oui."),
        ("De : la dette à l’emploi.\nTout va.", "De : la dette à l’emploi.\nTout va."),
        ("Oui.\n-- \nAude Roy\nMairie", "Oui."),
        ("Un.\n--\n" + "Suite.\n" * 40, "Un.\n--\n" + "Suite.\n" * 40),
    ],
)
def test_lines_of_the_writer(text, own):
    assert "\n".join(own_lines(text.split("\n"), forwarded=False)).strip() == own.strip()


def test_what_is_passed_on_is_kept(tmp_path):
    text = (
        "\nÀ lire.\n\n-----Message d'origine-----\nDe : Préfet\nEnvoyé : lundi\n\n> L’école ouvre."
    )
    (document,) = read(tmp_path, HEAD.replace("Subject: ", "Subject: TR : ") + text)
    assert document.title == "Budget"
    assert document.text.endswith("L’école ouvre.")


def test_lines_that_flow_are_joined():
    assert unflowed("Le conseil \na voté.\n\n -- \nfin", joined=False) == (
        "Le conseil a voté.\n\n-- \nfin\n"
    )
    assert unflowed("anti \nconstitutionnel", joined=True) == "anticonstitutionnel\n"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (HEAD + "Content-Type: application/pdf\n\nJVBERi0=", "empty"),
        (HEAD + "Content-Type: text/plain; charset=klingon\n\n\0\0\0\0", "not text"),
        (HEAD + "To: " + "a@b.fr, " * 100_000 + "\n\nOui.", "too large"),
        (HEAD + "X-A: " + '"' * 300_000 + "\n\nOui.", "too large"),
        (HEAD + "Content-Type: text/plain; " + "a=b; " * 100_000 + "\n\nOui.", "too large"),
        (HEAD + "X-A: b\n" * 200_000 + "\nOui.", "too large"),
        (HEAD + "\n".join(f"Content-Type: multipart/mixed; boundary={n}\n\n--{n}"
                          for n in range(3000)), "nested too deeply"),
        (HEAD + "Content-Type: multipart/mixed; boundary=x\n\n"
         + "--x\nContent-Type: text/plain\n\nOui.\n" * 1000, "nested too deeply"),
        (HEAD + "Content-Type: text/html\n\n" + "<div>" * 20_000 + "Oui.", "nested too deeply"),
    ],
)  # fmt: skip
def test_hostile_letters_are_refused_within_seconds(data, error, tmp_path):
    with time_limit(120):
        (failure,) = read(tmp_path, data)
    assert isinstance(failure, Failure)
    assert failure.error == error


@pytest.mark.parametrize(
    "data",
    [
        HEAD + "\n" + "Le a\n" * 300_000,
        HEAD + "\n" + "De : a\n\n" * 300_000 + "Oui.",
        HEAD + "\n" + "> " * 500_000 + "\nOui.",
        HEAD + "Content-Type: text/plain; " + "a*0=b; " * 250 + "\n\nOui.",
        HEAD + "To: " + "a@b.fr, " * 2_000 + "\nX-B: =?utf-8?q?" + "=C3" * 6_000 + "?=\n\nOui.",
        HEAD + "Content-Type: text/html\n\n" + "<p id='divRplyFwdMsg'>Oui.</p>" * 50_000,
        HEAD + "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\nOui.\n" * 50_000,
    ],
)
def test_long_letters_are_read_within_seconds(data, tmp_path):
    with time_limit(120):
        (found,) = read(tmp_path, data)
    assert isinstance(found, Document) or found.error
