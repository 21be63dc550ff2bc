import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hemicycle import resources
from hemicycle.knowledge.use import load_toml

ROOT = Path(__file__).parent.parent
SAY = "from hemicycle.resources import models_folder; print(models_folder())"


def folder_seen_from(place, **environment):
    done = subprocess.run(
        [sys.executable, "-S", "-c", SAY],
        cwd=place,
        env={"PYTHONPATH": str(place), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(done.stdout.strip())


def test_a_checkout():
    assert folder_seen_from(ROOT / "pipeline") == ROOT / "models"


def test_a_wheel(tmp_path):
    from hatchling.builders.wheel import WheelBuilder

    [wheel] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    assert "hemicycle/py.typed" in names
    assert not [name for name in names if "/gold/" in name or name.startswith("tests")]
    place = tmp_path / "site"
    assert folder_seen_from(place) == place / "hemicycle" / "models"
    assert (place / "hemicycle" / "models" / "lexicons").is_dir()


def test_an_editable_wheel(tmp_path):
    from hatchling.builders.wheel import WheelBuilder

    [wheel] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["editable"])
    with zipfile.ZipFile(wheel) as archive:
        [pth] = [name for name in archive.namelist() if name.endswith(".pth")]
        place = Path(archive.read(pth).decode().strip())
    assert folder_seen_from(place) == ROOT / "models"


def test_a_source_distribution(tmp_path):
    from hatchling.builders.sdist import SdistBuilder

    [sdist] = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "src", filter="data")
    [place] = (tmp_path / "src").iterdir()
    assert folder_seen_from(place / "pipeline") == place / "models"


def test_a_folder_of_ones_own(tmp_path, monkeypatch):
    assert folder_seen_from(ROOT / "pipeline", HEMICYCLE_MODELS=str(tmp_path)) == tmp_path
    monkeypatch.setenv("HEMICYCLE_MODELS", str(tmp_path / "absent"))
    with pytest.raises(resources.ResourceError, match="not a folder"):
        resources.models_folder()


def test_a_broken_lexicon_is_named(tmp_path, monkeypatch):
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "x.toml").write_text("a = [", encoding="utf-8")
    monkeypatch.setenv("HEMICYCLE_MODELS", str(tmp_path))
    with pytest.raises(resources.ResourceError, match=r"x\.toml is not valid TOML"):
        load_toml("lexicons", "x.toml")
    with pytest.raises(resources.ResourceError, match=r"y\.toml is missing"):
        load_toml("lexicons", "y.toml")
