"""A wrong setting is one sentence: what it is, what would be right, and the nearest name."""

import pytest
from hemicycle.settings import SettingsError, make_settings


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"worker": 2}, "There is no setting 'worker'; did you mean workers?"),
        ({"fields": {"texts": "a"}}, "There is no setting 'fields.texts'; did you mean text?"),
        ({"mot": 1}, "There is no setting 'mot'."),
        ({"workers": 0}, "workers is 0; it must be at least 1."),
        ({"workers": "deux"}, "workers is 'deux'; it must be a whole number."),
        (
            {"layout": "folder"},
            "layout is 'folder'; it must be one of folders, parquet; did you mean folders?",
        ),
        ({"date": "2024-13-45"}, "date is '2024-13-45'; it must be a day such as 2025-12-31."),
        (
            {"country": "france"},
            "country is 'france'; it must be two capital letters (ISO 3166: FR, SN, CA).",
        ),
        (
            {"cluster": "ici"},
            "cluster is 'ici'; it must be local, tcp://host:port or tls://host:port.",
        ),
        (
            {"metadata": "absent.csv"},
            "metadata is 'absent.csv'; it must be the path of a file that exists.",
        ),
        ({"limits": {"pages": -1}}, "limits.pages is -1; it must be more than 0."),
        ({"limits": 3}, "limits is 3; it must be a table of settings."),
        ({"force": "peut-être"}, "force is 'peut-être'; it must be true or false."),
    ],
)
def test_what_is_said_of_a_wrong_setting(given, said):
    with pytest.raises(SettingsError) as caught:
        make_settings(given)
    assert str(caught.value) == said


def test_the_place_of_a_wrong_setting_is_said():
    with pytest.raises(SettingsError, match=r"workers is 0 in hemicycle\.toml; it must"):
        make_settings({"workers": 0}, " in hemicycle.toml")
