from itertools import pairwise

import pytest
from hemicycle.reading.sentences import SentenceFinder
from hypothesis import given
from hypothesis import strategies as st

FINDER = SentenceFinder()


def split(text):
    cuts = [0, *FINDER.starts(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(cuts)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Il part.", "Elle reste."],
        ["M. Roux a vu Mme Dury.", "Ils ont parlé."],
        ["Voir art. 3, p. 12, n° 5 du texte.", "Rien d’autre."],
        ["Cela date du Ve siècle av. J.-C. selon lui."],
        ["J.-L. Morand et L. Barthélemy l’ont dit."],
        ["C’est le plan B. Berthe Oudin le porte."],
        ["C’est le plan B.", "Le ministre le porte."],
        ["Kassym-Jomart Tokaïev parle.", "Au-delà de l’économie, il insiste."],
        ["« Quel succès ! » a-t-il dit.", "Tous ont ri."],
        ["Est-ce vrai ?", "« Oui. »", "Bon."],
        ["Un titre sans point", "Puis une phrase."],
        ["– Oui !", "– Non !", "– Peut-être."],
        ["Il a voté en 2025.", "En 2026, il s’abstient."],
        ["Le taux est de 3.5 points.", "Il baisse."],
        ["1. Le budget", "2. La dette"],
        ["Ah ? dit-elle en souriant."],
        ["Des crêpes, des gaufres, etc.", "Tout fut mangé."],
        ["Elle attend…", "Puis elle part."],
    ],
    ids=lambda s: s[0][:25],
)
def test_sentences(sentences):
    joined = "\n" if any(s.startswith(("Un titre", "1.")) for s in sentences) else " "
    assert split(joined.join(sentences)) == sentences


def test_no_break_spaces_count_as_spaces():
    assert split("M.\u00a0Roux parle.\u202fElle répond.") == ["M.\u00a0Roux parle.", "Elle répond."]


@given(st.text())
def test_boundaries_grow_and_stay_inside(text):
    starts = list(FINDER.starts(text))
    assert starts == sorted(set(starts))
    assert all(0 < start < len(text) for start in starts)


def test_component_marks_tokens(blank):
    blank.add_pipe("hemicycle_sentences")
    doc = blank("Il part. Elle reste.\nFin")
    assert [s.text.strip() for s in doc.sents] == ["Il part.", "Elle reste.", "Fin"]
    assert list(blank("").sents) == []


def test_blank_lines_at_the_end_begin_no_sentence():
    assert list(FINDER.starts("Il part.\n \n")) == []
    assert split("Il part.\n \nElle reste.\n") == ["Il part.", "Elle reste."]
