"""Events told once: one row for each cluster of mentions of the same event in an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from pipeline.export.dataset import read_parts
from pipeline.export.folder import OutputFolder
from pipeline.export.schemas import schema

Row = dict[str, Any]

# A cluster is as sure as its surest telling.
_SUREST = {f: n for n, f in enumerate(("asserted", "reported", "planned", "possible", "conditional", "hypothetical"))}

MERGED = pa.schema([*schema("events"), pa.field("n_tellings", pa.int32()), pa.field("tellings", pa.list_(pa.string()))])


def merged(folder: OutputFolder) -> Iterator[pa.Table]:
    """Yield the events of an output folder, a table for each of its parts, mentions of one event as one row.

    The row is that of the fullest telling (most parties named, then most confident, then first); parties are those of
    all tellings, date, place and source come from the first telling that has them, factuality from the surest one.
    ``tellings`` are the event ids put together, in text order.
    """
    for part in read_parts(folder, "events"):
        clusters: dict[str, list[Row]] = {}
        for row in part.to_pylist():
            clusters.setdefault(row["cluster_id"] or row["event_id"], []).append(row)
        yield pa.Table.from_pylist([_together(rows) for rows in clusters.values()], schema=MERGED)


def _together(rows: list[Row]) -> Row:
    fullest = max(rows, key=lambda r: (len(r["actors"]) + len(r["targets"]), r["confidence"]))
    row = dict(fullest)
    for side in ("actors", "targets"):
        row[side] = list(dict.fromkeys(name for r in rows for name in r[side]))
    dated = next((r for r in (fullest, *rows) if r["date_start"] is not None), fullest)
    for column in ("date_text", "date_start", "date_end", "date_precision", "date_rule"):
        row[column] = dated[column]
    placed = next((r for r in (fullest, *rows) if r["place"] is not None), fullest)
    row["place"], row["place_country"] = placed["place"], placed["place_country"]
    row["factuality"] = min((r["factuality"] for r in rows), key=lambda f: _SUREST[f])
    row["n_tellings"] = len(rows)
    row["tellings"] = [r["event_id"] for r in rows]
    return row
