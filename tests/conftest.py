from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import pipeline
from pipeline.annotation import kinds


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    return pipeline.load()


@pytest.fixture
def blank() -> Language:
    """French tokens and nothing else."""
    kinds.register()
    return spacy.blank("fr")


@pytest.fixture(scope="session")
def corpus_run(tmp_path_factory):
    """The outputs of a run on ``corpus/`` in every format; tests only read them."""
    outputs = tmp_path_factory.mktemp("run") / "outputs"
    pipeline.run(Path(__file__).parent.parent / "corpus", output=outputs, xlsx=True, parquet=True)
    return outputs
