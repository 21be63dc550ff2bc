"""The settings of a run, each declared once: its type, default, bounds, help, and how the command
line writes it. The options of the commands, the config file, the variables ``HEMICYCLE_…``, the
help and the documentation follow from here.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    FilePath,
    ValidationError,
    field_validator,
)
from pydantic.fields import FieldInfo

from hemicycle.messages import tell

_LEAST_LIKENESS = 0.7
DEFAULT_CONFIG = "hemicycle.toml"
Frequency = Literal["day", "week", "month", "quarter", "year"]


class SettingsError(ValueError):
    """A setting has a value that it cannot have."""


@dataclass(frozen=True, slots=True)
class Option:
    """How the command line writes a setting; without it a setting stands in files alone.

    Attributes:
        flags: the options, `--name` by default.
        metavar: what stands for the value in the help, derived from the type by default.
        variable: whether it has a variable `HEMICYCLE_NAME`.
        expected: what a right value is, for the sentence about a wrong one.
        found: whether it is taken from a config file that nobody named: always, a path only if it
            stays in the folder of the file, or never, since it reaches further than reading.
    """

    flags: tuple[str, ...] = ()
    metavar: str = ""
    variable: bool = True
    expected: str = ""
    found: Literal["always", "inside", "never"] = "always"


class Fields(BaseModel):
    """Names of the fields of a record (a line of JSONL, a row of CSV or Parquet)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Option(("--id-field",), metavar="FIELD")] = Field(
        "id", description="Field that holds a record's id."
    )
    text: Annotated[str, Option(("--text-field",), metavar="FIELD")] = Field(
        "text", description="Field that holds the text."
    )
    date: Annotated[str, Option(("--date-field",), metavar="FIELD")] = Field(
        "date", description="Field that holds the document's date."
    )
    title: Annotated[str, Option(("--title-field",), metavar="FIELD")] = Field(
        "title", description="Field that holds the title."
    )
    speaker: Annotated[str, Option(("--speaker-field",), metavar="FIELD")] = Field(
        "speaker", description="Field that holds the speaker."
    )
    source: str = Field("source", description="Field that holds the publisher.")
    url: str = Field("url", description="Field that holds the address.")
    language: str = Field("language", description="Field that holds the language.")
    country: str = Field("country", description="Field that holds the country.")


