"""Calendar dates in words: months, weekdays, years, decades, holidays, and the look-alikes that are none of these."""

from __future__ import annotations

from typing import Final

from pipeline.dates.lexicon import (
    ALL_UNITS,
    AMBIGUOUS_MONTHS,
    CURRENCY,
    HOLIDAYS,
    MONTHS,
    NAMED_DAYS,
    ORDINAL_SUFFIXES,
    ORDINALS,
    SHORT_WEEKDAYS,
    SMALL,
    TENS,
    TITLE_NOUNS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
    word_set,
)
from pipeline.dates.match import Base, Match
from pipeline.dates.numeric import century
from pipeline.dates.pieces import Pieces
from pipeline.dates.years import year_number

_DIGIT_WORDS: Final = frozenset(w for w, n in SMALL.items() if 1 <= n <= 9)
_NAME_LABELS: Final = frozenset({"PERSON", "ORG", "GPE", "WORK_OF_ART", "PRODUCT", "FAC", "NORP", "LOC"})
# Before a month word that is also a word or a first name ("May", "March", "June") these show the month.
_MONTH_BEFORE: Final = word_set(
    "in of by since until till last next this late early mid from to through between during before after and or "
    "for on end beginning previous following every each - that"
)
_SHORT_MONTHS: Final = frozenset(w for w in MONTHS if len(w) <= 4) - {"may", "june", "july"}
_RANGE: Final = frozenset({"-", "–", "—", "to", "and", "or", "through", "until", "&"})
_NOT_DAY_AFTER: Final = frozenset(
    {"%", "percent", "million", "billion", ":", "/", "st.", "km", "p.m.", "a.m.", "am", "pm"}
)


def day_number(p: Pieces, i: int) -> tuple[int, int]:
    """Return (piece after it, day 1 to 31) of "5", "5th", "fifth"; (i, 0) where none."""
    w = p.words
    word = w[i]
    if word.isdigit() and len(word) <= 2 and word.isascii():
        day = int(word)
        if not 1 <= day <= 31:
            return i, 0
        if p.glued(i) and w[i + 1] in ORDINAL_SUFFIXES:
            return i + 2, day
        if (
            w[i + 1] in _NOT_DAY_AFTER
            and (p.glued(i) or w[i + 1] != "/")
            and not (w[i + 1] == ":" and not p.glued(i + 1))
        ):
            return i, 0
        if p.glued(i) and w[i + 1] in (",", ".") and p.glued(i + 1) and w[i + 2].isdigit() and len(w[i + 2]) != 4:
            return i, 0
        return i + 1, day
    day, after = ordinal_word(p, i)
    return (after, day) if 1 <= day <= 31 else (i, 0)


def ordinal_word(p: Pieces, i: int) -> tuple[int, int]:
    """Return (number, piece after it) of "third" or "twenty-first", (0, i) where none."""
    w = p.words
    if w[i] in ORDINALS:
        return ORDINALS[w[i]], i + 1
    if w[i] in TENS:
        j = i + 2 if w[i + 1] == "-" else i + 1
        if 0 < ORDINALS.get(w[j], 0) < 10:
            return TENS[w[i]] + ORDINALS[w[j]], j + 1
    return 0, i


