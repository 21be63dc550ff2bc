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
