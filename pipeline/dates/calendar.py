"""Calendar arithmetic: TIMEX3 values to first and last day, shifts by a unit, movable holidays."""

from __future__ import annotations

import calendar as _calendar
from datetime import date, timedelta
from functools import lru_cache

Interval = tuple[date, date, str]
_QUARTER_MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return _calendar.monthrange(year, month)[1]


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day (30 February) or Python no such year."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    return date(year, month, day)


def add_months(day: date, months: int) -> date | None:
    """Return the same day ``months`` away, or the last one of that month; None outside years 1 to 9999."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def add_days(day: date, days: int) -> date | None:
    """Return the date ``days`` away, None outside years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def week_value(day: date) -> str:
    """Return the ISO week of a day as a TIMEX3 value, ``2023-W10``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> int:
    """Return the quarter, 1 to 4."""
    return (day.month + 2) // 3


@lru_cache(maxsize=4096)
def interval(value: str) -> Interval | None:
    """Return (first day, last day, precision) of a TIMEX3 value, None where it names no definite days.

    Understood: days, times of a day (precision day), ISO weeks and weekends, months, quarters (``2023-Q1``), halves
    (``2023-H1``), seasons (``2023-SU``, meteorological, winter named by its December), years, decades (``199``),
    centuries (``19`` for 1900 to 1999, as ISO 8601 truncates) and ``a/b``.
    """
    if "/" in value:
        left, right = (interval(part) for part in value.split("/", 1))
        return (left[0], right[1], "interval") if left and right and left[0] <= right[1] else None
    head = value.split("T", 1)[0] if value[:1].isdigit() else ""
    if not head or "X" in head:
        return None
    parts = head.split("-")
    if not parts[0].isdigit():
        return None
    number = int(parts[0])
    if len(parts) == 1:
        return _long_span(parts[0], number)
    if not 1 <= number <= 9999:
        return None
    middle = parts[1]
    if middle.startswith("W") and middle != "WI":
        return _week(number, int(middle[1:]), parts[2] if len(parts) > 2 else "")
    if middle in _QUARTER_MONTHS:
        a, b = _QUARTER_MONTHS[middle]
        return (
            date(number, a, 1),
            date(number, b, month_length(number, b)),
            "quarter" if middle[0] == "Q" else "interval",
        )
    if middle in _SEASON_MONTHS:
        start = date(number, _SEASON_MONTHS[middle], 1)
        end = add_months(start, 3)
        return (start, end - timedelta(days=1), "season") if end else None
    month = int(middle)
    if len(parts) == 2:
        if not 1 <= month <= 12:
            return None
        return date(number, month, 1), date(number, month, month_length(number, month)), "month"
    day = make_date(number, month, int(parts[2]))
    return (day, day, "day") if day else None


def _long_span(digits: str, number: int) -> Interval | None:
    size, name = {4: (1, "year"), 3: (10, "decade"), 2: (100, "century"), 1: (1000, "millennium")}.get(
        len(digits), (0, "")
    )
    first = number * size
    if not size or first < 1 or first + size - 1 > 9999:
        return None
    return date(first, 1, 1), date(first + size - 1, 12, 31), name


def _week(year: int, week: int, rest: str) -> Interval | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    if rest == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6), "weekend"
    if rest.isdigit():
        day = monday + timedelta(days=int(rest) - 1)
        return day, day, "day"
    return monday, monday + timedelta(days=6), "week"


def narrow(span: Interval, mod: str | None, *, edge: bool) -> Interval:
    """Return the part of an interval that START, MID or END leaves.

    ``early``, ``mid`` and ``late`` are thirds (a month: days 1-10, 11-20, 21-end; a decade: years 0-3, 4-6, 7-9).
    ``edge`` marks "the beginning of" and "the end of", which mean less: of a year its first or last month, else a
    third.
    """
    first, last, precision = span
    if mod not in ("START", "MID", "END") or precision == "day":
        return span
    if precision == "month":
        cut = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}[mod]
        return first.replace(day=cut[0]), first.replace(day=cut[1]), "interval"
    if precision == "year":
        months = {"START": (1, 1), "END": (12, 12)} if edge else {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}
        a, b = months.get(mod, (5, 8))
        return first.replace(month=a), date(first.year, b, month_length(first.year, b)), "interval"
    if precision == "decade":
        a, b = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[mod]
        return date(first.year + a, 1, 1), date(first.year + b, 12, 31), "interval"
    third = ((last - first).days + 1) // 3
    if mod == "START":
        return first, first + timedelta(days=max(third - 1, 0)), "interval"
    if mod == "END":
        return last - timedelta(days=max(third - 1, 0)), last, "interval"
    return first + timedelta(days=third), last - timedelta(days=third), "interval"


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """Return the n-th given weekday (1 Monday to 7 Sunday) of a month; n = -1 is the last."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = date(year, month, month_length(year, month))
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm in Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: tuple[int, int] | str, year: int) -> date | None:
    """Return the day of a holiday in a year: fixed (month, day) or the name of a rule (US observance)."""
    if isinstance(rule, tuple):
        return make_date(year, *rule)
    if not 1583 <= year <= 9999:
        return None
    thanksgiving = nth_weekday(year, 11, 4, 4)
    by_weekday = {
        "thanksgiving": thanksgiving,
        "black friday": thanksgiving + timedelta(days=1),
        "cyber monday": thanksgiving + timedelta(days=4),
        "labor": nth_weekday(year, 9, 1, 1),
        "memorial": nth_weekday(year, 5, 1, -1),
        "columbus": nth_weekday(year, 10, 1, 2),
        "presidents": nth_weekday(year, 2, 1, 3),
        "king": nth_weekday(year, 1, 1, 3),
        "victoria": date(year, 5, 25) - timedelta(days=date(year, 5, 24).isoweekday()),
        "patriots": nth_weekday(year, 4, 1, 3),
        "mothers": nth_weekday(year, 5, 7, 2),
        "fathers": nth_weekday(year, 6, 7, 3),
    }
    if rule in by_weekday:
        return by_weekday[rule]
    offsets = {
        "easter": 0, "good friday": -2, "easter monday": 1, "palm sunday": -7, "ash wednesday": -46,
        "mardi gras": -47, "maundy thursday": -3, "ascension": 39, "pentecost": 49, "whit monday": 50,
    }  # fmt: skip
    return easter(year) + timedelta(days=offsets[rule])


