"""CoNLL-2003 named entities: a token a line with its tag in the last column, ``-DOCSTART-`` between documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluate.benchmarks.records import BenchmarkArticle, Named
from pipeline.evaluate.benchmarks.tokens import TextBuilder

MAPPING = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
"""Tags of CoNLL-2003 -> labels; MISC is left out."""


def convert(path: Path) -> Iterator[BenchmarkArticle]:
    """Yield the documents of a file. IOB1 and IOB2 tags are both understood."""
    builder, tags, number = TextBuilder(), list[str](), 0
    for line in [*path.read_text(encoding="utf-8").splitlines(), "-DOCSTART-"]:
        fields = line.split()
        if fields and fields[0] == "-DOCSTART-":
            if tags:
                number += 1
                names = list(_names(tags, builder))
                yield BenchmarkArticle(id=f"{path.stem}-{number}", text=builder.text, names=names)
            builder, tags = TextBuilder(), []
        elif not fields:
            builder.end_paragraph()
        else:
            builder.add(fields[0])
            tags.append(fields[-1])


def _names(tags: list[str], builder: TextBuilder) -> Iterator[Named]:
    first = None
    for index, tag in enumerate([*tags, "O"]):
        before = tags[index - 1] if index else "O"
        goes_on = tag != "O" and not tag.startswith("B-") and before[1:] == tag[1:]
        if goes_on and "\n" in builder.text[builder.spans[index - 1][1] : builder.spans[index][0]]:
            goes_on = False
        if first is not None and not goes_on:
            label = MAPPING.get(tags[first][2:])
            if label:
                start, end = builder.span(first, index - 1)
                yield Named(start=start, end=end, label=label)
            first = None
        if tag != "O" and first is None:
            first = index
