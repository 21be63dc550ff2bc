"""One row a person, an organisation, a place, a legal text: under all its names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hemicycle.aggregation.base import Base
from hemicycle.annotation.bodies.gazetteer import Entry, gazetteer
from hemicycle.tables.registry import LAWS_INDEX, PEOPLE_INDEX, Row, Table

_MOST = 20  # aliases, functions, groups
_SCHEMES = ("insee", "geonames")


def people_rows(base: Base, genders: Mapping[str, str]) -> Iterator[Row]:
    """The index of people, most mentioned first.

    Args:
        base: where ``named``, ``persons`` and ``speeches`` stand.
        genders: ``m`` or ``f`` by id, empty where nothing tells.
    """
    turns = (
        '(SELECT p.person_id, s."group" FROM speeches s JOIN persons p '
        "ON p.doc_id = s.doc_id AND p.name = s.speaker WHERE p.person_id <> '')"
    )
    lists = [
        (
            "aliases",
            "SELECT person_id AS id, one_line(text) AS word FROM named WHERE mention = 'name'",
        ),
        ("roles", "SELECT person_id AS id, role AS word FROM named WHERE role <> ''"),
        (
            "groups",
            'SELECT person_id AS id, "group" AS word FROM named WHERE "group" <> \'\' UNION ALL '
            f'SELECT person_id, "group" FROM {turns} WHERE "group" <> \'\'',
        ),
    ]
    listed = ", ".join(f"{name} AS ({_ranked(query, 'word')})" for name, query in lists)
    query = (
        f"WITH {listed}, people_counts AS (SELECT person_id AS id, arg_max(person, o) AS name, "
        "count(*) AS mentions, count(DISTINCT doc_id) AS documents FROM named "
        "WHERE person_id <> '' GROUP BY person_id), spoken AS (SELECT person_id AS id, "
        f"count(*) AS n FROM {turns} GROUP BY person_id) SELECT c.id, c.name, aliases.words, "
        "roles.words, groups.words, c.documents, c.mentions, coalesce(spoken.n, 0) "
        "FROM people_counts c LEFT JOIN aliases USING (id) LEFT JOIN roles USING (id) "
        "LEFT JOIN groups USING (id) LEFT JOIN spoken USING (id) ORDER BY c.mentions DESC, c.id"
    )
    for person_id, name, aliases, roles, groups, documents, mentions, speeches in base.rows(query):
        cells = {
            "person_id": person_id,
            "name": name,
            "aliases": _joined(aliases, name),
            "roles": _joined(roles),
            "groups": _joined(groups),
            "gender": genders.get(person_id, ""),
            "documents": str(documents),
            "mentions": str(mentions),
            "speeches": str(speeches),
        }
        yield [cells[column] for column in PEOPLE_INDEX.header]


def thing_rows(base: Base, name: str, table: Table) -> Iterator[Row]:
    """The index of the things of a table, most mentioned first."""
    known = gazetteer().by_id
    forms = f"SELECT entity_id AS id, one_line(text) AS word, o FROM {name}"
    query = (
        f"WITH forms AS ({_ranked(forms, 'first')}) SELECT c.*, t.name, t.kind, t.country, "
        "forms.words FROM (SELECT entity_id, count(*) AS mentions, count(DISTINCT doc_id) AS "
        f"documents FROM {name} GROUP BY entity_id) c JOIN told_{name} t USING (entity_id) "
        "JOIN forms ON forms.id = c.entity_id ORDER BY c.mentions DESC, c.entity_id"
    )
    for entity_id, mentions, documents, called, kind, country, words in base.rows(query):
        cells = {
            "entity_id": entity_id,
            "name": called,
            "aliases": _joined(words, called),
            "kind": kind,
            "country": country,
            **_codes(entity_id, known.get(entity_id)),
            "mentions": str(mentions),
            "documents": str(documents),
        }
        yield [cells[column] for column in table.header]


def law_rows(base: Base) -> Iterator[Row]:
    """The index of legal texts, most cited first."""
    base.run(
        "CREATE TABLE cited AS SELECT *, dense_rank() OVER (ORDER BY kind, name, identifier) AS id "
        "FROM laws"
    )
    forms = _ranked("SELECT id, one_line(text) AS word, o FROM cited", "first")
    articles = _ranked("SELECT id, article AS word, o FROM cited WHERE article <> ''", "first")
    query = (
        f"WITH forms AS ({forms}), articles AS ({articles}) SELECT c.*, forms.words, "
        "articles.words FROM (SELECT id, any_value(kind) AS kind, any_value(name) AS name, "
        'any_value(identifier) AS identifier, max("date") AS "date", count(*) AS mentions, '
        "count(DISTINCT doc_id) AS documents FROM cited GROUP BY id) c JOIN forms USING (id) "
        "LEFT JOIN articles USING (id) ORDER BY c.mentions DESC, c.id"
    )
    for _, kind, name, identifier, day, mentions, documents, words, parts in base.rows(query):
        cells = {
            "kind": kind,
            "name": name,
            "identifier": identifier,
            "date": day,
            "aliases": _joined(words, name),
            "articles": _joined(parts),
            "mentions": str(mentions),
            "documents": str(documents),
        }
        yield [cells[column] for column in LAWS_INDEX.header]


def _ranked(query: str, then: str) -> str:
    """The words of each thing, most frequent first, then by the alphabet or by the place.

    One more of them than are shown, since one may be the name.
    """
    first = "min(o)" if then == "first" else "0"
    return (
        "SELECT id, list(word ORDER BY rank) AS words FROM (SELECT *, row_number() OVER "
        f"(PARTITION BY id ORDER BY n DESC, {then}) AS rank FROM (SELECT id, word, "
        f"count(*) AS n, {first} AS first FROM ({query}) GROUP BY id, word)) "
        f"WHERE rank <= {_MOST + 1} GROUP BY id"
    )


def _joined(words: list[str] | None, but: str = "") -> str:
    return "; ".join([word for word in words or () if word != but][:_MOST])


def _codes(entity_id: str, entry: Entry | None) -> dict[str, str]:
    """The acronym and the codes of a thing that the gazetteer knows."""
    scheme, colon, number = entity_id.partition(":")
    codes = {name: number if colon and scheme == name else "" for name in _SCHEMES}
    return {
        "acronym": entry.acronym if entry is not None else "",
        "wikidata": entry.wikidata if entry is not None else "",
        **codes,
    }
