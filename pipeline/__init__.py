"""newsact: tables of actors and events from news articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.api import Pipeline
    from pipeline.export.dataset import Tables

__all__ = ["Pipeline", "__version__", "read"]
__version__ = "0.1.0"


def read(folder: Path | str) -> Tables:
    """Return the tables of an output folder as pandas frames: ``pipeline.read("out").events``."""
    from pipeline.export.dataset import Tables

    return Tables(folder)


def __getattr__(name: str) -> object:
    """Load :class:`Pipeline` on first use, so that ``import pipeline`` stays cheap."""
    if name == "Pipeline":
        from pipeline.api import Pipeline

        return Pipeline
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
