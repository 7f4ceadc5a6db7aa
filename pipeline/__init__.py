"""newsact: tables of actors and events from news articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.export.dataset import Tables

__version__ = "0.1.0"


def read(folder: Path | str) -> Tables:
    """Return the tables of an output folder as pandas frames: ``pipeline.read("out").events``."""
    from pipeline.export.dataset import Tables

    return Tables(folder)
