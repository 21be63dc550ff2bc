"""Who is quoted where the cue is no plain verb beside a plain name."""

import pytest
from hemicycle.annotation.people.component import PeopleFinder
from hemicycle.annotation.quotes.component import QuoteFinder
from hemicycle.annotation.speeches.spoken import Spoken
from hemicycle.reading.reading import Reading


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Awa Corvel et Léo Estang rappellent que « la mer monte chaque jour ».", "both"),
        ("Les habitants disent, eux : « Nous avons assez attendu ici. » Awa Corvel dort.", ""),
        ("À en croire Awa Corvel, « la mer monte chaque jour ».", "Awa Corvel"),
        ("Aux yeux de Awa Corvel, « la mer monte chaque jour ».", "Awa Corvel"),
        ("« La mer monte chaque jour. » (Awa Corvel, le 3 mai)", "Awa Corvel"),
        ("Léo Estang cite Awa Corvel, qui disait : « La mer monte ici. »", "Awa Corvel"),
        ("La motion accuse Awa Corvel d'« avoir trompé les habitants ».", ""),
        ("« La mer monte », a fait savoir le président du parti. Awa Corvel dort.", ""),
    ],
)
def test_the_speaker(quotes, text, speaker):
    wanted = "Awa Corvel; Léo Estang" if speaker == "both" else speaker
    assert [found for _, found, _ in quotes(text)] == [wanted]


def test_fragments_of_one_sentence_have_the_cue_behind_the_last(quotes):
    text = "« Rien n'est prêt ici » et « tout le monde le sait », a lancé Awa Corvel."
    assert [speaker for _, speaker, _ in quotes(text)] == ["Awa Corvel"] * 2


def test_who_quotes_himself_in_a_turn_is_who_speaks():
    text = (
        "Mme la présidente. La parole est à M. Léo Estang.\n"
        "M. Léo Estang. J'ai dit hier : « La mer monte chaque jour. » Je le redis.\n"
    )
    reading = Reading(text)
    people = PeopleFinder().mentions(reading, [])
    turns = reading.once(Spoken.by(people)).turns
    (quote,) = QuoteFinder().quotes(text, people, turns)
    assert (quote.value.speaker, quote.value.speaker_start_char) == ("Léo Estang", None)


@pytest.mark.parametrize(
    "text",
    [
        "La halte est close. Pour le maire, « la ligne doit rouvrir avant la fin de l'année ».",
        "Il faut tenir compte du fait qu'« au moins trente crédits iront au climat ».",
    ],
)
def test_words_of_nobody_named_are_a_quotation(quotes, text):
    assert [speaker for _, speaker, _ in quotes(text)] == [""]
