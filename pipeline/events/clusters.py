"""One event once: tellings of the same event in an article share a ``cluster_id``.

Two tellings are the same event when type and polarity agree, the dates do not exclude each other, no side (doer, done
to) names different parties, and

- both sides are known in both and share a party, or
- one side shares a party, the other is left open in one of them, and the trigger words share their stem.

Utterances stay apart: a speaker says many things.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.records import Event

_APART = frozenset({"statement", "respond"})
_DOERS = frozenset({"actor", "participant"})
_OTHERS = frozenset({"target", "recipient"})
_STEM = 5  # "suspended" and "suspension" agree in five letters; shorter words must be equal


@dataclass(slots=True)
class _Cluster:
    """The tellings of one event so far, and the parties they name on each side."""

    first: Event
    events: list[Event] = field(default_factory=list)


def cluster(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events of one article, each with its ``cluster_id`` (the first telling's event id)."""
    clusters: dict[str, list[_Cluster]] = {}
    out = []
    for event in events:
        group = clusters.setdefault(event.type, [])
        home = None
        if event.type not in _APART:
            home = next((c for c in group if all(_same(event, e) for e in c.events)), None)
        if home is None:
            home = _Cluster(event)
            group.append(home)
        home.events.append(event)
        out.append(replace(event, cluster_id=home.first.event_id))
    return tuple(out)


def _sides(event: Event) -> tuple[set[str], set[str]]:
    """Return the parties known on each side; the parties of a mutual act stand on both."""
    known = [a for a in event.arguments if a.actor_id is not None]
    doers = {a.actor_id or "" for a in known if a.role in _DOERS}
    others = {a.actor_id or "" for a in known if a.role in _OTHERS or a.role == "participant"}
    return doers, others


def _same(a: Event, b: Event) -> bool:
    if a.polarity != b.polarity or _apart_in_time(a, b) or a.trigger_start == b.trigger_start:
        return False
    shared = [(left & right, left, right) for left, right in zip(_sides(a), _sides(b), strict=True)]
    if any(left and right and not both for both, left, right in shared):
        return False
    agreeing = sum(bool(both) for both, _, _ in shared)
    if agreeing == len(shared):
        return True
    return agreeing > 0 and _stem(a.trigger_text) == _stem(b.trigger_text)


def _apart_in_time(a: Event, b: Event) -> bool:
    if a.date_start is None or b.date_start is None:
        return False
    return a.date_start > (b.date_end or b.date_start) or b.date_start > (a.date_end or a.date_start)


def _stem(word: str) -> str:
    return word.lower()[:_STEM]
