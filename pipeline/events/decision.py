"""Which of a word's triggers can still match what stands beside it, compiled once from the patterns.

A frequent verb has dozens of triggers ("take charge", "take over", "take part in"), most of which one look at its
particle, its voice, its slots and the nouns in its object rules out. Each trigger becomes a :class:`Gate`: conditions
on that look, then only what the look could not settle. :mod:`pipeline.events.trial` looks and tries.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.events.patterns import Check, Fill, Phrase, Role, Trigger

# A slot name with this ending means whoever did the event that the slot names: "welcomed *the ruling*" -> who ruled.
DOER = ".actor"
# How a role's slot is read: as the predicate has it, in the clauses it governs, as these clauses, as a node of a raw
# pattern.
OWN, INNER, CLAUSES, NODE = range(4)
# Features of a predicate beside the names of its filled slots; no slot name begins with these signs.
ACTIVE, PASSIVE = "@active", "@passive"
CLAUSE, MARKER, ADVERB = "&", ">", "+"  # before a governed clause's form ("none" without one), its marker, an adverb
FIXED = "@fixed"  # a word that an idiom fixes in the object's place without being one: "made *clear*", "went *public*"

_NOTHING: frozenset[str] = frozenset()
_NO_VERBS: Mapping[tuple[str, str | None], frozenset[str]] = {}

Feature = str | tuple[str, str | None]  # the tuple: lemma and particle of a verb that carries the noun


@dataclass(frozen=True, slots=True)
class Part:
    """A role of a trigger: its slots in order of preference, how each is read, and whether it asks for names.

    ``sources`` are features of which one is there wherever the word itself has a filler; empty where that is open.
    """

    role: str
    fill: Fill
    types: frozenset[str]
    sectors: frozenset[str]
    not_types: tuple[str, ...]
    slots: tuple[tuple[str, int, bool], ...]
    sources: frozenset[Feature]
    needed: bool
    required: bool
    several: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """A trigger ready to be tried.

    It can match only where the predicate has the features ``needs``, one of ``either`` (if there are any) and of each
    set in ``wants``, and none of ``shuns`` (``looks`` is set where features count at all), for verbs where one of
    ``objects`` and none of ``not_objects`` heads the object and one of ``about`` a governed clause, for nouns where one
    of ``before`` stands before it and, if it ``asks``, somebody beside it. ``carriers`` are the support verbs that a
    noun needs, by lemma and particle, each with the slots that the noun may fill; ``asks_doer`` triggers ask who did
    what a slot names. ``phrases`` and ``checks`` are what all this does not settle.
    """

    trigger: Trigger
    looks: bool
    needs: frozenset[Feature]
    either: frozenset[Feature]
    wants: tuple[frozenset[Feature], ...]
    shuns: frozenset[str]
    objects: frozenset[str]
    not_objects: frozenset[str]
    about: frozenset[str]
    before: frozenset[str]
    asks: bool
    carriers: Mapping[tuple[str, str | None], frozenset[str]]
    asks_doer: bool
    phrases: tuple[Phrase, ...]
    checks: tuple[tuple[str, Check], ...]
    parts: tuple[Part, ...]


class Gates:
    """Gates by falling specificity of their triggers, found by the nouns that those ask of the object."""

    def __init__(self, gates: Sequence[Gate]) -> None:
        self.gates = tuple(gates)
        self.by_object: dict[str, list[int]] = {}
        self._free = [number for number, gate in enumerate(gates) if not gate.objects]
        self._without = tuple(gates[number] for number in self._free)
        for number, gate in enumerate(gates):
            for noun in gate.objects:
                self.by_object.setdefault(noun, []).append(number)

    def for_objects(self, nouns: Iterable[str]) -> Sequence[Gate]:
        """Return the gates that ask for no noun or for one of these."""
        found: list[int] = []
        for noun in nouns:
            if noun in self.by_object:
                found += self.by_object[noun]
        if not found:
            return self._without
        return [self.gates[number] for number in sorted({*found, *self._free})]


NO_GATES = Gates(())


@dataclass(frozen=True, slots=True)
class Word:
    """The gates of one word by falling specificity of their triggers.

    ``verb`` has them by the particle of the verb. ``loose`` serves a verb without one that has one of ``adverbs``
    beside it ("brushed the criticism aside"), ``other`` a noun or an adjective. ``fixed`` are the words that idioms of
    the verb fix in the object's place ("set *fire*", "make *clear*").
    """

    verb: dict[str | None, Gates]
    loose: Gates
    adverbs: frozenset[str]
    other: tuple[Gate, ...]
    fixed: frozenset[str] = _NOTHING


class Compiler:
    """Makes the words of a pattern set; equal roles are made once."""

    def __init__(self) -> None:
        self._parts: dict[tuple[object, ...], tuple[Part, ...]] = {}

    def word(self, triggers: Sequence[Trigger]) -> Word:
        """Compile the triggers of one word, given by falling specificity."""
        other = tuple(self._other(t) for t in triggers)
        if triggers[0].kind != "verb":
            return Word({}, NO_GATES, _NOTHING, other)
        particles = dict.fromkeys(p.particle for t in triggers for p in t.phrases)
        adverbs = frozenset(p for p in particles if p is not None)
        return Word(
            {
                particle: Gates(
                    [
                        self._verb(t, phrases, particle)
                        for t in triggers
                        if (phrases := [p for p in t.phrases if p.particle == particle])
                    ]
                )
                for particle in particles
            },
            Gates([self._verb(t, t.phrases, None) for t in triggers]) if adverbs else NO_GATES,
            adverbs,
            other,
            frozenset(p.noun for t in triggers for p in t.phrases if p.preposition == "object" and p.noun),
        )

    def _verb(self, trigger: Trigger, phrases: Sequence[Phrase], particle: str | None) -> Gate:
        """Compile a trigger for verbs that have a particle, by those of its phrases that may be there."""
        wants = _form(trigger)
        objects, not_objects, about, shuns = _NOTHING, _NOTHING, _NOTHING, _NOTHING
        checks = []
        for slot, check in trigger.checks:
            if slot == "object" and check.present is False:
                shuns = frozenset((slot,))
                continue
            if slot == "object":
                objects, not_objects = check.words, check.excluded
                if _demanding(check):
                    wants.append(frozenset((slot,)))
                if not (check.types or check.sectors or check.fill):
                    continue
            if slot == "complement":
                about = check.words
                if not check.excluded:
                    continue
            elif check.present is not False and _demanding(check):
                wants.append(_sources((slot,)))
            checks.append((slot, check))
        settled = any(p.particle == particle and p.preposition is None for p in phrases)
        if all(p.particle is not None and p.particle != particle for p in phrases):
            wants.append(frozenset(ADVERB + p.particle for p in phrases if p.particle is not None))
        if not settled and all(p.preposition for p in phrases):
            if all(p.noun for p in phrases):
                places = [p.preposition for p in phrases if p.preposition]
                wants.append(frozenset((*places, FIXED) if "object" in places else places))
                if all(p.preposition == "object" and p.particle == particle for p in phrases) and not objects:
                    objects, settled = frozenset(p.noun for p in phrases if p.noun), True
            else:
                words = [p.preposition for p in phrases if p.preposition]
                wants.append(frozenset((PASSIVE, *words, *(MARKER + w for w in words))))
        wants += self._parties(trigger)
        needs, either, several = _sorted(wants)
        return Gate(
            trigger, bool(wants or shuns), needs, either, several, shuns, objects, not_objects, about, _NOTHING, False,
            _NO_VERBS, _asks_doer(trigger), () if settled else tuple(phrases), tuple(checks), self._roles(trigger),
        )  # fmt: skip

    def _other(self, trigger: Trigger) -> Gate:
        """Compile a trigger for nouns and adjectives, among them the gerund that a verb's triggers serve."""
        wants = _form(trigger)
        carriers: dict[tuple[str, str | None], frozenset[str]] = {}
        for phrase in trigger.light:
            key = phrase.lemma, phrase.particle
            carriers[key] = carriers.get(key, _NOTHING) | {phrase.preposition or "object"}
        if carriers:
            wants.append(frozenset(carriers))
        else:  # whoever is asked for stands beside the word itself
            wants += [
                _sources((slot,))
                for slot, check in trigger.checks
                if slot != "complement" and check.present is not False and _demanding(check)
            ]
            wants += self._parties(trigger)
        before = frozenset(p.noun.split()[-1] for p in trigger.phrases if p.noun and trigger.kind == "noun")
        settled = any(p.noun is None and p.preposition is None for p in trigger.phrases)
        needs, either, several = _sorted(wants)
        return Gate(
            trigger, bool(wants), needs, either, several, _NOTHING, _NOTHING, _NOTHING, _NOTHING, before,
            bool(trigger.needs or trigger.required or trigger.light), carriers, _asks_doer(trigger),
            () if settled else trigger.phrases, trigger.checks, self._roles(trigger),
        )  # fmt: skip

    def _parties(self, trigger: Trigger) -> list[frozenset[Feature]]:
        """Return what may fill each role that a trigger requires, and the roles of which it needs one."""
        parts = self._roles(trigger)
        wanted = [[slot for slot, _, _ in part.slots] for part in parts if part.required]
        if trigger.needs:
            wanted.append([slot for part in parts if part.needed for slot, _, _ in part.slots])
        return [_sources(slots) for slots in wanted]

    def _roles(self, trigger: Trigger) -> tuple[Part, ...]:
        key = (trigger.pattern, trigger.roles, trigger.needs, bool(trigger.nodes))
        parts = self._parts.get(key)
        if parts is None:
            parts = self._parts[key] = tuple(
                _part(role, slots, trigger.pattern.roles[role], trigger) for role, slots in trigger.roles
            )
        return parts


