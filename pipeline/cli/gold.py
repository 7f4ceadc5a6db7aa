"""``newsact gold``: make, check and exchange gold; adapt public benchmarks."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import ConfigError

app = typer.Typer(no_args_is_help=True, help="Make, check and exchange gold; adapt public benchmarks.")


class Tool(StrEnum):
    """Annotation tools whose files are read and written."""

    brat = "brat"
    label_studio = "label-studio"
    prodigy = "prodigy"


class BenchmarkName(StrEnum):
    """Public benchmarks that are understood."""

    plover = "plover"
    meantime = "meantime"
    gum = "gum"
    timeml = "timeml"
    muc4 = "muc4"
    conll2003 = "conll2003"
    ace = "ace"


GoldFolder = Annotated[Path, typer.Argument(help="Gold folder.", exists=True, file_okay=False)]
Force = Annotated[bool, typer.Option("--overwrite", help="Replace gold that is already there.")]


@app.command()
def init(
    out: Annotated[Path, typer.Argument(help="Output folder of a run.", exists=True, file_okay=False)],
    gold: Annotated[Path, typer.Option("-o", "--out", help="Gold folder to write.")],
    overwrite: Force = False,
) -> None:
    """Turn a run into a draft of gold for a person to correct.

    Example: newsact gold init outputs/mine -o gold/mine

    A draft leans towards what newsact finds already. To measure newsact itself, annotate the texts without one.
    """
    from pipeline.evaluate import read_answers, save_gold
    from pipeline.evaluate.draft import draft

    _free(gold, overwrite)
    made = draft(read_answers(out))
    save_gold(made, gold)
    typer.echo(f"{gold}: {len(made.articles)} articles, {len(made.events)} events to check")


@app.command()
def check(
    gold: GoldFolder,
    other: Annotated[
        Path | None, typer.Argument(help="A second annotation of the same articles.", exists=True, file_okay=False)
    ] = None,
    patterns: Annotated[
        list[Path] | None, typer.Option(help="Pattern files whose event types are known, besides the shipped ones.")
    ] = None,
    show: Annotated[int, typer.Option(help="List at most so many disagreements.", min=0)] = 20,
) -> None:
    """Check offsets, labels, names, references and overlaps; with a second folder, how far two annotators agree.

    Example: newsact gold check seeds/gold

    Exit code 1 where the gold has an error; warnings do not count.
    """
    from pipeline.evaluate import load_gold
    from pipeline.evaluate.check import agreement, check_keys
    from pipeline.evaluate.check import check as check_gold
    from pipeline.events.patterns import load_patterns
    from pipeline.resources import shipped

    known = {p.event for p in load_patterns([shipped("configs", "patterns"), *(patterns or [])]).patterns}
    first = load_gold(gold)
    problems = [*check_keys(gold), *check_gold(first, known)]
    for problem in problems:
        typer.echo(f"{problem.level}: {gold}: {problem.where}: {problem.message}")
    errors = sum(p.level == "error" for p in problems)
    typer.echo(
        f"{gold}: {len(first.events)} events, {len(first.actors)} actors, {len(first.negatives)} traps in "
        f"{len(first.article_ids)} articles; {errors} errors, {len(problems) - errors} warnings"
    )
    if other is not None:
        found = agreement(first, load_gold(other))
        typer.echo(f"events marked: {found.first} and {found.second}, by both {found.shared}")
        typer.echo(f"pairwise F1: triggers {found.trigger_f1:.3f}, with type {found.event_f1:.3f}")
        typer.echo(f"pairwise F1 of arguments on shared triggers: {found.argument_f1:.3f}")
        labels = ", ".join(f"{k} {'-' if v is None else format(v, '.3f')}" for k, v in found.kappa.items())
        typer.echo(f"Cohen's kappa on shared triggers: {labels}")
        for line in found.disagreements[:show]:
            typer.echo(f"  {line}")
        if len(found.disagreements) > show:
            typer.echo(f"  and {len(found.disagreements) - show} more")
    if errors:
        raise typer.Exit(1)


@app.command("export")
def export_(
    gold: GoldFolder,
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write.")],
    form: Annotated[Tool, typer.Option("--format", "-f", help="The tool to write for.")],
) -> None:
    """Write gold as the files of an annotation tool.

    Example: newsact gold export seeds/gold --format brat -o brat/seeds
    """
    from pipeline.evaluate import load_gold
    from pipeline.evaluate.exchange import export_gold

    export_gold(load_gold(gold), form.value, out)
    typer.echo(f"{out}: written for {form.value}")


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="File or folder of the tool.", exists=True)],
    gold: Annotated[Path, typer.Option("-o", "--out", help="Gold folder to write.")],
    form: Annotated[Tool, typer.Option("--format", "-f", help="The tool that wrote it.")],
    overwrite: Force = False,
) -> None:
    """Read the files of an annotation tool as gold.

    Example: newsact gold import brat/seeds --format brat -o gold/seeds
    """
    from pipeline.evaluate import save_gold
    from pipeline.evaluate.exchange import import_gold

    _free(gold, overwrite)
    found = import_gold(source, form.value)
    save_gold(found, gold)
    typer.echo(f"{gold}: {len(found.articles)} articles, {len(found.events)} events")


@app.command()
def adapt(
    benchmark: Annotated[BenchmarkName, typer.Argument(help="Which benchmark it is.")],
    source: Annotated[Path, typer.Argument(help="The benchmark's own file or folder.", exists=True)],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write.")],
) -> None:
    """Convert a public benchmark that you have into articles to run and records to score against.

    Example: newsact gold adapt timeml TempEval-3/platinum -o gold/tempeval

    Then: newsact run gold/tempeval/articles.jsonl --clean none --propositions -o outputs/tempeval
    and: newsact evaluate outputs/tempeval --gold gold/tempeval
    """
    from pipeline.evaluate.benchmarks import adapt as convert

    count = convert(benchmark.value, source, out)
    typer.echo(f"{out}: {count} articles of {benchmark.value}")


def _free(gold: Path, overwrite: bool) -> None:
    from pipeline.evaluate.gold import EVENTS

    if (gold / EVENTS).exists() and not overwrite:
        raise ConfigError(f"{gold}: has gold already; --overwrite replaces it")
