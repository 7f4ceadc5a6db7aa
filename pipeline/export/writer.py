"""One shard's tables: rows collected, turned into Arrow with the written schemas, and placed as whole Parquet files."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from datetime import date
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.folder import OutputFolder
from pipeline.export.registry import Registry
from pipeline.export.schemas import COLUMNS, schema
from pipeline.records import Extraction, Failure

NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__"  # what Hive, DuckDB, Polars and pandas read back as null

_PER_ARTICLE = ("articles", "mentions", "events", "arguments", "propositions", "dates")
_FLUSH_ROWS = 200_000  # rows over all tables that are held before they go to the files as row groups

# Names of the columns in the order in which the tuples below carry them.
_ARTICLE = tuple(c for c, _, _ in COLUMNS["articles"] if not c.startswith("n_"))
_MENTION = ("mention_id", "start", "end", "text", "kind", "label", "actor_id")
_EVENT = tuple(c for c, _, _ in COLUMNS["events"] if c not in ("article_id", "actors", "targets"))
_ARGUMENT = ("role", "text", "start", "end", "mention_id", "actor_id", "name")
_PROPOSITION = tuple(c for c, _, _ in COLUMNS["propositions"] if c != "article_id")
_DATE = ("start", "end", "text", "timex_type", "value", "first_day", "last_day", "precision", "alternatives")
_FAILURE = tuple(c for c, _, _ in COLUMNS["failures"])
_ORDER: Mapping[str, tuple[str, ...]] = {
    "articles": (*_ARTICLE, "n_sentences", "n_tokens"),
    "mentions": ("article_id", *_MENTION),
    "events": ("article_id", "actors", "targets", *_EVENT),
    "arguments": ("article_id", "event_id", *_ARGUMENT),
    "propositions": ("article_id", *_PROPOSITION),
    "dates": ("article_id", "start", "end", "text", "timex_type", "value", "date_start", "date_end", "precision",
              "alternatives"),
    "failures": _FAILURE,
}  # fmt: skip
_article, _mention, _event, _argument, _proposition, _date, _failure = (
    attrgetter(*names) for names in (_ARTICLE, _MENTION, _EVENT, _ARGUMENT, _PROPOSITION, _DATE, _FAILURE)
)

Rows = list[tuple[object, ...]]


class ShardWriter:
    """Collects what one shard yields and writes it: ``with ShardWriter(...) as w: w.add(...)``.

    The files get their names on a clean exit; on an error none does. Rows keep the order in which they came.
    ``partition_by`` is none, year or month (of publication): a folder for each inside every table that has articles.
    """

    def __init__(
        self,
        folder: OutputFolder,
        part: str,
        metadata: Mapping[str, str],
        *,
        partition_by: str = "none",
        propositions: bool = False,
    ) -> None:
        self.folder, self.part, self.partition_by = folder, part, partition_by
        self.metadata = dict(metadata)
        self.tables = tuple(t for t in COLUMNS if t != "actors" and (propositions or t != "propositions"))
        self.counts = dict.fromkeys((*self.tables, "actors"), 0)
        self.registry = Registry()
        self._rows: dict[tuple[str, str], Rows] = {}
        self._held = 0
        self._writers: dict[tuple[str, str], tuple[Path, pq.ParquetWriter]] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._scratch = self._stack.enter_context(self.folder.scratch())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._stack:
            if kind is None:
                self._finish()
            else:
                for _, writer in self._writers.values():
                    writer.close()

    def add(self, x: Extraction) -> None:
        """Add all rows of one article."""
        aid = x.article.article_id
        where = self._partition(x.article.published)
        rows: dict[str, Rows] = {
            "articles": [(*_article(x.article), x.n_sentences, x.n_tokens)],
            "mentions": [(aid, *_mention(m)) for m in x.mentions],
            "dates": [(aid, *_date(t)) for t in x.dates],
        }
        rows["events"], rows["arguments"] = [], []
        for e in x.events:
            actors = [g.name for g in e.arguments if g.name and g.role in ("actor", "participant")]
            targets = [g.name for g in e.arguments if g.name and g.role in ("target", "recipient")]
            rows["events"].append((aid, actors, targets, *_event(e)))
            rows["arguments"] += [(aid, e.event_id, *_argument(g)) for g in e.arguments]
        if "propositions" in self.tables:
            rows["propositions"] = [(aid, *_proposition(p)) for p in x.propositions]
        for table, new in rows.items():
            if new:
                self._extend(table, where, new)
        self.registry.add(x)

    def fail(self, failure: Failure) -> None:
        """Add a record that could not be processed."""
        self._extend("failures", "", [_failure(failure)])

    def _extend(self, table: str, where: str, new: Rows) -> None:
        self._rows.setdefault((table, where), []).extend(new)
        self.counts[table] += len(new)
        self._held += len(new)
        if self._held >= _FLUSH_ROWS:
            self._flush()

    def _partition(self, published: date | None) -> str:
        if self.partition_by == "none":
            return ""
        value = (
            NULL_PARTITION if published is None else published.isoformat()[: 4 if self.partition_by == "year" else 7]
        )
        return f"{self.partition_by}={value}/"

    def _flush(self) -> None:
        for (table, where), rows in self._rows.items():
            if not rows:
                continue
            self._writer(table, where).write_table(to_arrow(table, rows))
            rows.clear()
        self._held = 0

    def _writer(self, table: str, where: str) -> pq.ParquetWriter:
        found = self._writers.get((table, where))
        if found is None:
            path = self._scratch / f"{table}-{len(self._writers)}.parquet"
            shape = schema(table).with_metadata(self.metadata)
            found = self._writers[table, where] = path, pq.ParquetWriter(path, shape, compression="zstd")
        return found[1]

    def _finish(self) -> None:
        self._flush()
        written = {table for table, _ in self._writers}
        for table in self.tables:  # a table without rows is a file without rows: its schema can still be read
            if table not in written:
                self._writer(table, self._partition(None) if table in _PER_ARTICLE else "")
        for (table, where), (path, writer) in self._writers.items():
            writer.close()
            self.folder.place(path, f"{table}/{where}{self.part}.parquet")
        self.counts["actors"] = self.registry.save(self.folder, self.part)


def to_arrow(table: str, rows: Rows) -> pa.Table:
    """Return rows, tuples in the writer's column order, as an Arrow table with the written schema."""
    shape = schema(table)
    columns = dict(zip(_ORDER[table], zip(*rows, strict=True), strict=True))
    return pa.Table.from_arrays([pa.array(columns[f.name], f.type) for f in shape], schema=shape)
