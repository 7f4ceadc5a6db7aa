"""Time expressions -> TIMEX3 values and intervals."""

from __future__ import annotations

from typing import Final

from pipeline.dates.grammar import scan
from pipeline.dates.order import day_first as publisher_order
from pipeline.dates.pieces import Pieces
from pipeline.dates.resolve import Resolver
from pipeline.records import Article, TimeExpression
from pipeline.syntax import Syntax

# Publication years outside these are slips of the source; nothing is resolved against them.
_FIRST_NEWS: Final = 1500
_LAST_NEWS: Final = 2999


def find_dates(article: Article, syntax: Syntax, *, day_first: bool | None = None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an article in text order, resolved against its publication date.

    Without a publication date they stay relative: XXXX in the value, no interval. ``day_first`` says how 08/05/2024 is
    read; None leaves it to the country of the publisher's site, and where that is unknown to nearness to the
    publication date; failing that the value stays open and both readings are ``alternatives``.
    """
    pieces = Pieces(syntax.parse)
    matches = scan(pieces)
    order = publisher_order(article) if day_first is None else day_first
    published = article.published
    if published is not None and not _FIRST_NEWS <= published.year <= _LAST_NEWS:
        published = None
    return Resolver(pieces, syntax, published, order).run(matches)
