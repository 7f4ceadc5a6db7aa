"""Files -> raw documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.records import Failure, RawDocument


def read(inputs: Iterable[str]) -> Iterator[RawDocument | Failure]:
    """Yield every record of the inputs (files, folders, globs), in a stable order; unreadable ones as failures."""
    for name in inputs:
        path = Path(name)
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            yield from _read_file(file)


def _read_file(file: Path) -> Iterator[RawDocument | Failure]:
    text = file.read_text(encoding="utf-8", errors="replace")
    if file.suffix == ".jsonl":
        for number, line in enumerate(filter(str.strip, text.splitlines()), 1):
            record = json.loads(line)
            yield RawDocument(
                source_uri=f"{file}#{number}",
                record_id=str(record["id"]) if "id" in record else None,
                media="text",
                content=record["text"],
                title=record.get("title"),
                url=record.get("url"),
                date=record.get("date"),
                publisher=record.get("source"),
            )
        return
    yield RawDocument(
        source_uri=str(file), record_id=None, media="markdown" if text.startswith("---\n") else "text", content=text
    )
