"""The events of a run as a table for the terminal: date, actor, action, target, attribution, evidence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.export.dataset import read_table

_STYLES = {"asserted": "", "reported": "", "planned": "cyan", "possible": "yellow", "conditional": "yellow"}
_EVIDENCE = 220  # characters of a sentence
_WIDTH = 130  # columns where the output is no terminal
_COLUMNS: tuple[tuple[str, int | None, int], ...] = (  # name, fixed width or None, share of what is left
    ("date", 10, 0),
    ("actor", None, 5),
    ("action", 11, 0),
    ("target", None, 5),
    ("said by", None, 4),
    ("evidence", None, 15),
)


@dataclass(frozen=True, slots=True)
class EventTable:
    """Rows ready to print: the events of one run, grouped by article, with the number that the limit left out."""

    articles: tuple[tuple[str, tuple[dict[str, Any], ...]], ...]
    left_out: int


def event_table(
    folder: Path | str, *, limit: int = 40, types: Sequence[str] = (), actor: str | None = None
) -> EventTable:
    """Return the events of an output folder by article, filtered by type and by a part of an actor's name.

    ``limit`` counts events over all articles, 0 means all. Raises RunError where the folder holds no run.
    """
    events = read_table(folder, "events")
    titles = read_table(folder, "articles", columns=["article_id", "title", "publisher", "published", "source_uri"])
    if types:
        events = events.filter(pc.is_in(events["type"].cast("string"), value_set=_array(types)))
    rows = events.to_pylist()
    if actor:
        wanted = actor.casefold()
        rows = [r for r in rows if any(wanted in name.casefold() for name in [*r["actors"], *r["targets"]])]
    shown = rows[: limit or None]
    by_article: dict[str, list[dict[str, Any]]] = {}
    for row in shown:
        by_article.setdefault(row["article_id"], []).append(row)
    heads = {a["article_id"]: _heading(a) for a in titles.to_pylist()}
    return EventTable(
        tuple((heads.get(key, key), tuple(group)) for key, group in by_article.items()), len(rows) - len(shown)
    )


def print_table(table: EventTable, *, width: int | None = None, console: Console | None = None) -> None:
    """Print the table, one block per article, to the console (standard output by default)."""
    console = console or Console(width=width or (None if sys.stdout.isatty() else _WIDTH))
    if not table.articles:
        console.print("no events")
    for heading, rows in table.articles:
        grid = Table(title=heading, title_justify="left", title_style="bold", expand=True, row_styles=["", "dim"])
        for name, columns, share in _COLUMNS:
            grid.add_column(name, width=columns, ratio=share or None, overflow="fold")
        for row in rows:
            grid.add_row(
                _when(row["date_start"], row["date_end"], row["date_precision"]),
                "\n".join(row["actors"]),
                _action(row),
                "\n".join(row["targets"]),
                row["attributed_to"] or "",
                _evidence(row),
            )
        console.print(grid)
    if table.left_out:
        console.print(f"{table.left_out} more events: newsact show OUT --limit 0")


def _array(values: Sequence[str]) -> Any:
    import pyarrow as pa

    return pa.array(list(values), pa.string())


def _heading(article: dict[str, Any]) -> str:
    parts = [article["title"] or Path(article["source_uri"]).name, article["publisher"]]
    if article["published"]:
        parts.append(article["published"].isoformat())
    return " · ".join(p for p in parts if p)


def _when(first: date | None, last: date | None, precision: str | None) -> str:
    """Return a date in as many digits as it is known to, or an interval."""
    if first is None or last is None:
        return ""
    if precision == "month":
        return first.isoformat()[:7]
    if precision == "year":
        return first.isoformat()[:4]
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _action(row: dict[str, Any]) -> Text:
    text = Text(("not " if row["polarity"] == "negative" else "") + row["type"], style="bold")
    if row["factuality"] not in ("asserted", "reported"):
        text.append(f"\n({row['factuality']})", style=_STYLES.get(row["factuality"], "magenta"))
    return text


def _evidence(row: dict[str, Any]) -> Text:
    """Return the sentence, cut to a window around the trigger where it is long, with the trigger marked."""
    sentence: str = row["sentence"]
    first, last = row["trigger_start"] - row["sentence_start"], row["trigger_end"] - row["sentence_start"]
    start = 0 if last <= _EVIDENCE else max(0, first - _EVIDENCE // 2)
    end = min(len(sentence), start + _EVIDENCE)
    text = Text("…" if start else "")
    text.append(sentence[start:first]).append(sentence[first:last], style="bold underline").append(sentence[last:end])
    if end < len(sentence):
        text.append("…")
    text.plain = text.plain.replace("\n", " ")
    return text
