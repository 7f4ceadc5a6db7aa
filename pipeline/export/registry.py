"""The actors of a corpus: counted while a shard runs, reduced over all shards at the end without holding them all."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.folder import STATE, OutputFolder
from pipeline.export.schemas import schema
from pipeline.records import Actor, Extraction

_BATCH = 20_000
_PROPERTIES = ("type", "code", "country", "sector", "wikidata_id")

Row = dict[str, Any]


class Registry:
    """The actors of one shard with their counts: one row for each actor and name it went by."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], Row] = {}

    def add(self, x: Extraction) -> None:
        """Count the actors of one article."""
        mentions = Counter(m.actor_id for m in x.mentions if m.actor_id is not None)
        for actor in x.actors:
            key = actor.actor_id, actor.name
            new = _row(actor, mentions[actor.actor_id])
            old = self._rows.get(key)
            self._rows[key] = new if old is None else _join([old, new])

    def write(self, path: Path, metadata: Mapping[str, str]) -> int:
        """Write the rows sorted by id and name; return how many there are."""
        rows = [self._rows[key] for key in sorted(self._rows)]
        shape = schema("actors").with_metadata(dict(metadata))
        pq.write_table(pa.Table.from_pylist(rows, schema=shape), path, compression="zstd")
        return len(rows)


def merge_rows(rows: Iterable[Row]) -> Row:
    """Return one row for several with the same actor_id, whatever their order and however they were grouped before.

    Counts are added up. The name is the one with most mentions (ties: the first in the alphabet), the other names join
    the aliases; a property that its row lacks is taken from the next.
    """
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        by_name.setdefault(row["name"], []).append(row)
    ranked = sorted((_join(same) for same in by_name.values()), key=lambda r: (-r["n_mentions"], r["name"]))
    first = dict(ranked[0])
    for row in ranked[1:]:
        for key in _PROPERTIES:
            first[key] = first[key] if first[key] is not None else row[key]
    names = {name for row in ranked for name in (row["name"], *row["aliases"])}
    first["aliases"] = sorted(names - {first["name"]})
    first["n_mentions"] = sum(row["n_mentions"] for row in ranked)
    first["n_articles"] = sum(row["n_articles"] for row in ranked)
    return first


def _join(rows: list[Row]) -> Row:
    """Return one row for several with the same id and name; of two values of a property the smaller is kept."""
    if len(rows) == 1:
        return rows[0]
    joined = dict(rows[0])
    for key in _PROPERTIES:
        joined[key] = min((r[key] for r in rows if r[key] is not None), default=None)
    joined["aliases"] = sorted({alias for r in rows for alias in r["aliases"]})
    joined["n_mentions"] = sum(r["n_mentions"] for r in rows)
    joined["n_articles"] = sum(r["n_articles"] for r in rows)
    return joined


def reduce_actors(folder: OutputFolder, metadata: Mapping[str, str]) -> int:
    """Write the ``actors`` table from the actors of all shards and return its number of rows.

    The shards' files are sorted by id, so they are merged as streams: memory does not grow with the corpus.
    """
    shape = schema("actors").with_metadata(dict(metadata))
    names = folder.names(f"{STATE}/actors")
    count = 0
    with folder.scratch() as scratch, folder.writing("actors/part-000-00000.parquet") as target:
        streams = []
        for number, name in enumerate(names):
            local = scratch / f"{number}.parquet"
            local.write_bytes(folder.read(name))
            streams.append(_rows(local))
        merged = heapq.merge(*streams, key=itemgetter("actor_id", "name"))
        with pq.ParquetWriter(target, shape, compression="zstd") as writer:
            held: list[Row] = []
            for _, group in groupby(merged, key=itemgetter("actor_id")):
                held.append(merge_rows(group))
                count += 1
                if len(held) >= _BATCH:
                    writer.write_table(pa.Table.from_pylist(held, schema=shape))
                    held.clear()
            if held:
                writer.write_table(pa.Table.from_pylist(held, schema=shape))
    return count


def _rows(path: Path) -> Iterator[Row]:
    """Read a file of actors row by row. It is open only while a batch is read, so many can be merged at once."""
    groups = pq.ParquetFile(path).num_row_groups
    for number in range(groups):
        with pq.ParquetFile(path) as file:
            rows = file.read_row_group(number).to_pylist()
        yield from rows


def _row(actor: Actor, mentions: int) -> Row:
    return {
        "actor_id": actor.actor_id,
        "name": actor.name,
        "code": actor.code,
        "type": actor.type,
        "country": actor.country,
        "sector": actor.sector,
        "wikidata_id": actor.wikidata_id,
        "aliases": sorted({*actor.aliases} - {actor.name}),
        "n_mentions": mentions,
        "n_articles": 1,
    }
