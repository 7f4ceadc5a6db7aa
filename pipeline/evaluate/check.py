"""Is gold sound, and do two annotators agree?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel

from pipeline.errors import nearest
from pipeline.evaluate.gold import (
    ACTORS,
    ARTICLES,
    EVENTS,
    NEGATIVES,
    SIDES,
    GoldActor,
    GoldArgument,
    GoldArticle,
    GoldEvent,
    GoldNegative,
    GoldSet,
)
from pipeline.evaluate.matching import days, find_sentence, overlap
from pipeline.records import Factuality, Polarity

TIERS = ("core", "optional")
SCOPES = ("body", "heading", "title", "boilerplate")
_KEYS: tuple[tuple[str, type[BaseModel]], ...] = (
    (EVENTS, GoldEvent),
    (ACTORS, GoldActor),
    (NEGATIVES, GoldNegative),
    (ARTICLES, GoldArticle),
)
_OWN_KEYS = {"mention": None, "date": None}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a gold set. ``level`` is error, or warning where a careful reader may have meant it."""

    level: Literal["error", "warning"]
    where: str
    message: str


def check_keys(folder: Path) -> Iterator[Problem]:
    """Yield keys that no record has, with the nearest one that exists."""
    for name, kind in _KEYS:
        path = folder / name
        if not path.is_file():
            continue
        known = {f.alias or key for key, f in kind.model_fields.items()}
        unknown: dict[str, int] = {}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                for key in json.loads(line):
                    if key not in known:
                        unknown.setdefault(key, number)
        for key, number in unknown.items():
            yield Problem("error", f"{name}:{number}", f"unknown key {key!r}{nearest(key, known)}")


def check(gold: GoldSet, types: Iterable[str] = ()) -> list[Problem]:
    """Return what is wrong: offsets, labels, names, references, overlaps. ``types`` are the known event types."""
    problems: list[Problem] = []
    texts = {a.id: a.text for a in gold.articles}
    canonical = {(a.article_id, a.canonical) for a in gold.actors}
    ids = Counter(e.event_id for e in gold.events if e.event_id)
    known_types = set(types)
    for event in gold.events:
        where = event.event_id or f"{event.article_id}:{event.trigger_start}"
        problems += [Problem(level, where, message) for level, message in _event(event, texts, known_types)]
        named = [a.canonical for a in event.actors] + [n for n in (event.attributed_to, event.place_canonical) if n]
        known_names = [n for a, n in canonical if a == event.article_id]
        for name in named:
            if gold.actors and (event.article_id, name) not in canonical:
                message = f"{name!r} is no actor of the article{nearest(name, known_names)}"
                problems.append(Problem("error", where, message))
        if ids[event.event_id] > 1:
            problems.append(Problem("error", where, "event id used twice"))
        if event.parent_event and event.parent_event not in ids:
            problems.append(Problem("error", where, f"parent {event.parent_event!r} is no event{_near(event, ids)}"))
    for actor in gold.actors:
        text = texts.get(actor.article_id or "")
        for mention in actor.mentions:
            if text is not None and text[mention.start : mention.end] != mention.mention:
                found = text[mention.start : mention.end]
                message = f"mention {mention.mention!r} at {mention.start} reads {found!r}"
                problems.append(Problem("error", f"{actor.article_id}: {actor.canonical}", message))
    for negative in gold.negatives:
        where = f"{negative.article_id}: {negative.neg_id}"
        text = texts.get(negative.article_id or "")
        if text is not None and text[negative.trigger_start : negative.trigger_end] != negative.trigger:
            problems.append(Problem("error", where, f"trigger {negative.trigger!r} does not stand at its offsets"))
    problems += _clashes(gold)
    return problems


def _near(event: GoldEvent, ids: Iterable[str]) -> str:
    return nearest(event.parent_event or "", ids)


def _event(
    event: GoldEvent, texts: dict[str, str], types: set[str]
) -> Iterator[tuple[Literal["error", "warning"], str]]:
    text = texts.get(event.article_id or "")
    base, offset = (text, 0) if text is not None else (event.sentence, 0)
    if event.article_id is not None and text is None:
        if texts:
            yield "error", f"no article {event.article_id!r}{nearest(event.article_id, texts)}"
        base = " " * (event.sentence_start or 0) + event.sentence
    if base[event.trigger_start - offset : event.trigger_end - offset] != event.trigger:
        place = find_sentence(event.trigger, base)
        hint = f"; it stands at {place[0]}" if place else ""
        yield "error", f"trigger {event.trigger!r} does not stand at {event.trigger_start}{hint}"
    if text is not None and event.sentence and not find_sentence(event.sentence, text):
        yield "error", f"sentence not in the article: {event.sentence[:60]!r}"
    for argument in event.actors:
        yield from _argument(argument, base)
    allowed: tuple[tuple[str, Iterable[str], Iterable[str]], ...] = (
        ("type", event.types if types else (), types),
        ("polarity", [event.polarity], get_args(Polarity)),
        ("factuality", [event.factuality, *event.factuality_alternatives], get_args(Factuality)),
        ("tier", [event.tier], TIERS),
        ("scope", [event.scope], SCOPES),
    )
    for label, values, known in allowed:
        for value in values:
            if value not in known:
                yield "error", f"{label} {value!r} is unknown{nearest(value, known)}"
    for value in filter(None, [event.date_resolved, *event.date_alternatives]):
        try:
            first, last = days(value)
        except ValueError:
            yield "error", f"date {value!r} is no day, month, year or first/last"
            continue
        if first > last:
            yield "error", f"date {value!r} ends before it begins"
        if first < date(1000, 1, 1):
            yield "warning", f"date {value!r} is long ago"


