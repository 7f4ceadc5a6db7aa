"""Gold to and from annotation tools: brat, Label Studio, Prodigy and spaCy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ConfigError, nearest
from pipeline.evaluate.exchange import brat, label_studio, prodigy
from pipeline.evaluate.exchange.graph import Graph, from_graphs, to_graphs
from pipeline.evaluate.gold import GoldSet

__all__ = ["FORMATS", "export_gold", "import_gold"]


@dataclass(frozen=True, slots=True)
class Format:
    """How a tool's files are written and read."""

    write: Callable[[list[Graph], Path], None]
    read: Callable[[Path], list[Graph]]


FORMATS = {
    "brat": Format(brat.write, brat.read),
    "label-studio": Format(label_studio.write, label_studio.read),
    "prodigy": Format(prodigy.write, prodigy.read),
}


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise ConfigError(f"no format {name!r}{nearest(name, FORMATS)}; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def export_gold(gold: GoldSet, name: str, out: Path) -> None:
    """Write gold as the files of a tool."""
    _format(name).write(to_graphs(gold), out)


def import_gold(path: Path, name: str) -> GoldSet:
    """Read the files of a tool as gold."""
    return from_graphs(_format(name).read(path))
