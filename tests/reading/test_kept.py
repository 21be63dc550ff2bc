"""What is made of a document's spans is made again for others, and for no other reason."""

import spacy
from hemicycle.reading.cache import Kept


def test_it_is_made_again_when_what_was_found_is_another():
    doc, other = spacy.blank("fr")("Oui."), spacy.blank("fr")("Oui.")
    turns, notes = ["turn"], ["note"]
    kept, made = Kept(), []

    def make():
        made.append(len(made))
        return made[-1]

    assert [kept.of(doc, (turns, notes), make) for _ in range(2)] == [0, 0]
    assert kept.of(other, (turns, notes), make) == 1
    assert kept.of(doc, (turns, ["note"]), make) == 2
    assert kept.of(doc, (turns, notes), make) == 3
