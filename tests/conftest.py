import os
import sys
from functools import cache
from pathlib import Path

import hemicycle
import pytest
import spacy
from hemicycle.annotation import loading
from hemicycle.annotation.quick_start import quick_start
from hemicycle.kinds import registry as kinds
from hemicycle.knowledge.use import current
from hemicycle.running.reader import Reader
from hemicycle.tables.registry import components_for
from hypothesis import settings
from spacy.language import Language

# Who asks spaCy itself for French waits for seconds otherwise.
with quick_start():
    import spacy.lang.fr

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


@cache
def loaded(names, knowledge) -> Language:
    """The pipeline of some components, loaded once with what it knows, which is in use."""
    return loading.load(names)


@pytest.fixture(scope="session", autouse=True)
def runs_share_their_pipelines():
    """A run in this process takes the one that is loaded; others and ``load`` load their own."""

    def load(tables, seconds=0):
        names = components_for(tables, loading.component_names())
        return Reader(loaded(tuple(names), current()), tuple(tables), seconds)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reader, "load", load)
        yield


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    return loaded(tuple(loading.component_names()), current())


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
