"""Stretches with a name or a number: seasons, quarters, "the last week of March", "early June", "year-end"."""

from __future__ import annotations

from typing import Final

from pipeline.dates import amounts, days, numeric, years
from pipeline.dates.lexicon import (
    ALL_UNITS,
    DAY_SHIFTS,
    DECADE_WORDS,
    EDGES,
    MONTHS,
    NARRATIVE_SHIFTS,
    ORDINAL_SUFFIXES,
    ORDINALS,
    PARTS,
    PLURAL_UNITS,
    QUALIFIERS,
    SEASONS,
    SHIFTS,
    UNITS,
    WEEKDAYS,
    word_set,
)
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces

_HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})
_GAMES: Final = word_set(
    "goal goals scored score scoreboard match game penalty kick minute season team half-time coach"
)
_FOOTBALL: Final = word_set(
    "touchdown touchdowns yards quarterback halftime scored interception fumble rebounds inning innings"
)
_CALENDAR_UNITS: Final = frozenset({"Y", "M", "W", "D", "Q", "WE", "DE", "CE", "NI"})


def unit_code(word: str) -> str:
    code = ALL_UNITS[word]
    return {"F": "W", "S6": "M", "S3": "M"}.get(code, code)


def season_at(p: Pieces, first: int, j: int, shift: int | None = None, sort: str = "") -> Match:
    """Return the season at piece ``j`` with its year; ``sort`` names it where the word says more ("midsummer")."""
    w = p.words
    code, end = SEASONS[sort or w[j]], j + 1
    k = end + 1 if w[end] == "of" else end
    after, year = years.year_number(p, k)
    if year:
        return Match(first, after, "season", code=code, year=year)
    if w[end] == "of" and (w[k] in SHIFTS or w[k] == "the"):
        inner = p.read(k)
        if inner and inner.kind == "relative" and inner.unit == "Y":
            return Match(first, inner.last, "season", code=code, sub=inner)
    return Match(first, end, "season", code=code, shift=shift)


def season(p: Pieces, i: int) -> Match | None:
    """Recognise "spring" and "summer 2008" alone; "fall" only with proof, for it is mostly a verb or a noun."""
    found = season_at(p, i, i)
    if found.year or found.sub:
        return found
    w = p.words
    tag, before, follow = p.tag(i), p.back(i), w[i + 1]
    if not tag.startswith("NN") or p.entity(i) in ("PERSON", "ORG", "GPE", "LOC", "FAC", "WORK_OF_ART"):
        return None
    if w[i] == "fall":
        return found if before in ("in", "by", "until", "since") and p.entity(i) == "DATE" and follow != "of" else None
    if p.tag(i - 1).startswith(("NN", "JJ")) and before not in ("early", "late", "mid"):
        return None
    if follow in (
        "wheat",
        "games",
        "crops",
        "coat",
        "sports",
        "water",
        "rolls",
        "roll",
        "break",
        "training",
        "of",
        "coil",
        "onions",
    ) or (p.capital(i) and not p.opens_sentence(i)):
        return None
    return found


def quarter(p: Pieces, first: int, k: int) -> Match | None:
    """Recognise "third quarter of 2009", "first-half", "second fiscal quarter", "first nine months", "20th century"."""
    w = p.words
    number, j = ordinal_number(p, k)
    if not number and w[k] not in ("last", "final"):
        return None
    if not number:
        number, j = -1, k + 1
    hyphen = w[j] in _HYPHENS
    if hyphen:
        j += 1
        first = k
    if w[j] in ("fiscal", "financial", "calendar"):
        j += 1
        if w[j] in _HYPHENS:
            j += 1
    word = w[j]
    if word == "quarter" and (number in (1, 2, 3, 4) or number < 0):
        if w[j + 1 : j + 4] == ["in", "a", "row"]:
            return None
        sub, end = _of_year(p, j + 1)
        if sub is None and (w[k] == "last" or _is_match_report(p, j, _FOOTBALL)):
            return None
        return Match(first, end, "quarter", unit="Q", number=4 if number < 0 else number, sub=sub)
    if (
        word == "half"
        and number in (1, 2)
        and (first < k or hyphen or w[j + 1] in ("of", "results", "profit", "net", "earnings"))
    ):
        sub, end = _of_year(p, j + 1)
        if sub is None and _is_match_report(p, j, _GAMES):
            return None
        if w[j + 1] == "of" and sub is None:
            inner = p.read(j + 2)
            if inner is None:
                return None
            if inner.kind == "date" or inner.unit in ("M", "DE", "CE", "Q"):
                inner.first, inner.mod = first, "START" if number == 1 else "END"
                return inner
            return None
        return Match(first, end, "quarter", unit="H", number=number, sub=sub)
    if word in ("century", "centuries") and number > 0:
        return Match(first, j + 1, "value", value=f"{number - 1:02d}", unit="CE")
    if word == "millennium" and number > 0:
        return Match(first, j + 1, "value", value=str(number - 1), unit="ML")
    if word in ("week", "day", "weekend", "month", "decade") or (word in WEEKDAYS and p.capital(j)):
        return ordinal_of(p, first, j, number, "" if word in WEEKDAYS else UNITS[word])
    found = amounts.amount_at(p, j) if not hyphen and number in (1, -1) else None
    if number < 0 and found and w[found[0]] not in ("of", "in"):
        return None
    if found and found[1] and w[found[0] - 1] in PLURAL_UNITS and found[2] in ("M", "W", "D", "Y", "Q"):
        sub, end = _of_year(p, found[0])
        return Match(
            first, end if sub else found[0], "duration", "DURATION", amounts.period(found[1], found[2]), unit=found[2],
            number=int(found[1]) * number, sub=sub,
        )  # fmt: skip
    return None


