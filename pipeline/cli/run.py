"""``newsact run``: articles in, tables out."""

from __future__ import annotations

import json
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.errors import NewsactError

if TYPE_CHECKING:
    from pipeline.run import Outcome
    from pipeline.run.progress import Watcher


class EngineName(StrEnum):
    """Engines by the names used in configurations."""

    serial = "serial"
    processes = "processes"
    ray = "ray"


class Partition(StrEnum):
    """Ways to divide tables into folders."""

    none = "none"
    year = "year"
    month = "month"


class Clean(StrEnum):
    """Ways to treat a record's text."""

    auto = "auto"
    none = "none"


def run(
    inputs: Annotated[list[str], typer.Argument(help="Files, folders, globs or fsspec addresses.", metavar="INPUT...")],
    out: Annotated[str, typer.Option("-o", "--out", help="Output folder; a local path or an fsspec address.")],
    config: Annotated[Path | None, typer.Option(help="A configuration file (see configs/newsact.yaml).")] = None,
    clean: Annotated[Clean | None, typer.Option(help="auto: find the article; none: leave the text as it is.")] = None,
    language: Annotated[str | None, typer.Option(help="ISO 639-1 code of the articles wanted, or any.")] = None,
    mapping: Annotated[str | None, typer.Option("--map", help="Columns, as in text=body,date=published_at.")] = None,
    format_: Annotated[str | None, typer.Option("--format", help="Read inputs as this format.")] = None,
    keep_duplicates: Annotated[
        bool | None, typer.Option("--keep-duplicates", help="Keep articles whose text was met before.")
    ] = None,
    drop_repeated: Annotated[
        bool | None, typer.Option("--drop-repeated", help="Leave out blocks that many articles of a source share.")
    ] = None,
    propositions: Annotated[
        bool | None, typer.Option("--propositions", help="Also write every filled slot of every predicate.")
    ] = None,
    engine: Annotated[EngineName | None, typer.Option(help="Where the work runs.")] = None,
    workers: Annotated[str | None, typer.Option(help="auto (one per core) or a number.")] = None,
    ray_address: Annotated[str | None, typer.Option(help="A running Ray cluster to join.")] = None,
    partition_by: Annotated[Partition | None, typer.Option(help="Folders by publication date.")] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Start afresh where the folder has a run.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON on standard output.")] = False,
) -> None:
    """Process articles into tables of actors and events.

    Example: newsact run articles/ -o outputs/first --engine processes

    A killed run goes on where it was when the same command is given again; new inputs are added to a finished one.
    Exit code 0: done; 1: failed; 2: wrong usage or configuration; 3: done, with some records in `failures`.
    """
    from pipeline.config import load_configuration
    from pipeline.load import parse_mapping
    from pipeline.run import run as run_pipeline

    given: dict[str, Any] = {
        "clean": clean,
        "language": language,
        "map": parse_mapping(mapping) if mapping is not None else None,
        "format": format_,
        "keep_duplicates": keep_duplicates,
        "drop_repeated": drop_repeated,
        "propositions": propositions,
        "engine": engine,
        "workers": int(workers) if workers is not None and workers.isdigit() else workers,
        "ray_address": ray_address,
        "partition_by": partition_by,
    }
    configuration = load_configuration(config, {key: value for key, value in given.items() if value is not None})
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a plain kill ends a run as Ctrl-C does
    try:
        outcome = run_pipeline(inputs, out, configuration, overwrite=overwrite, watcher=_watcher(quiet))
    except KeyboardInterrupt:
        raise NewsactError("interrupted: give the same command again to go on from here") from None
    except OSError as error:
        raise NewsactError(
            f"stopped: {error}. What was finished is kept: give the same command again to go on from here"
        ) from error
    if as_json:
        typer.echo(json.dumps(outcome.as_dict(), ensure_ascii=False))
    elif not quiet:
        typer.echo(_summary(outcome), err=True)
    raise typer.Exit(3 if outcome.total.failed else 0)


def _watcher(quiet: bool) -> Watcher:
    from pipeline.run.progress import Bar, Log, Silent

    if quiet:
        return Silent()
    return Bar() if sys.stderr.isatty() else Log()


def _summary(outcome: Outcome) -> str:
    done, total = outcome.tally, outcome.total
    if not outcome.shards_run:
        return f"newsact: nothing new: {outcome.folder} has all {total.articles:,} articles already"
    text = (
        f"newsact: {done.articles:,} articles, {done.events:,} events, {done.failed:,} failures "
        f"in {outcome.seconds:.1f} s ({outcome.words_per_second:,.0f} words/s) -> {outcome.folder}"
    )
    if outcome.shards_before or done.known:
        text += f" (now {total.articles:,} articles, {total.events:,} events)"
    if done.failed:
        reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(done.failures.items()))
        text += f"\nnewsact: not processed, see the failures table: {reasons}"
    return text
