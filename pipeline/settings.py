"""The settings of a run, with their defaults: what the config file, the environment and the
options of the command line can say.
"""

from __future__ import annotations

import datetime
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    FilePath,
    ValidationError,
    field_validator,
)

DEFAULT_CONFIG = "hemicycle.toml"
Frequency = Literal["day", "week", "month", "quarter", "year"]


class SettingsError(ValueError):
    """A setting has a value that it cannot have."""


class Fields(BaseModel):
    """Names of the fields of a record (a line of JSONL, a row of CSV or Parquet)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field("id", description="field that holds a record's id")
    text: str = Field("text", description="field that holds the text")
    date: str = Field("date", description="field that holds the document's date")
    title: str = Field("title", description="field that holds the title")
    speaker: str = Field("speaker", description="field that holds the speaker")
    source: str = Field("source", description="field that holds the publisher")
    url: str = Field("url", description="field that holds the address")
    language: str = Field("language", description="field that holds the language")
    country: str = Field("country", description="field that holds the country")


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
    archive_depth: int = Field(2, ge=1, description="how deep archives may lie in archives")
    nested_tags: int = Field(
        250, gt=0, le=250, description="most tags of a web page inside each other"
    )
    pages: int = Field(20_000, gt=0, description="most pages of a PDF")
    document_seconds: float = Field(
        600, ge=0, description="longest that reading one document may take, 0 for ever"
    )
    text_characters: int = Field(20_000_000, gt=0, description="longest text of one document")


class Settings(BaseModel):
    """Everything that changes what a run reads or writes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    output: Annotated[str, BeforeValidator(str)] = Field(
        "outputs", description="folder of the results, or its address (s3://...)"
    )
    workers: int = Field(1, ge=1, le=256, description="processes that read in parallel")
    cluster: str = Field(
        "", pattern=r"^(local|(tcp|tls)://.+)?$", description="dask cluster that reads instead"
    )
    layout: Literal["folders", "parquet"] | None = Field(
        None, description="documents in a folder each, or thousands in a Parquet file"
    )
    force: bool = Field(False, description="read everything again, changed or not")
    prune: bool = Field(False, description="remove documents that are gone from the sources")
    fail_fast: bool = Field(False, description="stop at the first failure")
    date: datetime.date | None = Field(None, description="date of every document, ISO")
    country: str = Field("", pattern=r"^([A-Z]{2})?$", description="country of every document")
    keep_foreign: bool = Field(False, description="read documents that are not French too")
    tei: Literal["sitting", "utterance"] = Field(
        "sitting", description="what a document of a TEI file is"
    )
    metadata: FilePath | None = Field(None, description="TOML or CSV of metadata that overrides")
    excel: bool = Field(False, description="CSVs that French Excel opens by a double click")
    by: tuple[str, ...] = Field(
        ("speaker",), description="columns of corpus/documents.csv that summaries are grouped by"
    )
    freq: Frequency = Field("month", description="length of the periods of summaries")
    aliases: FilePath | None = Field(None, description="CSV of names led to persons by hand")
    gazetteer: FilePath | None = Field(None, description="CSV of persons with ids and offices")
    parquet: bool = Field(False, description="the tables of the corpus as Parquet too")
    xlsx: bool = Field(False, description="all tables as one workbook too")
    fields: Fields = Fields()
    limits: Limits = Limits()

    @field_validator("parquet")
    @classmethod
    def _installed(cls, wanted: bool) -> bool:
        """Say before a long run that its last step would fail."""
        if wanted and find_spec("pyarrow") is None:
            raise ValueError(
                "it needs pyarrow, which is not installed; run pip install 'hemicycle[parquet]'"
            )
        return wanted


def read_config(path: Path) -> dict[str, Any]:
    """A TOML config file as plain data, checked against :class:`Settings`.

    Raises:
        SettingsError: the file cannot be read, is not TOML, or names an unknown setting.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"Config {path} cannot be read: {error.strerror}.") from error
    except RecursionError as error:
        raise SettingsError(f"Config {path} is nested too deeply.") from error
    except ValueError as error:
        raise SettingsError(f"Config {path} is not valid TOML: {error}.") from error
    make_settings(data, f"config {path}")
    return data


def make_settings(data: dict[str, Any], origin: str = "options") -> Settings:
    """Checked settings.

    Raises:
        SettingsError: one sentence that names the first wrong setting.
    """
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"Setting {name!r} in {origin}: {first['msg']}.") from error
