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
_STATE = pa.schema([*schema("actors"), ("articles", pa.list_(pa.uint64())), ("counts", pa.list_(pa.int32()))])
_PROPERTIES = ("type", "code", "country", "sector", "wikidata_id")

Row = dict[str, Any]


class Registry:
    """The actors of one shard: one row for each actor and name it went by, with the articles it is in.

    The articles (8 bytes each) are there so that one can be taken out again; the corpus's table does not have them.
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows: dict[tuple[str, str], Row] = {(r["actor_id"], r["name"]): r for r in rows}

    def add(self, x: Extraction) -> None:
        """Count the actors of one article."""
        mentions = Counter(m.actor_id for m in x.mentions if m.actor_id is not None)
        article = article_number(x.article.article_id)
        for actor in x.actors:
            key = actor.actor_id, actor.name
            new = _row(actor, article, mentions[actor.actor_id])
            old = self._rows.get(key)
            if old is None:
                self._rows[key] = new
                continue
            for name in _PROPERTIES:
                old[name] = _smaller(old[name], new[name])
            if not old["aliases"].issuperset(new["aliases"]):
                old["aliases"] |= new["aliases"]
            old["articles"].append(article)
            old["counts"].append(mentions[actor.actor_id])

    def without(self, articles: Iterable[str]) -> Registry:
        """Return the registry as it were had these articles never come; an actor in no other article goes."""
        unwanted = {article_number(a) for a in articles}
        kept = []
        for row in self._rows.values():
            pairs = [(a, n) for a, n in zip(row["articles"], row["counts"], strict=True) if a not in unwanted]
            if pairs:
                kept.append({**row, "articles": [a for a, _ in pairs], "counts": [n for _, n in pairs]})
        return Registry(kept)

    def save(self, folder: OutputFolder, part: str) -> int:
        """Keep the rows with the notes of the run, sorted by id and name; return how many there are."""
        rows = [
            {**row, "aliases": sorted(row["aliases"] - {row["name"]}), "n_mentions": sum(row["counts"]),
             "n_articles": len(row["articles"])}
            for _, row in sorted(self._rows.items())
        ]  # fmt: skip
        with folder.writing(_name(part)) as path:
            pq.write_table(pa.Table.from_pylist(rows, schema=_STATE), path, compression="zstd")
        return len(rows)

    @classmethod
    def load(cls, folder: OutputFolder, part: str) -> Registry:
        """Read back what :meth:`save` wrote."""
        with folder.reading(_name(part)) as path:
            rows = pq.ParquetFile(path).read().to_pylist()
        return cls({**row, "aliases": set(row["aliases"])} for row in rows)


def article_number(article_id: str) -> int:
    """Return the number that an article's id writes in hexadecimal: 8 bytes."""
    return int(article_id.rpartition("-")[2], 16)


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
    for row in rows[1:]:
        for key in _PROPERTIES:
            joined[key] = _smaller(joined[key], row[key])
    joined["aliases"] = sorted({alias for r in rows for alias in r["aliases"]})
    joined["n_mentions"] = sum(r["n_mentions"] for r in rows)
    joined["n_articles"] = sum(r["n_articles"] for r in rows)
    return joined


def _smaller(a: str | None, b: str | None) -> str | None:
    return b if a is None else a if b is None else min(a, b)


def _name(part: str) -> str:
    return f"{STATE}/actors/{part}.parquet"


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
            rows = file.read_row_group(number, columns=schema("actors").names).to_pylist()
        yield from rows


def _row(actor: Actor, article: int, mentions: int) -> Row:
    return {
        "actor_id": actor.actor_id,
        "name": actor.name,
        **{key: getattr(actor, key) for key in _PROPERTIES},
        "aliases": set(actor.aliases),
        "articles": [article],
        "counts": [mentions],
    }
