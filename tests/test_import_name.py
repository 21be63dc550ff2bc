"""The package is found under its name alone, whatever lies beside the texts."""

import subprocess
import sys

import hemicycle

BLANK = (
    "import spacy; nlp = spacy.blank('fr'); nlp.add_pipe('hemicycle_dates'); "
    "doc = nlp('Le 3 mars 2025.'); print(doc.spans['dates'][0]._.timex.value)"
)


def test_a_file_of_the_user_hides_nothing(tmp_path):
    for name in ("pipeline.py", "models.py", "settings.py", "run.py", "tables.py"):
        (tmp_path / name).write_text("raise ImportError('a file of the user')", encoding="utf-8")
    for code in ("import hemicycle.running.stages", BLANK):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "2025-03-03"


def test_the_types_that_users_meet_are_exported():
    for name in hemicycle.__all__:
        assert getattr(hemicycle, name) is not None
    assert hemicycle.Document.__module__ == "hemicycle.document"


def test_no_room_hides_a_function():
    import hemicycle.cli.app
    import hemicycle.running.stages

    assert callable(hemicycle.run)
    assert callable(hemicycle.load)
