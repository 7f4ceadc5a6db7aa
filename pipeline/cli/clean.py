"""``newsact clean``: what goes into the pipeline, without loading the language model."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from pipeline.clean import Cleaned, Repeated
    from pipeline.records import Failure

BATCH = 500  # rows held before they are written


def clean(
    inputs: Annotated[list[str], typer.Argument(help="files, folders, globs, addresses (s3://...), or - for stdin")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="write the articles and failures tables here")] = None,
    mode: Annotated[str, typer.Option("--clean", help="auto, or none to leave text untouched")] = "auto",
    language: Annotated[str, typer.Option(help="ISO 639-1 code of the articles wanted, or any")] = "en",
    mapping: Annotated[str, typer.Option("--map", help="columns, as in text=body,date=published_at")] = "",
    format: Annotated[str, typer.Option("--format", help="read inputs as this format, whatever they look like")] = "",
    drop_repeated: Annotated[
        bool,
        typer.Option("--drop-repeated", help="leave out blocks that many articles of a source share"),
    ] = False,
) -> None:
    """Example: newsact clean page.html article.md

    Shows each article with its metadata and what was dropped and why; with -o writes the articles and failures tables.
    Articles with the same text as an earlier one are kept here and pointed out.
    """
    from pipeline.clean import CleanOptions, Repeated
    from pipeline.errors import ConfigError
    from pipeline.load import LoadOptions, parse_mapping, read

    cleaning = CleanOptions(mode=mode, language=language)
    loading = LoadOptions(mapping=parse_mapping(mapping), format=format or None, report=_note)
    repeated = None
    if drop_repeated and mode != "none":
        if "-" in inputs:
            raise ConfigError("--drop-repeated reads the inputs twice, which standard input does not allow")
        repeated = Repeated.count(read(inputs, replace(loading, report=None)))
    results = _results(inputs, loading, cleaning, repeated)
    failures = _write(out, results) if out else _show(results)
    raise typer.Exit(3 if failures else 0)


def _note(message: str) -> None:
    typer.echo(f"note: {message}", err=True)


def _results(inputs: list[str], loading: Any, cleaning: Any, repeated: Repeated | None) -> Iterator[Cleaned | Failure]:
    from pipeline.clean import clean_page
    from pipeline.clean.duplicates import Seen
    from pipeline.errors import ArticleError
    from pipeline.load import read
    from pipeline.records import Failure

    seen = Seen()
    for document in read(inputs, loading):
        if isinstance(document, Failure):
            yield document
            continue
        try:
            cleaned = clean_page(document, cleaning, repeated)
        except ArticleError as error:
            yield Failure(document.source_uri, document.record_id, "clean", type(error).__name__, str(error))
            continue
        if copy := seen.check(cleaned.article):
            _note(f"{copy.source_uri}: {copy.message}")
        yield cleaned


def _show(results: Iterator[Cleaned | Failure]) -> int:
    """Print articles and failures; return how many failures there were."""
    from pipeline.records import Failure

    failures = 0
    for result in results:
        if isinstance(result, Failure):
            failures += 1
            typer.echo(f"{result.source_uri}: {result.stage}: {result.message}\n", err=True)
            continue
        article = result.article
        typer.echo(f"== {article.source_uri}")
        for name in ("title", "author", "publisher", "published", "url", "fetched_at", "language", "record_id"):
            value = getattr(article, name)
            if value is not None:
                source = f"  (from {article.published_source})" if name == "published" else ""
                typer.echo(f"{name + ':':<12}{value}{source}")
        for note in article.notes:
            typer.echo(f"{'note:':<12}{note}")
        typer.echo(f"\n{article.text}\n")
        for dropped in result.dropped:
            text = dropped.text if len(dropped.text) <= 80 else dropped.text[:77] + "..."
            typer.echo(f"-- {dropped.reason} ({dropped.score:.2f}) [{dropped.start}:{dropped.end}] {text}")
        if result.dropped:
            typer.echo("")
    return failures


def _write(out: Path, results: Iterator[Cleaned | Failure]) -> int:
    """Write the two tables, a batch at a time, under temporary names; return how many failures there were."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from pipeline.export.schemas import COLUMNS, schema
    from pipeline.records import Failure

    out.mkdir(parents=True, exist_ok=True)
    names = ("articles", "failures")
    targets = {name: out / f"{name}.parquet" for name in names}
    temporary = {name: target.with_suffix(".parquet.tmp") for name, target in targets.items()}
    writers = {name: pq.ParquetWriter(path, schema(name), compression="zstd") for name, path in temporary.items()}
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    counts = dict.fromkeys(names, 0)

    def flush(name: str) -> None:
        writers[name].write_table(pa.Table.from_pylist(rows[name], schema=schema(name)))
        rows[name].clear()

    columns = [c for c, _, _ in COLUMNS["articles"] if not c.startswith("n_")]
    try:
        for result in results:
            if isinstance(result, Failure):
                name, row = "failures", asdict(result)
            else:
                name, row = "articles", {c: getattr(result.article, c) for c in columns}
            rows[name].append(row)
            counts[name] += 1
            if len(rows[name]) >= BATCH:
                flush(name)
        for name in names:
            flush(name)
    finally:
        for writer in writers.values():
            writer.close()
    for name in names:
        os.replace(temporary[name], targets[name])
    if sys.stderr.isatty() or counts["failures"]:
        typer.echo(f"{counts['articles']} articles, {counts['failures']} failures -> {out}", err=True)
    return counts["failures"]
