"""Organisations and places of a user's own: known in a run, checked, part of what is stale."""

import hemicycle
import pytest
from hemicycle.running.own_names import read_own_names
from hemicycle.settings import SettingsError

HEADER = "name,kind,country,acronym,aliases,entity_id\n"
OWN = (
    HEADER
    + "Ligue des passeurs,association,TG,LPZ,Passeurs du lac,\n"
    + "Lorvaux-les-Digues,commune,TG,,Lorvaux,lieu-7\n"
    + "Plaine de Corvel,place,TG,,,\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "texte.txt").write_text(
        "La Ligue des passeurs se réunit à Lorvaux. La LPZ attend des bateaux et des rames.\n",
        encoding="utf-8",
    )
    (tmp_path / "names.csv").write_text(OWN, encoding="utf-8")
    return tmp_path


def read(folder, **settings):
    output = folder / "outputs"
    hemicycle.run(folder / "texte.txt", output=output, country="TG", **settings)
    frames = hemicycle.read(output)
    bodies = frames.organisations[["text", "name", "kind", "entity_id"]].values.tolist()
    return bodies, frames.places[["text", "entity_id"]].values.tolist()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_knows_them(folder, workers):
    bodies, places = read(folder, names=folder / "names.csv", workers=workers)
    league = ["Ligue des passeurs", "association", "tg:ligue-des-passeurs"]
    assert bodies == [["Ligue des passeurs", *league], ["LPZ", *league]]
    assert places == [["Lorvaux", "lieu-7"]]


def test_a_changed_file_is_read_anew(folder):
    read(folder, names=folder / "names.csv")
    (folder / "names.csv").write_text(OWN.replace("lieu-7", "lieu-8"), encoding="utf-8")
    _, places = read(folder, names=folder / "names.csv")
    assert places == [["Lorvaux", "lieu-8"]]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name,country\nLigue,TG\n", "has no column 'kind'"),
        (HEADER + "Ligue,club,TG,,,\n", "line 2: 'club' is no kind"),
        (HEADER + "Ligue,association,Togo,,,\n", "line 2: 'Togo' is no country"),
        (HEADER + ",association,TG,,,\n", "line 2: name and kind must not be empty"),
    ],
)
def test_a_bad_file_is_told(tmp_path, text, says):
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=says):
        read_own_names(path)
