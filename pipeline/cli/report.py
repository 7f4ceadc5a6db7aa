"""``newsact report``: the events of an output folder as one HTML page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def report(
    out: Annotated[Path, typer.Argument(help="Output folder of a run.", exists=True, file_okay=False)],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Page to write [OUT/report.html].")] = None,
    title: Annotated[str | None, typer.Option(help="Heading of the page.")] = None,
) -> None:
    """Write one self-contained page: timeline, actor network, heat map, event table, annotated articles.

    Example: newsact report outputs/demo -o report.html
    """
    from pipeline.report.html import write_report

    target = output or out / "report.html"
    events = write_report(out, target, title)
    typer.echo(f"{target}: {events:,} events")
