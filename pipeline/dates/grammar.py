"""The grammar of news time expressions: a trigger index over words, one left-to-right pass, longest reading wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from pipeline.dates import amounts, clocks, days, explicit, numeric, periods, phrases, references, shifts, years
from pipeline.dates.lexicon import (
    DAY_SHIFTS,
    EDGES,
    FREQUENCIES,
    HEDGES,
    HOLIDAY_STARTS,
    LENGTHS,
    MAGNITUDES,
    MONTHS,
    NARRATIVE_SHIFTS,
    ORDINALS,
    PARTS,
    PLURAL_UNITS,
    QUALIFIERS,
    REFERENCES,
    SEASONS,
    SHIFTS,
    SMALL,
    TENS,
    UNITS,
    VAGUE,
    WEEKDAY_PLURALS,
    WEEKDAYS,
    word_set,
)
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces

_HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})


def date_at(p: Pieces, i: int) -> Match | None:
    """Return the longest time expression that begins at piece ``i``, or None."""
    best = _simple(p, i)
    return _with_time(p, best) if best is not None else None


def scan(p: Pieces) -> list[Match]:
    """Return the time expressions of an article in text order, none overlapping."""
    out: list[Match] = []
    p.reader = date_at
    words, starters, i, n = p.words, STARTERS, 0, p.n
    while i < n:
        word = words[i]
        if word not in starters and not word.isdigit():
            i += 1
            continue
        pair = days.leading_day(p, i) if word.isdigit() else None
        if pair:
            out.extend(pair)
            i = pair[1].last
            continue
        match = date_at(p, i)
        if match is None:
            match = _between(p, i)
        if match is None:
            i += 1
            continue
        out.append(match)
        i = match.last
        second = days.range_end(p, match) or _last_weekday(p, match) or days.next_day(p, match)
        while second:
            out.append(second)
            i = second.last
            second = days.next_day(p, second)
    return out


def _last_weekday(p: Pieces, m: Match) -> Match | None:
    """Return the second of "Monday through Friday", which follows the first whichever way the clause looks."""
    if m.kind != "date" or not m.weekday or m.day or m.shift is not None or p.words[m.last] not in ("through", "to"):
        return None
    second = _simple(p, m.last + 1)
    if second is None or second.kind != "date" or not second.weekday or second.day or second.shift is not None:
        return None
    second.sub = m
    return second


def _between(p: Pieces, i: int) -> Match | None:
    """Recognise the first number of "between 60 and 90 days", whose unit comes later."""
    if p.back(i) not in ("between", "from"):
        return None
    found = amounts.number_at(p, i)
    if not found or p.words[found[0]] not in ("and", "to"):
        return None
    second = amounts.amount_at(p, found[0] + 1)
    if not second:
        return None
    return Match(i, found[0], "duration", "DURATION", amounts.period(found[1], second[2]), unit=second[2])


def _is_day(m: Match) -> bool:
    """Return whether a match names one day, so that a time of day may join it."""
    if m.kind == "date":
        return m.day is not None or m.weekday is not None
    return m.kind in ("numeric", "holiday") or (m.kind in ("relative", "anaphor") and m.unit == "D")


def _with_time(p: Pieces, m: Match) -> Match:
    """Join "Thursday" and "night", "5 p.m." and "on Monday", "the morning" and "of March 3"."""
    w, j = p.words, m.last
    if _is_day(m) and m.type == "DATE":
        k = j
        if w[k] in ("early", "late") and w[k + 1] in PARTS:
            k += 1
        if w[k] in PARTS and w[k] not in ("mornings", "nights", "evenings", "afternoons", "overnight"):
            return Match(m.first, k + 1, "clock", "TIME", clock=PARTS[w[k]], sub=m)
        k = j + 1 if w[j] in ("at", ",") else j
        if w[j] == "," and w[k] == "at":
            k += 1
        clock = _clock_only(p, k, sure=m.year is not None) if k > j or w[k].isdigit() else None
        if clock and m.kind == "relative" and w[clock.last] == "on":
            return m  # "six days later, at 3 a.m. on Feb. 1": the clock belongs to what follows
        if clock and (w[j] != "," or w[k] == "at" or m.year or p.capital(m.first)):
            clock.first, clock.sub = m.first, m
            return clock
        return m
    if m.kind == "clock" and m.sub is None:
        k = j + 1 if w[j] in ("on", "of", "in") else j
        word = w[k]
        if (
            word in WEEKDAYS
            or word in MONTHS
            or word.isdigit()
            or word in DAY_SHIFTS
            or word in ("last", "next", "this", "the", "tonight")
        ):
            inner = _simple(p, k)
            if inner and (
                _is_day(inner) or (inner.kind == "clock" and inner.sub is not None and inner.clock[1] not in "012")
            ):
                day, time, end = (inner.sub if inner.kind == "clock" else inner), m.clock, inner.last
                if inner.kind == "clock":
                    time = _half_of_day(time, inner.clock)
                elif w[end] in _DAY_PARTS and time[1:2].isdigit():  # "10 o'clock tomorrow morning"
                    time, end = _half_of_day(time, PARTS[w[end]]), end + 1
                end = clocks.zone_words(p, end) if time[1:2].isdigit() else end
                return Match(m.first, end, "clock", "TIME", clock=time, sub=day, mod=m.mod)
            if inner and inner.kind == "clock" and m.clock[1:2].isdigit() and w[k - 1] == "in":
                return Match(m.first, inner.last, "clock", "TIME", clock=_half_of_day(m.clock, inner.clock))
    return m


def _half_of_day(clock: str, part: str) -> str:
    """Return 24-hour time for "8:30 in the evening"."""
    hour = int(clock[1:3]) if clock[1:3].isdigit() else 0
    if part not in ("TEV", "TAF", "TNI") or not 1 <= hour < 12:
        return clock
    return f"T{clocks.half_of_day(hour, part):02d}{clock[3:]}"


def _clock_only(p: Pieces, k: int, *, sure: bool = False) -> Match | None:
    if p.words[k].isdigit():
        return numeric.clock_at(p, k, sure=sure and p.words[k + 1] == ":")
    if p.words[k] in ("noon", "midnight", "midday"):
        return Match(k, k + 1, "clock", "TIME", clock=PARTS[p.words[k]])
    return None


def _simple(p: Pieces, i: int) -> Match | None:
    """Return the longest reading at ``i`` without joining a time of day to it."""
    word = p.words[i]
    if word.isdigit():
        if p.inside_number(i):
            return None
        recognisers = _DIGITS
    else:
        recognisers = STARTERS.get(word, ())
    best: Match | None = None
    for recognise in recognisers:
        found = recognise(p, i)
        if found is not None and (best is None or found.last > best.last):
            best = found
    if (best is None or best.kind == "date") and (word in _FULL_STARTS or word.isdigit()) and not _is_full(best):
        found = explicit.full_date(p, i)
        if found is not None and (best is None or found.last > best.last):
            return found
    return best


def _is_full(m: Match | None) -> bool:
    return m is not None and m.year is not None and m.day is not None


def hedged(p: Pieces, i: int) -> Match | None:
    """Recognise an amount with its hedge ("almost two years", "more than a week"), which TIMEX3 takes in."""
    w, j = p.words, i + 1
    mod = HEDGES.get(w[i])
    if w[i] in ("more", "less", "fewer") and w[j] == "than":
        mod, j = ("MORE_THAN" if w[i] == "more" else "LESS_THAN"), j + 1
    elif w[i] == "at" and w[j] in ("least", "most"):
        mod, j = ("EQUAL_OR_MORE" if w[j] == "least" else "EQUAL_OR_LESS"), j + 1
    elif w[i] == "up" and w[j] == "to":
        mod, j = "EQUAL_OR_LESS", j + 1
    elif w[i] in ("only", "just", "over") and mod is None:
        return None
    if mod is None or (w[j].isdigit() and len(w[j]) == 4):
        return None
    found = amounts.duration(p, j) if w[j] not in ("the",) else None
    if found is None or found.type == "SET":
        return None
    if (
        w[i] in ("around", "over", "about")
        and found.kind == "duration"
        and w[j] in ("a", "an")
        and p.words[j + 1] == "day"
    ):
        return None
    found.first, found.mod = i, mod or None
    return found


def quoted_decade(p: Pieces, i: int) -> Match | None:
    """Recognise '90s and '09 written with an apostrophe."""
    if not p.words[i + 1].isdigit():
        return None
    return years.decade(p, i + 1, i) or years.bare_year(p, i)


def plain_decade(p: Pieces, i: int) -> Match | None:
    """Recognise 1990s without "the"."""
    return years.decade(p, i, i)


_DAY_PARTS: Final = frozenset({"morning", "afternoon", "evening", "night"})
_FULL_STARTS: Final = frozenset({*MONTHS, *WEEKDAYS})
_AMOUNT_STARTS: Final = word_set("a an another half dozens hundreds thousands tens scores couple")
Recogniser = Callable[[Pieces, int], Match | None]

_DIGITS: Final[tuple[Recogniser, ...]] = (
    numeric.numeric_date, days.day_month, plain_decade, periods.century_number, periods.quarter_code, amounts.duration,
    numeric.clock_at, years.bare_year, periods.quarter_of_year, years.early_year, clocks.clock_in_words,
)  # fmt: skip


def _index() -> dict[str, tuple[Recogniser, ...]]:
    """Return word -> the recognisers that may begin with it."""
    groups: list[tuple[Recogniser, Iterable[str]]] = [
        (phrases.determined, ("the",)),
        (shifts.shifted, {**SHIFTS, **NARRATIVE_SHIFTS}),
        (days.month_date, MONTHS),
        (days.weekday, WEEKDAYS),
        (days.weekday_plural, WEEKDAY_PLURALS),
        (days.holiday, HOLIDAY_STARTS),
        (references.deictic, DAY_SHIFTS),
        (clocks.tonight, ("tonight", "overnight")),
        (references.reference, REFERENCES),
        (references.recent, ("recent",)),
        (periods.qualified, QUALIFIERS),
        (periods.edge_alone, EDGES),
        (periods.ordinal_alone, (*ORDINALS, "twenty", "thirty")),
        (years.year_in_words, ("eighteen", "nineteen")),
        (periods.middle_word, ("midyear", "midweek", "midmonth", "midsummer", "midwinter")),
        (periods.final_alone, ("final", "last")),
        (periods.season, SEASONS),
        (clocks.clock_word, PARTS),
        (periods.year_ago, UNITS),
        (periods.long_lasting, {**UNITS, **PLURAL_UNITS}),
        (amounts.duration, {*SMALL, *TENS, *VAGUE, *MAGNITUDES, *_AMOUNT_STARTS}),
        (amounts.bare_plural, PLURAL_UNITS),
        (amounts.quarter_century, ("a", "quarter")),
        (amounts.whole, ("all",)),
        (clocks.clock_in_words, (*(w for w, n in SMALL.items() if 1 <= n <= 12), "half", "quarter", "a")),
        (references.long_ago, ("long", "a", "some", "quite", "very", "moments", "ages")),
        (references.present, ("present",)),
        (amounts.frequency, {**FREQUENCIES, **LENGTHS}),
        (amounts.every, ("every", "each", "per")),
        (hedged, {*HEDGES, "more", "less", "fewer", "at", "up"}),
        (periods.fiscal, ("fiscal", "fy", "financial")),
        (periods.quarter_code, ("q", "h")),
        (references.then, ("then",)),
        (references.at_present, ("these", "those", "some")),
        (references.future_word, ("future",)),
        (quoted_decade, ("'", "’", "‘")),
    ]  # fmt: skip
    index: dict[str, list[Recogniser]] = {}
    for recognise, triggers in groups:
        for word in triggers:
            index.setdefault(word, []).append(recognise)
    return {word: tuple(found) for word, found in index.items()}


STARTERS: Final[dict[str, tuple[Recogniser, ...]]] = _index()