class Limits(BaseModel):
    """How much of one input is accepted; more is a failure, never a crash."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file_megabytes: float = Field(
        500, gt=0, description="largest file that is read whole, in millions of bytes"
    )
    stdin_megabytes: float = Field(
        2000, gt=0, description="most that comes that is piped or remote, in millions of bytes"
    )
    part_megabytes: float = Field(
        100, gt=0, description="largest unpacked part of DOCX, ODT, EPUB, in millions of bytes"
    )
    record_megabytes: float = Field(
        50, gt=0, description="longest line of JSON Lines or CSV, in millions of characters"
    )
    record_values: int = Field(
        2_000_000, gt=0, description="most values of a line of JSON Lines, a row, or a JSON file"
    )
    record_fields: int = Field(1000, gt=0, description="most named fields of a record")
    record_failures: int = Field(
        10_000, gt=0, description="most records of a file that fail, if there are fewer texts in it"
    )
    own_columns: int = Field(
        100, ge=0, description="most columns of corpus/documents.csv for fields of the sources"
    )
    archive_megabytes: float = Field(
        2000, gt=0, description="all files of an archive together, unpacked, in millions of bytes"
    )
    archive_ratio: float = Field(
        200, gt=1, description="how many times larger an archive may be unpacked"
    )
    archive_files: int = Field(100_000, gt=0, description="most files in an archive")
    linked_pages: int = Field(1000, gt=0, description="most pages that --follow reads of a list")
    archive_depth: int = Field(2, ge=1, description="how deep archives may lie in archives")
    nested_tags: int = Field(
        250, gt=0, le=250, description="most tags of a web page inside each other"
    )
    pages: int = Field(20_000, gt=0, description="most pages of a PDF")
    document_seconds: float = Field(
        600, ge=0, description="longest that reading one document may take, 0 for ever"
    )
    text_characters: int = Field(20_000_000, gt=0, description="longest text of one document")


#: The settings that belong to the output folder, which remembers them, and not to a run.
REMEMBERED = (
    *("excel", "by", "freq", "parquet", "xlsx", "duckdb"),
    *("aliases", "gazetteer", "names"),
)


class Settings(BaseModel):
    """Everything that changes what a run reads or writes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    output: Annotated[
        str,
        BeforeValidator(str),
        Option(("-o", "--output"), metavar="FOLDER", found="never"),
    ] = Field("outputs", description="Folder of the results, or its address (s3://bucket/folder).")
    workers: Annotated[int, Option()] = Field(
        1, ge=1, le=256, description="Processes that read in parallel."
    )
    cluster: Annotated[
        str,
        Option(
            metavar="ADDRESS",
            expected=tell("local, tcp://host:port or tls://host:port"),
            found="never",
        ),
    ] = Field(
        "",
        pattern=r"^(local|(tcp|tls)://.+)?$",
        description="Dask cluster that reads instead: local (as many workers as asked for) or "
        "tcp://...",
    )
    layout: Annotated[Literal["folders", "parquet"] | None, Option()] = Field(
        None,
        description="Keep each document in a folder, or thousands in a Parquet file; by default as "
        "the folder is, else folders.",
    )
    force: Annotated[bool, Option(variable=False)] = Field(
        False, description="Read everything again, whether it has changed or not."
    )
    prune: Annotated[bool, Option(variable=False, found="never")] = Field(
        False, description="Remove documents of earlier runs that are gone from the inputs."
    )
    fail_fast: Annotated[bool, Option(variable=False)] = Field(
        False, description="Stop at the first failure; nothing is aggregated."
    )
    date: Annotated[datetime.date | None, Option(metavar="YYYY-MM-DD")] = Field(
        None, description="Date of every document, where hier and lundi are counted from."
    )
    country: Annotated[
        str, Option(metavar="CODE", expected=tell("two capital letters (ISO 3166: FR, SN, CA)"))
    ] = Field(
        "",
        pattern=r"^([A-Z]{2})?$",
        description="Country of documents that do not say theirs (ISO 3166, FR, SN, CA...).",
    )
    keep_foreign: Annotated[bool, Option()] = Field(
        False, description="Read documents and lines that are not French too."
    )
    tei: Annotated[Literal["sitting", "utterance"], Option()] = Field(
        "sitting", description="What a document of a TEI file is."
    )
    records: Annotated[str, Option(metavar="PATH")] = Field(
        "", description="Where the records of a JSON file stand (items, data.results)."
    )
    follow: Annotated[str, Option(metavar="PATTERN", found="never")] = Field(
        "",
        description="Read the pages of its site that a page or a feed of the web links to, those "
        "whose addresses match a pattern ('*', '*/discours/*').",
    )
    metadata: Annotated[FilePath | None, Option(metavar="FILE", found="inside")] = Field(
        None, description="TOML or CSV of metadata that overrule what documents say of themselves."
    )
    excel: Annotated[bool, Option()] = Field(
        False, description="CSVs that French Excel opens by a double click."
    )
    by: Annotated[tuple[str, ...], Option(metavar="COLUMN")] = Field(
        ("speaker",),
        description="Column of corpus/documents.csv to group summaries by; may be repeated.",
    )
    freq: Annotated[Frequency, Option()] = Field(
        "month", description="Length of the periods of summaries."
    )
    aliases: Annotated[FilePath | None, Option(metavar="CSV", found="inside")] = Field(
        None, description="Names led to persons by hand (columns name, person, doc_id)."
    )
    gazetteer: Annotated[FilePath | None, Option(metavar="CSV", found="inside")] = Field(
        None, description="Persons with ids and offices (columns name, id, role, from, to)."
    )
    names: Annotated[FilePath | None, Option(metavar="CSV", found="inside")] = Field(
        None,
        description="Organisations and places of your own (columns name, kind, country, acronym, "
        "aliases, entity_id).",
    )
    parquet: Annotated[bool, Option()] = Field(
        False, description="Write the tables of corpus/ as Parquet too (extra parquet)."
    )
    xlsx: Annotated[bool, Option()] = Field(
        False, description="Write tables.xlsx too, a sheet for each table."
    )
    duckdb: Annotated[bool, Option()] = Field(
        False, description="Write hemicycle.duckdb too, all tables with keys and views."
    )
    fields: Fields = Fields()
    limits: Limits = Limits()

    @field_validator("parquet")
    @classmethod
    def _installed(cls, wanted: bool) -> bool:
        """Say before a long run that its last step would fail."""
        if wanted and find_spec("pyarrow") is None:
            raise ValueError(
                tell(
                    "it needs pyarrow, which is not installed; run pip install 'hemicycle[parquet]'"
                )
            )
        return wanted


