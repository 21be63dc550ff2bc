"""Rows against annotations: one to one, and what makes a row right.

- people: the same place, the same person, and for roles the same words;
- dates: overlapping places and one of the right values;
- amounts: overlapping places, the same numbers and unit; `measure` and `date` are judged apart, on
  the amounts for which the annotation gives them;
- quotes: places that overlap by half, and the same speaker;
- sectors, themes: the codes of the document; keywords: the same stems.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from pipeline.document import Document, Failure
from pipeline.evaluation.gold import Annotation, EvaluationError, GoldDocument, read_gold
from pipeline.evaluation.sentences import (
    LabelledSentence,
    ReliabilityBin,
    read_sentences,
    reliability,
    tag,
)
from pipeline.tables import DOCUMENT_TABLES, Row, Table

_FLOORS = "floors.toml"
_SIGNS = {"~": "approx", ">": "more_than", "<": "less_than"}
_AMOUNT = re.compile(r"(?P<sign>[~<>]?)\s*(?P<number>[-\d.]+)\s*(?P<unit>.*)")
Cells = dict[str, str]


@dataclass(slots=True)
class Tally:
    """How many of the annotated and of the found were right."""

    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Right among the found, 1 if nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right among the annotated, 1 if nothing is annotated."""
        return self.right / self.gold if self.gold else 1.0

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
    reliability: list[ReliabilityBin] = field(default_factory=list)

    def count(self, measure: str, right: int, gold: int, found: int) -> None:
        """Add to a measure."""
        tally = self.tallies[measure]
        tally.right += right
        tally.gold += gold
        tally.found += found

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
    from pipeline.resources import models_folder

    folder = folder or models_folder() / "gold"
    golds = read_gold(folder)
    floors_file = folder / _FLOORS
    floors = tomllib.loads(floors_file.read_text(encoding="utf-8")) if floors_file.is_file() else {}
    scores = Scores(floors=floors.get("f1", {}))
    for gold, rows in zip(golds, _read(golds), strict=True):
        score_document(gold, rows, scores)
    _score_sentences(read_sentences(folder), scores)
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
    scores.reliability = reliability(pairs)


def _read(golds: list[GoldDocument]) -> Iterable[dict[str, list[Cells]]]:
    from pipeline.engine import read_all
    from pipeline.settings import Settings

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
    """Add one document's rows to the figures."""
    judged = gold.tables
    if "people" in judged:
        _score_people(gold, rows["people"], scores)
    if "dates" in judged:
        _score_mentions(gold, "dates", "D", rows["dates"], _same_date, scores)
    if "amounts" in judged:
        pairs = _score_mentions(gold, "amounts", "A", rows["amounts"], _same_amount, scores)
        _score_fields("amounts", ("measure", "date", "per", "change"), pairs, scores)
    if "quotes" in judged and "quotes" in rows:
        _score_quotes(gold, rows["quotes"], scores)
    _score_codes(gold, rows, scores)


def _score_people(gold: GoldDocument, rows: list[Cells], scores: Scores) -> None:
    names = [row for row in rows if row["mention"] == "name"]
    wanted = gold.of_kind("P")
    exact = {(row["start_char"], row["end_char"]): row for row in names}
    pairs = [
        (annotation, exact[place])
        for annotation in wanted
        if (place := (str(annotation.start), str(annotation.end))) in exact
    ]
    right = [(a, row) for a, row in pairs if fold(row["name"]) == fold(a.value)]
    scores.count("people spans", len(pairs), len(wanted), len(names))
    scores.count("people names", len(right), len(wanted), len(names))
    _score_fields("people", ("role",), pairs, scores)
    roles = [row for row in rows if row["mention"] == "role"]
    told = [a for a in gold.of_kind("R") if a.value]
    matched = _match(gold.of_kind("R"), roles)
    good = sum(bool(a.value) and fold(row["name"]) == fold(a.value) for a, row in matched)
    scores.count("people role mentions", good, len(told), len(roles))
    _note_unpaired(gold, "people", wanted, names, right, scores)


