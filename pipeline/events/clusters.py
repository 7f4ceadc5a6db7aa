"""One event once: tellings of the same event in an article share a ``cluster_id``."""

from __future__ import annotations

from dataclasses import replace

from pipeline.records import Event


def cluster(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events of one article, each with its ``cluster_id`` (the first telling's event id)."""
    return tuple(replace(e, cluster_id=e.event_id) for e in events)
