"""Which patterns fire on which predicates: one lookup a predicate, then the constraints of its few triggers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.events.fillers import ActorSlot
from pipeline.events.patterns import PARTICLES, Check, PatternSet, Phrase, Trigger
from pipeline.events.scene import Scene
from pipeline.ner import Cast
from pipeline.syntax import Filler, Predicate, Syntax
from pipeline.syntax.dependency import match_nodes
from pipeline.syntax.phrases import fillers as phrases_from

# A slot name with this ending means whoever did the event that the slot names: "welcomed *the ruling*" -> who ruled.
_DOER = ".actor"
# Prepositions that belong to their verb only beside it: "broke into the vault", not "broke it into parts".
_CLOSE = PARTICLES | {"into", "upon", "at", "after"}
_REACH = 3  # how far a preposition may stand from its verb
_ANY: frozenset[str] = frozenset()

Roles = tuple[tuple[str, tuple[ActorSlot, ...]], ...]
Told = tuple[tuple[str, Filler], ...]


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
        return self.trigger.specificity, sum(bool(f) for _, f in self.roles)


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
    """Applies a pattern set to articles. Holds no state between articles."""

    def __init__(self, patterns: PatternSet) -> None:
        self.patterns = patterns

    def match(self, syntax: Syntax, cast: Cast) -> list[Match]:
        """Return the winning matches of an article in text order of their triggers."""
        scene = Scene(syntax, cast)
        trial = _Trial(scene)
        found: list[Match] = []
        for predicate in syntax.predicates:
            triggers = self._candidates(predicate)
            if not triggers or (predicate.kind == "verb" and _describes(predicate)):
                continue
            excluded = trial.excludes_verb if predicate.kind == "verb" else trial.excludes_noun
            least = None  # once a trigger has fired, weaker ones of the same word cannot win
            for trigger in triggers:
                if least is not None and trigger.specificity < least:
                    break
                if excluded(trigger, predicate):
                    continue
                result = trial.fire(trigger, predicate)
                if result is not None:
                    least = trigger.specificity
                    found.append(Match(trigger, predicate, *result))
        return _resolve(found, self.patterns.full_verbs, scene.clauses)

    def trace(self, syntax: Syntax, cast: Cast) -> list[Match | Miss]:
        """Return everything that was tried: matches (winning or not) and misses with their reasons."""
        trial = _Trial(Scene(syntax, cast))
        found: list[Match | Miss] = []
        for predicate in syntax.predicates:
            for trigger in self._candidates(predicate):
                result = trial.fire(trigger, predicate)
                found.append(
                    Match(trigger, predicate, *result)
                    if result is not None
                    else Miss(trigger, predicate, *trial.reason(trigger, predicate))
                )
        return found

    def _candidates(self, predicate: Predicate) -> list[Trigger]:
        index = self.patterns.index
        found = index.get((predicate.kind, predicate.lemma), [])
        if not found and predicate.kind == "noun" and predicate.lemma.endswith("ing"):
            for base in _bases(predicate.lemma[:-3]):  # "the blocking of Telegram": the verb's triggers serve
                found = found or index.get(("verb", base), [])
        elif not found and predicate.kind == "verb" and predicate.lemma.endswith("e"):
            for base in _bases(predicate.lemma[:-1]):  # of an unknown "geoblocked" the lemmatizer makes "geoblocke"
                found = found or index.get(("verb", base), [])
        return found


def _describes(predicate: Predicate) -> bool:
    """Whether a participle only describes the noun it stands before: "suspected members", "an elected government"."""
    return any(f.first <= predicate.token < f.head for f in predicate.slots.get("object", ()))


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


class _Trial:
    """Tries triggers on the predicates of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.parse = scene.parse
        self.casting = scene.casting
        self._token = -1
        self._laid: dict[str, int] = {}
        self._adverbs: set[str] = set()

    def excludes_verb(self, trigger: Trigger, predicate: Predicate) -> bool:
        """Whether a verb trigger's other words cannot be there; most triggers are settled by this."""
        if trigger.fixed is not None and trigger.fixed not in predicate.slots:
            return True
        if predicate.particle is not None:
            return predicate.particle not in trigger.particles
        if None in trigger.particles:
            return False
        if self._token != predicate.token:
            parse, self._token = self.parse, predicate.token
            self._adverbs = {parse.lowers[c] for c in parse.children[predicate.token] if c > predicate.token}
        return trigger.particles.isdisjoint(self._adverbs)

    def excludes_noun(self, trigger: Trigger, predicate: Predicate) -> bool:
        """Whether a noun trigger cannot fire: the word before is another one, or nobody is there to fill a role."""
        if trigger.before and trigger.before.isdisjoint(self.scene.words(max(predicate.token - 1, 0))):
            return True
        if predicate.slots or not (trigger.needs or trigger.required or trigger.light):
            return False
        return not self.scene.carried(predicate)

    def fire(self, trigger: Trigger, predicate: Predicate) -> tuple[Predicate | None, Roles, Told] | None:
        """Return the support verb and the filled roles, None where a constraint fails."""
        if trigger.plain:
            if predicate.particle is not None and predicate.kind == "verb":
                return None
        elif not any(self._phrase(phrase, predicate) for phrase in trigger.phrases):
            return None
        if trigger.voice and trigger.voice != ("passive" if predicate.passive else "active"):
            return None
        if trigger.complement and not self._complement(trigger.complement, predicate):
            return None
        support = None
        if trigger.light:
            if not self.scene.carried(predicate):
                return None
            support = self.scene.support(trigger, predicate)
            if support is None:
                return None
        for slot, check in trigger.checks:
            if not self._passes(slot, check, predicate, support):
                return None
        if trigger.nodes and not self._lay(trigger, predicate):
            return None
        roles = []
        filled = False
        for role, slots in trigger.roles:
            fillers = self._fill(trigger, role, slots, predicate, support)
            if fillers:
                filled = filled or role in trigger.needs
            elif role in trigger.required:
                return None
            roles.append((role, fillers))
        if trigger.needs and not filled:
            return None
        return support, tuple(roles), self._told(trigger, roles, predicate, support)

    def reason(self, trigger: Trigger, predicate: Predicate) -> tuple[str, int]:
        """Say why a trigger did not fire, and how far it came."""
        if not any(self._phrase(p, predicate) for p in trigger.phrases):
            return "other words needed beside the trigger", 0
        if trigger.voice and trigger.voice != ("passive" if predicate.passive else "active"):
            return f"needs {trigger.voice} voice", 1
        if trigger.complement and not self._complement(trigger.complement, predicate):
            return f"complement must be {' or '.join(sorted(trigger.complement))}", 1
        support = self.scene.support(trigger, predicate) if trigger.light else None
        if trigger.light and support is None:
            return "none of its support verbs is there", 2
        for slot, check in trigger.checks:
            if not self._passes(slot, check, predicate, support):
                return self._complaint(slot, check, predicate, support), 3
        if trigger.nodes and not self._lay(trigger, predicate):
            return "its raw dependency pattern is not there", 3
        roles = dict(trigger.roles)
        for role in sorted(trigger.required):
            if role not in roles:
                return f"the trigger never fills the required role {role}", 4
            if not self._fill(trigger, role, roles[role], predicate, support):
                return f"nothing fills the required role {role} ({', '.join(roles[role])})", 4
        return f"nothing fills any of {', '.join(sorted(trigger.needs))}", 4

    def _phrase(self, phrase: Phrase, predicate: Predicate) -> bool:
        if predicate.kind == "verb":
            if phrase.particle != predicate.particle and not self._adverb(phrase, predicate):
                return False
        elif phrase.noun:
            return self._compound(phrase.noun.split(), predicate.token)
        if phrase.preposition is None:
            return True
        fillers = predicate.slots.get(phrase.preposition, ())
        if phrase.noun is None:
            if phrase.preposition in _CLOSE and not self._adjacent(predicate, phrase.preposition):
                return False
            if fillers:
                return True
            if predicate.passive and self._adjacent(predicate, phrase.preposition):
                return True  # the object of a stranded preposition is the subject: "the matter was looked into"
            return any(c.marker == phrase.preposition for c in self.scene.clauses.get(predicate.token, ()))
        return any(phrase.noun in self.scene.words(f.head) for f in fillers)

    def _adverb(self, phrase: Phrase, predicate: Predicate) -> bool:
        """Whether a particle hangs on its verb as an adverb: "brushed the criticism aside"."""
        if predicate.particle is not None or phrase.particle is None:
            return False
        parse, i = self.parse, predicate.token
        return any(c > i and parse.lowers[c] == phrase.particle for c in parse.children[i])

    def _compound(self, words: list[str], token: int) -> bool:
        """Whether the words stand right before a noun: "hunger strike"."""
        first = token - len(words)
        return first >= 0 and all(w in self.scene.words(first + k) for k, w in enumerate(words))

    def _adjacent(self, predicate: Predicate, word: str) -> bool:
        """Whether a word that may be particle or preposition stands by its verb: "gave in", not "gave a talk in"."""
        parse, i = self.parse, predicate.token
        last = min(i + _REACH, len(parse) - 1)
        starts = [f.first for f in predicate.slots.get("object", ()) if f.first > i]
        if starts:
            last = min(last, min(starts) - 1)
        return word in parse.lowers[i + 1 : last + 1]

    def _complement(self, wanted: frozenset[str], predicate: Predicate) -> bool:
        clauses = self.scene.clauses.get(predicate.token, [])
        if not clauses:
            return "none" in wanted
        if "any" in wanted:
            return True
        return any((c.tense if c.tense in ("infinitive", "gerund") else "clause") in wanted for c in clauses)

    def _passes(self, slot: str, check: Check, predicate: Predicate, support: Predicate | None) -> bool:
        if slot == "complement":
            heads = self._clause_words(predicate)
            return not (check.words and heads.isdisjoint(check.words)) and heads.isdisjoint(check.excluded)
        fillers = self.scene.slot(slot, predicate, support)
        if check.present is False:
            return not fillers
        if not fillers:
            return not (check.present or check.words or check.types or check.sectors or check.fill)
        words = self.scene.words
        if check.words and all(check.words.isdisjoint(words(f.head)) for f in fillers):
            return False
        if check.excluded and not all(check.excluded.isdisjoint(words(f.head)) for f in fillers):
            return False
        if check.fill and not any(self.casting.accepts(check.fill, f) for f in fillers):
            return False
        if check.types or check.sectors:
            return any(self.casting.suits(f, check.types, check.sectors) for f in fillers)
        return True

    def _clause_words(self, predicate: Predicate) -> set[str]:
        """Return the verbs that head the governed clauses, with their modals."""
        clauses = self.scene.clauses.get(predicate.token, ())
        return {self.parse.lemmas[c.token].lower() for c in clauses} | {a for c in clauses for a in c.auxiliaries}

    def _complaint(self, slot: str, check: Check, predicate: Predicate, support: Predicate | None) -> str:
        """Say which part of a restriction failed."""
        if slot == "complement":
            return f"the complement must be about {', '.join(sorted(check.words)[:6])}"
        fillers = self.scene.slot(slot, predicate, support)
        if check.present is False:
            return f"{slot} must not be there"
        if not fillers:
            return f"{slot} must be there"
        words = {w for f in fillers for w in self.scene.words(f.head)}
        if check.words and words.isdisjoint(check.words):
            return f"{slot} must be one of {', '.join(sorted(check.words)[:6])}"
        if words & check.excluded:
            return f"{slot} must not be {', '.join(sorted(words & check.excluded))}"
        if check.fill and not any(self.casting.accepts(check.fill, f) for f in fillers):
            return f"{slot} must be an {check.fill}"
        return f"{slot} must be of type {', '.join(sorted(check.types | check.sectors))}"

    def _fill(
        self, trigger: Trigger, role: str, slots: tuple[str, ...], predicate: Predicate, support: Predicate | None
    ) -> tuple[ActorSlot, ...]:
        spec = trigger.pattern.roles[role]
        types = frozenset(spec.type) if spec.type else _ANY
        sectors = frozenset(spec.sector) if spec.sector else _ANY
        found: list[ActorSlot] = []
        for slot in slots:
            if slot.endswith(_DOER):
                continue
            if spec.fill == "event" and slot == "complement":
                clauses = self.scene.clauses.get(predicate.token, [])
                found += [ActorSlot(Filler(c.token, c.token, c.token + 1), slot, None) for c in clauses]
                continue
            raw = bool(trigger.nodes) and slot.startswith("node ")
            for filler in self._laid_on(slot) if raw else self.scene.slot(slot, predicate, support):
                found += self.casting.cast_as(spec.fill, filler, slot, types, sectors)
            if spec.named and slot.startswith("complement "):
                found = [s for s in found if s.mention is not None and s.mention.kind == "name"]
            if spec.not_type:
                found = [s for s in found if not self.casting.is_of(s, spec.not_type)]
            if found and role != "participant":
                break
        return tuple(found)

    def _lay(self, trigger: Trigger, predicate: Predicate) -> bool:
        """Lay a raw dependency pattern over the sentence; remembers its tokens for the roles."""
        self._laid = match_nodes(self.parse, predicate.token, trigger.nodes) or {}
        return bool(self._laid)

    def _laid_on(self, slot: str) -> list[Filler]:
        """Return the phrases that a raw pattern's node heads."""
        token = self._laid.get(slot.removeprefix("node "))
        return [] if token is None else phrases_from(self.parse, token)

    def _told(
        self,
        trigger: Trigger,
        roles: list[tuple[str, tuple[ActorSlot, ...]]],
        predicate: Predicate,
        support: Predicate | None,
    ) -> Told:
        if not trigger.asks_doer:
            return ()
        empty = {role for role, fillers in roles if not fillers}
        return tuple(
            (role, filler)
            for role, slots in trigger.roles
            if role in empty
            for slot in slots
            if slot.endswith(_DOER)
            for filler in self.scene.slot(slot.removesuffix(_DOER), predicate, support)[:1]
        )
