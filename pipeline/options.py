"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns or addresses (s3://...) to read, or - for standard input.",
        show_default=False,
    ),
]
Texts = Annotated[
    list[str],
    typer.Argument(help="Texts whose tags are shown; nothing is written then.", show_default=False),
]
Output = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        envvar="HEMICYCLE_OUTPUT",
        help="Folder of the results, or its address (s3://bucket/folder).",
    ),
]
Workers = Annotated[
    int,
    typer.Option(
        min=1, max=256, envvar="HEMICYCLE_WORKERS", help="Processes that read in parallel."
    ),
]
Cluster = Annotated[
    str,
    typer.Option(
        envvar="HEMICYCLE_CLUSTER",
        metavar="ADDRESS",
        help="Dask cluster that reads instead: local (as many workers as asked for) or tcp://...",
        show_default=False,
    ),
]
Layout = Annotated[
    str,
    typer.Option(
        envvar="HEMICYCLE_LAYOUT",
        metavar="folders|parquet",
        help="Keep each document in a folder, or thousands in a Parquet file.",
        show_default="folders",
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help="Read everything again, whether it has changed or not.")
]
Prune = Annotated[
    bool,
    typer.Option("--prune", help="Remove documents of earlier runs that are gone from the inputs."),
]
FailFast = Annotated[
    bool, typer.Option("--fail-fast", help="Stop at the first failure; nothing is aggregated.")
]
Day = Annotated[
    str,
    typer.Option(
        "--date",
        envvar="HEMICYCLE_DATE",
        metavar="YYYY-MM-DD",
        help="Date of every document, where hier and lundi are counted from.",
        show_default=False,
    ),
]
Country = Annotated[
    str,
    typer.Option(
        envvar="HEMICYCLE_COUNTRY",
        metavar="CODE",
        help="Country of documents that do not say theirs (ISO 3166, FR, SN, CA...).",
        show_default=False,
    ),
]
Excel = Annotated[
    bool,
    typer.Option(
        "--excel", envvar="HEMICYCLE_EXCEL", help="CSVs that French Excel opens by a double click."
    ),
]
By = Annotated[
    list[str],
    typer.Option(
        "--by",
        envvar="HEMICYCLE_BY",
        metavar="COLUMN",
        help="Column of corpus/documents.csv to group summaries by; may be repeated.",
    ),
]
Freq = Annotated[
    str,
    typer.Option(
        envvar="HEMICYCLE_FREQ",
        help="Length of the periods of summaries: day, week, month, quarter or year.",
    ),
]
Aliases = Annotated[
    Path | None,
    typer.Option(
        envvar="HEMICYCLE_ALIASES",
        metavar="CSV",
        help="Names led to persons by hand (columns name, person, doc_id).",
        show_default=False,
    ),
]
Gazetteer = Annotated[
    Path | None,
    typer.Option(
        envvar="HEMICYCLE_GAZETTEER",
        metavar="CSV",
        help="Persons with ids and offices (columns name, id, role, from, to).",
        show_default=False,
    ),
]
Parquet = Annotated[
    bool,
    typer.Option(
        "--parquet",
        envvar="HEMICYCLE_PARQUET",
        help="Write the tables of corpus/ as Parquet too (extra parquet).",
    ),
]
Xlsx = Annotated[
    bool,
    typer.Option(
        "--xlsx",
        envvar="HEMICYCLE_XLSX",
        help="Write tables.xlsx too, a sheet for each table.",
    ),
]
IdField = Annotated[
    str, typer.Option(envvar="HEMICYCLE_ID_FIELD", help="JSONL field of a record's id.")
]
TextField = Annotated[
    str, typer.Option(envvar="HEMICYCLE_TEXT_FIELD", help="JSONL field of the text.")
]
DateField = Annotated[
    str, typer.Option(envvar="HEMICYCLE_DATE_FIELD", help="JSONL field of the date.")
]
TitleField = Annotated[
    str, typer.Option(envvar="HEMICYCLE_TITLE_FIELD", help="JSONL field of the title.")
]
SpeakerField = Annotated[
    str, typer.Option(envvar="HEMICYCLE_SPEAKER_FIELD", help="JSONL field of the speaker.")
]
KeepForeign = Annotated[
    bool,
    typer.Option(
        "--keep-foreign",
        envvar="HEMICYCLE_KEEP_FOREIGN",
        help="Read documents that are not French too.",
    ),
]
Tei = Annotated[
    str,
    typer.Option(
        envvar="HEMICYCLE_TEI",
        metavar="sitting|utterance",
        help="What a document of a TEI file is.",
    ),
]
Metadata = Annotated[
    Path | None,
    typer.Option(
        envvar="HEMICYCLE_METADATA",
        help="TOML or CSV of metadata that overrule what documents say of themselves.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Name every failure as it happens.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="List what would be read; write nothing.")]
