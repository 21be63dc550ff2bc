"""Who speaks in a text that is one speech."""

import pytest
from hemicycle.kinds.speeches import SPEECHES


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # The name stands in the line below the first, which is too short to hold it.
        (
            "Texte 9\nGaspard LEMOIGNE. La loi passe. Vœux du maire.\n\n"
            "Mesdames, messieurs, bonsoir.",
            [],
        ),
        (
            "Awa Roy, ministre de la Mer\nVœux à la presse\n\nMesdames, messieurs,\n\n"
            "L’année fut longue et la mer a monté partout sur nos côtes.\n",
            ["Awa Roy"],
        ),
    ],
)
def test_who_stands_above_a_title_speaks(nlp, text, speakers):
    assert [turn.value.speaker for turn in SPEECHES.read(nlp(text))] == speakers
