"""The tables of counts: what is counted of which table, and by which groups of documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hemicycle.kinds.column import Column
from hemicycle.tables.corpus import CORPUS_AMOUNTS, CORPUS_PEOPLE, CORPUS_TABLE
from hemicycle.tables.table import Table

_MENTIONS = Column("mentions", "integer", "number of rows", required=True, minimum=1)
_DOCUMENTS = Column("documents", "integer", "number of documents", required=True, minimum=1)
_DATES = (
    Column("first_date", "date", "date of the first dated document"),
    Column("last_date", "date", "date of the last dated document"),
)
PERIOD = Column("period", "string", "period of the documents (`2025-12`), empty if undated")
UNDATED = "undated"
_GROUP = (
    Column(
        "dimension",
        "string",
        "how documents are grouped: `corpus` (all are one group), `document`, or a column of "
        "`documents.csv`, several joined by `; `",
        required=True,
    ),
    Column(
        "group",
        "string",
        "the group: the `doc_id`, or the value of the column, several joined by `; `; empty for "
        "the corpus and where it is not known",
    ),
    Column(
        "period",
        "string",
        f"period of the documents (`2025-12`), `{UNDATED}` for those without a date; empty for "
        "the group of all times",
    ),
)
_BASE = (
    Column("share", "number", "`mentions` as a part of all of this table in the group and period"),
    Column("documents", "integer", "documents of the group that have it", required=True, minimum=1),
    Column("of_documents", "integer", "documents of the group and period", required=True),
    Column("of_words", "integer", "words of these documents", required=True),
    Column("of_speeches", "integer", "their speeches, without the turns of the chair"),
)


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of documents that rows are counted in.

    Attributes:
        dimension: what it is called in the tables.
        columns: the columns of the documents whose values name a group.
        dated: whether it is also told apart by period.
    """

    dimension: str
    columns: tuple[str, ...] = ()
    dated: bool = False


DOCUMENT = "document"
OVERALL = Grouping("corpus")
BY_PERIOD = Grouping("corpus", dated=True)


def groupings_by(names: Sequence[str]) -> tuple[Grouping, ...]:
    """The groupings of a summary: all documents, each column, all columns, each with its periods.

    Args:
        names: columns of the documents.
    """
    by: list[tuple[str, tuple[str, ...]]] = [(_free_name(name), (name,)) for name in names]
    if len(names) > 1:
        by.append(("; ".join(name for name, _ in by), tuple(names)))
    each = (Grouping(name, columns, dated) for name, columns in by for dated in (False, True))
    return (OVERALL, BY_PERIOD, *each)


def _free_name(name: str) -> str:
    """The name of a column as a dimension, apart from those that are there in any case."""
    return f"document_{name}" if name in (OVERALL.dimension, DOCUMENT) else name


@dataclass(frozen=True, slots=True)
class Summary:
    """What is counted of one table.

    Attributes:
        name: name of its table.
        of: the table of the corpus whose rows are counted.
        keys: the columns whose values make a row; nothing is ever added across them.
        roles: whether the roles are listed, and who else is named in the same sentences.
        numbers: whether the lowest and highest value are shown, and the sum where there is one.
        words: whether the words are counted, by the share that each row has of its document.
    """

    name: str
    of: Table
    keys: tuple[str, ...]
    roles: bool = False
    numbers: bool = False
    words: bool = False

    @property
    def table(self) -> Table:
        """The table of these counts, for all groups of documents."""
        known = {column.name: column for column in self.of.columns}
        keys = tuple(known[key] for key in self.keys)
        return Table(
            self.name,
            f"{self.name.replace('_', ' ').capitalize()} counted by group and period.",
            (*_GROUP, *keys, _MENTIONS, *_BASE, *_DATES, *self._details()),
            scope="summary",
        )

    def _details(self) -> tuple[Column, ...]:
        if self.roles:
            return (
                Column("roles", "string", "roles with how often, separated by `; `"),
                Column(
                    "named_with",
                    "string",
                    "others whom the same sentences name, with in how many, separated by `; `",
                ),
            )
        if self.words:
            return (
                Column(
                    "words", "integer", "words of its sentences, rounded by document", minimum=0
                ),
                Column(
                    "share_of_words",
                    "number",
                    "`words` as a part of `of_words`",
                    minimum=0,
                    maximum=1,
                ),
            )
        if self.numbers:
            return (
                Column(
                    "total",
                    "number",
                    "sum of the values as often as they are stated; empty where values do not "
                    "add up: shares, rates, ranges and open bounds",
                    unit="as in column unit",
                ),
                Column(
                    "lowest", "number", "lowest value or bound stated", unit="as in column unit"
                ),
                Column(
                    "highest", "number", "highest value or bound stated", unit="as in column unit"
                ),
            )
        return ()


