"""Finished parts changed after the fact: articles taken out that another part has already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.export.folder import STATE, OutputFolder
from pipeline.export.registry import Registry, article_number

_SEEN = pa.schema([("fingerprint", pa.uint64()), ("source_uri", pa.string())])
_WITHOUT_ARTICLES = ("mentions", "events", "arguments", "propositions", "dates")


def save_fingerprints(folder: OutputFolder, part: str, first: Mapping[bytes, str]) -> None:
    """Keep the fingerprints of a part's texts (8 bytes each) with the address of each."""
    numbers = pa.array([int.from_bytes(key, "big") for key in first], pa.uint64())
    table = pa.Table.from_arrays([numbers, pa.array(first.values(), pa.string())], schema=_SEEN)
    with folder.writing(f"{STATE}/seen/{part}.parquet") as path:
        pq.write_table(table, path, compression="zstd")


def drop_duplicates(folder: OutputFolder, parts: Sequence[str]) -> list[str]:
    """Take out of later parts what has the same text as an article of an earlier part; each becomes a failure.

    Returns the parts that were changed. A part has no duplicates within itself. Done again, it changes nothing.
    """
    if len(parts) < 2:
        return []
    keys = [_seen(folder, part, "fingerprint").to_numpy() for part in parts]
    every: npt.NDArray[np.uint64] = np.concatenate(keys)
    bounds = np.cumsum([0, *map(len, keys)])
    order = np.argsort(every, kind="stable")
    repeats = np.flatnonzero(every[order][1:] == every[order][:-1]) + 1
    first_of: dict[int, int] = {}  # position of a repeated text -> position of its first copy
    for at in repeats:  # equal keys stand together in the order of the parts
        before = int(order[at - 1])
        first_of[int(order[at])] = first_of.get(before, before)
    by_part: dict[int, dict[int, int]] = {}
    for later, first in first_of.items():
        by_part.setdefault(int(np.searchsorted(bounds, later, "right")) - 1, {})[later] = first
    wanted = sorted({*first_of, *first_of.values()})
    address: dict[int, str] = {}
    for number, part in enumerate(parts):
        inside = [w for w in wanted if bounds[number] <= w < bounds[number + 1]]
        if inside:
            uris = _seen(folder, part, "source_uri")
            address |= {w: uris[int(w - bounds[number])].as_py() for w in inside}
    changed = []
    for number in sorted(by_part):
        firsts = {address[later]: address[first] for later, first in by_part[number].items()}
        if _drop(folder, parts[number], "source_uri", firsts):
            changed.append(parts[number])
    return changed


def drop_repeated_ids(folder: OutputFolder, parts: Sequence[str]) -> list[str]:
    """Take out of later parts the articles that an earlier part has under the same id; returns the parts changed."""
    known: set[int] = set()
    changed = []
    for part in parts:
        tables = [_load(folder, name, ["article_id"]) for name in _files(folder, "articles", part)]
        ids = [i for table in tables for i in table["article_id"].to_pylist()]
        repeated = [i for i in ids if article_number(i) in known]
        known.update(map(article_number, ids))
        if repeated and _drop(folder, part, "article_id", dict.fromkeys(repeated, "")):
            changed.append(part)
    return changed


def _drop(folder: OutputFolder, part: str, column: str, firsts: Mapping[str, str]) -> bool:
    """Take articles, by a column's value, out of all tables of a part; tell whether there was anything to take out.

    Where ``firsts`` has the address of an article's first copy, the article becomes a failure. The articles table is
    changed last, so a change that was cut short is made again from the start.
    """
    files = {t: _files(folder, t, part) for t in (*_WITHOUT_ARTICLES, "articles", "failures")}
    wanted = pa.array(list(firsts), pa.string())
    gone: list[dict[str, Any]] = []
    for name in files["articles"]:
        table = _load(folder, name, ["article_id", "source_uri", "record_id"])
        gone += table.filter(pc.is_in(table[column], value_set=wanted)).to_pylist()
    if not gone:
        return False
    ids = pa.array([row["article_id"] for row in gone], pa.string())
    for table_name in _WITHOUT_ARTICLES:
        for name in files[table_name]:
            _filter(folder, name, "article_id", ids)
    Registry.load(folder, part).without(row["article_id"] for row in gone).save(folder, part)
    copies = [row for row in gone if firsts[row[column]]]
    if copies:
        _add_failures(folder, files["failures"][0], copies, {r["source_uri"]: firsts[r[column]] for r in copies})
    for name in files["articles"]:
        _filter(folder, name, "article_id", ids)
    return True


def recount(folder: OutputFolder, part: str) -> dict[str, Any]:
    """Return the counts of a part as its tables now have them: the fields of a tally that rows decide."""
    rows = {}
    for table in (*_WITHOUT_ARTICLES, "articles", "failures"):
        files = _files(folder, table, part)
        if files:
            rows[table] = sum(_load(folder, name, []).num_rows for name in files)
    counts = [_load(folder, n, ["n_tokens", "n_sentences"]) for n in _files(folder, "articles", part)]
    failures: Counter[str] = Counter()
    for name in _files(folder, "failures", part):
        failures.update(f"{r['stage']}: {r['error']}" for r in _load(folder, name, ["stage", "error"]).to_pylist())
    rows["actors"] = _load(folder, f"{STATE}/actors/{part}.parquet", []).num_rows
    return {
        "articles": rows["articles"],
        "events": rows["events"],
        "words": sum(pc.sum(t["n_tokens"]).as_py() or 0 for t in counts),
        "sentences": sum(pc.sum(t["n_sentences"]).as_py() or 0 for t in counts),
        "failures": dict(failures),
        "rows": rows,
    }


def _add_failures(folder: OutputFolder, name: str, gone: Sequence[dict[str, Any]], firsts: Mapping[str, str]) -> None:
    table = _load(folder, name)
    there = {(r["source_uri"], r["error"]) for r in table.select(["source_uri", "error"]).to_pylist()}
    new = [
        {
            "source_uri": row["source_uri"],
            "record_id": row["record_id"],
            "stage": "clean",
            "error": "Duplicate",
            "message": f"same text as {firsts[row['source_uri']]}",
        }
        for row in gone
        if (row["source_uri"], "Duplicate") not in there
    ]
    _save(folder, name, pa.concat_tables([table, pa.Table.from_pylist(new, schema=table.schema)]))


def _files(folder: OutputFolder, table: str, part: str) -> list[str]:
    return [name for name in folder.names(table) if name.endswith(f"/{part}.parquet")]


def _seen(folder: OutputFolder, part: str, column: str) -> pa.ChunkedArray:
    with folder.reading(f"{STATE}/seen/{part}.parquet") as path:
        return pq.ParquetFile(path).read(columns=[column])[column]


def _load(folder: OutputFolder, name: str, columns: list[str] | None = None) -> pa.Table:
    with folder.reading(name) as path:
        return pq.ParquetFile(path).read(columns=columns)


def _save(folder: OutputFolder, name: str, table: pa.Table) -> None:
    with folder.writing(name) as path:
        pq.write_table(table, path, compression="zstd")


def _filter(folder: OutputFolder, name: str, column: str, unwanted: pa.Array) -> None:
    table = _load(folder, name)
    _save(folder, name, table.filter(pc.invert(pc.is_in(table[column], value_set=unwanted))))
