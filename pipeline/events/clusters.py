"""One event once: tellings of the same event in an article share a ``cluster_id``.

Two tellings may be the same event when type and polarity agree, the dates do not exclude each other, and no side (doer,
done to) names different parties. They are when

- all that they name agrees: a party on each side, or, of a mutual act, two parties and none that the other lacks;
- or they agree in one party, one of them leaves the rest open, the trigger words share their stem, and both are told
  as facts or neither is.

A noun that names no party but is known ("the *fine* is the largest yet") goes back to the last telling of its word.

Utterances stay apart: a speaker says many things.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.records import Event

_APART = frozenset({"statement", "respond"})
_OTHERS = frozenset({"target", "recipient"})
_REALIS = frozenset({"asserted", "reported"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_MODIFYING = frozenset({"of", "to", "by", "for", "in", "and", "a", "an", "first", "second", "last", "next", "new"})
_REACH = 2  # words before a noun that may hold its article
_STEM, _SHORTEST = 5, 3  # "suspended" and "suspension" agree in five letters, "fined" and "fine" but for the ending


def cluster(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events of one article, each with its ``cluster_id`` (the first telling's event id)."""
    clusters: dict[str, list[list[Event]]] = {}
    out = []
    for event in events:
        group = clusters.setdefault(event.type, [])
        home = None
        if event.type not in _APART:
            if _points_back(event):
                home = next((told for told in reversed(group) if _is_of_word(event, told)), None)
            else:
                home = next((told for told in group if all(_same(event, e) for e in told if not _points_back(e))), None)
        if home is None:
            home = []
            group.append(home)
        home.append(event)
        cluster_id = home[0].event_id
        out.append(event if event.cluster_id == cluster_id else replace(event, cluster_id=cluster_id))
    return tuple(out)


def _points_back(event: Event) -> bool:
    """Tell a known act that names nobody: "the fine", "that ban"."""
    if any(a.actor_id is not None and a.role != "place" for a in event.arguments):
        return False
    before = event.sentence[: event.trigger_start - event.sentence_start].lower().split()[-_REACH:]
    return any(word in _KNOWN for word in before) and not _MODIFYING & set(before)


def _is_of_word(event: Event, told: list[Event]) -> bool:
    """Tell whether a group tells an act by the same word, no other day excluding it."""
    return any(_stem(e) == _stem(event) and e.polarity == event.polarity and not _apart_in_time(e, event) for e in told)


def _parties(event: Event, *roles: str) -> set[str]:
    return {a.actor_id for a in event.arguments if a.role in roles and a.actor_id is not None}


def _same(a: Event, b: Event) -> bool:
    if a.polarity != b.polarity or a.trigger_start == b.trigger_start or _apart_in_time(a, b):
        return False
    mutual = _parties(a, "participant") | _parties(b, "participant")
    agree = _agree_mutually(a, b) if mutual else _agree_by_sides(a, b)
    if agree is None:
        return False
    return agree or (_stem(a) == _stem(b) and (a.factuality in _REALIS) == (b.factuality in _REALIS))


def _agree_mutually(a: Event, b: Event) -> bool | None:
    """Return True for the same two parties, False where one of them names only one, None for different parties."""
    roles = ("participant", "actor", *_OTHERS)
    left, right = _parties(a, *roles), _parties(b, *roles)
    if not left & right or not (left <= right or right <= left):
        return None
    return len(left & right) > 1


def _agree_by_sides(a: Event, b: Event) -> bool | None:
    """Return True where both sides share a party, False where one side is left open, None for different parties."""
    sides = [(_parties(a, *roles), _parties(b, *roles)) for roles in (("actor",), tuple(_OTHERS))]
    if any(left and right and not left & right for left, right in sides):
        return None
    shared = sum(bool(left & right) for left, right in sides)
    return None if not shared else shared == len(sides)


def _apart_in_time(a: Event, b: Event) -> bool:
    if a.date_start is None or b.date_start is None:
        return False
    return a.date_start > (b.date_end or b.date_start) or b.date_start > (a.date_end or a.date_start)


def _stem(event: Event) -> str:
    word = event.trigger_text.lower()
    for ending in ("s", "ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]  # "banned"
    return word.removesuffix("e")[:_STEM]
