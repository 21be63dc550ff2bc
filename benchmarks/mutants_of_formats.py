"""Whether any broken file ends, hangs or bloats the ingestion: run it by hand before a release.

For each format that ingestion reads, small valid files (as ``tests/ingestion/making.py`` makes
them) are mutated at random and read, each in a process of its own with limits of time and memory.
A mutation flips, cuts, inserts, doubles or swaps bytes, puts in what is hard on parsers (long
numbers, deep brackets, lone surrogates, entities), or does the same to a part inside a zip, a
gzip or a Parquet page and packs it again, several times over. The same seed makes the same mutants.

Counted by format are the mutants that gave a text (`read`), those that gave failure rows alone
(`refused`), and the faults: `crashed` (an exception, a signal, no result at all, or one that cannot
be written), `hung` (more seconds than ``--seconds``) and `bloated` (more than ``--megabytes`` at
its peak). Each fault is kept under ``--keep``. The exit code is 1 if there is one.

    python benchmarks/mutants_of_formats.py [--number 300] [--seed 1] [--only docx,tei] [--keep DIR]
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import io
import json
import os
import random
import resource
import signal
import sys
import tarfile
import tempfile
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from hemicycle.document import Document
from hemicycle.ingestion.documents import read_documents
from hemicycle.ingestion.formats.registry import FORMATS
from hemicycle.settings import Settings

from tests.ingestion import making, offices, parliaments, sittings

OUTCOMES = ("read", "refused", "crashed", "hung", "bloated")
FAULTS = OUTCOMES[2:]
_RECORD = {"id": "k", "text": making.plain(), "title": making.TITLE, "date": "2025-11-04", "n": 12}
# What is hard on parsers of all kinds.
_HARD = (
    b"9" * 5000, b"-1e999", b"NaN", b"[" * 3000, b"{" * 3000, b'{"a":' * 2000, b"<a>" * 3000,
    b"\xed\xa0\x80", b"\\ud800", b"\xff\xfe", b"\x00", b"\x1b[2J", b"\r\n" * 500, b'"', b"'" * 999,
    b"&a;" * 500, b'<!DOCTYPE a [<!ENTITY a "b">]>', b"<!--", b"]]>", b"(" * 3000, b"%s" * 500,
    b"\xe2\x80\xae", b"1:" * 3000, b"{\\bin99999999 ", b"\\u-99999 ", b"/Length 99999999999",
    b"0 0 obj", b"---\n", b": &a *a\n", b"| " * 2000, b"> " * 2000, b"*" * 3000, b"=" * 3000,
)  # fmt: skip


def samples() -> dict[str, list[tuple[str, bytes]]]:
    """Valid files by format, each with its name."""
    front = "---\ntitle: Vœux\ndate: 2025-01-03\nduree: 1:30\ntags: [a, b]\n---\n".encode()
    csv = making.delimited(",")
    lines = "".join(json.dumps({**_RECORD, "id": f"k{n}"}) + "\n" for n in range(3)).encode()
    inner = making.zipped({"c.txt": making.plain().encode(), "d.jsonl": lines})
    members = {"a.txt": making.plain().encode(), "b.md": making.markdown(), "e.zip": inner}
    plain, array = making.plain(), json.dumps([_RECORD, _RECORD]).encode()
    toml = b'[defaults]\nsource = "Mairie"\n["a.txt"]\ndate = 2025-12-31\n'
    return {
        "txt": [("a.txt", plain.encode()), ("b.txt", plain.encode("cp1252", "replace")),
                ("c.txt", plain.encode("utf-16"))],
        "md": [("a.md", front + making.markdown())],
        "html": [("a.html", making.html())],
        "mhtml": [("a.mhtml", making.mhtml())],
        "pdf": [("a.pdf", making.report()), ("b.pdf", making.journal(1)[0])],
        "docx": [("a.docx", making.word())],
        "odt": [("a.odt", making.opendocument())],
        "rtf": [("a.rtf", making.rtf())],
        "epub": [("a.epub", making.epub())],
        "tei": [("a.xml", making.tei()), ("b.xml", sittings.sitting())],
        "xml": [(f"{name}.xml", data) for name, data in parliaments.FILES.items()],
        "eml": [("a.eml", making.letter()), ("b.eml", making.letter(page=True))],
        "srt": [("a.srt", making.subtitles())],
        "vtt": [("a.vtt", making.subtitles(web=True))],
        "xlsx": [("a.xlsx", offices.workbook())],
        "pptx": [("a.pptx", offices.slides())],
        "msg": [("a.msg", offices.message()), ("b.msg", offices.message(page=True))],
        "jsonl": [("a.jsonl", lines)],
        "json": [("a.json", array), ("b.json", making.json_array()),
                 ("c.json", making.wrapped_json()), ("d.json", making.question_json())],
        "csv": [("a.csv", csv), ("b.tsv", making.delimited("\t")),
                ("c.csv", making.delimited(";")), ("d.csv", making.spreadsheet())],
        "parquet": [("a.parquet", making.parquet())],
        "zip": [("a.zip", making.zipped(members))],
        "tar": [("a.tar", _tar(members)), ("b.tar.gz", gzip.compress(_tar(members), mtime=0))],
        "corpus.toml": [("corpus.toml", toml)],
        "metadata.csv": [("metadata.csv", "path,titre,date\na.txt,Vœux,2025-12-31\n".encode())],
    }  # fmt: skip


def _tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def mutant(data: bytes, chance: random.Random) -> bytes:
    """A mutated file: its bytes, or those of what is packed in it."""
    if chance.random() < 0.6:
        if data.startswith(b"PK\x03\x04"):
            return _in_zip(data, chance)
        if data.startswith(b"\x1f\x8b"):
            return gzip.compress(mutant(gzip.decompress(data), chance), mtime=0)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = chance.choice(_MUTATIONS)(data, chance)
    return data


def _in_zip(data: bytes, chance: random.Random) -> bytes:
    """The archive with one of its parts mutated, doubled, renamed or left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    place = chance.randrange(len(parts))
    name, part = parts[place]
    what = chance.random()
    if what < 0.8:
        parts[place] = name, mutant(part, chance)
    elif what < 0.87:
        del parts[place]
    elif what < 0.94:
        parts.append((name, mutant(part, chance)))
    else:
        parts[place] = chance.choice(("../", "/", "C:\\", "\x1b[2J", "é" * 200)) + name, part
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, part in parts:
            archive.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.expovariate(1 / 40)) + 1)


