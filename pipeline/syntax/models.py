"""Where language models are kept and how they are found."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.errors import ModelError


def cache_folder() -> Path:
    """Return the folder that holds installed models: ``NEWSACT_CACHE``, else the user's cache folder."""
    base = os.environ.get("NEWSACT_CACHE")
    return Path(base) if base else Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "newsact" / "models"


def locate(name: str, version: str) -> Path:
    """Return the folder of an installed model. Raises ModelError with the command that installs it."""
    path = cache_folder() / f"{name}-{version}"
    if not (path / "config.cfg").is_file():
        raise ModelError(f"language model {name} {version} is not installed: run 'newsact models install'")
    return path
