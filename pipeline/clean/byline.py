"""Bylines, datelines and other lines around an article that tell about it rather than belong to it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pipeline.clean import dates

_NAME = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,6}"
_BY = re.compile(
    rf"(?:^|[|•·–—]\s*|\b(?:written|posted|published|reported|words|story)\s+|\s)by:?\s+(?P<name>{_NAME})", re.I
)
_PUBLISHED = re.compile(r"\b(?:(?:originally |first )?published|posted|date|created|released)\b", re.I)
_CHANGED = re.compile(r"\b(?:updated?|modified|last (?:updated|modified|reviewed|edited)|reviewed|edited)\b", re.I)
# what a byline holds besides names and dates
_REST = re.compile(
    r"\b(?:published|posted|first|updated?|modified|last|written|reviewed|edited|by|on|at|in|of|the|and|date|author|"
    r"editor|staff|reporter|writer|correspondent|min(?:ute)?s?|read(?:ing)?|time|views?|comments?|shares?|share|save|listen|am|pm|"
    r"a\.m|p\.m|utc|gmt|e[sd]?t|p[sd]t|cet|bst|ist|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|"
    r"fri(?:day)?|sat(?:urday)?|sun(?:day)?|follow|contributor|est|edt|hours?|ago|days?)\b|\d{1,2}:\d\d(?::\d\d)?|[\W\d_]",
    re.I,
)


def dates_in(text: str) -> list[tuple[date, bool]]:
    """Return (day, changed) of the dates in a short line; ``changed`` marks the date of an update or review."""
    out = []
    for start, _, day in dates.find(text):
        before = text[max(0, start - 40) : start]
        changed = max((m.end() for m in _CHANGED.finditer(before)), default=-1)
        published = max((m.end() for m in _PUBLISHED.finditer(before)), default=-1)
        out.append((day, changed > published))
    return out


def is_late(text: str) -> bool:
    """Whether a line speaks of a change rather than of publication."""
    return _CHANGED.search(text) is not None and _PUBLISHED.search(text) is None


def says_when(text: str) -> bool:
    """Whether a line says that something was published or changed."""
    return len(text) < 160 and (_CHANGED.search(text) or _PUBLISHED.search(text)) is not None


def residue(text: str) -> int:
    """Return how many letters of a line are left when dates, names and the words of bylines are taken away."""
    for start, end, _ in reversed(dates.find(text)):
        text = text[:start] + " " + text[end:]
    text = _BY.sub(" ", text)
    return len(_REST.sub("", text))


def author_in(text: str) -> str | None:
    """Return the name after "by" in a short line, or None."""
    if len(text) > 300:
        return None
    without = text
    for start, end, _ in reversed(dates.find(text)):
        without = without[:start] + " | " + without[end:]
    found = _BY.search(without)
    if not found:
        return None
    name = found["name"].strip(" .,-")
    if not name[:1].isupper() or len(name) > 60:
        return None
    words = re.split(r"\s+(?:on|in|at|published|posted|updated|for|and (?=the\b))\b", name, flags=re.I)
    return words[0].strip() or None


_PERSON = re.compile(
    r"[^\W\d_a-z][\w.'’-]+(?: (?:[^\W\d_a-z][\w.'’-]*|de|van|von|der|den|bin|al|el|da|di|la|le|du|dos)){1,4}\Z"
)
_PARTS = re.compile(r"\s*[|·•–—\n,]\s*|\s+-\s+")
_DAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)


def signature(text: str) -> tuple[str | None, str | None]:
    """Return (author, publisher) of a line such as ``Gil Comeau, Atlantic Labour Report, 12 September 2023``.

    Only a line that also holds a date, or starts with "by", is a signature.
    """
    if len(text) > 160:
        return None, None
    found = dates.find(text)
    author = author_in(text)
    if not found and not author:
        return None, None
    for start, end, _ in reversed(found):
        text = text[:start] + " | " + text[end:]
    parts = [p.strip(" .,") for p in _PARTS.split(_DAYS.sub(" | ", text))]
    parts = [re.sub(r"^(?:by|from)\s+", "", p, flags=re.I) for p in parts if p]
    names = [p for p in parts if _PERSON.match(p) and _REST.sub("", p) != ""]
    author = author if author and _PERSON.match(author) else (names[0] if names else author)
    rest = [n for n in names if n != author]
    return author.title() if author and author.isupper() else author, rest[0] if rest else None


_HINT = re.compile(r"\d|\bby\b", re.I)


@lru_cache(maxsize=2048)
def is_byline(text: str) -> bool:
    """Whether a short line is nothing but who wrote it and when."""
    if len(text) > 160 or not _HINT.search(text):
        return False
    dated = bool(dates.find(text))
    signed = _BY.search(text) is not None
    return (dated and residue(text) <= 30) or (signed and residue(text) <= 12 and len(text.split()) <= 12)
