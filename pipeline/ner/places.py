"""Where in a gazetteer file a name stands, for messages: read again only when there is something to report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from pipeline.resources import shipped


class Places:
    """Finds names in gazetteer files. Each file asked about is read once."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[str, list[int]]] = {}

    def of(self, origin: str, name: str, nth: int = 0) -> str:
        """Return "file:line" of the nth place (from 0) where a file has a name, the file alone where it is implied."""
        if origin not in self._lines:
            found: dict[str, list[int]] = {}
            for text, line in _scalars(origin):
                for part in text.lstrip("*?").split("|"):
                    found.setdefault(part.strip(), []).append(line)
            self._lines[origin] = found
        lines = self._lines[origin].get(name, [])
        return f"{origin}:{lines[min(nth, len(lines) - 1)]}" if lines else origin


def _scalars(origin: str) -> Iterator[tuple[str, int]]:
    """Yield the strings of a file with their line numbers, counted from 1."""
    path = Path(origin)
    if not path.is_absolute() and not path.exists():
        path = shipped(*path.parts)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        for number, line in enumerate(text.splitlines(), 1):
            row = json.loads(line) if line.strip() else {}
            for value in (row.get("name"), *row.get("aliases", ())):
                if isinstance(value, str):
                    yield value, number
        return
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    pending: list[yaml.Node | None] = [yaml.compose(text, Loader=loader)]
    while pending:
        node = pending.pop(0)
        if isinstance(node, yaml.ScalarNode):
            yield node.value, node.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode):
            pending[:0] = node.value
        elif isinstance(node, yaml.MappingNode):
            pending[:0] = list(_values(node.value))


def _values(pairs: Iterable[tuple[yaml.Node, yaml.Node]]) -> Iterator[yaml.Node]:
    for _, value in pairs:
        yield value
