"""The notebook of the docs runs from top to bottom on the outputs of the README's first line."""

import shutil
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def test_the_tour_runs(corpus_run, tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "outputs").symlink_to(corpus_run)
    notebook = shutil.copy(DOCS / "tour.ipynb", tmp_path / "docs")
    command = [sys.executable, "-m", "pytest", "--nbmake", "-p", "no:cacheprovider", notebook]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
