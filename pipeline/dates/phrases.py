"""Phrases that count from an anchor: "last year", "the following day", "the same period", "the past two years"."""

from __future__ import annotations

from typing import Final

from pipeline.dates import amounts, days, years
from pipeline.dates.lexicon import (
    ALL_UNITS,
    DAY_SHIFTS,
    DECADE_WORDS,
    EDGES,
    MONTHS,
    NARRATIVE_SHIFTS,
    ORDINALS,
    PARTS,
    PLURAL_UNITS,
    QUALIFIERS,
    SEASONS,
    SHIFTS,
    SMALL,
    TENS,
    UNITS,
    WEEKDAYS,
    word_set,
)
from pipeline.dates.match import Match
from pipeline.dates.periods import (
    edge,
    ordinal_number,
    ordinal_of,
    qualify,
    quarter,
    quarter_of_year,
    season_at,
    unit_code,
    year_ago,
)
from pipeline.dates.pieces import Pieces

_HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})
_CALENDAR_UNITS: Final = frozenset({"Y", "M", "W", "D", "Q", "WE", "DE", "CE", "NI"})
_PREPOSITIONS: Final = word_set("in for during of throughout over on since until by to through from before within")
_HEADS: Final = word_set("order player man woman person game word quote photo book team topic issue question hero") | (
    word_set("day days time times")
)
_TITLE_BEFORE: Final = frozenset({'"', "“", "‘", "'s", "’s", "``", "'"})
_TITLE_AFTER: Final = frozenset({'"', "”", "’", "''", "with", "'", ","})
_DETERMINERS: Final = frozenset({"the", "its", "their", "his", "her", "our"})
_DAY_BEFORE: Final = word_set("on by until till since before after from through")
_NOT_DAYS: Final = word_set("hole holes par birdie bogey fairway green tee floor century round inning minute lap")
_FILLERS: Final = frozenset({"fiscal", "full", "calendar", "financial", "whole", "entire", "school", "very"})
_CLOSERS: Final = frozenset({".", ",", ";", ":", ")", '"', "”", "'", "’", "", "\n", "and", "but", "--", "—", "?", "!"})


def _shifted(p: Pieces, first: int, k: int) -> Match | None:
    """Recognise what follows last, this, next, previous, that ... at piece ``k``; ``first`` begins the phrase."""
    w = p.words
    lead, j = w[k], k + 1
    narrative = lead in NARRATIVE_SHIFTS
    shift = NARRATIVE_SHIFTS[lead] if narrative else SHIFTS[lead]
    the = first < k and w[first] in ("the", "its", "their", "his", "her", "our")
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
    filler = w[j] in _FILLERS and not p.capital(j)
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
        return _same(p, first, j, lead)
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
        same = _same(p, first, j, lead)
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


def _same(p: Pieces, first: int, j: int, lead: str) -> Match | None:
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


