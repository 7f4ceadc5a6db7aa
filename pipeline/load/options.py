"""What a caller may choose about loading, and the limits that keep hostile input harmless."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipeline.errors import ConfigError, nearest

FIELDS = ("text", "html", "id", "title", "url", "date", "source", "author", "language", "fetched")
FORMATS = ("markdown", "html", "text", "jsonl", "json", "csv", "tsv", "parquet", "arrow", "warc", "feed")


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes. Past a limit a record or file is refused with its reason; nothing is cut silently.

    ``ratio`` is how many times larger than its compressed form a stream may be, once it is larger than ``free``.
    """

    record: int = 64 << 20
    head: int = 64 << 10
    spool: int = 64 << 20
    free: int = 64 << 20
    ratio: int = 250
    depth: int = 3
    members: int = 1_000_000


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """``mapping`` is field -> column (see FIELDS); ``format`` overrides recognition; ``report`` gets guesses made."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    format: str | None = None
    limits: Limits = field(default_factory=Limits)
    report: Callable[[str], None] | None = None


def parse_mapping(given: str) -> dict[str, str]:
    """Return field -> column from ``text=body,date=published_at``.

    Raises :class:`ConfigError` for a field that newsact does not know.
    """
    mapping = {}
    for part in filter(None, (p.strip() for p in given.split(","))):
        name, sign, column = (x.strip() for x in part.partition("="))
        if not sign or not column:
            raise ConfigError(f"--map {part!r}: write FIELD=COLUMN, as in text=body")
        if name not in FIELDS:
            raise ConfigError(f"--map {part!r}: no field {name!r}{nearest(name, FIELDS)}; fields: {', '.join(FIELDS)}")
        mapping[name] = column
    return mapping
