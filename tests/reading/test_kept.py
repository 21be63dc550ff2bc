"""What is made of a document's spans is made again for others, and for no other reason."""

import spacy
from hemicycle.reading.cache import Kept, sentence_starts


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


def test_sentences_that_are_cut_anew_begin_elsewhere():
    doc = spacy.blank("fr")("Oui. Non.")
    assert sentence_starts(doc) == [0]
    doc[2].is_sent_start = True
    assert sentence_starts(doc) == [0, 5]
    doc[2].is_sent_start = False
    assert sentence_starts(doc) == [0]