_AMOUNT_KEYS = ("kind", "unit", "per", "change", "form")
_THING_KEYS = ("entity_id", "name", "kind", "country")
_SECTOR_KEYS = ("section", "division", "sector")

SUMMARIES = (
    Summary("people", CORPUS_PEOPLE, ("person_id", "person"), roles=True),
    Summary("organisations", CORPUS_TABLE["organisations"], _THING_KEYS),
    Summary("places", CORPUS_TABLE["places"], _THING_KEYS),
    Summary("amounts", CORPUS_AMOUNTS, _AMOUNT_KEYS, numbers=True),
    Summary("sector_amounts", CORPUS_AMOUNTS, (*_SECTOR_KEYS, *_AMOUNT_KEYS), numbers=True),
    Summary("sectors", CORPUS_TABLE["sectors"], _SECTOR_KEYS),
    Summary("laws", CORPUS_TABLE["laws"], ("kind", "name", "identifier")),
    Summary("themes", CORPUS_TABLE["themes"], ("code", "theme"), words=True),
    Summary(
        "theme_passages",
        CORPUS_TABLE["theme_passages"],
        ("code", "theme", "subtopic", "subtheme"),
    ),
    Summary("keywords", CORPUS_TABLE["keywords"], ("keyword",)),
)

PEOPLE_TOGETHER = Table(
    "people_together",
    "Pairs of people whom one sentence names.",
    (
        Column("person_id", "string", "one of the two"),
        Column("person", "string", "name of this one", required=True),
        Column("other_id", "string", "the other"),
        Column("other", "string", "name of the other", required=True),
        Column("sentences", "integer", "sentences that name both", required=True, minimum=1),
        _DOCUMENTS,
        *_DATES,
    ),
    scope="summary",
)
KEYWORDS_DISTINCTIVE = Table(
    "keywords_distinctive",
    "Keywords that set a group of documents apart from the others of the corpus.",
    (
        Column(
            "dimension",
            "string",
            "how documents are grouped: `period`, `speaker`..., or speeches: `speech speaker`, "
            "`speech group`",
        ),
        Column("group", "string", "the group", required=True),
        Column("keyword", "string", "the keyword", required=True),
        Column("count", "integer", "how often it stands in the group", required=True, minimum=1),
        Column("elsewhere", "integer", "how often in the others", required=True, minimum=0),
        Column(
            "score",
            "number",
            "z-score of the log-odds ratio with a Dirichlet prior (Monroe, Colaresi, Quinn 2008); "
            "above 1.96 hardly by chance",
            required=True,
        ),
    ),
    scope="summary",
)
_WHO = (
    Column("dimension", "string", "what is compared", required=True, choices=("speaker", "group")),
    Column(
        "group",
        "string",
        "the person, as in `people.person` where the text names him or her, or the political group",
        required=True,
    ),
    PERIOD,
)
_WORDS = Column("words", "integer", "words of these speeches", required=True, minimum=0)
_SHARE = Column("share", "number", "`words` as a part of `of_words`", minimum=0, maximum=1)
SPEAKERS = Table(
    "speakers",
    "Who speaks how much, by speaker and by group; turns of the chair are left out.",
    (
        *_WHO,
        _DOCUMENTS,
        Column("speeches", "integer", "number of speeches", required=True, minimum=1),
        _WORDS,
        Column("of_words", "integer", "words of all speeches of the period", required=True),
        _SHARE,
    ),
    scope="summary",
)
SPEAKER_THEMES = Table(
    "speaker_themes",
    "Themes of the speeches of each speaker and group; turns of the chair are left out.",
    (
        *_WHO,
        Column("code", "string", "CAP major topic code", required=True),
        Column("theme", "string", "French label of the topic", required=True),
        Column("speeches", "integer", "speeches with the theme", required=True, minimum=1),
        _WORDS,
        Column("of_words", "integer", "words of all speeches of the group", required=True),
        _SHARE,
    ),
    scope="summary",
)
TIMELINE = Table(
    "timeline",
    "Dates that texts speak of, against the dates when they were spoken.",
    (
        Column("spoken", "string", "period of the documents, empty if undated"),
        Column("about", "string", "finest period that holds the dates", required=True),
        Column(
            "tense",
            "string",
            "whether they lie before, around or after the day of the document",
            choices=("past", "present", "future"),
        ),
        _MENTIONS,
        _DOCUMENTS,
    ),
    scope="summary",
)


SUMMARY_TABLES = (
    *(summary.table for summary in SUMMARIES),
    PEOPLE_TOGETHER,
    KEYWORDS_DISTINCTIVE,
    SPEAKERS,
    SPEAKER_THEMES,
    TIMELINE,
)
