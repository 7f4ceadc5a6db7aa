"""From what the grammar recognised to TIMEX3 values and intervals, against the publication date and the text's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pipeline.dates import calendar as cal
from pipeline.dates.context import NEAR_DAYS, RANK, REACH, Context, Mark
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces
from pipeline.records import TimeExpression
from pipeline.syntax import Syntax

_UNIT_RANK: Final = {"D": 0, "WE": 1, "W": 1, "M": 2, "Q": 3, "Y": 4, "DE": 5, "CE": 6, "ML": 7}
_FAR_DAYS: Final = 90


@dataclass(slots=True)
class _Result:
    """What an expression resolves to; ``span`` only where the value alone does not give it."""

    value: str
    alternatives: tuple[str, ...] = ()
    span: cal.Interval | None = None
    flags: tuple[str, ...] = ()
    compared: bool = False  # "a year earlier" beside a quarter: what follows still tells of the quarter


class Resolver(Context):
    """Resolves the matches of one article in text order."""

    def __init__(self, pieces: Pieces, syntax: Syntax, published: date | None, day_first: bool | None) -> None:
        super().__init__(pieces, syntax, published)
        self.day_first = day_first
        self.matches: list[Match] = []
        self.number = 0

    def run(self, matches: list[Match]) -> tuple[TimeExpression, ...]:
        """Return one time expression per match."""
        self.matches = matches
        out = []
        for self.number, match in enumerate(matches):
            self.enter(match)
            out.append(self._expression(match))
        return tuple(out)

    def _expression(self, match: Match) -> TimeExpression:
        p = self.p
        result = self._resolve(match)
        span = result.span
        if span is None and match.type in ("DATE", "TIME"):
            span = cal.interval(result.value)
            if span is None and result.value == "PRESENT_REF" and self.published:
                span = (self.published, self.published, "present")
            elif span and match.mod in ("BEFORE", "AFTER"):
                span = self._so_far(span, match.mod)
            elif span and match.mod:
                span = cal.narrow(span, match.mod, edge=match.edge)
        first, last = p.tokens[match.first], p.tokens[match.last - 1] + 1
        start, end = p.starts[match.first], p.ends[match.last - 1]
        if match.type in ("DATE", "TIME"):
            whole = cal.interval(result.value)
            if whole and whole[2] in RANK:
                placed = p.back(match.first) in _PLACES
                if not result.compared:
                    self.marks.append(
                        Mark(result.value, *whole, self.sentence, first, match.year is not None, placed, span or whole)
                    )
        return TimeExpression(
            start=start,
            end=end,
            text=self.parse.text[start:end],
            timex_type=match.type,
            value=result.value,
            first_day=span[0] if span else None,
            last_day=span[1] if span else None,
            precision=span[2] if span else None,
            alternatives=result.alternatives,
            first=first,
            last=last,
            mod=match.mod,
            bound=_BOUNDS.get(p.back(match.first)),
            sets_anchor=bool(span) and match.type in ("DATE", "TIME") and self.sets_anchor(first),
            direction=self.direction(),
            flags=result.flags,
        )

    def _so_far(self, span: cal.Interval, mod: str) -> cal.Interval:
        """Return the part of "earlier this year" that has passed, of "later this year" that is left."""
        first, last, precision = span
        if self.published is None or not first <= self.published <= last or precision == "day":
            return span
        if mod == "BEFORE":
            return first, self.published, "interval"
        return self.published, last, "interval"

    def _day_anchor(self) -> date | None:
        """Return the day that today, yesterday and tomorrow count from: in a quotation, the day it was said."""
        if self.published is None:
            return None
        for a, b in self.quotes:
            if a <= self.token < b:
                for k, other in enumerate(self.matches):
                    token = self.p.tokens[other.first]
                    if (
                        k == self.number
                        or a <= token < b
                        or self.parse.sent[token] not in (self.sentence, self.parse.sent[b - 1])
                    ):
                        continue
                    if other.kind in ("date", "numeric", "holiday") and other.type == "DATE":
                        said = self._peek(other)
                        span = cal.interval(said) if said else None
                        if span and span[2] == "day":
                            return span[0]
        return self.published

    def _peek(self, other: Match) -> str | None:
        token, sentence = self.token, self.sentence
        self.enter(other)
        value = self._resolve(other).value
        self.token, self.sentence = token, sentence
        return value

    # ------------------------------------------------------------ one kind at a time
    def _resolve(self, m: Match) -> _Result:
        if m.kind in ("value", "set"):
            return _Result(m.value)
        if m.kind == "date":
            return self._date(m)
        if m.kind == "relative":
            return self._relative(m)
        if m.kind == "clock":
            return self._clock(m)
        if m.kind == "duration":
            return self._duration(m)
        if m.kind == "quarter":
            return self._quarter(m)
        if m.kind == "season":
            return self._season(m)
        if m.kind == "numeric":
            return self._numeric(m)
        if m.kind == "nth":
            return self._nth(m)
        if m.kind == "holiday":
            return self._holiday(m)
        if m.kind == "same":
            return self._same(m)
        if m.kind == "edge":
            return self._year_end(m)
        told = self.mark(4)
        return _Result(told.value, span=told.span) if told else _Result("XXXX-XX-XX")

    def _date(self, m: Match) -> _Result:
        if m.unit == "WE":
            return self._weekend()
        if m.year is not None:
            if m.month is None:
                return _Result(f"{m.year:04d}")
            if m.day is None:
                return _Result(f"{m.year:04d}-{m.month:02d}")
            if cal.make_date(m.year, m.month, m.day) is None:
                return _Result(f"{m.year:04d}-{m.month:02d}-XX", flags=("impossible",))
            return _Result(f"{m.year:04d}-{m.month:02d}-{m.day:02d}")
        if m.month is not None:
            return self._month_day(m) if m.day is not None else self._month(m)
        return self._weekday(m)

    def _weekday(self, m: Match) -> _Result:
        wanted = m.weekday or 1
        anchor = self.published
        if m.base == "text":
            mark = self.mark(0)
            anchor = mark.first if mark else anchor
        if anchor is None:
            return _Result(f"XXXX-WXX-{wanted}")
        back = anchor - timedelta(days=(anchor.isoweekday() - wanted) % 7)
        ahead = anchor + timedelta(days=(wanted - anchor.isoweekday()) % 7)
        if m.shift is not None:
            monday = anchor - timedelta(days=anchor.isoweekday() - 1)
            in_week = monday + timedelta(days=7 * m.shift + wanted - 1)
            if m.shift == 0 or m.unit == "W":
                return _Result(in_week.isoformat())
            near = back if m.shift < 0 else ahead
            if near == anchor:
                near += timedelta(days=7 * m.shift)
            other = in_week if in_week != near else near + timedelta(days=7 * m.shift)
            flags = ("ambiguous",) if in_week != near else ()
            return _Result(near.isoformat(), (other.isoformat(),) if flags else (), flags=flags)
        where = self.direction()
        before = self.p.back(m.first)
        if where in ("future",) or (where != "past" and before in ("until", "till", "by")):
            return _Result(ahead.isoformat())
        if where == "present" and not self.reports():
            return _Result(ahead.isoformat())
        return _Result(back.isoformat())

    def _month(self, m: Match) -> _Result:
        month = m.month or 1
        if m.sub is not None:
            digits = self._resolve(m.sub).value[:4]
            return _Result(f"{digits}-{month:02d}")
        if m.shift is not None and self.published is not None:
            return self._shifted_month(m, month)
        year = self.sentence_year(month)
        if year is not None:
            return _Result(f"{year:04d}-{month:02d}")
        if self.published is None:
            return _Result(f"XXXX-{month:02d}")
        now, where = self.published.month, self.direction()
        if where == "past":
            year = self.published.year - (month > now)
        elif where == "future":
            year = self.published.year + (month < now)
        else:
            gap = month - now
            year = self.published.year + (-1 if gap >= 6 else 1 if gap < -6 else 0)
            if where == "present" and self.p.back(m.first) in ("by", "until", "till") and gap < 0:
                year = self.published.year + 1
        return _Result(f"{year:04d}-{month:02d}")

    def _shifted_month(self, m: Match, month: int) -> _Result:
        """Resolve "last March", "next May".

        A month that ended at most two months ago is usually just "in March": "last March" then means the year before,
        with the near one kept as the other reading.
        """
        pub = self.published
        assert pub is not None
        text = self.mark(2) if m.base == "text" else None
        pub = text.first if text else pub
        day = f"-{m.day:02d}" if m.day else ""
        if m.shift == 0:
            return _Result(f"{pub.year:04d}-{month:02d}{day}")
        ago = (pub.month - month) % 12
        if m.shift == -1:
            near = pub.year - (month >= pub.month)
            if 1 <= ago <= 2 and not day:
                return _Result(f"{near - 1:04d}-{month:02d}", (f"{near:04d}-{month:02d}",), flags=("ambiguous",))
            other = () if month >= pub.month else (f"{near - 1:04d}-{month:02d}{day}",)
            return _Result(f"{near:04d}-{month:02d}{day}", other, flags=("ambiguous",) if other else ())
        near = pub.year + (month <= pub.month)
        other = (f"{near + 1:04d}-{month:02d}{day}",) if month > pub.month else ()
        return _Result(f"{near:04d}-{month:02d}{day}", other, flags=("ambiguous",) if other else ())

    def _month_day(self, m: Match) -> _Result:
        month, day = m.month or 1, m.day or 1
        if m.shift is not None and self.published is not None:
            return self._shifted_month(m, month)
        if cal.make_date(2000, month, day) is None:
            return _Result(f"XXXX-{month:02d}-XX", flags=("impossible",))
        year = self.sentence_year(month)
        if year is not None and cal.make_date(year, month, day):
            return _Result(f"{year:04d}-{month:02d}-{day:02d}")
        pub = self.published
        if pub is None:
            return _Result(f"XXXX-{month:02d}-{day:02d}")
        found = [d for y in range(pub.year - 8, pub.year + 9) if (d := cal.make_date(y, month, day))]
        if m.weekday is not None:
            fitting = [d for d in found if d.isoweekday() == m.weekday]
            found = fitting or found
        if not found:
            return _Result(f"XXXX-{month:02d}-{day:02d}")
        where = self.direction()
        # With no verb to say where it lies, news looks back more often than far ahead ("the Oct. 7 attacks").
        far = _FAR_DAYS if where == "none" else 400
        nearest = min(found, key=lambda d: (abs((d - pub).days) + (365 if (d - pub).days > far else 0), d))
        if abs((nearest - pub).days) <= 1 or m.weekday is not None:
            return _Result(nearest.isoformat())
        back = max((d for d in found if d <= pub), default=nearest)
        ahead = min((d for d in found if d >= pub), default=nearest)
        if where == "past" and (ahead - pub).days > self.looks_ahead(m):
            return _Result(back.isoformat())
        if where == "future" and (pub - back).days > NEAR_DAYS:
            return _Result(ahead.isoformat())
        if where == "future" and not self.reported_future():
            return _Result(ahead.isoformat())
        return _Result(nearest.isoformat())

    def _weekend(self) -> _Result:
        pub = self.published
        if pub is None:
            return _Result("XXXX-WXX-WE")
        day = pub
        if pub.isoweekday() <= 5 and self.direction() in ("past", "none"):
            day -= timedelta(days=7)
        return _Result(cal.week_value(day) + "-WE")

    def _relative(self, m: Match) -> _Result:
        unit, shift = m.unit, m.shift or 0
        rank = _UNIT_RANK.get(unit, 0)
        anchor, coarse = self.published, False
        around: cal.Interval | None = None
        if m.base == "text":
            plain = shift == 0 and _POINTERS.isdisjoint(self.p.words[m.first : m.last])
            near = plain and (unit == "Y" or self.direction() == "future")
            mark = self.mark(rank, reach=1 if near else REACH)
            if unit == "Q" and shift == 0 and (mark is None or mark.precision not in ("quarter", "month")):
                return self._quarter_told()
            if (
                mark
                and unit == "Y"
                and shift
                and self.p.words[m.last - 1] in _AWAY
                and mark.precision in ("quarter", "month", "interval")
            ):
                moved = cal.shift_years(mark.value, shift)
                if moved and (mark.sentence == self.sentence or mark.precision == "quarter"):
                    return _Result(moved, compared=True)
            told = self.coarser(rank, mark)
            if told and (shift or told.sentence == self.sentence) and rank < 4:
                coarse = True
                # "In March a judge ... Three days later": no day to count from, but most likely the same month.
                if told.precision == "month" and (unit, abs(shift)) in _SHORT_STEPS:
                    around = (told.first, told.last, "month")
            elif mark:
                anchor = mark.first
        elif unit == "Y" and shift == -1 and self.p.words[m.last - 1] == "ago":
            mark = self.mark(3, reach=0)
            if mark and mark.precision == "quarter":
                return _Result(cal.shift_years(mark.value, -1) or mark.value, compared=True)
        if unit == "D" and m.base == "publication" and abs(shift) <= 1:
            anchor = self._day_anchor()
        if anchor is None or coarse:
            open_value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")
            return _Result(open_value, span=around)
        return _Result(cal.moved(anchor, unit, shift))

    def _quarter_told(self) -> _Result:
        """Resolve "the quarter": the one told, else the one that a report of this date is about, which has ended."""
        for mark in reversed(self.marks):
            if mark.precision == "quarter" and self.sentence - mark.sentence <= 2 * REACH:
                return _Result(mark.value)
        if self.published is None:
            return _Result("XXXX-QX")
        return _Result(cal.moved(self.published, "Q", 0 if self.direction() == "future" else -1))

    def _clock(self, m: Match) -> _Result:
        day = ""
        if m.sub is not None:
            day = self._resolve(m.sub).value
        else:
            day = self._day_of_clock() or (self.published.isoformat() if self.published else "XXXX-XX-XX")
        if "T" in day:
            day = day.split("T", 1)[0]
        return _Result(day + m.clock)

    def _day_of_clock(self) -> str | None:
        """Return the day that a bare "18:00" belongs to: of its own sentence, else the one told last."""
        for mark in reversed(self.marks):
            if mark.sentence != self.sentence:
                break
            if mark.precision == "day":
                return mark.first.isoformat()
        for other in self.matches[self.number + 1 :]:
            token = self.p.tokens[other.first]
            if self.parse.sent[token] != self.sentence:
                break
            if other.type == "DATE" and (other.kind == "numeric" or other.weekday or other.day or other.unit == "D"):
                value = self._peek(other)
                span = cal.interval(value) if value else None
                if span and span[2] == "day":
                    return span[0].isoformat()
        told = self.mark(0, reach=2)
        if any(mark.sentence == self.sentence and mark.placed for mark in self.marks[-1:]):
            return "XXXX-XX-XX"  # "In January police raided ... in the morning": the day is not told
        return told.first.isoformat() if told else None

    def _duration(self, m: Match) -> _Result:
        if self.p.back(m.first) == "within" and not m.shift:
            return self._within(m)
        if m.sub is not None:
            span = cal.interval(self._resolve(m.sub).value)
            if span and m.number:
                return _Result(m.value, span=cal.part(span, m.unit, m.number))
            return _Result(m.value)
        if not m.shift or not m.number or self.published is None:
            return _Result(m.value)
        anchor = self.published
        if m.base == "text":
            mark = self.mark(0)
            anchor = mark.first if mark else anchor
        other = cal.step(anchor, m.unit, m.number * m.shift)
        if other is None:
            return _Result(m.value)
        return _Result(m.value, span=(min(anchor, other), max(anchor, other), "interval"))

    def _within(self, m: Match) -> _Result:
        """Resolve "within days": from what the text has just told, else from the publication date, that far on."""
        rank = _WITHIN_RANK.get(m.unit, 0)
        mark = self.mark(rank)
        blocked = self.coarser(rank, mark) is not None or self.published is None or self.direction() == "past"
        if (mark is None and blocked) or (mark and self.coarser(rank, mark)):
            return _Result(m.value)
        first, last = (mark.span[0], mark.span[1]) if mark else (self.published, self.published)
        assert first is not None
        assert last is not None
        end = cal.step(last, m.unit, m.number) if m.number else cal.add_days(last, _VAGUE_DAYS.get(m.unit, 1))
        return _Result(m.value, span=(first, end, "interval") if end else None)

    def _quarter(self, m: Match) -> _Result:
        name = f"{m.unit}{m.number}"
        year: int | None = None
        if m.sub is not None:
            digits = self._resolve(m.sub).value[:4]
            year = int(digits) if digits.isdigit() else None
            if year is None:
                return _Result(f"XXXX-{name}")
        else:
            year = self.sentence_year()
        if year is None:
            pub = self.published
            if pub is None:
                return _Result(f"XXXX-{name}")
            start = (m.number - 1) * (3 if m.unit == "Q" else 6) + 1
            ended = start + (2 if m.unit == "Q" else 5) < pub.month
            year = pub.year - (start > pub.month)
            if self.direction() == "future":
                year = pub.year + ended
        return _Result(f"{year + (m.shift or 0):04d}-{name}")

    def _season(self, m: Match) -> _Result:
        if m.year is not None:
            return _Result(f"{m.year:04d}-{m.code}")
        pub = self.published
        if m.sub is not None:
            return _Result(f"{self._resolve(m.sub).value[:4]}-{m.code}")
        if pub is None:
            return _Result(f"XXXX-{m.code}")
        year = self.sentence_year() if m.shift is None else None
        told = self.mark(4) if m.base == "text" else None
        if told:
            year = told.first.year + (m.shift or 0)
        if year is not None:
            return _Result(f"{year:04d}-{m.code}")
        spans = [(y, s) for y in range(pub.year - 2, pub.year + 3) if (s := cal.interval(f"{y:04d}-{m.code}"))]
        if m.shift == 0:
            chosen = pub.year - (m.code == "WI" and pub.month <= 2)
        elif m.shift == -1:
            chosen = max(y for y, s in spans if s[1] < pub)
        elif m.shift == 1:
            chosen = min(y for y, s in spans if s[0] > pub)
        else:
            where = self.direction()
            if where == "past":
                chosen = max(y for y, s in spans if s[0] <= pub)
            elif where == "future":
                chosen = min(y for y, s in spans if s[1] >= pub)
            else:
                chosen = min(spans, key=lambda e: max((e[1][0] - pub).days, (pub - e[1][1]).days))[0]
        return _Result(f"{chosen:04d}-{m.code}")

    def _numeric(self, m: Match) -> _Result:
        readings = m.readings
        if readings[0][0] == 0:
            return self._yearless(readings)
        values = tuple(f"{y:04d}-{mo:02d}-{d:02d}" for y, mo, d in readings)
        if len(values) == 1:
            return _Result(values[0])
        if self.day_first is not None:
            return _Result(values[1] if self.day_first else values[0])
        if self.published is not None:
            near = [v for v in values if abs((date.fromisoformat(v) - self.published).days) <= 14]
            if len(near) == 1:
                return _Result(near[0], tuple(v for v in values if v != near[0]), flags=("ambiguous",))
        return _Result(f"{readings[0][0]:04d}-XX-XX", values, flags=("ambiguous",))

    def _yearless(self, readings: tuple[tuple[int, int, int], ...]) -> _Result:
        if len(readings) > 1 and self.day_first is None:
            return _Result("XXXX-XX-XX", tuple(f"XXXX-{mo:02d}-{d:02d}" for _, mo, d in readings), flags=("ambiguous",))
        _, month, day = readings[-1] if self.day_first else readings[0]
        return self._month_day(Match(0, 0, "date", month=month, day=day))

    def _nth(self, m: Match) -> _Result:
        assert m.sub is not None
        value = self._resolve(m.sub).value
        span = cal.interval(value)
        if span is None:
            return _Result({"W": "XXXX-WXX", "D": "XXXX-XX-XX"}.get(m.unit, "XXXX-XX"))
        first, last, _ = span
        n = m.number
        if m.weekday is not None:
            if n > 0:
                day = first + timedelta(days=(m.weekday - first.isoweekday()) % 7 + 7 * (n - 1))
            else:
                day = last - timedelta(days=(last.isoweekday() - m.weekday) % 7)
            return _Result(day.isoformat() if first <= day <= last else "XXXX-XX-XX")
        if m.unit == "D":
            day = first + timedelta(days=n - 1) if n > 0 else last
            return _Result(day.isoformat() if day <= last else "XXXX-XX-XX")
        if m.unit in ("W", "WE"):
            day = first + timedelta(days=7 * n - 4) if n > 0 else last - timedelta(days=3)
            week = cal.week_value(day)
            return _Result(week + "-WE" if m.unit == "WE" else week)
        if m.unit == "M":
            day_in = cal.add_months(first, n - 1) if n > 0 else last
            return _Result(f"{day_in.year:04d}-{day_in.month:02d}" if day_in and day_in <= last else "XXXX-XX")
        if m.unit == "Y":
            return _Result(f"{first.year + n - 1 if n > 0 else last.year:04d}")
        return _Result("XXXX")

    def _holiday(self, m: Match) -> _Result:
        year = m.year if m.year is not None else (self.sentence_year() if m.shift is None else None)
        if year is not None:
            found = cal.holiday(m.rule, year)
            return _Result(found.isoformat() if found else f"{year:04d}-XX-XX")
        pub = self.published
        if pub is None:
            return _Result(f"XXXX-{m.rule[0]:02d}-{m.rule[1]:02d}" if isinstance(m.rule, tuple) else "XXXX-XX-XX")
        days = [d for y in (pub.year - 1, pub.year, pub.year + 1) if (d := cal.holiday(m.rule, y))]
        back = max((d for d in days if d <= pub), default=None)
        ahead = min((d for d in days if d >= pub), default=None)
        where = self.direction()
        if m.shift is not None:
            chosen = back if m.shift < 0 else ahead if m.shift > 0 else cal.holiday(m.rule, pub.year)
        elif where == "past":
            chosen = back
        elif where == "future":
            chosen = ahead
        else:
            chosen = min(days, key=lambda d: abs((d - pub).days), default=None)
        return _Result(chosen.isoformat() if chosen else "XXXX-XX-XX")

    def _same(self, m: Match) -> _Result:
        rank = _UNIT_RANK.get(m.unit, 3)
        mark: Mark | None = None
        for candidate in reversed(self.marks):
            if self.sentence - candidate.sentence > REACH:
                break
            fits = candidate.precision in ("quarter", "month", "interval") if not m.unit else True
            if fits and RANK[candidate.precision] <= rank:
                mark = candidate
                break
        shift = m.shift
        if mark is not None:
            value = mark.value if not m.unit else cal.moved(mark.first, m.unit, 0)
            if m.year is not None:
                shift = m.year - mark.first.year
            return _Result(cal.shift_years(value, shift or 0) or value, compared=True)
        if self.published is None or (m.year is not None and not m.unit):
            return _Result(f"{m.year:04d}" if m.year is not None else "XXXX")
        if m.year is not None:
            shift = m.year - self.published.year
        if m.unit and m.unit != "Y":
            return _Result(cal.shift_years(cal.moved(self.published, m.unit, 0), shift or 0) or "XXXX")
        return _Result(f"{self.published.year + (shift or 0):04d}")

    def _year_end(self, m: Match) -> _Result:
        pub = self.published
        if pub is None:
            return _Result("XXXX")
        year = self.sentence_year()
        if year is None:
            year = pub.year - (pub.month <= 3 and self.direction() == "past")
        if m.unit != "Y":
            return _Result(cal.moved(pub, m.unit, 0))
        return _Result(f"{year:04d}")


_BOUNDS: Final = {
    w: w for w in ("since", "until", "by", "before", "after", "from", "to", "through", "between", "within", "during")
} | {"till": "until", "following": "after"}
# How far "within days" reaches: the next larger unit.
_VAGUE_DAYS: Final = {"D": 7, "W": 30, "M": 365, "Y": 3650, "h": 1}
_PLACES: Final = frozenset({"in", "during", "on", "of", ","})
_POINTERS: Final = frozenset({"that", "same", "this"})  # "that day" reaches further back than "the day"
_SHORT_STEPS: Final = frozenset({("W", 1), *(("D", n) for n in range(1, 11))})
_WITHIN_RANK: Final = {"D": 2, "W": 2, "M": 3, "Y": 4}  # how fine the date must be that "within days" counts from
_AWAY: Final = frozenset({"earlier", "later", "before", "after", "previously"})
