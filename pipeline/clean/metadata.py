"""Title, author, publisher, date and address of an article: every witness heard, the best believed, the rest noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from pipeline.clean import dates
from pipeline.clean.blocks import Block
from pipeline.clean.byline import author_in, dates_in

_SEPARATORS = re.compile(r"\s+[|–—•·»:-]\s+|\s*[|»]\s*")


@dataclass(frozen=True, slots=True)
class Witness:
    """One statement about when an article was published and where it stood."""

    day: date
    source: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text. ``others`` are the dates not believed."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    published_source: str | None = None
    others: tuple[Witness, ...] = ()
    fetched_at: datetime | None = None
    language: str | None = None
    record_id: str | None = None


def first(values: Iterable[str | None]) -> str | None:
    """Return the first value that says something."""
    return next((" ".join(v.split()) for v in values if v and v.strip()), None)


def believe(witnesses: Sequence[Witness], latest: date | None) -> tuple[Witness | None, tuple[Witness, ...]]:
    """Return the first plausible witness and those that say another day."""
    good = [w for w in witnesses if dates.plausible(w.day, latest)]
    if not good:
        return None, ()
    others: list[Witness] = []
    for witness in good[1:]:
        if witness.day != good[0].day and all(witness.day != o.day for o in others):
            others.append(witness)
    return good[0], tuple(others)


def byline_witnesses(blocks: Sequence[Block], begin: int, end: int) -> tuple[list[Witness], list[Witness]]:
    """Return dates of publication and dates of change in the short lines ``blocks[begin:end]``."""
    published: list[Witness] = []
    changed: list[Witness] = []
    for block in blocks[max(0, begin) : end]:
        if len(block.text) > 220:
            continue
        for day, late in dates_in(block.text):
            (changed if late else published).append(Witness(day, "byline, update" if late else "byline"))
    return published, changed


def byline_author(blocks: Sequence[Block], begin: int, end: int) -> str | None:
    """Return the author named in the short lines ``blocks[begin:end]``."""
    return first(author_in(b.text) for b in blocks[max(0, begin) : end] if len(b.text) <= 220)


def headline(title: str | None, headings: Sequence[str], publisher: str | None) -> str | None:
    """Return the title without the name of the site, which pages put before or after it.

    A heading of the page that begins or ends the title settles what the headline is; otherwise a last part that is
    the publisher's name goes.
    """
    if not title:
        return next((h for h in headings if len(h) >= 8), None)
    title = " ".join(title.split())
    folded = _fold(title)
    for heading in headings:
        known = _fold(heading)
        if len(known) >= 10 and known != folded and (folded.startswith(known) or folded.endswith(known)):
            rest = folded[len(known) :] if folded.startswith(known) else folded[: -len(known)]
            if len(rest) <= 60:
                return heading
    parts = _SEPARATORS.split(title)
    if len(parts) > 1 and publisher and _near(parts[-1], publisher):
        cut = title.rfind(parts[-1])
        return re.sub(r"[\s|–—•·»:-]+$", "", title[:cut]) or title
    return title


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _near(one: str, other: str) -> bool:
    a, b = _fold(one), _fold(re.sub(r"^www\.|\.[a-z.]{2,6}$", "", other))
    return bool(a and b) and (a in b or b in a)


def host(url: str | None) -> str | None:
    """Return the host of an address without ``www.``, or None."""
    if not url or "://" not in url:
        return None
    try:
        name = urlsplit(url).hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None
