import pytest
from hemicycle.reading.openings import is_dateline, opens


@pytest.mark.parametrize(
    ("text", "start", "opening"),
    [("Un. Deux", 4, True), ("« Un", 2, True), ("le Un", 3, False), ("a :\n– Un", 6, True)],
)
def test_what_opens_a_sentence(text, start, opening):
    assert opens(text, start) is opening


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("Dakar, 3 mai 2024 (APS) – Le pont", True),
        ("Dakar, le 1er mai - Le pont", True),
        ("Dakar, lundi 3 mai (APS)", True),
        ("Dakar, 54 ans (PS), a dit", False),
        ("Dakar, le 3 mai 2024.", False),
    ],
)
def test_what_opens_a_dispatch(line, dateline):
    assert is_dateline(line, 0, 5) is dateline
    assert not is_dateline(f"À {line}", 2, 7)
