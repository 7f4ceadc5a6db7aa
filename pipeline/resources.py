"""Where the shipped configs, models and seeds are: the repository in a checkout, package data in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder such as ``shipped("configs", "patterns")``; it may not exist."""
    data = _PACKAGE / "_data"
    root = data if data.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
