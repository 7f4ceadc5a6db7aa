"""The ``newsact`` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False)


@app.callback()
def _root() -> None:
    """Turn news articles into tables of actors and events."""


@app.command()
def run(
    inputs: Annotated[list[str], typer.Argument(help="files, folders or globs")],
    out: Annotated[Path, typer.Option("-o", "--out", help="output folder")],
    clean: Annotated[str, typer.Option(help="auto, or none to leave text untouched")] = "auto",
    propositions: Annotated[bool, typer.Option("--propositions", help="also write every predicate's slots")] = False,
) -> None:
    """Example: newsact run articles/ -o outputs/first"""
    from pipeline.export import rows, write
    from pipeline.load import read
    from pipeline.records import Failure
    from pipeline.shard import Worker

    worker = Worker(clean_mode=clean, propositions=propositions)
    results = list(worker.process(read(inputs)))
    failures = [r for r in results if isinstance(r, Failure)]
    write(out, rows([r for r in results if not isinstance(r, Failure)], failures))
    raise typer.Exit(3 if failures else 0)


def main() -> None:
    """Entry point of the console script."""
    app()
