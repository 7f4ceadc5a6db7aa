"""Numbers, durations and sets: "two and a half years", "several months", "every other week", "daily"."""

from __future__ import annotations

from typing import Final

from pipeline.dates.lexicon import (
    ALL_UNITS,
    CURRENCY,
    FREQUENCIES,
    LENGTHS,
    MAGNITUDES,
    MONTHS,
    PARTS,
    PLURAL_UNITS,
    SEASONS,
    SMALL,
    TENS,
    UNIT_ADJECTIVES,
    UNITS,
    VAGUE,
    WEEKDAYS,
    word_set,
)
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces

_EXPAND: Final = {"F": ("W", 2), "WE": ("WE", 1), "Q": ("M", 3), "S6": ("M", 6), "S3": ("M", 3), "NI": ("NI", 1)}
_HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})
_AGO: Final = frozenset({"ago", "back"})
_SPEED: Final = frozenset({"miles", "mile", "kilometers", "kilometres", "km", "mph", "knots", "meters", "metres"})
_RATES: Final = frozenset({"NN", "NNS", "CD", "$", "NNP", "NNPS"})
# Words before a bare plural ("years of war") that show it to be a length of time and not "the early days".
_BARE_BEFORE: Final = word_set(
    "for in after over within of by before through throughout take takes took taken spent spend spends lasted "
    "last lasting lasts wait waited waiting until than with and or just only since some about"
)


def number_at(p: Pieces, i: int) -> tuple[int, float | None] | None:
    """Return (piece after the number, its value) of the number at piece ``i``; the value is None for "several".

    Reads digits with thousands separators and decimals, words up to thousands, "a", "half a", "two and a half",
    "a couple of", "hundreds of".
    """
    w = p.words
    word = w[i]
    if word.isdigit() and word.isascii():
        return _digits(p, i) if len(word) == 1 or word[0] != "0" else None
    if word in SMALL or word in TENS:
        return _fraction(p, *_words(p, i))
    if word == "one" and w[i + 1] == "and":
        return _fraction(p, i + 1, 1)
    if word in ("a", "an", "one"):
        if w[i + 1] in ("few", "number") and (w[i + 1] == "few" or w[i + 2] == "of"):
            return (i + 2 if w[i + 1] == "few" else i + 3), None
        if w[i + 1] == "couple":
            return (i + 3 if w[i + 2] == "of" else i + 2), 2
        if w[i + 1] == "dozen":
            return i + 2, 12
        if w[i + 1] in MAGNITUDES:
            return _words(p, i)
        if w[i + 1] == "half" and w[i + 2] in _HYPHENS:
            return i + 3, 0.5
        if w[i + 1] == "half":
            return i + 2, 0.5
        if w[i + 1] in ("good", "full", "mere", "further", "staggering", "total"):
            inner = number_at(p, i + 2) if w[i + 2] not in ("a", "an", "half") else None
            if inner:
                return inner
        return i + 1, 1
    if word == "another":
        return number_at(p, i + 1) or (i + 1, 1)
    if word == "half":
        j = i + 2 if w[i + 1] in _HYPHENS else i + 1
        return (j + 1 if w[j] in ("a", "an") else j), 0.5
    if word in VAGUE:
        j = i + 1
        if word in ("many", "several", "some") and w[j] == "more":
            j += 1
        return j, None
    if word in ("dozens", "hundreds", "thousands", "tens", "scores", "couple") and w[i + 1] == "of":
        return i + 2, None if word != "couple" else 2
    return None


def _digits(p: Pieces, i: int) -> tuple[int, float | None]:
    w, j = p.words, i + 1
    value: float = int(w[i]) if len(w[i]) < 10 else 0
    while w[j] == "," and len(w[j + 1]) == 3 and w[j + 1].isdigit() and p.glued(j - 1) and p.glued(j):
        value = value * 1000 + int(w[j + 1])
        j += 2
    if w[j] == "." and p.glued(j - 1) and p.glued(j) and w[j + 1].isdigit() and len(w[j + 1]) <= 3:
        value += int(w[j + 1]) / 10 ** len(w[j + 1])
        j += 2
    elif w[j].isdigit() and w[j + 1] == "/" and w[j + 2] in ("2", "4") and w[j].isascii() and int(w[j]) < int(w[j + 2]):
        value += int(w[j]) / int(w[j + 2])
        j += 3
    elif w[j] in ("½", "¼", "¾"):
        value += {"½": 0.5, "¼": 0.25, "¾": 0.75}[w[j]]
        j += 1
    if w[j] in MAGNITUDES:
        return j + 1, value * MAGNITUDES[w[j]]
    return _fraction(p, j, value)