def _flip(data: bytes, chance: random.Random) -> bytes:
    mutated = bytearray(data)
    for _ in range(chance.choice((1, 1, 4, 30)) if data else 0):
        mutated[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(mutated)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] if chance.random() < 0.2 else data[:start] + data[end:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    start, _ = _span(data, chance)
    return data[:start] + chance.randbytes(chance.choice((1, 4, 200))) + data[start:]


def _harden(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + chance.choice(_HARD) + data[chance.choice((start, end)) :]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[start:end] * chance.choice((2, 2, 50, 2000)) + data[end:]


def _swap(data: bytes, chance: random.Random) -> bytes:
    (a, b), (c, d) = sorted((_span(data, chance), _span(data, chance)))
    b = min(b, c)
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _number(data: bytes, chance: random.Random) -> bytes:
    """Four bytes as a size that is much too large or negative, as binary formats keep them."""
    start, _ = _span(data, chance)
    size = chance.choice((0, 1, 2**31 - 1, 2**31, 2**32 - 1, 2**24))
    return data[:start] + size.to_bytes(4, chance.choice(("little", "big"))) + data[start + 4 :]


_MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _cut, _insert, _harden, _double, _swap, _number,
)  # fmt: skip


def outcome(name: str, data: bytes, seconds: float, megabytes: int) -> tuple[str, str]:
    """What comes of a file: one of the outcomes, and for a fault what was said of it."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as said:
        (Path(folder) / name).write_bytes(data)
        if name in ("corpus.toml", "metadata.csv"):
            (Path(folder) / "a.txt").write_text("Bonjour à tous.", encoding="utf-8")
        process = os.fork()
        if process == 0:
            _read(folder, said.fileno())
        used, code = _waited(process, seconds)
        said.seek(0)
        lines = said.read().decode("utf-8", "replace").splitlines()
    if used is None:
        return "hung", f"more than {seconds:g} s"
    result = lines[-1] if lines else ""
    if result not in ("read", "refused") or code != 0:
        return "crashed", f"code {code}: " + " | ".join(lines[-3:])
    if used > megabytes:
        return "bloated", f"{used:.0f} MB"
    return result, ""


def _read(folder: str, said: int) -> None:
    """Read in a process of its own, which leaves with what it found; it never comes back."""
    try:
        os.dup2(said, 1)
        os.dup2(said, 2)
        # Past what counts as a fault, so that it is seen as one and the machine lives.
        resource.setrlimit(resource.RLIMIT_AS, (6_000_000_000, 6_000_000_000))
        texts = failures = 0
        for found in read_documents([folder], Settings(keep_foreign=True)):
            if isinstance(found, Document):
                texts += 1
                json.dumps(found.to_json(), ensure_ascii=False).encode("utf-8")
                found.text.encode("utf-8")
            else:
                failures += 1
                "".join(found.cells()).encode("utf-8")
        os.write(1, b"\nread" if texts else b"\nrefused" if failures else b"\nnothing was said")
        os._exit(0)
    except BaseException as error:
        os.write(1, f"\n{type(error).__name__}: {error}"[:2000].encode("utf-8", "replace"))
        os._exit(1)


def _waited(process: int, seconds: float) -> tuple[float | None, int]:
    """The peak of memory of a process in megabytes and its code; None for one that was ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done, status, usage = os.wait4(process, os.WNOHANG)
        if done:
            return usage.ru_maxrss / 1000, os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return None, -signal.SIGKILL


def campaign(
    number: int, seed: int, seconds: float, megabytes: int, names: list[str], keep: Path | None
) -> Iterator[tuple[str, Counter[str]]]:
    """The outcomes of so many mutants of each format."""
    for known, files in samples().items():
        if names and known not in names:
            continue
        chance = random.Random(f"{seed} {known}")
        counted: Counter[str] = Counter()
        for turn in range(number):
            name, data = files[turn % len(files)]
            mutated = mutant(data, chance)
            found, why = outcome(name, mutated, seconds, megabytes)
            counted[found] += 1
            if found in FAULTS:
                print(f"{known} {turn} {found}: {ascii(why)[:400]}", file=sys.stderr)
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{turn:04}-{name}").write_bytes(mutated)
        yield known, counted


def main() -> int:
    """Run the campaign, print its table."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--number", type=int, default=300, help="mutants of each format")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=20, help="that one may take")
    options.add_argument("--megabytes", type=int, default=700, help="that one may take")
    options.add_argument("--only", default="", help="formats, set apart by commas")
    options.add_argument("--keep", type=Path, help="folder for mutants that are faults")
    given = options.parse_args()
    # All is loaded once; each mutant is read by a copy of this process.
    for library in ("trafilatura", "pypdfium2", "striprtf.striprtf", "yaml", "babel.dates"):
        importlib.import_module(library)
    for known, files in samples().items():
        assert known in FORMATS or "." in known
        for name, data in files:
            found, why = outcome(name, data, 60, given.megabytes)
            assert found == "read", (known, name, found, why)
    faults = 0
    print("format".ljust(14), *(name.rjust(8) for name in OUTCOMES))
    wanted = [name for name in given.only.split(",") if name]
    settings = (given.number, given.seed, given.seconds, given.megabytes, wanted, given.keep)
    for known, counted in campaign(*settings):
        faults += sum(counted[name] for name in FAULTS)
        print(known.ljust(14), *(str(counted[name]).rjust(8) for name in OUTCOMES), flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