def option_of(field: FieldInfo) -> Option | None:
    """How the command line writes a setting, None if it does not."""
    return next((one for one in field.metadata if isinstance(one, Option)), None)


def choices_of(field: FieldInfo) -> tuple[str, ...]:
    """The values that a setting may have, empty if they cannot be listed."""
    for kind in (field.annotation, *get_args(field.annotation)):
        values = get_args(kind)
        if values and all(isinstance(value, str) for value in values):
            return values
    return ()


def read_config(path: Path) -> dict[str, Any]:
    """A TOML config file as plain data, checked against :class:`Settings`.

    Raises:
        SettingsError: the file cannot be read, is not TOML, or names an unknown setting.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(
            tell("Config {path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from error
    except RecursionError as error:
        raise SettingsError(tell("Config {path} is nested too deeply.", path=path)) from error
    except ValueError as error:
        raise SettingsError(
            tell("Config {path} is not valid TOML: {error}.", path=path, error=error)
        ) from error
    make_settings(data, f" in {path}")
    return data


def make_settings(data: dict[str, Any], place: str = "") -> Settings:
    """Checked settings.

    Args:
        data: values by the names of :class:`Settings`.
        place: where they were given, with a blank in front (` in hemicycle.toml`).

    Raises:
        SettingsError: one sentence that names the first wrong setting, and what would be right.
    """
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        raise SettingsError(_sentence(error.errors()[0], place)) from error


def _sentence(error: Any, place: str) -> str:
    """What is wrong with a setting and what would be right."""
    *above, name = (part for part in error["loc"] if isinstance(part, str))
    models: dict[str, type[BaseModel]] = {"fields": Fields, "limits": Limits}
    model = models.get(above[0] if above else "", Settings)
    shown = ".".join([*above, name])
    if error["type"] == "extra_forbidden":
        return tell(
            "There is no setting {shown!r}{place}{end}",
            shown=shown,
            place=place,
            end=_end(name, model.model_fields),
        )
    field = model.model_fields[name]
    given = tell("{shown} is {given!r}{place}", shown=shown, given=error["input"], place=place)
    if error["type"] == "value_error":
        return f"{given}: {error['ctx']['error']}."
    choices = choices_of(field)
    right = (
        tell("one of {choices}", choices=", ".join(choices)) if choices else _expected(error, field)
    )
    end = _end(str(error["input"]), choices)
    return tell("{given}; it must be {right}{end}", given=given, right=right, end=end)


_EXPECTED = {
    "bool": tell("true or false"),
    "date": tell("a day such as 2025-12-31"),
    "float": tell("a number"),
    "int": tell("a whole number"),
    "path": tell("the path of a file that exists"),
    "string": tell("a text"),
    "tuple": tell("a list"),
    "model": tell("a table of settings"),
}


def _expected(error: Any, field: FieldInfo) -> str:
    option, bounds = option_of(field), error.get("ctx", {})
    if option and option.expected:
        return option.expected
    for bound, words in (
        ("ge", tell("at least")),
        ("gt", tell("more than")),
        ("le", tell("at most")),
    ):
        if bound in bounds:
            return f"{words} {bounds[bound]:g}"
    return _EXPECTED.get(error["type"].partition("_")[0], tell("of another kind"))


def _end(given: str, known: Collection[str]) -> str:
    """The end of a sentence: which known name a given one is most like, if one is near."""
    found = get_close_matches(given, list(known), n=1, cutoff=_LEAST_LIKENESS)
    return tell("; did you mean {found}?", found=found[0]) if found else "."
