"""Which patterns fire on which predicates: one lookup a predicate, then the constraints of its few triggers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.events.decision import Compiler, Word
from pipeline.events.fillers import Casting
from pipeline.events.patterns import PatternSet, Trigger
from pipeline.events.scene import Scene
from pipeline.events.trial import Roles, Told, Trial
from pipeline.ner import Cast
from pipeline.quick import quick
from pipeline.syntax import Predicate, Syntax


@quick
@dataclass(frozen=True, slots=True)
class Match:
    """A trigger that fired: the token that names the act, its support verb if any, and the fillers of each role.

    ``told`` are roles to be filled by whoever did what a phrase names ("rejected *the claim*": the claimant).
    """

    trigger: Trigger
    predicate: Predicate
    support: Predicate | None
    roles: Roles
    told: Told = ()

    @property
    def token(self) -> int:
        """The token that names the act (the noun of a light-verb construction)."""
        return self.predicate.token

    @property
    def rank(self) -> tuple[int, int]:
        """Competing matches: the more specific trigger wins, then the one that fills more roles."""
        return self.trigger.specificity, len([1 for _, fillers in self.roles if fillers])


@dataclass(frozen=True, slots=True)
class Miss:
    """A trigger whose word was there but which did not fire, and why (for ``explain``).

    ``progress`` counts the steps passed: 0 words, 1 form, 2 support verb, 3 restrictions, 4 roles.
    """

    trigger: Trigger
    predicate: Predicate
    reason: str
    progress: int = 0


class Matcher:
    """Applies a pattern set to articles. Keeps nothing of them but which words were met: these are compiled then."""

    def __init__(self, patterns: PatternSet) -> None:
        self.patterns = patterns
        self._compiler = Compiler()
        self._words: dict[str, dict[str, Word]] = {"verb": {}, "noun": {}, "adjective": {}}

    def match(self, syntax: Syntax, cast: Cast, casting: Casting | None = None) -> list[Match]:
        """Return the winning matches of an article in text order of their triggers.

        ``casting`` is the article's own, from a caller who asks it further questions.
        """
        scene = Scene(syntax, casting or Casting(syntax, cast))
        trial = Trial(scene)
        found: list[Match] = []
        for predicate in syntax.predicates:
            word = self._word(predicate)
            if word is None or (predicate.kind == "verb" and _describes(predicate)):
                continue
            least = None  # once a trigger has fired, weaker ones of the same word cannot win
            for gate in trial.open_gates(word, predicate):
                trigger = gate.trigger
                if least is not None and trigger.specificity < least:
                    break
                fired = trial.fire(gate, predicate)
                if fired is not None:
                    least = trigger.specificity
                    found.append(Match(trigger, predicate, *fired))
        return _resolve(found, self.patterns.full_verbs, scene.clauses)

    def trace(self, syntax: Syntax, cast: Cast) -> list[Match | Miss]:
        """Return everything that was tried: matches (winning or not) and misses with their reasons."""
        trial = Trial(Scene(syntax, Casting(syntax, cast)))
        found: list[Match | Miss] = []
        for predicate in syntax.predicates:
            word = self._word(predicate)
            if word is None:
                continue
            opened = {id(gate.trigger): gate for gate in trial.open_gates(word, predicate)}
            for gate in word.other:
                here = opened.get(id(gate.trigger))
                fired = trial.fire(here, predicate) if here is not None else None
                found.append(
                    Match(gate.trigger, predicate, *fired)
                    if fired is not None
                    else Miss(gate.trigger, predicate, *trial.reason(gate, predicate))
                )
        return found

    def _word(self, predicate: Predicate) -> Word | None:
        kind, lemma = predicate.kind, predicate.lemma
        found = self._words[kind].get(lemma)
        if found is not None:
            return found
        triggers = self.patterns.index.get((kind, lemma)) or self._unlisted(kind, lemma)
        if not triggers:
            return None
        word = self._words[kind][lemma] = self._compiler.word(triggers)
        return word

    def _unlisted(self, kind: str, lemma: str) -> list[Trigger] | None:
        """Return the triggers of the verb behind a word that no pattern lists."""
        stem = ""
        if kind == "noun" and lemma.endswith("ing"):
            stem = lemma[:-3]  # "the blocking of Telegram": the verb's triggers serve
        elif kind == "verb" and lemma.endswith("e"):
            stem = lemma[:-1]  # of an unknown "geoblocked" the lemmatizer makes "geoblocke"
        index = self.patterns.index
        return next((t for base in _bases(stem) if (t := index.get(("verb", base)))), None) if stem else None


def _describes(predicate: Predicate) -> bool:
    """Whether a participle only describes the noun it stands before: "suspected members", "an elected government"."""
    for f in predicate.slots.get("object", ()):  # noqa: SIM110  asked of every verb
        if f.first <= predicate.token < f.head:
            return True
    return False


def _bases(stem: str) -> Iterator[str]:
    yield stem
    yield stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]


def _resolve(found: list[Match], full_verbs: frozenset[str], clauses: dict[int, list[Predicate]]) -> list[Match]:
    """Keep one match a trigger token; a noun takes away its support verb's match unless that verb is a full one.

    What yields goes where a clause that it selects is an event of its own.
    """
    ordered = sorted(found, key=lambda m: m.rank, reverse=True)
    named: set[int] = set()
    spent: set[int] = set()
    kept = []
    for match in ordered:
        if match.token in named or match.token in spent:
            continue
        kept.append(match)
        named.add(match.token)
        if match.support is not None and match.support.lemma not in full_verbs:
            spent.add(match.support.token)
    events = named - spent
    return sorted(
        (
            m
            for m in kept
            if m.token in events and not (m.trigger.yields and any(c.token in events for c in clauses.get(m.token, ())))
        ),
        key=lambda m: m.token,
    )
