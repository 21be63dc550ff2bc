import shutil

import pytest
from hemicycle.resources import models_folder


@pytest.fixture(scope="session")
def other_models(tmp_path_factory):
    """A copy of ``models/`` with a month, a function, a branch and an exclamation of its own."""
    folder = tmp_path_factory.mktemp("other") / "models"
    shutil.copytree(models_folder(), folder, ignore=shutil.ignore_patterns("gold", "report"))
    change(folder / "lexicons/dates.toml", "[months]\n", "[months]\nzorglembre = 3\n")
    roles = folder / "lexicons/people/roles.toml"
    change(roles, "[heads]\nstate = [\n", '[heads]\nstate = [\n  "zorglubier",\n')
    grammar = folder / "lexicons/people/grammar.toml"
    change(grammar, "exclamations = [", 'exclamations = [\n  "zorglub",')
    with (folder / "lexicons/sectors.csv").open("a", encoding="utf-8") as lexicon:
        lexicon.write("zorglubage,A,,\n")
    return folder


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
