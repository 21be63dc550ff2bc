import pytest
import spacy
from spacy.language import Language

import pipeline
from pipeline.language import register_attributes


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    return pipeline.load()


@pytest.fixture
def blank() -> Language:
    """French tokens and nothing else."""
    register_attributes()
    return spacy.blank("fr")
