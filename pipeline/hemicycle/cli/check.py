"""``hemicycle check``: mistakes in edited lexicons."""

from __future__ import annotations

import typer

from hemicycle.cli.exits import Exit, guarded
from hemicycle.cli.terminal import give


def check() -> None:
    """Find mistakes in the lexicons of sectors and themes: after editing them."""
    from hemicycle.evaluation.lexicon_check import check_lexicons

    mistakes = guarded(check_lexicons)
    for mistake in mistakes:
        give(mistake)
    if mistakes:
        raise typer.Exit(Exit.SOME_FAILED)
