"""``newsact patterns``: check, start and find patterns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Check patterns, start new ones, find phrases that none knows.")


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Pattern files or folders laid over the shipped ones.", exists=True)
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Configuration file.", exists=True, dir_okay=False)] = None,
    warnings: Annotated[bool, typer.Option(help="Also list ties and roles that no example fills.")] = False,
) -> None:
    """Run every example and counter-example through the whole pipeline and look for triggers that cannot work.

    Exits with 1 when an example fails, a counter-example fires or a trigger can never fire.

    Example: newsact patterns check my_patterns.yaml --warnings
    """
    from rich.console import Console

    from pipeline.config import load_configuration
    from pipeline.events.check import check as checked
    from pipeline.report.patterns import reader, render, within
    from pipeline.shard import Worker

    given = load_configuration(config)
    worker = Worker(given.model_copy(update={"patterns": (*given.patterns, *(files or []))}))
    report = checked(worker.events.patterns, reader(worker))
    keep = within(files or [])
    report = replace(report, findings=tuple(f for f in report.findings if keep(f)))
    Console().print(render(report, warnings=warnings))
    if not report.ok:
        raise typer.Exit(1)


@app.command()
def new(
    event: Annotated[str, typer.Argument(help="Event type: a known one, or one of your own.")],
    verb: Annotated[list[str] | None, typer.Option(help="A verb that means it (repeatable).")] = None,
    noun: Annotated[list[str] | None, typer.Option(help="A noun that means it (repeatable).")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of printing.")] = None,
) -> None:
    """Print a pattern to start from, with the roles of its type, examples and counter-examples to fill in.

    Example: newsact patterns new block --verb geofence -o my_patterns.yaml
    """
    from pipeline.errors import ConfigError
    from pipeline.events import load_patterns
    from pipeline.report.patterns import skeleton
    from pipeline.resources import shipped

    text = skeleton(load_patterns([shipped("configs", "patterns")]), event, verb or [], noun or [])
    if output is None:
        typer.echo(text, nl=False)
        return
    if output.exists():
        raise ConfigError(f"{output}: exists already; give another file to --output")
    output.write_text(text, encoding="utf-8")
    typer.echo(f"{output}: fill in the examples, then: newsact patterns check {output}")


@app.command()
def suggest(
    out: Annotated[Path, typer.Argument(help="Output folder of a run with --propositions.", exists=True)],
    top: Annotated[int, typer.Option(help="How many to print.", min=1)] = 20,
    least: Annotated[int, typer.Option(help="Leave out what occurs less often.", min=1)] = 2,
) -> None:
    """Print the predicates that actors fill most often and that gave no event, as triggers ready to paste.

    Example: newsact run articles/ -o outputs/first --propositions && newsact patterns suggest outputs/first
    """
    from pipeline.report.patterns import paste
    from pipeline.report.patterns import suggest as suggested

    for suggestion in suggested(out, top, least):
        typer.echo(paste(suggestion))
