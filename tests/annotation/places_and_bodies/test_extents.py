"""Where names of organisations and places begin and end, in sentences of ten countries."""

import re
from pathlib import Path

import pytest
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.places import PLACES

_MARK = re.compile(r"\[([^\]]+)\]\{([OP])\}")
_FILES = sorted((Path(__file__).parent / "extents").glob("*.txt"))


def sentences():
    for file in _FILES:
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line or line[0] == "#":
                continue
            missed = line[0] == "!"
            country, _, marked = line.removeprefix("!").partition(" ")
            marks = [pytest.mark.xfail(strict=True, reason="known to be missed")] if missed else []
            yield pytest.param(country, marked.replace("\\n", "\n"), marks=marks, id=marked[:50])


@pytest.mark.parametrize(("country", "marked"), list(sentences()))
def test_names_have_their_extent(nlp, country, marked):
    wanted = [(kind, text) for text, kind in _MARK.findall(marked)]
    doc = nlp.make_doc(_MARK.sub(r"\1", marked))
    doc._.country = country
    doc = nlp(doc)
    found = [
        (m.start, kind, doc.text[m.start : m.end])
        for kind, mentions in (("O", ORGANISATIONS.read(doc)), ("P", PLACES.read(doc)))
        for m in mentions
    ]
    assert [(kind, text) for _, kind, text in sorted(found)] == wanted
