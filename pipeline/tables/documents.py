"""The tables of mentions and of tags: one file a document, and one for the corpus."""

from __future__ import annotations

from pipeline.annotation import values
from pipeline.annotation.places_and_bodies import values as named
from pipeline.annotation.quotes.values import QUOTES as QUOTE_MENTIONS
from pipeline.annotation.themes.values import THEME_PASSAGES as PASSAGE_MENTIONS
from pipeline.tables.columns import Column, Table
from pipeline.tables.rows import (
    amount_cells,
    keyword_rows,
    mention_rows,
    named_cells,
    passage_cells,
    person_cells,
    quote_cells,
    sector_cells,
    theme_rows,
    timex_cells,
)

DOC_ID = Column("doc_id", "string", "the document: name of its folder", required=True)
_MENTION = (
    DOC_ID,
    Column(
        "start_char",
        "integer",
        "first character in text.txt, counted in Unicode code points from 0",
        required=True,
        minimum=0,
        unit="code point",
    ),
    Column(
        "end_char",
        "integer",
        "one past the last character",
        required=True,
        minimum=1,
        unit="code point",
    ),
    Column("text", "string", "the words themselves, as in text.txt", required=True),
    Column(
        "sentence",
        "string",
        "the sentence on one line, at most 600 characters around the mention, `…` where cut",
        required=True,
    ),
)
_SCORE = Column("score", "number", "strength, 0 to 1", required=True, minimum=0, maximum=1)
_RANK = Column("rank", "integer", "1 for the strongest of the document", required=True, minimum=1)

