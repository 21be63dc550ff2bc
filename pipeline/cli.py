"""The command line: one command a stage, ``run`` for all of them.

Heavy imports wait until a command needs them, so that help comes at once. Data goes to standard
output, everything said to people goes to standard error.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline import __version__
from pipeline.exits import Exit, guarded, stop
from pipeline.knowledge_commands import calibrate, check, evaluate, info
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
    KeepForeign,
    Layout,
    Metadata,
    Output,
    Parquet,
    Prune,
    Quiet,
    SpeakerField,
    Tei,
    TextField,
    Texts,
    TitleField,
    Verbose,
    Workers,
    Xlsx,
)
from pipeline.performing import complain, leave, list_inputs, perform
from pipeline.terminal import give, say

if TYPE_CHECKING:
    from pipeline.settings import Settings


app = typer.Typer(
    name="hemicycle",
    help="Read people, dates, amounts, sectors and themes in French political texts into CSVs.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

# Under this key a line waits that tells what was taken from a config file nobody named.
_SAID = "pipeline.cli.said"
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
            help="Settings in TOML; of hemicycle.toml in this folder, what is harmless is read.",
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
    said = ""
    if config is None:
        from pipeline.found_config import harmless

        found = harmless(data, path)
        data, said = found.taken, found.said()
    fields = data.pop("fields", {})
    ctx.obj = {"limits": data.pop("limits", {}), "fields": fields}
    ctx.meta[_SAID] = said
    names = {f"{name}_field": value for name, value in fields.items()}
    options = {name: str(value) if name == "date" else value for name, value in data.items()}
    ctx.default_map = {command: {**options, **names} for command in _COMMANDS}


@app.command()
def run(
    ctx: typer.Context,
    inputs: Inputs,
    output: Output = "outputs",
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
    parquet: Parquet = False,
    xlsx: Xlsx = False,
    keep_foreign: KeepForeign = False,
    tei: Tei = "sitting",
    metadata: Metadata = None,
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
    """Do everything: read texts, extract, tag, aggregate, in one pass, and write the page.

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
        parquet=parquet,
        xlsx=xlsx,
        keep_foreign=keep_foreign,
        tei=tei,
        metadata=metadata,
        fields=_fields(ctx, id_field, text_field, date_field, title_field, speaker_field),
    )
    if dry_run:
        list_inputs(inputs, settings)
        return
    from pipeline import stages

    perform(lambda watch: stages.run(inputs, settings, watch), json, verbose, quiet)


@app.command()
def ingest(
    ctx: typer.Context,
    inputs: Inputs,
    output: Output = "outputs",
    layout: Layout = "",
    force: Force = False,
    fail_fast: FailFast = False,
    date: Day = "",
    country: Country = "",
    excel: Excel = False,
    keep_foreign: KeepForeign = False,
    tei: Tei = "sitting",
    metadata: Metadata = None,
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
        keep_foreign=keep_foreign,
        tei=tei,
        metadata=metadata,
        fields=_fields(ctx, id_field, text_field, date_field, title_field, speaker_field),
    )
    if dry_run:
        list_inputs(inputs, settings)
        return
    from pipeline import stages

    perform(lambda watch: stages.ingest(inputs, settings, watch), json, verbose, quiet)


@app.command()
def extract(
    ctx: typer.Context,
    output: Output = "outputs",
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

    perform(lambda watch: stages.annotate("extract", settings, watch), json, verbose, quiet)


@app.command()
def tag(
    ctx: typer.Context,
    texts: Texts = [],  # noqa: B006  (typer copies it)
    output: Output = "outputs",
    workers: Workers = 1,
    cluster: Cluster = "",
    force: Force = False,
    fail_fast: FailFast = False,
    excel: Excel = False,
    json: Json = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Tag the ingested texts with sectors, themes and keywords, or show the tags of some texts."""
    settings = _settings(
        ctx,
        output=output,
        workers=workers,
        cluster=cluster,
        force=force,
        fail_fast=fail_fast,
        excel=excel,
    )
    if texts:
        from pipeline.console import notes
        from pipeline.showing import show_tags

        with notes():
            shown, failures = guarded(lambda: show_tags(texts, settings))
        complain(failures)
        absent = all(failure.error == "not found" for failure in failures)
        leave(shown, len(failures), nothing=absent)
        return
    from pipeline import stages

    perform(lambda watch: stages.annotate("tag", settings, watch), json, verbose, quiet)


@app.command()
def aggregate(
    ctx: typer.Context,
    output: Output = "outputs",
    excel: Excel = False,
    by: By = ["speaker"],  # noqa: B006  (typer copies it)
    freq: Freq = "month",
    aliases: Aliases = None,
    gazetteer: Gazetteer = None,
    parquet: Parquet = False,
    xlsx: Xlsx = False,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Put the tables of all documents together, count them, and write the page."""
    settings = _settings(
        ctx,
        output=output,
        excel=excel,
        by=by,
        freq=freq,
        aliases=aliases,
        gazetteer=gazetteer,
        parquet=parquet,
        xlsx=xlsx,
    )
    from pipeline import stages

    perform(lambda watch: stages.aggregate(settings), json, False, quiet)


@app.command()
def report(
    outputs: Annotated[
        str, typer.Argument(envvar="HEMICYCLE_OUTPUT", help="Folder of a finished run.")
    ] = "outputs",
) -> None:
    """Write the page that shows a finished run, report.html: open it in a browser."""
    from pipeline import stages

    guarded(lambda: give(stages.show(outputs)))


@app.command()
def status(
    outputs: Annotated[str, typer.Argument(help="Folder of the results.")] = "outputs",
    excel: Excel = False,
    json: Json = False,
) -> None:
    """Tell which documents are done, failed, stale (made by another version) or not complete."""
    from pipeline.console import print_status
    from pipeline.status import status_of

    guarded(lambda: print_status(status_of(outputs, excel=excel), as_json=json))


for _command in (evaluate, check, calibrate, info):
    app.command()(_command)


def _fields(
    ctx: typer.Context, id_: str, text: str, date: str, title: str, speaker: str
) -> dict[str, str]:
    named = {"id": id_, "text": text, "date": date, "title": title, "speaker": speaker}
    # Names that have no option of their own come from the config file.
    return {**ctx.obj.get("fields", {}), **named}


def _settings(ctx: typer.Context, **options: Any) -> Settings:
    from pipeline.settings import SettingsError, make_settings

    if (said := ctx.meta.get(_SAID)) and not ctx.params.get("quiet"):
        say(said)
    try:
        return make_settings({**ctx.obj, **options})
    except SettingsError as error:
        stop(str(error), Exit.USAGE)
