"""``newsact actors``: find names worth a gazetteer, and check gazetteers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Find names worth a gazetteer entry, and check gazetteers.")


@app.command()
def suggest(
    out: Annotated[Path, typer.Argument(help="Output folder of a run.", exists=True, file_okay=False)],
    gazetteers: Annotated[
        list[Path] | None, typer.Option("--gazetteer", help="Your own gazetteer (repeatable).", exists=True)
    ] = None,
    least: Annotated[int, typer.Option(help="Leave out names with fewer mentions.", min=1)] = 2,
    limit: Annotated[int, typer.Option(help="List at most this many names.", min=1)] = 50,
    contexts: Annotated[int, typer.Option(help="Contexts to show of each name, one an article.", min=0)] = 3,
) -> None:
    """Print frequent names that no gazetteer knows, with their contexts, as a gazetteer to paste and correct.

    Example: newsact actors suggest outputs/demo --least 3 > my_actors.yaml
    """
    from pipeline.ner import load_gazetteer
    from pipeline.report.unknown import as_gazetteer, unknown_names

    gazetteer = load_gazetteer(gazetteers or ())
    names = unknown_names(out, gazetteer, least=least, limit=limit, contexts=contexts)
    if names:
        typer.echo(as_gazetteer(names), nl=False)
    else:
        typer.echo(f"no name with {least} or more mentions is unknown to the gazetteers", err=True)


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Gazetteer files (.yaml, .jsonl).", exists=True, dir_okay=False)],
) -> None:
    """Check gazetteers: keys, types, names given to two actors; list the shipped names that they take over.

    Example: newsact actors check my_actors.yaml
    """
    from pipeline.ner import load_gazetteer

    gazetteer = load_gazetteer(files)
    for line in gazetteer.overridden:
        typer.echo(f"takes over {line}")
    typer.echo(f"{len(gazetteer.entries)} actors, {len(gazetteer.by_alias)} names")
