"""Phrases that "the" opens and that count from an anchor: "the day before", "the 15th", "the near future"."""

from __future__ import annotations

from typing import Final

from pipeline.dates import amounts, days, years
from pipeline.dates.lexicon import (
    ALL_UNITS,
    DAY_SHIFTS,
    DECADE_WORDS,
    EDGES,
    FILLERS,
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
    qualify,
    quarter,
    quarter_of_year,
    season_at,
    unit_code,
    year_ago,
)
from pipeline.dates.pieces import Pieces
from pipeline.dates.shifts import same_period, shift_phrase

_HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})
_CALENDAR_UNITS: Final = frozenset({"Y", "M", "W", "D", "Q", "WE", "DE", "CE", "NI"})
_PREPOSITIONS: Final = word_set("in for during of throughout over on since until by to through from before within")
_HEADS: Final = word_set("day days time times order player man woman person game word quote photo book team issue hero")
_DAY_BEFORE: Final = word_set("on by until till since before after from through")
_NOT_DAYS: Final = word_set("hole holes par birdie bogey fairway green tee floor century round inning minute lap")
_CLOSERS: Final = frozenset({".", ",", ";", ":", ")", '"', "”", "'", "’", "", "\n", "and", "but", "--", "—", "?", "!"})


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
        return shift_phrase(p, i, k)
    if word in EDGES:
        return edge(p, i, k)
    if word in QUALIFIERS:
        found = qualify(p, i, k)
        if found and w[k] in ("earlier", "later") and found.kind == "clock":
            return None
        return found
    if word in FILLERS and not p.capital(k) and w[k + 1] in ("year", "day", "week", "month"):
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
        return same_period(p, i, k + 1, "same")
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
