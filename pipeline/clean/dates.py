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


def _written(year: str) -> re.Pattern[str]:
    """Return a pattern of written dates whose years match ``year``."""
    return re.compile(
        rf"\b(?:(?P<m1>{MONTH})\.?[ ]+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]+(?P<y1>{year})"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]+of)?[ -]+(?P<m2>{MONTH})\.?,?[ -]+(?P<y2>{year})"
        rf"|(?P<y3>{year})[ ]*[-/.年][ ]*(?P<m3>\d{{1,2}})[ ]*[-/.月][ ]*(?P<d3>\d{{1,2}})(?!\d)"
        rf"|(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<y4>{year}|\d\d)(?!\d))",
        re.I,
    )


_IN_PROSE, _IN_FIELD = _written(r"(?:19|20)\d\d"), _written(r"(?:1[6-9]|20)\d\d")
_YEARS = re.compile(r"(?:1[6-9]|20)\d\d|[/.]\d\d")
_COMPACT = re.compile(r"((?:1[6-9]|20)\d\d)(\d\d)(\d\d)(?:T?(?:\d\d){2,3}Z?)?$")
_SECONDS = re.compile(r"(-?\d{9,10})(?:\d{3})?(?:\.\d+)?\Z")
_DAY, _EPOCH = timedelta(days=1), date(1970, 1, 1)
# a date that somebody guessed from an address or a line is the web's; one that a field states may be an archive's
_EARLIEST_GUESS, _EARLIEST_STATED = date(1990, 1, 1), date(1600, 1, 1)
# what programs write where they have no date: the zero of Windows, Excel, old Macs and Unix, here and west of Greenwich
_NO_DATES = frozenset(
    (date(1601, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1), date(1969, 12, 31),
     _EPOCH)
)  # fmt: skip


def plausible(day: date | None, latest: date | None = None, stated: bool = False) -> date | None:
    """Return the day if an article can have been published on it (up to a day past ``latest``), else None.

    A day that a field states (a record, front matter, JSON-LD, a meta element) may be of any year since 1600, for
    newspapers are older than the web; a guessed one must be of 1990 or later. Days that stand for "no date" in
    programs (1970-01-01 and the like) are not believed.
    """
    earliest = _EARLIEST_STATED if stated else _EARLIEST_GUESS
    if day is None or day in _NO_DATES:
        return None
    return day if earliest <= day <= (latest or datetime.now(UTC).date()) + _DAY else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find(text: str) -> list[tuple[int, int, date]]:
    """Return (start, end, day) of every written date in a text.

    ``12/05/2024`` is read month first, as English-language pages mostly mean it, unless the first number is over 12.
    """
    return _found(_IN_PROSE, text)


def _found(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, date]]:
    out: list[tuple[int, int, date]] = []
    if not _YEARS.search(text):
        return out
    for m in pattern.finditer(text):
        day: date | None
        if m["y1"]:
            day = _day(int(m["y1"]), _MONTHS[m["m1"].lower()], int(m["d1"]))
        elif m["y2"]:
            day = _day(int(m["y2"]), _MONTHS[m["m2"].lower()], int(m["d2"]))
        elif m["y3"]:
            day = _day(int(m["y3"]), int(m["m3"]), int(m["d3"]))
        else:
            first, second, year = int(m["a"]), int(m["b"]), int(m["y4"])
            if year < 100:
                year += 2000 if 2000 + year <= datetime.now(UTC).year + 1 else 1900
            day = _day(year, second, first) if first > 12 else _day(year, first, second)
        if day:
            out.append((m.start(), m.end(), day))
    return out


def parse(value: str | None) -> date | None:
    """Return the day of a metadata date (ISO 8601, RFC 822, written out, compact, or seconds or
    milliseconds since 1970), or None. Years from 1600 on are read."""
    if not value:
        return None
    value = value.strip()
    if (found := _COMPACT.match(value)) and (day := _day(int(found[1]), int(found[2]), int(found[3]))):
        return day
    if found := _SECONDS.match(value):
        return _EPOCH + timedelta(seconds=int(found[1]))
    try:
        return datetime.fromisoformat(value.replace("Z", "+00:00")).date()
    except ValueError:
        pass
    dates = _found(_IN_FIELD, value)
    return dates[0][2] if dates else None


_URL = (
    re.compile(r"/((?:19|20)\d\d)/[A-Za-z][A-Za-z_.-]{1,30}/(\d{1,2})/(\d{1,2})(?=/|$)"),
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
