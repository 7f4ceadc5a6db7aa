"""What decides the rows that come out: a folder begun with one set of these is not continued with another."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.config import Configuration, digest
from pipeline.resources import layers_hash, shipped, tree_hash
from pipeline.syntax.models import locate


def fingerprint(configuration: Configuration) -> dict[str, Any]:
    """Return versions, settings and the hashes of code, patterns, gazetteers and model. Raises ModelError."""
    model = configuration.model
    return {
        "newsact": __version__,
        "code_sha256": tree_hash(Path(__file__).parent.parent, "*.py"),
        "settings": configuration.extraction_settings(),
        "settings_sha256": digest(configuration.extraction_settings()),
        "patterns_sha256": layers_hash(shipped("configs", "patterns"), configuration.patterns),
        "actors_sha256": layers_hash(shipped("configs", "actors"), configuration.actors),
        "model": f"{model.name}-{model.version}",
        "model_sha256": tree_hash(locate(model.name, model.version)),
        "libraries": {name: metadata.version(name) for name in ("spacy", "thinc", "numpy", "pyarrow")},
        "python": platform.python_version(),
    }


def differences(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Return in words what differs between two fingerprints, settings key by key. Another Python patch is no matter."""
    found = []
    for key in sorted({*old, *new} - {"settings", "settings_sha256", "python"}):
        if old.get(key) != new.get(key):
            found.append(_say(key, old.get(key), new.get(key)))
    settings = old.get("settings", {}), new.get("settings", {})
    for key in sorted({*settings[0], *settings[1]}):
        if settings[0].get(key) != settings[1].get(key):
            found.append(_say(key, settings[0].get(key), settings[1].get(key)))
    return found


def _say(key: str, old: object, new: object) -> str:
    return f"{key.removesuffix('_sha256')} changed" if key.endswith("_sha256") else f"{key} was {old}, is {new}"
