"""Which answer stands for which gold event, and what is right about it.

An answer may stand for a gold event of the same (or an accepted) type when their triggers share a character, or when it
lies in the same sentence and gives at least one argument rightly. Pairs are made greedily, best first: trigger before
sentence, more right arguments, the same type before an accepted one, core before optional.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.evaluate.answers import Answer
from pipeline.evaluate.gold import SIDES, GoldEvent
from pipeline.evaluate.names import Names, bare

Span = tuple[int, int]


def overlap(a: Span, b: Span) -> bool:
    """True when the spans share a character."""
    return min(a[1], b[1]) > max(a[0], b[0])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a gold event stands in a text: its sentence (None if not found) and every accepted trigger span."""

    sentence: Span | None
    triggers: tuple[Span, ...]


def find_sentence(sentence: str, text: str) -> Span | None:
    """Find a sentence in a text, whatever white space separates its words."""
    words = sentence.split()
    if not words:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    return found.span() if found else None


def locate(event: GoldEvent, text: str) -> Place:
    """Find the sentence and the accepted triggers of a gold event.

    The offsets of gold with several articles are trusted where they quote the trigger; where the text was cleaned in
    another way, and for gold with sentence offsets, the sentence is looked up.
    """
    spans: list[Span] = []
    own = (event.trigger_start, event.trigger_end)
    if event.article_id is not None and text[slice(*own)] == event.trigger:
        before = max(text.rfind(". ", 0, own[0]), text.rfind("\n", 0, own[0])) + 1
        ends = [x for x in (text.find(". ", own[1]), text.find("\n", own[1])) if x >= 0]
        sentence = (before, min(ends or [len(text)]) + 1)
        spans.append(own)
    else:
        found = find_sentence(event.sentence, text)
        if found is None:
            return Place(None, ())
        sentence = found
    for word in (event.trigger, *event.alt_triggers):
        for hit in re.finditer(r"\b" + re.escape(word) + r"\b", text[slice(*sentence)]):
            spans.append((sentence[0] + hit.start(), sentence[0] + hit.end()))
    return Place(sentence, tuple(spans))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Arguments of one answer against one gold event: answered rightly, answered at all, put on the wrong side."""

    right: int
    given: int
    swapped: int


def compare(gold: GoldEvent, answer: Answer, names: Names) -> Comparison:
    """Count right, given and swapped arguments; generic gold arguments excuse wrong answers, one each."""
    answered = [a for a in answer.arguments if a.role in SIDES]
    right = swapped = 0
    used: set[int] = set()
    for want in gold.required:
        accepted = names.get((gold.article_id, want.canonical), set()) | {bare(want.canonical), bare(want.mention)}
        accepted -= {""}
        for index, argument in enumerate(answered):
            if index in used or not accepted & {bare(argument.name), bare(argument.text)}:
                continue
            used.add(index)
            sides = {SIDES[argument.role], SIDES[want.role]}
            if len(sides) == 1 or "shares" in sides:
                right += 1
            else:
                swapped += 1
            break
    generic = len(gold.actors) - len(gold.required)
    excused = min(generic, len(answered) - len(used))
    return Comparison(right, max(right, len(answered) - excused), swapped)


def align(golds: Sequence[GoldEvent], answers: Sequence[Answer], text: str, names: Names) -> dict[int, int]:
    """Return gold index -> answer index, one to one."""
    pairs: list[tuple[float, int, int]] = []
    for i, gold in enumerate(golds):
        place = locate(gold, text)
        for j, answer in enumerate(answers):
            if answer.type not in gold.types:
                continue
            same_trigger = any(overlap(span, (answer.start, answer.end)) for span in place.triggers)
            in_sentence = place.sentence is not None and place.sentence[0] <= answer.start < place.sentence[1]
            if not (same_trigger or in_sentence):
                continue
            right = compare(gold, answer, names).right
            if same_trigger or right:
                pairs.append((2 * same_trigger + right + (answer.type == gold.type) / 2 + gold.core / 4, i, j))
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen


def days(value: str) -> tuple[date, date]:
    """Return first and last day of an ISO day, month, year or ``first/last`` interval."""
    if "/" in value:
        first, last = value.split("/")
        return days(first)[0], days(last)[1]
    if len(value) == 4:
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = date.fromisoformat(value)
    return day, day


def date_right(gold: GoldEvent, answer: Answer) -> bool:
    """True when the answer's days are those of an accepted gold date, or lie within a gold week or interval."""
    if answer.date_start is None or gold.date_resolved is None:
        return False
    start, end = answer.date_start, answer.date_end or answer.date_start
    for value in (gold.date_resolved, *gold.date_alternatives):
        first, last = days(value)
        if (first, last) == (start, end):
            return True
        if gold.date_granularity in ("week", "interval") and first <= start <= last and first <= end <= last:
            return True
    return False
