"""Prodigy and spaCy JSONL: text, tokens, spans and relations, one article a line.

Spans carry an extra key ``newsact`` that Prodigy keeps; a span without it is an event when a relation starts there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.evaluate.exchange.graph import NEGATIVE, Edge, Graph, Node
from pipeline.evaluate.gold import GoldArticle

_TOKEN = re.compile(r"\w+|[^\w\s]")


def write(graphs: list[Graph], out: Path) -> None:
    """Write ``annotations.jsonl``."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / "annotations.jsonl").open("w", encoding="utf-8") as file:
        for graph in graphs:
            file.write(json.dumps(_line(graph), ensure_ascii=False) + "\n")


def _line(graph: Graph) -> dict[str, Any]:
    text = graph.article.text
    tokens = [{"text": t[0], "start": t.start(), "end": t.end(), "id": i} for i, t in enumerate(_TOKEN.finditer(text))]
    for token in tokens:
        end = int(str(token["end"]))
        token["ws"] = text[end : end + 1].isspace()
    spans: dict[str, dict[str, Any]] = {}
    for node in graph.nodes:
        inside = [t["id"] for t in tokens if int(str(t["start"])) < node.end and int(str(t["end"])) > node.start]
        kept = {"id": node.id, "kind": node.kind, "polarity": node.polarity, "factuality": node.factuality}
        spans[node.id] = {
            "start": node.start,
            "end": node.end,
            "token_start": inside[0] if inside else 0,
            "token_end": inside[-1] if inside else 0,
            "label": node.label,
            "newsact": {**kept, "data": node.data},
        }
    relations = []
    for edge in graph.edges:
        head, child = ({k: v for k, v in spans[i].items() if k != "newsact"} for i in (edge.event, edge.mention))
        ends = {"head": head["token_end"], "child": child["token_end"]}
        kept = {"event": edge.event, "mention": edge.mention}
        relations.append({**ends, "head_span": head, "child_span": child, "label": edge.role, "newsact": kept})
    meta = graph.article.model_dump(mode="json", by_alias=True, exclude={"text"})
    return {"text": text, "meta": meta, "tokens": tokens, "spans": list(spans.values()), "relations": relations}


def read(path: Path) -> list[Graph]:
    """Read JSON Lines (a file, or a folder with ``annotations.jsonl``). Rejected and ignored answers are left out."""
    file = path / "annotations.jsonl" if path.is_dir() else path
    if not file.is_file():
        raise ConfigError(f"{file}: not there")
    graphs = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise ConfigError(f"{file}:{number}: not JSON: {error}") from None
        if record.get("answer", "accept") != "accept":
            continue
        if "text" not in record:
            raise ConfigError(f"{file}:{number}: no 'text'")
        article = GoldArticle.model_validate({"id": str(number), **record.get("meta", {}), "text": record["text"]})
        graphs.append(_graph(record, article))
    return graphs


def _graph(record: dict[str, Any], article: GoldArticle) -> Graph:
    graph = Graph(article)
    places: dict[tuple[int, int, str], list[Node]] = {}
    for index, span in enumerate(record.get("spans", [])):
        kept = span.get("newsact", {})
        node = Node(
            kept.get("id", f"s{index}"), "mention", span["start"], span["end"], span["label"], data=kept.get("data", {})
        )
        node.polarity, node.factuality = kept.get("polarity", "positive"), kept.get("factuality", "asserted")
        if node.label == NEGATIVE:
            node.kind = "negative"
        elif kept.get("kind") == "event":
            node.kind = "event"
        graph.nodes.append(node)
        places.setdefault((node.start, node.end, node.label), []).append(node)
    for relation in record.get("relations", []):
        ends = []
        for side, key in (("head_span", "event"), ("child_span", "mention")):
            span = relation[side]
            options = places.get((span["start"], span["end"], span["label"]), [])
            own = relation.get("newsact", {}).get(key)
            ends += [n for n in options if n.id == own][:1] or options[:1]
        if len(ends) == 2:
            ends[0].kind = "event"
            graph.edges.append(Edge(ends[0].id, relation["label"], ends[1].id))
    return graph
