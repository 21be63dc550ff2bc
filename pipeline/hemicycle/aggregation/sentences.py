"""Which mentions stand in one sentence, by the sentence that their rows show.

Of a long sentence a row shows a part around its mention, so that the rows of one sentence differ.
They are then taken together as far as one part reaches, and no more of them than that holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hemicycle.reading.sentence_index import CUT, LONGEST_SHOWN

Cells = dict[str, str]

_HALF = LONGEST_SHOWN // 2


def in_one_sentence(mentions: Iterable[Cells]) -> Iterator[list[Cells]]:
    """Mentions in the order of the text, in groups of those that one sentence names."""
    group: list[Cells] = []
    for mention in mentions:
        if group and not _joins(group, mention):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def share_a_sentence(a: Cells, b: Cells) -> bool:
    """Whether two mentions of a document stand in the same sentence and are shown in one part."""
    gap = distance(a, b)
    if a["sentence"] == b["sentence"]:
        # Another sentence with the same words is further away than the sentence is long.
        return gap < len(a["sentence"])
    first, second = (a, b) if int(a["start_char"]) <= int(b["start_char"]) else (b, a)
    return gap < _HALF and _goes_on(first, second)


def distance(a: Cells, b: Cells) -> int:
    """Characters between two mentions, 0 where they touch or overlap."""
    return max(
        0,
        int(a["start_char"]) - int(b["end_char"]),
        int(b["start_char"]) - int(a["end_char"]),
    )


def _joins(group: list[Cells], mention: Cells) -> bool:
    if group[-1]["sentence"] == mention["sentence"]:
        return True
    reach = int(mention["start_char"]) - int(group[0]["start_char"])
    return reach < _HALF and _goes_on(group[-1], mention)


def _goes_on(first: Cells, second: Cells) -> bool:
    """Whether the sentence shown with a mention goes on behind what is shown, with the second."""
    a, b = first["sentence"], second["sentence"]
    return a.endswith(CUT) and b.startswith(CUT) and min(len(a), len(b)) > _HALF
