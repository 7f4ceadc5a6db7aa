"""Where an event happened."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.ner import Cast
from pipeline.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Place:
    """The words that place an event, their token range (last exclusive) and the country (ISO 3166 alpha-3)."""

    text: str
    country: str | None
    first: int
    last: int
    mention_id: str | None = None


class Places:
    """The places of one article, ready to place its triggers."""

    def __init__(self, syntax: Syntax, cast: Cast) -> None:
        self._syntax, self._cast = syntax, cast

    def place_event(self, token: int) -> Place | None:
        """Return the place of the event that a trigger token names, or None."""
        return None
