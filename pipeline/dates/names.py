"""Names of the calendar on their own: which Tuesday, which March, which third quarter the writer means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from pipeline.dates import calendar as cal
from pipeline.dates.context import NEAR_DAYS, Context
from pipeline.dates.match import Match, Result

_FAR_DAYS: Final = 90
_REPORT_DAYS: Final = 45
_YEAR_DAYS: Final = 400
_THESE_DAYS: Final = 14
_NEWS_DAYS: Final = 30
_SOON_DAYS: Final = 14  # nobody leaves out the year of a day that lies fifty weeks back
_LATE_MONTH: Final = 7  # from here on "the new year" is the next one


class Names(Context):
    """Resolves weekdays, months, quarters, seasons and holidays that lack their week or year."""

    day_first: bool | None = None

    def resolve(self, m: Match) -> Result:
        """Return what any match resolves to: given by the class that knows every kind."""
        raise NotImplementedError

    def date_of(self, m: Match) -> Result:
        """Resolve a date in words, as far as its parts are given."""
        if m.unit == "WE":
            return self._weekend()
        if m.year is not None:
            if m.month is None:
                return Result(f"{m.year:04d}")
            if m.day is None:
                return Result(f"{m.year:04d}-{m.month:02d}")
            if cal.make_date(m.year, m.month, m.day) is None:
                return Result(f"{m.year:04d}-{m.month:02d}-XX", flags=("impossible",))
            return Result(f"{m.year:04d}-{m.month:02d}-{m.day:02d}")
        if m.month is not None:
            return self.month_day(m) if m.day is not None else self._month(m)
        return self._weekday(m) if m.day is None else self._day_of_month(m)

    def _weekday(self, m: Match) -> Result:
        wanted = m.weekday or 1
        anchor = self.published
        if m.base == "text":
            mark = self.mark(0)
            anchor = mark.first if mark else anchor
        if anchor is None:
            return Result(f"XXXX-WXX-{wanted}")
        back = anchor - timedelta(days=(anchor.isoweekday() - wanted) % 7)
        ahead = anchor + timedelta(days=(wanted - anchor.isoweekday()) % 7)
        if m.shift is not None:
            monday = anchor - timedelta(days=anchor.isoweekday() - 1)
            in_week = monday + timedelta(days=7 * m.shift + wanted - 1)
            if m.shift == 0 or m.unit == "W":
                return Result(in_week.isoformat())
            near = back if m.shift < 0 else ahead
            if near == anchor:
                near += timedelta(days=7 * m.shift)
            other = in_week if in_week != near else near + timedelta(days=7 * m.shift)
            flags = ("ambiguous",) if in_week != near else ()
            return Result(near.isoformat(), (other.isoformat(),) if flags else (), flags=flags)
        where = self.direction()
        before = self.p.back(m.first)
        if m.sub is not None:  # the last day of "Monday through Friday"
            start = cal.interval(self.resolve(m.sub).value)
            if start is not None:
                return Result((start[0] + timedelta(days=(wanted - start[0].isoweekday()) % 7)).isoformat())
        if where in ("future",) or (where != "past" and before in ("until", "till", "by")):
            return Result(ahead.isoformat())
        if where == "present" and not self.reports():
            return Result(ahead.isoformat())
        return Result(back.isoformat())

    def _day_of_month(self, m: Match) -> Result:
        """Resolve "Saturday the 14th" and "on the 15th": of the month told last, else the one that the clause means."""
        pub, day = self.published, m.day or 1
        fine = (k for k in reversed(self.marks) if self.sentence - k.sentence <= 1 and k.precision in ("day", "month"))
        told = next(fine, None)
        if told is not None and pub is not None and abs((told.first - pub).days) > _YEAR_DAYS:
            told = None
        near = told.first if told is not None else pub
        if near is None:
            return Result(f"XXXX-XX-{day:02d}")
        months = [k for n in range(-6, 7) if (k := cal.add_months(near.replace(day=1), n))]
        found = [d for k in months if (d := cal.make_date(k.year, k.month, day))]
        if m.weekday is not None:
            found = [d for d in found if d.isoweekday() == m.weekday]
        if told is None and pub is not None:
            where = self.direction()
            fitting = [d for d in found if (d <= pub if where == "past" else d >= pub)] if where != "none" else found
            found = fitting or found
        best = min(found, key=lambda d: abs((d - near).days), default=None)
        if best is not None and told is not None and m.weekday is None:
            best = cal.make_date(told.first.year, told.first.month, day) or best
        return Result(best.isoformat() if best else f"XXXX-XX-{day:02d}")

    def _month(self, m: Match) -> Result:
        month = m.month or 1
        if m.sub is not None:
            digits = self.resolve(m.sub).value[:4]
            return Result(f"{digits}-{month:02d}")
        if m.shift is not None and self.published is not None:
            return self._shifted_month(m, month)
        year = self.sentence_year(month) or self.told_year(month)
        if year is not None:
            return Result(f"{year:04d}-{month:02d}")
        if self.published is None:
            return Result(f"XXXX-{month:02d}")
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
        return Result(f"{year:04d}-{month:02d}")

    def _shifted_month(self, m: Match, month: int) -> Result:
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
            return Result(f"{pub.year:04d}-{month:02d}{day}")
        ago = (pub.month - month) % 12
        if m.shift == -1:
            near = pub.year - (month >= pub.month)
            if 1 <= ago <= 2 and not day:
                return Result(f"{near - 1:04d}-{month:02d}", (f"{near:04d}-{month:02d}",), flags=("ambiguous",))
            other = () if month >= pub.month else (f"{near - 1:04d}-{month:02d}{day}",)
            return Result(f"{near:04d}-{month:02d}{day}", other, flags=("ambiguous",) if other else ())
        near = pub.year + (month <= pub.month)
        other = (f"{near + 1:04d}-{month:02d}{day}",) if month > pub.month else ()
        return Result(f"{near:04d}-{month:02d}{day}", other, flags=("ambiguous",) if other else ())

    def month_day(self, m: Match) -> Result:
        """Resolve "June 3": the year comes from the clause, the weekday or the sentence."""
        month, day = m.month or 1, m.day or 1
        if m.unit == "Y" and m.shift is not None and self.published is not None:
            there = cal.make_date(self.published.year + m.shift, month, day)
            return Result(there.isoformat() if there else f"{self.published.year + m.shift:04d}-{month:02d}-XX")
        if m.shift is not None and self.published is not None:
            return self._shifted_month(m, month)
        if cal.make_date(2000, month, day) is None:
            return Result(f"XXXX-{month:02d}-XX", flags=("impossible",))
        year, pub = self.sentence_year(month), self.published
        if year is not None and (told := cal.make_date(year, month, day)):
            fresh = cal.make_date(pub.year, month, day) if pub is not None and not self.year_heads_sentence() else None
            # "The plan launched in 1986 came under attack after the vote on March 17": that of the news, not of 1986.
            news = fresh is not None and pub is not None and 0 <= (pub - fresh).days <= _NEWS_DAYS
            return Result((fresh if news and fresh else told).isoformat())
        if pub is None:
            return Result(f"XXXX-{month:02d}-{day:02d}")
        found = [d for y in range(pub.year - 8, pub.year + 9) if (d := cal.make_date(y, month, day))]
        if m.weekday is not None:
            fitting = [d for d in found if d.isoweekday() == m.weekday]
            found = fitting or found
        if not found:
            return Result(f"XXXX-{month:02d}-{day:02d}")
        where = self.direction()
        # With no verb to say where it lies, news looks back more often than far ahead ("the Oct. 7 attacks").
        far = _FAR_DAYS if where == "none" else 400
        nearest = min(found, key=lambda d: (abs((d - pub).days) + (365 if (d - pub).days > far else 0), d))
        if abs((nearest - pub).days) <= 1 or m.weekday is not None:
            return Result(nearest.isoformat())
        back = max((d for d in found if d <= pub), default=nearest)
        ahead = min((d for d in found if d >= pub), default=nearest)
        if where == "past" and (ahead - pub).days > max(self.looks_ahead(m), _SOON_DAYS):
            return Result(back.isoformat())
        if where == "future" and 2 * (pub - back).days < (ahead - pub).days and self.names_event():
            return Result(back.isoformat())  # "to carry out the July 20 resolution"
        if where == "future" and (pub - back).days > NEAR_DAYS:
            return Result(ahead.isoformat())
        if where == "future" and not self.reported_future():
            return Result(ahead.isoformat())
        return Result(nearest.isoformat())

    def _weekend(self) -> Result:
        pub = self.published
        if pub is None:
            return Result("XXXX-WXX-WE")
        day = pub
        gone = self.direction() in ("past", "none") or (pub.isoweekday() <= 2 and self.names_event())
        if pub.isoweekday() <= 5 and gone:
            day -= timedelta(days=7)
        return Result(cal.week_value(day) + "-WE")

    def quarter(self, m: Match) -> Result:
        """Resolve "the third quarter", "first half of 2011"."""
        name = f"{m.unit}{m.number}"
        year: int | None = None
        if m.sub is not None:
            digits = self.resolve(m.sub).value[:4]
            year = int(digits) if digits.isdigit() else None
            if year is None:
                return Result(f"XXXX-{name}")
        else:
            year = self.sentence_year()
        if year is None:
            pub = self.published
            if pub is None:
                return Result(f"XXXX-{name}")
            start = (m.number - 1) * (3 if m.unit == "Q" else 6) + 1
            ended = start + (2 if m.unit == "Q" else 5) < pub.month
            soon = self.direction() != "past" and start - pub.month <= 2  # "the second quarter begins next week"
            year = pub.year - (start > pub.month and not soon)
            if self.direction() == "future":
                year = pub.year + ended
                last = cal.interval(f"{year - 1:04d}-{name}")
                if last is not None and 0 < (pub - last[1]).days <= _REPORT_DAYS:
                    year -= 1  # "expects to report a loss for the third quarter": results are due after it has ended
        return Result(f"{year + (m.shift or 0):04d}-{name}", compared=m.shift is not None)

    def season(self, m: Match) -> Result:
        """Resolve "last summer", "the spring of 1990"."""
        if m.year is not None:
            return Result(f"{m.year:04d}-{m.code}")
        pub = self.published
        if m.sub is not None:
            return Result(f"{self.resolve(m.sub).value[:4]}-{m.code}")
        if pub is None:
            return Result(f"XXXX-{m.code}")
        year = self.sentence_year() if m.shift is None else None
        told = self.mark(4) if m.base == "text" else None
        if told:
            year = told.first.year + (m.shift or 0)
        if year is not None:
            return Result(f"{year:04d}-{m.code}")
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
        return Result(f"{chosen:04d}-{m.code}")

    def numeric(self, m: Match) -> Result:
        """Resolve a date in digits; where the order of day and month stays open, keep both readings."""
        readings = m.readings
        if readings[0][0] == 0:
            return self._yearless(readings)
        values = tuple(f"{y:04d}-{mo:02d}-{d:02d}" for y, mo, d in readings)
        if len(values) == 1:
            return Result(values[0])
        if self.day_first is not None:
            return Result(values[1] if self.day_first else values[0])
        if self.published is not None:
            near = [v for v in values if abs((date.fromisoformat(v) - self.published).days) <= _THESE_DAYS]
            if len(near) == 1:
                return Result(near[0], tuple(v for v in values if v != near[0]), flags=("ambiguous",))
        return Result(f"{readings[0][0]:04d}-XX-XX", values, flags=("ambiguous",))

    def order_told(self, matches: list[Match]) -> bool | None:
        """Return whether the article itself writes the day first, as another of its dates shows."""
        told = set()
        for m in matches:
            m = m.sub if m.kind == "clock" and m.sub is not None else m
            parts = self.p.words[m.first], self.p.words[m.first + 2]
            if m.kind != "numeric" or not all(w.isdigit() and len(w) <= 2 for w in parts) or parts[0] == parts[1]:
                continue
            found = [r for r in m.readings if r[0]]
            if len(found) > 1 and self.published is not None:
                found = [r for r in found if abs((date(*r) - self.published).days) <= _THESE_DAYS]
            if len(found) == 1:
                told.add(found[0][2] == int(parts[0]))
        return told.pop() if len(told) == 1 else None

    def _yearless(self, readings: tuple[tuple[int, int, int], ...]) -> Result:
        if len(readings) > 1 and self.day_first is None:
            return Result("XXXX-XX-XX", tuple(f"XXXX-{mo:02d}-{d:02d}" for _, mo, d in readings), flags=("ambiguous",))
        _, month, day = readings[-1] if self.day_first else readings[0]
        return self.month_day(Match(0, 0, "date", month=month, day=day))

    def holiday(self, m: Match) -> Result:
        """Resolve a named day."""
        year = m.year if m.year is not None else (self.sentence_year() if m.shift is None else None)
        if year is not None:
            found = cal.holiday(m.rule, year)
            return Result(found.isoformat() if found else f"{year:04d}-XX-XX")
        pub = self.published
        if pub is None:
            return Result(f"XXXX-{m.rule[0]:02d}-{m.rule[1]:02d}" if isinstance(m.rule, tuple) else "XXXX-XX-XX")
        days = [d for y in (pub.year - 1, pub.year, pub.year + 1) if (d := cal.holiday(m.rule, y))]
        back = max((d for d in days if d <= pub), default=None)
        ahead = min((d for d in days if d >= pub), default=None)
        where = self.direction()
        if m.shift is not None:
            chosen = back if m.shift < 0 else ahead if m.shift > 0 else cal.holiday(m.rule, pub.year)
        elif where == "past":
            limit = NEAR_DAYS if self.p.back(m.first) in ("before", "until", "till", "by", "for") else 0
            coming = ahead is not None and (ahead - pub).days <= limit  # "closed days before Easter"
            chosen = ahead if coming else back
        elif where == "future":
            chosen = ahead
        else:
            chosen = min(days, key=lambda d: abs((d - pub).days), default=None)
        return Result(chosen.isoformat() if chosen else "XXXX-XX-XX")

    def year_end(self, m: Match) -> Result:
        """Resolve "year-end", "mid-year", "the new year"."""
        pub = self.published
        if pub is None:
            return Result("XXXX")
        if m.unit == "NY":
            return Result(f"{pub.year + (pub.month >= _LATE_MONTH):04d}")
        if m.unit != "Y":
            return Result(cal.moved(pub, m.unit, 0))
        year = self.sentence_year()
        if year is None:
            early = 3 if m.mod == "END" else 5
            year = pub.year - (pub.month <= early and self.direction() == "past")
        return Result(f"{year:04d}")

    def nth(self, m: Match) -> Result:
        """Resolve "the last week of March", "the first Tuesday of May"."""
        assert m.sub is not None
        value = self.resolve(m.sub).value
        span = cal.interval(value)
        if span is None:
            return Result({"W": "XXXX-WXX", "D": "XXXX-XX-XX"}.get(m.unit, "XXXX-XX"))
        first, last, _ = span
        n = m.number
        if m.weekday is not None:
            if n > 0:
                day = first + timedelta(days=(m.weekday - first.isoweekday()) % 7 + 7 * (n - 1))
            else:
                day = last - timedelta(days=(last.isoweekday() - m.weekday) % 7)
            return Result(day.isoformat() if first <= day <= last else "XXXX-XX-XX")
        if m.unit == "D":
            day = first + timedelta(days=n - 1) if n > 0 else last
            return Result(day.isoformat() if day <= last else "XXXX-XX-XX")
        if m.unit in ("W", "WE"):
            day = first + timedelta(days=7 * n - 4) if n > 0 else last - timedelta(days=3)
            week = cal.week_value(day)
            return Result(week + "-WE" if m.unit == "WE" else week)
        if m.unit == "M":
            day_in = cal.add_months(first, n - 1) if n > 0 else last
            return Result(f"{day_in.year:04d}-{day_in.month:02d}" if day_in and day_in <= last else "XXXX-XX")
        if m.unit == "Y":
            return Result(f"{first.year + n - 1 if n > 0 else last.year:04d}")
        if m.unit == "Q":
            day_in = cal.add_months(first, 3 * (n - 1)) if n > 0 else last
            return Result(cal.moved(day_in, "Q", 0) if day_in and day_in <= last else "XXXX-QX")
        return Result("XXXX")
