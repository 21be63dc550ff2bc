"""CSV as the contract has it: comma, UTF-8, ``\\n``, RFC 4180 quoting, and no formulas.

A spreadsheet runs what begins with ``=``, ``+``, ``-`` or ``@``, plain or full-width, and one that
splits at another separator than ours begins a cell wherever that separator stands in our text. So
each such sign at the start of a cell, or behind a separator in it (``,`` ``;`` ``|``, a tab, a line
break) with nothing but blanks and quotation marks between, gets an apostrophe before it (OWASP,
*CSV Injection*): ``a;=1+1`` is written ``a;'=1+1``, and ``d'abord la dette ; - puis l'impôt`` is
written ``d'abord la dette ; '- puis l'impôt``. So does a cell that begins with a tab or a line
break. Where apostrophes stand before the sign already there is one more of them, so that reading
takes exactly one away and gives back what was written.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from hemicycle.batches import batched
from hemicycle.tables.registry import ColumnType

_SIGNS = "=+@＝＋－＠-"
_SEPARATORS = frozenset(",;|")
_BREAKS = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
# What a spreadsheet may strip, or not see, before the first sign of a cell.
_UNSEEN = frozenset(
    [*filter(str.isspace, map(chr, range(0x3001))), *'"\u200b\u200c\u200d\u200e\u200f\u2060\ufeff']
)
_ORDINARY = f"[^,;|'{''.join(sorted(_UNSEEN))}]"
# A sign that no ordinary character stands before; nearly no cell holds one, and asking is quick.
_SUSPECT = re.compile(f"[{_SIGNS}](?<!{_ORDINARY}[{_SIGNS}])")
# The same, and the breaks that begin a cell, for those that know no lookbehind (RE2).
SUSPECT = "(^|[,;|'{}])[{}]|^'*[\\t\\n\\r]".format(
    "".join(f"\\x{{{ord(sign):x}}}" for sign in sorted(_UNSEEN)), _SIGNS
)
_SHIELDED = re.compile(f"'[{_SIGNS}]")
_FIRST_BREAK = re.compile(r"'*[\t\n\r]")
_SHIELDED_FIRST_BREAK = re.compile(r"'+[\t\n\r]")
_MARK = b"\xef\xbb\xbf"
# As many are turned into columns at a time.
_ROWS = 4096
_LONGEST_CELL = 2**31 - 1
_MOST_CELLS = 8192
_LONGEST_KEPT = 4096  # characters
# A line of one empty cell, which is not a line without any.
_EMPTY = '""'


def shield(cell: str) -> str:
    """The cell in a form of which no spreadsheet runs a part, at whatever separator it splits."""
    if _SUSPECT.search(cell):
        begins = [m.start() for m in _SUSPECT.finditer(cell) if _may_begin(cell, m.start())]
        parts = pairwise([0, *begins, len(cell)])
        cell = "'".join(cell[start:end] for start, end in parts)
    return "'" + cell if _FIRST_BREAK.match(cell) else cell


def unshield(cell: str) -> str:
    """The cell that :func:`shield` was given."""
    if _SHIELDED_FIRST_BREAK.match(cell):
        cell = cell[1:]
    begins = [m.end() - 1 for m in _SHIELDED.finditer(cell) if _may_begin(cell, m.end() - 1)]
    if not begins:
        return cell
    return "".join(cell[i : j - 1] for i, j in pairwise([0, *begins])) + cell[begins[-1] :]


def _may_begin(cell: str, place: int) -> bool:
    """Whether a sign may become the first of a cell, apart from the apostrophes before it."""
    while place and cell[place - 1] == "'":
        place -= 1
    while place and cell[place - 1] in _UNSEEN:
        place -= 1
        if cell[place] in _BREAKS:
            return True
    return not place or cell[place - 1] in _SEPARATORS


def to_csv(
    header: list[str],
    types: list[ColumnType],
    rows: Iterable[list[str]],
    *,
    excel: bool = False,
) -> str:
    """A whole CSV file as text.

    Args:
        header: names of the columns.
        types: their types; only strings are shielded, since a number may start with a minus.
        rows: cells as strings.
        excel: semicolons and decimal commas, as French Excel expects (the byte order mark is
            added by :func:`encode`).
    """
    return _head(tuple(header), excel) + rows_to_csv(types, rows, excel=excel)


def rows_to_csv(types: list[ColumnType], rows: Iterable[list[str]], *, excel: bool = False) -> str:
    """Rows without their header, as :func:`to_csv` writes them.

    Raises:
        ValueError: a row has another number of cells.
    """
    return "".join([_body(batch, types, excel) for batch in batched(rows, _ROWS)])


def _body(rows: Sequence[Sequence[str]], types: Sequence[ColumnType], excel: bool) -> str:
    delimiter, shielded, plain = _DIALECT[excel]
    columns: list[Iterable[str]] = []
    for kind, column in zip(types, zip(*rows, strict=True), strict=True):
        cells: Iterable[str] = column
        if kind == "string":
            cells = map(shielded.__getitem__, column)
        elif excel and kind == "number":
            cells = [plain[cell.replace(".", ",")] for cell in column]
        elif plain.quoted("".join(column)):
            cells = map(plain.__getitem__, column)
        columns.append(cells)
    lines = map(delimiter.join, zip(*columns, strict=True))
    return "\n".join([line or _EMPTY for line in lines]) + "\n"


class _Written(dict[str, str]):
    """Cells as they are written: the same sentence, name or code stands in many rows.

    Once there are many of them, or a long one, the next new one makes it forget them all.
    """

    def __init__(self, delimiter: str, change: Callable[[str], str]) -> None:
        """Tell what parts cells, and what is made of one."""
        super().__init__()
        self.quoted = re.compile(f'[{delimiter}"\n\r]').search
        self._change = change

    def __missing__(self, cell: str) -> str:
        written = self._change(cell)
        if self.quoted(written):
            written = '"' + written.replace('"', '""') + '"'
        if len(self) >= _MOST_CELLS or len(cell) > _LONGEST_KEPT:
            self.clear()
        self[cell] = written
        return written


# What parts cells, and cells as they are written: those of strings, and all others.
_DIALECT = {
    excel: (delimiter, _Written(delimiter, shield), _Written(delimiter, str))
    for excel, delimiter in ((False, ","), (True, ";"))
}


@lru_cache(maxsize=256)
def _head(header: tuple[str, ...], excel: bool) -> str:
    return _body([header], ["string"] * len(header), excel)


def encode(text: str, *, excel: bool = False) -> bytes:
    """The bytes of a CSV file."""
    return text.encode("utf-8-sig" if excel else "utf-8")


def read_rows(path: Path, numbers: Collection[str] = ()) -> Iterator[dict[str, str]]:
    """The rows of one of our CSV files, cells as they were before they were written.

    Args:
        path: the file, in either dialect.
        numbers: the columns whose decimal commas become points again.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as raw:
        excel = is_excel(raw.peek(len(_MARK)))
        with io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as handle:
            yield from _rows(handle, excel, numbers)


