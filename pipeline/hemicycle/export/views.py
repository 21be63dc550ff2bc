"""Ready questions to the tables of a run, as SQL that DuckDB and SQLite both understand.

The text of a name is quoted where it is a word of SQL (`"group"`, `"text"`).
"""

from __future__ import annotations

_DOCUMENT = 'd."date" AS document_date, d.title AS title, d.source AS source'
_TURN = 's.role AS speaker_role, s."group" AS speaker_group, s.section AS agenda'
_JOINS = (
    "LEFT JOIN documents d ON d.doc_id = m.doc_id "
    "LEFT JOIN speeches s ON s.doc_id = m.doc_id AND s.speech = m.speech"
)

#: The tables that the views ask.
ASKED = frozenset({"documents", "speeches", "quotes", "amounts", "dates"})
#: By name the query that a view is.
VIEWS = {
    "utterances": f"SELECT m.*, {_DOCUMENT} FROM speeches m LEFT JOIN documents d "
    "ON d.doc_id = m.doc_id",
    "amounts_in_context": f"SELECT m.*, {_DOCUMENT}, {_TURN}, t.begin AS date_begin, "
    f't."end" AS date_end FROM amounts m {_JOINS} LEFT JOIN dates t ON t.doc_id = m.doc_id '
    "AND t.start_char = m.date_start_char",
    "who_said_what": f'SELECT m.doc_id, m.start_char, m.end_char, m.speaker, m."text", '
    f"m.cue AS cue, 'quote' AS said, {_DOCUMENT}, {_TURN} FROM quotes m {_JOINS} "
    "WHERE m.speaker IS NOT NULL AND m.speaker <> '' "
    f'UNION ALL SELECT m.doc_id, m.start_char, m.end_char, m.speaker, m."text", '
    f"'' AS cue, 'speech' AS said, {_DOCUMENT}, m.role AS speaker_role, "
    'm."group" AS speaker_group, m.section AS agenda FROM speeches m '
    "LEFT JOIN documents d ON d.doc_id = m.doc_id "
    "WHERE m.speaker IS NOT NULL AND m.speaker <> ''",
}
