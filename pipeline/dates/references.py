"""Words that point at a time without naming it: now, today, recently, soon, long ago, these days, the future."""

from __future__ import annotations

from typing import Final

from pipeline.dates import amounts
from pipeline.dates.lexicon import DAY_SHIFTS, PLURAL_UNITS, REFERENCES, SHIFTS, SHOWS, word_set
from pipeline.dates.match import Match
from pipeline.dates.pieces import Pieces

_GENERATIONS: Final = word_set(
    "world society economy standards generation kids youth people children teenagers technology consumers"
)
_LASTING: Final = word_set(
    "have employ own operate live remain number account produce hold stand serve boast generate exist work cost"
)
_HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})


def deictic(p: Pieces, i: int) -> Match | None:
    """Recognise today, yesterday, tomorrow and "the day before yesterday"."""
    word = p.words[i]
    if p.capital(i) and p.words[i + 1] in SHOWS and (p.capital(i + 1) or not p.opens_sentence(i)):
        return None
    if word == "today":
        if p.back(i) == "usa":
            return None
        if _these_days(p, i):
            return Match(i, i + 1, "value", value="PRESENT_REF")
    return Match(i, i + 1, "relative", unit="D", shift=DAY_SHIFTS[word])


def _these_days(p: Pieces, i: int) -> bool:
    """Tell "today" that means nowadays: "today's world", "Today, the firm employs 400 people"."""
    w = p.words
    if w[i + 1] in ("'s", "’s"):
        return w[i + 2] in _GENERATIONS or (w[i + 2] in ("young", "modern") and w[i + 3] in _GENERATIONS)
    if not p.opens_sentence(i) or w[i + 1] != ",":
        return False
    parse = p.parse
    begin, end = parse.sentence_of(p.tokens[i])
    verb = parse.heads[p.tokens[i]]
    return begin <= verb < end and parse.tags[verb] in ("VBZ", "VBP") and parse.lemmas[verb].lower() in _LASTING


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


def long_ago(p: Pieces, i: int) -> Match | None:
    """Recognise "long ago", "not long ago", "some time ago", "a while ago", "moments ago"."""
    w = p.words
    j = i + 1 if w[i] in ("a", "some", "quite") else i
    if w[j] == "very":
        j += 1
    if w[j] == "long":
        j += 2 if w[j + 1] in ("time", "while") else 1
    elif w[j] in ("moments", "ages") or (w[j] in ("time", "while") and j > i):
        j += 1
    else:
        return None
    if w[j] not in ("ago", "before"):
        return None
    if w[j] == "before" and w[i] != "moments":
        return None
    first = i - 1 if p.back(i) in ("not", "so", "too") else i
    return Match(first, j + 1, "value", value="PAST_REF")


def present(p: Pieces, i: int) -> Match | None:
    """Recognise "at present"."""
    ends = not p.tag(i + 1).startswith(("NN", "JJ", "VBG"))
    return Match(i, i + 1, "value", value="PRESENT_REF") if p.back(i) == "at" and ends else None


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
