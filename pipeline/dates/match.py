"""What the grammar recognises, before it is resolved: a stretch of pieces and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.dates.calendar import Interval

Kind = Literal[
    "value",  # the value is written out: decades, centuries, references such as "now"
    "date",  # year, month, day, weekday as far as given; ``shift`` for "last March", "next Friday"
    "numeric",  # digits only: ``readings`` are the (year, month, day) they may stand for
    "relative",  # ``shift`` units from the anchor: "last year", "two weeks ago", "the following day"
    "season",  # month holds its code; ``shift`` or ``sub`` (its year)
    "quarter",  # ``number`` of ``unit`` Q or H, in ``sub`` or near the anchor
    "nth",  # ``number``-th ``unit`` of ``sub``: "the last week of March"
    "holiday",  # ``rule`` in ``year`` or near the anchor
    "duration",  # ``value``; with ``shift`` it reaches back from or on from the anchor
    "set",  # ``value``
    "clock",  # ``clock`` on the day of ``sub``, or of the anchor
    "same",  # "the same period last year": the anchor's granularity, shifted by ``shift`` years or into ``sub``
    "ago",  # ``shift`` of ``unit`` from the day, week or month of ``sub``: "a year ago this week"
    "anaphor",  # "that time", "then": the anchor itself
    "edge",  # "year-end": the year of the anchor, END
]
Base = Literal["publication", "text"]


@dataclass(slots=True)
class Match:
    """Pieces ``first`` to ``last`` (exclusive) read as a time expression; ``base`` names the anchor it counts from."""

    first: int
    last: int
    kind: Kind
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    value: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    unit: str = ""
    number: int = 0
    code: str = ""
    clock: str = ""
    base: Base = "publication"
    sub: Match | None = None
    mod: str | None = None
    edge: bool = False
    rule: tuple[int, int] | str = ""
    readings: tuple[tuple[int, int, int], ...] = ()


@dataclass(slots=True)
class Result:
    """What an expression resolves to; ``span`` only where the value alone does not give it."""

    value: str
    alternatives: tuple[str, ...] = ()
    span: Interval | None = None
    flags: tuple[str, ...] = ()
    compared: bool = False  # "a year earlier" beside a quarter: what follows still tells of the quarter
