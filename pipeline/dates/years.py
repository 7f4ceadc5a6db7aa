"""Years and decades: "2009", "'09", "1914-18", "44 B.C.", "nineteen ninety-one", "the 1990s", "the new year"."""

from __future__ import annotations

from typing import Final

from pipeline.dates.lexicon import (
    ALL_UNITS,
    CURRENCY,
    DECADE_WORDS,
    MONTHS,
    SMALL,
    TENS,
    word_set,
)
from pipeline.dates.match import Match
from pipeline.dates.numeric import century
from pipeline.dates.pieces import Pieces

_YEAR_BEFORE: Final = word_set(
    "in since by during until till before after from of between early late mid fiscal circa around about for and "
    "to through than - – — year summer spring winter autumn fall january's through as"
)
_YEAR_NOT_BEFORE: Final = frozenset(
    {"section", "no.", "no", "number", "flight", "article", "page", "room", "windows", "route", "highway", "model",
     "chapter", "line", "rule", "resolution", "top", "#", "§", "version", "act", "iso", "expo", "agenda"}
    | CURRENCY
)  # fmt: skip
_YEAR_NOT_AFTER: Final = frozenset(
    {"%", "percent", "pct", "million", "billion", "thousand", "hundred", "km", "mph", "-", "°"}
)


def year_number(p: Pieces, i: int) -> tuple[int, int]:
    """Return (piece after it, year) of "2009" or "'09"; (i, 0) where none."""
    w = p.words
    if len(w[i]) == 4 and w[i].isdigit() and w[i].isascii() and "1000" <= w[i] <= "2999":
        if p.glued(i) and (
            w[i + 1] in (":", "%", "s") or (w[i + 1] in (",", ".") and p.glued(i + 1) and w[i + 2].isdigit())
        ):
            return i, 0
        return i + 1, int(w[i])
    if w[i] in ("'", "’", "‘") and len(w[i + 1]) == 2 and w[i + 1].isdigit() and p.glued(i):
        if p.glued(i + 1) and w[i + 2] in ("s", "-", "%"):
            return i, 0
        return i + 2, century(int(w[i + 1]))
    return i, 0


def bare_year(p: Pieces, i: int) -> Match | None:
    """Recognise a year on its own, where a preposition or the model's DATE shows that it is one."""
    w = p.words
    after, year = year_number(p, i)
    if not year:
        return None
    before, follow = p.back(i), w[after]
    if before in _YEAR_NOT_BEFORE or (i and p.glued(i - 1) and before in ("$", "/", "#", ".", "_", "@")):
        return None
    if before == "-" and i > 1 and p.glued(i - 1) and p.glued(i - 2) and w[i - 2].isdigit() and len(w[i - 2]) == 3:
        return None  # a telephone number
    if (before == "." and i > 1 and w[i - 2] == "no") or "://" in p.parse.words[p.tokens[i]]:
        return None
    era = _era(p, i, after)
    if era:
        return era
    if follow in _YEAR_NOT_AFTER and follow != "-":
        return None
    label = p.entity(i)
    if follow in ("-", "–") and p.glued(after - 1):
        span = _year_range(p, i, after, year)
        if span:
            return span
        if p.glued(after) and w[after + 1].isdigit():
            return None
    if follow == "/" and w[after + 1].isdigit() and len(w[after + 1]) in (2, 4):
        span = _year_range(p, i, after, year)
        if span:
            return span
    if w[i] in ("'", "’", "‘"):
        return Match(i, after, "date", year=year) if label == "DATE" or before in ("in", "of", "since") else None
    if follow in ALL_UNITS or (follow == "-" and w[after + 1] in ALL_UNITS):
        return None  # "a 2000 year old tradition"
    counted = p.tag(after) == "NNS" or (p.tag(after) == "JJ" and p.tag(after + 1) == "NNS")
    if label == "DATE":
        return None if counted and before not in _YEAR_BEFORE and year < 1900 else Match(i, after, "date", year=year)
    if not 1400 <= year <= 2100 or label in ("MONEY", "PERCENT", "QUANTITY", "PRODUCT", "LAW"):
        return None
    if (
        before in _YEAR_BEFORE
        and not counted
        and (label == "" or before not in ("about", "around", "than", "for", "to"))
    ):
        return Match(i, after, "date", year=year)
    if before in ("(", "[") and follow in (")", "]", ",", ";"):
        return Match(i, after, "date", year=year)
    if before == "the" and p.tag(after) in ("NN", "NNP", "JJ") and 1900 <= year <= 2050:
        return Match(i, after, "date", year=year)
    if before == "," and p.back(i - 1) in MONTHS:
        return Match(i, after, "date", year=year)
    if label == "EVENT" and 1900 <= year <= 2050:
        return Match(i, after, "date", year=year)
    return None


