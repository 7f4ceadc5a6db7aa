"""The grammar of news time expressions: a trigger index over words, one left-to-right pass, longest reading wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from pipeline.dates import amounts, days, numeric, periods, phrases
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
    ZONES,
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
        second = days.range_end(p, match)
        if second:
            out.append(second)
            i = second.last
    return out


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
        clock = _clock_only(p, k) if k > j or w[k].isdigit() else None
        if clock and m.kind == "relative" and w[clock.last] == "on":
            return m  # "six days later, at 3 a.m. on Feb. 1": the clock belongs to what follows
        if clock and (w[j] != "," or w[k] == "at" or m.year or p.capital(m.first)):
            clock.first, clock.sub = m.first, m
            return clock
        return m
    if m.kind == "clock" and m.sub is None:
        k = j
        if w[k] in ("on", "of", "in"):
            k += 1
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
                day = inner.sub if inner.kind == "clock" else inner
                return Match(m.first, inner.last, "clock", "TIME", clock=m.clock, sub=day, mod=m.mod)
            if inner and inner.kind == "clock" and m.clock[1:2].isdigit() and w[k - 1] == "in":
                return Match(m.first, inner.last, "clock", "TIME", clock=_half_of_day(m.clock, inner.clock))
    return m


def _half_of_day(clock: str, part: str) -> str:
    """Return 24-hour time for "8:30 in the evening"."""
    hour = int(clock[1:3])
    return f"T{hour + 12:02d}{clock[3:]}" if part in ("TEV", "TAF", "TNI") and 1 <= hour < 12 else clock


def _clock_only(p: Pieces, k: int) -> Match | None:
    if p.words[k].isdigit():
        return numeric.clock_at(p, k)
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
    return best


def deictic(p: Pieces, i: int) -> Match | None:
    """Recognise today, yesterday, tomorrow and "the day before yesterday"."""
    word = p.words[i]
    if p.capital(i) and p.capital(i + 1) and p.words[i + 1] in ("show", "programme", "program"):
        return None
    if word == "today" and p.back(i) == "usa":
        return None
    return Match(i, i + 1, "relative", unit="D", shift=DAY_SHIFTS[word])


def tonight(p: Pieces, i: int) -> Match | None:
    """Recognise tonight and overnight."""
    if p.words[i] == "overnight" and p.tag(i) not in ("RB", "NN"):
        return None
    day = Match(i, i + 1, "relative", unit="D", shift=0, base="text" if p.words[i] == "overnight" else "publication")
    return Match(i, i + 1, "clock", "TIME", clock="TNI", sub=day)


def reference(p: Pieces, i: int) -> Match | None:
    """Recognise now, currently, recently, soon, recent; "now-cancelled" and "as soon as" are none."""
    w = p.words
    word, before, follow = w[i], p.back(i), w[i + 1]
    if (follow in _HYPHENS and p.glued(i)) or (before in _HYPHENS and i and p.glued(i - 1)):
        return None
    first, last = i, i + 1
    if word == "soon":
        if follow == "as" or before == "as" or follow in ("after", "afterwards", "afterward") or p.tag(i) != "RB":
            return None
        if before in ("very", "pretty", "quite"):
            first = i - 1
    if word == "now":
        if follow == "that" or before == "every" or p.tag(i) not in ("RB", "NN", "NNP", "IN", "UH"):
            return None
        if before == "right":
            first = i - 1
    if word == "recently" and before in ("more", "most", "very", "until", "as", "only"):
        first = i - 1 if before in ("more", "most", "very") else i
    return Match(first, last, "value", value=REFERENCES[word])


def recent(p: Pieces, i: int) -> Match | None:
    """Recognise "recent years" as a vague length and "recent" alone as a reference to the past."""
    w, j = p.words, i + 1
    if w[j] in PLURAL_UNITS:
        return Match(
            i,
            j + 1,
            "duration",
            "DURATION",
            amounts.period(None, PLURAL_UNITS[w[j]]),
            unit=PLURAL_UNITS[w[j]],
            shift=-1,
        )
    if w[j] in ("past", "history"):
        return Match(i, j + 1, "value", value="PAST_REF")
    return Match(i, i + 1, "value", value="PAST_REF") if p.tag(i) == "JJ" and not p.capital(i) else None


def clock_word(p: Pieces, i: int) -> Match | None:
    """Recognise noon, midnight and a bare part of the day that stands as an adverb or before "trading"."""
    w = p.words
    word = w[i]
    if word in ("noon", "midday", "noontime", "midnight"):
        if p.capital(i) and p.capital(i + 1) and w[i + 1] not in WEEKDAYS and w[i + 1] not in ZONES:
            return None
        end = i + 1
        if w[end] in ZONES and p.parse.text[p.starts[end]].isupper():
            end += 1
        elif w[end] == "local" and w[end + 1] == "time":
            end += 2
        return Match(i, end, "clock", "TIME", clock=PARTS[word])
    before = p.back(i)
    if (
        word in ("morning", "afternoon", "evening")
        and p.entity(i) in ("TIME", "")
        and before not in ("good", "a", "one")
    ) and (w[i + 1] == "trading" or before in ("by", "until", "since", "in", "mid", "-")):
        return Match(i, i + 1, "clock", "TIME", clock=PARTS[word])
    if word in ("mornings", "afternoons", "evenings") and before in ("in", "most", "the"):
        return Match(i, i + 1, "set", "SET", f"XXXX-XX-XX{PARTS[word]}")
    placed = before in ("at", "by", "before", "after", "until", "since") and not p.capital(i)
    if placed and word in ("dawn", "dusk", "nightfall", "daybreak", "sunrise", "sunset", "lunchtime"):
        return Match(i, i + 1, "clock", "TIME", clock=PARTS[word])
    return None


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


def then(p: Pieces, i: int) -> Match | None:
    """Recognise "then" where it names a time: "since then", "by then"."""
    return Match(i, i + 1, "anaphor") if p.back(i) in ("since", "by", "until", "till", "before") else None


def at_present(p: Pieces, i: int) -> Match | None:
    """Recognise "these days", "some day", "one day", "those days"."""
    w = p.words
    if w[i] == "these" and w[i + 1] == "days":
        return Match(i, i + 2, "value", value="PRESENT_REF")
    if w[i] == "those" and w[i + 1] in ("days", "years"):
        return Match(i, i + 2, "value", value="PAST_REF")
    if w[i] == "some" and w[i + 1] == "day":
        return Match(i, i + 2, "value", value="FUTURE_REF")
    if w[i] == "some" and w[i + 1] == "time" and w[i + 2] in SHIFTS:
        return p.read(i + 2)
    return None


def future_word(p: Pieces, i: int) -> Match | None:
    """Recognise "in future", "future" as an adjective."""
    if p.tag(i) == "JJ" and not p.capital(i):
        return Match(i, i + 1, "value", value="FUTURE_REF")
    if p.back(i) in ("in", "near") and p.tag(i) == "NN":
        return Match(i, i + 1, "value", value="FUTURE_REF")
    return None


def quoted_decade(p: Pieces, i: int) -> Match | None:
    """Recognise '90s and '09 written with an apostrophe."""
    if not p.words[i + 1].isdigit():
        return None
    return days.decade(p, i + 1, i) or days.bare_year(p, i)


def plain_decade(p: Pieces, i: int) -> Match | None:
    """Recognise 1990s without "the"."""
    return days.decade(p, i, i)


_AMOUNT_STARTS: Final = word_set("a an another half dozens hundreds thousands tens scores couple")
Recogniser = Callable[[Pieces, int], Match | None]

_DIGITS: Final[tuple[Recogniser, ...]] = (
    numeric.numeric_date, days.day_month, plain_decade, periods.century_number, periods.quarter_code, amounts.duration,
    numeric.clock_at, days.bare_year, periods.quarter_of_year,
)  # fmt: skip


def _index() -> dict[str, tuple[Recogniser, ...]]:
    """Return word -> the recognisers that may begin with it."""
    groups: list[tuple[Recogniser, Iterable[str]]] = [
        (phrases.determined, ("the",)),
        (phrases.shifted, {**SHIFTS, **NARRATIVE_SHIFTS}),
        (days.month_date, MONTHS),
        (days.weekday, WEEKDAYS),
        (days.weekday_plural, WEEKDAY_PLURALS),
        (days.holiday, HOLIDAY_STARTS),
        (deictic, DAY_SHIFTS),
        (tonight, ("tonight", "overnight")),
        (reference, REFERENCES),
        (recent, ("recent",)),
        (periods.qualified, QUALIFIERS),
        (periods.edge_alone, EDGES),
        (periods.ordinal_alone, ORDINALS),
        (periods.final_alone, ("final", "last")),
        (periods.season, SEASONS),
        (clock_word, PARTS),
        (periods.year_ago, UNITS),
        (periods.long_lasting, {**UNITS, **PLURAL_UNITS}),
        (amounts.duration, {*SMALL, *TENS, *VAGUE, *MAGNITUDES, *_AMOUNT_STARTS}),
        (amounts.bare_plural, PLURAL_UNITS),
        (amounts.frequency, {**FREQUENCIES, **LENGTHS}),
        (amounts.every, ("every", "each", "per")),
        (hedged, {*HEDGES, "more", "less", "fewer", "at", "up"}),
        (periods.fiscal, ("fiscal", "fy")),
        (periods.quarter_code, ("q", "h")),
        (then, ("then",)),
        (at_present, ("these", "those", "some")),
        (future_word, ("future",)),
        (quoted_decade, ("'", "’", "‘")),
    ]  # fmt: skip
    index: dict[str, list[Recogniser]] = {}
    for recognise, triggers in groups:
        for word in triggers:
            index.setdefault(word, []).append(recognise)
    return {word: tuple(found) for word, found in index.items()}


STARTERS: Final[dict[str, tuple[Recogniser, ...]]] = _index()
