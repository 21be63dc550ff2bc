"""What an error of the database in which a corpus is counted means to a run."""

import errno

import duckdb
import pytest
from hemicycle.aggregation.base import counting_base
from hemicycle.outputs import OutputError


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