def determined(p: Pieces, i: int) -> Match | None:
    """Recognise a phrase after "the", "this", "that" or a possessive."""
    w, k = p.words, i + 1
    word = w[k]
    if word.isdigit():
        found = years.decade(p, k, i)
        if found:
            return found
        found = quarter_of_year(p, k)
        if found:
            found.first = i
            return found
        number, _ = ordinal_number(p, k)
        if number:
            if w[k + 2] == "of" or w[k + 2] in MONTHS:
                dated = days.day_month(p, k)
                if dated:
                    dated.first = i
                    return dated
            return quarter(p, i, k) or _nth_day(p, i, k)
        found = amounts.duration(p, k)
        if found and found.kind == "duration" and w[found.last - 1] in PLURAL_UNITS:
            found.first = i
            return found
        return None
    if word in ("'", "’", "‘"):
        return years.decade(p, k + 1, i) if w[k + 1].isdigit() else None
    if word in DECADE_WORDS:
        return years.decade(p, k, i)
    if word in ORDINALS or (word in TENS and days.ordinal_word(p, k)[0]):
        found = days.day_month(p, k)
        if found:
            found.first = i
            return found
        return quarter(p, i, k)
    if word in ("last", "final"):
        found = quarter(p, i, k)
        if found or word == "final":
            return found
    if word in SHIFTS or word in NARRATIVE_SHIFTS:
        if word in ("past", "present") and not (w[k + 1] in ALL_UNITS or amounts.number_at(p, k + 1)):
            return _reference_noun(p, i, k)
        return _shifted(p, i, k)
    if word in EDGES:
        return edge(p, i, k)
    if word in QUALIFIERS:
        found = qualify(p, i, k)
        if found and w[k] in ("earlier", "later") and found.kind == "clock":
            return None
        return found
    if word in _FILLERS and not p.capital(k) and w[k + 1] in ("year", "day", "week", "month"):
        return _plain_unit(p, i, k + 1)
    if word in UNITS and word not in PARTS:
        return _plain_unit(p, i, k)
    if word in SMALL or word in TENS:
        found = amounts.duration(p, k)
        if found and found.kind == "duration" and w[found.last - 1] in PLURAL_UNITS:
            found.first = i
            return found
        return None
    if word in SEASONS:
        named = season_at(p, i, k)
        has_year = bool(named and (named.year or named.sub))
        placed = p.back(i) in ("in", "by", "until", "since", "during") and w[k + 1] != "of"
        if word in ("fall", "spring") and not has_year and not placed:
            return None
        if p.tag(k + 1).startswith("NN") and not has_year:
            return None
        return named
    if word in PARTS and word not in PLURAL_UNITS:
        if word not in ("morning", "afternoon", "evening", "night") or (p.capital(k) and p.capital(k + 1)):
            return None
        if w[k + 1] in ("news", "newspaper", "newspapers", "paper", "papers", "rush", "star", "meal", "prayer", "gown"):
            return None
        if w[k + 1] == "before" and w[k + 2] == "last":
            return Match(i, k + 3, "clock", "TIME", clock="TNI", sub=Match(i, k + 3, "relative", unit="D", shift=-2))
        if w[k + 1] in ("before", "after") and w[k + 2] in _CLOSERS:
            day = Match(k, k + 2, "relative", unit="D", shift=-1 if w[k + 1] == "before" else 1, base="text")
            return Match(i, k + 2, "clock", "TIME", clock=PARTS[word], sub=day)
        return Match(i, k + 1, "clock", "TIME", clock=PARTS[word])
    if word in MONTHS and p.capital(k) and w[k + 1].isdigit() and len(w[k + 1]) <= 2:
        return days.month_date(p, k)
    if word in ("future", "near", "recent", "foreseeable", "long", "short", "immediate", "distant", "not", "medium"):
        return _reference_noun(p, i, k)
    if word == "moment" and p.back(i) in ("at", "for"):
        return Match(i, k + 1, "value", value="PRESENT_REF")
    if word == "other" and w[k + 1] == "day":
        return Match(i, k + 2, "value", value="PAST_REF")
    if word == "years" and p.back(i) in ("over", "through"):
        return Match(i, k + 1, "duration", "DURATION", "PXY", unit="Y")
    if word == "new":
        return years.new_year(p, i, k)
    if word == "like" and w[k + 1] in ("period", "quarter", "month"):
        return _same(p, i, k + 1, "same")
    if word == "time" and w[k + 1] == "being" and p.back(i) == "for":
        return Match(i, k + 2, "value", value="PRESENT_REF")
    if word in PLURAL_UNITS:
        found = amounts.ahead(p, k)
        if found:
            found.first = i
        return found
    return None


def _nth_day(p: Pieces, first: int, k: int) -> Match | None:
    """Recognise "on the 15th" and "on the 15th of each month"; not "on the 18th green", nor a golfer's 18th."""
    w = p.words
    after, day = days.day_number(p, k)
    if not day or p.back(first) not in _DAY_BEFORE or not w[k].isdigit():
        return None
    if w[after] == "of" and w[after + 1] in ("each", "every", "the") and w[after + 2] == "month":
        if w[after + 1] == "the":
            return Match(first, after + 3, "date", day=day)
        return Match(first, after + 3, "set", "SET", f"XXXX-XX-{day:02d}")
    if w[after] == "of" or w[after] in _HYPHENS or p.tag(after).startswith(("NN", "JJ", "CD")):
        return None
    begin, end = p.parse.sentence_of(p.tokens[first])
    if not _NOT_DAYS.isdisjoint(p.parse.lowers[begin:end]):
        return None
    return Match(first, after, "date", day=day)


