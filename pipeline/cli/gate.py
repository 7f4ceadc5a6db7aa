"""``newsact gate``: has extraction become worse?"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.errors import ConfigError


def gate(
    out: Annotated[
        Path | None, typer.Argument(help="Output folder of a run; without it the gold's articles are run.")
    ] = None,
    gold: Annotated[
        Path | None, typer.Option(help="Gold folder; the shipped gold without it.", file_okay=False)
    ] = None,
    baseline: Annotated[Path, typer.Option(help="Floors file.")] = Path("seeds/floors.json"),
    config: Annotated[Path | None, typer.Option(help="A configuration file for the run.")] = None,
    split: Annotated[str | None, typer.Option(help="Only the articles of this split: dev or test.")] = None,
    update: Annotated[bool, typer.Option("--update", help="Raise the floors to what is measured now.")] = False,
    allow: Annotated[
        str | None, typer.Option("--allow-regression", help="Why floors may be lowered; kept in the file.")
    ] = None,
) -> None:
    """Compare extraction on gold with the floors; fail when a figure falls, saying by how much and where.

    Example: newsact gate --baseline seeds/floors.json

    Exit code 0: nothing fell; 1: something fell, or the floors were measured on other gold or another model.
    """
    from pipeline.evaluate import gold_hash, load_gold, read_answers, score
    from pipeline.evaluate.floors import judge, load_baseline, measure, raised, report, save_baseline
    from pipeline.resources import shipped

    if allow is not None and not update:
        raise ConfigError("--allow-regression lowers floors and needs --update")
    folder = gold or shipped("seeds", "gold")
    truth = load_gold(folder, split)
    with tempfile.TemporaryDirectory() as temporary:
        run_folder = out or _run(folder, Path(temporary) / "run", config)
        scores = score(read_answers(run_folder), truth, resamples=0)
        about = _about(run_folder)
    now = measure(scores, gold_hash=gold_hash(folder), run=about, split=split)
    if update and not baseline.exists():
        save_baseline(now, baseline)
        typer.echo(f"gate: {baseline} written")
        return
    old = load_baseline(baseline)
    judgement = judge(old, now, scores)
    typer.echo(report(judgement))
    if update:
        if judgement.falls and not judgement.stale and allow is None:
            typer.echo('gate: floors are not lowered without --allow-regression "reason"', err=True)
            raise typer.Exit(1)
        save_baseline(raised(old, now, falls=judgement.falls, reason=allow), baseline)
        typer.echo(f"gate: {baseline} updated")
    elif not judgement.passed:
        raise typer.Exit(1)


def _run(gold: Path, out: Path, config: Path | None) -> Path:
    """Extract the events of the gold's own articles, whose text needs no cleaning."""
    from pipeline.config import load_configuration
    from pipeline.evaluate.gold import ARTICLES
    from pipeline.run import run

    articles = gold / ARTICLES
    if not articles.is_file():
        raise ConfigError(f"{gold}: no {ARTICLES} there to run; give the output folder of a run instead")
    run([str(articles)], out, load_configuration(config, {"clean": "none"}))
    return out


def _about(run_folder: Path) -> dict[str, Any]:
    path = run_folder / "run.json"
    if not path.is_file():
        return {}
    about: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return about
