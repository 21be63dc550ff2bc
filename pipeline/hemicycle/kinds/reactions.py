"""The kind ``reactions``: what happens beside the words of a sitting."""

from __future__ import annotations

from dataclasses import field

from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.mention import MentionKind, Packed
from hemicycle.values import value

REACTION_KINDS = (
    "applause", "laughter", "protest", "interruption", "movement", "silence", "vote", "suspension",
    "other",
)  # fmt: skip


@value
class Reaction(Packed):
    """A stage direction.

    Attributes:
        kind: one of :data:`REACTION_KINDS`.
        groups: the groups that react, as the text writes them.
    """

    kind: str
    groups: list[str] = field(default_factory=list)


def _cells(reaction: Reaction) -> Row:
    return [reaction.kind, "; ".join(reaction.groups)]


REACTIONS = MentionKind(
    name="reactions",
    attribute="reaction",
    value_type=Reaction,
    description="Stage directions: applause, laughter, protest, votes, suspensions.",
    columns=(
        Column("kind", "string", "what happens", required=True, choices=REACTION_KINDS),
        Column("groups", "string", "the groups that react, separated by `; `"),
    ),
    cells=_cells,
    stage="extract",
    components=("ner", "hemicycle_people", "hemicycle_speeches"),
    labels={"fr": "Réactions", "en": "Reactions"},
    marks="on demand",
)
