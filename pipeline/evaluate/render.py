"""Scores as JSON and as tables to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.table import Table

from pipeline.evaluate.scores import FIGURES, EventVerdict, Scores

LABELS = {
    "event_f1": "events found, F1",
    "event_p": "  precision (of all rows)",
    "event_r": "  recall (of core events)",
    "argument_f1": "arguments, F1",
    "argument_p": "  precision",
    "argument_r": "  recall",
    "who_did_what_to_whom": "who did what to whom, all right",
    "date": "date",
    "polarity": "polarity",
    "factuality": "factuality",
    "attribution": "attribution",
    "negatives_avoided": "traps avoided",
    "names_r": "names of actors found",
    "pronouns": "pronouns resolved",
    "nominals": "descriptions resolved",
    "coreference_f1": "coreference links, F1",
}


def as_json(scores: Scores) -> dict[str, Any]:
    """Return all that was measured, ready for JSON."""
    counts = ("core", "core_found", "predicted", "matched", "dated", "attributed", "negatives", "names")
    return {
        **{name: scores.figures[name] for name in scores.figures},
        "swapped": scores.counts["swapped"],
        "intervals": {name: list(scores.intervals[name]) for name in FIGURES if name in scores.intervals},
        "counts": {name: scores.counts[name] for name in counts},
        "by_type": {name: dict(c) for name, c in scores.by_type.items()},
        "by_phenomenon": {name: dict(c) for name, c in scores.by_phenomenon.items()},
        "by_article": {
            a.article: {name: a.counts[name] for name in ("core", "core_found", "exact", "predicted", "matched")}
            for a in scores.articles
        },
        "missed": [_verdict(v) for v in scores.verdicts if v.core and not v.found],
        "wrong": [{**_verdict(v), "wrong": list(v.wrong)} for v in scores.verdicts if v.core and v.found and v.wrong],
        "false_alarms": [
            {"article": f.article, "type": f.type, "trigger": f.trigger, "sentence": f.sentence, "why": f.why}
            for a in scores.articles
            for f in a.false_alarms
        ],
    }


def _verdict(verdict: EventVerdict) -> dict[str, Any]:
    names = ("article", "event_id", "type", "trigger", "sentence")
    return {name: getattr(verdict, name) for name in names}


def percent(value: float | None) -> str:
    """A share as a percentage with one decimal, a dash for None."""
    return "-" if value is None else f"{100 * value:.1f}"


def figure_table(scores: Scores) -> Table:
    """The figures with their intervals."""
    table = Table(title="Scores (%)")
    table.add_column("figure")
    table.add_column("score", justify="right")
    table.add_column("95% interval", justify="right")
    for name in FIGURES:
        low_high = scores.intervals.get(name)
        table.add_row(
            LABELS[name],
            percent(scores.figures[name]),
            f"{percent(low_high[0])} to {percent(low_high[1])}" if low_high else "",
        )
    table.add_row("arguments on the wrong side (number)", str(scores.counts["swapped"]), "")
    return table


def group_table(title: str, rows: Sequence[tuple[str, Sequence[str]]], columns: Sequence[str]) -> Table:
    """A table with one labelled row each."""
    table = Table(title=title)
    table.add_column("")
    for column in columns:
        table.add_column(column, justify="right")
    for label, cells in rows:
        table.add_row(label, *cells)
    return table


def type_table(scores: Scores) -> Table:
    """Recall of core events and precision of rows, by type."""
    rows = []
    for name, c in scores.by_type.items():
        recall = percent(c["found"] / c["gold"]) if c["gold"] else "-"
        precision = percent(c["matched"] / c["predicted"]) if c["predicted"] else "-"
        rows.append((name, (f"{c['found']}/{c['gold']}", recall, f"{c['matched']}/{c['predicted']}", precision)))
    return group_table("By type", rows, ("found", "recall", "right rows", "precision"))


def phenomenon_table(scores: Scores, least: int = 5) -> Table:
    """Recall, arguments and whole events by phenomenon, where the gold has at least ``least`` of them."""
    rows = [
        (
            name,
            (
                f"{c['found']}/{c['gold']}",
                percent(c["found"] / c["gold"]),
                percent(c["args_found"] / c["args_gold"]) if c["args_gold"] else "-",
                percent(c["exact"] / c["gold"]),
            ),
        )
        for name, c in sorted(scores.by_phenomenon.items(), key=lambda item: -item[1]["gold"])
        if c["gold"] >= least
    ]
    return group_table("By phenomenon", rows, ("found", "recall", "arguments", "all right"))


def article_table(scores: Scores) -> Table:
    """Figures by article."""
    rows = []
    for article in scores.articles:
        c = article.counts
        recall = percent(c["core_found"] / c["core"]) if c["core"] else "-"
        precision = percent(c["matched"] / c["predicted"]) if c["predicted"] else "-"
        exact = percent(c["exact"] / c["core"]) if c["core"] else "-"
        rows.append((article.article, (str(c["core"]), recall, precision, exact)))
    return group_table("By article", rows, ("core events", "recall", "precision", "all right"))
