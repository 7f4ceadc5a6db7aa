"""Which patterns fire on which predicates: one lookup a predicate, then the constraints of its few triggers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.events.fillers import ActorSlot, Casting
from pipeline.events.patterns import PARTICLES, Check, PatternSet, Phrase, Trigger
from pipeline.ner import Cast
from pipeline.syntax import Filler, Predicate, Syntax
from pipeline.syntax.phrases import fillers as phrases_from

_CLAUSES = frozenset({"complement", "noun complement", "adjective complement", "parataxis"})
_PURPOSES = frozenset({"purpose", "participle"})
# A slot name with this ending means whoever did the event that the slot names: "welcomed *the ruling*" -> who ruled.
_DOER = ".actor"
_CORE = frozenset({"subject", "object", "recipient"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
_REACH = 3  # how far a preposition may stand from its verb
# Slots that name a noun's own dependents even where a support verb has a slot of the same name.
_OWN = frozenset({"possessor", "compound", "of", "between"})


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger that fired: the token that names the act, its support verb if any, and the fillers of each role.

    ``told`` are roles to be filled by whoever did what a phrase names ("rejected *the claim*": the claimant).
    """

    trigger: Trigger
    predicate: Predicate
    support: Predicate | None
    roles: tuple[tuple[str, tuple[ActorSlot, ...]], ...]
    told: tuple[tuple[str, Filler], ...] = ()

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
        view = _View(syntax, cast)
        found = []
        for predicate in syntax.predicates:
            if predicate.kind == "verb" and _describes(predicate):
                continue
            for trigger in self._candidates(predicate):
                result = view.try_trigger(trigger, predicate)
                if isinstance(result, Match):
                    found.append(result)
        return _resolve(found, self.patterns.full_verbs)

    def trace(self, syntax: Syntax, cast: Cast) -> list[Match | Miss]:
        """Return everything that was tried: matches (winning or not) and misses with their reasons."""
        view = _View(syntax, cast)
        return [view.try_trigger(t, p) for p in syntax.predicates for t in self._candidates(p)]

    def _candidates(self, predicate: Predicate) -> list[Trigger]:
        index = self.patterns.index
        found = index.get((predicate.kind, predicate.lemma), [])
        if not found and predicate.kind == "noun" and predicate.lemma.endswith("ing"):
            for base in _bases(predicate.lemma[:-3]):  # "the blocking of Telegram": the verb's triggers serve
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


def _resolve(found: list[Match], full_verbs: frozenset[str]) -> list[Match]:
    """Keep one match a trigger token; a noun takes away its support verb's match unless that verb is a full one."""
    ordered = sorted(found, key=lambda m: (-m.rank[0], -m.rank[1]))
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
    return sorted((m for m in kept if m.token not in spent), key=lambda m: m.token)


