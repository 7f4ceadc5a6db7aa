"""Why a sentence gave the events it gave: parse, slots, patterns that fired, and what nearly fired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from pipeline.api import Pipeline
from pipeline.events import Match, Miss
from pipeline.ner import Cast
from pipeline.records import Article, Event, content_id
from pipeline.syntax import Parse, Predicate, Syntax, analyse

_SHOWN_MISSES = 3


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything the pipeline saw in a text. ``tried`` holds matches and misses in text order."""

    article: Article
    syntax: Syntax
    cast: Cast
    events: tuple[Event, ...]
    tried: tuple[Match | Miss, ...]


def explain(pipeline: Pipeline, text: str, published: date | None = None) -> Explanation:
    """Return what every stage made of a text."""
    worker = pipeline.worker
    article = Article(content_id("a", text), "", text, published=published, language="en")
    parse = worker.language.parse([text])[0]
    syntax = analyse(parse)
    cast = worker.actors.find(article, syntax)
    found = worker.extract(article, parse)
    return Explanation(article, syntax, cast, found.events, tuple(worker.events.matcher.trace(syntax, cast)))


def render(explanation: Explanation, *, parse: bool = True) -> RenderableType:
    """Return the explanation for a terminal, sentence by sentence."""
    parts: list[RenderableType] = []
    p = explanation.syntax.parse
    for first, last in p.sentences:
        if not p.span_text(first, last).strip():
            continue
        parts += [Text(), Text(p.span_text(first, last).strip(), style="bold")]
        if parse:
            parts.append(_tree(p, first, last))
        parts += [
            _slots(explanation, first, last),
            _events(explanation, first, last),
            _misses(explanation, first, last),
        ]
    return Group(*parts)


def _tree(p: Parse, first: int, last: int) -> Tree:
    root = next((i for i in range(first, last) if p.heads[i] == i), first)

    def label(i: int) -> Text:
        return Text.assemble((p.words[i], "bold"), f"  {p.tags[i]} {p.relation(i)}", style="dim")

    def grow(branch: Tree, i: int) -> None:
        for child in p.children[i]:
            if not p.words[child].isspace():
                grow(branch.add(label(child)), child)

    tree = Tree(label(root), guide_style="dim")
    grow(tree, root)
    return tree


def _slots(x: Explanation, first: int, last: int) -> RenderableType:
    p = x.syntax.parse
    table = Table("predicate", "slots", "form", title="Slots", title_justify="left", box=None, header_style="dim")
    for predicate in x.syntax.predicates:
        if first <= predicate.token < last:
            slots = Text()
            for slot, fillers in predicate.slots.items():
                names = "; ".join(
                    _filler(x, f.first, f.last, f.head) + (" (shared)" if f.shared else "") for f in fillers
                )
                slots.append(f"{slot}=", style="cyan").append(names + "  ")
            table.add_row(_word(p, predicate), slots, _form(p, predicate))
    return table if table.row_count else Text("no predicates", style="dim")


def _word(p: Parse, predicate: Predicate) -> str:
    return p.words[predicate.token] + (f" {predicate.particle}" if predicate.particle else "")


def _filler(x: Explanation, first: int, last: int, head: int) -> str:
    text = x.syntax.parse.span_text(first, last)
    mention = x.cast.by_head.get(head)
    actor = x.cast.actors.get(mention.actor_id) if mention is not None and mention.actor_id else None
    return f"{text} [{actor.name}]" if actor is not None and actor.name != text else text


def _form(p: Parse, predicate: Predicate) -> Text:
    parts = [
        predicate.kind,
        "passive" if predicate.passive else "",
        predicate.tense if predicate.tense != "none" else "",
    ]
    if predicate.negations:
        parts.append("negated")
    if predicate.relation is not None and predicate.governor is not None:
        marker = f" ({predicate.marker})" if predicate.marker else ""
        parts.append(f"{predicate.relation} of {p.words[predicate.governor]}{marker}")
    if predicate.support is not None:
        parts.append(f"carried by {p.words[predicate.support[0]]}")
    return Text(", ".join(filter(None, parts)), style="dim")


def _events(x: Explanation, first: int, last: int) -> RenderableType:
    p = x.syntax.parse
    lines: list[RenderableType] = []
    start, end = p.starts[first], p.ends[last - 1]
    for e in x.events:
        if not start <= e.trigger_start < end:
            continue
        line = Text.assemble(("fired  ", "green"), (e.type, "bold green"), f" on “{e.trigger_text}”")
        for a in e.arguments:
            line.append(f"  {a.role}=", style="cyan").append(a.name)
        line.append(f"  {e.polarity}, {e.factuality}")
        if e.attributed_to:
            line.append(f", according to {e.attributed_to}")
        if e.date_start:
            line.append(f", {e.date_start} to {e.date_end} by {e.date_rule}")
        line.append(f"  [{e.pattern_id}, confidence {e.confidence:.2f}]", style="dim")
        lines.append(line)
    return Group(*lines) if lines else Text("no event", style="yellow")


def _misses(x: Explanation, first: int, last: int) -> RenderableType:
    """Nearest misses: for each word that is a trigger somewhere but gave no event, why its patterns did not fire."""
    p = x.syntax.parse
    fired = {e.trigger_start for e in x.events}
    lines: list[RenderableType] = []
    shown: dict[int, int] = {}
    said: set[tuple[int, str, str]] = set()
    for tried in sorted(
        (t for t in x.tried if isinstance(t, Miss)),
        key=lambda t: (t.predicate.token, -t.progress, -t.trigger.specificity),
    ):
        token = tried.predicate.token
        why = (token, tried.trigger.pattern.pattern_id, tried.reason)
        if why in said:
            continue
        said.add(why)
        if not first <= token < last or p.starts[token] in fired or shown.get(token, 0) >= _SHOWN_MISSES:
            continue
        shown[token] = shown.get(token, 0) + 1
        lines.append(
            Text.assemble(
                ("not    ", "yellow"),
                tried.trigger.pattern.pattern_id,
                f" on “{p.words[token]}”: ",
                (tried.reason, "yellow"),
            )
        )
    return Group(*lines)
