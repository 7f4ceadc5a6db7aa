"""When an event happened, by stated rules; the rule is recorded and nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.records import TimeExpression
from pipeline.syntax import Syntax


@dataclass(frozen=True, slots=True)
class EventDate:
    """The words that date an event, the interval they stand for (both days inclusive), and the rule that applied."""

    text: str
    first_day: date
    last_day: date
    precision: str
    rule: str


class Calendar:
    """The time expressions of one article, ready to date its triggers."""

    def __init__(self, syntax: Syntax, dates: tuple[TimeExpression, ...]) -> None:
        self._syntax, self._dates = syntax, dates

    def date_event(self, token: int) -> EventDate | None:
        """Return the date of the event that a trigger token names, or None where no rule holds."""
        return None