def moved(anchor: date, unit: str, shift: int) -> str:
    """Return the TIMEX3 value of the unit ``shift`` away from the one that holds the anchor."""
    if unit == "Y":
        return f"{anchor.year + shift:04d}" if 1 <= anchor.year + shift <= 9999 else "XXXX"
    if unit == "DE":
        return f"{anchor.year // 10 + shift:03d}" if anchor.year // 10 + shift > 0 else "XXX"
    if unit == "CE":
        return f"{anchor.year // 100 + shift:02d}" if anchor.year // 100 + shift > 0 else "XX"
    if unit == "ML":
        return str(anchor.year // 1000 + shift)
    if unit in ("M", "Q"):
        day = add_months(anchor.replace(day=1), shift * (3 if unit == "Q" else 1))
        if day is None:
            return "XXXX-XX"
        return f"{day.year:04d}-Q{quarter_of(day)}" if unit == "Q" else f"{day.year:04d}-{day.month:02d}"
    days = {"W": 7, "WE": 7, "D": 1}.get(unit)
    if days is None:
        return anchor.isoformat() + "TXX:XX"
    moved = add_days(anchor, shift * days)
    if moved is None:
        return "XXXX-XX-XX"
    if unit == "D":
        return moved.isoformat()
    return week_value(moved) + ("-WE" if unit == "WE" else "")


def step(anchor: date, unit: str, count: int) -> date | None:
    """Return the day ``count`` units from the anchor."""
    if unit in ("Y", "DE", "CE"):
        return add_months(anchor, 12 * count * {"Y": 1, "DE": 10, "CE": 100}[unit])
    if unit in ("M", "Q"):
        return add_months(anchor, count * (3 if unit == "Q" else 1))
    if unit == "h":
        days = -(-abs(count) // 24)
        return add_days(anchor, days if count > 0 else -days)
    return add_days(anchor, count * {"W": 7, "WE": 7, "F": 14, "D": 1, "NI": 1}.get(unit, 0))


def part(span: Interval, unit: str, number: int) -> Interval | None:
    """Return the first (or, negative, the last) ``number`` units of an interval."""
    first, last, _ = span
    if number > 0:
        edge = step(first, unit, number)
        return (first, min(last, edge - timedelta(days=1)), "interval") if edge else None
    edge = step(last + timedelta(days=1), unit, number)
    return (max(first, edge), last, "interval") if edge else None


def shift_years(value: str, years: int) -> str | None:
    """Return a value moved by whole years: 2009-Q3 -> 2008-Q3."""
    head, rest = value[:4], value[4:]
    if len(head) != 4 or not head.isdigit() or "/" in rest or (rest.startswith("-W") and not rest.startswith("-WI")):
        return None
    moved = int(head) + years
    return f"{moved:04d}{rest}" if 1 <= moved <= 9999 else None
