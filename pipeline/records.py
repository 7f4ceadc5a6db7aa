"""The records that flow through the pipeline: frozen, slotted, typed.

Offsets are code points into ``Article.text``, end exclusive: ``text[start:end]`` equals the quoted string.
Token indices point into ``Parse`` lists (see :mod:`pipeline.syntax`), last exclusive.
Ids are content hashes (:func:`content_id`): the same input gives the same ids on any engine.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from pipeline.quick import quick

MentionKind = Literal["name", "nominal", "pronoun"]
Polarity = Literal["positive", "negative"]
Factuality = Literal["asserted", "reported", "planned", "possible", "conditional", "hypothetical"]


def content_id(prefix: str, *parts: object) -> str:
    """Return a short stable id such as ``e-1f0c9a4be2d87c55``: a hash of the prefix and the parts."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{prefix}-{digest.hexdigest()}"


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One record as it came in: content not yet cleaned, with what the container said about it.

    ``media`` is one of ``markdown``, ``html``, ``text``. ``date`` is the container's own date string, unparsed.
    """

    source_uri: str
    record_id: str | None
    media: str
    content: str
    title: str | None = None
    url: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    fetched_at: datetime | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Piecewise-linear map from cleaned text back to source text.

    ``pieces`` are (clean_start, source_start, clean_length, source_length), ascending and not overlapping; where the
    two lengths are equal the piece maps character by character, else the whole piece maps to the whole source run.
    """

    pieces: tuple[tuple[int, int, int, int], ...] = ()

    def to_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source range of the clean range ``start:end``, or None where no source text stands behind it."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece[0]) - 1
        begin = stop = None
        for clean, source, size, covered in self.pieces[max(0, first) :]:
            if clean >= end:
                break
            if clean + size <= start:
                continue
            low, high = max(start, clean) - clean, min(end, clean + size) - clean
            exact = size == covered
            begin = begin if begin is not None else (source + low if exact else source)
            stop = source + high if exact else source + covered
        return None if begin is None or stop is None else (begin, stop)


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article. ``published`` is the publication date that time expressions are resolved against."""

    article_id: str
    source_uri: str
    text: str
    record_id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    published_source: str | None = None
    fetched_at: datetime | None = None
    language: str | None = None
    offsets: OffsetMap = field(default_factory=OffsetMap)
    notes: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention refers to. ``code`` is the PLOVER actor code, ``country`` ISO 3166 alpha-3."""

    actor_id: str
    name: str
    type: str
    code: str | None = None
    country: str | None = None
    sector: str | None = None
    wikidata_id: str | None = None
    aliases: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to an actor. ``first``/``last``/``head`` are token indices (last exclusive)."""

    mention_id: str
    start: int
    end: int
    text: str
    kind: MentionKind
    label: str
    first: int
    last: int
    head: int
    actor_id: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression normalised to TIMEX3 and to first and last day (both inclusive, None while unresolved).

    ``first``/``last`` are token indices (last exclusive). ``mod`` is START, MID, END, BEFORE, AFTER, APPROX,
    MORE_THAN ...; the interval already takes START, MID and END into account. ``bound`` is the preposition before it
    that opens or closes the interval of what it dates (since, until, by, before, after, from, to, through, within ...).
    ``sets_anchor``: sentences that follow may inherit it. ``direction``: past, future, present or none, of its clause.
    ``flags``: ambiguous (see ``alternatives``), impossible (the calendar has no such day).
    """

    start: int
    end: int
    text: str
    timex_type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    first_day: date | None = None
    last_day: date | None = None
    precision: str | None = None
    alternatives: tuple[str, ...] = ()
    first: int = -1
    last: int = -1
    mod: str | None = None
    bound: str | None = None
    sets_anchor: bool = False
    direction: str = "none"
    flags: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Argument:
    """A role filled by a span (``start`` None when implicit) and, where known, by an actor.

    ``name`` is canonical, the words themselves for a group without a name, empty for a pronoun that stands unexplained.
    """

    role: str
    text: str
    start: int | None
    end: int | None
    name: str
    mention_id: str | None = None
    actor_id: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Event:
    """One act mentioned in an article. Field names are the columns of the events table."""

    event_id: str
    type: str
    plover: str | None
    mode: str | None
    trigger_start: int
    trigger_end: int
    trigger_text: str
    sentence_start: int
    sentence_end: int
    sentence: str
    arguments: tuple[Argument, ...]
    polarity: Polarity
    factuality: Factuality
    pattern_id: str
    attributed_to: str | None = None
    date_text: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_precision: str | None = None
    date_rule: str | None = None
    place: str | None = None
    place_country: str | None = None
    confidence: float = 1.0
    parent_event_id: str | None = None
    cluster_id: str | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """One filled deep slot of one predicate, typed as an event or not."""

    predicate: str
    trigger_start: int
    trigger_end: int
    slot: str
    text: str
    start: int | None
    end: int | None
    polarity: Polarity
    factuality: Factuality
    mention_id: str | None = None
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that could not be processed, with the stage that gave up and why."""

    source_uri: str
    record_id: str | None
    stage: str
    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the pipeline found in one article."""

    article: Article
    n_sentences: int
    n_tokens: int
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    propositions: tuple[Proposition, ...] = ()
