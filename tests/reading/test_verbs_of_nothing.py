"""Where no word stands there is no verb, whoever asks: before the first word of a sentence."""

import hemicycle
import pytest
from hemicycle.reading.verbs import verbs


def test_no_word_is_no_form_of_any_verb():
    assert verbs().infinitives("") == ()
    assert verbs().finite("") == ""
    assert not verbs().any_of("", frozenset({"profiter"}))


@pytest.mark.parametrize(
    "text",
    [
        "à 20 % du budget.",
        "Le Gouvernement, à\n20 % près, tient.",
        "Combien ?\n\nà 12,5 %\n\nà 30 % des voix, le texte passe.",
        "(à 3 %) — à 4 % : à 5 %",
        "Ils ont vu la fête, dit-on. À 100 %, tous sont d’accord.",
    ],
)
def test_a_sentence_may_open_with_the_preposition_of_an_amount(text):
    rows = hemicycle.rows([{"id": "a", "text": text}], ["amounts"])["amounts"]
    assert rows
