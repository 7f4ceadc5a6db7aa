"""From what the grammar recognised to TIMEX3 values and intervals, against the publication date and the text's own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from pipeline.dates import calendar as cal
from pipeline.dates.context import RANK, REACH, Mark
from pipeline.dates.match import Match, Result
from pipeline.dates.names import Names
from pipeline.dates.pieces import Pieces
from pipeline.records import TimeExpression
from pipeline.syntax import Syntax

_UNIT_RANK: Final = {"D": 0, "WE": 1, "W": 1, "M": 2, "Q": 3, "Y": 4, "DE": 5, "CE": 6, "ML": 7}


class Resolver(Names):
    """Resolves the matches of one article in text order."""

    def __init__(self, pieces: Pieces, syntax: Syntax, published: date | None, day_first: bool | None) -> None:
        super().__init__(pieces, syntax, published)
        self.day_first = day_first
        self.matches: list[Match] = []
        self.number = 0

    def run(self, matches: list[Match]) -> tuple[TimeExpression, ...]:
        """Return one time expression per match."""
        self.matches = matches
        if self.published is None:
            self.published = self._dateline()
        if self.day_first is None:
            self.day_first = self.order_told(matches)
        out = []
        for self.number, match in enumerate(matches):
            self.enter(match)
            out.append(self._expression(match))
        return tuple(out)

    def _dateline(self) -> date | None:
        """Return the full date in a dateline ("NAIROBI, May 8, 2019 -"), used where the publication date is missing."""
        m = self.matches[0] if self.matches else None
        if m is None or m.year is None or m.day is None or m.month is None or m.first > _DATELINE_PIECES:
            return None
        p = self.p
        if m.first and not (p.parse.words[p.tokens[0]].isupper() and len(p.words[0]) > 2):
            return None
        closed = any(w in _DASHES for w in p.words[m.last : m.last + 6])
        return cal.make_date(m.year, m.month, m.day) if closed else None

    def _expression(self, match: Match) -> TimeExpression:
        p = self.p
        result = self.resolve(match)
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
                bounds = p.back(match.first) in _LIMITS
                if not result.compared:
                    self.marks.append(
                        Mark(
                            result.value,
                            *whole,
                            self.sentence,
                            first,
                            match.year is not None,
                            placed,
                            bounds,
                            span or whole,
                        )
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
        value = self.resolve(other).value
        self.token, self.sentence = token, sentence
        return value

    # ------------------------------------------------------------ one kind at a time
    def resolve(self, m: Match) -> Result:
        """Return what a match resolves to."""
        if m.kind in ("value", "set"):
            return Result(m.value)
        if m.kind == "date":
            return self.date_of(m)
        if m.kind == "relative":
            return self._relative(m)
        if m.kind == "clock":
            return self._clock(m)
        if m.kind == "duration":
            return self._duration(m)
        if m.kind == "quarter":
            return self.quarter(m)
        if m.kind == "season":
            return self.season(m)
        if m.kind == "numeric":
            return self.numeric(m)
        if m.kind == "nth":
            return self.nth(m)
        if m.kind == "holiday":
            return self.holiday(m)
        if m.kind == "same":
            return self._same(m)
        if m.kind == "edge":
            return self.year_end(m)
        if m.kind == "ago":
            return self._counted_back(m)
        told = self.mark(4)
        return Result(told.value, span=told.span) if told else Result("XXXX-XX-XX")

    def _relative(self, m: Match) -> Result:
        unit, shift = m.unit, m.shift or 0
        rank = _UNIT_RANK.get(unit, 0)
        anchor, coarse = self.published, False
        if m.number and anchor is not None:  # "the year just ended", in its last days or after it
            return Result(cal.moved(anchor - timedelta(days=_JUST[unit]), unit, 0))
        if m.sub is not None:  # "the year ended September 1986"
            end = cal.interval(self.resolve(m.sub).value)
            if end is not None:
                return Result(cal.moved(end[1], unit, 0))
        around: cal.Interval | None = None
        if m.base == "text":
            plain = shift == 0 and _POINTERS.isdisjoint(self.p.words[m.first : m.last])
            near = plain and (unit == "Y" or self.direction() == "future")
            mark = self.mark(rank, reach=1 if near else REACH)
            if unit == "D" and (same := self._apposed(m)):
                return Result(same)
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
                    return Result(moved, compared=True)
            told = self.coarser(rank, mark)
            if told and (shift or told.sentence == self.sentence) and rank < 4:
                coarse = True
                # "In March a judge ... Three days later": no day to count from, but most likely the same month.
                if told.precision == "month" and (unit, abs(shift)) in _SHORT_STEPS:
                    around = (told.first, told.last, "month")
            elif mark:
                anchor = mark.first
            elif not plain and shift == 0 and self.elsewhere(rank):
                coarse = True  # "that night", told of some July years ago
        elif unit == "Y" and shift == -1 and self.p.words[m.last - 1] == "ago":
            mark = self.mark(3, reach=0)
            if mark and mark.precision == "quarter":
                return Result(cal.shift_years(mark.value, -1) or mark.value, compared=True)
        if unit == "D" and m.base == "publication" and abs(shift) <= 1:
            anchor = self._day_anchor()
        if anchor is None or coarse:
            open_value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")
            return Result(open_value, span=around)
        return Result(cal.moved(anchor, unit, shift))

    def _counted_back(self, m: Match) -> Result:
        """Resolve "a year ago today", "two years ago this week", "a week ago Monday"."""
        assert m.sub is not None
        value, shift = self.resolve(m.sub).value, m.shift or 0
        span = cal.interval(value)
        if m.unit == "Y":
            if value[4:6] == "-W" and span:  # the week around the same day of that year
                day = cal.step(span[0] + timedelta(days=3), "Y", shift)
                return Result(cal.week_value(day) if day else "XXXX-WXX")
            moved = cal.shift_years(value, shift)
            return Result(moved if moved and cal.interval(moved) else "XXXX-XX-XX")
        day = cal.step(span[0], m.unit, shift) if span else None
        return Result(day.isoformat() if day else "XXXX-XX-XX")

    def _apposed(self, m: Match) -> str | None:
        """Return the day that is named right behind: "the next day, *Friday*", "five days earlier, on *Feb. 19*"."""
        other = self.matches[self.number + 1] if self.number + 1 < len(self.matches) else None
        w = self.p.words
        if other is None or other.kind != "date" or not (other.weekday or other.day):
            return None
        if w[m.last : other.first] not in ([","], [",", "on"]):
            return None
        value = self._peek(other)
        span = cal.interval(value) if value else None
        return value if span and span[2] == "day" else None

    def _quarter_told(self) -> Result:
        """Resolve "the quarter": the one told, else the one that a report of this date is about, which has ended."""
        for mark in reversed(self.marks):
            if mark.precision == "quarter" and self.sentence - mark.sentence <= 2 * REACH:
                return Result(mark.value)
        if self.published is None:
            return Result("XXXX-QX")
        return Result(cal.moved(self.published, "Q", 0 if self.direction() == "future" else -1))

    def _clock(self, m: Match) -> Result:
        day = ""
        if m.sub is not None:
            day = self.resolve(m.sub).value
        else:
            day = self._day_of_clock() or (self.published.isoformat() if self.published else "XXXX-XX-XX")
        if "T" in day:
            day = day.split("T", 1)[0]
        return Result(day + m.clock)

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
        if told is None and self.p.words[self.matches[self.number].first] == "that" and self.elsewhere(0):
            return "XXXX-XX-XX"
        if any(mark.sentence == self.sentence and mark.placed for mark in self.marks[-1:]):
            return "XXXX-XX-XX"  # "In January police raided ... in the morning": the day is not told
        return told.first.isoformat() if told else None

    def _duration(self, m: Match) -> Result:
        if self.p.back(m.first) == "within" and not m.shift:
            return self._within(m)
        if m.sub is not None:
            span = cal.interval(self.resolve(m.sub).value)
            if span and m.number:
                return Result(m.value, span=cal.part(span, m.unit, m.number))
            return Result(m.value)
        if not m.shift or not m.number or self.published is None:
            return Result(m.value)
        anchor = self.published
        if m.base == "text":
            mark = self.mark(0)
            anchor = mark.first if mark else anchor
        other = cal.step(anchor, m.unit, m.number * m.shift)
        if other is None:
            return Result(m.value)
        return Result(m.value, span=(min(anchor, other), max(anchor, other), "interval"))

    def _within(self, m: Match) -> Result:
        """Resolve "within days": from what the text has just told, else from the publication date, that far on."""
        rank = _WITHIN_RANK.get(m.unit, 0)
        mark = self.mark(rank)
        blocked = self.coarser(rank, mark) is not None or self.published is None or self.direction() == "past"
        if (mark is None and blocked) or (mark and self.coarser(rank, mark)):
            return Result(m.value)
        first, last = (mark.span[0], mark.span[1]) if mark else (self.published, self.published)
        assert first is not None
        assert last is not None
        end = cal.step(last, m.unit, m.number) if m.number else cal.add_days(last, _VAGUE_DAYS.get(m.unit, 1))
        return Result(m.value, span=(first, end, "interval") if end else None)

    def _months_told(self) -> bool:
        """Return whether the sentence tells of "the nine months": no month or quarter is the same period then."""
        for other in reversed(self.matches[: self.number]):
            if self.parse.sent[self.p.tokens[other.first]] != self.sentence:
                return False
            if other.kind == "duration" and other.unit == "M" and 1 < other.number < 12:
                return True
        return False

    def _same(self, m: Match) -> Result:
        rank = _UNIT_RANK.get(m.unit, 3)
        fitting = [
            mark
            for mark in self.marks
            if self.sentence - mark.sentence <= REACH
            and (m.unit or mark.precision in ("quarter", "month", "interval"))
            and RANK[mark.precision] <= rank
        ]
        # A report compares its own period, the latest told, with earlier ones.
        mark = max(fitting, key=lambda k: (k.sentence == self.sentence, k.first), default=None)
        if not m.unit and self.published is not None and self._months_told():
            return Result(
                f"{m.year if m.year is not None else self.published.year + (m.shift or 0):04d}", compared=True
            )
        shift = m.shift
        if mark is not None:
            value = mark.value if not m.unit else cal.moved(mark.first, m.unit, 0)
            if m.year is not None:
                shift = m.year - mark.first.year
            return Result(cal.shift_years(value, shift or 0) or value, compared=True)
        if self.published is None or (m.year is not None and not m.unit):
            return Result(f"{m.year:04d}" if m.year is not None else "XXXX")
        if m.year is not None:
            shift = m.year - self.published.year
        if m.unit and m.unit != "Y":
            # A report is about the quarter that has ended.
            value = cal.moved(self.published, m.unit, -1 if m.unit == "Q" else 0)
            return Result(cal.shift_years(value, shift or 0) or "XXXX")
        return Result(f"{self.published.year + (shift or 0):04d}")


_BOUNDS: Final = {
    w: w for w in ("since", "until", "by", "before", "after", "from", "to", "through", "between", "within", "during")
} | {"till": "until", "following": "after"}
# How far "within days" reaches: the next larger unit.
_VAGUE_DAYS: Final = {"D": 7, "W": 30, "M": 365, "Y": 3650, "h": 1}
_DATELINE_PIECES: Final = 12
_DASHES: Final = frozenset({"-", "–", "—", "--", "_"})
_JUST: Final = {"Y": 120, "Q": 45, "M": 15, "W": 4}
_PLACES: Final = frozenset({"in", "during", "on", "of", ","})
_LIMITS: Final = frozenset({"since", "until", "till", "before", "than"})
_POINTERS: Final = frozenset({"that", "same", "this"})  # "that day" reaches further back than "the day"
_SHORT_STEPS: Final = frozenset({("W", 1), *(("D", n) for n in range(1, 11))})
_WITHIN_RANK: Final = {"D": 2, "W": 2, "M": 3, "Y": 4}  # how fine the date must be that "within days" counts from
_AWAY: Final = frozenset({"earlier", "later", "before", "after", "previously"})