def _is_match_report(p: Pieces, i: int, signs: frozenset[str]) -> bool:
    """Return whether the sentence tells of a game, whose halves and quarters are none of a year."""
    parse = p.parse
    begin, end = parse.sentence_of(p.tokens[i])
    return not signs.isdisjoint(parse.lowers[begin:end])


def ordinal_number(p: Pieces, k: int) -> tuple[int, int]:
    """Return (number, piece after it) of "third" or "3rd", (0, k) where none."""
    w = p.words
    if w[k].isdigit():
        suffixed = len(w[k]) <= 2 and p.glued(k) and w[k + 1] in ORDINAL_SUFFIXES
        return (int(w[k]), k + 2) if suffixed else (0, k)
    return days.ordinal_word(p, k)


def _of_year(p: Pieces, j: int) -> tuple[Match | None, int]:
    """Return (the year, end) of "of 2009", "of last year", "of fiscal 1990", "2009"."""
    w = p.words
    k = j + 1 if w[j] in ("of", "in", ",") else j
    if w[k] in ("fiscal", "calendar"):
        k += 1
    if w[k] == "the" and w[k + 1] == "year":
        return (Match(k, k + 2, "relative", unit="Y", shift=0, base="text"), k + 2) if k > j else (None, j)
    after, year = years.year_number(p, k)
    if year and not (w[j] in (",", "in") and p.tag(after) == "NNS"):
        return Match(k, after, "date", year=year), after
    if (k > j and w[j] == "of") or w[k] in ("last", "this", "next"):
        inner = _relative_year(p, k)
        if inner:
            return inner, inner.last
    return None, j


def _relative_year(p: Pieces, k: int) -> Match | None:
    w = p.words
    start = k
    if w[k] in ("the", "its", "their"):
        k += 1
    if w[k] in SHIFTS or w[k] in NARRATIVE_SHIFTS:
        found = p.read(start)
        if found and found.kind == "relative" and found.unit == "Y":
            return found
    return None


def ordinal_of(p: Pieces, first: int, j: int, number: int, unit: str) -> Match | None:
    """Recognise "the last week of March", "the second Tuesday of May", "the first day of 2009"."""
    w = p.words
    if w[j + 1] not in ("of", "in"):
        return None
    k = j + 2
    inner = p.read(k)
    if inner is None or inner.kind not in ("date", "relative", "quarter", "season"):
        return None
    if w[j + 1] == "in" and inner.kind != "date":
        return None
    if inner.weekday or inner.day:
        return None
    return Match(first, inner.last, "nth", unit=unit, number=number, weekday=WEEKDAYS.get(w[j]), sub=inner)


def edge(p: Pieces, first: int, k: int) -> Match | None:
    """Recognise "the end of last year", "the start of the week": the mod goes to what follows."""
    w = p.words
    if w[k + 1] != "of":
        return None
    inner = p.read(k + 2)
    if inner is None and w[k + 2] in ("january", "march", "may"):
        return None
    if inner is None or inner.type in ("SET",):
        return None
    if inner.type == "DURATION" or inner.kind in ("clock",):
        return None
    inner.first, inner.mod, inner.edge = first, EDGES[w[k]], True
    return inner


