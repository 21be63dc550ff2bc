"""One known text written to every format, as the programs of a press office would write it."""

import csv
import email.message
import email.policy
import io
import json
import textwrap
import zipfile
from html import escape

import docx
import docx.oxml
import odf.opendocument
import odf.text
import pyarrow
import pyarrow.parquet
from odf import dc, table
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

TITLE = "Le chantier du port de Kerlévan commencera à l’automne"
PARAGRAPHS = (
    "La ministre de la Mer, Éloïse Tréguidec, a présenté mardi à Saint-Quay le calendrier du "
    "chantier. Les travaux, évalués à 62 millions d’euros, dureront vingt-sept mois ; ils seront "
    "financés par l’État, la région et l’intercommunalité, dont la participation n’était pas "
    "acquise. « Nous ne construisons pas un monument, nous réparons un outil de travail », "
    "a-t-elle déclaré devant les pêcheurs réunis à la criée.",
    "L’opposition régionale dénonce un financement hypothéqué par la baisse des dotations. Son "
    "chef de file, Anselme Dufaÿ, réclame un échéancier précis et la publication de l’étude "
    "environnementale, commandée l’été dernier et toujours attendue. Le préfet répond que "
    "l’enquête publique, ouverte jusqu’à Noël, permettra à chacun de la consulter.",
)
HEADING = "Les engagements de chaque collectivité"
TABLE = (
    ("Collectivité", "Participation", "Échéance"),
    ("Région", "18 millions", "septembre"),
    ("Département", "7 millions", "février"),
)
NOTE = "Hors dépenses d’entretien, évaluées séparément par la chambre régionale des comptes."
LAST = (
    "Les conseillers se réuniront de nouveau à la mi-décembre pour arrêter la convention, dont le "
    "projet prévoit un comité de suivi, une évaluation annuelle et une clause de révision."
)
WORDS = " ".join(
    (TITLE, *PARAGRAPHS, HEADING, *(cell for row in TABLE for cell in row), LAST, NOTE)
).split()
AUTHOR = "Service de presse"


def plain() -> str:
    """The text with an empty line between its blocks, the note last."""
    rows = (" ".join(row) for row in TABLE)
    return "\n\n".join((TITLE, *PARAGRAPHS, HEADING, *rows, LAST, NOTE))


