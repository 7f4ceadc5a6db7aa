"""The PLOVER gold standard records: sentences with event codes. JSON, one object a line or one list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.evaluate.benchmarks.records import BenchmarkArticle, Coded

MAPPING = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}
"""Roots that an earlier PLOVER had as one; applied where the records use it. All others stand for themselves."""

SLIPS = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Country codes of the published records that are not ISO 3166."""

_TEXT = ("text", "sentence", "eventText")
_CODE = ("code", "event", "eventType", "event_type", "type")


def convert(path: Path) -> Iterator[BenchmarkArticle]:
    """Yield one article a record. A record holds its events in ``events``, or is one event itself."""
    for number, record in enumerate(_records(path), 1):
        text = next((record[k] for k in _TEXT if isinstance(record.get(k), str)), None)
        if text is None:
            raise ConfigError(f"{path}: record {number}: no text; expected one of {', '.join(_TEXT)}")
        events = record["events"] if isinstance(record.get("events"), list) else [record]
        codes = [coded for event in events for coded in _codes(event, path, number)]
        yield BenchmarkArticle(
            id=str(record.get("id", record.get("_id", number))),
            text=text,
            published=record.get("date") or None,
            codes=codes,
        )


def _records(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    try:
        data = json.loads(text)
        return data if isinstance(data, list) else [data]
    except ValueError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def _codes(event: dict[str, Any], path: Path, number: int) -> Iterator[Coded]:
    code = next((event[k] for k in _CODE if isinstance(event.get(k), str)), None)
    if code is None:
        raise ConfigError(f"{path}: record {number}: an event without a code; expected one of {', '.join(_CODE)}")
    root = code.upper().split("-")[0].strip()
    for source in _many(event.get("source")):
        for target in _many(event.get("target")):
            yield Coded(code=root, source=source, target=target)


def _many(value: Any) -> list[str | None]:
    values = [str(v) for v in value] if isinstance(value, list) else [str(value)] if value else []
    return [SLIPS.get(v[:3], v[:3]) + v[3:] for v in values] or [None]
