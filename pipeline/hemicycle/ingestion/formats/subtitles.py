"""Subtitles (``.srt``, ``.vtt``): what is said, without time codes, numbers and styles.

SubRip has no standard; WebVTT is the W3C's (https://www.w3.org/TR/webvtt1/). In both a cue is a
line of times, the lines below it, and before it a line that may name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

from hemicycle.document import Failure
from hemicycle.ingestion.building import Raw
from hemicycle.ingestion.contents import Content
from hemicycle.ingestion.errors import UnreadableError
from hemicycle.ingestion.formats.encoding import decode
from hemicycle.messages import tell
from hemicycle.settings import Settings

# A pause that is longer, in seconds, begins a paragraph.
_PAUSE = 3.0
_LONGEST_TIMES = 200
_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t]|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,60})*[ \t]+([^<>]{1,120})>")
_TAG = re.compile(
    r"</?(?:i|b|u|s|c|v|em|strong|font|span|lang|ruby|rt)(?:[.\s][^<>]{0,200})?/?>"
    r"|<(?:\d{1,4}:)?\d{1,2}:\d{2}\.\d{1,3}>|\{\\[^{}]{1,200}\}|\{/?[biuy](?::[^{}]{1,60})?\}",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\ufeff?WEBVTT[ \t]+(?:-[ \t]*)?(\S.{0,300})")
_LANGUAGE = re.compile(r"Language:[ \t]*([A-Za-z]{2,3})(?:-\w+)?[ \t]*$", re.IGNORECASE)
_SPACES = re.compile(r"[\s\u200e\u200f]+")
# A dash, or the arrows of broadcasters, before the words of somebody else. A dash before a small
# letter sets a clause apart.
_CHANGE = re.compile(r"(?:[-–—]+(?=[ \u00a0]*[^\s\da-zß-öø-ÿœ–—-])|>{2,3})[ \u00a0]*")
_ADDRESS = r"(?:MM?\.|Mmes?|Mlles?|Me|Dr|Pr)"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_LABEL = re.compile(
    rf"\[?(?:{_ADDRESS}[ \u00a0])?{_NAME}(?:[ \u00a0](?:{_NAME}|de|du|des|la|le|d['’]\w+)){{0,5}}"
    r"(?:[ ]\([^()]{1,60}\))?\]?[ \u00a0]?:(?=[ \u00a0]|$)"
)
_END_OF_SENTENCE = re.compile(r"[.!?…»”\")\]][ \u00a0]*$")
# Of the cues whose first line repeats the last one above: more roll their lines upwards.
_ROLLING = 0.3


@dataclass(slots=True)
class _Cue:
    """One cue: when it begins and ends, in seconds, and its lines."""

    begin: float
    end: float
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Paragraph:
    """One paragraph: when it begins, in seconds, and its words in pieces."""

    begin: float
    pieces: list[str]


def read(content: Content, settings: Settings) -> Iterator[Raw | Failure]:
    """The one text of a file of subtitles; `paragraph_times` tells when each paragraph begins.

    A paragraph begins where somebody is named (`Mme Roy : `, or by a voice tag of WebVTT, which
    becomes such a label), at a dash, and behind a pause of more than three seconds.

    Raises:
        NotTextError: the bytes are no text.
        UnreadableError: there are no cues.
    """
    lines = decode(content.whole()).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    web = lines[0].lstrip("\ufeff").startswith("WEBVTT")
    cues, head = _cues_of(lines, web)
    if not cues:
        raise UnreadableError("broken", tell("There are no times of subtitles (`-->`) in it."))
    paragraphs = _paragraphs(_unrolled(cues))
    fields = {"paragraph_times": " ".join(_clock(one.begin) for one in paragraphs)}
    for line in head if web else ():
        if said := _LANGUAGE.match(line):
            fields["language"] = said[1]
    if web and (titled := _TITLE.match(head[0])):
        fields["title"] = titled[1]
    yield Raw(
        text="\n\n".join(" ".join(one.pieces) for one in paragraphs),
        sha256=content.sha256(),
        fields=fields,
    )


def _cues_of(lines: list[str], web: bool) -> tuple[list[_Cue], list[str]]:
    """The cues with their lines as they stand, and the lines before the first of them."""
    cues: list[_Cue] = []
    head: list[str] = []
    closed = False
    for line in lines:
        if times := _times(line):
            if cues and not web:
                _drop_number(cues[-1].lines)
            cues.append(_Cue(*times))
            closed = False
        elif not cues:
            head.append(line)
        elif web:
            # Behind an empty line come notes, styles and the name of the next cue.
            closed = closed or not line
            if not closed:
                cues[-1].lines.append(line)
        else:
            cues[-1].lines.append(line)
    return cues, head


def _times(line: str) -> tuple[float, float] | None:
    if "-->" not in line or (found := _TIMES.match(line[:_LONGEST_TIMES])) is None:
        return None
    parts = [int(part or 0) for part in found.groups()]
    begin, end = (
        3600 * hours + 60 * minutes + seconds + thousandths / 1000
        for hours, minutes, seconds, thousandths in (parts[:4], parts[4:])
    )
    return begin, end


def _drop_number(lines: list[str]) -> None:
    """Drop the number of the next cue, the last line that is not empty."""
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and lines[-1].strip().isdecimal():
        lines.pop()


def _unrolled(cues: list[_Cue]) -> list[_Cue]:
    """The cues with plain lines; where captions roll upwards, each line once."""
    for cue in cues:
        cue.lines = list(filter(None, map(_plain, cue.lines)))
    cues = [cue for cue in cues if cue.lines]
    again = sum(below.lines[0] == above.lines[-1] for above, below in pairwise(cues))
    if again <= max(1, _ROLLING * len(cues)):
        return cues
    last = ""
    for cue in cues:
        shown = cue.lines
        cue.lines = shown[shown.index(last) + 1 :] if last in shown else shown
        last = shown[-1]
    return [cue for cue in cues if cue.lines]


def _plain(line: str) -> str:
    """A line without styles, a voice being a label at a line's begin."""
    line = _VOICE.sub(lambda voice: f"\n{voice[1].strip().rstrip(':').strip()} : ", line)
    pieces = unescape(_TAG.sub("", line)).split("\n")
    return "\n".join(filter(None, (_SPACES.sub(" ", piece).strip() for piece in pieces)))


def _paragraphs(cues: list[_Cue]) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    label = ""
    until = 0.0
    for cue in cues:
        late = cue.begin - until > _PAUSE
        for line in (piece for whole in cue.lines for piece in whole.split("\n")):
            opens, named, words = _opening(line, found[-1].pieces[-1] if found else "")
            if named and named == label and not late:
                # Subtitlers name who speaks in each cue.
                opens, words = False, words[len(named) :].strip()
            label = named or ("" if opens else label)
            if not words:
                continue
            if opens or late or not found:
                found.append(_Paragraph(cue.begin, []))
            found[-1].pieces.append(words)
            late = False
        until = max(until, cue.end)
    return found


def _opening(line: str, before: str) -> tuple[bool, str, str]:
    """Whether a line begins a paragraph, its label if it has one, and its words."""
    change = _CHANGE.match(line)
    words = line[change.end() :] if change else line
    named = _LABEL.match(words)
    if named and (change or not before or _is_name(named[0]) or _END_OF_SENTENCE.search(before)):
        return True, named[0], words
    return change is not None, "", f"- {words}" if change and words else words


def _is_name(label: str) -> bool:
    """Whether a label is that of a person wherever it stands: of two capitals or more."""
    return sum(word.strip("[").istitle() or word.isupper() for word in label.split()) > 1


def _clock(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{second:02}"
