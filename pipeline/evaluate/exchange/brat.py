"""brat standoff: ``<id>.txt`` and ``<id>.ann`` for each article, and ``annotation.conf``.

What brat has no place for is kept as JSON in an annotator's note on the span.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.evaluate.exchange.graph import NEGATIVE, Edge, Graph, Node
from pipeline.evaluate.gold import ARTICLES, SIDES, GoldArticle, read_jsonl, write_jsonl


def write(graphs: list[Graph], out: Path) -> None:
    """Write a folder that brat opens as a collection."""
    out.mkdir(parents=True, exist_ok=True)
    for graph in graphs:
        name = _file_name(graph.article.id)
        (out / f"{name}.txt").write_text(graph.article.text, encoding="utf-8", newline="\n")
        (out / f"{name}.ann").write_text("".join(line + "\n" for line in _lines(graph)), encoding="utf-8")
    write_jsonl(out / ARTICLES, [g.article for g in graphs])
    labels = sorted({_label(n.label) for g in graphs for n in g.nodes if n.kind != "event"} | {NEGATIVE})
    types = sorted({_label(n.label) for g in graphs for n in g.nodes if n.kind == "event"})
    roles = ", ".join(f"{role}*:<ENTITY>" for role in SIDES)
    conf = ["[entities]", *labels, "", "[relations]", "", "[events]", *(f"{t} {roles}" for t in types)]
    conf += ["", "[attributes]", "Polarity Arg:<EVENT>, Value:positive|negative"]
    conf += ["Factuality Arg:<EVENT>, Value:asserted|reported|planned|possible|conditional|hypothetical"]
    (out / "annotation.conf").write_text("\n".join(conf) + "\n", encoding="utf-8")


def _file_name(identity: str) -> str:
    return re.sub(r"[^\w.-]", "_", identity)


def _label(label: str) -> str:
    return re.sub(r"\W+", "_", label).strip("_") or "actor"


def _lines(graph: Graph) -> list[str]:
    lines: list[str] = []
    refs: dict[str, str] = {}
    text = graph.article.text
    for number, node in enumerate(graph.nodes, 1):
        refs[node.id] = f"T{number}"
        quoted = " ".join(text[node.start : node.end].split("\n"))
        lines.append(f"T{number}\t{_label(node.label)} {node.start} {node.end}\t{quoted}")
    events = [n for n in graph.nodes if n.kind == "event"]
    notes = 0
    attributes = 0
    for number, node in enumerate(events, 1):
        seen: Counter[str] = Counter()
        parts = [f"{_label(node.label)}:{refs[node.id]}"]
        for edge in graph.edges:
            if edge.event == node.id:
                seen[edge.role] += 1
                parts.append(f"{edge.role}{seen[edge.role] if seen[edge.role] > 1 else ''}:{refs[edge.mention]}")
        lines.append(f"E{number}\t{' '.join(parts)}")
        for name, value in (("Polarity", node.polarity), ("Factuality", node.factuality)):
            attributes += 1
            lines.append(f"A{attributes}\t{name} E{number} {value}")
        notes += 1
        lines.append(f"#{notes}\tAnnotatorNotes E{number}\t{_note(node)}")
    for node in graph.nodes:
        if node.kind != "event":
            notes += 1
            lines.append(f"#{notes}\tAnnotatorNotes {refs[node.id]}\t{_note(node)}")
    return lines


def _note(node: Node) -> str:
    return json.dumps({"label": node.label, **node.data}, ensure_ascii=False)


def read(folder: Path) -> list[Graph]:
    """Read a brat collection.

    Raises:
        ConfigError: a text is missing, or an annotation line cannot be understood.
    """
    known = {a.id: a for a in read_jsonl(folder / ARTICLES, GoldArticle)} if (folder / ARTICLES).is_file() else {}
    by_file = {_file_name(i): a for i, a in known.items()}
    files = sorted(folder.glob("*.ann"))
    if not files:
        raise ConfigError(f"{folder}: no .ann files there")
    order = {name: index for index, name in enumerate(by_file)}
    graphs = []
    for path in sorted(files, key=lambda p: (order.get(p.stem, len(order)), p.name)):
        source = path.with_suffix(".txt")
        if not source.is_file():
            raise ConfigError(f"{path}: {source.name} is missing")
        text = source.read_bytes().decode("utf-8")
        article = by_file.get(path.stem) or GoldArticle(id=path.stem, text=text)
        graphs.append(_graph(article.model_copy(update={"text": text}), path))
    return graphs


def _graph(article: GoldArticle, path: Path) -> Graph:
    graph = Graph(article)
    spans: dict[str, Node] = {}
    triggers: dict[str, str] = {}
    pending: list[tuple[str, list[str]]] = []
    notes: dict[str, str] = {}
    attributes: list[tuple[str, str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fields = line.split("\t")
        try:
            if line.startswith("T"):
                label, *places = re.split(r"[ ;]", fields[1])
                node = Node(fields[0], "mention", int(places[0]), int(places[-1]), label)
                spans[fields[0]] = node
            elif line.startswith("E"):
                head, *arguments = fields[1].split()
                trigger = head.partition(":")[2]
                triggers[fields[0]] = trigger
                spans[trigger].kind = "event"
                pending.append((trigger, arguments))
            elif line.startswith(("A", "M")):
                name, target, *value = fields[1].split()
                attributes.append((name, target, value[0] if value else ""))
            elif line.startswith("#"):
                notes[fields[1].split()[1]] = fields[2]
        except (IndexError, KeyError, ValueError):
            raise ConfigError(f"{path}:{number}: cannot read {line!r}") from None
    for reference, note in notes.items():
        target_node = spans.get(triggers.get(reference, reference))
        if target_node is not None:
            _take(target_node, note)
    for name, target, setting in attributes:
        event = spans.get(triggers.get(target, target))
        if event is not None and name in ("Polarity", "Factuality"):
            setattr(event, name.lower(), setting)
    for node in spans.values():
        if node.label == NEGATIVE:
            node.kind = "negative"
    for trigger, arguments in pending:
        for argument in arguments:
            role, _, reference = argument.partition(":")
            # an event as argument is a nested event; its parent is in the note
            if reference in spans:
                graph.edges.append(Edge(trigger, role.rstrip("0123456789"), reference))
    graph.nodes = list(spans.values())
    return graph


def _take(node: Node, note: str) -> None:
    try:
        data: dict[str, Any] = json.loads(note)
    except ValueError:
        node.data["notes"] = note
        return
    label = data.pop("label", None)
    if label is not None and _label(label) == node.label:
        node.label = label
    node.data = data
