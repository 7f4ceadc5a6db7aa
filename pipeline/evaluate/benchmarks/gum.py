"""GUM: CoNLL-U with entities and coreference in the last column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pipeline.evaluate.benchmarks.records import BenchmarkArticle, Named
from pipeline.evaluate.benchmarks.tokens import TextBuilder

MAPPING = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
"""Entity types of GUM -> labels; objects, events, times and the like are left out."""

_PIECE = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


class _Document:
    def __init__(self, identity: str) -> None:
        self.id = identity
        self.builder = TextBuilder()
        self.title: str | None = None
        self.published: date | None = None
        self.layout: list[str] = []
        self.open: dict[str, list[tuple[list[str], int]]] = {}
        self.tags: list[str] = []
        self.names: list[Named] = []

    def article(self) -> BenchmarkArticle:
        names = sorted(self.names, key=lambda n: (n.start, -n.end))
        return BenchmarkArticle(
            id=self.id, text=self.builder.text, title=self.title, published=self.published, names=names
        )


def convert(path: Path) -> Iterator[BenchmarkArticle]:
    """Yield the documents of a file."""
    document = _Document(path.stem)
    layout = ["GRP", "etype", "infstat", "salience", "centering", "minspan", "link", "identity"]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            key, _, value = line.lstrip("# ").partition("=")
            key, value = key.strip(), value.strip()
            if key == "newdoc id":
                if document.tags:
                    yield document.article()
                document = _Document(value)
            elif key == "global.Entity":
                layout = value.split("-")
            elif key == "meta::title":
                document.title = value
            elif key == "meta::dateCreated" and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                document.published = date.fromisoformat(value)
            elif key.startswith("newpar"):
                document.builder.end_paragraph()
        elif not line.strip():
            document.builder.end_sentence()
        else:
            _token(document, line.split("\t"), layout)
    if document.tags:
        yield document.article()


def _token(document: _Document, fields: list[str], layout: list[str]) -> None:
    if not fields[0].isdigit():  # a multiword token or an empty node
        return
    misc = dict(part.partition("=")[::2] for part in fields[9].split("|"))
    number = document.builder.add(fields[1], space=misc.get("SpaceAfter") != "No")
    document.tags.append(fields[4] if fields[4] != "_" else fields[3])
    for opened, at_once, closed in _PIECE.findall(misc.get("Entity", "")):
        if opened:
            values = opened.split("-", len(layout) - 1)
            document.open.setdefault(values[0], []).append((values, number))
            if at_once:
                _close(document, values[0], number, layout)
        else:
            _close(document, closed.split("-")[0], number, layout)


def _close(document: _Document, group: str, last: int, layout: list[str]) -> None:
    if not document.open.get(group):
        return
    values, first = document.open[group].pop()
    about = dict(zip(layout, values, strict=False))
    label = MAPPING.get(about.get("etype", ""))
    if label is None:
        return
    head = re.match(r"\d+", about.get("minspan", "1"))
    tag = document.tags[first + int(head[0]) - 1 if head and first + int(head[0]) - 1 <= last else first]
    form = "pronoun" if tag.startswith(("PRP", "PRON")) else "name" if tag in ("NNP", "NNPS", "PROPN") else "nominal"
    start, end = document.builder.span(first, last)
    document.names.append(Named(start=start, end=end, label=label, form=form, cluster=group))