def qualify(p: Pieces, first: int, k: int) -> Match | None:
    """Recognise "early June", "mid-1990s", "later this year", "late in the day"."""
    w = p.words
    mod = QUALIFIERS[w[k]]
    j = k + 1
    if w[j] in _HYPHENS:
        j += 1
    if (
        w[k] in ("earlier", "later")
        and w[j] in ("in", "on", "during")
        and (w[j + 1] in ("the", "this", "that") or w[j + 1] in MONTHS or w[j + 1] in WEEKDAYS)
    ) or (
        w[k] in ("early", "late")
        and w[j] in ("in", "on")
        and (w[j + 1] in ("the", "this", "next") or w[j + 1] in MONTHS or w[j + 1].isdigit() or w[j + 1] in WEEKDAYS)
    ):
        j += 1
    word = w[j]
    if word.isdigit():
        found = years.decade(p, j, first) or (years.bare_year(p, j) if len(word) == 4 else None)
        if found is None and len(word) == 4 and years.year_number(p, j)[1]:
            found = Match(first, j + 1, "date", year=int(word))
        if found is None and w[k] not in ("mid", "earlier", "later"):
            found = days.day_month(p, j)
        if found is None and ordinal_number(p, j)[0]:
            found = quarter(p, first, j)
    elif word in ("'", "’", "‘") and w[j + 1].isdigit():
        found = years.decade(p, j + 1, first)
    elif word in DECADE_WORDS:
        found = years.decade(p, j, first)
    elif word in PARTS and w[k] in ("early", "late", "mid") and word not in ("overnight", "nights", "mornings"):
        if w[k + 1] in _HYPHENS and p.tag(j + 1).startswith("NN"):
            return None  # "late-night television"
        found = Match(first, j + 1, "clock", "TIME", clock=PARTS[word])
    elif word in ("morning", "afternoon", "evening", "night"):
        return None
    elif w[k] == "mid" and word in ("year", "week", "month", "quarter"):
        return _middle(p, first, j + 1, UNITS[word])
    elif (
        word in MONTHS
        or word in SEASONS
        or word in WEEKDAYS
        or word in DAY_SHIFTS
        or word in SHIFTS
        or word in ("the", "that", "tonight")
        or word in ORDINALS
    ):
        found = p.read(j) if word not in MONTHS or p.capital(j) else None
        if word in MONTHS and found is None and p.capital(j):
            found = Match(first, j + 1, "date", month=MONTHS[word])
        if found and found.type in ("SET", "DURATION"):
            return None
        if found and word == "the" and found.kind == "value" and found.value.endswith("REF"):
            return None
    else:
        return None
    if found is None:
        return None
    found.first = first
    found.mod = found.mod or mod
    return found


def _middle(p: Pieces, first: int, j: int, unit: str) -> Match:
    after, year = years.year_number(p, j)
    if year and unit == "Y":
        return Match(first, after, "date", year=year, mod="MID")
    return Match(first, j, "edge", unit=unit, mod="MID")


def middle_word(p: Pieces, i: int) -> Match | None:
    """Recognise midyear, midweek, midsummer, midwinter."""
    word = p.words[i][3:]
    if word in SEASONS:
        found = season_at(p, i, i, sort=word)
        found.mod = "MID"
        return found
    return _middle(p, i, i + 1, UNITS[word])


def qualified(p: Pieces, i: int) -> Match | None:
    """Recognise "early June", "late last year", "mid-2009"."""
    return qualify(p, i, i)


def edge_alone(p: Pieces, i: int) -> Match | None:
    """Recognise "end of March" without "the"."""
    w = p.words
    if w[i + 1] in _HYPHENS and w[i] in ("end", "start") and p.glued(i):
        found = p.read(i + 2)
        after, year = years.year_number(p, i + 2)
        if found is None and year:
            found = Match(i, after, "date", year=year)
        if found is None or found.kind != "date":
            return None
        found.first, found.mod, found.edge = i, EDGES[w[i]], True
        return found
    return edge(p, i, i) if w[i] in ("end", "beginning", "start", "middle", "close") else None


def ordinal_alone(p: Pieces, i: int) -> Match | None:
    """Recognise "third quarter", "first-half", "fifth of May" without "the"."""
    return days.day_month(p, i) or quarter(p, i, i)


def final_alone(p: Pieces, i: int) -> Match | None:
    """Recognise "final quarter of 2009"; not the verb "last two days"."""
    if p.tag(i).startswith("VB"):
        return None
    return quarter(p, i, i)