def html() -> bytes:
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in TABLE
    )
    links = "".join(f'<li><a href="/{n}">Rubrique {n}</a></li>' for n in range(12))
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>{TITLE}</title><meta name="author" content="{AUTHOR}">
<meta property="article:published_time" content="2025-11-04T09:00:00+01:00">
<script>var bandeau = "cookies";</script></head><body>
<nav><ul>{links}</ul></nav>
<div class="cookie-banner">Ce site utilise des cookies. <button>Accepter</button></div>
<main><article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<h2>{HEADING}</h2><table>{rows}</table><p>{LAST}</p><p class="note">{NOTE}</p></article></main>
<aside class="share"><a href="#">Partager sur les réseaux</a></aside>
<footer><ul>{links}</ul><p>Mentions légales</p></footer></body></html>""".encode()


def mhtml() -> bytes:
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = TITLE
    message["MIME-Version"] = "1.0"
    message.set_content(html().decode(), subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    return message.as_bytes()


def letter(page: bool = False) -> bytes:
    """The text sent by mail, as an answer with a signature and an attachment."""
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"] = f"{AUTHOR} <presse@exemple.fr>"
    message["To"] = "redaction@exemple.fr"
    message["Subject"] = f"RE: {TITLE}"
    message["Date"] = "Tue, 04 Nov 2025 09:00:00 +0100"
    message["Message-ID"] = "<1@exemple.fr>"
    answered = "Le lun. 3 nov. 2025 à 18:12, Rédaction <redaction@exemple.fr> a écrit :"
    if page:
        body = "".join(f"<p>{escape(block)}</p>" for block in plain().split("\n\n"))
        head = "<html><head><style>p {color: red}</style></head><body>"
        quote = f"<div class='gmail_quote'>{answered}<blockquote>Quand ?</blockquote></div>"
        signed = "<div class='gmail_signature'>Service</div>"
        message.set_content("Votre messagerie ne montre pas les pages.")
        message.add_alternative(f"{head}{body}{signed}{quote}</body></html>", subtype="html")
    else:
        message.set_content(f"{plain()}\n\n{answered}\n\n> Quand ?\n> Merci.\n\n-- \nService")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="note.pdf")
    return message.as_bytes()


def word() -> bytes:
    document = docx.Document()
    document.core_properties.title = TITLE
    document.core_properties.author = AUTHOR
    document.sections[0].header.paragraphs[0].text = "Communiqué à ne pas diffuser"
    document.add_heading(TITLE, 1)
    for paragraph in PARAGRAPHS:
        # Word breaks a paragraph into runs wherever its spelling checker has stopped.
        added = document.add_paragraph()
        half = len(paragraph) // 2
        added.add_run(paragraph[:half])
        added.add_run(paragraph[half:])
    document.add_heading(HEADING, 2)
    cells = document.add_table(len(TABLE), len(TABLE[0]))
    for i, row in enumerate(TABLE):
        for j, cell in enumerate(row):
            cells.cell(i, j).text = cell
    document.add_paragraph(LAST)
    out = io.BytesIO()
    document.save(out)
    return _with_part(out.getvalue(), "word/footnotes.xml", _footnotes())


def _footnotes() -> bytes:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return (
        f'<w:footnotes xmlns:w="{main}"><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
        f"<w:r><w:t>{NOTE}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ).encode()


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def opendocument() -> bytes:
    document = odf.opendocument.OpenDocumentText()
    document.meta.addElement(dc.Title(text=TITLE))
    document.meta.addElement(dc.Creator(text=AUTHOR))
    document.text.addElement(odf.text.H(outlinelevel=1, text=TITLE))
    for paragraph in PARAGRAPHS:
        added = odf.text.P()
        half = len(paragraph) // 2
        added.addText(paragraph[:half])
        added.addElement(odf.text.Span(text=paragraph[half:]))
        document.text.addElement(added)
    note = odf.text.Note(noteclass="footnote")
    note.addElement(odf.text.NoteCitation(text="1"))
    body = odf.text.NoteBody()
    body.addElement(odf.text.P(text=NOTE))
    note.addElement(body)
    added.addElement(note)
    document.text.addElement(odf.text.H(outlinelevel=2, text=HEADING))
    grid = table.Table(name="t")
    for row in TABLE:
        line = table.TableRow()
        for cell in row:
            box = table.TableCell()
            box.addElement(odf.text.P(text=cell))
            line.addElement(box)
        grid.addElement(line)
    document.text.addElement(grid)
    document.text.addElement(odf.text.P(text=LAST))
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def rtf() -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    rows = "".join(
        "\\trowd\\intbl " + "".join(f"{escaped(cell)}\\cell " for cell in row) + "\\row\n"
        for row in TABLE
    )
    paragraphs = "".join(f"\\pard {escaped(p)}\\par\n" for p in (TITLE, *PARAGRAPHS, HEADING))
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}"
        f"{{\\info{{\\title {escaped(TITLE)}}}{{\\author {AUTHOR}}}}}\n"
        f"{paragraphs}{rows}\\pard {escaped(LAST)}\\par\n\\pard {escaped(NOTE)}\\par\n}}"
    ).encode("ascii")


def epub() -> bytes:
    def page(body: str) -> str:
        return (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>page</title></head><body>{body}</body></html>"
        )

    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in TABLE)
    first = f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
    second = f"<h2>{HEADING}</h2><table>{rows}</table><p>{LAST}</p><aside><p>{NOTE}</p></aside>"
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title>
<dc:creator>{AUTHOR}</dc:creator><dc:date>2025-11-04</dc:date><dc:language>fr</dc:language></metadata>
<manifest><item id="b" href="suite%20et%20fin.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="debut.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    container = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/livre.opf"/></rootfiles></container>"""
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "OEBPS/livre.opf": package.encode(),
            "OEBPS/nav.xhtml": page("<nav><ol><li>Table des matières</li></ol></nav>").encode(),
            "OEBPS/debut.xhtml": page(first).encode(),
            "OEBPS/suite et fin.xhtml": page(second).encode(),
        }
    )


