import os
import sys
from pathlib import Path

import hemicycle
import pytest
import spacy
from hemicycle.kinds import registry as kinds
from hypothesis import settings
from spacy.language import Language

# The sentences that are asked for are the English ones, whatever the machine speaks.
os.environ["HEMICYCLE_LANGUAGE"] = "en"
# How long an example takes says how busy the machine is; speed is measured in benchmarks/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def calls_of():
    """Counts the calls of functions, Python's and C's, that some work makes."""

    def count(work):
        calls = 0

        def note(frame, event, argument):
            nonlocal calls
            calls += event in ("call", "c_call")

        sys.setprofile(note)
        try:
            work()
        finally:
            sys.setprofile(None)
        return calls

    return count


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    return hemicycle.load()


@pytest.fixture
def blank() -> Language:
    """French tokens and nothing else."""
    kinds.register()
    return spacy.blank("fr")


@pytest.fixture(scope="session")
def corpus_run(tmp_path_factory):
    """The outputs of a run on ``corpus/`` in every format; tests only read them."""
    outputs = tmp_path_factory.mktemp("run") / "outputs"
    hemicycle.run(Path(__file__).parent.parent / "corpus", output=outputs, xlsx=True, parquet=True)
    return outputs
