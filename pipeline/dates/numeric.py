"""Dates and times written in digits: 2009-11-02 14:35, 11/02/89, 8.5.2024, 5:30pm, 1600 GMT."""

from __future__ import annotations

from typing import Final

from pipeline.dates.calendar import make_date
from pipeline.dates.clocks import zone_words
from pipeline.dates.lexicon import CURRENCY, ZONES, word_set
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces

_SEPARATORS: Final = frozenset({"/", "-", "."})
_AM: Final = frozenset({"am", "am.", "a.m.", "a.m"})
_PM: Final = frozenset({"pm", "pm.", "p.m.", "p.m"})
_CLOCK_BEFORE: Final = word_set("at by until till around about from to since before after between and")


def century(two_digits: int) -> int:
    """Return the year that two digits stand for: 00 to 49 in this century, 50 to 99 in the last."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def _number(word: str, most: int) -> int:
    return int(word) if word.isdigit() and word.isascii() and len(word) <= most else -1


def numeric_date(p: Pieces, i: int) -> Match | None:
    """Recognise a date of three numbers with equal separators and no spaces, and a clock time behind it.

    Which of day and month comes first is left open: ``readings`` holds month first, then day first, where both exist.
    """
    w = p.words
    mark = w[i + 1]
    if mark not in _SEPARATORS or not p.glued(i) or not p.glued(i + 1) or not w[i + 2].isdigit():
        return None
    if (
        i
        and p.glued(i - 1)
        and (p.back(i) in (".", "/", "$", "#", "§") or (p.back(i) == "-" and i > 1 and w[i - 2].isdigit()))
    ):
        return None
    if w[i + 3] != mark or not p.glued(i + 2) or not p.glued(i + 3):
        return _two_parts(p, i, mark)
    a, b, c = w[i], w[i + 2], w[i + 4]
    end = i + 5
    if not c.isdigit() or (end < p.n and p.glued(end - 1) and (w[end] in ("/", "-") and w[end + 1].isdigit())):
        return None
    if len(a) == 4:
        readings = [(_number(a, 4), _number(b, 2), _number(c, 2))]
    elif len(c) in (2, 4) and len(a) <= 2 and len(b) <= 2:
        if len(c) == 2 and mark != "/" and (len(a) != 2 or len(b) != 2):
            return None
        if mark == "." and len(c) == 2:
            return None
        year = int(c) if len(c) == 4 else century(int(c))
        readings = [(year, _number(a, 2), _number(b, 2)), (year, _number(b, 2), _number(a, 2))]
        if mark == ".":
            readings = readings[1:]  # points are written where the day comes first
    else:
        return None
    possible = tuple(dict.fromkeys(r for r in readings if make_date(*r) is not None))
    if not possible:
        if len(a) == 4 or mark == "/":  # 30/02/2024: a date that the calendar lacks stays unresolved
            year = readings[0][0]
            return Match(i, end, "value", "DATE", f"{year:04d}-XX-XX") if 1000 <= year <= 2999 else None
        return None
    if not 1000 <= possible[0][0] <= 2999:
        return None
    match = Match(i, end, "numeric", readings=possible)
    if w[end] == "t" and p.glued(end - 1) and w[end + 1].isdigit():
        time = clock_at(p, end + 1, sure=True)
    else:
        time = clock_at(p, end, sure=True) if w[end].isdigit() else None
    if time:
        return Match(i, time.last, "clock", "TIME", clock=time.clock, sub=match)
    return match


def _two_parts(p: Pieces, i: int, mark: str) -> Match | None:
    """Recognise 9/11, and "on 5/12" where a preposition or the model shows a date."""
    w = p.words
    a, b = _number(w[i], 2), _number(w[i + 2], 2)
    if mark != "/" or a < 1 or b < 1 or (p.glued(i + 2) and i + 3 < p.n and w[i + 3] in ("/", "-", "s", "th", "%")):
        return None
    if (a, b) == (9, 11) and p.back(i) not in ("on", "by"):
        return Match(i, i + 3, "date", year=2001, month=9, day=11)
    if p.back(i) != "on" or p.entity(i) not in ("DATE", ""):
        return None
    readings = tuple(dict.fromkeys((0, m, d) for m, d in ((a, b), (b, a)) if make_date(2024, m, d)))
    return Match(i, i + 3, "numeric", readings=readings) if readings else None


def clock_at(p: Pieces, i: int, *, sure: bool = False) -> Match | None:
    """Recognise a time of day in digits. ``sure`` drops the proof otherwise asked of a bare 3:16 (a score, a verse)."""
    w = p.words
    hour, j = _number(w[i], 4), i + 1
    if hour < 0 or p.back(i) in CURRENCY or (i and p.glued(i - 1) and p.back(i) in (":", ".", "-", "/") and not sure):
        return None
    minute = second = -1
    if w[j] in (":", ".") and p.glued(i) and p.glued(j) and len(w[j + 1]) == 2 and _number(w[j + 1], 2) in range(60):
        if (
            w[j] == "."
            and w[j + 2] not in _AM
            and w[j + 2] not in _PM
            and not (w[j + 2] in ZONES and p.parse.text[p.starts[j + 2]].isupper())
        ):
            return None
        minute = int(w[j + 1])
        j += 2
        if w[j] == ":" and p.glued(j - 1) and _number(w[j + 1], 2) in range(60) and len(w[j + 1]) == 2:
            second = int(w[j + 1])
            j += 2
            if w[j] == "." and p.glued(j - 1) and p.glued(j) and w[j + 1].isdigit():
                j += 2
    elif len(w[i]) == 4 and w[j] in ("to", "-") and len(w[j + 1]) == 4 and w[j + 2] in ("hours", "hrs"):
        hour, minute = divmod(hour, 100)
        sure = True
    elif len(w[i]) == 4 and (w[j] in ZONES or w[j] in ("local", "hours", "hrs") or sure):
        if (
            w[j] in ("pt", "mt", "ct", "et", "hours", "hrs", "local")
            and not sure
            and w[j + 1] not in ("time", "on", ",", ".")
            and not (w[j] in ("hours", "hrs") and p.back(i) in _CLOCK_BEFORE)
        ):
            return None
        if w[j] == "local" and w[j + 1] != "time":
            return None
        hour, minute = divmod(hour, 100)
        if w[j] in ("hours", "hrs"):
            j += 1
            sure = True
    elif len(w[i]) > 2:
        return None
    half = w[j]
    if half in _AM or half in _PM:
        if half in ("am", "am.") and not (p.glued(j - 1) or p.tag(j) != "VBP" or sure or minute >= 0):
            return None
        if not 1 <= hour <= 12 and not (half in _PM and 12 < hour < 24):
            return None
        hour = hour % 12 + 12 if half in _PM else hour % 12
        minute = max(minute, 0)
        j += 1
        sure = True
    elif half == "o'clock" or (half == "o" and w[j + 1] in ("'", "’") and w[j + 2] == "clock"):
        if not 1 <= hour <= 12:
            return None
        j += 1 if half == "o'clock" else 3
        minute, sure = 0, True
        if w[j] == "in" and w[j + 1] == "the" and w[j + 2] in ("morning", "afternoon", "evening"):
            hour = hour % 12 + (0 if w[j + 2] == "morning" else 12)
            j += 3
    elif minute < 0:
        return None
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    utc, offset = False, ""
    bracket = w[j] in ("(", "[", ",")
    k = j + 1 if bracket else j
    if w[k] in ZONES and (w[k] not in ("et", "ct", "mt", "pt", "z", "ist") or p.parse.text[p.starts[k]].isupper()):
        utc = w[k] in ("utc", "gmt", "z")
        k += 1
        if w[k] in ("+", "-", "−") and w[k + 1].isdigit():
            utc = utc and int(w[k + 1][:4]) == 0
            k += 2
            if w[k] == ":" and w[k + 1].isdigit() and p.glued(k - 1):
                k += 2
        j = k + 1 if bracket and w[k] in (")", "]") else k
        sure = True
    elif (zoned := zone_words(p, j)) > j:
        j, sure = zoned, True
    elif w[j] in ("+", "-") and w[j + 1].isdigit() and p.glued(j) and second >= 0:
        glued = p.glued(j - 1)
        if w[j + 2] == ":" and w[j + 3].isdigit() and glued:
            offset, j = f"{w[j]}{w[j + 1]}:{w[j + 3]}", j + 4
        elif len(w[j + 1]) == 4:
            offset, j = f"{w[j]}{w[j + 1][:2]}:{w[j + 1][2:]}", j + 2
        elif glued:
            j += 2
    if not sure and not (len(w[i]) == 2 and p.back(i) in _CLOCK_BEFORE) and p.back(i) != "at" and p.entity(i) != "TIME":
        return None
    clock = f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second >= 0 else "") + ("Z" if utc else offset)
    return Match(i, j, "clock", "TIME", clock=clock)
