"""Makes small mistakes in the code, one at a time, and tells which of them no test notices.

    python maintenance/mutants.py                                # 20 mutants of the annotation
    python maintenance/mutants.py --number 40 --seed 7 --under pipeline/hemicycle/ingestion

A mutant is one change of one expression: a comparison, a sign, a number, a boolean word, a returned
value, a `not`, a `continue`. The places are drawn at random from all that could be changed. Each
mutant lives in a copy of the repository. The tests nearest to its module come first, and the first
failure ends it. Exit code: 0 if at least 19 of 20 mutants were noticed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_COPIED = ("pipeline", "models", "tests", "corpus", "docs", "maintenance", "benchmarks")
_PAGES = ("README.md", "LISEZMOI.md", "CHANGELOG.md")
_FILES = ("pyproject.toml", *_PAGES, "LICENSE", "constraints.txt")
_WANTED_SHARE = 0.95
_SECONDS = 900
_COMPARISONS = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
}
_SIGNS = {ast.Add: "-", ast.Sub: "+", ast.Mult: "+", ast.Div: "*"}
_WORDS = {ast.And: "or", ast.Or: "and"}


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change of one file.

    Attributes:
        path: the file, relative to the repository.
        start: first byte that is replaced.
        end: one past the last byte that is replaced.
        line: number of the line it begins on, from 1.
        replacement: what stands there instead.
    """

    path: Path
    start: int
    end: int
    line: int
    replacement: str

    def apply(self, root: Path) -> bytes:
        """Make the change below a folder; gives the bytes that stood in the file before."""
        before = (root / self.path).read_bytes()
        changed = before[: self.start] + self.replacement.encode() + before[self.end :]
        (root / self.path).write_bytes(changed)
        return before

    def described(self) -> str:
        """Where it is, what stood there and what stands there now."""
        before = (ROOT / self.path).read_bytes()[self.start : self.end].decode()
        return f"{self.path}:{self.line}: {before!r} -> {self.replacement!r}"


def main() -> int:
    """Draw mutants, test each, and report; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--number", type=int, default=20, help="how many mutants")
    parser.add_argument("--seed", type=int, default=1, help="of the draw")
    parser.add_argument(
        "--under", default="pipeline/hemicycle/annotation", help="folder of the code"
    )
    parser.add_argument("--only", action="append", default=[], help="tests to run, default all")
    arguments = parser.parse_args()
    places = [found for path in sources(arguments.under) for found in mutations(path)]
    drawn = random.Random(arguments.seed).sample(places, min(arguments.number, len(places)))
    print(f"{len(drawn)} of {len(places)} possible mutants of {arguments.under}")
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="hemicycle-mutants-") as folder:
        copy = Path(folder)
        _copy(copy)
        for mutation in drawn:
            noticed = _noticed(mutation, copy, arguments.only)
            survivors += not noticed
            print(f"{'noticed ' if noticed else 'SURVIVED'} {mutation.described()}", flush=True)
    print(f"{len(drawn) - survivors} of {len(drawn)} noticed")
    return int(len(drawn) - survivors < _WANTED_SHARE * len(drawn))


def sources(under: str) -> list[Path]:
    """The Python files below a folder, relative to the repository, sorted."""
    return sorted(path.relative_to(ROOT) for path in (ROOT / under).rglob("*.py"))


def mutations(path: Path) -> Iterator[Mutation]:
    """Every change that can be made in a file."""
    data = (ROOT / path).read_bytes()
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def at(line: int, column: int) -> int:
        return starts[line - 1] + column

    def between(left: ast.expr, right: ast.expr) -> tuple[int, int]:
        """Where the operator between two expressions stands."""
        start = at(left.end_lineno or 0, left.end_col_offset or 0)
        end = at(right.lineno, right.col_offset)
        text = data[start:end]
        return start + len(text) - len(text.lstrip(b" \n)")), start + len(text.rstrip(b" \n("))

    for node in _mutable(ast.parse(data)):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARISONS:
            start, end = between(node.left, node.comparators[0])
            yield Mutation(path, start, end, node.lineno, _COMPARISONS[type(node.ops[0])])
        elif isinstance(node, ast.BoolOp):
            start, end = between(node.values[0], node.values[1])
            yield Mutation(path, start, end, node.lineno, _WORDS[type(node.op)])
        elif isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
            start, end = between(node.left, node.right)
            yield Mutation(path, start, end, node.lineno, _SIGNS[type(node.op)])
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            start = at(node.lineno, node.col_offset)
            yield Mutation(path, start, start + len("not "), node.lineno, "")
        elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            start, end = at(node.lineno, node.col_offset), at(node.end_lineno, node.end_col_offset)
            yield Mutation(path, start, end, node.lineno, _other(node.value))
        elif isinstance(node, ast.Return) and node.value is not None:
            value = node.value
            if not (isinstance(value, ast.Constant) and value.value is None):
                start = at(value.lineno, value.col_offset)
                end = at(value.end_lineno or 0, value.end_col_offset or 0)
                yield Mutation(path, start, end, node.lineno, "None")
        elif isinstance(node, ast.Continue):
            start = at(node.lineno, node.col_offset)
            yield Mutation(path, start, start + len("continue"), node.lineno, "break")


def _mutable(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a tree that do something when it runs: no annotations, decorators, imports."""
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _never_run(child):
                yield child
                yield from _mutable(child)


def _never_run(node: ast.AST) -> bool:
    """Whether it is for types alone, or an f-string, whose parts have no places in Python 3.11."""
    test = getattr(node, "test", None)
    types = isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"
    return types or isinstance(node, ast.JoinedStr)


def _other(value: float) -> str:
    if isinstance(value, bool):
        return str(not value)
    return str(value + 1) if isinstance(value, int) else str(value * 1.5 + 0.1)


def _copy(folder: Path) -> None:
    skipped = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in _COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=skipped)
    for name in _FILES:
        shutil.copy(ROOT / name, folder / name)


def _noticed(mutation: Mutation, copy: Path, only: list[str]) -> bool:
    """Whether a test fails, or does not come to an end, with the change made."""
    before = mutation.apply(copy)
    try:
        for tests in [only] if only else _rounds(mutation.path):
            command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
            environment = {
                **os.environ,
                "PYTHONPATH": str(copy / "pipeline"),
                "PYTHONDONTWRITEBYTECODE": "1",
            }
            try:
                done = subprocess.run(
                    command,
                    cwd=copy,
                    env=environment,
                    capture_output=True,
                    check=False,
                    timeout=_SECONDS,
                )
            except subprocess.TimeoutExpired:
                return True
            if done.returncode not in (0, 5):
                return True
        return False
    finally:
        (copy / mutation.path).write_bytes(before)


def _rounds(path: Path) -> list[list[str]]:
    """The tests in the order in which they are likely to notice: nearest, whole texts, all."""
    near = ROOT / "tests" / path.relative_to("pipeline/hemicycle").parent
    rounds = [["-n", "0", str(near.relative_to(ROOT))]] if near.is_dir() else []
    return [*rounds, ["-n", "0", "tests/test_snapshot.py"], ["tests"]]


if __name__ == "__main__":
    sys.exit(main())
