"""Which lines of a letter are its writer's: not those of whom it answers, nor the signature."""

from __future__ import annotations

import re

# Lines behind `-- ` that are still a signature (RFC 3676, 4.3, tells no number).
_LONGEST_SIGNATURE = 20
_SIGNATURE = re.compile(r"--[ \u00a0]?$")
_QUOTED = re.compile(r"[ \u00a0]?>")
# `Le mar. 4 mars 2025 à 10:00, Mairie <mairie@exemple.fr> a écrit :`, on one to three lines.
_ANSWERED = re.compile(r"(?:Le|On)\s.{5,300}\s(?:a écrit|wrote)[ \u00a0]?:$", re.DOTALL)
_DATED = re.compile(r"@|\b(?:19|20)\d\d\b|\b\d{1,2}[:h]\d\d\b")
_MOST_LINES = 3
_LONGEST_LINE = 200
_ORIGINAL = re.compile(
    r"-{2,}\s?(?:Message d['’]origine|Message original|Original Message)\s?-{2,}$", re.IGNORECASE
)
# The head that Outlook writes above what is answered.
_FROM = re.compile(r"\*?(?:De|From)[ \u00a0]?:\*?\s\S")
_SENT = re.compile(r"\*?(?:Envoyé|Sent|Date)(?: le)?[ \u00a0]?:\*?\s\S")


def own_lines(lines: list[str], *, forwarded: bool) -> list[str]:
    """The lines of the writer.

    Args:
        lines: all lines.
        forwarded: whether the letter passes another one on, whose words are then kept.
    """
    lines = [line.rstrip("\r") for line in lines]
    if forwarded:
        return _unsigned([_QUOTED.sub("", line, count=1) for line in lines])
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if _begins_answered(lines, at):
            break
        if skipped := _answered(lines, at):
            at += skipped
            continue
        if not _QUOTED.match(line):
            kept.append(line)
        at += 1
    return _unsigned(kept)


def unflowed(text: str, *, joined: bool) -> str:
    """A text whose lines flow (RFC 3676): one that ends in a blank goes on in the next.

    Args:
        text: the text.
        joined: whether that blank is none of the text (`DelSp=yes`).
    """
    pieces: list[str] = []
    for line in text.split("\n"):
        bare = line[1:] if line.startswith(" ") else line
        flows = bare.endswith(" ") and bare != "-- "
        pieces.append((bare[:-1] if joined else bare) if flows else f"{bare}\n")
    return "".join(pieces)


def _begins_answered(lines: list[str], at: int) -> bool:
    if _ORIGINAL.match(lines[at].strip()[:_LONGEST_LINE]):
        return True
    below = next((line for line in lines[at + 1 : at + 3] if line.strip()), "")
    return _FROM.match(lines[at]) is not None and _SENT.match(below) is not None


def _answered(lines: list[str], at: int) -> int:
    """How many lines say who is answered, 0 if none does."""
    if not lines[at].startswith(("Le ", "On ")):
        return 0
    said = ""
    for count in range(1, _MOST_LINES + 1):
        line = lines[at + count - 1] if at + count <= len(lines) else ""
        if not line.strip() or len(line) > _LONGEST_LINE:
            return 0
        said = f"{said} {line.strip()}".strip()
        if _ANSWERED.match(said):
            below = next((other for other in lines[at + count : at + count + 3] if other), "")
            return count if _QUOTED.match(below) or _DATED.search(said) else 0
    return 0


def _unsigned(lines: list[str]) -> list[str]:
    """The lines before the last `-- ` if few come behind it."""
    for at in range(len(lines) - 1, max(-1, len(lines) - _LONGEST_SIGNATURE - 2), -1):
        if _SIGNATURE.match(lines[at]):
            return lines[:at]
    return lines
