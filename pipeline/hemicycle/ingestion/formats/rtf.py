"""Rich Text Format (``.rtf``): paragraphs, tables, notes last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.cleaning.footnote_calls import raised
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.messages import tell
from hemicycle.settings import Settings

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_CODEPAGE = re.compile(r"\\ansicpg(\d+)")
_CREATED = re.compile(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
# The address of a link, which stands beside the words that show it.
_INSTRUCTION = re.compile(r"\{\s*\\\*\\fldinst(?:\{[^{}]*+\}|[^{}])*+\}")
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z])")
_RAISE = re.compile(r"\\super(?![a-z]) ?|\\up\d+ ?")
# A character that no text has shows where raised letters begin.
_MARK = "\ue000"
_RAISED = re.compile(rf"{_MARK}([(\[]?[\d*]+[)\]]?)")


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of an RTF file.

    Raises:
        ImportError: striprtf is not installed.
        UnreadableError: it is larger than the limit, or no RTF.
    """
    source = content.whole().decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        raise UnreadableError("broken", tell("The file is not RTF."))
    codepage = _CODEPAGE.search(source)
    start = f"{{\\rtf1\\ansi\\ansicpg{codepage[1] if codepage else 1252} "
    body, notes = _without_groups(source, "\\footnote")
    lines = [*_lines(body), *(line for note in notes for line in _lines(f"{start}{note}}}"))]
    _, infos = _without_groups(source[:100_000], "\\info")
    fields = {}
    for name, word in (("title", "\\title"), ("author", "\\author")):
        found = _without_groups(infos[0], word)[1] if infos else []
        if found and (value := " ".join(_lines(f"{start}{found[0]}}}"))):
            fields[name] = value
    if infos and (day := _CREATED.search(infos[0])):
        fields["created"] = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    yield Raw(text="\n\n".join(lines), sha256=content.sha256(), fields=fields)


def _lines(source: str) -> list[str]:
    import striprtf.striprtf

    convert: Callable[..., str] = striprtf.striprtf.rtf_to_text

    source = _CELL.sub(r"\\tab", _INSTRUCTION.sub("", source))
    source = _RAISE.sub(lambda match: f"{match[0].strip()}\\u{ord(_MARK)}?", source)
    text = _RAISED.sub(
        lambda match: raised(match.string[max(0, match.start() - 20) : match.start()], match[1]),
        convert(source, errors="ignore"),
    ).replace(_MARK, "")
    return [" ".join(line.split("\t")).strip() for line in text.split("\n") if line.strip()]


def _without_groups(source: str, word: str) -> tuple[str, list[str]]:
    """A source without the groups `{word …}`, and what stands in them after the word."""
    groups: list[str] = []
    kept: list[str] = []
    opening = re.compile(rf"\{{\s*(?:\\\*)?{re.escape(word)}(?![a-z])")
    position = 0
    while match := opening.search(source, position):
        kept.append(source[position : match.start()])
        depth = 1
        end = len(source)
        for brace in _BRACE.finditer(source, match.end()):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0:
                end = brace.end()
                break
        groups.append(source[match.end() : end - 1])
        position = end
    kept.append(source[position:])
    return "".join(kept), groups
