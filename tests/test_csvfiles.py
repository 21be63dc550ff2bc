import csv
import io
import re

import pytest
from hemicycle.outputs import csvfiles
from hypothesis import given
from hypothesis import strategies as st

CELL = st.text(st.characters(exclude_categories=["Cs"]))


# What spreadsheets run, what they split at, and what may hide the one behind the other.
TRICKY = st.text(st.sampled_from("=+-@＝＋－＠,;|\t\n\r'\" \u00a0\u2028\ufeffa1"), max_size=12)
SEPARATORS = ",;|\t"
SIGNS = tuple("=+-@＝＋－＠")
HIDING = ' \u00a0\u202f\ufeff\u200b"\n\r\t\u2028'


@pytest.mark.parametrize(
    ("cell", "shielded"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("''@x", "'''@x"),
        ("  -5", "  '-5"),
        ("\ufeff=1", "\ufeff'=1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\t=1", "'\t'=1"),
        ("a;=1+1", "a;'=1+1"),
        ("a,=1+1", "a,'=1+1"),
        ("a|+1", "a|'+1"),
        ("a\t@x", "a\t'@x"),
        ("a\n＋1", "a\n'＋1"),
        ('a;"=1', "a;\"'=1"),
        ("a; '-1", "a; ''-1"),
        ("a;\u00a0=1;-2", "a;\u00a0'=1;'-2"),
        ("la dette ; - l’impôt", "la dette ; '- l’impôt"),
        ("en hausse de 3 %, +2 % en 2025", "en hausse de 3 %, '+2 % en 2025"),
    ],
)
def test_what_may_run_is_shielded_once(cell, shielded):
    assert csvfiles.shield(cell) == shielded
    assert csvfiles.unshield(shielded) == cell


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "a=1",
        "'",
        "'tis",
        "« -5 »",
        "''",
        "Seine-et-Marne, Val-d’Oise ; Pas-de-Calais",
        "un sou - un seul - par jour, dit-il",
        "a@b.fr; c+d, l'état",
        "de -5 à +3 %",
    ],
)
def test_harmless_cells_are_not_touched(cell):
    assert csvfiles.shield(cell) == cell


@given(CELL | TRICKY)
def test_reading_gives_back_what_was_shielded(cell):
    assert csvfiles.unshield(csvfiles.shield(cell)) == cell
    assert csvfiles.unshield(csvfiles.shield(csvfiles.shield(cell))) == csvfiles.shield(cell)


def cells_of(text):
    """What any reader may take for a cell: with or without regard to quotation marks."""
    for separator in SEPARATORS:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield from row
    yield from re.split(rf"[{SEPARATORS}\n\r]", text)


@given(st.lists(st.tuples(TRICKY, TRICKY), max_size=4))
@pytest.mark.parametrize("excel", [False, True])
def test_no_cell_runs_at_whatever_separator_a_file_is_split(excel, rows):
    text = csvfiles.to_csv(["a", "b"], ["string"] * 2, [list(row) for row in rows], excel=excel)
    for cell in cells_of(text):
        assert not cell.lstrip(HIDING).startswith(SIGNS), text


@given(st.lists(st.tuples(CELL | TRICKY, CELL | TRICKY)))
@pytest.mark.parametrize("excel", [False, True])
def test_tricky_files_round_trip(excel, rows):
    cells = [[cell.replace("\x00", "") for cell in row] for row in rows]
    text = csvfiles.to_csv(["a", "b"], ["string"] * 2, cells, excel=excel)
    data = csvfiles.encode(text, excel=excel)
    assert [list(row.values()) for row in csvfiles.parse(data)] == cells


@given(st.lists(st.tuples(CELL, st.integers(), st.decimals(allow_nan=False, allow_infinity=False))))
@pytest.mark.parametrize("excel", [False, True])
def test_files_round_trip(tmp_path_factory, excel, rows):
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    cells = [[text.replace("\x00", ""), str(n), format(d, "f")] for text, n, d in rows]
    text = csvfiles.to_csv(["text", "n", "d"], ["string", "integer", "number"], cells, excel=excel)
    path.write_bytes(csvfiles.encode(text, excel=excel))
    assert [list(row.values()) for row in csvfiles.read_rows(path, ["d"])] == cells


def test_the_dialects():
    types = ["string", "number"]
    assert csvfiles.to_csv(["a", "b"], types, [["x, y", "1.5"]]) == 'a,b\n"x, y",1.5\n'
    assert (
        csvfiles.to_csv(["a", "b"], types, [["x; y", "-1.5"]], excel=True) == 'a;b\n"x; y";-1,5\n'
    )
    assert csvfiles.encode("a", excel=True) == b"\xef\xbb\xbfa"


def test_quotes_follow_rfc_4180():
    text = csvfiles.to_csv(["a"], ["string"], [['un "mot"\nà la ligne']])
    assert text == 'a\n"un ""mot""\nà la ligne"\n'
    assert next(csv.reader(text.splitlines(keepends=True)[1:])) == ['un "mot"\nà la ligne']
