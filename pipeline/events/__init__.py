"""Parsed article -> events with arguments, truth, attribution and date; and propositions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.events.assemble import Assembler
from pipeline.events.attribution import Sources
from pipeline.events.confidence import Confidence
from pipeline.events.dating import Calendar
from pipeline.events.fillers import Casting
from pipeline.events.lexicon import load_lexicon
from pipeline.events.matcher import Match, Matcher, Miss
from pipeline.events.patterns import PatternSet, load_patterns
from pipeline.events.place import Places
from pipeline.events.propositions import propositions
from pipeline.events.truth import Judge
from pipeline.ner import Cast
from pipeline.records import Article, Event, Proposition, TimeExpression
from pipeline.resources import shipped
from pipeline.syntax import Syntax

__all__ = ["EventExtractor", "Match", "Matcher", "Miss", "PatternSet", "load_patterns"]


class EventExtractor:
    """Finds events. Built once per worker (patterns are compiled here), then applied to each article."""

    def __init__(self, patterns: Sequence[Path] = ()) -> None:
        """Compile the shipped patterns with a user's files or folders laid over them. Raises PatternError."""
        self.patterns = load_patterns([shipped("configs", "patterns"), *patterns])
        self.matcher = Matcher(self.patterns)
        self.truth_lexicon = load_lexicon()
        self.confidence = Confidence()

    def extract(
        self, article: Article, syntax: Syntax, cast: Cast, dates: tuple[TimeExpression, ...]
    ) -> tuple[Event, ...]:
        """Return the events of one article in text order of their triggers."""
        casting = Casting(syntax, cast)
        matches = self.matcher.match(syntax, cast, casting)
        assembler = Assembler(
            article,
            syntax,
            casting,
            Judge(syntax, self.truth_lexicon),
            Sources(syntax, cast, self.truth_lexicon),
            Calendar(syntax, dates, self.truth_lexicon, article.published),
            Places(syntax, cast),
            self.confidence,
            self.patterns.index,
        )
        return assembler.events(matches)

    def propositions(self, article: Article, syntax: Syntax, cast: Cast) -> tuple[Proposition, ...]:
        """Return one row per filled deep slot of every predicate."""
        return propositions(syntax, cast, Judge(syntax, self.truth_lexicon))
