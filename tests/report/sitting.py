"""A small sitting, with rows as the stages leave them, for tests of the page."""

import datetime
import re
from collections import Counter

from hemicycle.aggregation.corpus import aggregate
from hemicycle.document import Document
from hemicycle.outputs import OutputFolder
from hemicycle.outputs.datapackage import write_datapackage
from naming import theme

HOSTILE_NAME = '<img src=x onerror="window.hurt = 3">'
ODILE, BASILE = "Odile Garance", "Basile Fontenoy"
# Label, speaker, function, group, kind, heading, what is said.
TURNS = [
    ("Mme la maire. ", ODILE, "la maire", "", "chair", "", "La parole est à M. Fontenoy."),
    (
        "M. Basile Fontenoy. ",
        BASILE,
        "",
        "Vaubrune autrement",
        "question",
        "Transports scolaires",
        "Le car 🚌 coûtera 12 millions d’euros. (Applaudissements.) Quand roulera-t-il ?",
    ),
    (
        "MME MAES\n",
        "Ysaline Maes",
        "adjointe",
        "Ensemble",
        "answer",
        "Transports scolaires",
        "Il coûtera 3 millions d’euros.",
    ),
    (
        f"{HOSTILE_NAME} : ",
        HOSTILE_NAME,
        "<b>rien</b>",
        "<i>",
        "speech",
        "Transports scolaires",
        "Je veux 5 millions d’euros, et <script>window.hurt = 4</script> rien d’autre.",
    ),
    ("M. Fontenoy. ", "Fontenoy", "", "Vaubrune autrement", "speech", "<b>Vœux</b>", "Merci."),
]
VALUES = {"12 millions d’euros": "12000000", "3 millions d’euros": "3000000"}
VALUES["5 millions d’euros"] = "5000000"


def text_and_rows():
    """The sitting as text, and its rows by table, without the id of their document."""
    text, section = "Conseil municipal de Vaubrune\n\n", ""
    tables = ("speeches", "reactions", "amounts", "people", "themes", "keywords", "dates")
    rows = {name: [] for name in tables}
    for number, (label, speaker, role, group, kind, heading, said) in enumerate(TURNS, 1):
        if heading != section:
            text, section = f"{text}{heading.replace(' ', chr(10))}\n\n", heading
        text += label
        start = len(text)
        text += said

        def place(words, start=start, number=number, said=said, speaker=speaker):
            at = start + said.index(words)
            return [str(at), str(at + len(words)), words, said, str(number), speaker]

        count = str(len(said.split()))
        rows["speeches"].append([*place(said), role, group, kind, heading, count])
        if "(" in said:
            rows["reactions"].append([*place("(Applaudissements.)"), "applause", ""])
        for words, value in VALUES.items():
            if f" {words}" in said:
                cells = ["money", value, value, value, "EUR", *[""] * 9, "1"]
                rows["amounts"].append([*place(words), *cells])
        if speaker != ODILE:
            rows["themes"].append(theme("10", "Transports", "car", str(number), speaker))
        for rank, (word, times) in enumerate(Counter(re.findall(r"\w{2,}", said)).items(), 1):
            cells = [word, "1", str(rank), str(times * number)]
            rows["keywords"].append([str(number), speaker, *cells])
        text += "\n\n"
    named = text.index("Fontenoy", text.index("M. Fontenoy. "))
    for name, at in ((BASILE, text.index(BASILE)), ("Fontenoy", named)):
        place = [str(at), str(at + len(name)), name, f"M. {name}.", "", ""]
        rows["people"].append([*place, name, "", "", "name", "0.9"])
    rows["themes"].insert(0, theme("10", "Transports", "car"))
    return f"{text}La séance est levée.", rows


def write_sitting(root):
    """Write a run of a sitting and of a text that nobody speaks; returns its folder."""
    folder = OutputFolder(root)
    folder.prepare()
    folder.write_failures([])
    text, rows = text_and_rows()
    for doc_id, said, found in (("seance", text, rows), ("note", "Une note.", {})):
        document = Document(
            doc_id,
            said,
            f"{doc_id}.txt",
            "0" * 64,
            title=doc_id,
            date=datetime.date(2026, 1, 10),
            words=len(said.split()),
        )
        folder.write_document(
            document, {name: [[doc_id, *row] for row in cells] for name, cells in found.items()}
        )
    aggregate(folder)
    write_datapackage(folder)
    return folder
