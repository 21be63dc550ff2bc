"""Every kind that the components leave on a document, in the order in which they are shown."""

from __future__ import annotations

from typing import Any, TypeAlias

from hemicycle.kinds import context
from hemicycle.kinds.amounts import AMOUNTS
from hemicycle.kinds.dates import DATES
from hemicycle.kinds.keywords import KEYWORDS
from hemicycle.kinds.laws import LAWS
from hemicycle.kinds.mention import MentionKind
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.places import PLACES
from hemicycle.kinds.quotes import QUOTES
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.sectors import SECTORS
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.kinds.tag import TagKind
from hemicycle.kinds.theme_passages import THEME_PASSAGES
from hemicycle.kinds.themes import THEMES

Kind: TypeAlias = MentionKind[Any] | TagKind[Any]
KINDS: tuple[Kind, ...] = (
    SPEECHES,
    REACTIONS,
    PEOPLE,
    QUOTES,
    ORGANISATIONS,
    PLACES,
    LAWS,
    DATES,
    AMOUNTS,
    SECTORS,
    THEMES,
    THEME_PASSAGES,
    KEYWORDS,
)
MENTIONS = tuple(kind for kind in KINDS if isinstance(kind, MentionKind))
TAGS = tuple(kind for kind in KINDS if isinstance(kind, TagKind))


def register() -> None:
    """Declare every extension attribute on spaCy's ``Doc`` and ``Span``; may be called again."""
    context.register()
    for kind in KINDS:
        kind.register()
