"""One HTML page that needs nothing else: style, scripts, labels and data are inside.

The data are compressed (gzip) and written in Base64, whose letters mean nothing to a parser of
HTML; the page builds every element with ``textContent``, and a content security policy allows only
the scripts that stand here, by their hash. So nothing that a text contains can run.
"""

from __future__ import annotations

import base64
import csv
import gzip
import hashlib
import io
import json
import tomllib
from array import array
from functools import lru_cache
from importlib.resources import files
from math import isnan
from typing import Any

from hemicycle.kinds.registry import KINDS, MENTIONS
from hemicycle.resources import resource

LANGUAGES = ("fr", "en")
MOST_BYTES = 24_000_000
DATA_FILE = "report.data.js"
_VENDOR = ("d3.min.js", "plot.min.js")
_SCRIPTS = (
    "folding", "dom", "address", "data", "labels", "query", "speakers", "filters", "filterbar",
    "csv", "picture", "colours", "periods", "charts", "plots", "themes", "people", "spending",
    "timeline", "overview", "columns", "passages", "rows", "tables", "search", "comparing",
    "compare", "corrections", "correcting", "turns", "marks", "facts", "outline", "reading", "main",
)  # fmt: skip


def build(content: dict[str, Any], most_bytes: int = MOST_BYTES) -> tuple[bytes, bytes | None]:
    """The page, and the file that goes beside it where the page would be too large.

    Args:
        content: what :func:`hemicycle.report.content.gather` gives.
        most_bytes: the size of the page from which the data go beside it.

    Raises:
        ResourceError: the labels are missing.
    """
    packed = base64.b64encode(_compressed(content)).decode("ascii")
    before, after = _page(beside=False)
    if len(before) + len(packed) + len(after) <= most_bytes:
        return packed.encode("ascii").join((before, after)), None
    return b"".join(_page(beside=True)), f'window.hemicycleData="{packed}";\n'.encode()


def _compressed(content: dict[str, Any]) -> bytes:
    """The content as JSON, compressed part by part so that the whole never stands in memory."""
    compressed = io.BytesIO()
    with gzip.GzipFile(fileobj=compressed, mode="wb", compresslevel=6, mtime=0) as stream:
        for place, (name, value) in enumerate(content.items()):
            stream.write(f"{',' if place else '{'}{json.dumps(name)}:".encode())
            if isinstance(value, list):
                for number, part in enumerate(value):
                    stream.write(b"," if number else b"[")
                    stream.write(_json(part).encode("utf-8"))
                stream.write(b"]" if value else b"[]")
            else:
                stream.write(_json(value).encode("utf-8"))
        stream.write(b"}" if content else b"{}")
    return compressed.getvalue()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_listed)


def _listed(numbers: array[float]) -> list[float | None]:
    return [None if isnan(number) else number for number in numbers]


def labels() -> dict[str, Any]:
    """The words of the page in each language, with the names of the tables as kinds declare them.

    Raises:
        ResourceError: a file is missing.
    """
    words = {}
    for language in LANGUAGES:
        file = resource("report", f"{language}.toml")
        told = _parsed(file.read_text(encoding="utf-8"))
        tables = {kind.name: kind.labels[language] for kind in KINDS}
        words[language] = {**told, "tables": told["tables"] | tables}
    words["en"]["values"] = words["en"]["values"] | _english_names()
    return words


@lru_cache(maxsize=len(LANGUAGES))
def _parsed(text: str) -> dict[str, Any]:
    """A file of words, which is the same for each page that a process writes."""
    return tomllib.loads(text)


def _english_names() -> dict[str, dict[str, str]]:
    """The English names of topics and sectors, by the French ones that the tables hold."""
    names = {"theme": "cap.csv", "subtheme": "cap_subtopics.csv"}
    found = {
        column: {row["label"]: row["label_en"] for row in _rows("taxonomies", file)}
        for column, file in names.items()
    }
    english = {row["code"]: row["label"] for row in _rows("report", "sectors_en.csv")}
    sectors = _rows("taxonomies", "naf.csv")
    found["sector"] = {row["label"]: english[row["division"] or row["section"]] for row in sectors}
    return found


def _rows(*parts: str) -> list[dict[str, str]]:
    text = resource(*parts).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def kinds_style() -> str:
    """The colours of the kinds of mentions, as each declares them, for light and dark ground."""
    coloured = [(kind.name, kind.colour) for kind in MENTIONS if kind.colour]
    light = " ".join(f"--{name}: {colour[0]};" for name, colour in coloured)
    dark = " ".join(f"--{name}: {colour[1]};" for name, colour in coloured)
    rules = (
        f".{name} {{ --tone: var(--{name}); }} .swatch.{name} {{ background: var(--tone); }} "
        f".line-{name} {{ --line-tone: var(--{name}); }}"
        for name, _ in coloured
    )
    return "\n".join(
        (
            f":root {{ {light} }}",
            f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}",
            *rules,
        )
    )


def safe_json(value: Any) -> str:
    """JSON that can stand in a script element, whatever strings it holds."""
    text = json.dumps(value, ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _page(*, beside: bool) -> tuple[bytes, bytes]:
    """The page before its data and behind them, which stand in it unless they stand beside it."""
    vendor = [_asset("vendor", name) for name in _VENDOR]
    own = "\n".join(_asset("assets", f"{name}.js") for name in _SCRIPTS)
    scripts = [*vendor, f'"use strict";\n(() => {{\n{own}\n}})();']
    sources = " ".join(_hash(script) for script in scripts)
    parts = {
        # A page opened from disk has no origin that 'self' could mean.
        "scripts-allowed": f"{sources} file: 'self'" if beside else sources,
        "style": f"{_asset('assets', 'style.css')}\n{kinds_style()}",
        "labels": safe_json(labels()),
        "beside": f'<script src="{DATA_FILE}"></script>' if beside else "",
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    before, after = _asset("assets", "page.html").split("<!--data-->")
    for name, part in parts.items():
        before, after = (text.replace(f"<!--{name}-->", part) for text in (before, after))
    return before.encode("utf-8"), after.encode("utf-8")


def _asset(folder: str, name: str) -> str:
    return files("hemicycle.report").joinpath(folder, name).read_text(encoding="utf-8").strip()


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
