"""From what the grammar recognised to TIMEX3 values and intervals, against the publication date and the text's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pipeline.dates import calendar as cal
from pipeline.dates.direction import Direction, direction, modifies_noun
from pipeline.dates.lexicon import word_set
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces
from pipeline.records import TimeExpression
from pipeline.syntax import Syntax

_RANK: Final = {"day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "season": 3, "interval": 3, "year": 4}
_UNIT_RANK: Final = {"D": 0, "WE": 1, "W": 1, "M": 2, "Q": 3, "Y": 4, "DE": 5, "CE": 6, "ML": 7}
_REACH: Final = 4  # sentences over which "the following day" still finds its day
_NEAR_DAYS: Final = 45
_SEASON_ORDER: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A date that the text has told: what a later "the following day" counts from."""

    value: str
    first: date
    last: date
    precision: str
    sentence: int
    token: int
    explicit_year: bool


@dataclass(slots=True)
class _Result:
    value: str
    alternatives: tuple[str, ...] = ()
    span: cal.Interval | None = None
    flags: tuple[str, ...] = ()


class Resolver:
    """Resolves the matches of one article in text order."""

    def __init__(self, pieces: Pieces, syntax: Syntax, published: date | None, day_first: bool | None) -> None:
        self.p, self.parse, self.published, self.day_first = pieces, pieces.parse, published, day_first
        self.marks: list[_Mark] = []
        self.quotes = [(q.first, q.last) for q in syntax.quotes if q.direct]
        self.token = 0
        self.sentence = 0
        self.matches: list[Match] = []
        self.number = 0

    def run(self, matches: list[Match]) -> tuple[TimeExpression, ...]:
        """Return one time expression per match."""
        self.matches = matches
        out = []
        for self.number, match in enumerate(matches):
            self._enter(match)
            out.append(self._expression(match))
        return tuple(out)

    def _enter(self, match: Match) -> None:
        self.token = self.p.tokens[match.first]
        self.sentence = self.parse.sent[self.token]

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
            if whole and whole[2] in _RANK:
                given = match.year is not None or bool(match.sub and match.sub.year)
                self.marks.append(_Mark(result.value, *whole, self.sentence, first, given))
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
            sets_anchor=bool(span) and match.type in ("DATE", "TIME") and self._sets_anchor(first),
            direction=self._direction(),
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

    # ------------------------------------------------------------ what surrounds the expression
    def _direction(self) -> Direction:
        if self.p.parse.lowers[self.token - 1 : self.token] == ["since"]:
            return "past"
        return direction(self.parse, self.token)

    def _sets_anchor(self, first: int) -> bool:
        """Return whether later sentences may inherit this date: it opens its sentence or dates its main clause."""
        if any(a <= first < b for a, b in self.quotes):
            return False
        begin, end = self.parse.sentences[self.parse.sent[first]]
        heads, tags = self.parse.heads, self.parse.tags
        node, verbs = first, 0
        for _ in range(12):
            if tags[node][:2] == "VB":
                verbs += 1
                if tags[node] not in ("VBN",) or heads[node] == node:
                    break
            if heads[node] == node:
                break
            node = heads[node]
        return heads[node] == node or (first - begin <= 4 and end - begin > 6)

    def _mark(self, unit_rank: int, *, reach: int = _REACH) -> _Mark | None:
        """Return the latest date told that is at least as fine as the rank, within reach."""
        for mark in reversed(self.marks):
            if self.sentence - mark.sentence > reach:
                return None
            if _RANK[mark.precision] <= unit_rank:
                return mark
        return None

    def _sentence_year(self) -> int | None:
        """Return the year that the same sentence has already named, which a bare month then belongs to."""
        for mark in reversed(self.marks):
            if mark.sentence != self.sentence:
                return None
            if mark.explicit_year and mark.precision in ("year", "month", "day"):
                between = self.parse.lowers[mark.token : self.token]
                return None if ";" in between or "but" in between else mark.first.year
        return None

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
        self._enter(other)
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
        told = self._mark(4)
        return _Result(told.value if told else "XXXX-XX-XX")

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
            mark = self._mark(0)
            anchor = mark.first if mark else anchor
        if anchor is None:
            return _Result(f"XXXX-WXX-{wanted}")
        back = anchor - timedelta(days=(anchor.isoweekday() - wanted) % 7)
        ahead = anchor + timedelta(days=(wanted - anchor.isoweekday()) % 7)
        if m.shift is not None:
            monday = anchor - timedelta(days=anchor.isoweekday() - 1)
            in_week = monday + timedelta(days=7 * m.shift + wanted - 1)
            if m.shift == 0:
                return _Result(in_week.isoformat())
            near = back if m.shift < 0 else ahead
            if near == anchor:
                near += timedelta(days=7 * m.shift)
            other = in_week if in_week != near else near + timedelta(days=7 * m.shift)
            flags = ("ambiguous",) if in_week != near else ()
            return _Result(near.isoformat(), (other.isoformat(),) if flags else (), flags=flags)
        where = self._direction()
        before = self.p.back(m.first)
        if where in ("future",) or (where != "past" and before in ("until", "till", "by")):
            return _Result(ahead.isoformat())
        if where == "present" and not self._reports():
            return _Result(ahead.isoformat())
        return _Result(back.isoformat())

    def _reports(self) -> bool:
        """Return whether the governing present-tense verb reports ("says Tuesday"), which dates what is past."""
        node = self.token
        for _ in range(12):
            if self.parse.tags[node][:2] == "VB":
                return self.parse.lemmas[node].lower() in _REPORTING or self.parse.tags[node] == "VBN"
            if self.parse.heads[node] == node:
                break
            node = self.parse.heads[node]
        return True

    def _month(self, m: Match) -> _Result:
        month = m.month or 1
        if m.sub is not None:
            digits = self._resolve(m.sub).value[:4]
            return _Result(f"{digits}-{month:02d}")
        if m.shift is not None and self.published is not None:
            return self._shifted_month(m, month)
        year = self._sentence_year()
        if year is not None:
            return _Result(f"{year:04d}-{month:02d}")
        if self.published is None:
            return _Result(f"XXXX-{month:02d}")
        now, where = self.published.month, self._direction()
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
        text = self._mark(2) if m.base == "text" else None
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
        year = self._sentence_year()
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
        nearest = min(found, key=lambda d: (abs((d - pub).days), d))
        where = self._direction()
        if abs((nearest - pub).days) <= 1 or m.weekday is not None:
            return _Result(nearest.isoformat())
        back = max((d for d in found if d <= pub), default=nearest)
        ahead = min((d for d in found if d >= pub), default=nearest)
        if where == "past" and not ((ahead - pub).days <= _NEAR_DAYS and self._looks_ahead(m)):
            return _Result(back.isoformat())
        if where == "future" and (pub - back).days > _NEAR_DAYS:
            return _Result(ahead.isoformat())
        if where == "future" and not self._reported_future():
            return _Result(ahead.isoformat())
        return _Result(nearest.isoformat())

    def _looks_ahead(self, m: Match) -> bool:
        """Return whether a date in a past clause still names a coming day: "set the June 3 hearing", "until May 9"."""
        noun = modifies_noun(self.parse, self.token)
        if noun is not None:
            governor = self.parse.heads[noun]
            return self.parse.lowers[governor] not in ("after", "since", "following", "from")
        return self.p.back(m.first) in ("until", "till", "for", "by", "before")

    def _reported_future(self) -> bool:
        begin, end = self.parse.sentence_of(self.token)
        return "would" in self.parse.lowers[begin:end]

    def _weekend(self) -> _Result:
        pub = self.published
        if pub is None:
            return _Result("XXXX-WXX-WE")
        day = pub
        if pub.isoweekday() <= 5 and self._direction() in ("past", "none"):
            day -= timedelta(days=7)
        return _Result(cal.week_value(day) + "-WE")

    def _relative(self, m: Match) -> _Result:
        unit, shift = m.unit, m.shift or 0
        rank = _UNIT_RANK.get(unit, 0)
        anchor, coarse = self.published, False
        if m.base == "text":
            mark = self._mark(rank, reach=1 if shift == 0 and unit == "Y" else _REACH)
            if unit == "Q" and shift == 0 and (mark is None or mark.precision not in ("quarter", "month")):
                return self._quarter_told()
            if (
                mark
                and unit == "Y"
                and shift
                and self.p.words[m.last - 1] in _AWAY
                and mark.precision in ("quarter", "month", "interval")
            ):
                moved = _shift_years(mark.value, shift)
                if moved and (mark.sentence == self.sentence or mark.precision == "quarter"):
                    return _Result(moved)
            if mark:
                anchor = mark.first
            elif rank < 4 and shift and self._mark(4, reach=1):
                coarse = True
        elif unit == "Y" and shift == -1 and self.p.words[m.last - 1] == "ago":
            mark = self._mark(3, reach=0)
            if mark and mark.precision == "quarter":
                return _Result(_shift_years(mark.value, -1) or mark.value)
        if unit == "D" and m.base == "publication" and abs(shift) <= 1:
            anchor = self._day_anchor()
        if anchor is None or coarse:
            return _Result({"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"))
        return _Result(_moved(anchor, unit, shift))

    def _quarter_told(self) -> _Result:
        """Resolve "the quarter": the one told, else the one that a report of this date is about, which has ended."""
        for mark in reversed(self.marks):
            if mark.precision == "quarter" and self.sentence - mark.sentence <= 2 * _REACH:
                return _Result(mark.value)
        if self.published is None:
            return _Result("XXXX-QX")
        return _Result(_moved(self.published, "Q", 0 if self._direction() == "future" else -1))

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
        told = self._mark(0, reach=2)
        return told.first.isoformat() if told else None

    def _duration(self, m: Match) -> _Result:
        if m.sub is not None:
            span = cal.interval(self._resolve(m.sub).value)
            if span and m.number:
                return _Result(m.value, span=_part(span, m.unit, m.number))
            return _Result(m.value)
        if not m.shift or not m.number or self.published is None:
            return _Result(m.value)
        anchor = self.published
        if m.base == "text":
            mark = self._mark(0)
            anchor = mark.first if mark else anchor
        other = _step(anchor, m.unit, m.number * m.shift)
        if other is None:
            return _Result(m.value)
        return _Result(m.value, span=(min(anchor, other), max(anchor, other), "interval"))

    def _quarter(self, m: Match) -> _Result:
        name = f"{m.unit}{m.number}"
        year: int | None = None
        if m.sub is not None:
            digits = self._resolve(m.sub).value[:4]
            year = int(digits) if digits.isdigit() else None
            if year is None:
                return _Result(f"XXXX-{name}")
        else:
            year = self._sentence_year()
        if year is None:
            pub = self.published
            if pub is None:
                return _Result(f"XXXX-{name}")
            start = (m.number - 1) * (3 if m.unit == "Q" else 6) + 1
            ended = start + (2 if m.unit == "Q" else 5) < pub.month
            year = pub.year - (start > pub.month)
            if self._direction() == "future":
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
        year = self._sentence_year() if m.shift is None else None
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
            where = self._direction()
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
        year = m.year if m.year is not None else (self._sentence_year() if m.shift is None else None)
        if year is not None:
            found = cal.holiday(m.rule, year)
            return _Result(found.isoformat() if found else f"{year:04d}-XX-XX")
        pub = self.published
        if pub is None:
            return _Result(f"XXXX-{m.rule[0]:02d}-{m.rule[1]:02d}" if isinstance(m.rule, tuple) else "XXXX-XX-XX")
        days = [d for y in (pub.year - 1, pub.year, pub.year + 1) if (d := cal.holiday(m.rule, y))]
        back = max((d for d in days if d <= pub), default=None)
        ahead = min((d for d in days if d >= pub), default=None)
        where = self._direction()
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
        mark: _Mark | None = None
        for candidate in reversed(self.marks):
            if self.sentence - candidate.sentence > _REACH:
                break
            fits = candidate.precision in ("quarter", "month", "interval") if not m.unit else True
            if fits and _RANK[candidate.precision] <= rank:
                mark = candidate
                break
        shift = m.shift
        if mark is not None:
            value = mark.value if not m.unit else _moved(mark.first, m.unit, 0)
            if m.year is not None:
                shift = m.year - mark.first.year
            return _Result(_shift_years(value, shift or 0) or value)
        if m.year is not None:
            return _Result(f"{m.year:04d}")
        if self.published is None:
            return _Result("XXXX")
        if m.unit and m.unit != "Y":
            return _Result(_shift_years(_moved(self.published, m.unit, 0), shift or 0) or "XXXX")
        return _Result(f"{self.published.year + (shift or 0):04d}")

    def _year_end(self, m: Match) -> _Result:
        pub = self.published
        if pub is None:
            return _Result("XXXX")
        year = self._sentence_year()
        if year is None:
            year = pub.year - (pub.month <= 3 and self._direction() == "past")
        if m.unit != "Y":
            return _Result(_moved(pub, m.unit, 0))
        return _Result(f"{year:04d}")