def _plain_unit(p: Pieces, first: int, k: int) -> Match | None:
    """Recognise "the day before", "the week ended", "the year": a unit counted from what the text has told."""
    w = p.words
    unit, follow = unit_code(w[k]), w[k + 1]
    if unit not in _CALENDAR_UNITS or w[k] not in UNITS or (p.capital(k) and p.back(first) == "of"):
        return None  # "Pictures of the Week"
    if follow in _HYPHENS and w[k + 2] == "to":
        return None  # "the day-to-day business"
    if (follow in _HYPHENS and w[k + 2] in ("ago", "earlier", "end", "over", "on", "before")) or (
        follow in ("ago", "earlier") and unit in ("Y", "M", "W", "Q")
    ):
        found = year_ago(p, k, first)
        if found or follow in _HYPHENS:
            return found
    if follow == "before" and w[k + 2] == "last":
        return Match(first, k + 3, "relative", unit=unit, shift=-2)
    if unit == "NI":
        return None
    if follow in ("before", "after", "earlier", "later", "previous", "prior") and w[k + 2] in _CLOSERS:
        sign = 1 if follow in ("after", "later") else -1
        return Match(first, k + 2, "relative", unit=unit, shift=sign, base="text")
    if follow in ("before", "after") and w[k + 2] in DAY_SHIFTS and unit == "D":
        shift = DAY_SHIFTS[w[k + 2]] + (1 if follow == "after" else -1)
        return Match(first, k + 3, "relative", unit="D", shift=shift)
    if unit == "WE":
        return Match(first, k + 1, "date", unit="WE")
    before = p.back(first)
    if unit == "Y":
        after, year = years.year_number(p, k + 1)
        if year:
            return Match(first, after, "date", year=year)
    if follow == "just" and w[k + 2] == "ended" and unit in ("Y", "Q", "M", "W"):
        return Match(first, k + 1, "relative", unit=unit, shift=0, number=1)
    if follow in ("ended", "ending") and unit in ("Y", "Q", "M", "W"):
        inner = p.read(k + 2)
        if inner is not None and inner.kind in ("date", "numeric") and inner.weekday is None:
            return Match(first, k + 1, "relative", unit=unit, shift=0, sub=inner)
    if before == "of" and w[first - 2] in _HEADS:
        return None  # "the busiest day of the week", "the order of the day"
    if follow in ("of", "when", "that", "after", "before", "since", "ahead"):
        return None
    if follow == "to" and (unit not in ("DE", "CE") or w[k + 2] in ("come", "date", "end")):
        return None
    if p.tag(k + 1) in ("NN", "NNS", "NNP") and follow not in WEEKDAYS:
        return None
    if unit in ("DE", "CE"):
        if before == "of" and w[first - 2] in EDGES:
            return Match(first, k + 1, "relative", unit=unit, shift=0)
        return None
    if first + 1 < k or before in _PREPOSITIONS or (before in ("early", "late", "later", "earlier")):
        return Match(first, k + 1, "relative", unit=unit, shift=0, base="text")
    return None


def _reference_noun(p: Pieces, first: int, k: int) -> Match | None:
    """Recognise "the past", "the near future", "the long term"."""
    w = p.words
    j = k
    if w[j] == "not" and w[j + 1] in ("too", "so") and w[j + 2] == "distant":
        j += 3
    if w[j] in ("near", "recent", "foreseeable", "long", "short", "immediate", "distant", "medium"):
        if w[j + 1] not in ("future", "past", "term", "run", "-"):
            return None
        j += 2 if w[j + 1] == "-" else 1
    word = w[j]
    if word == "future" and p.tag(j).startswith("NN") and w[j + 1] != "of":
        return Match(first, j + 1, "value", value="FUTURE_REF")
    if word == "past" and p.tag(j) in ("NN", "JJ") and not p.tag(j + 1).startswith(("NN", "JJ", "CD")):
        return Match(first, j + 1, "value", value="PAST_REF")
    if word == "present" and w[j + 1] in _CLOSERS and p.tag(j) == "NN":
        return Match(first, j + 1, "value", value="PRESENT_REF")
    if word in ("term", "run") and j > k and not p.tag(j + 1).startswith("NN"):
        return Match(first, j + 1, "value", value="FUTURE_REF")
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
        if word == "current" and w[i + 1] not in UNITS and w[i + 1] not in _FILLERS:
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
    return _shifted(p, i, i)
