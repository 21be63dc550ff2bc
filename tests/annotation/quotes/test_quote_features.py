"""Every feature of a quotation holds in its example, and who is unlikely to speak is left out."""

import pytest
from hemicycle.annotation.linear import chance
from hemicycle.annotation.people.component import PeopleFinder
from hemicycle.annotation.quotes.component import JudgedQuote, QuoteFinder
from hemicycle.annotation.quotes.features import QUOTE_FEATURES, quote_weights, without_speaker
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.speeches import Speech


def judged(text, turns=()):
    return QuoteFinder().judged(text, PeopleFinder().mentions(text, []), turns)


@pytest.mark.parametrize("feature", QUOTE_FEATURES, ids=lambda feature: feature.name)
def test_a_feature_holds_in_its_example(feature):
    text = feature.example
    turns = (
        [Mention(0, len(text), "SPEECH", Speech(1, "Léo Roy"))] if feature.name == "turn" else []
    )
    quote = judged(text, turns)[0]
    assert feature.name in quote.seen
    assert quote.odds == pytest.approx(quote_weights().score(quote.seen))


def test_every_feature_has_a_weight_and_no_other_has():
    assert sorted(quote_weights().of) == sorted(feature.name for feature in QUOTE_FEATURES)


def test_a_speaker_likelier_wrong_than_right_is_left_out():
    seen = ("elsewhere", "colon")
    wrong = JudgedQuote(3, 9, "dit", "Léo Roy", 0, seen, -0.1).mention()
    assert (wrong.value.speaker, wrong.value.speaker_start_char, wrong.value.cue) == (
        "",
        None,
        "dit",
    )
    assert without_speaker(seen) == ("unnamed", "colon")
    assert wrong.value.confidence == round(chance(quote_weights().score(("unnamed", "colon"))), 2)
    right = JudgedQuote(3, 9, "dit", "Léo Roy", 0, seen, 1.0).mention()
    assert (right.value.speaker, right.value.speaker_start_char) == ("Léo Roy", 0)
    assert right.value.confidence == round(chance(1.0), 2)


def test_the_nearest_case_is_surer_than_a_far_one():
    near = judged("Léo Roy a dit : « Nous ne céderons rien. »")[0]
    far = judged(
        "Léo Roy dort.\nAnna Corvel dort. « Nous ne céderons rien de ce que nous avons. »"
    )[0]
    assert chance(near.odds) > 0.8 > chance(far.odds)
