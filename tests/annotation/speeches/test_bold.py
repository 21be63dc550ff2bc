"""An interview whose questions are bold has its turns, whatever the questions end with."""

import docx
import hemicycle
import pytest

HEAD = "Entretien avec Mireille Castaigne, maire de Belcourt"
TURNS = [
    "Vous fermez une école. Pourquoi ?",
    "Parce qu’il manque onze élèves. Je le regrette.",
    "Les parents crient à la trahison.",
    "Ils ont tort. Nous avions prévenu. Qui l’ignorait ?",
    "Reviendrez-vous sur ce choix ?",
    "Non.",
]


NUMBERED = list(enumerate(TURNS))


def html(path):
    lines = [f"<p><strong>{t}</strong></p>" if n % 2 == 0 else f"<p>{t}</p>" for n, t in NUMBERED]
    page = f"<html><body><article><h1>{HEAD}</h1>{''.join(lines)}</article></body></html>"
    path.with_suffix(".html").write_text(page, encoding="utf-8")


def markdown(path):
    lines = [f"**{t}**" if n % 2 == 0 else t for n, t in NUMBERED]
    path.with_suffix(".md").write_text("\n\n".join([f"# {HEAD}", *lines]), encoding="utf-8")


def headings(path):
    lines = [f"### {t}" if n % 2 == 0 else t for n, t in NUMBERED]
    path.with_suffix(".md").write_text("\n\n".join([f"# {HEAD}", *lines]), encoding="utf-8")


def word(path):
    document = docx.Document()
    document.add_heading(HEAD)
    for number, said in NUMBERED:
        document.add_paragraph().add_run(said).bold = number % 2 == 0
    document.save(path.with_suffix(".docx"))


@pytest.mark.parametrize("write", [html, markdown, headings, word])
def test_bold_paragraphs_ask(tmp_path, write):
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "a")
    hemicycle.run(tmp_path / "in", output=tmp_path / "out")
    speeches = hemicycle.read(tmp_path / "out").speeches
    assert list(speeches["text"]) == TURNS
    assert list(speeches["kind"]) == ["question", "answer"] * 3
    assert set(speeches["speaker"][1::2]) == {"Mireille Castaigne"}


def test_where_they_begin_is_kept_with_the_document():
    nlp = hemicycle.load(["hemicycle_sentences"])
    doc = nlp("Bonjour.")
    assert doc._.emphasised == ()
    doc._.emphasised = (0,)
    assert type(doc)(nlp.vocab).from_bytes(doc.to_bytes())._.emphasised == (0,)