PEOPLE = Table(
    "people",
    "Mentions of people, by name or by a function that stands for a person.",
    (
        *_MENTION,
        Column("name", "string", "one canonical name per person and document", required=True),
        Column("role", "string", "function that the text gives with this mention"),
        Column(
            "mention",
            "string",
            "`name`, or `role` where a function alone stands for the person",
            required=True,
            choices=("name", "role"),
        ),
    ),
    stage="extract",
    components=("ner", "hemicycle_people"),
    rows=mention_rows(values.PEOPLE, person_cells),
)
QUOTES = Table(
    "quotes",
    "Quotations: direct speech with its speaker.",
    (
        *_MENTION,
        Column("speaker", "string", "canonical name of whoever speaks, empty if not named"),
        Column("cue", "string", "the words that bring the speech in (`a déclaré`, `selon`)"),
        Column(
            "speaker_start_char",
            "integer",
            "first character of the mention that names the speaker",
            minimum=0,
            unit="code point",
        ),
    ),
    stage="extract",
    components=("ner", "hemicycle_people", "hemicycle_quotes"),
    rows=mention_rows(QUOTE_MENTIONS, quote_cells),
)
ORGANISATIONS = Table(
    "organisations",
    "Mentions of organisations.",
    (*_MENTION, Column("name", "string", "its name, one for the document", required=True)),
    stage="extract",
    components=("ner", "hemicycle_people", "hemicycle_places_and_bodies"),
    rows=mention_rows(named.ORGANISATIONS, named_cells),
)
PLACES = Table(
    "places",
    "Mentions of places.",
    (*_MENTION, Column("name", "string", "its name, one for the document", required=True)),
    stage="extract",
    components=("ner", "hemicycle_people", "hemicycle_places_and_bodies"),
    rows=mention_rows(named.PLACES, named_cells),
)
DATES = Table(
    "dates",
    "Temporal expressions, by TIMEX3.",
    (
        *_MENTION,
        Column(
            "type",
            "string",
            "TIMEX3 type",
            required=True,
            choices=("DATE", "TIME", "DURATION", "SET"),
        ),
        Column("value", "string", "TIMEX3 value", required=True),
        Column("mod", "string", "TIMEX3 mod: APPROX, START, MID, END, BEFORE, AFTER..."),
        Column("begin", "date", "first ISO day covered, empty for durations and sets"),
        Column("end", "date", "last ISO day covered, empty for durations and sets"),
    ),
    stage="extract",
    components=("hemicycle_dates",),
    rows=mention_rows(values.DATES, timex_cells),
)
AMOUNTS = Table(
    "amounts",
    "Sums of money, shares, counts and measures.",
    (
        *_MENTION,
        Column(
            "kind",
            "string",
            "what sort of amount",
            required=True,
            choices=("money", "percent", "count", "measure"),
        ),
        Column(
            "value",
            "number",
            "the stated number, or the lower bound of a range",
            required=True,
            unit="as in column unit",
        ),
        Column(
            "low",
            "number",
            "lower bound, equal to `value` when exact, empty when open",
            unit="as in column unit",
        ),
        Column(
            "high",
            "number",
            "upper bound, equal to `value` when exact, empty when open",
            unit="as in column unit",
        ),
        Column(
            "unit",
            "string",
            "ISO 4217 code, `%`, `pp` (points), unit symbol, or lemma of what is counted",
        ),
        Column("per", "string", "what it is per (`month`, `m³`)"),
        Column(
            "modifier",
            "string",
            "bound or approximation",
            choices=("approx", "more_than", "less_than"),
        ),
        Column("change", "string", "direction of a change", choices=("up", "down")),
        Column("measure", "string", "what the amount measures"),
        Column("date", "string", "TIMEX3 value of the date it goes with"),
    ),
    stage="extract",
    components=("hemicycle_dates", "hemicycle_amounts"),
    rows=mention_rows(values.AMOUNTS, amount_cells),
)
SECTORS = Table(
    "sectors",
    "Mentions of branches of the economy, by NAF rév. 2.",
    (
        *_MENTION,
        Column("section", "string", "NAF rév. 2 section letter", required=True),
        Column("division", "string", "NAF rév. 2 division, empty where the text is less precise"),
        Column(
            "sector", "string", "French label of the division, or of the section", required=True
        ),
        Column("term", "string", "lemma or phrase that triggered it", required=True),
    ),
    stage="tag",
    components=("hemicycle_sectors",),
    rows=mention_rows(values.SECTORS, sector_cells),
)
THEMES = Table(
    "themes",
    "Policy topics that a document is tagged with, by the Comparative Agendas Project.",
    (
        DOC_ID,
        Column("code", "string", "CAP major topic code", required=True),
        Column("theme", "string", "French label of the topic", required=True),
        _SCORE,
        _RANK,
        Column("evidence", "string", "the terms that weighed most, separated by `; `"),
    ),
    stage="tag",
    components=("hemicycle_themes",),
    rows=theme_rows,
)
THEME_PASSAGES = Table(
    "theme_passages",
    "Sentences with the policy topics that they speak of, by the Comparative Agendas Project.",
    (
        *_MENTION,
        Column("code", "string", "CAP major topic code", required=True),
        Column("theme", "string", "French label of the topic", required=True),
        Column("subtopic", "string", "CAP subtopic code, empty where the words point to none"),
        Column("subtheme", "string", "French label of the subtopic"),
        Column(
            "score",
            "number",
            "how likely the topic is right, 0 to 1",
            required=True,
            minimum=0,
            maximum=1,
        ),
        Column("evidence", "string", "the terms that weighed most, separated by `; `"),
        Column(
            "evidence_chars",
            "string",
            "first and one-past-last character of each of these terms in text.txt (`12-20; 31-38`)",
        ),
    ),
    stage="tag",
    components=("hemicycle_themes",),
    rows=mention_rows(PASSAGE_MENTIONS, passage_cells),
)
KEYWORDS = Table(
    "keywords",
    "Words and phrases that tell what a document is about.",
    (
        DOC_ID,
        Column("keyword", "string", "the keyword", required=True),
        _SCORE,
        _RANK,
        Column("count", "integer", "how often it stands in the document", required=True, minimum=1),
    ),
    stage="tag",
    components=(
        "ner",
        "hemicycle_people",
        "hemicycle_places_and_bodies",
        "hemicycle_keywords",
    ),
    rows=keyword_rows,
)

DOCUMENT_TABLES = (
    PEOPLE,
    QUOTES,
    ORGANISATIONS,
    PLACES,
    DATES,
    AMOUNTS,
    SECTORS,
    THEMES,
    THEME_PASSAGES,
    KEYWORDS,
)
