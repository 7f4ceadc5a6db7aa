"""What is in an output folder: counts, who and what comes up most, how sure the events are, what failed and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.export import read_table
from pipeline.report.html import Row

_TOP = 12


def statistics(out: Path) -> dict[str, Any]:
    """Return the figures of an output folder as plain values, ready for JSON. Raises RunError where there is no run."""
    articles = read_table(out, "articles", ["article_id", "n_tokens", "n_sentences", "published"]).to_pylist()
    columns = [
        "article_id",
        "type",
        "factuality",
        "polarity",
        "attributed_to",
        "date_start",
        "actors",
        "targets",
        "confidence",
    ]
    events = read_table(out, "events", columns).to_pylist()
    mentions = read_table(out, "mentions", ["kind", "actor_id"]).to_pylist()
    actors = read_table(out, "actors", ["name", "n_mentions", "n_articles"]).to_pylist()
    failures = read_table(out, "failures", ["stage", "error"]).to_pylist()
    with_events = {e["article_id"] for e in events}
    days = sorted(a["published"] for a in articles if a["published"])
    return {
        "articles": len(articles),
        "words": sum(a["n_tokens"] for a in articles),
        "sentences": sum(a["n_sentences"] for a in articles),
        "published": [str(days[0]), str(days[-1])] if days else [],
        "events": len(events),
        "actors": len(actors),
        "mentions": len(mentions),
        "failures": len(failures),
        "coverage": {
            "articles with events": _share(len(with_events), len(articles)),
            "mentions with an actor": _share(sum(m["actor_id"] is not None for m in mentions), len(mentions)),
            "events with an actor": _share(sum(bool(e["actors"]) for e in events), len(events)),
            "events with a target": _share(sum(bool(e["targets"]) for e in events), len(events)),
            "events with a date": _share(sum(e["date_start"] is not None for e in events), len(events)),
            "events with a source": _share(sum(e["attributed_to"] is not None for e in events), len(events)),
        },
        "factuality": _counts(e["factuality"] for e in events),
        "polarity": _counts(e["polarity"] for e in events),
        "actions": _counts(e["type"] for e in events),
        "top_actors": {
            a["name"]: a["n_mentions"] for a in sorted(actors, key=lambda a: (-a["n_mentions"], a["name"]))[:_TOP]
        },
        "top_sources": dict(Counter(e["attributed_to"] for e in events if e["attributed_to"]).most_common(_TOP)),
        "failure_reasons": _counts(f"{f['stage']}: {f['error']}" for f in failures),
    }


def render(stats: Row) -> RenderableType:
    """Return the figures for a terminal."""
    period = f", published {' to '.join(stats['published'])}" if stats["published"] else ""
    head = Text(
        f"{stats['articles']:,} articles ({stats['words']:,} words{period}), {stats['events']:,} events,"
        f" {stats['actors']:,} actors, {stats['failures']:,} failures"
    )
    tables = [
        _table("Actions", stats["actions"], total=stats["events"]),
        _table("Factuality", stats["factuality"], total=stats["events"]),
        _table("Most mentioned", stats["top_actors"]),
        _table("Most quoted", stats["top_sources"]),
        _table("Share", {k: f"{v:.0%}" for k, v in stats["coverage"].items()}),
    ]
    if stats["failure_reasons"]:
        tables.append(_table("Failures", stats["failure_reasons"]))
    return Group(head, Columns(tables, padding=(1, 3)))


def _table(title: str, values: dict[str, Any], total: int | None = None) -> Table:
    table = Table(title=title, title_justify="left", box=None, show_header=False)
    table.add_column(max_width=34, overflow="ellipsis", no_wrap=True)
    table.add_column(justify="right")
    for name, value in list(values.items())[: 2 * _TOP]:
        share = f"  {value / total:.0%}" if total else ""
        table.add_row(name, f"{value:,}{share}" if isinstance(value, int) else str(value))
    return table


def _counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda kv: (-kv[1], kv[0])))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
