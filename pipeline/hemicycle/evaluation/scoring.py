"""Rows against annotations: one to one, and what makes a row right.

How a place and a value are compared, and what is judged apart, is declared by each kind
(:class:`hemicycle.kinds.gold.GoldLetter`); what is annotated of a whole text by its header
(:class:`hemicycle.kinds.gold.GoldHeader`).
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hemicycle.document import Document, Failure
from hemicycle.evaluation.bodies import judged_bodies, read_bodies
from hemicycle.evaluation.gold import Annotation, EvaluationError, GoldDocument, read_gold
from hemicycle.evaluation.measuring import judged_amounts, read_amounts
from hemicycle.evaluation.naming import judged_people, read_people
from hemicycle.evaluation.quoting import judged_quotes, read_quotes
from hemicycle.evaluation.reliability import ReliabilityBin, reliability
from hemicycle.evaluation.sectors import fit_sectors, judged_sectors
from hemicycle.evaluation.sentences import LabelledSentence, read_sentences, tag
from hemicycle.evaluation.topics import judged_documents, judged_later, judged_passages
from hemicycle.folding import fold
from hemicycle.kinds.amounts import AMOUNTS
from hemicycle.kinds.gold import GoldError, GoldHeader, GoldLetter
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.quotes import QUOTES
from hemicycle.kinds.registry import KINDS
from hemicycle.kinds.sectors import SECTORS
from hemicycle.kinds.theme_passages import THEME_PASSAGES
from hemicycle.kinds.wording import same_words
from hemicycle.tables.registry import DOCUMENT_TABLES, Row, Table

_FLOORS = "floors.toml"
# The least share of the longer of two places that both cover.
_LEAST_SHARE = {"any": 0.0, "half": 0.5, "exact": 1.0}
Cells = dict[str, str]


@dataclass(slots=True)
class Tally:
    """How many of the annotated and of the found were right.

    Attributes:
        right: those found that are right.
        gold: the annotated.
        found: the found.
        recalled: those annotated that are right, where they are counted apart.
    """

    right: float = 0
    gold: int = 0
    found: int = 0
    recalled: float | None = None

    @property
    def precision(self) -> float:
        """Right among the found, 1 if nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right among the annotated, 1 if nothing is annotated."""
        right = self.right if self.recalled is None else self.recalled
        return right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Scores:
    """The figures of an evaluation, by measure (``dates value``), and what was wrong."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[str] = field(default_factory=list)
    floors: dict[str, float] = field(default_factory=dict)
    reliability: dict[str, list[ReliabilityBin]] = field(default_factory=dict)
    meant: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def count(self, measure: str, right: int, gold: int, found: int) -> None:
        """Add to a measure."""
        tally = self.tallies[measure]
        tally.right += right
        tally.gold += gold
        tally.found += found

    def count_identity(self) -> None:
        """Add what each table says of identity over all texts: B³, of what is found and annotated.

        Of each mention the share of what is the same thing among those that have the same id
        (precision), and of those that have the same id among what is the same thing (recall):
        Bagga and Baldwin 1998.
        """
        for table, pairs in self.meant.items():
            things, ids = Counter(t for t, _ in pairs), Counter(i for _, i in pairs)
            both = Counter(pairs)
            self.tallies[f"{table} identity"] = Tally(
                sum(n * n / ids[i] for (_, i), n in both.items()),
                len(pairs),
                len(pairs),
                sum(n * n / things[t] for (t, _), n in both.items()),
            )

    def rows(self) -> list[list[str]]:
        """One row a measure: its name, precision, recall, F1, annotated, found."""
        return [
            [
                name,
                f"{t.precision:.3f}",
                f"{t.recall:.3f}",
                f"{t.f1:.3f}",
                str(t.gold),
                str(t.found),
            ]
            for name, t in self.tallies.items()
        ]

    def to_json(self) -> dict[str, Any]:
        """The figures as plain data."""
        return {
            name: {
                "precision": round(t.precision, 4),
                "recall": round(t.recall, 4),
                "f1": round(t.f1, 4),
                "gold": t.gold,
                "found": t.found,
            }
            for name, t in self.tallies.items()
        }

    def below_floors(self) -> list[str]:
        """The measures whose F1 is below its pinned floor, in words."""
        return [
            f"{name} has F1 {self.tallies[name].f1:.3f}, floor {floor:.3f}"
            for name, floor in self.floors.items()
            if self.tallies[name].f1 < floor
        ]


