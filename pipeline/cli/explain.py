"""``newsact explain``: parse, slots, patterns that fired, patterns that nearly fired."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def explain(
    sentence: Annotated[str | None, typer.Argument(help="The text to explain.")] = None,
    file: Annotated[Path | None, typer.Option(help="Read the text from a file.", exists=True, dir_okay=False)] = None,
    date: Annotated[datetime | None, typer.Option(help="Publication date.", formats=["%Y-%m-%d"])] = None,
    config: Annotated[Path | None, typer.Option(help="Configuration file.", exists=True, dir_okay=False)] = None,
    parse: Annotated[bool, typer.Option(help="Show the dependency tree.")] = True,
) -> None:
    """Show what newsact sees in a sentence: parse, slots, the patterns that fired and why, and what nearly fired.

    Example: newsact explain "Serbia was given an ultimatum by Austria."
    """
    from rich.console import Console

    from pipeline.api import Pipeline
    from pipeline.report.explain import explain as explained
    from pipeline.report.explain import render

    if (sentence is None) == (file is None):
        raise typer.BadParameter("give either a sentence or --file")
    text = sentence if sentence is not None else file.read_text(encoding="utf-8") if file is not None else ""
    found = explained(Pipeline.load(config), text, date.date() if date else None)
    Console().print(render(found, parse=parse))
