"""The ``newsact`` command: one module per command; nothing heavy is imported before a command runs."""

from __future__ import annotations

import sys

import typer

from pipeline import __version__
from pipeline.cli import (
    actors,
    clean,
    diff,
    evaluate,
    explain,
    export,
    gate,
    gold,
    init,
    models,
    patterns,
    report,
    run,
    show,
    stats,
)
from pipeline.errors import ConfigError, NewsactError

app = typer.Typer(no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False)
app.command("run")(run.run)
app.command("clean")(clean.clean)
app.command("show")(show.show)
app.command("explain")(explain.explain)
app.command("export")(export.export)
app.command("merge")(export.merge)
app.command("report")(report.report)
app.command("stats")(stats.stats)
app.command("init")(init.init)
app.command("evaluate")(evaluate.evaluate)
app.command("gate")(gate.gate)
app.command("diff")(diff.diff)
app.add_typer(actors.app, name="actors")
app.add_typer(gold.app, name="gold")
app.add_typer(patterns.app, name="patterns")
app.add_typer(models.app, name="models")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsact {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Turn news articles into tables of actors and events: who did what to whom, when, where, according to whom.

    Example: newsact run articles/ -o outputs/first && newsact show outputs/first

    Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 done, with some articles in `failures`.
    """


def main() -> None:
    """Entry point of the console script: an error meant for a person is printed without a traceback."""
    try:
        app()
    except NewsactError as error:
        typer.echo(f"newsact: {error}", err=True)
        sys.exit(2 if isinstance(error, ConfigError) else 1)
