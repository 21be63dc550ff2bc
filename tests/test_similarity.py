"""Copies and near-copies are found, whatever the order in which texts were read."""

from hemicycle.ingestion.similarity import Duplicates, signature
from hemicycle.outputs.csvfiles import read_rows
from hemicycle.running import stages
from hemicycle.settings import make_settings

WORDS = [f"mot{n % 97}x{n % 89}" for n in range(400)]
TEXT = " ".join(WORDS)


def test_the_same_words_are_a_copy_and_other_words_are_not():
    duplicates = Duplicates()
    assert duplicates.original_of("a", signature(TEXT)) == ("", 0)
    assert duplicates.original_of("b", signature(TEXT.upper() + " !")) == ("a", 1)
    assert duplicates.original_of("c", signature(" ".join(reversed(WORDS)))) == ("", 0)


def test_a_few_other_words_make_a_near_copy():
    duplicates = Duplicates()
    duplicates.original_of("a", signature(TEXT))
    changed = WORDS.copy()
    for place in (50, 150, 250):
        changed[place] = "autre"
    original, share = duplicates.original_of("b", signature(" ".join(changed)))
    assert original == "a"
    assert 0.85 < share < 1


def test_the_share_is_near_the_true_one():
    half = " ".join([*WORDS[:200], *(f"neuf{n}" for n in range(200))])
    duplicates = Duplicates(least=0.1)
    duplicates.original_of("a", signature(TEXT))
    assert abs(duplicates.original_of("b", signature(half))[1] - 1 / 3) < 0.15


def test_texts_without_words_are_no_copies_of_each_other():
    duplicates = Duplicates()
    assert duplicates.original_of("a", signature("…")) == ("", 0)
    assert duplicates.original_of("b", signature("—")) == ("", 0)


def test_copies_are_flagged_in_the_table_of_documents(tmp_path):
    for name in ("c", "a", "b"):
        (tmp_path / f"{name}.txt").write_text("Le port de Kerlévan rouvre au printemps prochain.")
    (tmp_path / "d.txt").write_text("La criée ferme ses portes.")
    settings = make_settings({"output": tmp_path / "sortie"})
    stages.ingest([str(tmp_path / f"{name}.txt") for name in "dcba"], settings)
    stages.aggregate(settings)
    rows = list(read_rows(tmp_path / "sortie" / "corpus" / "documents.csv"))
    assert [(row["doc_id"], row["duplicate_of"], row["similarity"]) for row in rows] == [
        ("a", "", ""),
        ("b", "a", "1.00"),
        ("c", "a", "1.00"),
        ("d", "", ""),
    ]


def test_a_formula_that_all_share_hides_no_near_copy():
    formula = " ".join(f"formule{n}" for n in range(30))
    bodies = [" ".join(f"corps{d}x{n}" for n in range(200)) for d in range(400)]
    duplicates = Duplicates()
    for number, body in enumerate(bodies):
        assert duplicates.original_of(f"d{number:03}", signature(f"{formula} {body}")) == ("", 0)
    copy = signature(f"{formula} {bodies[350].replace('corps350x7 ', 'autre ')}")
    assert duplicates.original_of("e", copy)[0] == "d350"
    again = signature(f"{formula} {bodies[399]}")
    assert duplicates.original_of("f", again) == ("d399", 1)
