"""Title, author, publisher, date and address of an article: every witness heard, the best believed, the rest noted."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from pipeline.clean import dates
from pipeline.clean.blocks import Block
from pipeline.clean.byline import dates_in, is_late, residue, says_when

SEPARATORS = re.compile(r"\s+[|–—•·»:-]\s+|\s*[|»]\s*")


@dataclass(frozen=True, slots=True)
class Witness:
    """One statement about when an article was published and where it stood.

    ``stated``: a field says so (record, front matter, JSON-LD, meta element); otherwise it is a guess from a line or an
    address.
    """

    day: date
    source: str
    stated: bool = False


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
    good = [w for w in witnesses if dates.plausible(w.day, latest, w.stated)]
    if not good:
        return None, ()
    others: list[Witness] = []
    for witness in good[1:]:
        if witness.day != good[0].day and all(witness.day != o.day for o in others):
            others.append(witness)
    return good[0], tuple(others)


@dataclass(frozen=True, slots=True)
class Lines:
    """Dates in the short lines around an article: of publication above it, of change, and others anywhere."""

    published: tuple[Witness, ...] = ()
    changed: tuple[Witness, ...] = ()
    elsewhere: tuple[Witness, ...] = ()


def byline_witnesses(blocks: Sequence[Block], kept: Sequence[bool], title: str | None) -> Lines:
    """Return the dates that the lines around an article name.

    Looked at: from the headline (or 12 blocks before the body) into the first two blocks of the body, then six blocks
    after it; and on the whole page lines that say "published" or "updated".
    """
    inside = [i for i, k in enumerate(kept) if k]
    begin, end = (inside[0], inside[-1] + 1) if inside else (0, 0)
    head = headline_at(blocks[: end or len(blocks)], begin, title)
    start = max(0, min(begin - 12, head - 4, max(0, begin - 30)) if head >= 0 else begin - 12)
    top = max(begin + 3, head + 5)
    published: list[Witness] = []
    changed: list[Witness] = []
    elsewhere: list[Witness] = []
    late_before = False
    for i, block in enumerate(blocks):
        if len(block.text) > 220:
            late_before = False
            continue
        found = dates_in(block.text)
        for day, late in found:
            if start <= i < top or (not inside and i < 30):
                late = late or late_before
                (changed if late else published).append(Witness(day, "byline, update" if late else "byline"))
            elif end <= i < end + 6 and residue(block.text) <= 30:
                elsewhere.append(Witness(day, "line below the article"))
            elif says_when(block.text):
                elsewhere.append(Witness(day, "line elsewhere on the page"))
        late_before = not found and len(block.text) < 40 and is_late(block.text)
    return Lines(tuple(published), tuple(changed), tuple(elsewhere))


def headline_at(blocks: Sequence[Block], begin: int, title: str | None) -> int:
    """Return the index of the heading that repeats the title, above ``blocks[begin]`` or a little below it, or -1."""
    if not title:
        return -1
    folded = fold(title)
    for i in range(min(begin + 10, len(blocks)) - 1, -1, -1):
        if blocks[i].kind == "heading" and fold(blocks[i].text) == folded:
            return i
    return -1


def site_part(title: str, publisher: str | None) -> str:
    """Return the part of a page's title that names the site: the last, unless that reads like the headline.

    It does where the first part is the publisher's name or "Blog Archive" follows it, or where it has five words or
    more and the first part has fewer than half as many.
    """
    parts = SEPARATORS.split(" ".join(title.split()))
    if len(parts) < 2:
        return parts[-1]
    words = [len(part.split()) for part in (parts[0], parts[-1])]
    leads = publisher is not None and fold(parts[0]) == fold(publisher)
    if leads or fold(parts[1]) == "blogarchive" or (words[1] >= 5 and words[0] * 2 < words[1]):
        return parts[0]
    return parts[-1]


def headline(title: str | None, headings: Sequence[str], publisher: str | None) -> str | None:
    """Return the title without the name of the site, which pages put before or after it.

    A heading of the page that begins or ends the title settles what the headline is; otherwise a last part that is
    the publisher's name goes.
    """
    if not title:
        return next((h for h in headings if len(h) >= 8), None)
    title = " ".join(html.unescape(title).split())
    folded = fold(title)
    for heading in headings:
        known = fold(heading)
        if len(known) >= 10 and known != folded and (folded.startswith(known) or folded.endswith(known)):
            rest = folded[len(known) :] if folded.startswith(known) else folded[: -len(known)]
            if len(rest) <= 60:
                return heading
    parts = SEPARATORS.split(title)
    if len(parts) > 2 and fold(parts[1]) == "blogarchive":
        return parts[-1]
    if len(parts) > 1 and publisher and _near(parts[-1], publisher):
        cut = title.rfind(parts[-1])
        return re.sub(r"[\s|–—•·»:-]+$", "", title[:cut]) or title
    if len(parts) > 1 and publisher and fold(parts[0]) == fold(publisher):
        return re.sub(r"^[\s|–—•·»:-]+", "", title[len(parts[0]) :]) or title
    return title


def fold(text: str) -> str:
    """Return a text without case, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _near(one: str, other: str) -> bool:
    a, b = fold(one), fold(re.sub(r"^www\.|\.[a-z.]{2,6}$", "", other))
    return bool(a and b) and (a in b or b in a)


def site_in(title: str | None, headline: str | None) -> str | None:
    """Return the name of the site that a page's title adds to the headline, parted by a bar or dash, or None."""
    if not title or not headline or fold(headline) not in fold(title):
        return None
    part = site_part(title, None)
    return part if len(part) <= 40 and fold(part) not in fold(headline) and fold(part) != fold(title) else None


def host(url: str | None) -> str | None:
    """Return the host of an address without ``www.``, or None."""
    if not url or "://" not in url:
        return None
    try:
        name = urlsplit(url).hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None
