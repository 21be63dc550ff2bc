"""What is loaded for good: the collector leaves it alone, and reading adds nothing to it."""

from __future__ import annotations

import gc

import pytest
from hemicycle.annotation.people.component import PeopleFinder
from hemicycle.knowledge.made import WordSet
from hemicycle.knowledge.use import current, using
from hemicycle.running.garbage import kept_meanwhile

_TEXT = "Mme Aline Roche, ministre déléguée auprès de la ministre de la Mer, a salué le maire."


def test_what_exists_is_left_alone_and_looked_at_again_afterwards() -> None:
    before = gc.get_freeze_count()
    with kept_meanwhile():
        assert gc.get_freeze_count() > before
        with kept_meanwhile():
            pass
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() == before


@pytest.mark.parametrize("threshold", [0, 700])
def test_garbage_is_looked_for_less_often_meanwhile_unless_never(threshold: int) -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(threshold)
        with kept_meanwhile():
            assert (gc.get_threshold()[0] > threshold) is bool(threshold)
        assert gc.get_threshold()[0] == threshold
    finally:
        gc.set_threshold(*before)


def test_it_is_looked_at_again_after_an_error() -> None:
    before = gc.get_freeze_count()
    with pytest.raises(ValueError, match="bad"), kept_meanwhile():
        raise ValueError("bad")
    assert gc.get_freeze_count() == before


def test_no_words_are_put_together_while_a_text_is_read() -> None:
    knowledge = current()
    with using(knowledge):
        finder = PeopleFinder()
        finder.mentions(_TEXT, [])
        known = sum(isinstance(key, WordSet) for key in knowledge.memo)
        finder.mentions(_TEXT, [])
    assert sum(isinstance(key, WordSet) for key in knowledge.memo) == known
