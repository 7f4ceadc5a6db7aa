"""``newsact diff``: what changed between two runs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """Forms a difference can be printed in."""

    table = "table"
    markdown = "markdown"
    csv = "csv"
    html = "html"


def diff(
    before: Annotated[Path, typer.Argument(help="Output folder of the older run.", exists=True, file_okay=False)],
    after: Annotated[Path, typer.Argument(help="Output folder of the newer run.", exists=True, file_okay=False)],
    form: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.table,
    save: Annotated[Path | None, typer.Option("-o", "--out", help="Write to this file instead.")] = None,
    fail: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where anything was lost or changed.")] = False,
) -> None:
    """Show events gained, lost and changed from one run to another, by article, with their sentences.

    Example: newsact diff outputs/before outputs/after --format markdown > comment.md
    """
    from rich.console import Console

    from pipeline.evaluate import difference_views as views
    from pipeline.evaluate import read_answers
    from pipeline.evaluate.difference import diff as compare

    difference = compare(read_answers(before), read_answers(after))
    if form is Form.table:
        if save:
            with save.open("w", encoding="utf-8") as file:
                Console(file=file, width=160).print(views.terminal(difference))
        else:
            Console().print(views.terminal(difference))
    else:
        view = {Form.markdown: views.markdown, Form.csv: views.comma_separated, Form.html: views.page}[form]
        text = view(difference)
        if save:
            save.write_text(text, encoding="utf-8")
        else:
            typer.echo(text, nl=False)
    if fail and (difference.of("lost") or difference.of("changed")):
        raise typer.Exit(1)