def _argument(argument: GoldArgument, base: str) -> Iterator[tuple[Literal["error", "warning"], str]]:
    if argument.role not in SIDES:
        yield "error", f"role {argument.role!r} is unknown{nearest(argument.role, SIDES)}"
    if argument.mention is None:
        if not argument.implicit:
            yield "error", f"argument {argument.canonical!r} has no mention and is not marked implicit"
    elif argument.start is None or argument.end is None:
        yield "error", f"argument {argument.mention!r} has no offsets"
    elif base[argument.start : argument.end] != argument.mention:
        found = base[argument.start : argument.end]
        yield "error", f"argument {argument.mention!r} at {argument.start} reads {found!r}"


def _clashes(gold: GoldSet) -> Iterator[Problem]:
    """Two events on one trigger, and traps that are events."""
    by_article: dict[str | None, list[GoldEvent]] = {}
    for event in gold.events:
        by_article.setdefault(event.article_id, []).append(event)
    for events in by_article.values():
        for i, event in enumerate(events):
            for other in events[:i]:
                if event.article_id is None and event.sentence_id != other.sentence_id:
                    continue
                if overlap((event.trigger_start, event.trigger_end), (other.trigger_start, other.trigger_end)):
                    message = f"shares the trigger {event.trigger!r} with {other.event_id}"
                    yield Problem("warning", event.event_id, message)
    for negative in gold.negatives:
        for event in by_article.get(negative.article_id, []):
            same = event.article_id is not None or event.sentence_id == negative.sentence_id
            if negative.trigger_start is None or negative.trigger_end is None or not same:
                continue
            if overlap((event.trigger_start, event.trigger_end), (negative.trigger_start, negative.trigger_end)):
                message = f"trap {negative.trigger!r} is also the event {event.event_id}"
                yield Problem("error", negative.neg_id, message)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two annotators agree. ``kappa`` is Cohen's, over the triggers that both marked."""

    first: int
    second: int
    shared: int
    trigger_f1: float
    event_f1: float
    argument_f1: float
    kappa: dict[str, float | None]
    disagreements: tuple[str, ...]


def agreement(first: GoldSet, second: GoldSet) -> Agreement:
    """Compare two annotations of the same articles: pairwise F1 and Cohen's kappa on the labels of shared triggers."""
    pairs: list[tuple[GoldEvent, GoldEvent]] = []
    left = [e for e in first.events if e.scope != "title"]
    right = [e for e in second.events if e.scope != "title"]
    taken: set[int] = set()
    notes: list[str] = []
    for event in left:
        options = [j for j, other in enumerate(right) if j not in taken and _touch(event, other)]
        if not options:
            if event.core:
                notes.append(f"only first: {event.type} [{event.trigger}] {event.event_id}")
            continue
        best = max(
            options, key=lambda j: (right[j].type == event.type, -abs(right[j].trigger_start - event.trigger_start))
        )
        taken.add(best)
        pairs.append((event, right[best]))
    notes += [
        f"only second: {e.type} [{e.trigger}] {e.event_id}" for j, e in enumerate(right) if j not in taken and e.core
    ]
    same = 0
    for a, b in pairs:
        if set(a.types) & set(b.types):
            same += 1
        else:
            notes.append(f"type: {a.type} against {b.type} [{a.trigger}] {a.event_id}")
    arguments = Counter[str]()
    for a, b in pairs:
        mine, other = ({(x.role, x.canonical) for x in e.actors if not x.implicit} for e in (a, b))
        arguments["both"] += len(mine & other)
        arguments["first"] += len(mine)
        arguments["second"] += len(other)
    labels = ("type", "polarity", "factuality", "tier")
    return Agreement(
        len(left),
        len(right),
        len(pairs),
        _dice(len(pairs), len(left), len(right)),
        _dice(same, len(left), len(right)),
        _dice(arguments["both"], arguments["first"], arguments["second"]),
        {label: kappa([(getattr(a, label), getattr(b, label)) for a, b in pairs]) for label in labels},
        tuple(notes),
    )


def _touch(a: GoldEvent, b: GoldEvent) -> bool:
    if a.article_id != b.article_id or (a.article_id is None and a.sentence != b.sentence):
        return False
    if overlap((a.trigger_start, a.trigger_end), (b.trigger_start, b.trigger_end)):
        return True
    # the verb of a light-verb construction for its noun
    return a.sentence == b.sentence and (a.trigger in b.alt_triggers or b.trigger in a.alt_triggers)


def _dice(both: int, first: int, second: int) -> float:
    return round(2 * both / (first + second), 4) if first + second else 0.0


def kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement beyond chance; None without pairs, 1 where both use one and the same label."""
    if not pairs:
        return None
    n = len(pairs)
    observed = sum(a == b for a, b in pairs) / n
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(left[label] * right[label] for label in left) / n**2
    return 1.0 if expected == 1 else round((observed - expected) / (1 - expected), 4)