def evaluate_folder(folder: Path | None = None) -> Scores:
    """Read the annotated texts of a folder and compare.

    Args:
        folder: the annotated texts, ``models/gold`` by default (which a wheel does not hold).

    Raises:
        EvaluationError: there are none, or one does not follow the format.
    """
    from hemicycle.resources import models_folder

    folder = folder or models_folder() / "gold"
    golds = read_gold(folder)
    floors_file = folder / _FLOORS
    floors = tomllib.loads(floors_file.read_text(encoding="utf-8")) if floors_file.is_file() else {}
    scores = Scores(floors=floors.get("f1", {}))
    for gold, rows in zip(golds, _read(golds), strict=True):
        score_document(gold, rows, scores)
    scores.count_identity()
    sentences = read_sentences(folder)
    _score_sentences(sentences, scores)
    if any(ORGANISATIONS.name in gold.tables for gold in golds):
        scores.reliability["organisations, places"] = reliability(judged_bodies(read_bodies(golds)))
    if any(PEOPLE.name in gold.tables for gold in golds):
        scores.reliability[PEOPLE.name] = reliability(judged_people(read_people(golds)))
    if quoted := read_quotes(golds):
        scores.reliability[QUOTES.name] = reliability(judged_quotes(quoted))
    if judged := read_amounts(golds):
        scores.reliability[AMOUNTS.name] = reliability(judged_amounts(judged))
    if sentences:
        scores.reliability[THEME_PASSAGES.name] = reliability(judged_passages())
        scores.reliability["first themes"] = reliability(judged_documents())
        scores.reliability["later themes"] = reliability(judged_later())
        scores.reliability[SECTORS.name] = reliability(judged_sectors(fit_sectors(sentences)))
    return scores


def _score_sentences(sentences: list[LabelledSentence], scores: Scores) -> None:
    pairs = list(zip(sentences, tag(sentences), strict=True))
    for sentence, tagged in pairs:
        for name, wanted, found in (
            ("sentences themes", sentence.themes, frozenset(tagged.themes)),
            ("sentences sectors", sentence.sectors, tagged.sectors),
        ):
            scores.count(name, len(wanted & found), len(wanted), len(found))
        if not sentence.themes:
            clean = not tagged.themes
            scores.count("sentences without theme", clean, 1, clean)
    if pairs:
        scores.reliability["themes"] = reliability(
            (score, code in sentence.themes)
            for sentence, tagged in pairs
            for code, score in tagged.themes.items()
        )


def _read(golds: list[GoldDocument]) -> Iterable[dict[str, list[Cells]]]:
    from hemicycle.running.executors.choice import read_all
    from hemicycle.settings import Settings

    tables = {table.name: table for table in DOCUMENT_TABLES}
    documents = [
        Document(
            doc_id=str(index),
            text=gold.text,
            path=gold.name,
            sha256="",
            date=gold.date,
            country=gold.header.get("country", ""),
        )
        for index, gold in enumerate(golds)
    ]
    for document, found in read_all(documents, DOCUMENT_TABLES, Settings()):
        if isinstance(found, Failure):
            raise EvaluationError(f"{document.path}: {found.message}")
        yield {name: _cells(tables[name], rows) for name, rows in found.items()}


def _cells(table: Table, rows: list[Row]) -> list[Cells]:
    return [dict(zip(table.header, row, strict=True)) for row in rows]


def score_document(gold: GoldDocument, rows: dict[str, list[Cells]], scores: Scores) -> None:
    """Add one document's rows to the figures.

    Raises:
        EvaluationError: an annotation does not follow the format.
    """
    for kind in KINDS:
        found = rows.get(kind.name)
        if found is None:
            continue
        if kind.name in gold.tables:
            for letter in kind.letters:
                _score_letter(gold, f"{kind.name}{gold.sample}", letter, found, scores)
        if kind.header and kind.header.key in gold.header:
            _score_header(gold, kind.name, kind.header, found, scores)


def _score_letter(
    gold: GoldDocument, table: str, letter: GoldLetter, rows: list[Cells], scores: Scores
) -> None:
    if letter.rows:
        rows = [row for row in rows if letter.rows(row)]
    wanted = gold.of_letters(letter.letter)
    least = _LEAST_SHARE[letter.overlap]
    pairs = [(a, row) for a, row in _match(wanted, rows) if _share(a, row) >= least]
    right = [(a, row) for a, row in pairs if _same(gold, letter, a, row)]
    if letter.identity:
        scores.meant[table] += [
            (f"{a.fields.get('country', '')} {fold(a.value)}", row[letter.identity])
            for a, row in pairs
        ]
    if letter.spans:
        scores.count(f"{table} {letter.spans}", len(pairs), len(wanted), len(rows))
    if letter.nameable:
        wanted = [a for a in wanted if a.value]
    scores.count(f"{table} {letter.values}", len(right), len(wanted), len(rows))
    _score_fields(table, letter.fields, pairs, scores)
    _note_unpaired(gold, table, wanted, rows, right, scores)


