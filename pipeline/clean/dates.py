"""Publication dates as pages, feeds and bylines write them -> a day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WRITTEN = re.compile(
    rf"\b(?:(?P<m1>{MONTH})\.?[ ]+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]+of)?[ -]+(?P<m2>{MONTH})\.?,?[ -]+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<y3>(?:19|20)\d\d)[ ]*[-/.年][ ]*(?P<m3>\d{{1,2}})[ ]*[-/.月][ ]*(?P<d3>\d{{1,2}})(?!\d)"
    rf"|(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<y4>(?:19|20)\d\d|\d\d)(?!\d))",
    re.I,
)
_YEARS = re.compile(r"(?:19|20)\d\d|[/.]\d\d")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$")
_EARLIEST, _DAY = date(1990, 1, 1), timedelta(days=1)


def plausible(day: date | None, latest: date | None = None) -> date | None:
    """Return the day if a web page can have been published on it (up to a day past ``latest``), else None."""
    return day if day and _EARLIEST <= day <= (latest or datetime.now(UTC).date()) + _DAY else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find(text: str) -> list[tuple[int, int, date]]:
    """Return (start, end, day) of every written date in a text.

    ``12/05/2024`` is read month first, as English-language pages mostly mean it, unless the first number is over 12.
    """
    out: list[tuple[int, int, date]] = []
    if not _YEARS.search(text):
        return out
    for m in _WRITTEN.finditer(text):
        day: date | None
        if m["y1"]:
            day = _day(int(m["y1"]), _MONTHS[m["m1"].lower()], int(m["d1"]))
        elif m["y2"]:
            day = _day(int(m["y2"]), _MONTHS[m["m2"].lower()], int(m["d2"]))
        elif m["y3"]:
            day = _day(int(m["y3"]), int(m["m3"]), int(m["d3"]))
        else:
            first, second, year = int(m["a"]), int(m["b"]), int(m["y4"])
            year += 2000 if year < 100 else 0
            day = _day(year, second, first) if first > 12 else _day(year, first, second)
        if day:
            out.append((m.start(), m.end(), day))
    return out


def parse(value: str | None) -> date | None:
    """Return the day of a metadata date (ISO 8601, RFC 822, written out, compact, or seconds since 1970), or None."""
    if not value:
        return None
    value = value.strip()
    if re.fullmatch(r"\d{10}(?:\d{3})?(?:\.\d+)?", value):
        return datetime.fromtimestamp(int(value[:10]), UTC).date()
    if found := _COMPACT.match(value):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    try:
        return datetime.fromisoformat(value.replace("Z", "+00:00")).date()
    except ValueError:
        pass
    dates = find(value)
    if dates:
        return dates[0][2]
    if re.match(r"(?:19|20)\d\d-\d\d-\d\d", value):
        return _day(int(value[:4]), int(value[5:7]), int(value[8:10]))
    return None


_URL = (
    re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)"),
    re.compile(r"[/_-]((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?=[/_.-]|$)"),
    re.compile(r"-(\d\d)(\d\d)(\d\d)/?$"),
)
_URL_MONTHS = re.compile(rf"/((?:19|20)\d\d)/({MONTH})/(\d{{1,2}})(?=/|$)", re.I)


def in_url(url: str | None) -> date | None:
    """Return the day that an address spells out, such as ``/2024/05/12/`` or ``-240512/``, or None."""
    if not url:
        return None
    path = url.split("?")[0].split("#")[0]
    if found := _URL_MONTHS.search(path):
        return plausible(_day(int(found[1]), _MONTHS[found[2].lower()], int(found[3])))
    for pattern in _URL:
        for found in pattern.finditer(path):
            year = int(found[1])
            if day := plausible(_day(year + 2000 if year < 100 else year, int(found[2]), int(found[3]))):
                return day
    return None
