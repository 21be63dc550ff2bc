"""What is made of ``models/`` is kept for one knowledge, never for the whole process."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "pipeline"
# Where words come from.
SOURCES = {f"hemicycle.knowledge.use.{name}" for name in ("current", "load_csv", "load_toml")} | {
    "hemicycle.annotation.people.grammar.small_words"
}
# Kept for the process on purpose: keyed by the variable, and by the knowledge itself.
MEANT = {
    "hemicycle.knowledge.use._of_folder_named",
    "hemicycle.running.rows._reader",
}


def definitions():
    """Each function, class and constant at the top of a module: its decorators, what it names."""
    for path in SOURCE.rglob("*.py"):
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                names = [node.name]
            elif isinstance(node, ast.Assign):
                names = [one.id for one in node.targets if isinstance(one, ast.Name)]
            else:
                continue
            used = {
                imported.get(one.id, f"{module}.{one.id}")
                for one in ast.walk(node)
                if isinstance(one, ast.Name)
            }
            decorators = [ast.unparse(one) for one in getattr(node, "decorator_list", [])]
            for name in names:
                yield f"{module}.{name}", decorators, used


def reaching(wanted, uses):
    """All definitions that name one of some names, or a definition that does."""
    found = set(wanted)
    while more := {name for name, used in uses.items() if used & found} - found:
        found |= more
    return found


def test_no_cache_outlives_the_knowledge_that_it_was_made_of():
    all_of_them = list(definitions())
    knowing = reaching(SOURCES, {name: used for name, _, used in all_of_them})
    cached = {
        name
        for name, decorators, _ in all_of_them
        if any(one.startswith(("cache", "lru_cache")) for one in decorators)
    }
    assert len(cached) > 10
    assert "hemicycle.annotation.people.role_words.head_noun" in knowing
    assert cached & knowing <= MEANT
    assert [
        (name, one)
        for name, decorators, _ in all_of_them
        for one in decorators
        if "per_knowledge" in one and name not in knowing
    ] == []