def year_ago(p: Pieces, i: int, first: int | None = None) -> Match | None:
    """Recognise "year-ago quarter", "year-earlier period", "year-end", "year end"."""
    w = p.words
    first = i if first is None else first
    unit = unit_code(w[i])
    j = i + 1
    hyphen = w[j] in _HYPHENS
    if hyphen:
        j += 1
    if w[j] in ("ago", "earlier", "before") and unit in _CALENDAR_UNITS and (hyphen or first < i):
        end = j + 1
        if w[end] in (
            "period",
            "quarter",
            "month",
            "week",
            "half",
            "third",
            "first",
            "second",
            "fourth",
            "nine",
            "six",
        ):
            if w[end] == "period" or (w[end] in UNITS and w[end] != "second"):
                code = UNITS.get(w[end], "")
                return Match(first, end + 1, "same", unit=code if code != "Y" else "", shift=-1)
            inner = quarter(p, end, end)
            if inner and inner.kind == "quarter":
                inner.first, inner.shift = first, -1
                return inner
        return Match(first, end, "same", unit="", shift=-1) if hyphen else None
    if w[j] == "end" and (hyphen or w[i] == "year") and unit in ("Y", "M", "Q"):
        return Match(first, j + 1, "edge", unit=unit, mod="END", edge=True)
    if w[j] in ("'s", "’s") and w[j + 1] == "end" and unit in ("Y", "M", "Q"):
        return Match(first, j + 2, "edge", unit=unit, mod="END", edge=True)
    return None


def long_lasting(p: Pieces, i: int) -> Match | None:
    """Recognise "month-long", "hours-long"."""
    w = p.words
    if w[i + 1] not in _HYPHENS or w[i + 2] != "long":
        return None
    unit = unit_code(w[i])
    return Match(i, i + 3, "duration", "DURATION", amounts.period(None if w[i] in PLURAL_UNITS else 1, unit), unit=unit)


def quarter_of_year(p: Pieces, i: int) -> Match | None:
    """Recognise "1988's fourth quarter", "1988 third quarter"."""
    after, year = years.year_number(p, i)
    if not year:
        return None
    k = after + 1 if p.words[after] in ("'s", "’s") else after
    found = quarter(p, i, k)
    if found is None or found.kind != "quarter" or found.sub:
        return None
    found.first, found.sub = i, Match(i, after, "date", year=year)
    return found


def fiscal(p: Pieces, i: int) -> Match | None:
    """Recognise "fiscal 1990", "fiscal year 2010", "FY2010"."""
    w, j = p.words, i + 1
    if w[j] == "year":
        j += 1
    after, year = years.year_number(p, j)
    if year:
        span = years.bare_year(p, j)
        if span is not None and span.last > after:
            span.first = i
            return span
        return Match(i, after, "date", year=year)
    if w[i] in ("fiscal", "financial") and (w[j] in ORDINALS or w[j].isdigit()):
        found = quarter(p, j, j)
        if found is not None and found.kind == "quarter":
            found.first = i
            return found
    if w[i] == "fy" and w[j].isdigit() and len(w[j]) == 2:
        return Match(i, j + 1, "date", year=2000 + int(w[j]) if int(w[j]) < 50 else 1900 + int(w[j]))
    return None


def quarter_code(p: Pieces, i: int) -> Match | None:
    """Recognise Q3, Q3 2010, 3Q, 4Q09, H1 2010."""
    w = p.words
    if w[i] in ("q", "h") and p.glued(i) and w[i + 1].isdigit() and p.capital(i):
        number, unit, j = int(w[i + 1]), w[i].upper(), i + 2
    elif w[i].isdigit() and len(w[i]) == 1 and p.glued(i) and w[i + 1] in ("q", "h"):
        number, unit, j = int(w[i]), w[i + 1].upper(), i + 2
    else:
        return None
    if not 1 <= number <= (4 if unit == "Q" else 2):
        return None
    if w[j].isdigit() and len(w[j]) == 2 and p.glued(j - 1):
        return Match(
            i, j + 1, "quarter", unit=unit, number=number, sub=Match(j, j + 1, "date", year=numeric.century(int(w[j])))
        )
    sub, end = _of_year(p, j)
    if unit == "H" and sub is None:
        return None
    return Match(i, end, "quarter", unit=unit, number=number, sub=sub)


def century_number(p: Pieces, i: int) -> Match | None:
    """Recognise 21st-century and 3rd quarter."""
    return quarter(p, i, i) if ordinal_number(p, i)[0] else None