def _score_mentions(
    gold: GoldDocument,
    table: str,
    kind: str,
    rows: list[Cells],
    same: Callable[[Annotation, Cells], bool],
    scores: Scores,
) -> list[tuple[Annotation, Cells]]:
    wanted = gold.of_kind(kind)
    pairs = _match(wanted, rows)
    right = [(annotation, row) for annotation, row in pairs if same(annotation, row)]
    scores.count(f"{table} spans", len(pairs), len(wanted), len(rows))
    scores.count(f"{table} values", len(right), len(wanted), len(rows))
    _note_unpaired(gold, table, wanted, rows, right, scores)
    return pairs


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
        right = sum(_same_words(a.fields[name], row[name]) for a, row in told)
        found = sum(bool(row[name]) for a, row in told)
        scores.count(f"{table} {name}", right, len(told), found)
        scores.errors += [
            f"{table} {name}: {row['text']!r}: {row[name]!r} instead of {a.fields[name]!r}"
            for a, row in told
            if not _same_words(a.fields[name], row[name])
        ]


def _score_quotes(gold: GoldDocument, rows: list[Cells], scores: Scores) -> None:
    wanted = gold.of_kind("Q")
    pairs = [(a, row) for a, row in _match(wanted, rows) if _share(a, row) >= 0.5]
    right = [(a, row) for a, row in pairs if fold(row["speaker"]) == fold(a.value)]
    scores.count("quotes spans", len(pairs), len(wanted), len(rows))
    scores.count("quotes speakers", len(right), len(wanted), len(rows))
    _note_unpaired(gold, "quotes", wanted, rows, right, scores)


def _score_codes(gold: GoldDocument, rows: dict[str, list[Cells]], scores: Scores) -> None:
    if "sectors" in gold.header:
        codes = set(gold.listed("sectors"))
        found = {row["section"] for row in rows["sectors"]}
        sections = {code[0] for code in codes}
        scores.count("sectors", len(sections & found), len(sections), len(found))
        _note_sets(gold, "sectors", sections, found, scores)
    if "themes" in gold.header:
        wanted = gold.listed("themes")
        tagged = [row["code"] for row in rows["themes"]]
        scores.count("themes", len(set(wanted) & set(tagged)), len(wanted), len(tagged))
        if wanted:
            scores.count("themes first", int(tagged[:1] == wanted[:1]), 1, 1)
        _note_sets(gold, "themes", set(wanted), set(tagged), scores)
    if "keywords" in gold.header:
        stems = {_stem(keyword) for keyword in gold.listed("keywords")}
        chosen = {_stem(row["keyword"]) for row in rows["keywords"][:10]}
        scores.count("keywords at 10", len(stems & chosen), len(stems), len(chosen))


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


def _note_sets(
    gold: GoldDocument, table: str, wanted: set[str], found: set[str], scores: Scores
) -> None:
    if wanted != found:
        missed, extra = sorted(wanted - found), sorted(found - wanted)
        scores.errors.append(f"{gold.name} {table}: missed {missed}, extra {extra}")


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


def _same_date(annotation: Annotation, row: Cells) -> bool:
    if row["value"] not in annotation.alternatives:
        return False
    return all(row[name] == value for name, value in annotation.fields.items() if name in row)


def _same_amount(annotation: Annotation, row: Cells) -> bool:
    return any(_is_amount(value, row) for value in annotation.alternatives) and (
        annotation.fields.get("kind", row["kind"]) == row["kind"]
    )


def _is_amount(written: str, row: Cells) -> bool:
    match = _AMOUNT.fullmatch(written)
    if match is None:
        raise EvaluationError(f"{written!r} is no amount: write `62000000000 USD` or `30..45 %`.")
    sign, number, unit = match["sign"], match["number"], match["unit"].strip()
    if unit != row["unit"]:
        return False
    if ".." in number:
        low, high = number.split("..")
        return _equal(low, row["low"]) and _equal(high, row["high"])
    return _equal(number, row["value"]) and _SIGNS.get(sign, "") == row["modifier"]


def _equal(left: str, right: str) -> bool:
    if not left or not right:
        return left == right
    try:
        return Decimal(left) == Decimal(right)
    except InvalidOperation:
        return False


def _same_words(left: str, right: str) -> bool:
    return fold(left) == fold(right)


def fold(text: str) -> str:
    """A text without case, accents, and differences of apostrophes, hyphens and spaces."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\s\-\u2010\u2011]+", " ", bare).strip()


def _stem(text: str) -> str:
    import simplemma

    return " ".join(simplemma.lemmatize(word, lang="fr") for word in fold_case(text).split())


def fold_case(text: str) -> str:
    """A text in lower case with straight apostrophes."""
    return text.replace("’", "'").lower()
