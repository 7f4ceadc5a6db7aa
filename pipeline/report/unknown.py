"""Frequent names that no gazetteer knows, with their contexts, ready to be made one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from pipeline.export.dataset import read_together
from pipeline.export.folder import OutputFolder
from pipeline.ner import Gazetteer

_REACH = 60  # characters of context on either side
_TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "city", "LOC": "place", "PRODUCT": "company"}


@dataclass(slots=True)
class UnknownName:
    """A name, how often and in how many articles it stands, what it was taken for, and where it was seen."""

    name: str
    labels: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    contexts: list[str] = field(default_factory=list)

    @property
    def mentions(self) -> int:
        """How often it stands in the corpus."""
        return self.labels.total()

    @property
    def label(self) -> str:
        """What it was mostly taken for."""
        return min(self.labels, key=lambda k: (-self.labels[k], k))


def unknown_names(
    out: Path | str, gazetteer: Gazetteer, *, least: int = 2, limit: int = 50, contexts: int = 3
) -> list[UnknownName]:
    """Return the names of a run that no gazetteer knows, the most widespread first.

    ``least`` is the number of mentions below which a name is left out. Raises RunError where there is no run.
    """
    found: defaultdict[str, UnknownName] = defaultdict(lambda: UnknownName(""))
    wanted = {"articles": ["article_id", "text"], "mentions": ["article_id", "start", "end", "text", "kind", "label"]}
    for articles, mentions in read_together(OutputFolder(out), wanted):
        texts = dict(zip(articles["article_id"].to_pylist(), articles["text"].to_pylist(), strict=True))
        for row in mentions.to_pylist():
            if row["kind"] == "name" and row["label"] in _TYPES and gazetteer.get(row["text"]) is None:
                _note(found[row["text"]], row, texts.get(row["article_id"], ""), contexts)
    ranked = [u for u in found.values() if u.mentions >= least]
    ranked.sort(key=lambda u: (-len(u.articles), -u.mentions, u.name))
    return ranked[:limit]


def _note(unknown: UnknownName, row: dict[str, Any], text: str, contexts: int) -> None:
    unknown.name = row["text"]
    unknown.labels[row["label"]] += 1
    if row["article_id"] not in unknown.articles and len(unknown.contexts) < contexts:
        around = text[max(0, row["start"] - _REACH) : row["end"] + _REACH]
        unknown.contexts.append(" ".join(around.split()))
    unknown.articles.add(row["article_id"])


def as_gazetteer(names: Iterable[UnknownName]) -> str:
    """Return the names as a gazetteer file, their contexts as comments, to be corrected by hand."""
    lines = ["actors:"]
    for unknown in names:
        entry = {"name": unknown.name, "type": _TYPES[unknown.label]}
        lines.append(f"  # {unknown.mentions} mentions in {len(unknown.articles)} articles")
        lines += [f"  #   ... {context} ..." for context in unknown.contexts]
        lines.append("  - " + yaml.safe_dump(entry, default_flow_style=True, allow_unicode=True, width=10_000).strip())
    return "\n".join(lines) + "\n"
