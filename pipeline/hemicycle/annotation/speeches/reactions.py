"""Stage directions: notes in brackets of what happens beside the words, and who reacts."""

from __future__ import annotations

import re

from hemicycle.annotation.speeches.lexicon import lexicon
from hemicycle.folding import fold
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.reactions import Reaction

_NOTE = re.compile(
    r"[(\[](?P<inside>[^()\[\]\n]{3,600}(?:\([^()\n]{1,80}\)[^()\[\]\n]{0,300})*)[)\]]"
)
_GROUPS = re.compile(
    r"\b(?:des\s+groupes|du\s+groupe|bancs\s+(?:du|des|de\s+la|de\s+l['’]))(?:\s+groupes?)?\s+"
    r"(?P<groups>[^.()–;]{1,120})",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*,\s*|\s+et\s+(?:du\s+|de\s+l['’]|de\s+la\s+|des\s+)?(?:groupes?\s+)?|\s+ainsi\s.*"
)
_SIDE = re.compile(r"\b(?:à|au|de)\s(?:gauche|droite|centre)\b")
_NAME = re.compile(r"[A-ZÉÈ][\w&’'+.-]*(?:\s(?:&\s)?[A-ZÉÈ][\w&’'+.-]*)*|[a-zé]{6,15}iste\b")
_AGAIN = "memes mouvements"
_WHOLE_LINE = frozenset({"vote", "suspension", "movement", "other"})
_CALL = "interruption"


def reactions_of(text: str, *, sitting: bool) -> list[Mention[Reaction]]:
    """The notes of a text, in order.

    Args:
        text: the text.
        sitting: whether it has turns of several speakers; in any other text only notes that tell a
            reaction of those who listen count.
    """
    found: list[Mention[Reaction]] = []
    for match in _NOTE.finditer(text):
        kind = kind_of(match["inside"])
        if fold(match["inside"]).startswith(_AGAIN) and found:
            kind = found[-1].value.kind
        elif (
            not kind
            or (kind in _WHOLE_LINE and not (sitting and _is_alone(text, match)))
            or (kind == _CALL and not sitting)
        ):
            continue
        reaction = Reaction(kind, groups_of(match["inside"]))
        found.append(Mention(match.start(), match.end(), kind, reaction))
    return found


def kind_of(note: str) -> str:
    """What a note tells, empty if it is none of a sitting."""
    opened = fold(" ".join(note.split()))
    for kind, words in lexicon().reactions.items():
        if opened.startswith(words):
            return kind
    first = opened.split(" ", 3)[:3]
    for kind, words in lexicon().reactions.items():
        # Words in quotation marks are called out where the note opens with them.
        if any(part.startswith(words) and part[0] not in "«“" for part in first):
            return kind
    return ""


def groups_of(note: str) -> list[str]:
    """The groups that react, as the note writes them."""
    groups: list[str] = []
    for match in _GROUPS.finditer(note):
        for part in _PARTS.split(match["groups"]):
            named = _NAME.match(part.strip())
            if named and named[0] not in groups:
                groups.append(named[0])
    groups += [side[0] for side in _SIDE.finditer(note) if not groups]
    return groups


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a note has its line for itself."""
    line = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    behind = text[match.end() : end if end >= 0 else len(text)]
    return not text[line : match.start()].strip() and not behind.strip(" .")
