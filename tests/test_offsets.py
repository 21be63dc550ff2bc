"""Every row of every table says where it was read, on any text."""

from hemicycle.document import Document
from hemicycle.ingestion.cleaning.text import clean
from hemicycle.running.reader import Reader
from hemicycle.tables.registry import DOCUMENT_TABLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "le président Yanis Kerdoncuff",
        "M.\u00a0Orsat-Dubois",
        "31 décembre 2025",
        "l’an prochain",
        "62,5\u202fmilliards d’euros",
        "3\u00a0%",
        "350M€",
        "l’énergie",
        "les transports",
        "«\u00a0Oui\u00a0!\u00a0»",
        "e\u0301cole",
        "👩🏽‍🌾",
        "\n",
        ".",
        "( ",
        "𝔽",
        "١٢٣",
    ]
)
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=12).map(" ".join)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TEXT)
def test_offsets_give_back_the_words(nlp, raw):
    text = clean(raw)
    reader = Reader(nlp, DOCUMENT_TABLES)
    document = Document("d", text, "p", "")
    [(_, rows)] = reader.read([document])
    assert isinstance(rows, dict), rows
    for table in DOCUMENT_TABLES:
        keys = [[row[table.header.index(name)] for name in table.key] for row in rows[table.name]]
        assert not table.key or len(set(map(tuple, keys))) == len(keys)
        for row in rows[table.name]:
            cells = dict(zip(table.header, row, strict=True))
            if "start_char" not in cells:
                continue
            start, end = int(cells["start_char"]), int(cells["end_char"])
            assert 0 <= start < end <= len(text)
            assert text[start:end] == cells["text"]
            assert "\n" not in cells["sentence"]
            for column in table.columns:
                if column.required:
                    assert cells[column.name] != "", column.name
                if column.choices:
                    assert cells[column.name] in (*column.choices, "")