def _words(p: Pieces, i: int) -> tuple[int, float]:
    w, j = p.words, i
    total = current = 0
    while True:
        word = w[j]
        if word in TENS:
            current += TENS[word]
            j += 1
            if w[j] in _HYPHENS and w[j + 1] in SMALL and 0 < SMALL[w[j + 1]] < 10:
                current += SMALL[w[j + 1]]
                j += 2
            elif w[j] in SMALL and 0 < SMALL[w[j]] < 10:
                current += SMALL[w[j]]
                j += 1
        elif word in SMALL:
            current += SMALL[word]
            j += 1
        elif word in ("a", "an") and w[j + 1] in MAGNITUDES:
            current = 1
            j += 1
        else:
            break
        if w[j] == "hundred":
            current *= 100
            j += 1
            if w[j] == "and" and (w[j + 1] in SMALL or w[j + 1] in TENS):
                j += 1
                continue
        elif w[j] in MAGNITUDES:
            total += current * MAGNITUDES[w[j]]
            current = 0
            j += 1
        if not (w[j] in SMALL or w[j] in TENS) or (current % 100 and current):
            break
    return j, float(total + current)


def _fraction(p: Pieces, j: int, value: float) -> tuple[int, float | None]:
    """Read "... and a half", with or without hyphens."""
    w = p.words
    if w[j] == "and" and w[j + 1] in ("a", "one") and w[j + 2] == "half":
        return j + 3, value + 0.5
    if w[j] in _HYPHENS and w[j + 1] == "and" and w[j + 2] in _HYPHENS and w[j + 3] in ("a", "one"):
        k = j + 4
        if w[k] in _HYPHENS:
            k += 1
        if w[k] == "half":
            return k + 1, value + 0.5
    return j, value


def period(count: float | None, unit: str) -> str:
    """Return a TIMEX3 duration such as P3D, PT1.5H, PXY (vague) or P2DE."""
    if unit in _EXPAND:
        unit, times = _EXPAND[unit]
        count = None if count is None else count * times
    if count == 0.5:  # halves of units that have a whole number of the next smaller
        smaller = {"Y": (6, "M"), "h": (30, "m"), "m": (30, "s"), "D": (12, "h"), "DE": (5, "Y"), "CE": (50, "Y")}
        if unit in smaller:
            count, unit = smaller[unit]
    text = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"PT{text}{unit.upper()}" if unit in "hms" else f"P{text}{unit}"


def unit_at(p: Pieces, i: int, *, hyphenated: bool = True) -> tuple[int, str] | None:
    """Return (piece after it, unit code) of the unit at ``i``, past a hyphen or adjectives ("10 business days")."""
    w, j = p.words, i
    if hyphenated and w[j] in _HYPHENS:
        j += 1
    while w[j] in UNIT_ADJECTIVES:
        j += 1
        if w[j] in _HYPHENS:
            j += 1
    unit = ALL_UNITS.get(w[j])
    if unit is None or (unit in ("m", "s", "h") and w[j] in ("min", "sec") and not p.back(j).isdigit()):
        return None
    return j + 1, unit


