"""Patterns put to the test: their examples, what can never fire, what clashes, which roles stay empty, coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.events.matcher import Match
from pipeline.events.patterns import Example, Pattern, PatternSet, Phrase, Trigger
from pipeline.records import Event

Kind = Literal["example", "counter-example", "dead", "clash", "unfilled"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """What the whole pipeline finds in one sentence, with the matches behind it."""

    events: tuple[Event, ...]
    matches: tuple[Match, ...]


Reader = Callable[[Sequence[str]], Iterable[Sighting]]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a pattern: ``where`` names the file and the item, ``detail`` what to look at."""

    kind: Kind
    pattern_id: str
    where: str
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """Outcome of a check. ``examples`` and ``passed`` count sentences; ``words`` trigger words and those that fired."""

    findings: tuple[Finding, ...]
    examples: int
    passed: int
    triggers: int
    fired: int
    by_event: tuple[tuple[str, int, int], ...]

    @property
    def ok(self) -> bool:
        """No example fails, no counter-example fires, no trigger is dead."""
        return not any(f.kind in ("example", "counter-example", "dead") for f in self.findings)


def check(patterns: PatternSet, read: Reader) -> Report:
    """Run every example and counter-example of a pattern set and look for triggers that cannot work.

    ``by_event`` lists for each event type how many trigger words it has and how many an example made fire.
    """
    cases = [(p, e, True) for p in patterns.patterns for e in p.examples]
    cases += [(p, Example(text=text), False) for p in patterns.patterns for text in p.never]
    findings: list[Finding] = []
    filled: dict[str, set[str]] = {}
    fired: set[int] = set()
    passed = 0
    for (pattern, example, wanted), seen in zip(cases, read([e.text for _, e, _ in cases]), strict=True):
        fired.update(id(m.trigger) for m in seen.matches)
        for event in seen.events:
            filled.setdefault(event.pattern_id, set()).update(a.role for a in event.arguments)
        problem = _failure(pattern, example, seen.events) if wanted else _intruder(pattern, seen.events)
        passed += problem is None
        if problem:
            kind: Kind = "example" if wanted else "counter-example"
            findings.append(Finding(kind, pattern.pattern_id, pattern.source, f"{example.text} -> {problem}"))
    findings += _dead(patterns)
    findings += _clashes(patterns)
    findings += _unfilled(patterns, filled)
    words: Counter[str] = Counter()
    for trigger in patterns.triggers:
        words[trigger.pattern.event] += trigger.words
    lit = Counter(t.pattern.event for t in patterns.triggers if id(t) in fired)
    return Report(
        findings=tuple(findings),
        examples=len(cases),
        passed=passed,
        triggers=sum(words.values()),
        fired=len(fired),
        by_event=tuple((event, words[event], lit[event]) for event in sorted(words)),
    )


def _plain(text: str) -> str:
    return text.lower().removeprefix("the ").strip()


def _failure(pattern: Pattern, example: Example, events: Sequence[Event]) -> str | None:
    """Say why no event of the sentence is the one the example asks for."""
    own = [e for e in events if e.pattern_id == pattern.pattern_id]
    if example.trigger is not None:
        own = [e for e in own if example.trigger.lower() in e.trigger_text.lower()]
    if not own:
        others = ", ".join(f"{e.pattern_id} ({e.trigger_text})" for e in events) or "nothing"
        return f"pattern did not fire; found {others}"
    problems = [_difference(example, e) for e in own]
    return None if None in problems else problems[0]


def _difference(example: Example, event: Event) -> str | None:
    for role, wanted in example.roles.items():
        found = {_plain(x) for a in event.arguments if a.role == role for x in (a.name, a.text)}
        missing = [w for w in wanted if _plain(w) not in found]
        if missing:
            answers = "; ".join(f"{a.role}: {a.name}" for a in event.arguments) or "no roles"
            return f"{role} should be {', '.join(missing)}; found {answers}"
    if example.polarity is not None and event.polarity != example.polarity:
        return f"polarity should be {example.polarity}, is {event.polarity}"
    if example.factuality is not None and event.factuality != example.factuality:
        return f"factuality should be {example.factuality}, is {event.factuality}"
    return None


