"""The command line: one command a stage, ``run`` for all of them.

Heavy imports wait until a command needs them, so that help comes at once. Data goes to standard
output, everything said to people goes to standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline import __version__
from pipeline.exits import Exit, guarded, stop
from pipeline.options import (
    Aliases,
    By,
    Cluster,
    Country,
    DateField,
    Day,
    DryRun,
    Excel,
    FailFast,
    Force,
    Freq,
    Gazetteer,
    IdField,
    Inputs,
    Json,
    Layout,
    Output,
    Prune,
    Quiet,
    SpeakerField,
    TextField,
    TitleField,
    Verbose,
    Workers,
)

if TYPE_CHECKING:
    from pipeline.progress import Report
    from pipeline.settings import Settings


app = typer.Typer(
    name="hemicycle",
    help="Read people, dates, amounts, sectors and themes in French political texts into CSVs.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_COMMANDS = ("run", "ingest", "extract", "tag", "aggregate")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hemicycle {__version__}")
        raise typer.Exit


@app.callback()
def main(
    ctx: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            envvar="HEMICYCLE_CONFIG",
            help="Settings in TOML; hemicycle.toml in this folder is read if it is there.",
            show_default=False,
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Read people, dates, amounts, sectors and themes in French political texts into CSVs.

    A setting is taken from the option, else from the variable HEMICYCLE_..., else from the config
    file, else it has its default.
    """
    default = Path("hemicycle.toml")
    path = config or (default if default.is_file() else None)
    ctx.obj = {}
    if path is None:
        return
    from pipeline.settings import SettingsError, read_config

    try:
        data = read_config(path)
    except SettingsError as error:
        stop(str(error), Exit.USAGE)
    ctx.obj = {"limits": data.pop("limits", {})}
    names = {f"{name}_field": value for name, value in data.pop("fields", {}).items()}
    options = {name: str(value) if name == "date" else value for name, value in data.items()}
    ctx.default_map = {command: {**options, **names} for command in _COMMANDS}


