"""The shape of the project: imports point one way, and dependency labels are read in one room."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import pipeline

PACKAGE = Path(pipeline.__file__).parent

# Each room may import from those after it, and from its own.
LEVELS = [
    {"cli"},
    {"run", "evaluate", "report"},
    {"api", "component"},
    {"shard"},
    {"load", "clean", "ner", "dates", "events", "export"},
    {"syntax"},
    {"config", "resources"},
    {"records", "errors", "timestamps"},
    {"quick"},
]
WITHIN = {("events", "ner"), ("events", "dates")}  # rooms of one level that may still import each other
FILES = sorted(p for p in PACKAGE.rglob("*.py") if "_data" not in p.parts)


def room_of(path: Path) -> str:
    """Return the room of a source file; the package's own __init__ belongs to none."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def level_of(room: str) -> int:
    """Return how far down a room is."""
    return next(number for number, rooms in enumerate(LEVELS) if room in rooms)


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms that a file imports from, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module]
            if node.module == "pipeline":
                names = [f"pipeline.{alias.name}" for alias in node.names if not alias.name.startswith("__")]
        found |= {name.split(".")[1] for name in names if name.startswith("pipeline.")}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_downwards(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for other in imported_rooms(path) - {room}:
        below = level_of(other) > level_of(room)
        assert below or (room, other) in WITHIN, f"{room} must not import {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_dependency_labels_are_read_only_in_the_syntax_room(path: Path) -> None:
    if room_of(path) == "syntax":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Attribute) and node.attr in ("deps", "dep_")), f"line {node.lineno}"
