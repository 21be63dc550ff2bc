"""What of the program makes the outputs is seen by a run that it would change."""

import ast
import shutil
import sys
import zipfile
from pathlib import Path

import hemicycle
import pytest
from hemicycle.outputs import marks, program
from hemicycle.running import plan as resuming
from hemicycle.running import stages
from hemicycle.settings import make_settings

PACKAGE = Path(hemicycle.__file__).parent
# Names under which libraries are imported that are not those under which they are installed.
IMPORTED = {
    "dateutil": "python-dateutil",
    "markdown_it": "markdown-it-py",
    "mdit_py_plugins": "mdit-py-plugins",
    "upath": "universal-pathlib",
    "yaml": "pyyaml",
    "charset_normalizer": "charset-normalizer",
}
# Of these no behaviour stands in an output: they lock, check settings, keep what they are given.
HARMLESS = {"filelock", "platformdirs", "pydantic", "pyarrow", "threadpoolctl"}


@pytest.fixture
def copy(tmp_path):
    target = tmp_path / "kopie" / PACKAGE.name
    shutil.copytree(PACKAGE, target, ignore=shutil.ignore_patterns("__pycache__", "models"))
    return target


def hashes(package):
    return {part: program.code_hash(package, over) for part, over in program._PASSED_OVER.items()}


@pytest.mark.parametrize(
    ("file", "parts"),
    [
        ("annotation/dates/reader.py", {"rows", "corpus"}),
        ("ingestion/cleaning/text.py", {"documents", "corpus"}),
        ("aggregation/counting.py", {"corpus"}),
        ("report/assets/style.css", {"corpus"}),
        ("outputs/csvfiles.py", {"documents", "rows", "corpus"}),
        ("tables/documents.py", {"documents", "rows", "corpus"}),
        ("neuf.py", {"documents", "rows", "corpus"}),
        ("cli/app.py", set()),
    ],
)
def test_a_changed_file_changes_what_it_makes(copy, file, parts):
    before = hashes(copy)
    with (copy / file).open("a", encoding="utf-8") as handle:
        handle.write("\n")
    after = hashes(copy)
    assert {part for part in before if before[part] != after[part]} == parts


def test_a_zipped_package_is_the_same_code(copy, tmp_path):
    path = tmp_path / "paquet.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for file in sorted(copy.rglob("*")):
            packed.write(file, file.relative_to(copy.parent))
    assert hashes(zipfile.Path(path, f"{copy.name}/")) == hashes(copy)


def test_compiled_files_and_data_are_no_code(copy):
    before = hashes(copy)
    for name in ("__pycache__/cli.cpython-311.pyc", "vieux.pyc", "models/lexicons/units.toml"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(b"x")
    assert hashes(copy) == before


def test_what_is_passed_over_exists():
    for names in program._PASSED_OVER.values():
        assert [name for name in names if not (PACKAGE / name).exists()] == []


def imported(name):
    """The modules that a file of the package imports."""
    for node in ast.walk(ast.parse((PACKAGE / name).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules_of(part):
    names = [name for name, _ in program._files(PACKAGE, program._PASSED_OVER[part])]
    return [name for name in names if name.endswith(".py")]


@pytest.mark.parametrize("part", program._PASSED_OVER)
def test_every_library_that_is_called_is_counted(part):
    called = {found.partition(".")[0] for name in modules_of(part) for found in imported(name)}
    called -= {*sys.stdlib_module_names, PACKAGE.name, *HARMLESS}
    if part == "documents":
        called -= {"spacy"}  # a type in the declarations of tables
    assert {IMPORTED.get(name, name) for name in called} <= {*program._LIBRARIES[part]}


def test_what_makes_rows_calls_nothing_that_is_passed_over():
    # These two put the parts together.
    together = {"__init__.py", "running/stages.py"}
    leading = {
        (name, found)
        for name in modules_of("rows")
        if name not in together
        for found in imported(name)
        if found.split(".")[:1] == [PACKAGE.name]
        and {found.split(".")[1], f"{'/'.join(found.split('.')[1:])}.py"}
        & (program._DOWNSTREAM | {"ingestion"})
    }
    assert leading == set()


@pytest.fixture
def done(tmp_path):
    (tmp_path / "a.txt").write_text("Le maire Ugo Lanvin parle.", encoding="utf-8")
    settings = make_settings({"output": tmp_path / "out"})
    inputs = [str(tmp_path / "a.txt")]
    stages.run(inputs, settings)
    return lambda: stages.run(inputs, settings)


def changed(monkeypatch, part):
    """As if the code of a part were another one."""
    real = program.fingerprint

    def other(asked):
        return real(asked) + ("changed" if asked == part else "")

    for module in (marks, resuming):
        monkeypatch.setattr(module, "fingerprint", other)


def test_other_code_of_rows_makes_them_anew(done, monkeypatch):
    changed(monkeypatch, "rows")
    assert done().reasons == {"made by other code, models or settings": 1}
    assert done().documents == 0


def test_other_code_of_ingestion_opens_the_sources(done, monkeypatch):
    opened, real = [], stages.read_documents
    monkeypatch.setattr(stages, "read_documents", lambda *args: (opened.append(1), real(*args))[1])
    assert (done().documents, opened) == (0, [])
    changed(monkeypatch, "documents")
    assert (done().documents, opened) == (0, [1])


def test_other_code_of_the_corpus_counts_anew(done, monkeypatch):
    import hemicycle.aggregation.corpus as aggregation

    counted, real = [], aggregation.aggregate
    monkeypatch.setattr(aggregation, "aggregate", lambda *args: (counted.append(1), real(*args))[1])
    assert (done().documents, counted) == (0, [])
    changed(monkeypatch, "corpus")
    assert (done().documents, counted) == (0, [1])
    assert (done().documents, counted) == (0, [1])