def amount_at(p: Pieces, i: int) -> tuple[int, float | None, str] | None:
    """Return (end, count, unit) of a number with its unit, as "three business days" or "12-hour"; None for ages."""
    found = number_at(p, i)
    if found is None:
        return None
    w = p.words
    j, count = found
    if p.back(i) in CURRENCY or "aged" in w[max(0, i - 3) : i] or p.back(i) == "age":
        return None
    if w[j] in ("to", "or", "and") or (w[j] in _HYPHENS and not ALL_UNITS.get(w[j + 1])):
        other = number_at(p, j + 1)  # "two to three years" is as long as its last number
        if other and w[j] != "and" and unit_at(p, other[0]):
            j, count = other
    unit = unit_at(p, j)
    if unit is None:
        return None
    end, code = unit
    if w[end - 1] in UNITS and w[end - 1] not in PLURAL_UNITS:
        singular = count is not None and count <= 1
        hyphen = w[j] in _HYPHENS or p.glued(j - 1)
        short = len(w[end - 1]) <= 3 and w[end - 1] != "day"
        # "a 20 minute walk", "nine month earnings", "a six year grace period"
        beside = p.tag(end + 1 if p.tag(end) == "JJ" else end).startswith("NN")
        measures = beside and (w[i].isdigit() or ((w[i] in SMALL or w[i] in TENS) and code in "YMWDh"))
        if not (singular or hyphen or short or measures):
            return None
        if code in ("s", "Q") and not hyphen:
            return None  # "a second time", "a quarter of"
    if code == "Q" and w[i] in ("a", "quarter") and w[end] == "of" and w[end + 1] in ("a", "the"):
        return None
    if code == "Q" and (w[end] == "of" or w[j] in _HYPHENS):
        return None  # "three-quarters of the votes"
    if code in ("Q", "WE", "NI", "s") and count is None and w[i] not in ("several", "a", "few", "many", "recent"):
        return None
    if w[end] == "and" and w[end + 1] == "a" and w[end + 2] in ("half", "quarter") and count is not None:
        count += 0.5 if w[end + 2] == "half" else 0.25
        end += 3
    if w[end] in ("old", "olds") or (w[end] in _HYPHENS and w[end + 1] in ("old", "olds")):
        return None
    if w[end] == "of" and w[end + 1] == "age":
        return None
    if w[end] == "war" and p.capital(end) and p.capital(end - 1):
        return None  # the Six-Day War
    if code == "h" and len(w[i]) == 4 and w[i].isdigit() and p.back(i) not in ("for", "of", "than", "about"):
        return None  # "at 1800 hours", "from 1800 to 2100 hrs"
    if code in ("h", "m", "s") and w[i] in ("a", "an") and p.back(i) in _SPEED:
        return None
    return end, count, code


def duration(p: Pieces, i: int) -> Match | None:
    """Recognise a number with its unit and what follows: a length, or a point so far from another."""
    found = amount_at(p, i)
    if found is None:
        return None
    end, count, unit = found
    w, first = p.words, i
    follow = w[end]
    hyphen = follow in _HYPHENS
    after = w[end + 1] if hyphen else follow
    if hyphen and w[i] in ("a", "an") and after in ("end", "ago", "earlier", "round", "over", "to", "on", "by"):
        return None  # "a year-end bonus": the unit opens its own phrase
    if hyphen and after == "long":
        if w[i] in ("a", "an"):
            return None
        return Match(first, end + 2, "duration", "DURATION", period(count, unit), unit=unit, number=int(count or 0))
    tail = end + 2 if hyphen else end + 1
    if after in _AGO and (after == "ago" or p.tag(end) == "RB"):
        return _counted_back(p, _point(p, first, tail, count, unit, -1, "publication"))
    if after == "from" and w[end + 1] in ("now", "today"):
        return _point(p, first, end + 2, count, unit, 1, "publication")
    if after == "hence":
        return _point(p, first, tail, count, unit, 1, "publication")
    if after in ("earlier", "later") and w[tail] != "than":
        if unit in ("h", "m", "s"):
            return Match(first, tail, "duration", "DURATION", period(count, unit), unit=unit)
        return _point(p, first, tail, count, unit, -1 if after == "earlier" else 1, "text")
    if follow in ("before", "after", "previously", "afterward", "afterwards", "beforehand") and (
        follow not in ("before", "after") or w[end + 1] in (".", ",", ";", "", '"', "”", ")", "\n")
    ):
        return _point(
            p, first, end + 1, count, unit, -1 if follow in ("before", "previously", "beforehand") else 1, "text"
        )
    if w[i] in ("a", "an") and w[i + 1] in UNITS and _rate(p, i, follow):
        return Match(first, end, "set", "SET", period(1, unit))
    return Match(first, end, "duration", "DURATION", period(count, unit), unit=unit, number=int(count or 0))