def _is_month(p: Pieces, i: int) -> bool:
    """Return whether a month word means the month: not the modal, the verb, or somebody's name."""
    w = p.words
    if not p.capital(i):  # a lower-case text: "in january"
        return w[i] not in AMBIGUOUS_MONTHS and len(w[i]) > 4 and p.entity(i) == "DATE"
    if w[i] == "sept" or w[i] not in AMBIGUOUS_MONTHS:
        return w[i] not in ("jan.", "jan") or w[i + 1].isdigit() or p.entity(i) != "PERSON"
    follow = w[i + 1]
    if follow.isdigit() or (follow in (",", "of") and w[i + 2].isdigit() and len(w[i + 2]) == 4):
        return p.tag(i) != "MD"
    if len(w[i]) <= 3 and w[i] != "may":
        return False
    before = p.back(i)
    if p.opens_sentence(i) and p.capital(i + 1) and p.tag(i + 1).startswith("NNP"):
        return False
    if p.tag(i) in ("MD", "VB", "VBP") and before not in ("in", "of", "by", "since", "until", "last", "next", "this"):
        return False
    label = p.entity(i)
    a, b = p.entity_bounds(i)
    if label in _NAME_LABELS and (b - a > 1 or label == "PERSON"):
        return before in ("in", "since", "until", "last", "next", "late", "early", "mid") and b - a == 1
    if before in ("mr", "mr.", "ms", "ms.", "mrs", "mrs.", "theresa", "prime", "dame", "lady", "sir", "miss", "dr."):
        return False
    if before in _MONTH_BEFORE or (p.back(i - 1) in _MONTH_BEFORE and before in ("late", "early", "mid")):
        return not (before in ("and", "or", "of", "to", "for", "from", "by") and label != "DATE")
    if before.isdigit() or label == "DATE":
        return True
    return w[i] in ("april", "june", "august") and label not in _NAME_LABELS and not p.opens_sentence(i)


def month_date(p: Pieces, i: int) -> Match | None:
    """Recognise "March", "March 3", "March 3rd, 2009", "March 2009", "March of 2009"."""
    w = p.words
    if not _is_month(p, i):
        return None
    month, j = MONTHS[w[i]], i + 1
    if w[j] == "." and p.glued(i) and w[i] in _SHORT_MONTHS and j + 1 < p.n and not p.opens_sentence(j + 1):
        j += 1
    if (w[j] == "the" and w[j + 1] in ORDINALS) or (
        w[j] == "the" and w[j + 1].isdigit() and w[j + 2] in ORDINAL_SUFFIXES
    ):
        j += 1
    end, day = day_number(p, j)
    if not day and w[j] in _DIGIT_WORDS and w[end + 1] in (".", ",", ";", ":", "", "and", "to"):
        end, day = j + 1, SMALL[w[j]]  # wires that spell out numbers below ten: "on April nine."
    if day and w[j] in ORDINALS and w[j] != w[i] and p.words[j - 1] != "the" and w[end] in ("quarter", "half", "-"):
        end, day = j, 0
    if day and p.tag(end) == "NNS" and w[end - 1].isdigit() and not p.capital(end) and p.entity(j) in ("CARDINAL", ""):
        end, day = j, 0  # "in March 20 people died"
    if not day:
        k = j + 1 if w[j] in (",", "of") else j
        after, year = year_number(p, k)
        if year and not (w[j] == "," and p.tag(after) == "NNS"):
            return Match(i, after, "date", year=year, month=month)
        of_year = _relative_year(p, k, month) if w[j] == "of" or w[j] in ("last", "next", "this") else None
        if of_year:
            of_year.first = i
            return of_year
        return Match(i, j if w[j - 1] == "." else i + 1, "date", month=month)
    k = end + 1 if w[end] in (",", "of") else end
    after, year = year_number(p, k)
    if year and w[k] in ("'", "’") and k == end and p.glued(end - 1):
        year = 0
    if year:
        return Match(i, after, "date", year=year, month=month, day=day)
    if w[end] in ("last", "this", "next") and w[end + 1] == "year":
        shift = {"last": -1, "this": 0, "next": 1}[w[end]]
        return Match(i, end + 2, "date", month=month, day=day, shift=shift, unit="Y")
    if (month, day) == (9, 11) and w[end] in ("attacks", "attack", "terrorist", "hijackings", "hijackers"):
        return Match(i, end, "date", year=2001, month=9, day=11)
    return Match(i, end, "date", month=month, day=day)


