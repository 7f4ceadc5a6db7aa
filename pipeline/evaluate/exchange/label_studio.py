"""Label Studio: ``tasks.json`` to import, ``labels.xml`` to set up the project, and the JSON it exports.

Label Studio counts UTF-16 code units; newsact counts code points.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from pipeline.errors import ConfigError
from pipeline.evaluate.exchange.graph import NEGATIVE, Edge, Graph, Node
from pipeline.evaluate.gold import SIDES, GoldArticle

_POLARITIES = ("positive", "negative")
_FACTUALITIES = ("asserted", "reported", "planned", "possible", "conditional", "hypothetical")


def write(graphs: list[Graph], out: Path) -> None:
    """Write ``tasks.json`` and ``labels.xml``."""
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps([_task(g) for g in graphs], ensure_ascii=False, indent=1)
    (out / "tasks.json").write_text(text + "\n", encoding="utf-8")
    labels = [*sorted({n.label for g in graphs for n in g.nodes if n.kind != "negative"}), NEGATIVE]
    (out / "labels.xml").write_text(_configuration(labels), encoding="utf-8")


def _configuration(labels: list[str]) -> str:
    lines = ["<View>", '  <Labels name="label" toName="text">']
    lines += [f"    <Label value={quoteattr(label)}/>" for label in labels]
    lines += ["  </Labels>", "  <Relations>"]
    lines += [f"    <Relation value={quoteattr(role)}/>" for role in SIDES]
    lines += ["  </Relations>"]
    for name, values in (("polarity", _POLARITIES), ("factuality", _FACTUALITIES)):
        lines.append(f'  <Choices name="{name}" toName="text" perRegion="true">')
        lines += [f'    <Choice value="{value}"/>' for value in values]
        lines.append("  </Choices>")
    lines += ['  <Text name="text" value="$text" granularity="symbol"/>', "</View>"]
    return "\n".join(lines) + "\n"


def _task(graph: Graph) -> dict[str, Any]:
    text = graph.article.text
    units = _Units(text)
    result: list[dict[str, Any]] = []
    for node in graph.nodes:
        place = {"start": units.of(node.start), "end": units.of(node.end), "text": text[node.start : node.end]}
        common = {"id": node.id, "to_name": "text"}
        kept = json.dumps({"node": node.kind, **node.data}, ensure_ascii=False)
        labels = {**common, "type": "labels", "from_name": "label", "value": {**place, "labels": [node.label]}}
        result.append({**labels, "meta": {"text": [kept]}})
        if node.kind == "event":
            for name in ("polarity", "factuality"):
                value = {**place, "choices": [getattr(node, name)]}
                result.append({**common, "type": "choices", "from_name": name, "value": value})
    for edge in graph.edges:
        ends = {"from_id": edge.event, "to_id": edge.mention}
        result.append({"type": "relation", **ends, "direction": "right", "labels": [edge.role]})
    return {"data": graph.article.model_dump(mode="json", by_alias=True), "annotations": [{"result": result}]}


class _Units:
    """Code points and UTF-16 code units of one text."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        for character in text:
            self.starts.append(self.starts[-1] + (2 if ord(character) > 0xFFFF else 1))
        self.points = {unit: point for point, unit in enumerate(self.starts)}

    def of(self, point: int) -> int:
        return self.starts[point]

    def point(self, unit: int) -> int:
        return self.points.get(unit, self.points.get(unit - 1, 0))


def read(path: Path) -> list[Graph]:
    """Read an export (a JSON file, or a folder with ``tasks.json``); of a task's annotations the last one counts.

    Raises:
        ConfigError: not Label Studio's JSON.
    """
    file = path / "tasks.json" if path.is_dir() else path
    try:
        tasks = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{file}: not there") from None
    except ValueError as error:
        raise ConfigError(f"{file}: not JSON: {error}") from None
    graphs = []
    for number, task in enumerate(tasks, 1):
        if "data" not in task or "text" not in task["data"]:
            raise ConfigError(f"{file}: task {number}: no data.text; export as JSON, not JSON-MIN")
        data = {"id": str(task.get("id", number)), **task["data"]}
        graph = Graph(GoldArticle.model_validate(data))
        annotations = [a for a in task.get("annotations", []) if not a.get("was_cancelled")]
        if annotations:
            _read_result(annotations[-1]["result"], graph)
        graphs.append(graph)
    return graphs


def _read_result(result: list[dict[str, Any]], graph: Graph) -> None:
    units = _Units(graph.article.text)
    nodes: dict[str, Node] = {}
    roles: set[str] = set()
    for region in result:
        if region["type"] == "labels":
            value = region["value"]
            kept = region.get("meta", {}).get("text", ["{}"])
            data: dict[str, Any] = json.loads(kept[0]) if kept and kept[0].startswith("{") else {}
            kind = data.pop("node", "")
            label = value["labels"][0]
            start, end = units.point(value["start"]), units.point(value["end"])
            node = Node(region["id"], "mention", start, end, label, data=data)
            if kind == "event" or label == NEGATIVE:
                node.kind = "negative" if label == NEGATIVE else "event"
            nodes[node.id] = node
    for region in result:
        if region["type"] == "relation":
            labels = region.get("labels") or ["participant"]
            graph.edges.append(Edge(region["from_id"], labels[0], region["to_id"]))
            roles.add(region["from_id"])
        elif region["type"] == "choices" and region["from_name"] in ("polarity", "factuality"):
            target = nodes.get(region["id"])
            if target is not None:
                setattr(target, region["from_name"], region["value"]["choices"][0])
                target.kind = "event"
    for identity in roles & set(nodes):
        nodes[identity].kind = "event"
    graph.nodes = list(nodes.values())
