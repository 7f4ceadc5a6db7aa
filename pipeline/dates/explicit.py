"""Full dates written in an order or form that the grammar does not read, checked by dateparser.

"2021 March 3", "3. March 2021", "2021-Mar-03", "12. 3. 2021", "march 3, 2021", "Mar 3 10:00:00 UTC 2021". Day, month
and year must all be written: dateparser is never asked to complete a date, and never sees words of running text.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pipeline.dates.lexicon import MONTHS, ORDINAL_SUFFIXES, WEEKDAYS, ZONES
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_BETWEEN: Final = frozenset({"-", "/", ".", ",", "of", "the", "day"})
_GLUE: Final = frozenset({"-", "/", "."})
_MOST_PIECES: Final = 18
_MEMORY: Final = 4096  # texts kept: an archive repeats the days of its years


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    """Return the parser, made once: English only, absolute dates only, nothing filled in."""
    from dateparser.date import DateDataParser  # 0.2 s to import, and most articles never need it

    return DateDataParser(
        languages=["en"],
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": "DMY",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )


@lru_cache(maxsize=_MEMORY)
def read_full_date(text: str) -> date | None:
    """Return the day that a text with day, month and year stands for, None where dateparser cannot tell."""
    found = _parser().get_date_data(text).date_obj
    return found.date() if found is not None else None


def full_date(p: Pieces, i: int) -> Match | None:
    """Recognise a full date at piece ``i`` that has its three parts in any order, with a clock time or without."""
    w = p.words
    if not _may_open(p, i):
        return None
    day = month = year = 0
    clock, end, j = "", i, i
    named = False
    while j < min(p.n, i + _MOST_PIECES):
        word = w[j]
        if word.isdigit() and word.isascii():
            if not clock and w[j + 1] == ":" and p.glued(j) and w[j + 2].isdigit() and len(w[j + 2]) == 2:
                if not (day and month):
                    break
                j, clock = _clock(p, j)
            elif len(word) == 4 and "1000" <= word <= "2999" and not year:
                year, j = int(word), j + 1
            elif len(word) <= 2 and not day and 1 <= int(word) <= 31:
                day, j = int(word), j + 1
                if w[j] in ORDINAL_SUFFIXES and p.glued(j - 1):
                    j += 1
            elif len(word) <= 2 and day and not month and not named and 1 <= int(word) <= 12:
                month, j = int(word), j + 1
            else:
                break
            end = j
        elif word in MONTHS and not named:
            if month:
                break
            month, named, j = MONTHS[word], True, j + 1
            end = j
        elif (j == i and word in WEEKDAYS) or word in _BETWEEN or (clock and word in ZONES):
            j += 1
        else:
            break
    if not (day and month and year) or (end < p.n and p.glued(end - 1) and w[end] in _GLUE and w[end + 1].isdigit()):
        return None
    found = read_full_date(p.text(i, end))
    if found is None or (found.year, found.month, found.day) != (year, month, day):
        return None
    match = Match(i, end, "numeric", readings=((year, month, day),))
    return Match(i, end, "clock", "TIME", clock=clock, sub=match) if clock else match


def _may_open(p: Pieces, i: int) -> bool:
    """Return whether what stands at piece ``i`` can open a full date; a look at three pieces, for it runs often."""
    w = p.words
    word, follow = w[i], w[i + 1]
    if i and p.glued(i - 1) and w[i - 1] in ("/", ".", "-", ":", "$", "#", "_"):
        return False
    if word.isdigit():
        beyond = w[i + 2] if follow in _BETWEEN else follow
        if beyond in MONTHS:
            return len(word) in (1, 2, 4)
        return follow == "." and p.glued(i) and beyond.isdigit() and not p.glued(i + 1) and len(word) <= 2
    if word in WEEKDAYS:
        return follow in MONTHS or follow in (",", ".")
    return (follow.isdigit() or (follow in _GLUE and w[i + 2].isdigit())) and word in MONTHS


def _clock(p: Pieces, j: int) -> tuple[int, str]:
    """Return (piece after it, TIMEX3 time) of "10:00" or "10:00:05" at piece ``j``; "" where it is no time."""
    w = p.words
    hour, minute, end = int(w[j][:4]), int(w[j + 2]), j + 3
    clock = f"T{hour:02d}:{minute:02d}"
    if w[end] == ":" and p.glued(end - 1) and w[end + 1].isdigit() and len(w[end + 1]) == 2:
        clock += f":{w[end + 1]}"
        end += 2
    if hour > 23 or minute > 59:
        return end, ""
    if w[end] in ("utc", "gmt"):
        return end + 1, clock + "Z"
    return end, clock