def _relative_year(p: Pieces, k: int, month: int) -> Match | None:
    """Recognise the rest of "October of next year": the month lies in a year counted from the publication date."""
    w = p.words
    if w[k] == "the":
        k += 1
    shift = {"last": -1, "this": 0, "next": 1, "previous": -1, "following": 1, "same": 0, "that": 0}.get(w[k])
    if shift is None or w[k + 1] != "year":
        return None
    base: Base = "text" if w[k] in ("previous", "following", "same", "that") else "publication"
    year = Match(k, k + 2, "relative", unit="Y", shift=shift, base=base)
    return Match(k, k + 2, "date", month=month, sub=year)


def day_month(p: Pieces, i: int) -> Match | None:
    """Recognise "3 March", "3rd of March 2009", "03-Mar-2009"."""
    w = p.words
    j, day = day_number(p, i)
    if not day or p.back(i) in CURRENCY or (p.back(i) in (":", ".") and p.glued(i - 1)):
        return None
    if w[j] == "of" and (w[j - 1] in ORDINAL_SUFFIXES or w[j - 1] in ORDINALS):
        j += 1
    hyphen = w[j] in ("-", "/") and p.glued(j - 1)
    if hyphen:
        j += 1
    if w[j] not in MONTHS or not (p.capital(j) and (p.tag(j) != "MD" or w[j - 1].isdigit())):
        return None
    if w[i] in ORDINALS and w[j - 1] != "of":
        return None
    month = MONTHS[w[j]]
    j += 1
    if w[j].isdigit() and len(w[j]) <= 2 and not hyphen and p.back(i) in MONTHS:
        return None
    short = w[j] == "." and w[j - 1] in _SHORT_MONTHS and p.glued(j - 1)
    k = j + 1 if short or w[j] in (",", "-", "/") else j
    after, year = year_number(p, k)
    if not year and hyphen and w[k].isdigit() and len(w[k]) == 2:
        after, year = k + 1, century(int(w[k]))
    if not year and w[j].isdigit() and p.tag(j + 1) != "NNS" and w[i].isdigit():
        following, other = day_number(p, j)  # "20 March 3": the month belongs to what follows
        if other and w[following] in (",", ")", ".") and not p.glued(j):
            return None
    return Match(i, after if year else j, "date", year=year or None, month=month, day=day)


def range_end(p: Pieces, match: Match) -> Match | None:
    """Return the second day of "March 3-5" or "3 to 5 March", which shares its month with the first."""
    w, j = p.words, match.last
    if match.kind != "date" or match.month is None or match.day is None or match.year or w[j] not in _RANGE:
        return None
    after, day = day_number(p, j + 1)
    if not day or not w[j + 1].isdigit() or w[after] in MONTHS or w[after] in ALL_UNITS or w[after] in ("%", "of"):
        return None
    if w[after] == "." and p.glued(after):
        return None
    if p.tag(after).startswith(("NN", "JJ")) and w[j] in ("and", "to", "or"):
        return None
    k = after + 1 if w[after] == "," else after
    end, year = year_number(p, k)
    if year:
        match.year = year
    return Match(j + 1, end if year else after, "date", year=match.year, month=match.month, day=day)


def leading_day(p: Pieces, i: int) -> tuple[Match, Match] | None:
    """Recognise "3-5 March" and "3 to 5 March 2009": two days before one month."""
    w = p.words
    j, day = day_number(p, i)
    if not day or not w[i].isdigit() or w[j] not in _RANGE or not w[j + 1].isdigit():
        return None
    second = day_month(p, j + 1)
    if second is None or second.day is None or second.day <= day:
        return None
    return Match(i, j, "date", year=second.year, month=second.month, day=day), second


