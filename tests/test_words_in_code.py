"""French words stand in `models/`, not in the code: what a rule asks for, a lexicon lists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import simplemma
from hemicycle.knowledge.use import load_csv

PACKAGE = Path(__file__).parents[1] / "pipeline" / "hemicycle"
WORD = re.compile(r"[a-zà-öø-ÿœ]+(?:[-'’ ][a-zà-öø-ÿœ]+)*'?")
# Lists that may stand, by file: names of an outside standard; how words are inflected.
KEPT = {
    "annotation/laws/identifiers.py": "types of texts in the ELI of France",
    "annotation/keywords/candidates.py": "infinitives and imperfects, by their endings",
    "reading/verbs.py": "endings of verbs",
}
# What asks for words by their features may name them by their lemmas.
ASKING = {"closed", "listed", "small_words", "endings", "rule"}


def is_french(word: str, forms: frozenset[str]) -> bool:
    """Whether a word is one of a closed class, or of French and no other word of English."""
    if word in forms:
        return True
    parts = word.split() if WORD.fullmatch(word) else []
    if not parts or all(simplemma.is_known(part, "en") for part in parts):
        return False
    return all(part in forms or simplemma.is_known(part, "fr") for part in parts)


def lists_of(tree: ast.AST) -> list[tuple[int, list[str]]]:
    """The line and the strings of each list that the code writes out, or compares with."""
    asked = {
        id(part)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ASKING
        for part in ast.walk(call)
    }
    found = []
    for node in ast.walk(tree):
        if id(node) in asked:
            continue
        parts: list[ast.expr] = []
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            parts = node.elts
        elif isinstance(node, ast.Dict):
            parts = [key for key in node.keys if key is not None]
        elif isinstance(node, ast.Call):
            parts = node.args
        words = [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)]
        if len(words) > 1:
            found.append((node.lineno, words))
    return found


@pytest.mark.parametrize("room", ["annotation", "reading"])
def test_no_list_of_french_words_stands_in_the_code(room):
    forms = frozenset(row["form"] for row in load_csv("lexicons", "grammar.csv"))
    found = {}
    for path in sorted((PACKAGE / room).rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for line, words in lists_of(ast.parse(path.read_text(encoding="utf-8"))):
            french = [word for word in words if is_french(word, forms)]
            if len(french) > 1 and name not in KEPT:
                found[f"{name}:{line}"] = french
    assert found == {}


@pytest.mark.parametrize("room", ["annotation", "reading"])
def test_no_rule_compares_with_a_little_word(room):
    forms = frozenset(row["form"] for row in load_csv("lexicons", "grammar.csv"))
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {side.value}"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        for side in (node.left, *node.comparators)
        if isinstance(side, ast.Constant) and side.value in forms - {"point"}
    ]
    assert found == []


def test_what_is_found_and_what_is_not():
    forms = frozenset(["de", "et"])
    code = """a = {"de", "et"}
b = closed("preposition", lemma=("de", "et"))
c = x in ("country", "region")
d = {"âgé": 1, "âgée": 2}
"""
    told = ([w for w in words if is_french(w, forms)] for _, words in lists_of(ast.parse(code)))
    assert sorted(filter(None, told)) == [["de", "et"], ["âgé", "âgée"]]