_BOUNDS: Final = {
    w: w for w in ("since", "until", "by", "before", "after", "from", "to", "through", "between", "within", "during")
} | {"till": "until", "following": "after"}
_AWAY: Final = frozenset({"earlier", "later", "before", "after", "previously"})
_REPORTING: Final = word_set("say report announce tell claim state show indicate add note quote confirm")


def _moved(anchor: date, unit: str, shift: int) -> str:
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
        day = cal.add_months(anchor.replace(day=1), shift * (3 if unit == "Q" else 1))
        if day is None:
            return "XXXX-XX"
        return f"{day.year:04d}-Q{cal.quarter_of(day)}" if unit == "Q" else f"{day.year:04d}-{day.month:02d}"
    days = {"W": 7, "WE": 7, "D": 1}.get(unit)
    if days is None:
        return anchor.isoformat() + "TXX:XX"
    moved = cal.add_days(anchor, shift * days)
    if moved is None:
        return "XXXX-XX-XX"
    if unit == "D":
        return moved.isoformat()
    return cal.week_value(moved) + ("-WE" if unit == "WE" else "")


def _step(anchor: date, unit: str, count: int) -> date | None:
    """Return the day ``count`` units from the anchor."""
    if unit in ("Y", "DE", "CE"):
        return cal.add_months(anchor, 12 * count * {"Y": 1, "DE": 10, "CE": 100}[unit])
    if unit in ("M", "Q"):
        return cal.add_months(anchor, count * (3 if unit == "Q" else 1))
    if unit == "h":
        days = -(-abs(count) // 24)
        return cal.add_days(anchor, days if count > 0 else -days)
    return cal.add_days(anchor, count * {"W": 7, "WE": 7, "F": 14, "D": 1, "NI": 1}.get(unit, 0))


def _part(span: cal.Interval, unit: str, number: int) -> cal.Interval | None:
    """Return the first (or, negative, the last) ``number`` units of an interval."""
    first, last, _ = span
    if number > 0:
        edge = _step(first, unit, number)
        return (first, min(last, edge - timedelta(days=1)), "interval") if edge else None
    edge = _step(last + timedelta(days=1), unit, number)
    return (max(first, edge), last, "interval") if edge else None


def _shift_years(value: str, years: int) -> str | None:
    """Return a value moved by whole years: 2009-Q3 -> 2008-Q3."""
    head, rest = value[:4], value[4:]
    if len(head) != 4 or not head.isdigit() or "/" in rest or (rest.startswith("-W") and not rest.startswith("-WI")):
        return None
    moved = int(head) + years
    return f"{moved:04d}{rest}" if 1 <= moved <= 9999 else None
