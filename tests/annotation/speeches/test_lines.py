import pytest
from hemicycle.annotation.speeches.lines import first_procedure, lines_of, without_note


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Non ! (Rires.)", "Non !"),
        ("Non ! (Rires.) \n", "Non !"),
        ("(Rires.) Non !", "(Rires.) Non !"),
        ("Oui (un peu) (Rires.)", "Oui (un peu)"),
        ("Oui (un (tout) peu)", "Oui (un (tout) peu)"),
        ("Oui)", "Oui)"),
        ("(Rires.)", ""),
        ("", ""),
    ],
)
def test_the_note_that_ends_a_text_is_left_out(text, kept):
    assert without_note(text) == kept


def test_where_the_minutes_begin():
    lines = lines_of("Bonjour.\n\nLa séance est levée.\nAdieu.")
    assert [line.is_procedure for line in lines] == [False, True, False]
    assert first_procedure(lines, 0, 3) == 1
    assert first_procedure(lines, 2, 3) == 3
