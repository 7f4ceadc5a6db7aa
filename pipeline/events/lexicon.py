"""Words that decide truth, source and date: ``configs/truth.yaml``, validated when it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TruthLexicon:
    """Classes of verbs, nouns, adjectives and adverbs by what they do to the truth of what depends on them."""


def load_lexicon(path: Path | None = None) -> TruthLexicon:
    """Read the lexicon (the shipped one by default)."""
    return TruthLexicon()