def tei() -> bytes:
    rows = "".join(f"<row>{''.join(f'<cell>{cell}</cell>' for cell in row)}</row>" for row in TABLE)
    noted = PARAGRAPHS[1] + f'<note place="bottom">{NOTE}</note>'
    return f"""<?xml version="1.0" encoding="utf-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="fr"><teiHeader><fileDesc><titleStmt>
<title>{TITLE}</title><author>{AUTHOR}</author></titleStmt>
<publicationStmt><publisher>Éditions de la Criée</publisher>
<date when="2025-11-04"/></publicationStmt>
<sourceDesc><p>Texte écrit pour les essais.</p></sourceDesc></fileDesc></teiHeader>
<text><body><div><head>{TITLE}</head><p>{PARAGRAPHS[0]}</p><p>{noted}</p></div>
<div><head>{HEADING}</head><table>{rows}</table><p>{LAST}</p></div></body></text></TEI>""".encode()


def jsonl() -> bytes:
    return (json.dumps({"id": "k", "text": plain(), "title": TITLE}) + "\n").encode()


def json_array() -> bytes:
    return json.dumps([{"id": "k", "text": plain()}], ensure_ascii=False, indent=1).encode()


def wrapped_json() -> bytes:
    """A page of results, as services give them."""
    found = {"id": "k", "corps": f"<p>{plain()}</p>".replace("\n\n", "</p><p>")}
    page = {"meta": {"count": 1, "tags": ["a"]}, "description": "?", "data": {"results": [found]}}
    return json.dumps(page).encode()


def question_json() -> bytes:
    """A question as the open data of the Assemblée nationale write it, XML made JSON."""
    answer, asked = (f"<p>{part}</p>".replace("\n\n", "</p><p>") for part in (LAST, plain()))
    asked = asked.replace(f"<p>{LAST}</p><p>{NOTE}</p>", "")
    texts = {
        "textesQuestion": {"texteQuestion": {"infoJO": {"dateJO": "2025-11-04"}, "texte": asked}},
        "textesReponse": {
            "texteReponse": {"infoJO": {"dateJO": "2025-12-02"}, "texte": f"{answer}<p>{NOTE}</p>"}
        },
    }
    own = {"@xmlns": "http://schemas.exemple.fr", "@xsi:type": "Q", "uid": "QANR5L17QE1"}
    return json.dumps(
        {"question": {**own, "cloture": None, "renouvellements": [], **texts}}
    ).encode()


