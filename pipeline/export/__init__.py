"""Records -> tables: explicit Arrow schemas, atomic Parquet."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.schemas import COLUMNS, schema
from pipeline.records import Extraction, Failure

Row = dict[str, Any]


def rows(extractions: Iterable[Extraction], failures: Iterable[Failure] = ()) -> dict[str, list[Row]]:
    """Return table name -> rows, in the order of the articles."""
    out: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    actors: dict[str, Row] = {}
    for x in extractions:
        aid = x.article.article_id
        a = {c: getattr(x.article, c) for c, _, _ in COLUMNS["articles"] if not c.startswith("n_")}
        out["articles"].append({**a, "n_sentences": x.n_sentences, "n_tokens": x.n_tokens})
        for m in x.mentions:
            out["mentions"].append(
                {**{c: getattr(m, c) for c, _, _ in COLUMNS["mentions"] if c != "article_id"}, "article_id": aid}
            )
        for actor in x.actors:
            row = actors.setdefault(actor.actor_id, {**asdict(actor), "aliases": [], "n_mentions": 0, "n_articles": 0})
            row["aliases"] = sorted({*row["aliases"], *actor.aliases})
            row["n_articles"] += 1
            row["n_mentions"] += sum(m.actor_id == actor.actor_id for m in x.mentions)
        for e in x.events:
            sides = {
                "actors": [g.name for g in e.arguments if g.role in ("actor", "participant")],
                "targets": [g.name for g in e.arguments if g.role in ("target", "recipient")],
            }
            plain = {c: getattr(e, c) for c, _, _ in COLUMNS["events"] if c not in ("article_id", "actors", "targets")}
            out["events"].append({**plain, **sides, "article_id": aid})
            out["arguments"] += [{**asdict(g), "event_id": e.event_id, "article_id": aid} for g in e.arguments]
        out["propositions"] += [{**asdict(p), "article_id": aid} for p in x.propositions]
        for t in x.dates:
            out["dates"].append(
                {
                    "article_id": aid,
                    "start": t.start,
                    "end": t.end,
                    "text": t.text,
                    "timex_type": t.timex_type,
                    "value": t.value,
                    "date_start": t.first_day,
                    "date_end": t.last_day,
                    "precision": t.precision,
                    "alternatives": list(t.alternatives),
                }
            )
    out["actors"] = [actors[k] for k in sorted(actors)]
    out["failures"] = [asdict(f) for f in failures]
    return out


def write(folder: Path, tables: dict[str, list[Row]]) -> None:
    """Write each table as ``<folder>/<table>.parquet``: temporary name, then rename."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in tables.items():
        target = folder / f"{name}.parquet"
        temporary = target.with_suffix(".parquet.tmp")
        pq.write_table(pa.Table.from_pylist(content, schema=schema(name)), temporary, compression="zstd")
        os.replace(temporary, target)
