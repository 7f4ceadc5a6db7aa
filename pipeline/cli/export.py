"""``newsact export`` and ``newsact merge``: output folders in other formats, and several as one."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What ``newsact export`` writes."""

    csv = "csv"
    jsonl = "jsonl"
    duckdb = "duckdb"
    dyads = "dyads"
    merged = "merged"


def export(
    out: Annotated[str, typer.Argument(help="Output folder of a run.", metavar="OUT")],
    form: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.csv,
    to: Annotated[Path | None, typer.Option("--to", help="File or folder to write to (else beside OUT).")] = None,
    table: Annotated[list[str] | None, typer.Option(help="Only this table (repeatable).")] = None,
) -> None:
    """Write the tables of a run as CSV, JSON Lines or a DuckDB database, or its events as dyads or told once.

    Example: newsact export outputs/first --format dyads --to dyads.csv

    csv and jsonl write a folder with a file for each table; duckdb writes one database; dyads writes one row for each
    pair of source and target, with PLOVER and actor codes, date and place; merged writes one row for each event however
    often its article tells it. Both are CSV, or Parquet by the name's suffix.
    """
    from pipeline.export.formats import export as write

    base = out.rstrip("/").rpartition("/")[2] or "newsact"
    names = {Format.csv: f"{base}-csv", Format.jsonl: f"{base}-jsonl", Format.duckdb: f"{base}.duckdb"}
    target = to or Path(out).parent / names.get(form, f"{base}-{form.value}.csv")
    for path in write(out, form.value, target, table or []):
        typer.echo(str(path))


def merge(
    folders: Annotated[list[str], typer.Argument(help="Output folders, the first copy of an article wins.")],
    out: Annotated[str, typer.Option("-o", "--out", help="New output folder.")],
) -> None:
    """Put several output folders together in a new one: one registry of actors, each article once.

    Example: newsact merge outputs/monday outputs/tuesday -o outputs/week

    The folders must come from the same version, model, settings, patterns and gazetteers.
    """
    from pipeline.run.merge import merge as merge_folders

    outcome = merge_folders(folders, out)
    typer.echo(f"newsact: {outcome.articles:,} articles, {outcome.events:,} events -> {out}", err=True)
