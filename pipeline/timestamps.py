"""Timestamps of fetching and crawling."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(value: str | None) -> datetime | None:
    """Return an ISO 8601 timestamp as UTC (naive ones are taken as UTC), or None."""
    if not value:
        return None
    try:
        when = datetime.fromisoformat(value.strip().replace("Z", "+00:00"))
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