def _intruder(pattern: Pattern, events: Sequence[Event]) -> str | None:
    wrong = [e for e in events if e.pattern_id == pattern.pattern_id]
    return f"fired on {', '.join(repr(e.trigger_text) for e in wrong)}" if wrong else None


def _dead(patterns: PatternSet) -> list[Finding]:
    """Triggers that cannot fire: a role they need has no slot, or a stronger trigger takes every case of theirs."""
    found = []
    for trigger in patterns.triggers:
        slots = {role for role, names in trigger.roles if names}
        required = {r for r, spec in trigger.pattern.roles.items() if spec.required}
        reason = None
        if required - slots:
            reason = f"never fills the required role {', '.join(sorted(required - slots))}"
        elif trigger.needs and not trigger.needs & slots:
            reason = f"fills none of the roles it needs ({', '.join(sorted(trigger.needs))})"
        else:
            rivals = patterns.index[trigger.kind, trigger.phrases[0].lemma]
            winner = next((r for r in rivals if r is not trigger and _covers(r, trigger)), None)
            if winner is not None:
                reason = f"{winner.origin} always wins over it"
        if reason:
            detail = f"{trigger.origin}, word {_words(trigger.phrases[0])!r}: {reason}"
            found.append(Finding("dead", trigger.pattern.pattern_id, trigger.pattern.source, detail))
    return found


def _covers(rival: Trigger, trigger: Trigger) -> bool:
    """Whether a rival fires wherever the trigger would, and ranks above it."""
    if rival.specificity <= trigger.specificity or not set(trigger.phrases) <= set(rival.phrases):
        return False
    easier = set(rival.checks) <= set(trigger.checks)
    support = not rival.light or (trigger.light and set(trigger.light) <= set(rival.light))
    voice = rival.voice in (None, trigger.voice)
    complement = not rival.complement or (bool(trigger.complement) and trigger.complement <= rival.complement)
    roles, needed = dict(rival.roles), {r for r, s in rival.pattern.roles.items() if s.required} | rival.needs
    own = dict(trigger.roles)
    demands = all(r in own and set(own[r]) <= set(roles.get(r, ())) for r in needed)
    return bool(easier and support and voice and complement and demands and (not rival.needs or trigger.needs))


def _clashes(patterns: PatternSet) -> list[Finding]:
    """Pairs of triggers of different types that tie on the same words, so that only file order decides."""
    found = []
    for rivals in patterns.index.values():
        for i, one in enumerate(rivals):
            for other in rivals[i + 1 :]:
                if (
                    one.pattern.event != other.pattern.event
                    and one.specificity == other.specificity
                    and set(one.phrases) & set(other.phrases)
                    and one.voice in (other.voice, None)
                    and _compatible(one, other)
                ):
                    word = _words(one.phrases[0])
                    detail = f"{word!r}: {one.origin} and {other.origin} tie"
                    found.append(Finding("clash", one.pattern.pattern_id, one.pattern.source, detail))
    return found


def _compatible(one: Trigger, other: Trigger) -> bool:
    """Whether one sentence could satisfy the constraints of both triggers."""
    if bool(one.light) != bool(other.light) or (one.light and not set(one.light) & set(other.light)):
        return False
    if one.complement and other.complement and not one.complement & other.complement:
        return False
    theirs = dict(other.checks)
    for slot, mine in one.checks:
        check = theirs.get(slot)
        if check is None:
            continue
        if mine.words and check.words and not mine.words & check.words:
            return False
        if (mine.present is False) != (check.present is False):
            return False
        if mine.types and check.types and not mine.types & check.types:
            return False
    return True


def _unfilled(patterns: PatternSet, filled: dict[str, set[str]]) -> list[Finding]:
    found = []
    for pattern in patterns.patterns:
        empty = set(pattern.roles) - filled.get(pattern.pattern_id, set())
        if empty:
            detail = f"no example fills {', '.join(sorted(empty))}"
            found.append(Finding("unfilled", pattern.pattern_id, pattern.source, detail))
    return found


def _words(phrase: Phrase) -> str:
    return " ".join(w for w in (phrase.lemma, phrase.particle, phrase.preposition, phrase.noun) if w)
