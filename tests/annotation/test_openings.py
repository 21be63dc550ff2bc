import pytest

from pipeline.annotation.openings import opens


@pytest.mark.parametrize(
    ("text", "start", "opening"),
    [("Un. Deux", 4, True), ("« Un", 2, True), ("le Un", 3, False), ("a :\n– Un", 6, True)],
)
def test_what_opens_a_sentence(text, start, opening):
    assert opens(text, start) is opening