def _asks_doer(trigger: Trigger) -> bool:
    return any(slot.endswith(DOER) for _, slots in trigger.roles for slot in slots)


def _form(trigger: Trigger) -> list[frozenset[Feature]]:
    """Return what a trigger wants of voice and of governed clauses."""
    wants: list[frozenset[Feature]] = []
    if trigger.voice:
        wants.append(frozenset((PASSIVE if trigger.voice == "passive" else ACTIVE,)))
    if trigger.complement:
        wants.append(frozenset(CLAUSE + form for form in trigger.complement))
    return wants


def _sources(slots: Iterable[str]) -> frozenset[Feature]:
    """Return the features of which one is there wherever one of some slots is filled; none where that cannot be told.

    A slot is a feature of its own, also where the parser hung its preposition on the object. It may have hung a
    passive's agent anywhere.
    """
    found: set[Feature] = set()
    for slot in slots:
        governed, _, inner = slot.partition(" ")
        if slot == "complement" or (inner and governed == "complement"):
            found.add(CLAUSE + "any")
        elif inner and governed in ("purpose", "node"):
            return _NOTHING
        elif slot == "subject":
            found.add(PASSIVE)
        found.add(slot)
    return frozenset(found)


def _sorted(
    wants: Iterable[frozenset[Feature]],
) -> tuple[frozenset[Feature], frozenset[Feature], tuple[frozenset[Feature], ...]]:
    """Return the features that are wanted for themselves, the first set of which one is enough, and the other sets."""
    needs = frozenset(feature for want in wants if len(want) == 1 for feature in want)
    several = [want for want in wants if len(want) > 1]
    return needs, several[0] if several else _NOTHING, tuple(several[1:])


def _demanding(check: Check) -> bool:
    """Whether a restriction fails where its slot is empty."""
    return bool(check.present or check.words or check.types or check.sectors or check.fill)


def _part(role: str, slots: Iterable[str], spec: Role, trigger: Trigger) -> Part:
    read = []
    for slot in slots:
        if slot.endswith(DOER):
            continue
        way = CLAUSES if spec.fill == "event" and slot == "complement" else OWN
        if trigger.nodes and slot.startswith("node "):
            way = NODE
        elif slot.startswith(("complement ", "purpose ")):
            way = INNER
        read.append((slot, way, spec.named and slot.startswith("complement ")))
    return Part(
        role, spec.fill, frozenset(spec.type), frozenset(spec.sector), tuple(spec.not_type), tuple(read),
        _sources([slot for slot, _, _ in read]),
        role in trigger.needs, spec.required, role == "participant",
    )  # fmt: skip
