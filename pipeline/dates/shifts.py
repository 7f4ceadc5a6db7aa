"""Phrases with last, this, next, previous, same: "last year", "the past two years", "the same period last year"."""

from __future__ import annotations

from typing import Final

from pipeline.dates import amounts, days, years
from pipeline.dates.lexicon import (
    ALL_UNITS,
    FILLERS,
    MONTHS,
    NARRATIVE_SHIFTS,
    PARTS,
    PLURAL_UNITS,
    SEASONS,
    SHIFTS,
    UNITS,
    WEEKDAYS,
)
from pipeline.dates.match import Match
from pipeline.dates.periods import (
    ordinal_of,
    quarter,
    season_at,
    unit_code,
    year_ago,
)
from pipeline.dates.pieces import Pieces

_HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})
_TITLE_BEFORE: Final = frozenset({'"', "“", "‘", "'s", "’s", "``", "'"})
_TITLE_AFTER: Final = frozenset({'"', "”", "’", "''", "with", "'", ","})
_DETERMINERS: Final = frozenset({"the", "its", "their", "his", "her", "our"})


def shift_phrase(p: Pieces, first: int, k: int) -> Match | None:
    """Recognise what follows last, this, next, previous, that ... at piece ``k``; ``first`` begins the phrase."""
    w = p.words
    lead, j = w[k], k + 1
    narrative = lead in NARRATIVE_SHIFTS
    shift = NARRATIVE_SHIFTS[lead] if narrative else SHIFTS[lead]
    the = first < k and w[first] in _DETERMINERS
    if lead == "this" and w[j] in ("past", "last", "coming", "next"):
        shift = SHIFTS[w[j]]
        j += 1
    if w[j] == "very" and lead in ("that", "this", "same"):
        j += 1
    if lead == "that" and w[j] == "same":
        j += 1
    if w[j] in _HYPHENS and lead in ("next", "same", "last", "this"):
        if w[j + 1] not in UNITS:
            return None
        return Match(first, j + 2, "relative", unit=unit_code(w[j + 1]), shift=shift, base="text")
    filler = w[j] in FILLERS and not p.capital(j)
    if filler:
        j += 1
    word = w[j]
    if word in UNITS and word != "second" and not (word in ("min", "sec", "hr") or w[j + 1] in ("old",)):
        return _shifted_unit(p, first, j, lead, shift, narrative=narrative, the=the)
    if word in WEEKDAYS and p.capital(j):
        base = days.weekday(p, j)
        if base is None or base.day:
            return base
        return Match(
            first, base.last, "date", weekday=WEEKDAYS[word], shift=shift, base="text" if narrative else "publication"
        )
    if word in MONTHS and p.capital(j):
        base = days.month_date(p, j)
        if base is None or base.year:
            return base and Match(
                first if lead != "that" else base.first,
                base.last,
                "date",
                year=base.year,
                month=base.month,
                day=base.day,
            )
        return Match(
            first,
            base.last,
            "date",
            month=base.month,
            day=base.day,
            shift=shift,
            base="text" if narrative else "publication",
        )
    if word in SEASONS:
        if word == "fall" and p.tag(j).startswith("VB"):
            return None
        found = season_at(p, first, j, shift)
        if found and narrative:
            found.base = "text"
        return found
    if word in PARTS and word not in PLURAL_UNITS and word not in ("overnight", "dawn", "dusk", "sunrise", "sunset"):
        day = Match(
            k,
            j + 1,
            "relative",
            unit="D",
            shift=shift if narrative or lead == "next" else 0,
            base="text" if narrative or (the and lead != "present") else "publication",
        )
        if lead in ("last", "past"):
            day.shift = -1 if lead == "last" else 0
        if lead in ("present", "current", "prior") or (lead == "past" and w[first] != "this"):
            return None
        return Match(first, j + 1, "clock", "TIME", clock=PARTS[word], sub=day)
    if word in ("christmas", "easter", "thanksgiving", "halloween") and p.capital(j):
        base = days.holiday(p, j)
        return base and Match(first, base.last, "holiday", rule=base.rule, shift=shift)
    if lead == "same" or (narrative and word == "period") or (lead in ("that", "this") and word in ("time", "period")):
        return same_period(p, first, j, lead)
    if lead in ("last", "past", "next", "coming", "previous", "following", "preceding", "prior", "subsequent", "this"):
        return _span(p, first, j, shift, lead, narrative=narrative)
    return None


