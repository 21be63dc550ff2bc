"""Data walks one way: no room imports a later one, and no two modules import each other."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "pipeline" / "hemicycle"
# The order in which data walks; the loose modules come first and are asked by all.
ROOMS = [
    "version",
    "values",
    "messages",
    "document",
    "settings",
    "own_files",
    "resources",
    "batches",
    "knowledge",
    "regular_files",
    "output_marks",
    "addresses",
    "folding",
    "foreign_lines",
    "ingestion",
    "reading",
    "kinds",
    "annotation",
    "tables",
    "outputs",
    "aggregation",
    "exploring",
    "export",
    "report",
    "notebook",
    "running",
    "explaining",
    "evaluation",
    "cli",
    "__init__",
    "__main__",
]


def imported():
    """The modules of the package that each of them imports, wherever in its code."""
    names = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        names[".".join(part for part in parts if part != "__init__")] = path
    found = {}
    for name, path in names.items():
        found[name] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    full = f"{node.module}.{alias.name}"
                    found[name].add(full if full in names else node.module)
            elif isinstance(node, ast.Import):
                found[name] |= {alias.name for alias in node.names}
        found[name] = {other for other in found[name] if other in names and other != name}
    return found


def room(module):
    return [*module.split("."), "__init__"][1]


def test_every_module_lies_in_a_room():
    assert {room(module) for module in imported()} == set(ROOMS)


def test_no_room_imports_a_later_one():
    wrong = [
        f"{module} imports {other}"
        for module, others in imported().items()
        for other in others
        if ROOMS.index(room(other)) > ROOMS.index(room(module)) and room(other) != "__init__"
    ]
    assert wrong == []


def test_no_modules_import_each_other():
    # It raises a CycleError that names them.
    list(TopologicalSorter(imported()).static_order())


def test_no_folder_has_logic_in_its_init():
    wrong = [
        path.parent.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("__init__.py")
        if path.parent != SOURCE
        and any(
            isinstance(node, ast.FunctionDef | ast.ClassDef)
            for node in ast.parse(path.read_text(encoding="utf-8")).body
        )
    ]
    assert wrong == []