def parse(data: bytes, numbers: Collection[str] = ()) -> Iterator[dict[str, str]]:
    """The rows of one of our CSV files that has been read, as :func:`read_rows` gives them."""
    handle = io.StringIO(data.decode("utf-8-sig"), newline="")
    return _rows(handle, is_excel(data), numbers)


def is_excel(data: bytes) -> bool:
    """Whether one of our CSV files is in the dialect of French Excel."""
    return data.startswith(_MARK)


def body(data: bytes) -> bytes:
    """The rows of one of our CSV files as they stand in it, without the header."""
    return data.partition(b"\n")[2]


def _rows(handle: Iterable[str], excel: bool, numbers: Collection[str]) -> Iterator[dict[str, str]]:
    # The limit is one for the whole process, and whoever reads an input sets it too.
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(handle, delimiter=";" if excel else ",")
    header = [unshield(name) for name in next(reader, [])]
    commas = [name for name in header if excel and name in numbers]
    for row in reader:
        cells = [unshield(cell) if "'" in cell else cell for cell in row]
        found = dict(zip(header, cells, strict=False))
        for name in commas:
            found[name] = found[name].replace(",", ".")
        yield found


def read_header(path: Path) -> list[str]:
    """The names of the columns of one of our CSV files.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as handle:
        line = handle.readline()
    reader = csv.reader([line.decode("utf-8-sig")], delimiter=";" if is_excel(line) else ",")
    header = next(reader, [])
    return [unshield(name) for name in header]
