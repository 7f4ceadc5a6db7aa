"""Time expressions -> TIMEX3 values and intervals."""

from __future__ import annotations

from pipeline.records import Article, TimeExpression
from pipeline.syntax import Syntax


def find_dates(article: Article, syntax: Syntax) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an article in text order, resolved against its publication date."""
    return ()