@app.command()
def run(
    ctx: typer.Context,
    inputs: Inputs,
    output: Output = Path("outputs"),
    workers: Workers = 1,
    cluster: Cluster = "",
    layout: Layout = "",
    force: Force = False,
    prune: Prune = False,
    fail_fast: FailFast = False,
    date: Day = "",
    country: Country = "",
    excel: Excel = False,
    by: By = ["speaker"],  # noqa: B006  (typer copies it)
    freq: Freq = "month",
    aliases: Aliases = None,
    gazetteer: Gazetteer = None,
    id_field: IdField = "id",
    text_field: TextField = "text",
    date_field: DateField = "date",
    title_field: TitleField = "title",
    speaker_field: SpeakerField = "speaker",
    dry_run: DryRun = False,
    json: Json = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Do everything: read texts, extract, tag, aggregate, in one pass.

    Only what is new or has changed since an earlier run is read.
    """
    settings = _settings(
        ctx,
        output=output,
        workers=workers,
        cluster=cluster,
        layout=layout or None,
        force=force,
        prune=prune,
        fail_fast=fail_fast,
        date=date or None,
        country=country,
        excel=excel,
        by=by,
        freq=freq,
        aliases=aliases,
        gazetteer=gazetteer,
        fields=_fields(id_field, text_field, date_field, title_field, speaker_field),
    )
    if dry_run:
        _dry_run(inputs, settings)
        return
    from pipeline import stages

    _perform(lambda watch: stages.run(inputs, settings, watch), json, verbose, quiet)


@app.command()
def ingest(
    ctx: typer.Context,
    inputs: Inputs,
    output: Output = Path("outputs"),
    layout: Layout = "",
    force: Force = False,
    fail_fast: FailFast = False,
    date: Day = "",
    country: Country = "",
    excel: Excel = False,
    id_field: IdField = "id",
    text_field: TextField = "text",
    date_field: DateField = "date",
    title_field: TitleField = "title",
    speaker_field: SpeakerField = "speaker",
    dry_run: DryRun = False,
    json: Json = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Read texts and write them cleaned, with what is known of them."""
    settings = _settings(
        ctx,
        output=output,
        layout=layout or None,
        force=force,
        fail_fast=fail_fast,
        date=date or None,
        country=country,
        excel=excel,
        fields=_fields(id_field, text_field, date_field, title_field, speaker_field),
    )
    if dry_run:
        _dry_run(inputs, settings)
        return
    from pipeline import stages

    _perform(lambda watch: stages.ingest(inputs, settings, watch), json, verbose, quiet)


@app.command()
def extract(
    ctx: typer.Context,
    output: Output = Path("outputs"),
    workers: Workers = 1,
    cluster: Cluster = "",
    force: Force = False,
    fail_fast: FailFast = False,
    excel: Excel = False,
    json: Json = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Extract people, dates and amounts from the ingested texts."""
    settings = _settings(
        ctx,
        output=output,
        workers=workers,
        cluster=cluster,
        force=force,
        fail_fast=fail_fast,
        excel=excel,
    )
    from pipeline import stages

    _perform(lambda watch: stages.annotate("extract", settings, watch), json, verbose, quiet)


@app.command()
def tag(
    ctx: typer.Context,
    output: Output = Path("outputs"),
    workers: Workers = 1,
    cluster: Cluster = "",
    force: Force = False,
    fail_fast: FailFast = False,
    excel: Excel = False,
    json: Json = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Tag the ingested texts with sectors, themes and keywords."""
    settings = _settings(
        ctx,
        output=output,
        workers=workers,
        cluster=cluster,
        force=force,
        fail_fast=fail_fast,
        excel=excel,
    )
    from pipeline import stages

    _perform(lambda watch: stages.annotate("tag", settings, watch), json, verbose, quiet)


@app.command()
def aggregate(
    ctx: typer.Context,
    output: Output = Path("outputs"),
    excel: Excel = False,
    by: By = ["speaker"],  # noqa: B006  (typer copies it)
    freq: Freq = "month",
    aliases: Aliases = None,
    gazetteer: Gazetteer = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Put the tables of all documents together and count them."""
    settings = _settings(
        ctx,
        output=output,
        excel=excel,
        by=by,
        freq=freq,
        aliases=aliases,
        gazetteer=gazetteer,
    )
    from pipeline import stages

    _perform(lambda watch: stages.aggregate(settings), json, False, quiet)


@app.command()
def status(
    outputs: Annotated[Path, typer.Argument(help="Folder of the results.")] = Path("outputs"),
    excel: Excel = False,
    json: Json = False,
) -> None:
    """Tell which documents are done, failed, stale (made by another version) or not complete."""
    from pipeline.console import print_status
    from pipeline.status import status_of

    print_status(guarded(lambda: status_of(outputs, excel=excel)), as_json=json)


@app.command()
def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(
            help="Folder of annotated texts; models/gold by default.", show_default=False
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Fail if a figure is below its pinned floor.")
    ] = False,
    errors: Annotated[int, typer.Option(min=0, help="Show up to so many errors.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure precision, recall and F1 of every table on annotated texts."""
    from pipeline.console import print_scores
    from pipeline.evaluation import EvaluationError, evaluate_folder

    try:
        scores = guarded(lambda: evaluate_folder(gold))
    except EvaluationError as error:
        stop(str(error), Exit.USAGE)
    print_scores(scores, as_json=json, errors=errors)
    if check and (low := scores.below_floors()):
        stop("Below the floor: " + "; ".join(low) + ".", Exit.SOME_FAILED)


@app.command()
def info(
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Tell what is installed: versions, models, components, taxonomies and lexicons."""
    from pipeline.console import print_info

    guarded(lambda: print_info(as_json=json))


def _fields(id_: str, text: str, date: str, title: str, speaker: str) -> dict[str, str]:
    return {"id": id_, "text": text, "date": date, "title": title, "speaker": speaker}


def _settings(ctx: typer.Context, **options: Any) -> Settings:
    from pipeline.settings import SettingsError, make_settings

    try:
        return make_settings({**ctx.obj, **options})
    except SettingsError as error:
        stop(str(error), Exit.USAGE)


def _dry_run(inputs: list[str], settings: Settings) -> None:
    from pipeline.document import Failure
    from pipeline.ingestion.reading import read_documents

    number = failed = 0
    for found in read_documents(inputs, settings):
        if isinstance(found, Failure):
            failed += 1
            typer.echo(f"{found.path} {found.record}: {found.message}", err=True)
        else:
            number += 1
            day = found.date.isoformat() if found.date else ""
            typer.echo(f"{found.doc_id}\t{day}\t{found.words}\t{found.path}")
    _leave(number, failed)


def _perform(
    work: Callable[[Callable[[Report], None]], Report], as_json: bool, verbose: bool, quiet: bool
) -> None:
    from pipeline.console import print_report, watching

    with watching(verbose=verbose, quiet=quiet) as watch:
        report = guarded(lambda: work(watch))
    print_report(report, as_json=as_json, quiet=quiet)
    unread = all(failure.error == "not found" for failure in report.failures)
    _leave(report.documents + report.skipped, len(report.failures), nothing=unread)


def _leave(documents: int, failed: int, *, nothing: bool = False) -> None:
    if documents == 0 and (nothing or failed == 0):
        stop("There was nothing to read.", Exit.NOTHING_TO_READ)
    if failed:
        sys.exit(Exit.SOME_FAILED)
