"""Every feature of a function alone holds in its example, and what is unlikely gets no row."""

import pytest
from hemicycle.annotation.linear import chance, log_odds
from hemicycle.annotation.people.component import PeopleFinder
from hemicycle.annotation.people.role_features import ROLE_FEATURES
from hemicycle.annotation.people.weights import role_weights


@pytest.mark.parametrize("feature", ROLE_FEATURES, ids=lambda feature: feature.name)
def test_a_feature_holds_in_its_example(feature):
    text = feature.example.replace("[", "").replace("]", "")
    start = feature.example.index("[")
    [role] = [role for role in PeopleFinder().judge(text, []).roles if role.start == start]
    assert feature.name in role.seen
    assert role.odds == pytest.approx(role_weights().score(role.seen))


def test_every_feature_has_a_weight_and_no_other_has():
    assert sorted(role_weights().of) == sorted(feature.name for feature in ROLE_FEATURES)


def test_the_only_person_named_is_not_taken_for_whoever_is_spoken_of():
    text = "Paul Corvel a dormi. Puis le maire est parti."
    assert [m.value.mention for m in PeopleFinder().mentions(text, [])] == ["name"]
    low = PeopleFinder(threshold=0.2).mentions(text, [])
    assert [(m.value.name, m.value.mention) for m in low] == [
        ("Paul Corvel", "name"),
        ("Paul Corvel", "role"),
    ]
    assert low[1].value.confidence < 0.5 < low[0].value.confidence


def test_the_confidence_is_the_chance_of_the_odds():
    judged = PeopleFinder().judge("Le maire Paul Corvel dort. Le maire est las.", [])
    assert judged.mentions[-1].value.confidence == round(chance(judged.roles[-1].odds), 2)
    assert chance(0) == 0.5 and chance(-1000) == 0 and chance(1000) == 1
    assert chance(log_odds(0.7)) == pytest.approx(0.7)
    assert (log_odds(0), log_odds(1)) == (-float("inf"), float("inf"))