def _rate(p: Pieces, i: int, follow: str) -> bool:
    """Return whether "a year" says how often ("15 a year", "twice a year"), not how long."""
    before = p.back(i)
    if p.tag(i - 1) not in _RATES and before not in ("once", "twice", "times", "%", "much", "more", "less", "hours"):
        return False
    return follow not in ("after", "before", "of")


def _counted_back(p: Pieces, m: Match | None) -> Match | None:
    """Join "a year ago" with what it is counted from: "a year ago today", "two years ago this week"."""
    if m is None or m.kind != "relative" or m.unit not in ("Y", "M", "W"):
        return m
    w, j = p.words, m.last
    named = w[j] in WEEKDAYS or w[j] in ("today", "tomorrow", "yesterday")
    if not named and not (w[j] in ("this", "last", "next") and (w[j + 1] in UNITS or w[j + 1] in MONTHS)):
        return m
    inner = p.read(j)
    day = inner is not None and (inner.unit == "D" or inner.kind == "date")
    if inner is None or inner.kind not in ("relative", "date") or (m.unit != "Y" and not day):
        return m
    return Match(m.first, inner.last, "ago", unit=m.unit, shift=m.shift, sub=inner)


def _point(p: Pieces, i: int, end: int, count: float | None, unit: str, sign: int, base: str) -> Match | None:
    text: bool = base == "text"
    if count is None:
        return Match(i, end, "value", "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    scale = {"F": ("W", 2), "Q": ("Q", 1), "S6": ("M", 6), "S3": ("M", 3), "DE": ("DE", 1), "NI": ("D", 1)}
    code, times = scale.get(unit, (unit, 1))
    if count != int(count):  # "a year and a half ago"
        finer = {"Y": ("M", 12), "DE": ("Y", 10), "h": ("m", 60), "W": ("D", 7), "D": ("h", 24), "CE": ("Y", 100)}
        if code not in finer:
            return None
        code, more = finer[code]
        times *= more
    return Match(
        i, end, "relative", "TIME" if code in "hms" else "DATE", unit=code, shift=int(count * times) * sign,
        base="text" if text else "publication",
    )  # fmt: skip


def bare_plural(p: Pieces, i: int) -> Match | None:
    """Recognise "years" alone where it is a length: "for years", "decades in the making", "hours later"."""
    w = p.words
    unit = PLURAL_UNITS[w[i]]
    before, follow = p.back(i), w[i + 1]
    if follow in ("ago", "earlier", "later", "before") and p.tag(i - 1) not in ("JJ", "CD", "DT"):
        closed = follow != "before" or w[i + 2] in (".", ",", ";", "\n")
        if closed:
            return _point(p, i, i + 2, None, unit, 1 if follow == "later" else -1, "text")
    if unit in ("Q", "WE", "NI", "s", "F"):
        return None
    tag = p.tag(i - 1)
    opens = i == 0 or p.parse.sent[p.tokens[i]] != p.parse.sent[p.tokens[i - 1]] or before in ('"', "“", "--", "—", ",")
    if before in ("light", "man", "-", "dog", "school"):
        return None
    if not opens and before not in _BARE_BEFORE and not tag.startswith(("VB", "IN", "RB")):
        return None
    if opens and follow not in ("of", "after", "before", "in", "since", "on"):
        return None
    return Match(i, i + 1, "duration", "DURATION", period(None, unit), unit=unit)


def quarter_century(p: Pieces, i: int) -> Match | None:
    """Recognise "a quarter-century", "quarter of a century", "half-century", "half-decade"."""
    w, first = p.words, i
    j = i + 1 if w[i] in ("a", "the", "last") else i
    if w[j] != "quarter":
        return None
    k = j + 3 if w[j + 1 : j + 3] == ["of", "a"] else j + 2 if w[j + 1] in _HYPHENS else j + 1
    if w[k] != "century":
        return None
    if w[k + 1] in ("ago", "earlier", "later"):
        sign = 1 if w[k + 1] == "later" else -1
        return _point(p, first, k + 2, 25, "Y", sign, "publication" if w[k + 1] == "ago" else "text")
    return Match(first, k + 1, "duration", "DURATION", "P25Y", unit="Y", number=25)


def whole(p: Pieces, i: int) -> Match | None:
    """Recognise "all day", "all week long", "all year round": the whole of one unit."""
    w = p.words
    if w[i + 1] not in ("day", "week", "month", "year", "weekend", "night"):
        return None
    end = i + 3 if w[i + 2] in ("long", "round") else i + 2
    return Match(i, end, "duration", "DURATION", period(1, UNITS[w[i + 1]]), unit=UNITS[w[i + 1]])


def ahead(p: Pieces, i: int) -> Match | None:
    """Recognise "the weeks ahead" and "the months to come" at the piece after "the"."""
    w = p.words
    unit = PLURAL_UNITS.get(w[i], "")
    if unit not in ("D", "W", "M", "Y", "DE") or not (
        (w[i + 1] == "ahead" and w[i + 2] != "of") or w[i + 1 : i + 3] == ["to", "come"]
    ):
        return None
    return Match(i, i + (2 if w[i + 1] == "ahead" else 3), "duration", "DURATION", period(None, unit), unit=unit)


def frequency(p: Pieces, i: int) -> Match | None:
    """Recognise "daily", "annual": a capital inside a sentence makes them part of a name (Daily Mail)."""
    if p.capital(i) and (not p.opens_sentence(i) or p.capital(i + 1)):
        return None
    word = p.words[i]
    if p.back(i) in _HYPHENS and i > 1 and p.words[i - 2] in ("semi", "bi") and word in ("annual", "annually"):
        return Match(i - 2, i + 1, "set", "SET", "P6M" if p.words[i - 2] == "semi" else "P2Y")
    if word in LENGTHS:
        return Match(i, i + 1, "duration", "DURATION", LENGTHS[word])
    return Match(i, i + 1, "set", "SET", FREQUENCIES[word])


def every(p: Pieces, i: int) -> Match | None:
    """Recognise "every week", "each Tuesday", "every other day", "every two years", "per year"."""
    w, j = p.words, i + 1
    if w[i] == "per":
        if w[j] in UNITS and UNITS[w[j]] in "YMWD" and p.back(i) not in _SPEED:
            return Match(i, j + 1, "set", "SET", period(1, UNITS[w[j]]))
        return None
    if w[j] == "single":
        j += 1
    if w[j] in ("second", "third", "fourth", "fifth") and UNITS.get(w[j + 1]) in ("Y", "M", "W", "D"):
        times = ("second", "third", "fourth", "fifth").index(w[j]) + 2
        return Match(i, j + 2, "set", "SET", period(times, UNITS[w[j + 1]]))
    if w[j] == "other" and w[j + 1] in UNITS:
        return Match(i, j + 2, "set", "SET", period(2, UNITS[w[j + 1]]))
    if w[j] == "other" and w[j + 1] in WEEKDAYS:
        j += 1
    word = w[j]
    if word in WEEKDAYS:
        value = f"XXXX-WXX-{WEEKDAYS[word]}"
        j += 1
        if w[j] in PARTS:
            value += PARTS[w[j]]
            j += 1
        return Match(i, j, "set", "SET", value)
    if word in MONTHS and p.capital(j):
        return Match(i, j + 1, "set", "SET", f"XXXX-{MONTHS[word]:02d}")
    if word in SEASONS:
        return Match(i, j + 1, "set", "SET", f"XXXX-{SEASONS[word]}")
    if word in PARTS and word != "noon":
        return Match(i, j + 1, "set", "SET", f"XXXX-XX-XX{PARTS[word]}")
    if word in UNITS and word not in ("second", "quarter"):
        return Match(i, j + 1, "set", "SET", period(1, UNITS[word]))
    if word == "quarter":
        return Match(i, j + 1, "set", "SET", "P3M")
    found = amount_at(p, j)
    if found and found[2] not in "s":
        return Match(i, found[0], "set", "SET", period(found[1], found[2]))
    return None