class _View:
    """One article as the matcher sees it: governed clauses and support verbs by token."""

    def __init__(self, syntax: Syntax, cast: Cast) -> None:
        self.syntax = syntax
        self.parse = syntax.parse
        self.casting = Casting(syntax, cast)
        self.clauses: dict[int, list[Predicate]] = {}
        self.purposes: dict[int, list[Predicate]] = {}
        self.supports: dict[int, list[tuple[Predicate, str]]] = {}
        for p in syntax.predicates:
            if p.governor is not None and p.relation in _CLAUSES:
                self.clauses.setdefault(p.governor, []).append(p)
            if p.governor is not None and p.relation in _PURPOSES:
                self.purposes.setdefault(p.governor, []).append(p)
            if p.kind == "verb":
                for slot, fillers in p.slots.items():
                    for f in fillers:
                        self.supports.setdefault(f.head, []).append((p, slot))

    def try_trigger(self, trigger: Trigger, predicate: Predicate) -> Match | Miss:
        if not any(self._phrase(p, predicate) for p in trigger.phrases):
            return Miss(trigger, predicate, "other words needed beside the trigger")
        if trigger.voice and trigger.voice != ("passive" if predicate.passive else "active"):
            return Miss(trigger, predicate, f"needs {trigger.voice} voice", 1)
        if trigger.complement and not self._complement(trigger.complement, predicate):
            return Miss(trigger, predicate, f"complement must be {' or '.join(sorted(trigger.complement))}", 1)
        support = None
        if trigger.light:
            support = self._support(trigger, predicate)
            if support is None:
                return Miss(trigger, predicate, "none of its support verbs is there", 2)
        for slot, check in trigger.checks:
            reason = self._check(slot, check, predicate, support)
            if reason:
                return Miss(trigger, predicate, reason, 3)
        roles = []
        for role, slots in trigger.roles:
            fillers = self._fill(trigger, role, slots, predicate, support)
            if not fillers and trigger.pattern.roles[role].required:
                return Miss(trigger, predicate, f"nothing fills the required role {role} ({', '.join(slots)})", 4)
            roles.append((role, fillers))
        for role, spec in trigger.pattern.roles.items():
            if spec.required and role not in {r for r, _ in trigger.roles}:
                return Miss(trigger, predicate, f"the trigger never fills the required role {role}", 4)
        if trigger.needs and not any(fillers for role, fillers in roles if role in trigger.needs):
            return Miss(trigger, predicate, f"nothing fills any of {', '.join(sorted(trigger.needs))}", 4)
        return Match(trigger, predicate, support, tuple(roles), self._told(trigger, roles, predicate, support))

    def _phrase(self, phrase: Phrase, predicate: Predicate) -> bool:
        parse, i = self.parse, predicate.token
        if predicate.kind == "noun" and phrase.noun:  # compound: "hunger strike"
            words = phrase.noun.split()
            before = parse.lowers[max(0, i - len(words)) : i]
            lemmas = parse.lemmas[max(0, i - len(words)) : i]
            return all(w in (b, m.lower()) for w, b, m in zip(words, before, lemmas, strict=False)) and len(
                before
            ) == len(words)
        if phrase.particle != predicate.particle and predicate.kind == "verb":
            return False
        if phrase.preposition is None:
            return True
        fillers = predicate.slots.get(phrase.preposition, [])
        if phrase.noun is None:
            if phrase.preposition in PARTICLES and not self._adjacent(predicate, phrase.preposition):
                return False
            return bool(fillers) or any(c.marker == phrase.preposition for c in self.clauses.get(i, ()))
        return any(phrase.noun in (parse.lemmas[f.head].lower(), parse.lowers[f.head]) for f in fillers)

    def _adjacent(self, predicate: Predicate, word: str) -> bool:
        """Whether a word that may be particle or preposition stands by its verb: "gave in", not "gave a talk in"."""
        parse, i = self.parse, predicate.token
        last = min(i + _REACH, len(parse) - 1)
        starts = [f.first for f in predicate.slots.get("object", ()) if f.first > i]
        if starts:
            last = min(last, min(starts) - 1)
        return word in parse.lowers[i + 1 : last + 1]

    def _support(self, trigger: Trigger, predicate: Predicate) -> Predicate | None:
        candidates = list(self.supports.get(predicate.token, ()))
        if predicate.support is not None and predicate.support[0] in self.syntax.at:
            candidates.insert(0, (self.syntax.at[predicate.support[0]], predicate.support[1]))
        for verb, slot in candidates:
            for phrase in trigger.light:
                if verb.lemma != phrase.lemma or verb.particle != phrase.particle:
                    continue
                if slot == (phrase.preposition or "object"):
                    return verb
        return None

    def _complement(self, wanted: frozenset[str], predicate: Predicate) -> bool:
        clauses = self.clauses.get(predicate.token, [])
        if not clauses:
            return "none" in wanted
        if "any" in wanted:
            return True
        for c in clauses:
            kind = "infinitive" if c.tense == "infinitive" else "gerund" if c.tense == "gerund" else "clause"
            if kind in wanted:
                return True
        return False

    def _slot(self, slot: str, predicate: Predicate, support: Predicate | None) -> list[Filler]:
        """Return a slot's fillers; with a support verb its core slots come before the noun's own."""
        governed, _, inner = slot.partition(" ")
        if governed in ("complement", "purpose") and inner:  # a slot of the clause that depends on the trigger
            clauses = self.clauses if governed == "complement" else self.purposes
            return self._governed(clauses, inner, predicate, support)
        own = predicate.slots.get(slot, [])
        if not own and slot not in _CORE and slot not in ("possessor", "compound"):
            own = self._under_objects(slot, predicate, support)
        if not own and slot == "subject" and predicate.passive:
            own = self._strayed_agent(predicate)
        if support is None or slot in _OWN:
            return own
        theirs = [f for f in support.slots.get(slot, []) if f.head != predicate.token]
        if slot in _CORE:
            return theirs or own
        return own + [f for f in theirs if all(f.head != o.head for o in own)]

    def _strayed_agent(self, predicate: Predicate) -> list[Filler]:
        """Return a passive's agent from where the parser left it: "was urged to remove the video by Brazil"."""
        found = [f for c in self.clauses.get(predicate.token, ()) for f in self._slot("by", c, None)]
        found = [f for f in found if self.casting.accepts("actor", f)]
        for slot, fillers in predicate.slots.items():
            if not found and slot not in _CORE:
                found = [f for o in fillers for f in self._hanging(o.head, "by") if self.casting.accepts("actor", f)]
        return found

    def _hanging(self, head: int, preposition: str) -> list[Filler]:
        """Return what a preposition that the parser hung on a noun governs."""
        parse = self.parse
        return [
            f
            for child in parse.children[head]
            if child > head and parse.lowers[child] == preposition
            for grand in parse.children[child]
            if grand > child and parse.pos[grand] in _NOMINAL
            for f in phrases_from(parse, grand)
        ]

    def _governed(
        self, clauses: dict[int, list[Predicate]], slot: str, predicate: Predicate, support: Predicate | None
    ) -> list[Filler]:
        """Return whom a dependent clause names in a slot, except its own understood subject."""
        found = list(clauses.get(predicate.token, ()))
        if support is not None:
            found += clauses.get(support.token, ())
        own = {f.head for p in (predicate, support) if p is not None for f in p.slots.get("subject", ())}
        return [f for c in found for f in self._slot(slot, c, None) if f.head not in own]

    def _under_objects(self, slot: str, predicate: Predicate, support: Predicate | None) -> list[Filler]:
        """Return what a preposition on the object governs: in "cut ties with Iran" the parser hangs it on "ties"."""
        objects = predicate.slots.get("object", []) if support is None and predicate.kind == "verb" else []
        return [f for o in objects for f in self._hanging(o.head, slot)]

    def _check(self, slot: str, check: Check, predicate: Predicate, support: Predicate | None) -> str | None:
        if slot == "complement":
            clauses = self.clauses.get(predicate.token, ())
            heads = {self.parse.lemmas[c.token].lower() for c in clauses} | {a for c in clauses for a in c.auxiliaries}
            if (check.words and not heads & check.words) or heads & check.excluded:
                return f"the complement must be about {', '.join(sorted(check.words)[:6])}"
            return None
        fillers = self._slot(slot, predicate, support)
        if check.present is False:
            return f"{slot} must not be there" if fillers else None
        if not fillers:
            needed = check.present or check.words or check.types or check.sectors or check.fill
            return f"{slot} must be there" if needed else None
        lemmas = {w for f in fillers for w in (self.parse.lemmas[f.head].lower(), self.parse.lowers[f.head])}
        if check.words and not lemmas & check.words:
            return f"{slot} must be one of {', '.join(sorted(check.words)[:6])}"
        if lemmas & check.excluded:
            return f"{slot} must not be {', '.join(sorted(lemmas & check.excluded))}"
        if check.fill and not any(self.casting.accepts(check.fill, f) for f in fillers):
            return f"{slot} must be an {check.fill}"
        if (check.types or check.sectors) and not any(
            self.casting.suits(f, check.types, check.sectors) for f in fillers
        ):
            return f"{slot} must be of type {', '.join(sorted(check.types | check.sectors))}"
        return None

    def _fill(
        self, trigger: Trigger, role: str, slots: tuple[str, ...], predicate: Predicate, support: Predicate | None
    ) -> tuple[ActorSlot, ...]:
        spec = trigger.pattern.roles[role]
        types, sectors = frozenset(spec.type), frozenset(spec.sector)
        found: list[ActorSlot] = []
        for slot in slots:
            if slot.endswith(_DOER):
                continue
            if spec.fill == "event" and slot == "complement":
                clauses = self.clauses.get(predicate.token, [])
                found += [ActorSlot(Filler(c.token, c.token, c.token + 1), slot, None) for c in clauses]
                continue
            for filler in self._slot(slot, predicate, support):
                found += self.casting.cast_as(spec.fill, filler, slot, types, sectors)
            if found and role != "participant":
                break
        return tuple(found)

    def _told(
        self,
        trigger: Trigger,
        roles: list[tuple[str, tuple[ActorSlot, ...]]],
        predicate: Predicate,
        support: Predicate | None,
    ) -> tuple[tuple[str, Filler], ...]:
        empty = {role for role, fillers in roles if not fillers}
        return tuple(
            (role, filler)
            for role, slots in trigger.roles
            if role in empty
            for slot in slots
            if slot.endswith(_DOER)
            for filler in self._slot(slot.removesuffix(_DOER), predicate, support)[:1]
        )
