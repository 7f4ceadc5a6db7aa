"""An output folder in other formats: CSV, JSON Lines, a DuckDB database, dyads as political scientists use them,
and events told once.

Tables are written file by file, so memory does not grow with the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pc_csv
import pyarrow.parquet as pq

from pipeline.errors import ConfigError, RunError, nearest
from pipeline.export.dataset import read_parts, table_files
from pipeline.export.dyads import DYADS, dyads
from pipeline.export.folder import OutputFolder
from pipeline.export.merged import MERGED, merged
from pipeline.export.schemas import COLUMNS, schema

FORMATS = ("csv", "jsonl", "duckdb", "dyads", "merged")
_LIST_MARK = "; "

Write = Callable[[Path, pa.Schema, Iterator[pa.Table]], None]


def export(out: Path | str, form: str, target: Path, tables: Sequence[str] = ()) -> list[Path]:
    """Write tables (all that there are, without names) in a format and return the files that were made.

    ``csv`` and ``jsonl`` write one file a table into the folder ``target``; lists are joined by "; " in CSV. ``duckdb``
    writes one database file, ``dyads`` and ``merged`` (each event once) one file: CSV, or Parquet where the name ends
    so. Files that are there are replaced. Raises ConfigError for an unknown format or table, RunError where ``out``
    holds no run.
    """
    if form not in FORMATS:
        raise ConfigError(f"no format {form!r}{nearest(form, FORMATS)}; formats: {', '.join(FORMATS)}")
    for table in tables:
        if table not in COLUMNS:
            raise ConfigError(f"no table {table!r}{nearest(table, COLUMNS)}; tables: {', '.join(COLUMNS)}")
    folder = OutputFolder(out)
    if not folder.exists("run.json"):
        raise RunError(f"{out} is not the output of a run: there is no run.json in it")
    if form in ("dyads", "merged"):
        shape, parts = (DYADS, dyads(folder)) if form == "dyads" else (MERGED, merged(folder))
        return [_write_view(target, shape, parts)]
    wanted = list(tables) or [t for t in COLUMNS if table_files(folder, t)]
    if form == "duckdb":
        return [_write_duckdb(folder, wanted, target)]
    write = _write_csv if form == "csv" else _write_jsonl
    target.mkdir(parents=True, exist_ok=True)
    return [_whole(target / f"{t}.{form}", partial(_write_table, write, folder, t)) for t in wanted]


def _write_table(write: Write, folder: OutputFolder, table: str, path: Path) -> None:
    write(path, schema(table), read_parts(folder, table))


def _write_csv(path: Path, shape: pa.Schema, parts: Iterator[pa.Table]) -> None:
    flat = pa.schema([pa.field(f.name, _plain(f.type)) for f in shape])
    with pc_csv.CSVWriter(path, flat) as writer:
        for part in parts:
            columns = [_flatten(part[f.name]) for f in shape]
            writer.write_table(pa.Table.from_arrays(columns, schema=flat))


def _plain(kind: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_list(kind) or pa.types.is_dictionary(kind) else kind


def _flatten(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_list(column.type):
        return pc.binary_join(column, _LIST_MARK)
    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column


def _write_jsonl(path: Path, shape: pa.Schema, parts: Iterator[pa.Table]) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for part in parts:
            for batch in part.to_batches(max_chunksize=10_000):
                for row in batch.to_pylist():
                    stream.write(json.dumps(row, ensure_ascii=False, default=lambda value: value.isoformat()) + "\n")


def _write_view(target: Path, shape: pa.Schema, parts: Iterator[pa.Table]) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    write = _write_parquet if target.suffix == ".parquet" else _write_csv
    return _whole(target, lambda path: write(path, shape, parts))


def _write_parquet(path: Path, shape: pa.Schema, parts: Iterator[pa.Table]) -> None:
    with pq.ParquetWriter(path, shape, compression="zstd") as writer:
        for part in parts:
            writer.write_table(part)


def _write_duckdb(folder: OutputFolder, tables: Sequence[str], target: Path) -> Path:
    try:
        import duckdb
    except ImportError as error:
        raise ConfigError("the format 'duckdb' needs the extra: pip install 'newsact[duckdb]'") from error
    target.parent.mkdir(parents=True, exist_ok=True)

    def write(path: Path) -> None:
        with closing(duckdb.connect(str(path))) as database:
            for table in tables:
                for number, part in enumerate(read_parts(folder, table)):
                    database.register("part", part)
                    make = f"CREATE TABLE {table} AS" if number == 0 else f"INSERT INTO {table}"
                    database.execute(f"{make} SELECT * FROM part")
                    database.unregister("part")

    return _whole(target, write)


def _whole(path: Path, write: Callable[[Path], Any]) -> Path:
    """Write to a temporary name beside the file, then rename."""
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        write(temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
