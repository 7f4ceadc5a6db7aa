"""Gold as labelled spans and relations between them: the shape that annotation tools share.

A tool shows and changes spans, labels, roles, polarity and factuality. All else that gold says about a span travels
along as ``data`` and comes back untouched; where tool and data disagree, the tool is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.errors import ConfigError
from pipeline.evaluate.gold import (
    GoldActor,
    GoldArgument,
    GoldArticle,
    GoldEvent,
    GoldMention,
    GoldNegative,
    GoldSet,
)

NEGATIVE = "NOT_AN_EVENT"
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")
_PLACED = ("article_id", "type", "trigger", "trigger_start", "trigger_end", "actors", "polarity", "factuality")


@dataclass(slots=True)
class Node:
    """A span with a label. ``data`` is what a tool does not show."""

    id: str
    kind: Literal["event", "mention", "negative"]
    start: int
    end: int
    label: str
    polarity: str = "positive"
    factuality: str = "asserted"
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """``mention`` fills ``role`` of ``event``; both are node ids."""

    event: str
    role: str
    mention: str


@dataclass(slots=True)
class Graph:
    """One article."""

    article: GoldArticle
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)


def to_graphs(gold: GoldSet) -> list[Graph]:
    """Return one graph an article. Raises ConfigError for gold without ``articles.jsonl``."""
    if not gold.articles:
        raise ConfigError("annotation tools need the texts: the gold folder has no articles.jsonl")
    return [_graph(gold, article) for article in gold.articles]


def _graph(gold: GoldSet, article: GoldArticle) -> Graph:
    graph = Graph(article)
    places: dict[tuple[int, int, str], str] = {}

    def mention(start: int, end: int, canonical: str, label: str, data: dict[str, Any]) -> str:
        key = (start, end, canonical)
        if key not in places:
            places[key] = f"m{len(places) + 1}"
            graph.nodes.append(Node(places[key], "mention", start, end, label, data=data))
        return places[key]

    types = {}
    silent = []
    for actor in gold.actors:
        if actor.article_id != article.id:
            continue
        types[actor.canonical] = actor.type
        if not actor.mentions:
            silent.append(actor.model_dump(mode="json"))
        about = actor.model_dump(exclude={"mentions", "article_id", "canonical"})
        for index, m in enumerate(actor.mentions):
            data: dict[str, Any] = {"canonical": actor.canonical, "kind": m.kind, "sentence_id": m.sentence_id}
            mention(m.start, m.end, actor.canonical, actor.type or "actor", data | ({} if index else {"actor": about}))
    for number, event in enumerate((e for e in gold.events if e.article_id == article.id), 1):
        identity = f"e{number}"
        data = event.model_dump(mode="json", exclude=set(_PLACED))
        data["implicit"] = [a.model_dump() for a in event.actors if a.start is None]
        if number == 1 and silent:
            data["unmentioned"] = silent
        node = Node(identity, "event", event.trigger_start, event.trigger_end, event.type, data=data)
        node.polarity, node.factuality = event.polarity, event.factuality
        graph.nodes.append(node)
        for a in event.actors:
            if a.start is not None and a.end is not None:
                data = {"canonical": a.canonical, "kind": "nominal", "sentence_id": event.sentence_id}
                label = types.get(a.canonical) or "actor"
                graph.edges.append(Edge(identity, a.role, mention(a.start, a.end, a.canonical, label, data)))
    for number, negative in enumerate((n for n in gold.negatives if n.article_id == article.id), 1):
        if negative.trigger_start is not None and negative.trigger_end is not None:
            data = negative.model_dump(exclude={"article_id", "trigger", "trigger_start", "trigger_end"})
            span = (negative.trigger_start, negative.trigger_end)
            graph.nodes.append(Node(f"n{number}", "negative", *span, NEGATIVE, data=data))
    return graph


def from_graphs(graphs: Iterable[Graph]) -> GoldSet:
    """Return the gold of some articles, in the order of the text."""
    gold = GoldSet()
    for graph in graphs:
        gold.articles.append(graph.article)
        _gold(graph, gold)
    return gold


def _gold(graph: Graph, gold: GoldSet) -> None:
    text, aid = graph.article.text, graph.article.id
    nodes = {n.id: n for n in graph.nodes}
    actors: dict[str, GoldActor] = {}
    for node in sorted((n for n in graph.nodes if n.kind == "mention"), key=lambda n: (n.start, -n.end)):
        quoted = text[node.start : node.end]
        canonical = node.data.get("canonical") or quoted
        node.data["canonical"] = canonical
        actor = actors.setdefault(canonical, GoldActor(article_id=aid, canonical=canonical, type=node.label))
        for key, value in node.data.get("actor", {}).items():
            setattr(actor, key, value)
        kind, sentence_id = node.data.get("kind", "name"), node.data.get("sentence_id", "")
        actor.mentions.append(
            GoldMention(sentence_id=sentence_id, mention=quoted, start=node.start, end=node.end, kind=kind)
        )
    events = []
    for node in graph.nodes:
        for silent in node.data.pop("unmentioned", []):
            actors.setdefault(silent["canonical"], GoldActor.model_validate(silent))
        quoted = text[node.start : node.end]
        if node.kind == "negative":
            placed = {"article_id": aid, "trigger": quoted, "trigger_start": node.start, "trigger_end": node.end}
            gold.negatives.append(GoldNegative.model_validate({**node.data, **placed}))
        elif node.kind == "event":
            events.append(_event(graph, node, nodes))
    gold.events += sorted(events, key=lambda e: e.sentence_start or e.trigger_start)
    for event in events:
        for name in [a.canonical for a in event.actors] + [event.attributed_to or "", event.place_canonical or ""]:
            if name and name not in actors:
                actors[name] = GoldActor(article_id=aid, canonical=name)
    gold.actors += actors.values()


def _event(graph: Graph, node: Node, nodes: dict[str, Node]) -> GoldEvent:
    text = graph.article.text
    arguments = []
    for edge in graph.edges:
        if edge.event == node.id and edge.mention in nodes:
            filler = nodes[edge.mention]
            quoted = text[filler.start : filler.end]
            canonical = filler.data.get("canonical") or quoted
            arguments.append(
                GoldArgument(mention=quoted, canonical=canonical, role=edge.role, start=filler.start, end=filler.end)
            )
    data = dict(node.data)
    arguments += [GoldArgument.model_validate(a) for a in data.pop("implicit", [])]
    if not data.get("sentence"):
        start, end = _sentence(text, node.start)
        data |= {"sentence": text[start:end], "sentence_start": start, "sentence_end": end}
    data.setdefault("event_id", f"{graph.article.id}:{node.id}")
    return GoldEvent.model_validate(
        {
            **data,
            "article_id": graph.article.id,
            "type": node.label,
            "trigger": text[node.start : node.end],
            "trigger_start": node.start,
            "trigger_end": node.end,
            "actors": [a.model_dump() for a in arguments],
            "polarity": node.polarity,
            "factuality": node.factuality,
        }
    )


def _sentence(text: str, place: int) -> tuple[int, int]:
    start, end = 0, len(text)
    for found in _SENTENCE_END.finditer(text):
        if found.end() <= place:
            start = found.end()
        elif found.start() >= place:
            end = found.end()
            break
    return start, start + len(text[start:end].rstrip())
