import os

import pytest
from hemicycle.ingestion.formats.encoding import NotTextError, decode

PROSE = (
    "L’été dernier, le garde des Sceaux – né à Orléans – a promis 1 500 € aux élèves : "
    "« cœur », où ça ? Noël, naïveté, ÇA, Œuvre, Île."
)
TYPEWRITER = PROSE.replace("’", "'").replace("–", "-")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "mac_roman"],
)
def test_typographic_french_is_read_in_every_encoding(encoding):
    assert decode(PROSE.encode(encoding)) == PROSE


def test_latin9_is_told_from_windows_by_euro_and_ligature():
    assert decode(TYPEWRITER.encode("iso8859_15")) == TYPEWRITER


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16"])
@pytest.mark.parametrize("text", ["été", "L’été", "Élysée, 5 000 €", "cœur", "À l’Assemblée"])
def test_a_few_words_are_enough(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_a_byte_order_mark_is_no_character():
    assert decode(b"\xef\xbb\xbfBonjour") == "Bonjour"


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xfe\x00\xd8", bytes(range(1, 32)) * 20],
)
def test_binary_data_is_refused(data):
    with pytest.raises(NotTextError):
        decode(data)


def test_random_bytes_never_crash():
    for _ in range(50):
        data = os.urandom(400)
        try:
            decode(data)
        except NotTextError:
            continue