def delimited(delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([["id", "text", "title"], ["k", plain(), TITLE]])
    return out.getvalue().encode("cp1252" if delimiter == ";" else "utf-8")


def spreadsheet() -> bytes:
    """A table as Excel writes it for who asks for semicolons, of rows that pandas numbered."""
    out = io.StringIO(newline="")
    rows = [["", "id", "texte", "Unnamed: 3"], ["0", "k", plain(), "1"]]
    csv.writer(out, delimiter=";").writerows(rows)
    return f"sep=;\r\n{out.getvalue()}".encode("utf-8-sig")


def subtitles(web: bool = False) -> bytes:
    """The text in cues of two lines, a pause of four seconds between its blocks."""
    cues: list[str] = []
    point, now = "." if web else ",", 1.0
    for block in plain().split("\n\n"):
        lines = textwrap.wrap(block, 37, break_on_hyphens=False)
        for at in range(0, len(lines), 2):
            times = " --> ".join(
                f"00:{int(t) // 60:02}:{t % 60:06.3f}".replace(".", point) for t in (now, now + 2)
            )
            name = f"cue-{len(cues)}" if web else str(len(cues) + 1)
            said = lines[at : at + 2]
            said[0] = f"<i>{said[0]}</i>"
            cues.append("\n".join((name, times + (" line:0" if web else ""), *said)))
            now += 2
        now += 4
    head = ["WEBVTT\nLanguage: fr", "NOTE des essais"] if web else []
    return "\n\n".join([*head, *cues, ""]).encode()


def parquet() -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(
        pyarrow.table({"id": ["k"], "text": [plain()], "title": [TITLE]}), out
    )
    return out.getvalue()


def markdown() -> bytes:
    head, *rows = ("| " + " | ".join(row) + " |" for row in TABLE)
    grid = "\n".join([head, "|---|---|---|", *rows])
    return (
        f"# {TITLE}\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n## {HEADING}\n\n"
        f"{grid}\n\n{LAST}\n\n{NOTE}\n"
    ).encode()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def journal(pages: int = 4) -> tuple[bytes, list[str]]:
    """A journal in two columns, with a running head, page numbers and broken words.

    Returns:
        The PDF, and its words in the order of reading.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setTitle(TITLE)
    canvas.setAuthor(AUTHOR)
    words: list[str] = []
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica-Oblique", 9)
        canvas.drawString(
            60, 800, f"Journal de la séance du 4 novembre 2025 — numéro {number + 40}"
        )
        canvas.drawCentredString(297, 30, f"– {number} –")
        canvas.setFont("Helvetica-Bold", 13)
        ordinal = ["première", "deuxième", "troisième", "quatrième"][number - 1]
        title = f"{HEADING}, partie {ordinal}"
        canvas.drawString(60, 770, title)
        words += title.split()
        canvas.setFont("Helvetica", 10)
        for column, texts in enumerate(
            (
                (*PARAGRAPHS, f"Fin de la {ordinal} partie."),
                (PARAGRAPHS[1], LAST, f"La suite de cette {ordinal} partie est réservée."),
            )
        ):
            y = 740
            for paragraph in texts:
                words += paragraph.split()
                for line in _lines(paragraph, 225):
                    canvas.drawString(60 + 250 * column, y, line)
                    y -= 13
                y -= 10
        if number == pages:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(60, 80, f"{NOTE}")
            words += NOTE.split()
        canvas.showPage()
    canvas.save()
    return out.getvalue(), words


def pages(texts: list[list[str]]) -> bytes:
    """A PDF with these lines on its pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for lines in texts:
        for number, line in enumerate(lines):
            canvas.drawString(60, 800 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def report() -> bytes:
    """A page with raised figures of a note, of a unit and of a century, and a ruled table."""
    style = getSampleStyleSheet()["Normal"]
    noted = PARAGRAPHS[0].replace("euros,", "euros<super>2</super>,")
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(
        [
            Paragraph(noted, style),
            Spacer(1, 12),
            Table([list(row) for row in TABLE], style=[("GRID", (0, 0), (-1, -1), 1, "black")]),
            Spacer(1, 12),
            Paragraph("Un quai de 40 m<super>2</super> du XIX<super>e</super> siècle.", style),
        ]
    )
    return out.getvalue()


def _lines(paragraph: str, width: float) -> list[str]:
    """A paragraph in lines of a width in points, long words and compounds broken at their ends."""
    lines, line = [], ""
    for word in paragraph.split():
        longer = f"{line} {word}".strip()
        if stringWidth(longer, "Helvetica", 10) <= width:
            line = longer
            continue
        letters = word.rstrip(".,;»")
        cut = word.find("-") + 1 or (len(letters) // 2 if len(letters) > 7 else 0)
        breakable = "-" in word or (cut and word[:cut].isalpha())
        head = f"{line} {word[:cut]}{'' if '-' in word else '-'}".strip()
        if breakable and stringWidth(head, "Helvetica", 10) <= width:
            lines.append(head)
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]
