"""What changed between two runs: events gained, lost and changed, by article.

Events are matched by meaning: the trigger's characters (carried over where the article's text shifted), the type, and
the arguments. ``before`` is the older run: an event only there is lost, an event only in ``after`` is gained.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.evaluate.answers import Answer, AnswerArticle, Answers
from pipeline.evaluate.matching import overlap

Span = tuple[int, int]
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``kind`` is gained, lost or changed; ``fields`` maps what changed to (before, after) as text."""

    kind: str
    article: str
    before: Answer | None
    after: Answer | None
    fields: tuple[tuple[str, str, str], ...] = ()

    @property
    def answer(self) -> Answer:
        """The event as it is now, or was."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes between two runs, and what did not change."""

    changes: tuple[Change, ...]
    same: int
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()

    def of(self, kind: str) -> list[Change]:
        """Changes of one kind."""
        return [c for c in self.changes if c.kind == kind]


def diff(before: Answers, after: Answers) -> Difference:
    """Compare two runs. Articles are paired by record id, else by source, else by text."""
    changes: list[Change] = []
    same = 0
    pairs, only_before, only_after = _pair(before.articles, after.articles)
    for old, new in pairs:
        found, unchanged = _article(old, new)
        changes += found
        same += unchanged
    changes += [Change("lost", _label(a), e, None) for a in only_before for e in a.events]
    changes += [Change("gained", _label(a), None, e) for a in only_after for e in a.events]
    return Difference(tuple(changes), same, tuple(map(_label, only_before)), tuple(map(_label, only_after)))


def _label(article: AnswerArticle) -> str:
    return article.record_id or article.title or article.source_uri


def _pair(
    before: Sequence[AnswerArticle], after: Sequence[AnswerArticle]
) -> tuple[list[tuple[AnswerArticle, AnswerArticle]], list[AnswerArticle], list[AnswerArticle]]:
    left, pairs = list(before), []
    right = list(after)
    for key in ("record_id", "source_uri", "text"):
        known: dict[str, list[AnswerArticle]] = {}
        for article in right:
            if value := getattr(article, key):
                known.setdefault(value, []).append(article)
        rest = []
        for article in left:
            partners = known.get(getattr(article, key) or "", [])
            if partners:
                partner = partners.pop(0)
                pairs.append((article, partner))
                right = [a for a in right if a is not partner]
            else:
                rest.append(article)
        left = rest
    order = {id(a): i for i, a in enumerate(before)}
    return sorted(pairs, key=lambda pair: order[id(pair[0])]), left, right


class _Shift:
    """Carries spans of one text over to another that shares most of its words."""

    def __init__(self, old: str, new: str) -> None:
        self.same = old == new
        self.map: dict[int, Span] = {}
        self.words: list[re.Match[str]] = []
        if self.same:
            return
        self.words = list(_WORD.finditer(old))
        others = list(_WORD.finditer(new))
        matcher = SequenceMatcher(None, [w[0] for w in self.words], [w[0] for w in others], autojunk=False)
        for a, b, size in matcher.get_matching_blocks():
            for step in range(size):
                self.map[a + step] = others[b + step].span()

    def carry(self, span: Span) -> Span | None:
        """Return the span in the new text, or None where none of its words is left."""
        if self.same:
            return span
        hits = [self.map[i] for i, w in enumerate(self.words) if overlap(w.span(), span) and i in self.map]
        return (hits[0][0], hits[-1][1]) if hits else None


def _arguments(answer: Answer) -> frozenset[tuple[str, str]]:
    return frozenset((a.role, a.name) for a in answer.arguments)


def _article(old: AnswerArticle, new: AnswerArticle) -> tuple[list[Change], int]:
    shift = _Shift(old.text, new.text)
    pairs: list[tuple[float, int, int]] = []
    places = [shift.carry((e.start, e.end)) for e in old.events]
    for i, (place, e) in enumerate(zip(places, old.events, strict=True)):
        for j, f in enumerate(new.events):
            touching = place is not None and overlap(place, (f.start, f.end))
            alike = len(_arguments(e) & _arguments(f)) / max(1, len(_arguments(e) | _arguments(f)))
            retold = e.type == f.type and alike == 1 and " ".join(e.sentence.split()) == " ".join(f.sentence.split())
            if touching or (retold and _arguments(e)):
                exact = place == (f.start, f.end)
                pairs.append((4 * touching + 2 * (e.type == f.type) + exact + alike, -i, -j))
    taken_old: dict[int, int] = {}
    taken_new: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in taken_old and -j not in taken_new:
            taken_old[-i] = -j
            taken_new.add(-j)
    changes: list[Change] = []
    same = 0
    label = _label(new)
    for i, e in enumerate(old.events):
        if i not in taken_old:
            changes.append(Change("lost", label, e, None))
            continue
        f = new.events[taken_old[i]]
        fields = _fields(e, f)
        if fields:
            changes.append(Change("changed", label, e, f, fields))
        else:
            same += 1
    changes += [Change("gained", label, None, f) for j, f in enumerate(new.events) if j not in taken_new]
    return changes, same


def _fields(old: Answer, new: Answer) -> tuple[tuple[str, str, str], ...]:
    def days(answer: Answer) -> str:
        if answer.date_start is None:
            return ""
        end = answer.date_end or answer.date_start
        return str(answer.date_start) if end == answer.date_start else f"{answer.date_start}/{end}"

    def arguments(answer: Answer) -> str:
        return "; ".join(f"{role} {name}" for role, name in sorted(_arguments(answer)))

    pairs = (
        ("type", old.type, new.type),
        ("trigger", old.trigger, new.trigger),
        ("arguments", arguments(old), arguments(new)),
        ("polarity", old.polarity, new.polarity),
        ("factuality", old.factuality, new.factuality),
        ("attribution", old.attributed_to or "", new.attributed_to or ""),
        ("date", days(old), days(new)),
    )
    return tuple(pair for pair in pairs if pair[1] != pair[2])
