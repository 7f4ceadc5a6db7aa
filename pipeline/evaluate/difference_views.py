"""A difference as terminal table, Markdown for a pull request, CSV, HTML."""

from __future__ import annotations

import csv
import html
import io

from rich.table import Table
from rich.text import Text

from pipeline.evaluate.answers import Answer
from pipeline.evaluate.difference import Change, Difference

KINDS = ("lost", "gained", "changed")
_SIGNS = {"lost": "-", "gained": "+", "changed": "~"}
_STYLES = {"lost": "red", "gained": "green", "changed": "yellow"}


def what(answer: Answer) -> str:
    """An event in short: who type whom."""
    does = [a.name for a in answer.arguments if a.role in ("actor", "participant")]
    undergoes = [a.name for a in answer.arguments if a.role in ("target", "recipient")]
    return " ".join(filter(None, (", ".join(does), answer.type, ", ".join(undergoes))))


def changed_fields(change: Change) -> str:
    """What changed, from what to what."""
    return "; ".join(f"{name}: {old or 'none'} -> {new or 'none'}" for name, old, new in change.fields)


def headline(difference: Difference) -> str:
    """The numbers in one line."""
    parts = [f"{len(difference.of(kind))} {kind}" for kind in KINDS]
    return ", ".join([*parts, f"{difference.same} the same"])


def terminal(difference: Difference) -> Table:
    """A table for the terminal."""
    table = Table(title=headline(difference))
    for column in ("", "article", "event", "what changed", "sentence"):
        table.add_column(column, overflow="fold")
    for change in _ordered(difference):
        cells = (_SIGNS[change.kind], change.article, what(change.answer), changed_fields(change))
        style = _STYLES[change.kind]
        table.add_row(*(Text(cell, style=style) for cell in cells), Text(change.answer.sentence))
    return table


def markdown(difference: Difference, limit: int = 200) -> str:
    """Markdown for a comment on a pull request, at most ``limit`` changes of each kind."""
    lines = [f"**Events: {headline(difference)}**", ""]
    for kind in KINDS:
        changes = difference.of(kind)
        if not changes:
            continue
        lines += [f"### {kind.capitalize()} ({len(changes)})", ""]
        extra = kind == "changed"
        lines.append("| article | event | " + ("what changed | " if extra else "") + "sentence |")
        lines.append("|---|---|" + ("---|" if extra else "") + "---|")
        for change in changes[:limit]:
            answer = change.answer
            sentence = _cell(answer.sentence).replace(_cell(answer.trigger), f"**{_cell(answer.trigger)}**", 1)
            middle = f"{_cell(changed_fields(change))} | " if extra else ""
            lines.append(f"| {_cell(change.article)} | {_cell(what(answer))} | {middle}{sentence} |")
        if len(changes) > limit:
            lines += ["", f"and {len(changes) - limit} more"]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def comma_separated(difference: Difference) -> str:
    """CSV with one row a change."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["change", "article", "type", "trigger", "event", "what_changed", "sentence"])
    for change in _ordered(difference):
        a = change.answer
        fields = changed_fields(change)
        writer.writerow([change.kind, change.article, a.type, a.trigger, what(a), fields, a.sentence])
    return out.getvalue()


def page(difference: Difference) -> str:
    """A page that stands alone."""
    rows = []
    for change in _ordered(difference):
        a = change.answer
        sentence = html.escape(a.sentence).replace(html.escape(a.trigger), f"<b>{html.escape(a.trigger)}</b>", 1)
        cells = (change.kind, change.article, what(a), changed_fields(change))
        inner = "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)
        rows.append(f'<tr class="{change.kind}">{inner}<td>{sentence}</td></tr>')
    return _PAGE.replace("{headline}", html.escape(headline(difference))).replace("{rows}", "\n".join(rows))


def _ordered(difference: Difference) -> list[Change]:
    return [c for kind in KINDS for c in difference.of(kind)]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Events: {headline}</title>
<style>
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #222; background: #fff }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #ddd }
tr.lost td:first-child { color: #b00020 } tr.gained td:first-child { color: #00695c }
tr.changed td:first-child { color: #8a6d00 }
</style>
<h1>Events: {headline}</h1>
<table>
<tr><th>change</th><th>article</th><th>event</th><th>what changed</th><th>sentence</th></tr>
{rows}
</table>
</html>
"""
