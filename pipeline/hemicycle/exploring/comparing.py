"""Two groups side by side: what each names and treats more than the other, and how sure that is.

The measure is the log-odds ratio with an informative Dirichlet prior: B. L. Monroe, M. P. Colaresi,
K. M. Quinn, "Fightin' Words: Lexical Feature Selection and Evaluation for Identifying the Content
of Political Conflict", Political Analysis 16(4), 2008, equations 15 to 22. The prior of a thing is
its share of both groups together, as heavy as :data:`_PRIOR` things counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from itertools import chain
from math import log, sqrt
from pathlib import Path
from typing import TypeAlias

from hemicycle.folding import fold
from hemicycle.messages import tell
from hemicycle.outputs import OutputError, csvfiles
from hemicycle.outputs.datapackage import corpus_tables
from hemicycle.outputs.remote.opening import reading

Cells: TypeAlias = Mapping[str, str]
_PRIOR = 10.0
# Of a normal distribution: 95 of 100 of it lie within so many standard deviations.
_CONFIDENCE = 1.959964
# Columns of speeches by which turns are told apart; any other is one of the documents.
OF_TURNS = ("speaker", "role", "group")
#: What is compared: the name of a dimension, its table, the column that tells things apart, and the
#: one that names them.
DIMENSIONS: Mapping[str, tuple[str, str, str]] = {
    "themes": ("theme_passages", "code", "theme"),
    "sectors": ("sectors", "division", "sector"),
    "people": ("people", "person_id", "person"),
    "organisations": ("organisations", "entity_id", "name"),
    "places": ("places", "entity_id", "name"),
    "laws": ("laws", "name", "name"),
    "words": ("keywords", "keyword", "keyword"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """How often two groups name or treat one thing.

    Attributes:
        dimension: what kind of thing it is (:data:`DIMENSIONS`).
        item: the thing.
        count_a, count_b: how often, in the one group and in the other.
        share_a, share_b: the same as part of all things of the dimension in the group, 0 to 1.
        log_odds: above 0 where the first group has more of it (natural logarithm).
        low, high: between which the true value lies in 95 cases of 100.
    """

    dimension: str
    item: str
    count_a: int
    share_a: float
    count_b: int
    share_b: float
    log_odds: float
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Whether the interval leaves out 0, where both groups are alike."""
        return self.low > 0 or self.high < 0


COLUMNS = tuple(one.name for one in fields(Difference))


@dataclass(slots=True)
class Side:
    """One of two groups.

    Attributes:
        name: what it is called.
        documents: in how many documents it stands.
        speeches: how many turns are its own; 0 where documents were told apart.
        words: how many words.
        counts: by dimension how often each thing comes.
    """

    name: str
    documents: int = 0
    speeches: int = 0
    words: int = 0
    counts: dict[str, Counter[str]] = field(
        default_factory=lambda: {name: Counter() for name in DIMENSIONS}
    )


def compare(
    outputs: str | Path, first: str, second: str, by: str = "group", least_confidence: float = 0.0
) -> tuple[Side, Side, list[Difference]]:
    """What sets two groups of a finished run apart.

    Args:
        outputs: the output folder, or its address.
        first, second: the groups, as the column gives them; capitals and accents do not count.
            A speaker is one person in all documents, under any of the names that they give.
        by: a column of speeches (`speaker`, `role`, `group`), by which turns are told apart, or
            another one of `corpus/documents.csv`, by which documents are.
        least_confidence: rows of a lower confidence are left out.

    Returns:
        Both groups and the differences, those of which we are surest first in each dimension.

    Raises:
        OutputError: the folder holds no finished run, no such column, or nothing of a group.
        RemoteError: it is remote and cannot be reached.
    """
    tables = _Tables(outputs)
    sides = (Side(first), Side(second))
    side_of = _of_turns(tables, by, sides) if by in OF_TURNS else _of_documents(tables, by, sides)
    for name, (table, key, label) in DIMENSIONS.items():
        called = _Names()
        for row in tables.rows(table):
            side = side_of(row)
            if side is None or not row[label]:
                continue
            if float(row.get("confidence") or 1) < least_confidence:
                continue
            thing = called.learn(row[key] or row[label], row[label])
            side.counts[name][thing] += int(row.get("count") or 1)
        for side in sides:
            side.counts[name] = called.by_name(side.counts[name])
    return *sides, [one for name in DIMENSIONS for one in _differences(name, *sides)]


class _Names:
    """What the things of a table are called, told apart by their ids where two have one name."""

    def __init__(self) -> None:
        self._names: dict[str, Counter[str]] = {}

    def learn(self, key: str, name: str) -> str:
        """Count a name of a thing; returns the key."""
        self._names.setdefault(key, Counter())[name] += 1
        return key

    def by_name(self, counts: Counter[str]) -> Counter[str]:
        """Counts of things by their names, the most frequent one of each."""
        names = {
            key: min(known, key=lambda n: (-known[n], n)) for key, known in self._names.items()
        }
        same = Counter(names.values())
        return Counter(
            {
                names[key] if same[names[key]] == 1 else f"{names[key]} ({key})": count
                for key, count in counts.items()
            }
        )


