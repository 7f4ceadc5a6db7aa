"""Times of day in words: "eight o'clock", "half past six", "a quarter to five", "at nine this morning"."""

from __future__ import annotations

from typing import Final

from pipeline.dates.lexicon import PARTS, SHOWS, SMALL, WEEKDAYS, ZONES, word_set
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces

_HOURS: Final = {word: n for word, n in SMALL.items() if 1 <= n <= 12}
_HYPHENS: Final = frozenset({"-", "‐", "‑"})
_BEFORE: Final = word_set("at by until till around about since from before after")
_HALVES: Final = frozenset({"morning", "afternoon", "evening", "night"})
_TIME_NOUNS: Final = word_set("eastern central mountain pacific local moscow london gmt greenwich israeli baghdad")


def half_of_day(hour: int, part: str) -> int:
    """Return the hour of 24 that "eight in the evening" or "two at night" means."""
    if part in ("morning", "TMO"):
        return hour % 12
    if part in ("night", "TNI"):
        return hour % 12 + 12 if hour >= 6 and hour < 12 else hour % 12
    return hour % 12 + 12


def zone_words(p: Pieces, j: int) -> int:
    """Return the piece after "Eastern time", "local time" or a zone's letters at ``j``; ``j`` where none stand."""
    w = p.words
    if w[j] in _TIME_NOUNS:
        k = j + 2 if w[j + 1] in ("standard", "daylight", "summer", "mean") else j + 1
        return k + 1 if w[k] == "time" else j
    return j + 1 if w[j] in ZONES and p.parse.text[p.starts[j] : p.ends[j]].isupper() else j


def clock_in_words(p: Pieces, i: int) -> Match | None:
    """Recognise a time of day whose hour is a word, or a bare number that a part of the day follows."""
    w, word = p.words, p.words[i]
    hour = minute = 0
    j = i
    if word == "half" or (word in ("a", "quarter") and "quarter" in w[i : i + 2]):
        found = _before_or_past(p, i)
        if found is None:
            return None
        j, hour, minute = found
    else:
        hour = _HOURS.get(word, 0) or (int(word) if word.isdigit() and len(word) <= 2 else 0)
        if not 1 <= hour <= 12:
            return None
        j = i + 1
        on_the_hour = _after_o_clock(p, j)
        if on_the_hour:
            if word.isdigit():
                return None  # read with the digits
            j = on_the_hour
        elif not _is_bare_hour(p, i):
            return None
    hour, j = _part_of_day(p, j, hour)
    if minute < 0:
        hour, minute = (hour - 1) % 24, minute + 60
    return Match(i, zone_words(p, j), "clock", "TIME", clock=f"T{hour:02d}:{minute:02d}")


def _after_o_clock(p: Pieces, j: int) -> int:
    w = p.words
    if w[j] == "o'clock" or w[j] == "o’clock":
        return j + 1
    return j + 3 if w[j] == "o" and w[j + 1] in ("'", "’") and w[j + 2] == "clock" else 0


def _before_or_past(p: Pieces, i: int) -> tuple[int, int, int] | None:
    """Return (end, hour, minutes) of "half past six", "quarter to five"; minutes before the hour are negative."""
    w = p.words
    j = i + 1 if w[i] == "a" else i
    half = w[j] == "half"
    j = j + 2 if w[j + 1] in _HYPHENS else j + 1
    if w[j] not in ("past", "to", "after", "before") or (half and w[j] != "past"):
        return None
    hour = _HOURS.get(w[j + 1], 0) or (int(w[j + 1]) if w[j + 1].isdigit() and len(w[j + 1]) <= 2 else 0)
    if not 1 <= hour <= 12 or (not half and w[j] == "to" and p.tag(j + 2).startswith("NN")):
        return None
    end = j + 2
    return _after_o_clock(p, end) or end, hour, 30 if half else 15 if w[j] in ("past", "after") else -15


def _is_bare_hour(p: Pieces, i: int) -> bool:
    """Return whether a bare number is an hour: "at nine this morning", "three in the afternoon"."""
    w, j = p.words, i + 1
    if w[j : j + 2] == ["in", "the"] and w[j + 2] in ("morning", "afternoon", "evening"):
        return p.back(i) in (*_BEFORE, "was", "is", "'s")
    if p.back(i) not in _BEFORE:
        return False
    if w[j] in ("this", "yesterday", "tomorrow", "that") and w[j + 1] in _HALVES:
        return True
    return w[j] == "tonight" or w[j : j + 2] in (["last", "night"], ["at", "night"])


def _part_of_day(p: Pieces, j: int, hour: int) -> tuple[int, int]:
    """Return (hour of 24, piece after it) with "in the morning", "at night"; what names a day is left to the join."""
    w = p.words
    if w[j : j + 2] == ["in", "the"] and w[j + 2] in PARTS:
        return half_of_day(hour, w[j + 2]), j + 3
    if w[j : j + 2] == ["at", "night"]:
        return half_of_day(hour, "night"), j + 2
    return hour, j


def tonight(p: Pieces, i: int) -> Match | None:
    """Recognise tonight and overnight."""
    if p.words[i] == "overnight" and (p.tag(i) not in ("RB", "NN") or p.tag(i + 1).startswith("NN")):
        return None
    if p.capital(i) and p.capital(i + 1) and p.words[i + 1] in SHOWS:
        return None
    day = Match(i, i + 1, "relative", unit="D", shift=0, base="text" if p.words[i] == "overnight" else "publication")
    return Match(i, i + 1, "clock", "TIME", clock="TNI", sub=day)


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
