"""How likely an extracted event is right: a calibrated probability.

A logistic regression over a few things that are known when an event is built. Its weights are in
``models/confidence/weights.json``, made by ``models/confidence/train.py`` from the shipped gold; how well the numbers
hold is in docs/confidence.md.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from operator import mul
from pathlib import Path

from pipeline.errors import ConfigError
from pipeline.quick import quick
from pipeline.resources import shipped

_LONG_SENTENCE = 25  # tokens; the parser errs more often beyond


@quick
@dataclass(frozen=True, slots=True)
class Features:
    """What is known of an extracted event when its confidence is scored.

    ``kind`` is the trigger's part of speech; ``weak`` is true for a pattern of negative priority. Of the arguments,
    ``shared`` counts those outside the trigger's own clause (control, coordination, relatives), ``resolved`` those
    reached through a pronoun or a nominal, ``named`` those that are names, ``unknown`` those without an actor. ``real``
    is false for what is planned, possible, conditional or hypothetical.
    """

    type: str
    kind: str
    arguments: int = 0
    shared: int = 0
    resolved: int = 0
    named: int = 0
    unknown: int = 0
    sentence_tokens: int = 20
    quoted: bool = False
    weak: bool = False
    real: bool = True


def vector(features: Features) -> dict[str, float]:
    """Return the named numbers that the regression weighs; "bias" is always 1."""
    return {
        "bias": 1.0,
        "noun": float(features.kind == "noun"),
        "adjective": float(features.kind == "adjective"),
        "statement": float(features.type == "statement"),
        "weak": float(features.weak),
        "two arguments": float(features.arguments >= 2),
        "resolved": float(features.resolved > 0),
        "all resolved": float(features.resolved > 1),
        "named": float(features.named > 0),
        "unknown": float(min(features.unknown, 2)),
        "long sentence": min(max(0, features.sentence_tokens - _LONG_SENTENCE) / _LONG_SENTENCE, 2.0),
        "quoted": float(features.quoted),
        "unreal": float(not features.real),
    }


class Confidence:
    """Scores events with the shipped weights, or with others."""

    def __init__(self, weights: Mapping[str, float] | None = None) -> None:
        self.weights = dict(weights) if weights is not None else load_weights()
        self._in_order = [self.weights.get(name, 0.0) for name in vector(Features("statement", "verb"))]

    def score(self, features: Features) -> float:
        """Return the probability (0 to 1) that the type of an event and all its arguments are right."""
        total = sum(map(mul, self._in_order, vector(features).values()))
        return round(1 / (1 + math.exp(-total)), 4)


def load_weights(path: Path | None = None) -> dict[str, float]:
    """Read weights (the shipped ones by default). Raises ConfigError that names the file and the key."""
    path = path or shipped("models", "confidence", "weights.json")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{path}: no weights of confidence: {error}") from error
    known = vector(Features("statement", "verb"))
    for name, value in content.items():
        if name not in known or not isinstance(value, int | float):
            raise ConfigError(f"{path}: weights.{name}: {value!r} is no weight of confidence")
    return {name: float(value) for name, value in content.items()}
