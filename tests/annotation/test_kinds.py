"""Whatever a component leaves has its kind, its table and its attribute."""

from hemicycle.kinds import registry as kinds
from hemicycle.tables.registry import DOCUMENT_TABLES
from spacy.tokens import Span


def test_each_table_of_a_document_is_of_one_kind():
    groups = [kind.name for kind in kinds.MENTIONS]
    attributes = [kind.name for kind in kinds.TAGS]
    assert sorted(groups + attributes) == sorted(table.name for table in DOCUMENT_TABLES)


def test_each_group_that_the_components_leave_is_of_one_kind(nlp):
    doc = nlp("Le 3 mars 2025, la ministre Aude Marchal a promis 3 millions d’euros aux écoles.")
    assert set(doc.spans) == {kind.name for kind in kinds.MENTIONS}


def test_registering_declares_every_attribute(blank):
    assert all(Span.has_extension(kind.attribute) for kind in kinds.MENTIONS)