def _shifted_unit(p: Pieces, first: int, j: int, lead: str, shift: int, *, narrative: bool, the: bool) -> Match | None:
    w = p.words
    unit = unit_code(w[j])
    end = j + 1
    if w[end] in _HYPHENS and w[end + 1] in ("ago", "earlier"):
        return year_ago(p, j, first)
    if unit == "NI":
        day = Match(first, end, "relative", unit="D", shift=shift, base="text" if narrative else "publication")
        return Match(first, end, "clock", "TIME", clock="TNI", sub=day)
    if w[end] in ("end",) or (w[end] in _HYPHENS and w[end + 1] == "end"):
        end += 1 if w[end] == "end" else 2
        return Match(first, end, "relative", unit=unit, shift=shift, mod="END", edge=True)
    if w[end] in ("'s", "’s") and w[end + 1] == "end":
        return Match(first, end + 2, "relative", unit=unit, shift=shift, mod="END", edge=True)
    if w[end] in ("'s", "’s") and unit == "Y":  # "last year's third quarter"
        found = quarter(p, first, end + 1)
        if found is not None and found.kind == "quarter" and found.sub is None:
            found.sub = Match(
                first, end, "relative", unit="Y", shift=shift, base="text" if narrative else "publication"
            )
            return found
    if lead == "coming" and unit == "WE":
        return Match(first, end, "relative", unit=unit, shift=0)
    if lead in ("past", "coming") and not (first < j - 1 and w[first] == "this"):
        return Match(first, end, "duration", "DURATION", amounts.period(1, unit), unit=unit, number=1, shift=shift)
    if lead == "last" and the and (p.back(first) in ("in", "over", "during", "within") or w[end] in ("of",)):
        if w[end] == "of" and unit in ("W", "D", "M", "WE"):
            return ordinal_of(p, first, j, -1, unit)
        if unit != "Q":
            return Match(first, end, "duration", "DURATION", amounts.period(1, unit), unit=unit, number=1, shift=-1)
    if lead == "last" and unit in ("DE", "Y", "CE") and p.back(first) in ("his", "her"):
        return None  # "his last decade"
    if lead == "last" and w[end] == "of" and (the or p.back(first) in _DETERMINERS):
        return ordinal_of(p, first, j, -1, unit)
    if unit in ("h", "m", "s"):
        if lead not in ("last", "next") or (lead == "last" and unit == "m"):
            return None  # "at the last minute"
        return Match(first, end, "duration", "DURATION", amounts.period(1, unit), unit=unit)
    text = narrative or (lead == "next" and (the or unit == "D"))
    if lead == "same" and unit in ("D", "Q", "M", "W", "Y", "WE"):
        same = same_period(p, first, j, lead)
        if same and same.last > end:
            return same
    if lead == "latest" and unit not in ("Y", "M", "W", "Q"):
        return None
    if lead == "next" and the and unit != "D" and p.back(first) in ("in", "over", "during", "within", "for"):
        return Match(first, end, "duration", "DURATION", amounts.period(1, unit), unit=unit, number=1, shift=1)
    if lead == "present":
        return Match(first, end, "relative", unit=unit, shift=0)
    return Match(first, end, "relative", unit=unit, shift=shift, base="text" if text else "publication")


def _span(p: Pieces, first: int, j: int, shift: int, lead: str, *, narrative: bool) -> Match | None:
    """Recognise "the past two years", "the next few days", "the last couple of weeks"; "the last of ..." is none."""
    w = p.words
    if w[j] in PLURAL_UNITS and lead in ("past", "coming", "last", "next"):
        unit = PLURAL_UNITS[w[j]]
        return Match(first, j + 1, "duration", "DURATION", amounts.period(None, unit), unit=unit, shift=shift)
    found = amounts.amount_at(p, j)
    if found is None or (w[j] in ("a", "an", "one", "half") and found[0] == j + 2 and w[j] != "half" and w[j] != "one"):
        return None
    base = Match(first, found[0], "duration", "DURATION", amounts.period(found[1], found[2]), unit=found[2])
    base.shift, base.number = (shift or None), int(found[1] or 0)
    base.base = "text" if narrative else "publication"
    return base


