"""One article in the terminal: its text with actors, triggers and dates marked, its events beneath each paragraph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from pipeline.errors import RunError, nearest
from pipeline.export import read_table

Row = dict[str, Any]

_FACTS = frozenset({"asserted", "reported"})


def read_article(out: Path, wanted: str) -> Row:
    """Return the article that an id, record id, file name or part of a title names.

    Raises RunError where none or several do, naming the nearest or the candidates.
    """
    columns = ["article_id", "record_id", "source_uri", "title", "publisher", "author", "published", "url", "text"]
    rows: list[Row] = read_table(out, "articles", columns).to_pylist()
    names = [(row, {row["article_id"], row["record_id"], Path(row["source_uri"]).name}) for row in rows]
    found = [row for row, known in names if wanted in known]
    if not found:
        found = [row for row in rows if wanted.casefold() in (row["title"] or "").casefold()]
    if not found:
        known = [n for _, group in names for n in group if n] + [row["title"] for row in rows if row["title"]]
        raise RunError(f"{out}: no article {wanted!r}{nearest(wanted, known)}")
    if len(found) > 1:
        titles = "; ".join(f"{row['article_id']} {row['title'] or ''}".strip() for row in found[:5])
        raise RunError(f"{out}: {len(found)} articles fit {wanted!r}: {titles}")
    return found[0]


def render_article(out: Path, article: Row) -> RenderableType:
    """Return the article for a terminal, paragraph by paragraph."""
    key = article["article_id"]
    events = _of(out, "events", key)
    text = Text(article["text"])
    for mention in _of(out, "mentions", key):
        if mention["actor_id"]:
            text.stylize("cyan", mention["start"], mention["end"])
    for expression in _of(out, "dates", key):
        text.stylize("green underline", expression["start"], expression["end"])
    for event in events:
        text.stylize(_style(event), event["trigger_start"], event["trigger_end"])
    about = " · ".join(str(article[k]) for k in ("publisher", "author", "published", "url") if article[k])
    parts: list[RenderableType] = [Text(article["title"] or "", style="bold"), Text(about, style="dim"), Text()]
    start = 0
    for line in article["text"].split("\n"):
        end = start + len(line)
        if line.strip():
            parts.append(text[start:end])
            told = [e for e in events if start <= e["trigger_start"] < end]
            parts += [_line(e) for e in sorted(told, key=lambda e: e["trigger_start"])]
            parts.append(Text())
        start = end + 1
    return Group(*parts)


def _of(out: Path, table: str, article_id: str) -> list[Row]:
    arrow = read_table(out, table)
    rows: list[Row] = arrow.filter([str(v) == article_id for v in arrow["article_id"].to_pylist()]).to_pylist()
    return rows


def _style(event: Row) -> str:
    if event["polarity"] == "negative":
        return "bold red strike"
    return "bold yellow" if event["factuality"] in _FACTS else "italic yellow"


def _line(event: Row) -> Text:
    line = Text("  ")
    line.append(("not " if event["polarity"] == "negative" else "") + event["type"], style=_style(event))
    line.append(f"  {', '.join(event['actors']) or '?'}", style="cyan")
    if event["targets"]:
        line.append(" → ").append(", ".join(event["targets"]), style="cyan")
    rest = [event["factuality"]]
    if event["attributed_to"]:
        rest.append(f"according to {event['attributed_to']}")
    if event["date_start"]:
        last = f" to {event['date_end']}" if event["date_end"] != event["date_start"] else ""
        rest.append(f"{event['date_start']}{last}")
    return line.append(f"  {', '.join(rest)}", style="dim")
