"""What the markup of a source says of who speaks reaches the rows of turns."""

import hemicycle
import pytest
from hemicycle.annotation.speeches.presented import Presented
from hemicycle.document import Document, Member

MEMBERS = (
    Member("Awa Roy", "ministre de la Mer", "GM"),
    Member("Paul de Corvel", "", "UPP"),
    Member("Luc Roux", "", "A"),
    Member("Ida Roux", "", "B"),
)


@pytest.fixture
def presented():
    return Presented(MEMBERS)


def test_a_member_has_a_function_and_a_group(presented):
    assert (presented.role_of("awa roy"), presented.group_of("Awa Roy")) == (
        "ministre de la Mer",
        "GM",
    )
    assert (presented.role_of("Nobody"), presented.group_of("")) == ("", "")


def test_a_surname_is_one_members_or_nobodys(presented):
    assert presented.name_of("de Corvel") == "Paul de Corvel"
    assert presented.name_of("Roux") == "Roux"
    assert presented.name_of("Awa Roy") == "Awa Roy"
    assert presented.name_of("") == ""


def test_the_turns_have_what_the_source_tells():
    nlp = hemicycle.load(["ner", "hemicycle_people", "hemicycle_speeches"])
    doc = nlp.make_doc("Awa Roy : La mer monte.\n\nPaul de Corvel : Elle baisse.\n\nAwa Roy : Non.")
    assert doc._.members == ()
    doc._.members = MEMBERS
    turns = [span._.speech for span in nlp(doc).spans["speeches"]]
    assert [(t.speaker, t.role, t.group) for t in turns] == [
        ("Awa Roy", "ministre de la Mer", "GM"),
        ("Paul de Corvel", "", "UPP"),
        ("Awa Roy", "ministre de la Mer", "GM"),
    ]
    assert type(doc)(nlp.vocab).from_bytes(doc.to_bytes())._.members == MEMBERS


def test_they_are_kept_with_the_document():
    document = Document("a", "x", "a.xml", "", members=MEMBERS)
    assert Document.from_json(document.to_json(), "x") == document
