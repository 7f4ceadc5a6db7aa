"""Tries the triggers of a word on a predicate: a look at what stands beside it, then what the look cannot settle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pipeline.events.decision import (
    ACTIVE,
    ADVERB,
    CLAUSE,
    DOER,
    FIXED,
    INNER,
    MARKER,
    NO_GATES,
    NODE,
    OWN,
    PASSIVE,
    Feature,
    Gate,
    Part,
    Word,
)
from pipeline.events.fillers import ActorSlot
from pipeline.events.patterns import PARTICLES, Check, Fill, Phrase, Trigger
from pipeline.events.scene import Scene
from pipeline.syntax import Filler, Predicate
from pipeline.syntax.dependency import match_nodes
from pipeline.syntax.phrases import fillers as phrases_from

# Prepositions that belong to their verb only beside it: "broke into the vault", not "broke it into parts".
_CLOSE = PARTICLES | {"into", "upon", "at", "after"}
_NO_CLAUSE, _ANY_CLAUSE, _FINITE = CLAUSE + "none", CLAUSE + "any", CLAUSE + "clause"
_FORMS = {form: CLAUSE + form for form in ("infinitive", "gerund")}
# What a word fixed in the object's place may be that is no object: "made *clear*", "came *clean*", "made *known*".
_FIXED = frozenset({"ADJ", "ADV", "VERB"})
# What others do to somebody's plan, bid or request: "the bid *by Ericsson* was blocked".
_ANSWERS = frozenset(
    (
        "accept", "allow", "approve", "authorise", "authorize", "back", "ban", "bar", "block", "clear", "condemn",
        "criticise", "criticize", "defeat", "deny", "dismiss", "endorse", "examine", "foil", "grant", "investigate",
        "oppose", "permit", "praise", "prevent", "refuse", "reject", "repel", "review", "stop", "support", "thwart",
        "veto", "welcome",
    )
)  # fmt: skip
_BEFORE = frozenset({"possessor", "compound"})  # what stands before a noun
_REACH = 3  # how far a preposition may stand from its verb

_NOBODY: tuple[Filler, ...] = ()
_NO_WORDS: frozenset[str] = frozenset()

Roles = tuple[tuple[str, tuple[ActorSlot, ...]], ...]
Told = tuple[tuple[str, Filler], ...]


class Trial:
    """Tries triggers on the predicates of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.parse = scene.parse
        self.casting = scene.casting
        self._laid: dict[str, int] = {}
        self._seen: Predicate | None = None
        self._features: set[Feature] = set()  # of the predicate seen last

    def open_gates(self, word: Word, predicate: Predicate) -> Iterator[Gate]:
        """Yield the gates that what stands beside a predicate does not rule out."""
        if predicate.kind == "verb":
            return self._verb_gates(word, predicate)
        return self._other_gates(word, predicate)

    def _verb_gates(self, word: Word, predicate: Predicate) -> Iterator[Gate]:
        gates = word.verb.get(predicate.particle, NO_GATES)
        features: set[Feature] | None = None
        more: list[str] = []
        if word.adverbs and predicate.particle is None:
            i, lowers = predicate.token, self.parse.lowers
            for c in self.parse.children[i]:
                if c > i and lowers[c] in word.adverbs:
                    gates = word.loose
                    more.append(ADVERB + lowers[c])
        beside = self._beside(word.fixed, predicate) if word.fixed else word.fixed
        if beside:
            more.append(FIXED)
        about: set[str] | None = None
        objects = self._objects(predicate, beside) if gates.by_object else None
        for gate in gates.gates if objects is None else gates.for_objects(objects):
            if gate.looks:
                if features is None:
                    features = self._look(predicate)
                    if more:
                        features.update(more)
                if not gate.needs <= features or (gate.either and gate.either.isdisjoint(features)):
                    continue
                if gate.wants and _lacking(gate.wants, features):
                    continue
                if gate.shuns and not gate.shuns.isdisjoint(features):
                    continue
            if gate.not_objects:
                if objects is None:
                    objects = self._objects(predicate, beside)
                if not gate.not_objects.isdisjoint(objects):
                    continue
            if gate.about:
                if about is None:
                    about = self._about(predicate)
                if gate.about.isdisjoint(about):
                    continue
            yield gate

    def _objects(self, predicate: Predicate, beside: frozenset[str]) -> Set[str]:
        """Return the words that head the object or stand in its place."""
        fillers = predicate.slots.get("object")
        if fillers is None:
            return beside
        words = self.scene.words
        if len(fillers) == 1 and not beside:
            return words(fillers[0].head)
        return beside.union(*[words(f.head) for f in fillers])

    def _beside(self, fixed: frozenset[str], predicate: Predicate) -> frozenset[str]:
        """Return those of some words that follow a verb without being its object: "made it *clear*"."""
        parse, i = self.parse, predicate.token
        lowers, found = parse.lowers, _NO_WORDS
        for c in parse.children[i]:
            if c > i and lowers[c] in fixed and parse.pos[c] in _FIXED:
                found = found.union((lowers[c],))
        return found

    def _other_gates(self, word: Word, predicate: Predicate) -> Iterator[Gate]:
        scene = self.scene
        carriers = scene.carriers(predicate)
        alone = not predicate.slots and not carriers and predicate.support is None
        features: set[Feature] | None = None
        for gate in word.other:
            if alone and gate.asks:
                continue
            if gate.before and gate.before.isdisjoint(scene.words(max(predicate.token - 1, 0))):
                continue
            if gate.looks:
                if features is None:
                    features = self._look(predicate)
                    features.update([(verb.lemma, verb.particle) for verb, _ in carriers])
                if not gate.needs <= features or (gate.either and gate.either.isdisjoint(features)):
                    continue
                if gate.wants and _lacking(gate.wants, features):
                    continue
            yield gate

    def _look(self, predicate: Predicate) -> set[Feature]:
        """Return what gates may want: slots that may be filled, voice, forms and markers of the governed clauses."""
        features = self._features = set(predicate.slots)
        self._seen = predicate
        if predicate.kind == "verb":
            self.scene.add_behind(predicate, features)
        features.add(PASSIVE if predicate.passive else ACTIVE)
        clauses = self.scene.clauses.get(predicate.token)
        if not clauses:
            features.add(_NO_CLAUSE)
            return features
        features.add(_ANY_CLAUSE)
        for clause in clauses:
            features.add(_FORMS.get(clause.tense, _FINITE))
            if clause.marker is not None:
                features.add(MARKER + clause.marker)
        return features

    def fire(self, gate: Gate, predicate: Predicate) -> tuple[Predicate | None, Roles, Told] | None:
        """Return the support verb and the roles of a trigger whose gate is open, None where a constraint fails."""
        trigger = gate.trigger
        if gate.phrases and not self._worded(gate.phrases, predicate):
            return None
        support = None
        if gate.carriers:
            support = self.scene.support(gate, predicate)
            if support is None:
                return None
        for slot, check in gate.checks:
            if not self._passes(slot, check, predicate, support):
                return None
        if trigger.nodes and not self._lay(trigger, predicate):
            return None
        roles: list[tuple[str, tuple[ActorSlot, ...]]] = []
        filled = False
        features = None if support is not None else self._features if self._seen is predicate else self._look(predicate)
        for part in gate.parts:
            if features is None or not part.sources or not part.sources.isdisjoint(features):
                fillers = self._fill(part, predicate, support)
                if fillers:
                    filled = filled or part.needed
                    roles.append((part.role, tuple(fillers)))
                    continue
            if part.required:
                return None
            roles.append((part.role, ()))
        if trigger.needs and not filled:
            return None
        told = self._told(trigger, roles, predicate, support) if gate.asks_doer else ()
        return support, tuple(roles), told

    def reason(self, gate: Gate, predicate: Predicate) -> tuple[str, int]:
        """Say why a trigger did not fire, and how far it came."""
        trigger = gate.trigger
        if not any(self._phrase(p, predicate) for p in trigger.phrases):
            return "other words needed beside the trigger", 0
        if trigger.voice and trigger.voice != ("passive" if predicate.passive else "active"):
            return f"needs {trigger.voice} voice", 1
        if trigger.complement and not self._complement(trigger.complement, predicate):
            return f"complement must be {' or '.join(sorted(trigger.complement))}", 1
        support = self.scene.support(gate, predicate) if trigger.light else None
        if trigger.light and support is None:
            return "none of its support verbs is there", 2
        for slot, check in trigger.checks:
            if not self._passes(slot, check, predicate, support):
                return self._complaint(slot, check, predicate, support), 3
        if trigger.nodes and not self._lay(trigger, predicate):
            return "its raw dependency pattern is not there", 3
        roles = dict(trigger.roles)
        parts = {part.role: part for part in gate.parts}
        for role in sorted(trigger.required):
            if role not in roles:
                return f"the trigger never fills the required role {role}", 4
            if not self._fill(parts[role], predicate, support):
                return f"nothing fills the required role {role} ({', '.join(roles[role])})", 4
        return f"nothing fills any of {', '.join(sorted(trigger.needs))}", 4

    def _worded(self, phrases: tuple[Phrase, ...], predicate: Predicate) -> bool:
        """Whether one of a trigger's phrases is there."""
        for phrase in phrases:  # noqa: SIM110  a generator costs more
            if self._phrase(phrase, predicate):
                return True
        return False

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
        if phrase.preposition == "object" and self._beside(frozenset((phrase.noun,)), predicate):
            return True
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
        features = self._look(predicate)
        return any(CLAUSE + form in features for form in wanted)

    def _passes(self, slot: str, check: Check, predicate: Predicate, support: Predicate | None) -> bool:
        if slot == "complement":
            about = self._about(predicate)
            return not (check.words and about.isdisjoint(check.words)) and about.isdisjoint(check.excluded)
        fillers = self._fillers(slot, predicate, support)
        if check.present is False:
            return not fillers
        if not fillers:
            return not (check.present or check.words or check.types or check.sectors or check.fill)
        if check.words or check.excluded:
            heads = self.scene.words(fillers[0].head)
            for filler in fillers[1:]:
                heads = heads.union(self.scene.words(filler.head))
            if check.words and check.words.isdisjoint(heads):
                return False
            if not check.excluded.isdisjoint(heads):
                return False
        if check.fill and not self._accepted(check.fill, fillers):
            return False
        if check.types or check.sectors:
            return any(self.casting.suits(f, check.types, check.sectors) for f in fillers)
        return True

    def _fillers(self, slot: str, predicate: Predicate, support: Predicate | None) -> Sequence[Filler]:
        if support is None:
            own = predicate.slots.get(slot)
            if own:
                return own
            if " " not in slot and not (slot == "subject" and predicate.passive):
                features = self._features if self._seen is predicate else self._look(predicate)
                if slot not in features:
                    return _NOBODY
        return self.scene.slot(slot, predicate, support)

    def _accepted(self, fill: Fill, fillers: Sequence[Filler]) -> bool:
        accepts = self.casting.accepts
        for filler in fillers:  # noqa: SIM110  a generator costs more than the answer
            if accepts(fill, filler):
                return True
        return False

    def _about(self, predicate: Predicate) -> set[str]:
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

    def _fill(self, part: Part, predicate: Predicate, support: Predicate | None) -> list[ActorSlot]:
        scene, casting = self.scene, self.casting
        found: list[ActorSlot] = []
        # "Keller's arrest", "the Keller arrest": who stands before a noun may be he to whom it is done
        slots = predicate.slots
        undergone = slots.get("object", ()) if part.role == "actor" and predicate.kind == "noun" else ()
        answers = part.role == "actor" and predicate.passive and predicate.lemma in _ANSWERS
        for slot, way, names_only in part.slots:
            fillers: Sequence[Filler]
            if way == OWN:
                fillers = (slots.get(slot) if support is None else None) or self._fillers(slot, predicate, support)
                if not fillers:
                    continue
            elif way == INNER:
                fillers = scene.slot(slot, predicate, support)
            elif way == NODE:
                fillers = self._laid_on(slot)
            else:
                clauses = scene.clauses.get(predicate.token, ())
                found += [ActorSlot(Filler(c.token, c.token, c.token + 1), None) for c in clauses]
                continue
            for filler in fillers:
                if undergone and slot in _BEFORE and any(f.head == filler.head for f in undergone):
                    continue
                if answers and slot == "by" and filler.head < predicate.token and slot not in slots:
                    continue
                found += casting.cast_as(part.fill, filler, part.types, part.sectors)
            if not found:
                continue
            if part.role == "target":
                for number, slot_filler in enumerate(found):
                    if slot_filler.actor is not None:
                        found[number] = casting.in_person(slot_filler)
            if names_only:
                found = [s for s in found if s.mention is not None and s.mention.kind == "name"]
            if part.not_types:
                found = [s for s in found if not casting.is_of(s, part.not_types)]
            if not part.several and found:
                break
        return found

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
        empty = {role for role, fillers in roles if not fillers}
        return tuple(
            (role, filler)
            for role, slots in trigger.roles
            if role in empty
            for slot in slots
            if slot.endswith(DOER)
            for filler in self.scene.slot(slot.removesuffix(DOER), predicate, support)[:1]
        )


def _lacking(wants: tuple[frozenset[Feature], ...], features: set[Feature]) -> bool:
    for want in wants:  # noqa: SIM110  a generator costs more than all the rest
        if want.isdisjoint(features):
            return True
    return False
