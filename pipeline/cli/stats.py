"""``newsact stats``: what is in an output folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def stats(
    out: Annotated[Path, typer.Argument(help="Output folder of a run.", exists=True, file_okay=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Count articles, events, actors and failures; show what comes up most and how sure it is.

    Example: newsact stats outputs/demo
    """
    from rich.console import Console

    from pipeline.report.stats import render, statistics

    found = statistics(out)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        Console().print(render(found))