class _Tables:
    """The tables of the corpus, read row by row."""

    def __init__(self, outputs: str | Path) -> None:
        root = reading(outputs, "datapackage.json", "corpus/").root
        self._known = corpus_tables(root, str(outputs))

    def header(self, name: str) -> list[str]:
        """The columns of a table, none if it was not made."""
        return csvfiles.read_header(self._known[name][0]) if name in self._known else []

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of a table, none if it was not made."""
        if name in self._known:
            path, table = self._known[name]
            yield from csvfiles.read_rows(path, table.number_columns)


def _of_turns(tables: _Tables, by: str, sides: tuple[Side, Side]) -> Callable[[Cells], Side | None]:
    """Whose a row is, by the turn it stands in."""
    turns: dict[tuple[str, str], Side] = {}
    documents: dict[str, set[str]] = {side.name: set() for side in sides}
    known: Counter[str] = Counter()
    ids = _ids_of(tables, sides) if by == "speaker" else [set(), set()]
    for row in tables.rows("speeches"):
        known[row[by]] += 1
        for side, own in zip(sides, ids, strict=True):
            if fold(row[by]) == fold(side.name) or not own.isdisjoint(_persons(row)):
                turns[row["doc_id"], row["speech"]] = side
                documents[side.name].add(row["doc_id"])
                side.speeches += 1
                side.words += int(row["words"] or 0)
    for side in sides:
        side.documents = len(documents[side.name])
    _refuse_empty(sides, by, known)
    return lambda row: turns.get((row["doc_id"], row.get("speech", "")))


def _persons(row: Cells) -> list[str]:
    """The ids of who speaks in a turn."""
    return [one for one in row.get("speaker_id", "").split("; ") if one]


def _ids_of(tables: _Tables, sides: tuple[Side, Side]) -> list[set[str]]:
    """The people who speak under each name: in any turn, or as the index calls them."""
    wanted = [fold(side.name) for side in sides]
    ids: list[set[str]] = [set(), set()]
    named = chain(
        ((row["name"], [row["person_id"]]) for row in tables.rows("people_index")),
        ((row["speaker"], _persons(row)) for row in tables.rows("speeches")),
    )
    for name, persons in named:
        folded = fold(name)
        for own, one in zip(ids, wanted, strict=True):
            if folded == one:
                own.update(persons)
    return ids


def _of_documents(
    tables: _Tables, by: str, sides: tuple[Side, Side]
) -> Callable[[Cells], Side | None]:
    """Whose a row is, by its document; what is counted for each turn too is counted once."""
    header = tables.header("documents")
    if by not in header:
        columns = ", ".join([*OF_TURNS, *(name for name in header if name not in OF_TURNS)])
        raise OutputError(
            tell(
                "There is no column {by!r} to compare by; there are {columns}.",
                by=by,
                columns=columns,
            )
        )
    documents: dict[str, Side] = {}
    known: Counter[str] = Counter()
    for row in tables.rows("documents"):
        known[row[by]] += 1
        for side in sides:
            if fold(row[by]) == fold(side.name):
                documents[row["doc_id"]] = side
                side.documents += 1
                side.words += int(row["words"] or 0)
    _refuse_empty(sides, by, known)

    def side_of(row: Cells) -> Side | None:
        of_turn = "start_char" not in row and row.get("speech")
        return None if of_turn else documents.get(row["doc_id"])

    return side_of


def _refuse_empty(sides: Iterable[Side], by: str, known: Counter[str]) -> None:
    known.pop("", None)
    for side in sides:
        if not side.documents:
            most = ", ".join(name for name, _ in known.most_common(8)) or "none"
            raise OutputError(
                tell(
                    "There is no {by} {name!r}; the largest are {most}.",
                    by=by,
                    name=side.name,
                    most=most,
                )
            )


def _differences(dimension: str, a: Side, b: Side) -> list[Difference]:
    one, other = a.counts[dimension], b.counts[dimension]
    n_one, n_other = sum(one.values()), sum(other.values())
    if not n_one or not n_other:
        return []
    whole = one + other
    found = []
    for item, together in whole.items():
        prior = _PRIOR * together / (n_one + n_other)
        odds = [
            (count + prior, total + _PRIOR - count - prior)
            for count, total in ((one[item], n_one), (other[item], n_other))
        ]
        if any(rest <= 0 for _, rest in odds):  # there is nothing else in the dimension
            continue
        value = log(odds[0][0] / odds[0][1]) - log(odds[1][0] / odds[1][1])
        wide = _CONFIDENCE * sqrt(sum(1 / inside for inside, _ in odds))
        shares = (one[item] / n_one, other[item] / n_other)
        found.append(
            Difference(
                dimension,
                item,
                one[item],
                round(shares[0], 4),
                other[item],
                round(shares[1], 4),
                round(value, 4),
                round(value - wide, 4),
                round(value + wide, 4),
            )
        )
    # The sign apart, z-scores: differences that may well be chance come last.
    return sorted(found, key=lambda d: (-abs(d.log_odds) / (d.high - d.low), d.item))
