"""Boosted regression trees in numpy: the block classifiers of ``models/cleaning``."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.errors import ModelError
from pipeline.resources import shipped

FORMAT = 1


class Trees:
    """Sum of trees -> probability. Nodes of all trees stand in flat arrays; a leaf points at itself."""

    def __init__(self, model: dict[str, Any]) -> None:
        self.features: tuple[str, ...] = tuple(model["features"])
        self.feature = np.array(model["feature"], dtype=np.int32)
        self.threshold = np.array(model["threshold"], dtype=np.float32)
        self.children = np.column_stack([model["left"], model["right"]]).astype(np.int32).ravel()
        self.value = np.array(model["value"], dtype=np.float32)
        self.roots = np.array(model["roots"], dtype=np.int32)
        self.depth = int(model["depth"])
        self.scale = float(model["scale"])

    def predict(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Return a probability for each row of features."""
        if not len(rows):
            return np.zeros(0)
        values = np.ascontiguousarray(rows, dtype=np.float32).ravel()
        line = np.repeat(np.arange(len(rows), dtype=np.int32) * rows.shape[1], len(self.roots))
        at = np.tile(self.roots, len(rows))
        for _ in range(self.depth):
            right = values.take(line + self.feature.take(at)) > self.threshold.take(at)
            at = self.children.take(2 * at + right)
        total = self.value.take(at).reshape(len(rows), -1).sum(axis=1, dtype=np.float64) * self.scale
        return np.asarray(1.0 / (1.0 + np.exp(-total)))


@lru_cache(maxsize=4)
def load(name: str, features: tuple[str, ...]) -> Trees:
    """Return the classifier ``models/cleaning/<name>.json``, made for these features.

    Raises :class:`ModelError` when the file is missing or was made for other features.
    """
    path: Path = shipped("models", "cleaning", f"{name}.json")
    try:
        model = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: cannot be read ({error}); install newsact again") from error
    if model.get("format") != FORMAT or tuple(model["features"]) != features:
        raise ModelError(f"{path}: made for other features than this version has; train it again (see its README)")
    return Trees(model)
