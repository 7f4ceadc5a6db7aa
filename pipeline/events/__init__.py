"""Parsed article -> events with arguments, truth, attribution and date; and propositions."""

from __future__ import annotations

from pipeline.events.lexicon import load_lexicon
from pipeline.events.propositions import propositions
from pipeline.events.truth import Judge
from pipeline.ner import Cast
from pipeline.records import Article, Event, Proposition, TimeExpression
from pipeline.syntax import Syntax


class EventExtractor:
    """Finds events. Built once per worker (patterns are compiled here), then applied to each article."""

    def __init__(self) -> None:
        self.truth_lexicon = load_lexicon()

    def extract(
        self, article: Article, syntax: Syntax, cast: Cast, dates: tuple[TimeExpression, ...]
    ) -> tuple[Event, ...]:
        """Return the events of one article in text order of their triggers."""
        return ()

    def propositions(self, article: Article, syntax: Syntax, cast: Cast) -> tuple[Proposition, ...]:
        """Return one row per filled deep slot of every predicate."""
        return propositions(syntax, cast, Judge(syntax, self.truth_lexicon))