def weekday(p: Pieces, i: int) -> Match | None:
    """Recognise "Tuesday", "Tuesday, March 3", "Tues. 3 March 2009"; not the Sunday Times."""
    w = p.words
    if not p.capital(i):
        return None
    k = i + 1
    if w[k] == "." and p.glued(i) and w[i] in SHORT_WEEKDAYS:
        k += 1
    comma = k + 1 if w[k] in (",", "the") else k
    dated = month_date(p, comma) if w[comma] in MONTHS else None
    if dated is None and w[comma].isdigit():
        dated = day_month(p, comma)
    if dated and dated.day:
        dated.first, dated.weekday = i, WEEKDAYS[w[i]]
        return dated
    if w[i] in SHORT_WEEKDAYS and not w[i].endswith("day") and not w[k - 1].endswith("."):
        return None
    before, follow = p.back(i), w[k]
    if w[k : k + 2] in (["the", "13th"], ["-", "the"]) or w[k : k + 3] == ["the", "13", "th"]:
        return None
    if p.capital(k) and follow in TITLE_NOUNS and w[i].endswith("day"):
        return None
    if before in NAMED_DAYS and p.capital(i - 1) and ((i > 1 and not p.opens_sentence(i - 1)) or before != "sunday"):
        return None
    label = p.entity(i)
    a, b = p.entity_bounds(i)
    if label in ("WORK_OF_ART", "PERSON", "PRODUCT") and b - a > 1 and before not in ("on", "last", "next", "this"):
        return None
    if label == "ORG" and b - a > 1 and p.tokens[i] > a and before in ("the", "of") and p.capital(k):
        return None
    end = k if w[k - 1] == "." and k > i + 1 else i + 1
    nth = k + 1 if w[k] == "the" else k + 2
    if w[k] in ("the", ",") and w[nth - 1] == "the" and w[nth].isdigit() and w[nth + 1] in ORDINAL_SUFFIXES:
        after, day = day_number(p, nth)
        if day and w[after] not in ("of", "-") and not p.tag(after).startswith("NN"):
            return Match(i, after, "date", weekday=WEEKDAYS[w[i]], day=day)
    j = end + 1 if w[end] in ("of", "in") else end
    if w[j] in ("last", "this", "next") and w[j + 1] == "week":
        shift = {"last": -1, "this": 0, "next": 1}[w[j]]
        return Match(i, j + 2, "date", weekday=WEEKDAYS[w[i]], shift=shift, unit="W")
    return Match(i, end, "date", weekday=WEEKDAYS[w[i]])


def weekday_plural(p: Pieces, i: int) -> Match | None:
    """Recognise "Mondays" as a set."""
    if not p.capital(i):
        return None
    return Match(i, i + 1, "set", "SET", f"XXXX-WXX-{WEEKDAY_PLURALS[p.words[i]]}")


def next_day(p: Pieces, match: Match) -> Match | None:
    """Return the next day of a list that names its month once: "March 5, 6 and 7"."""
    w, j = p.words, match.last
    if match.kind != "date" or match.month is None or match.day is None or match.year:
        return None
    k = j + 2 if w[j] == "," and w[j + 1] in ("and", "or") else j + 1
    if w[j] not in (",", "and", "or") or not w[k].isdigit() or w[k + 1] not in (",", "and", "or", ".", ";", "in", "at"):
        return None
    if w[j] == "," and w[k + 1] not in ("and", "or", ","):
        return None
    after, day = day_number(p, k)
    if not match.day < day or after != k + 1 or (w[after] in ("and", "or", ",") and not w[after + 1].isdigit()):
        return None
    return Match(k, after, "date", month=match.month, day=day)


def holiday(p: Pieces, i: int) -> Match | None:
    """Recognise a named day with its year, if any."""
    w = p.words
    if not p.capital(i):
        return None
    for length in (5, 4, 3, 2, 1):
        if i + length > p.n:
            continue
        name = " ".join(w[i : i + length]).replace("’", "'")
        rule = HOLIDAYS.get(name)
        if rule is None:
            continue
        if (
            length == 1
            and p.capital(i + 1)
            and w[i + 1] not in ("", "day")
            and p.entity(i) in ("PERSON", "ORG", "GPE", "LOC")
        ):
            return None
        if name in ("christmas", "easter") and w[i + 1] == "island":
            return None
        if length == 1 and p.entity(i) == "PERSON" and p.capital(i - 1):
            return None
        j = i + length
        k = j + 1 if w[j] in (",", "of") else j
        after, year = year_number(p, k)
        return Match(i, after if year else j, "holiday", year=year or None, rule=rule)
    return None
