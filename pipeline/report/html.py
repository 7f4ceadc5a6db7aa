"""Tables -> one self-contained HTML page: charts, actor network, event table, annotated articles. No network needed.

The page carries its data as gzipped JSON, column by column with dictionary-coded strings, so that 100,000 events stay
a few megabytes and open at once; the browser unpacks it. Charts are drawn by Vega, which ``vl-convert-python`` bundles.
"""

from __future__ import annotations

import base64
import gzip
import html
import json
import os
from collections.abc import Callable, Iterable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.export import read_table

Row = dict[str, Any]

_EPOCH = date(1970, 1, 1)


def write_report(out: Path, target: Path, title: str | None = None) -> int:
    """Write the report of an output folder to ``target`` and return the number of events in it.

    Raises RunError if the folder holds no tables.
    """
    data = collect(out)
    page = render(data, title or f"newsact: {out.name}")
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(target.name + ".tmp")
    temporary.write_text(page, encoding="utf-8")
    os.replace(temporary, target)
    return len(data["events"]["type"])


def render(data: dict[str, Any], title: str) -> str:
    """Return the page for collected data."""
    import vl_convert

    assets = files("pipeline.report") / "assets"
    packed = base64.b64encode(gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 6))
    vega = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed; window.vega = vega;")
    parts = {
        "title": html.escape(title),
        "style": (assets / "report.css").read_text(encoding="utf-8"),
        "vega": vega.replace("</script", "<\\/script"),
        "script": (assets / "report.js").read_text(encoding="utf-8"),
        "data": packed.decode("ascii"),
    }
    page = (assets / "report.html").read_text(encoding="utf-8")
    for name, value in parts.items():
        page = page.replace("{{" + name + "}}", value)
    return page


def collect(out: Path) -> dict[str, Any]:
    """Return what the page needs of an output folder, offsets in UTF-16 units as JavaScript counts them."""
    articles = _read(out, "articles")
    number = {row["article_id"]: i for i, row in enumerate(articles)}
    units = [_utf16(row["text"]) for row in articles]
    actors = {row["actor_id"]: row for row in _read(out, "actors")}
    strings = _Strings()
    used = strings.add
    events = _read(out, "events")
    place = {row["event_id"]: i for i, row in enumerate(events)}
    arguments = [a for a in _read(out, "arguments") if a["event_id"] in place]

    def spot(row: Row, key: str) -> int | None:
        return None if row[key] is None else units[number[row["article_id"]]](row[key])

    return {
        "articles": {
            "text": [r["text"] for r in articles],
            "title": [r["title"] or _headline(r["text"]) for r in articles],
            "url": [_web(r["url"]) for r in articles],
            "publisher": [used(r["publisher"]) for r in articles],
            "author": [used(r["author"]) for r in articles],
            "published": [_days(r["published"]) for r in articles],
        },
        "events": {
            **{c: [used(r[c]) for r in events] for c in _NAMED},
            **{c: [spot(r, c) for r in events] for c in _SPOTS},
            "article": [number[r["article_id"]] for r in events],
            "first": [_days(r["date_start"]) for r in events],
            "last": [_days(r["date_end"]) for r in events],
            "confidence": [round(r["confidence"], 3) for r in events],
            "cluster": [place.get(r["cluster_id"], i) for i, r in enumerate(events)],
            "parent": [place.get(r["parent_event_id"], -1) for r in events],
        },
        "arguments": {
            "event": [place[a["event_id"]] for a in arguments],
            "role": [used(a["role"]) for a in arguments],
            "name": [used(a["name"]) for a in arguments],
            "known": [int(a["actor_id"] is not None) for a in arguments],
            "start": [spot(a, "start") for a in arguments],
            "end": [spot(a, "end") for a in arguments],
        },
        "mentions": _columns(
            (m for m in _read(out, "mentions") if m["actor_id"] in actors),
            article=lambda m: number[m["article_id"]],
            start=lambda m: spot(m, "start"),
            end=lambda m: spot(m, "end"),
            kind=lambda m: used(m["kind"]),
            name=lambda m: used(actors[m["actor_id"]]["name"]),
        ),
        "dates": _columns(
            _read(out, "dates"),
            article=lambda d: number[d["article_id"]],
            start=lambda d: spot(d, "start"),
            end=lambda d: spot(d, "end"),
            value=lambda d: used(d["value"]),
        ),
        "actors": _columns(
            actors.values(),
            name=lambda a: used(a["name"]),
            type=lambda a: used(a["type"]),
            country=lambda a: used(a["country"]),
            sector=lambda a: used(a["sector"]),
        ),
        "strings": strings.values,
    }


_NAMES = """type plover mode polarity factuality attributed_to date_text date_precision place pattern_id"""
_NAMED = tuple(_NAMES.split())
_SPOTS = ("trigger_start", "trigger_end", "sentence_start", "sentence_end")


class _Strings:
    """A dictionary of strings: each distinct value once, rows hold its number (-1 for null)."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._known: dict[str, int] = {}

    def add(self, value: str | None) -> int:
        if value is None:
            return -1
        if value not in self._known:
            self._known[value] = len(self.values)
            self.values.append(value)
        return self._known[value]


def _columns(rows: Iterable[Row], **columns: Callable[[Row], Any]) -> dict[str, list[Any]]:
    kept = list(rows)
    return {name: [read(row) for row in kept] for name, read in columns.items()}


def _read(out: Path, table: str) -> list[Row]:
    rows: list[Row] = read_table(out, table).to_pylist()
    return rows


def _utf16(text: str) -> Callable[[int], int]:
    """Return a function from code points to UTF-16 units of a text."""
    wide = [i for i, c in enumerate(text) if ord(c) > 0xFFFF]
    if not wide:
        return lambda i: i
    return lambda i: i + sum(w < i for w in wide)


def _days(value: date | None) -> int | None:
    return (value - _EPOCH).days if value else None


def _headline(text: str) -> str:
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= 90 else line[:89].rsplit(" ", 1)[0] + "…"


def _web(url: str | None) -> str | None:
    """Only web addresses become links; anything else in the column stays text."""
    return url if url and url.startswith(("http://", "https://")) else None
