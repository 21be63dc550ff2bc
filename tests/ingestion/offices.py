"""The one known text as spreadsheets, presentations and messages have it."""

import io
import struct
from datetime import datetime

import openpyxl
import pptx
from pptx.util import Inches

from tests.ingestion import making

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
_LARGE = 4096
# 2025-11-04 09:00 in Windows' time: tenths of microseconds since 1601.
_SENT = 134067708000000000


def workbook() -> bytes:
    """A table with a title above it, a formula, a hidden sheet and one without texts."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Discours"
    sheet.append(["Discours de l’année"])
    sheet.append([])
    sheet.append(["id", "texte", "titre", "date", "total"])
    sheet.append(["k", making.plain(), making.TITLE, datetime(2025, 11, 4), "=1+1"])
    sheet.append([])
    chart = book.create_sheet("Chiffres")
    chart.append(["année", "total"])
    chart.append([2025, 12])
    hidden = book.create_sheet("Notes")
    hidden.append(["texte"])
    hidden.append(["À ne pas lire."])
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def slides() -> bytes:
    """A slide of words, one with a table and notes, one that is hidden."""
    deck = pptx.Presentation()
    deck.core_properties.title = making.TITLE
    deck.core_properties.author = making.AUTHOR
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = making.TITLE
    first.placeholders[1].text = "\n".join(making.PARAGRAPHS)
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = making.HEADING
    rows, columns = len(making.TABLE), len(making.TABLE[0])
    place = (Inches(1), Inches(2), Inches(8), Inches(2))
    grid = second.shapes.add_table(rows, columns, *place).table
    for i, row in enumerate(making.TABLE):
        for j, cell in enumerate(row):
            grid.cell(i, j).text = cell
    box = second.shapes.add_textbox(*place)
    box.text_frame.text = making.LAST
    second.notes_slide.notes_text_frame.text = making.NOTE
    hidden = deck.slides.add_slide(deck.slide_layouts[5])
    hidden.shapes.title.text = "À ne pas montrer"
    hidden.element.set("show", "0")
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def message(*, page: bool = False) -> bytes:
    """A message of Outlook with an answer below, its text plain or a page."""
    answered = "\n\nLe 3 nov. 2025 à 08:00, Rédaction a écrit :\n> Quand ?\n"
    body = making.plain() + answered
    streams = {
        "__substg1.0_0037001F": f"RE: {making.TITLE}".encode("utf-16-le"),
        "__substg1.0_0C1A001F": making.AUTHOR.encode("utf-16-le"),
        "__properties_version1.0": bytes(32) + struct.pack("<HHIQ", 0x40, 0x39, 6, _SENT),
    }
    if page:
        blocks = making.plain().replace("\n\n", "</p><p>")
        streams["__substg1.0_10130102"] = f"<p>{blocks}</p>".encode().ljust(_LARGE)
    else:
        streams["__substg1.0_1000001F"] = body.replace("\n", "\r\n").encode("utf-16-le")
    return compound(streams)


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of streams (MS-CFB), filled up so that none is kept in small sectors."""
    streams = {name: data.ljust(_LARGE, b"\0") for name, data in streams.items()}
    sectors: list[bytes] = []
    table: list[int] = []

    def added(data: bytes) -> int:
        start = len(sectors)
        pieces = [data[i : i + _SECTOR] for i in range(0, max(len(data), 1), _SECTOR)]
        sectors.extend(piece.ljust(_SECTOR, b"\0") for piece in pieces)
        table.extend([*range(start + 1, start + len(pieces)), _END])
        return start

    placed = {name: (added(data), len(data)) for name, data in streams.items()}
    names = sorted(placed, key=lambda name: (len(name), name))
    entries = [_entry("Root Entry", 5, _END, 0, child=1 if names else _FREE)]
    for at, name in enumerate(names, start=1):
        # A chain to the right is a tree too.
        right = at + 1 if at < len(names) else _FREE
        entries.append(_entry(name, 2, *placed[name], right=right))
    directory = added(b"".join(entries))
    fat_sectors = 1
    while fat_sectors * (_SECTOR // 4) < len(table) + fat_sectors:
        fat_sectors += 1
    at = len(sectors)
    table += [_FAT] * fat_sectors
    table += [_FREE] * (fat_sectors * (_SECTOR // 4) - len(table))
    packed = struct.pack(f"<{len(table)}I", *table)
    sectors += [packed[i : i + _SECTOR] for i in range(0, len(packed), _SECTOR)]
    difat = [*range(at, at + fat_sectors), *[_FREE] * (109 - fat_sectors)]
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    sizes = (0, fat_sectors, directory, 0, _LARGE, _END, 0, _END, 0)
    head = struct.pack("<8s16sHHHHH6x9I", magic, bytes(16), 0x3E, 3, 0xFFFE, 9, 6, *sizes)
    return head + struct.pack("<109I", *difat) + b"".join(sectors)


def _entry(
    name: str, kind: int, start: int, size: int, child: int = _FREE, right: int = _FREE
) -> bytes:
    wide = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII16sI16xIQ", wide, len(wide) + 2, kind, 1, _FREE, right, child,
                       bytes(16), 0, start, size)  # fmt: skip