def same_period(p: Pieces, first: int, j: int, lead: str) -> Match | None:
    """Recognise "the same period last year", "the same month a year ago", "that time"."""
    w = p.words
    word = w[j]
    if word not in (
        "period",
        "time",
        "quarter",
        "month",
        "week",
        "day",
        "year",
        "point",
        "weekend",
        "date",
        "night",
        "moment",
    ):
        return None
    k = j + 1
    if w[k] == "the" and w[k + 1] in ("previous", "prior", "preceding", "year"):
        k += 1
    unit = {"quarter": "Q", "month": "M", "week": "W", "day": "D", "year": "Y"}.get(word, "")
    if w[k] in ("last", "previous", "prior", "preceding") and w[k + 1] == "year":
        return Match(first, k + 2, "same", unit=unit, shift=-1)
    if w[k] == "year" and w[k + 1] in ("before", "earlier"):
        return Match(first, k + 2, "same", unit=unit, shift=-1)
    if w[k] in ("in", "of"):
        inner_first = k + 1
        after, year = years.year_number(p, inner_first)
        if year:
            return Match(first, after, "same", unit=unit, year=year)
        if w[inner_first] == "the":
            inner_first += 1
        if w[inner_first] in ("last", "previous", "prior", "preceding") and w[inner_first + 1] == "year":
            return Match(first, inner_first + 2, "same", unit=unit, shift=-1)
    after, year = years.year_number(p, k)
    if year:
        return Match(first, after, "same", unit=unit, year=year)
    found = amounts.amount_at(p, k)
    if found and found[2] == "Y" and found[1] and w[found[0]] in ("ago", "earlier", "before"):
        return Match(first, found[0] + 1, "same", unit=unit, shift=-int(found[1]))
    if unit and lead in ("same", "that", "this"):
        return Match(first, j + 1, "relative", unit=unit, shift=0, base="text")
    if (
        lead == "that"
        and word in ("time", "point", "moment")
        and p.back(first) in ("by", "at", "until", "since", "before", "from", "till")
    ):
        return Match(first, j + 1, "anaphor")
    if word == "period" and lead in ("same", "that"):
        return Match(first, j + 1, "anaphor")
    if lead == "this" and word in ("moment", "time", "point") and p.back(first) == "at":
        return Match(first, j + 1, "value", value="PRESENT_REF")
    return None


def shifted(p: Pieces, i: int) -> Match | None:
    """Recognise "last year", "this week", "next Friday", "that day", "previous quarter"."""
    w = p.words
    word = w[i]
    if word in (
        "past",
        "present",
        "coming",
        "same",
        "upcoming",
        "following",
        "subsequent",
        "current",
        "prior",
        "preceding",
        "previous",
    ):
        if word == "past" and p.back(i) in ("in", "of") and w[i + 1] in PLURAL_UNITS:
            return Match(i, i + 2, "value", value="PAST_REF")
        if word == "past" and not (w[i + 1] in ALL_UNITS or amounts.number_at(p, i + 1)):
            return None
        if word in ("following", "past") and p.tag(i).startswith(("VB", "IN")):
            return None
        if word == "current" and w[i + 1] not in UNITS and w[i + 1] not in FILLERS:
            if p.tag(i) != "JJ" or w[i + 1] in ("account", "affairs", "events", "-") or p.capital(i):
                return None
            return Match(i, i + 1, "value", value="PRESENT_REF")
    if (
        word == "that"
        and p.tag(i) not in ("DT", "PDT", "WDT", "")
        and w[i + 1] not in ("day", "year", "month", "week", "night")
    ):
        return None
    if word == "last" and p.tag(i).startswith("VB"):
        return None
    if p.capital(i) and p.capital(i + 1) and p.back(i) in _TITLE_BEFORE and w[i + 2] in _TITLE_AFTER:
        return None  # the programme "This Week With ..."
    return shift_phrase(p, i, i)
