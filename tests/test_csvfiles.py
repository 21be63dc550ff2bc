import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import csvfiles

CELL = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-5", "@SUM(A1)", "\tx", "\rx", "'=1", "''@x"])
def test_no_cell_runs(cell):
    shielded = csvfiles.shield(cell)
    assert shielded[0] == "'"
    assert csvfiles.unshield(shielded) == cell


@pytest.mark.parametrize("cell", ["", "a=1", "'", "'tis", "« -5 »", "''"])
def test_harmless_cells_are_not_touched(cell):
    assert csvfiles.shield(cell) == cell


@given(CELL)
def test_reading_gives_back_what_was_shielded(cell):
    assert csvfiles.unshield(csvfiles.shield(cell)) == cell
    assert not csvfiles.shield(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


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