def _same(gold: GoldDocument, letter: GoldLetter, annotation: Annotation, row: Cells) -> bool:
    if letter.nameable and not annotation.value:
        return False
    try:
        return any(letter.same(v, annotation.fields, row) for v in annotation.alternatives)
    except GoldError as error:
        raise EvaluationError(f"{gold.name}: {error}") from error


def _score_fields(
    table: str,
    names: tuple[str, ...],
    pairs: list[tuple[Annotation, Cells]],
    scores: Scores,
) -> None:
    """A field counts as annotated where the annotation names it, as found where the row has it
    on an annotated amount or person of a document in which the field is annotated at all.
    """
    for name in names:
        told = [(a, row) for a, row in pairs if name in a.fields]
        if not told:
            continue
        right = sum(bool(row[name]) and _is_field(a.fields[name], row[name]) for a, row in told)
        found = sum(bool(row[name]) for a, row in told)
        wanted = sum(bool(a.fields[name]) for a, row in told)
        scores.count(f"{table} {name}", right, wanted, found)
        scores.errors += [
            f"{table} {name}: {row['text']!r}: {row[name]!r} instead of {a.fields[name]!r}"
            for a, row in told
            if not _is_field(a.fields[name], row[name])
        ]


def _is_field(wanted: str, found: str) -> bool:
    """Whether a cell is one of the alternatives of an annotated field."""
    return any(same_words(one.strip(), found) for one in wanted.split(" | "))


def _score_header(
    gold: GoldDocument, table: str, header: GoldHeader, rows: list[Cells], scores: Scores
) -> None:
    wanted, found = header.wanted(gold.listed(header.key)), header.found(rows)
    right = set(wanted) & set(found)
    scores.count(header.measure, len(right), len(wanted), len(found))
    if header.first and wanted:
        scores.count(f"{header.measure} first", int(found[:1] == wanted[:1]), 1, 1)
    if set(wanted) != set(found):
        missed, extra = sorted(set(wanted) - right), sorted(set(found) - right)
        scores.errors.append(f"{gold.name} {table}: missed {missed}, extra {extra}")


def _note_unpaired(
    gold: GoldDocument,
    table: str,
    wanted: list[Annotation],
    rows: list[Cells],
    right: list[tuple[Annotation, Cells]],
    scores: Scores,
) -> None:
    good = {(a.start, a.end) for a, _ in right}
    used = {(row["start_char"], row["end_char"]) for _, row in right}
    for a in wanted:
        if (a.start, a.end) not in good:
            context = gold.text[max(0, a.start - 30) : a.end + 30].replace("\n", " ")
            surface = gold.text[a.start : a.end]
            scores.errors.append(f"{gold.name} {table}: wanted {surface!r} = {a.value}: {context}")
    for row in rows:
        if (row["start_char"], row["end_char"]) not in used:
            shown = {k: v for k, v in row.items() if v and k not in _PLACE}
            scores.errors.append(f"{gold.name} {table}: found {row['text']!r} {shown}")


_PLACE = frozenset(("doc_id", "start_char", "end_char", "text", "sentence"))


def _match(wanted: list[Annotation], rows: list[Cells]) -> list[tuple[Annotation, Cells]]:
    """Pairs that overlap, one to one, the closest first."""
    candidates = sorted(
        (
            (-_share(a, row), i, j)
            for i, a in enumerate(wanted)
            for j, row in enumerate(rows)
            if _share(a, row) > 0
        ),
    )
    used_wanted: set[int] = set()
    used_rows: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in used_wanted and j not in used_rows:
            used_wanted.add(i)
            used_rows.add(j)
            pairs.append((wanted[i], rows[j]))
    return pairs


def _share(annotation: Annotation, row: Cells) -> float:
    start, end = int(row["start_char"]), int(row["end_char"])
    common = min(annotation.end, end) - max(annotation.start, start)
    return max(0.0, common / max(annotation.end - annotation.start, end - start, 1))
