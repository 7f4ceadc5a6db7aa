"""``newsact evaluate``: a run against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    out: Annotated[Path, typer.Argument(help="Output folder of a run.", exists=True, file_okay=False)],
    gold: Annotated[Path, typer.Option(help="Gold folder.", exists=True, file_okay=False)],
    split: Annotated[str | None, typer.Option(help="Only the articles of this split: dev or test.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything measured as JSON.")] = False,
    save: Annotated[Path | None, typer.Option(help="Also write the JSON to this file.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and what was invented.")] = False,
    resamples: Annotated[int, typer.Option(help="Bootstrap draws behind the intervals; 0 for none.", min=0)] = 1000,
) -> None:
    """Score a run against gold: events, arguments, dates, truth, attribution, actors; by type and phenomenon.

    Example: newsact evaluate outputs/demo --gold seeds/gold

    A gold folder made by `newsact gold adapt` from a public benchmark is scored in that benchmark's own terms.
    """
    from pipeline.evaluate import read_answers
    from pipeline.evaluate.benchmarks import load_benchmark, score_benchmark

    answers = read_answers(out)
    benchmark = load_benchmark(gold)
    if benchmark is not None:
        text = json.dumps(score_benchmark(answers, benchmark), ensure_ascii=False, indent=1)
        if save:
            save.write_text(text + "\n", encoding="utf-8")
        typer.echo(text)
        return

    from rich.console import Console

    from pipeline.evaluate import load_gold, score
    from pipeline.evaluate import render as show

    scores = score(answers, load_gold(gold, split), resamples=resamples)
    text = json.dumps(show.as_json(scores), ensure_ascii=False, indent=1)
    if save:
        save.write_text(text + "\n", encoding="utf-8")
    if as_json:
        typer.echo(text)
        return
    console = Console()
    for table in (show.figure_table, show.type_table, show.phenomenon_table, show.article_table):
        console.print(table(scores))
    if errors:
        for verdict in scores.verdicts:
            if verdict.core and not verdict.found:
                console.print(f"missed {verdict.type} [{verdict.trigger}] {verdict.sentence}", markup=False)
        for article in scores.articles:
            for alarm in article.false_alarms:
                why = f" ({alarm.why})" if alarm.why else ""
                console.print(f"invented {alarm.type} [{alarm.trigger}]{why} {alarm.sentence}", markup=False)