def _era(p: Pieces, i: int, after: int) -> Match | None:
    """Return the year of "2500 B.C." (``BC2500``) and "1066 AD"; the piece after the number is ``after``."""
    era = p.words[after].replace(".", "")
    number = int(p.words[i]) if p.words[i].isdigit() and len(p.words[i]) <= 4 else 0
    if not number or not p.parse.text[p.starts[after]].isupper() or p.glued(after - 1):
        return None
    if era in ("bc", "bce"):
        return Match(i, after + 1, "value", value=f"BC{number:04d}")
    return Match(i, after + 1, "date", year=number) if era in ("ad", "ce") else None


def early_year(p: Pieces, i: int) -> Match | None:
    """Recognise "44 B.C." and "500 A.D.": years that need their era to be read as such."""
    return _era(p, i, i + 1)


def new_year(p: Pieces, first: int, k: int) -> Match | None:
    """Recognise "the new year", "the New Year": the one that begins."""
    w = p.words
    if w[k] != "new" or w[k + 1] != "year" or w[k + 2] in ("'s", "’s", "-") or p.tag(k + 2).startswith("NN"):
        return None
    return Match(first, k + 2, "edge", unit="NY", mod="START", edge=True)


def year_in_words(p: Pieces, i: int) -> Match | None:
    """Recognise "nineteen ninety-one", "nineteen oh five" and "the nineteen sixties", as they are spoken."""
    w, j = p.words, i + 1
    first = i - 1 if p.back(i) == "the" else i
    hundreds = SMALL.get(w[i], 0)
    if w[i] not in ("eighteen", "nineteen"):
        return None
    if w[j] in DECADE_WORDS:
        return Match(first, j + 1, "value", value=f"{hundreds}{DECADE_WORDS[w[j]]}", unit="DE")
    if p.back(i) not in _YEAR_BEFORE and p.entity(i) != "DATE":
        return None
    if w[j] in ("oh", "o") and 0 < SMALL.get(w[j + 1], 0) < 10:
        return Match(i, j + 2, "date", year=100 * hundreds + SMALL[w[j + 1]])
    if w[j] in TENS:
        k = j + 2 if w[j + 1] == "-" else j + 1
        more = SMALL.get(w[k], 0)
        single = 0 < more < 10
        return Match(i, k + 1 if single else j + 1, "date", year=100 * hundreds + TENS[w[j]] + (more if single else 0))
    return Match(i, j + 1, "date", year=100 * hundreds + SMALL[w[j]]) if 10 <= SMALL.get(w[j], 0) < 20 else None


def _year_range(p: Pieces, i: int, after: int, year: int) -> Match | None:
    """Recognise 2009-10 and 1914-1918 as one interval."""
    word = p.words[after + 1]
    if not word.isdigit() or len(word) not in (2, 4):
        return None
    other = int(word) if len(word) == 4 else year - year % 100 + int(word)
    if not year < other <= year + 120:
        return None
    if after + 2 < p.n and p.glued(after + 1) and p.words[after + 2] in ("-", "/", ":", "%"):
        return None
    if p.entity(i) not in ("DATE", "", "CARDINAL") and p.back(i) not in _YEAR_BEFORE and p.back(i) != "the":
        return None
    return Match(i, after + 2, "value", "DATE", f"{year:04d}/{other:04d}")


def decade(p: Pieces, i: int, first: int) -> Match | None:
    """Recognise "1990s", "'90s", "60s", "nineties" (the piece at ``i``; ``first`` is where its phrase begins)."""
    w = p.words
    word = w[i]
    if word in DECADE_WORDS:
        if first == i or p.back(i) not in ("the", "early", "late", "mid", "-", "roaring"):
            return None
        return Match(first, i + 1, "value", "DATE", f"19{DECADE_WORDS[word]}", unit="DE")
    if not (word.isdigit() and word.endswith("0") and p.glued(i)) or (i and p.glued(i - 1) and p.back(i).isalpha()):
        return None  # the model "BK1050S" is no decade
    owner = first - 1 if p.back(first) in ("late", "early", "mid") else first
    if len(word) == 2 and p.back(owner) in ("his", "her", "their", "my", "our", "your"):
        return None  # "in her late 30s"
    end = i + 1
    if w[end] in ("'s", "’s") and p.back(first if first < i else i) != "the" and first == i:
        return None  # "1990's first quarter"
    if w[end] not in ("s", "'s", "’s"):
        return None
    if len(word) == 4 and 1000 <= int(word) <= 2100:
        if word.endswith("00") and not word.startswith("20"):
            return Match(first, end + 1, "value", "DATE", word[:2], unit="CE")
        return Match(first, end + 1, "value", "DATE", word[:3], unit="DE")
    if len(word) == 2:
        quoted = p.back(i) in ("'", "’", "‘") and p.glued(i - 1)
        if not quoted and p.back(i) in ("his", "her", "their", "my", "our", "your", "low", "high", "upper"):
            return None  # an age or a temperature
        if not quoted and p.back(i) not in ("the", "early", "late", "mid", "and", "-", "or"):
            return None
        begin = i - 1 if quoted and first == i else first
        tens = int(word[0])
        return Match(begin, end + 1, "value", "DATE", f"{'20' if tens < 2 else '19'}{tens}", unit="DE")
    return None
