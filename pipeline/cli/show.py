"""``newsact show``: the events of an output folder as a table, or one article with its events beneath."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def show(
    out: Annotated[Path, typer.Argument(help="Output folder of a run.", exists=True, file_okay=False)],
    article: Annotated[
        str | None, typer.Argument(help="An article: its id, record id, file name or part of its title.")
    ] = None,
    limit: Annotated[int, typer.Option(help="Print at most this many events (0: all).", min=0)] = 40,
    type_: Annotated[list[str] | None, typer.Option("--type", help="Only events of this type (repeatable).")] = None,
    actor: Annotated[str | None, typer.Option(help="Only events in which this name takes part.")] = None,
    width: Annotated[int | None, typer.Option(help="Columns to fill; the terminal's width without it.", min=40)] = None,
) -> None:
    """Print the events of a run: date, actor, action, target, attribution, evidence; or one article with its events.

    Example: newsact show outputs/demo --type block --actor Telegram

    With an article (newsact show outputs/demo telegram-malaysia): its text, with actors, acts and dates in colour.
    """
    if article is not None:
        from rich.console import Console

        from pipeline.report.reader import read_article, render_article

        Console(width=width).print(render_article(out, read_article(out, article)))
        return
    from pipeline.report.terminal import event_table, print_table

    print_table(event_table(out, limit=limit, types=type_ or [], actor=actor), width=width)
