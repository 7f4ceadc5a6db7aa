"""Output folders made by hand: the tables of a run without running one."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.evaluate.gold import GoldEvent, GoldSet
from pipeline.evaluate.matching import days
from pipeline.export.schemas import COLUMNS, schema

Row = dict[str, Any]


def write_tables(folder: Path, tables: dict[str, list[Row]]) -> Path:
    """Write every table of the schema; columns that a row lacks are null."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in COLUMNS.items():
        rows = [{c: row.get(c) for c, *_ in columns} for row in tables.get(name, [])]
        pq.write_table(pa.Table.from_pylist(rows, schema=schema(name)), folder / f"{name}.parquet")
    (folder / "run.json").write_text(json.dumps({"model": "test-1", "model_sha256": "0" * 64}), encoding="utf-8")
    return folder


def event_row(article: str, text: str, number: int, kind: str, trigger: str, **fields: Any) -> Row:
    """An event whose trigger is the first place of a word in the text."""
    start = fields.pop("start", text.index(trigger))
    return {
        "event_id": f"{article}-{number}",
        "article_id": article,
        "type": kind,
        "trigger_text": trigger,
        "trigger_start": start,
        "trigger_end": start + len(trigger),
        "sentence": text,
        "sentence_start": 0,
        "sentence_end": len(text),
        "polarity": "positive",
        "factuality": "asserted",
        "actors": [],
        "targets": [],
        **fields,
    }


def argument_row(event: Row, role: str, name: str, text: str | None = None) -> Row:
    """An argument whose words stand somewhere in the event's sentence."""
    words = text or name
    start = event["sentence"].find(words)
    place = {"start": start, "end": start + len(words)} if start >= 0 else {"start": None, "end": None}
    ids = {"event_id": event["event_id"], "article_id": event["article_id"]}
    return {**ids, "role": role, "text": words, "name": name, **place}


def answers_like(gold: GoldSet, folder: Path, *, seed: int = 0, damage: float = 0.0) -> Path:
    """Write the tables of a run that says what the gold says, apart from a share ``damage`` of mistakes."""
    chance = random.Random(seed)
    tables: dict[str, list[Row]] = {"articles": [], "events": [], "arguments": []}
    for article in gold.articles:
        row = {"article_id": f"a-{article.id}", "record_id": article.id, "source_uri": "x", "text": article.text}
        tables["articles"].append(row)
        for number, event in enumerate(gold.of(article.id)):
            if chance.random() < damage:
                continue
            _answer(event, number, chance, damage, tables)
    return write_tables(folder, tables)


def _answer(event: GoldEvent, number: int, chance: random.Random, damage: float, tables: dict[str, list[Row]]) -> None:
    def hit() -> bool:
        return chance.random() < damage

    first: date | None = None
    last: date | None = None
    if event.date_resolved and not hit():
        first, last = days(event.date_resolved)
    shift = chance.choice([-40, 40]) if hit() else 0
    row = {
        "event_id": f"{event.article_id}-{number}",
        "article_id": f"a-{event.article_id}",
        "type": chance.choice(["statement", "block", "agree"]) if hit() else event.type,
        "trigger_text": event.trigger,
        "trigger_start": event.trigger_start + shift,
        "trigger_end": event.trigger_end + shift,
        "sentence": event.sentence,
        "sentence_start": event.sentence_start,
        "sentence_end": event.sentence_end,
        "polarity": "negative" if hit() else event.polarity,
        "factuality": "possible" if hit() else event.factuality,
        "attributed_to": "Somebody Else" if hit() else event.attributed_to,
        "date_start": first,
        "date_end": last,
        "actors": [],
        "targets": [],
    }
    tables["events"].append(row)
    swap = {"actor": "target", "target": "actor", "recipient": "actor", "participant": "participant"}
    for argument in event.actors:
        if hit():
            continue
        role = swap[argument.role] if hit() else argument.role
        name = "Nobody" if hit() else argument.canonical
        ids = {"event_id": row["event_id"], "article_id": row["article_id"]}
        text = argument.mention or argument.canonical
        span = {"start": argument.start, "end": argument.end}
        tables["arguments"].append({**ids, "role": role, "text": text, "name": name, **span})
