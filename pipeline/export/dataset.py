"""An output folder, read back: Arrow tables or pandas frames with the types that were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import RunError, nearest
from pipeline.export.folder import OutputFolder
from pipeline.export.schemas import COLUMNS, schema

if TYPE_CHECKING:
    import pandas as pd


def table_files(folder: OutputFolder, table: str) -> list[str]:
    """Return the names of a table's Parquet files, in the order of the articles. Raises RunError for no such table."""
    if table not in COLUMNS:
        raise RunError(f"no table is called {table!r}{nearest(table, COLUMNS)}")
    single = f"{table}.parquet"
    if folder.exists(single):
        return [single]
    names = [n for n in folder.names(table) if n.endswith(".parquet")]
    return sorted(names, key=lambda n: (n.rpartition("/")[2], n))


def read_parts(folder: OutputFolder, table: str, columns: list[str] | None = None) -> Iterator[pa.Table]:
    """Yield one table of an output folder file by file, the first without rows. Raises as :func:`read_table` does."""
    files = table_files(folder, table)
    if not files and not folder.exists("run.json"):
        raise RunError(f"{folder} is not the output of a run: there is no run.json in it")
    return _read_files(folder, table, files, columns)


def read_together(folder: OutputFolder, wanted: Mapping[str, list[str]]) -> Iterator[tuple[pa.Table, ...]]:
    """Yield, part by part, some columns of several tables: all rows of the same articles come together."""
    files = {table: table_files(folder, table) for table in wanted}
    for part in sorted({name.rpartition("/")[2] for names in files.values() for name in names}):
        tables = []
        for table, columns in wanted.items():
            names = [n for n in files[table] if n.rpartition("/")[2] == part]
            tables.append(pa.concat_tables(_read_files(folder, table, names, columns)))
        yield tuple(tables)


def _read_files(folder: OutputFolder, table: str, names: list[str], columns: list[str] | None) -> Iterator[pa.Table]:
    shape = schema(table)
    if columns is not None:
        shape = pa.schema([shape.field(c) for c in columns])
    yield shape.empty_table()
    for name in names:
        with folder.reading(name) as path, pq.ParquetFile(path) as file:
            yield file.read(columns=shape.names).cast(shape)


def read_table(folder: Path | str, table: str, columns: list[str] | None = None) -> pa.Table:
    """Return one table of an output folder as Arrow, with its written schema. Raises RunError where there is no run."""
    return pa.concat_tables(read_parts(OutputFolder(folder), table, columns)).unify_dictionaries()


class Tables:
    """The tables of an output folder as pandas frames, each read when first asked for.

    Categorical columns come as ``category``, counts as ``Int32``, days as ``datetime64``, text as pandas strings.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = folder

    def __repr__(self) -> str:
        return f"<Tables {self.folder}>"

    def frame(self, table: str, columns: list[str] | None = None) -> pd.DataFrame:
        """Return one table, or some columns of it, as a frame."""
        return _frame(read_table(self.folder, table, columns))

    @cached_property
    def articles(self) -> pd.DataFrame:
        """One row per article."""
        return self.frame("articles")

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """One row per mention of an actor."""
        return self.frame("mentions")

    @cached_property
    def actors(self) -> pd.DataFrame:
        """One row per actor of the corpus."""
        return self.frame("actors")

    @cached_property
    def events(self) -> pd.DataFrame:
        """One row per event."""
        return self.frame("events")

    @cached_property
    def arguments(self) -> pd.DataFrame:
        """One row per argument of an event."""
        return self.frame("arguments")

    @cached_property
    def propositions(self) -> pd.DataFrame:
        """One row per filled slot of a predicate; empty unless the run wrote them."""
        return self.frame("propositions")

    @cached_property
    def dates(self) -> pd.DataFrame:
        """One row per time expression."""
        return self.frame("dates")

    @cached_property
    def failures(self) -> pd.DataFrame:
        """One row per record that could not be processed."""
        return self.frame("failures")


def _frame(table: pa.Table) -> pd.DataFrame:
    import pandas as pd

    nullable = {pa.int32(): pd.Int32Dtype()}
    days = [f.name for f in table.schema if pa.types.is_date(f.type)]
    for name in days:
        at = table.schema.get_field_index(name)
        table = table.set_column(at, name, table[name].cast(pa.timestamp("s")))
    frame: Any = table.to_pandas(types_mapper=nullable.get)
    return frame  # type: ignore[no-any-return]
