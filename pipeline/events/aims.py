"""Whom an act is aimed at where its own words name nobody: the clause, condition or demand that it serves does.

A pattern fills a target from the slots of its trigger. Some acts name theirs one step further on, in what is done or
demanded: "prepared the fleet for a landing in *Oslo*", "filled the square to make *Ortiz* step down",
"will close the pipeline unless *Chad* pays", "ordered a halt to rail traffic with *Chad*". Only names count,
for these words stand further off than those a pattern reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from pipeline.events.fillers import ActorSlot, Casting
from pipeline.events.matcher import Match
from pipeline.records import Actor
from pipeline.syntax import Filler, Predicate, Syntax

SIDES = frozenset({"target", "recipient", "participant"})
_DOERS = frozenset({"actor", "participant"})
_ANY: frozenset[str] = frozenset()
# Acts against or toward somebody; of the others most have none.
_AIMED = frozenset(
    {"threaten", "ultimatum", "protest", "block", "mobilize", "suspend", "withdraw", "refuse", "agree", "sanction",
     "attack", "enforce"}
)  # fmt: skip
_CONDITIONED = frozenset({"threaten", "ultimatum", "refuse"})
_TOLD = frozenset({"statement", "meeting", "respond"})  # what is said of an act on the way is not what it is for
_LEADING = frozenset({"complement", "noun complement", "adjective complement", "purpose", "argument", "light"})
_DEMANDING = _LEADING | {"participle"}
_SERVED = frozenset({"object", "for", "against", "of", "to", "into", "with"})
# Gatherings that are for those whom they name.
_PRAISE = frozenset(
    {"endorse", "support", "back", "celebrate", "mark", "honor", "honour", "commemorate", "mourn", "welcome", "thank",
     "cheer", "remember", "greet", "organize", "organise", "defend", "protect"}
)  # fmt: skip
_SPEAKING = frozenset({"say", "comment", "discuss", "disclose", "reveal", "confirm", "tell", "speculate", "explain"})
_OWN = frozenset({"my", "our", "his", "her", "its", "their"})
_AHEAD = frozenset({"will", "would", "may", "might", "could", "shall"})
_FRONTS = ("against", "near", "off", "toward", "towards", "along")
_DOORS = ("outside", "in front of")
_FAILING = frozenset({"fail"})
# Measures over a land, which they need not name otherwise.
_MEASURES = frozenset({"curfew", "siege", "emergency", "law", "crackdown", "blackout", "lockdown", "state"})
_STEPS = 3
# Where an act's object says whom it concerns, in this order: "rail traffic *with* Chad".
_CONCERNS = ("with", "against", "from", "on", "to")
_TOWARD = ("object", "against", "with", "on", "to", "from")
_ISSUES = frozenset({"against", "over", "about", "in"})
_STAGES = frozenset({"in", "at", "near", "outside", "into", "across", "through"})
_PARTIES = frozenset({"PERSON", "ORG", "GPE"})


class Aims:
    """Looks for the target of one article's acts where patterns found none."""

    def __init__(self, syntax: Syntax, casting: Casting) -> None:
        self._syntax, self._parse, self._casting = syntax, syntax.parse, casting
        self._below: dict[int, list[Predicate]] = {}
        for p in syntax.predicates:
            if p.governor is not None and p.governor != p.token:
                self._below.setdefault(p.governor, []).append(p)

    def of(self, match: Match, at: Mapping[int, Match], doers: Set[str]) -> list[ActorSlot]:
        """Return whom an act of the ``doers`` (actor ids) is aimed at, nobody where the text does not name him.

        ``at`` gives the act that a token names.
        """
        event = match.trigger.pattern.event
        if event not in _AIMED:
            return []
        own = [match.predicate] if match.support is None else [match.predicate, match.support]
        depends = event in _CONDITIONED or not _AHEAD.isdisjoint(match.predicate.auxiliaries)
        found = self._conditioned(own, doers) if depends else []
        if not found and event == "mobilize":
            found = self._in_slots(own, _FRONTS, doers)
        found = found or self._concerned(own, doers, land=event == "withdraw")
        found = found or self._led_to(own, at, doers)
        found = found or self._ruled(own, doers)
        if not found and event in ("protest", "block"):
            found = self._asked(own, at, doers) or self._demanded(own, doers)
            found = found or self._in_slots(own, _DOORS, doers)
        return found

    def _conditioned(self, own: list[Predicate], doers: Set[str]) -> list[ActorSlot]:
        """Whoever an act depends on: "threatened to strike unless *Baghdad* accepts"."""
        for q in (*own, *(q for level in self._levels(own) for q in level)):
            for c in self._below.get(q.token, ()):
                if c.relation == "condition":
                    for filler in c.slots.get("object" if c.passive else "subject", ()):
                        found = self._named(filler, doers)
                        if found:
                            return found
        return []

    def _in_slots(self, own: list[Predicate], slots: tuple[str, ...], doers: Set[str]) -> list[ActorSlot]:
        """Who is named in one of some slots: warships "near *Iran*", a rally "outside the *Indian* consulate"."""
        for p in own:
            for slot in slots:
                for filler in p.slots.get(slot, ()):
                    found = self._named(filler, doers)
                    if found:
                        return found
        return []

    def _asked(self, own: list[Predicate], at: Mapping[int, Match], doers: Set[str]) -> list[ActorSlot]:
        """Of whom those who protest ask something in the same breath: "blocked a road and demanded that *he* quit"."""
        for p in own:
            for q in self._below.get(p.token, ()):
                inner = at.get(q.token)
                if inner is None or inner.trigger.pattern.event != "request" or not self._theirs(q, doers):
                    continue
                slots = [s for role, found in inner.roles if role in ("recipient", "target") for s in found]
                asked = [s for s in slots if self._counts(self._actor(s), doers)]
                if asked:
                    return asked
        return []

    def _concerned(self, own: list[Predicate], doers: Set[str], *, land: bool) -> list[ActorSlot]:
        """Whom the object of an act concerns: "a halt to rail traffic with *Chad*", settlements in *Gaza*."""
        for p in own:
            for filler in p.slots.get("object", ()):
                for word in (*_CONCERNS, "in") if land else _CONCERNS:
                    for head in self._hanging(filler.head, word):
                        found = self._named(Filler(head, head, head + 1), doers)
                        if found:
                            return found
        return []

    def _led_to(self, own: list[Predicate], at: Mapping[int, Match], doers: Set[str]) -> list[ActorSlot]:
        """Whom the act that another promises, prepares or serves is aimed at: "offered to talk to *Yerevan*"."""
        for level in self._levels(own):
            for q in level:
                found = self._aimed(q, at.get(q.token), doers)
                if found:
                    return found
        return []

    def mutual(self, match: Match, at: Mapping[int, Match], doers: Set[str]) -> bool:
        """Tell what two fail to do together: "*the two sides* failed to reach agreement"."""
        if match.predicate.lemma not in _FAILING or len(doers) < 2:
            return False
        own = [match.predicate] if match.support is None else [match.predicate, match.support]
        for level in self._levels(own):
            for q in level:
                inner = at.get(q.token)
                both = [s for role, slots in inner.roles if role == "participant" for s in slots] if inner else []
                if len(both) > 1 and all(self._id(s) in doers for s in both):
                    return True
        return False

    def _ruled(self, own: list[Predicate], doers: Set[str]) -> list[ActorSlot]:
        """The land that a measure is for: "a curfew in *Algiers*"."""
        for q in (*own, *(q for level in self._levels(own) for q in level)):
            for filler in q.slots.get("object", ()):
                if self._parse.lemmas[filler.head].lower() in _MEASURES:
                    for token in self._under(filler.head):
                        for mention in self._casting.cast.headed_by(token):
                            slot = ActorSlot(Filler(token, mention.first, mention.last), mention)
                            land = mention.label == "GPE" and self._by_name(slot)
                            if land and self._counts(self._actor(slot), doers):
                                return [slot]
        return []

    def _levels(self, own: list[Predicate]) -> Iterator[list[Predicate]]:
        """Yield the clauses and acts that others contain as their content or end, step by step."""
        level = own
        seen = {p.token for p in own}
        for _ in range(_STEPS):
            below = []
            for p in level:
                for q in self._below.get(p.token, ()):
                    if q.token not in seen and q.relation in _LEADING and not self._aside(q):
                        seen.add(q.token)
                        below.append(q)
            if not below:
                return
            yield below
            level = below

    def _aside(self, q: Predicate) -> bool:
        """Tell an act that is no part of another ("opened fire *after the killing* of ..."), and words ("to say")."""
        if q.lemma in _SPEAKING:
            return True
        return q.relation == "argument" and q.support is not None and q.support[1] not in _SERVED

    def _aimed(self, q: Predicate, inner: Match | None, doers: Set[str]) -> list[ActorSlot]:
        if inner is not None:
            if inner.trigger.pattern.event in _TOLD:
                return []
            ids = [self._id(s) for role, slots in inner.roles if role in _DOERS for s in slots]
            if any(ids) and not any(i in doers for i in ids):
                return []  # somebody else's act
            found = [
                s
                for role, slots in inner.roles
                if role in SIDES
                for s in slots
                if self._by_name(s) and self._counts(self._actor(s), doers)
            ]
            if found:
                return found
        if q.kind == "noun" and inner is None:
            return []
        if inner is None and not self._theirs(q, doers):
            return []
        for slot in _TOWARD:
            for filler in q.slots.get(slot, ()):
                found = self._named(filler, doers)
                if found:
                    return found
        return []

    def _theirs(self, q: Predicate, doers: Set[str]) -> bool:
        """Tell whether a clause is about what the same ones do: "warned it would fine X", not "warned X might fall"."""
        subjects = q.slots.get("subject", ())
        ids = [self._id(s) for f in subjects for s in self._casting.cast_as("actor", f, _ANY, _ANY)]
        return not subjects or any(i in doers for i in ids)

    def _demanded(self, own: list[Predicate], doers: Set[str]) -> list[ActorSlot]:
        """Whom a protest addresses: "marched to demand that *Ortiz* resign", "over a law signed by *Ortiz*"."""
        parse = self._parse
        heads = [q.token for p in own for q in self._below.get(p.token, ()) if self._voices(q)]
        for p in own:
            heads += [c for c in parse.children[p.token] if c > p.token and parse.lowers[c] in _ISSUES]
        best: list[ActorSlot] = []
        for head in heads:
            for token in self._under(head):
                for mention in self._casting.cast.headed_by(token):
                    slot = ActorSlot(Filler(token, mention.first, mention.last), mention)
                    if not self._by_name(slot) or not self._counts(self._actor(slot), doers):
                        continue
                    if mention.label in _PARTIES and not self._stage(token):
                        return [slot]
                    if mention.label == "NORP":
                        best = best or [slot]
        return best

    def _voices(self, q: Predicate) -> bool:
        goes_on = q.relation == "relative" and self._parse.tags[q.token] == "VBG"  # the parser's choice of its noun
        meanwhile = q.relation == "time" and q.marker in ("as", "while")
        return (q.relation in _DEMANDING or goes_on or meanwhile) and q.lemma not in _PRAISE

    def _stage(self, token: int) -> bool:
        """Tell a place where something happens from a party: "in *Kirkuk*"."""
        return self._parse.lowers[self._parse.heads[token]] in _STAGES

    def _under(self, head: int) -> Iterator[int]:
        """Yield the tokens below one in text order, those behind it."""
        found, stack = [], [head]
        while stack:
            i = stack.pop()
            found.append(i)
            stack += [c for c in self._parse.children[i] if c != i]
        return iter(sorted(i for i in found if i > head))

    def _hanging(self, head: int, word: str) -> Iterator[int]:
        parse = self._parse
        for child in parse.children[head]:
            if child > head and parse.lowers[child] == word:
                yield from (c for c in parse.children[child] if c > child)

    def _named(self, filler: Filler, doers: Set[str]) -> list[ActorSlot]:
        found = self._casting.cast_as("actor", filler, _ANY, _ANY)
        if not _OWN.isdisjoint(self._parse.lowers[filler.first : filler.head]):
            found = [s for s in found if s.filler.head == filler.head]  # "expand *our* U.S. business" is ours
        return [s for s in found if self._counts(self._actor(s), doers) and self._by_name(s)]

    def _by_name(self, slot: ActorSlot) -> bool:
        """Tell names, and descriptions that hold one: "*Algerian* forces"."""
        if slot.actor is not None or slot.mention is None or slot.mention.kind == "pronoun":
            return slot.actor is not None
        m = slot.mention
        return m.kind == "name" or any(w[:1].isupper() for w in self._parse.words[m.first : m.last] if w != "The")

    def _actor(self, slot: ActorSlot) -> Actor | None:
        return slot.actor or self._casting.actor(slot.mention)

    def _id(self, slot: ActorSlot) -> str | None:
        actor = self._actor(slot)
        return actor.actor_id if actor is not None else None

    def _counts(self, actor: Actor | None, doers: Set[str]) -> bool:
        return actor is not None and actor.actor_id not in doers and (actor.code or actor.country) is not None
