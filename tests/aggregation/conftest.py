import datetime

import pytest
from hemicycle.aggregation.corpus import aggregate
from hemicycle.document import Document
from hemicycle.outputs import OutputFolder
from hemicycle.outputs.datapackage import write_datapackage
from hemicycle.settings import Settings


class Corpus:
    """Documents written by hand, without a pipeline: rows are cells after ``doc_id``."""

    def __init__(self, root):
        self.folder = OutputFolder(root)
        self.folder.prepare()
        self.folder.write_failures([])

    def add(self, doc_id, day=None, *, speaker="", words=10, metadata=None, **tables):
        document = Document(
            doc_id,
            f"Texte de {doc_id}.",
            f"{doc_id}.txt",
            "0" * 64,
            date=datetime.date.fromisoformat(day) if day else None,
            speaker=speaker,
            words=words,
            metadata=metadata or {},
        )
        rows = {name: [[doc_id, *row] for row in rows] for name, rows in tables.items()}
        self.folder.write_document(document, rows)

    def aggregate(self, **settings):
        import hemicycle

        chosen = Settings(output=self.folder.root, **settings)
        aggregate(self.folder, chosen)
        write_datapackage(self.folder)
        return hemicycle.read(self.folder.root)


def person(name, role="", mention="name", *, group="", text=None, sentence=None, start=0):
    text = text or name
    place = [str(start), str(start + len(text)), text, sentence or f"{text}.", "", ""]
    return [*place, name, role, group, mention, "0.9"]


def amount(start, sentence, kind, low, high, unit, *, modifier="", change="", per=""):
    place = [str(start), str(start + 3), "n", sentence, "", ""]
    linked = ["", "", "", "", "", "", "1"]
    return [*place, kind, low or high, low, high, unit, per, modifier, change, *linked]


def sector(start, sentence, section, division, label):
    return [
        str(start),
        str(start + 3),
        "s",
        sentence,
        "",
        "",
        section,
        division,
        label,
        "s",
        "activity",
        "0.9",
    ]


def law(kind, name, article="", *, text=None, start=0):
    text = text or name
    return [
        str(start),
        str(start + len(text)),
        text,
        f"{text}.",
        "",
        "",
        kind,
        name,
        article,
        "",
        "",
    ]


def date(begin, end, value=""):
    return ["0", "4", "t", "s", "", "", "DATE", value or begin, "", begin, end]


@pytest.fixture
def corpus(tmp_path):
    return Corpus(tmp_path)
