"""Summaries that compare: who is named with whom, who speaks of what, what sets groups apart, when.

Distinctive keywords: the measure is the z-score of the log-odds ratio with an informative Dirichlet
prior: B. L. Monroe, M. P. Colaresi, K. M. Quinn, "Fightin' Words: Lexical Feature Selection and
Evaluation for Identifying the Content of Political Conflict", Political Analysis 16(4), 2008,
equations 16 to 22. The prior of a keyword is its own count in the whole corpus, scaled so that all
priors together weigh as much as an average group; it draws what is rare towards zero, where plain
ratios are wild.

What who presides says to lead a sitting is nobody's speech: turns of the kind ``chair`` are left
out, of the counts and of what shares are taken of.
"""

from __future__ import annotations

from collections.abc import Sequence

from hemicycle.aggregation.base import Base
from hemicycle.aggregation.sql import literal
from hemicycle.settings import Frequency
from hemicycle.tables.registry import (
    KEYWORDS_DISTINCTIVE,
    PEOPLE_TOGETHER,
    SPEAKER_THEMES,
    SPEAKERS,
    TIMELINE,
    Table,
)

_KEPT = 25
_FINEST_FIRST: tuple[Frequency, ...] = ("day", "week", "month", "quarter", "year")
_PERIODS = {
    "day": "strftime({day}, '%Y-%m-%d')",
    "week": "printf('%04d-W%02d', isoyear({day}), weekofyear({day}))",
    "month": "strftime({day}, '%Y-%m')",
    "quarter": "printf('%04d-Q%d', year({day}), quarter({day}))",
    "year": "printf('%04d', year({day}))",
}

Query = tuple[Table, str, str]
"""A summary, the query for its cells in their columns' names, and its order."""


def pair(base: Base) -> None:
    """Count the pairs of people whom one sentence of a document names."""
    base.run(
        "CREATE TABLE pairs AS SELECT a.doc_id, a.person_id, a.person, b.person_id AS other_id, "
        "b.person AS other, count(*) AS n FROM told_together a JOIN told_together b "
        "ON a.doc_id = b.doc_id AND a.s = b.s AND (a.person_id < b.person_id OR "
        "(a.person_id = b.person_id AND a.person < b.person)) GROUP BY ALL"
    )
    base.run(
        "CREATE VIEW companions AS SELECT doc_id, person_id, person, other, n FROM pairs "
        "UNION ALL SELECT doc_id, other_id, other, person, n FROM pairs"
    )


def speak(base: Base) -> None:
    """Put the turns, whose they are, and the tags of each side by side."""
    base.run(
        'CREATE TABLE turns AS SELECT s.o, doc_id, speech, speaker, "group", kind, words, period, '
        "count(*) OVER (PARTITION BY doc_id) AS turns FROM speeches s JOIN docs USING (doc_id)"
    )
    base.run(
        "CREATE TABLE whose AS WITH named_turns AS (SELECT *, "
        "unnest(string_split(speaker, '; ')) AS one FROM turns WHERE kind <> 'chair') "
        "SELECT t.o, t.doc_id, t.speech, t.turns, t.period, t.words, 'speaker' AS dimension, "
        "coalesce(p.person, t.one) AS value FROM named_turns t LEFT JOIN persons p "
        "ON p.doc_id = t.doc_id AND p.name = t.one WHERE t.one <> '' "
        "UNION ALL SELECT o, doc_id, speech, turns, period, words, 'group', \"group\" "
        "FROM turns WHERE kind <> 'chair' AND \"group\" <> ''"
    )


def _tagged(table: str) -> str:
    """The rows of tags of each speech; those of a document of one speech are its own."""
    return (
        f"whose w JOIN {table} t ON t.doc_id = w.doc_id "
        "AND (t.speech = w.speech OR (t.speech = '' AND w.turns = 1))"
    )


