"""The rows of all documents in one database, with the cells that only the whole corpus can fill."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from itertools import groupby

from hemicycle.aggregation.base import Base
from hemicycle.aggregation.people import People
from hemicycle.aggregation.people.appearances import appearance
from hemicycle.document import Document
from hemicycle.outputs import OutputFolder, csvfiles
from hemicycle.reading.sentence_index import CUT, LONGEST_SHOWN
from hemicycle.tables.registry import DOCUMENT_TABLES, ENTITY_INDEXES, ColumnType, Row, Table

_HALF = LONGEST_SHOWN // 2
_TAIL = 60  # characters before a mention in which a word of address stands
#: The tables to whose rows the corpus adds cells.
CHANGED = ("people", "quotes", "speeches", "amounts")
_KEPT = {
    "sectors": "doc_id, start_char, end_char, sentence, section, division, sector",
    "themes": "doc_id, speech, code, theme, share",
    "theme_passages": "doc_id, code, theme, subtopic, subtheme",
    "keywords": 'doc_id, speech, keyword, "count"',
    "dates": 'doc_id, "begin", "end"',
    "laws": 'doc_id, text, kind, name, article, "date", identifier',
}


def gather(base: Base, folder: OutputFolder, documents: Iterable[Document]) -> None:
    """Put the files of each table together, in the order of the documents, and read them."""
    with ExitStack() as stack:
        files = {
            t.name: stack.enter_context((base.scratch / f"{t.name}.csv").open("wb"))
            for t in DOCUMENT_TABLES
        }
        heads = {}
        for table in DOCUMENT_TABLES:
            file = files[table.name]
            head = csvfiles.to_csv(table.header, table.types, (), excel=base.excel)
            heads[table.name] = csvfiles.encode(head, excel=base.excel)
            file.write(heads[table.name])
        for document in documents:
            for table in DOCUMENT_TABLES:
                file = files[table.name]
                data = folder.csv_of(document.doc_id, table)
                if data is not None and data.startswith(heads[table.name]):
                    file.write(data[len(heads[table.name]) :])
                    continue
                found = folder.read_table(document.doc_id, table)
                rows = [[row[name] for name in table.header] for row in found]
                text = csvfiles.rows_to_csv(table.types, rows, excel=base.excel)
                file.write(text.encode("utf-8"))
    for table in DOCUMENT_TABLES:
        if table.name in (*CHANGED, *ENTITY_INDEXES, *_KEPT):
            kept = _KEPT.get(table.name, "*")
            if base.excel:  # decimal commas
                kept = _with_points(table, kept)
            base.load(table.name, base.scratch / f"{table.name}.csv", columns(table), kept=kept)


def _with_points(table: Table, kept: str) -> str:
    points = {n: f"replace({n}, ',', '.') AS {n}" for n in table.number_columns}
    if kept == "*":
        return f"* REPLACE ({', '.join(points.values())})" if points else kept
    return ", ".join(points.get(name, name) for name in kept.split(", "))


def columns(table: Table) -> dict[str, str]:
    """The types by which its file is read: decimals as they stand, so that none changes."""
    return {
        column.name: "BIGINT" if column.type == "integer" and column.required else "VARCHAR"
        for column in table.columns
    }


def load_rows(base: Base, name: str, header: Sequence[str], rows: Iterable[Row]) -> None:
    """Make a table of rows of words."""
    path = base.scratch / f"{name}.csv"
    with path.open("w", encoding="utf-8-sig" if base.excel else "utf-8", newline="") as handle:
        handle.write(csvfiles.to_csv(list(header), ["string"] * len(header), (), excel=base.excel))
        types: list[ColumnType] = ["string"] * len(header)
        handle.writelines(csvfiles.rows_to_csv(types, [row], excel=base.excel) for row in rows)
    base.load(name, path, dict.fromkeys(header, "VARCHAR"))


def identify(base: Base, documents: Sequence[Document], people: People) -> None:
    """Lead the people of each document to those of the corpus, and who speaks with them."""
    days = {document.doc_id: document.date for document in documents}
    seen = base.rows(
        "SELECT doc_id, name, bool_or(mention <> 'role'), "
        "list(DISTINCT role) FILTER (role <> ''), "
        f"list(DISTINCT right(split_part(sentence, text, 1), {_TAIL})) "
        "FROM people GROUP BY doc_id, name ORDER BY doc_id, name"
    )
    for doc_id, name, named, roles, before in seen:
        people.add(appearance(doc_id, days[doc_id], name, named, roles or (), before))
    people.resolve()
    names = base.rows("SELECT DISTINCT doc_id, name FROM people ORDER BY doc_id, name")
    rows = ([doc_id, name, *_identity(people, doc_id, name)] for doc_id, name in names)
    header = ["doc_id", "name", "person_id", "person", "merged_by"]
    load_rows(base, "identities", header, rows)
    base.run(
        "CREATE TABLE identified AS SELECT p.*, i.person_id, i.person, i.merged_by "
        "FROM people p JOIN identities i ON i.doc_id = p.doc_id AND i.name = p.name"
    )
    base.run("DROP TABLE people; ALTER TABLE identified RENAME TO people")
    # Whom only a gazetteer tells is in the corpus's rows, and in no count.
    base.run("CREATE VIEW named AS SELECT * FROM people WHERE mention <> 'office'")
    base.run("CREATE VIEW persons AS SELECT DISTINCT doc_id, name, person, person_id FROM named")
    for name in ("quotes", "speeches"):
        base.run(
            f"CREATE VIEW all_{name} AS SELECT r.*, coalesce(w.ids, '') AS speaker_id "
            f"FROM {name} r LEFT JOIN (SELECT w.o, string_agg(i.person_id, '; ' ORDER BY place) "
            "AS ids FROM (SELECT o, doc_id, unnest(string_split(speaker, '; ')) AS one, "
            f"generate_subscripts(string_split(speaker, '; '), 1) AS place FROM {name} "
            "WHERE speaker <> '') w JOIN identities i ON i.doc_id = w.doc_id AND i.name = w.one "
            "WHERE i.person_id <> '' GROUP BY w.o) w USING (o)"
        )


def _identity(people: People, doc_id: str, name: str) -> list[str]:
    who = people.identity(name, doc_id)
    return [who.person_id, who.person, who.merged_by]


def name_things(base: Base, name: str) -> None:
    """Give each thing the name, kind and country that most of its rows have, to be counted by."""
    base.run(
        f"CREATE TABLE told_{name} AS SELECT entity_id, name, kind, country FROM (SELECT *, "
        "row_number() OVER (PARTITION BY entity_id ORDER BY n DESC, name, kind, country) AS rank "
        "FROM (SELECT entity_id, name, kind, country, count(*) AS n FROM "
        f"{name} GROUP BY ALL)) WHERE rank = 1"
    )
    base.run(
        f"CREATE TABLE named_{name} AS SELECT r.* REPLACE (t.name AS name, t.kind AS kind, "
        f"t.country AS country) FROM {name} r JOIN told_{name} t ON t.entity_id = r.entity_id"
    )
    base.run(f"ALTER TABLE {name} RENAME TO as_read_{name}")
    base.run(f"ALTER TABLE named_{name} RENAME TO {name}")


def goes_on(first: str, second: str) -> str:
    """Whether the sentence shown with a mention goes on behind what is shown, with the second."""
    a, b = f"{first}.sentence", f"{second}.sentence"
    return (
        f"(ends_with({a}, '{CUT}') AND starts_with({b}, '{CUT}') "
        f"AND length({a}) > {_HALF} AND length({b}) > {_HALF})"
    )


def add_sectors(base: Base) -> None:
    """Give each amount its form, and the sector named nearest in its sentence.

    One sector an amount, so that no amount is counted twice; of two equally near, the first. The
    cells stay empty where the sentence names no sector.
    """
    gap = "greatest(0, a.start_char - s.end_char, s.start_char - a.end_char)"
    near = (
        f"s.start_char >= a.start_char - {LONGEST_SHOWN} "
        f"AND s.start_char <= a.end_char + {LONGEST_SHOWN}"
    )
    found = (
        f"SELECT a.o, {gap} AS gap, s.start_char, s.o AS rank, section, division, sector "
        "FROM amounts a JOIN sectors s ON a.doc_id = s.doc_id"
    )
    first = (
        f"CASE WHEN s.start_char <= a.start_char THEN {goes_on('s', 'a')} "
        f"ELSE {goes_on('a', 's')} END"
    )
    base.run(
        "CREATE TABLE nearest AS SELECT o, section, division, sector FROM (SELECT *, row_number() "
        "OVER (PARTITION BY o ORDER BY gap, start_char, rank) AS place FROM ("
        f"{found} AND a.sentence = s.sentence WHERE {near} AND {gap} < length(a.sentence) "
        f"UNION ALL {found} WHERE a.sentence <> s.sentence AND contains(a.sentence, '{CUT}') "
        f"AND contains(s.sentence, '{CUT}') AND {near} AND {gap} < {_HALF} AND {first}"
        ")) WHERE place = 1"
    )
    base.run(
        "CREATE TABLE formed AS SELECT a.*, CASE WHEN high = '' THEN 'at_least' WHEN low = '' "
        "THEN 'at_most' WHEN low <> high THEN 'range' WHEN modifier = 'approx' THEN 'approximate' "
        "ELSE 'exact' END AS form, coalesce(section, '') AS section, coalesce(division, '') AS "
        "division, coalesce(sector, '') AS sector FROM amounts a LEFT JOIN nearest n ON a.o = n.o"
    )
    base.run("DROP TABLE amounts; ALTER TABLE formed RENAME TO amounts")


def join_sentences(base: Base) -> None:
    """Number the sentences that name people, as ``told_together`` (``doc_id, s, person…``).

    Of a long sentence a row shows a part around its mention, so that the rows of one sentence
    differ: they are taken together as far as one part reaches, and no more of them than that holds.
    """
    base.run(
        "CREATE TABLE steps AS WITH before AS (SELECT *, lag(sentence) OVER w AS earlier "
        "FROM named WINDOW w AS (PARTITION BY doc_id ORDER BY o)) SELECT o, doc_id, start_char, "
        "person_id, person, earlier IS NULL OR earlier <> sentence AS new, "
        "coalesce(earlier <> sentence AND ends_with(earlier, '…') AND starts_with(sentence, '…') "
        f"AND length(earlier) > {_HALF} AND length(sentence) > {_HALF}, false) AS goes_on "
        "FROM before"
    )
    base.run(
        "CREATE TABLE islands AS SELECT *, sum(new::INT) OVER (ORDER BY o) AS island FROM steps"
    )
    # Few sentences are longer than what is shown; how far they reach hangs on where each begins.
    parts = base.rows(
        "SELECT chain, island, start_char FROM (SELECT *, count(*) OVER (PARTITION BY chain) AS n "
        "FROM (SELECT island, start_char, sum((NOT goes_on)::INT) OVER (ORDER BY o) AS chain "
        "FROM islands WHERE new)) WHERE n > 1 ORDER BY chain, island"
    )
    load_rows(base, "joined_parts", ["island", "s"], _joined(parts))
    base.run(
        "CREATE TABLE told_together AS SELECT DISTINCT doc_id, coalesce(j.s::BIGINT, i.island) "
        "AS s, person_id, person FROM islands i LEFT JOIN joined_parts j "
        "ON j.island::BIGINT = i.island"
    )


def _joined(parts: Iterable[tuple[int, int, int]]) -> Iterable[Row]:
    for _, chain in groupby(parts, key=lambda part: part[0]):
        first = begins = -1
        for _, island, start in chain:
            if begins < 0 or start - begins >= _HALF:
                first, begins = island, start
            yield [str(island), str(first)]
