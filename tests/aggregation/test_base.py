"""What an error of the database in which a corpus is counted means to a run."""

import errno

import duckdb
import pytest
from hemicycle.aggregation.base import counting_base
from hemicycle.aggregation.sql import literal, unshielded
from hemicycle.outputs import OutputError, csvfiles


def opened(folder):
    return counting_base(folder, excel=False, threads=1)


def test_memory_that_is_used_up_is_no_damage(tmp_path):
    with pytest.raises(OSError) as told, opened(tmp_path) as base:
        base.run("SET memory_limit = '20MB'")
        base.run("SET max_temp_directory_size = '1MB'")
        base.run("CREATE TABLE t AS SELECT DISTINCT hash(range)::VARCHAR FROM range(5000000)")
    assert told.value.errno == errno.ENOMEM
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_no_damage(tmp_path):
    reason = "IO Error: Could not write file rows.duckdb: No space left on device"
    with pytest.raises(OSError) as told, opened(tmp_path):
        raise duckdb.IOException(reason)
    assert told.value.errno == errno.ENOSPC
    with pytest.raises(OSError) as told, opened(tmp_path):
        raise duckdb.IOException("IO Error: Could not read from file rows.duckdb")
    assert told.value.errno == errno.EIO


def test_what_cannot_be_read_is_damage(tmp_path):
    with pytest.raises(OutputError, match="damaged"), opened(tmp_path) as base:
        table = base.scratch / "dates.csv"
        table.write_text("number\n1\nzwei\n", encoding="utf-8")
        base.load("t", table, {"number": "BIGINT"})


@pytest.mark.parametrize("excel", [False, True])
@pytest.mark.parametrize(
    "cell",
    [
        "",
        "mot",
        "=1+1",
        "'=1+1",
        "''@a",
        "a;=b",
        "a,-b",
        "\t=x",
        "'\nligne",
        "l'été",
        "\u200b+3",
        'dit "oui"',
    ],
)
def test_a_cell_is_written_as_elsewhere_and_read_back(tmp_path, cell, excel):
    with counting_base(tmp_path, excel=excel, threads=1) as base:
        ((written, back),) = base.rows(
            f"SELECT words_cell({literal(cell)}), {unshielded('c')} "
            f"FROM (SELECT shield({literal(cell)}) AS c)"
        )
    line = csvfiles.rows_to_csv(["string", "string"], [[cell, "x"]], excel=excel)
    assert f"{written}{';' if excel else ','}x\n" == line
    assert back == cell