def comparisons(by: Sequence[str], frequency: Frequency) -> list[Query]:
    """The summaries that compare, as queries.

    Args:
        by: the columns that documents are grouped by.
        frequency: the length of periods.
    """
    counted = (
        "SELECT dimension, value, period, count(DISTINCT doc_id) AS documents, count(*) AS "
        "speeches, sum(words) AS words FROM whose GROUP BY dimension, value, period"
    )
    spoken = (
        f"SELECT c.*, all_words FROM ({counted}) c JOIN (SELECT period, sum(words) AS all_words "
        "FROM turns WHERE kind <> 'chair' GROUP BY period) USING (period)"
    )
    themes = (
        "SELECT w.dimension, w.value, w.period, t.code, t.theme, count(*) AS speeches, "
        f"sum(w.words) AS told FROM {_tagged('themes')} GROUP BY ALL"
    )
    return [
        (
            PEOPLE_TOGETHER,
            "SELECT person_id, person, other_id, other, sum(n) AS sentences, count(*) AS documents,"
            " coalesce(min(nullif(day, '')), '') AS first_date, coalesce(max(day), '') AS last_date"
            " FROM pairs JOIN docs USING (doc_id) GROUP BY ALL",
            "sentences DESC, person_id, person, other_id, other",
        ),
        (KEYWORDS_DISTINCTIVE, _distinctive(by), 'dimension, "group", rank'),
        (
            SPEAKERS,
            'SELECT dimension, value AS "group", period, documents, speeches, words, all_words AS '
            f"of_words, part(words, all_words) AS share FROM ({spoken})",
            'dimension, period, words DESC, "group"',
        ),
        (
            SPEAKER_THEMES,
            'SELECT dimension, value AS "group", period, code, theme, t.speeches, told AS words, '
            f"c.words AS of_words, part(told, c.words) AS share FROM ({themes}) t JOIN ({counted}) "
            "c USING (dimension, value, period)",
            'dimension, period, of_words DESC, "group", words DESC, code, theme',
        ),
        (TIMELINE, _timeline(frequency), "spoken, about, tense"),
    ]


def _distinctive(by: Sequence[str]) -> str:
    groups = ["SELECT doc_id, 'period' AS dimension, period AS value FROM docs WHERE period <> ''"]
    groups += [
        f"SELECT doc_id, {literal(name)}, by{number} FROM docs WHERE by{number} <> ''"
        for number, name in enumerate(by)
    ]
    return (
        f"WITH of_docs AS ({' UNION ALL '.join(groups)}), counts AS ("
        'SELECT dimension, value, keyword, sum("count") AS inside FROM (SELECT g.dimension, '
        'g.value, k.keyword, k."count" FROM of_docs g JOIN keywords k USING (doc_id) '
        "WHERE k.speech = '' UNION ALL SELECT 'speech ' || w.dimension, w.value, t.keyword, "
        f't."count" FROM {_tagged("keywords")}) GROUP BY ALL), sizes AS (SELECT dimension, '
        "count(DISTINCT value)::DOUBLE AS groups FROM (SELECT dimension, value FROM of_docs UNION "
        "ALL SELECT dimension, value FROM counts) GROUP BY dimension), n AS (SELECT *, "
        "sum(inside) OVER (PARTITION BY dimension, value) AS n_inside, sum(inside) OVER "
        "(PARTITION BY dimension) AS n_whole, sum(inside) OVER (PARTITION BY dimension, keyword) "
        "AS whole FROM counts), priors AS (SELECT *, whole / groups AS prior, n_whole / groups AS "
        "weight, n_whole - n_inside AS n_outside FROM n JOIN sizes USING (dimension) "
        "WHERE groups >= 2 AND n_inside > 0 AND n_inside < n_whole), odds AS (SELECT *, "
        "inside + prior AS a, whole - inside + prior AS b FROM priors), scored AS (SELECT *, "
        "n_inside + weight - a AS rest_a, n_outside + weight - b AS rest_b FROM odds), ranked AS ("
        "SELECT *, row_number() OVER (PARTITION BY dimension, value ORDER BY score DESC, keyword) "
        "AS rank FROM (SELECT *, (ln(a / rest_a) - ln(b / rest_b)) / sqrt(1 / a + 1 / b) AS score "
        'FROM scored WHERE rest_a > 0 AND rest_b > 0)) SELECT dimension, value AS "group", '
        'keyword, inside AS "count", whole - inside AS elsewhere, '
        f"plain(format('{{:.4f}}', score)) AS score, rank FROM ranked WHERE rank <= {_KEPT} AND "
        "score > 0"
    )


def _timeline(frequency: Frequency) -> str:
    coarser = _FINEST_FIRST[_FINEST_FIRST.index(frequency) :]
    periods = [(_PERIODS[name].format(day="b"), _PERIODS[name].format(day="e")) for name in coarser]
    cases = " ".join(f"WHEN {begin} = {end} THEN {begin}" for begin, end in periods)
    begin, end = periods[-1]
    return (
        f"SELECT period AS spoken, CASE {cases} ELSE {begin} || '/' || {end} END AS about, "
        "CASE WHEN day = '' THEN '' WHEN e < day::DATE THEN 'past' WHEN b > day::DATE THEN "
        "'future' ELSE 'present' END AS tense, count(*) AS mentions, count(DISTINCT doc_id) AS "
        'documents FROM (SELECT doc_id, try_cast("begin" AS DATE) AS b, try_cast("end" AS DATE) '
        "AS e FROM dates) JOIN docs USING (doc_id) WHERE b IS NOT NULL AND e IS NOT NULL "
        "GROUP BY ALL"
    )
