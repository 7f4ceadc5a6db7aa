"""Who "both countries", "the two sides" and "the two" are: the parties of the last thing that two did to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.ner import Cast
from pipeline.records import Actor, Mention
from pipeline.syntax import Filler, Predicate, Syntax

# What "both" and "two" may count, and the types of actors it means .
_STATES = frozenset({"country", "government"})
_FIRMS = frozenset({"company", "platform", "organization"})
_BODIES = _FIRMS | {"regulator", "government agency", "court", "ngo", "union", "party"}
_PEOPLE = frozenset({"person"})
_SIDES = (
    _STATES
    | _BODIES
    | {
        "military",
        "police",
        "armed group",
        "hacker group",
        "legislature",
        "igo",
        "news organization",
        "religious organization",
    }
)
_ANYBODY = _SIDES | _PEOPLE
_KINDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("country", "nation", "state", "government", "neighbour", "neighbor", "capital"), _STATES),
    **dict.fromkeys(("company", "firm", "carrier", "airline", "bank", "maker", "lender"), _FIRMS),
    **dict.fromkeys(("group", "agency", "organisation", "organization", "body", "regulator"), _BODIES),
    **dict.fromkeys(("man", "woman", "leader", "minister", "president", "politician", "official"), _PEOPLE),
    **dict.fromkeys(("side", "party", "ally"), _SIDES),
    "rival": _ANYBODY,
}
_COUNTS = frozenset({"both", "two", "neither", "either"})
_ALONE = frozenset({"two", "both", "pair", "duo"})
_PARTIES = ("subject", "object", "recipient", "with", "between", "against", "among", "to", "from", "possessor")
# Acts and states of two, by which the text keeps calling them "the two sides" long after.
_MUTUAL = frozenset(
    (
        "talk", "talks", "negotiate", "negotiation", "discussion", "discuss", "meet", "meeting", "deal", "agree",
        "agreement", "merge", "merger", "takeover", "dispute", "conflict", "war", "fight", "fighting", "clash", "sign",
        "battle", "ceasefire", "truce", "treaty", "accord", "pact", "feud", "row", "rivalry", "buy", "acquire", "sue",
        "invade", "invasion", "summit", "dialogue", "partnership", "alliance",
    )
)  # fmt: skip
_REACH, _MUTUAL_REACH, _NAMED_REACH = 4, 20, 3  # sentences back


class Pairs:
    """Resolves phrases that count two actors in one article. ``look_up`` gives the mentions of a filler, best first."""

    def __init__(self, syntax: Syntax, cast: Cast, look_up: Callable[[Filler], tuple[Mention, ...]]) -> None:
        self._parse, self._cast, self._look_up = syntax.parse, cast, look_up
        self._predicates = syntax.predicates
        self._named: list[Mention] | None = None

    def of(self, filler: Filler) -> list[Actor]:
        """Return the two actors that a phrase counts, in the order of the text; empty for any other phrase."""
        parse, head = self._parse, filler.head
        lower = parse.lowers[head]
        if parse.pos[head] == "PRON":
            again = self._again(head)
            return self.of(again) if again is not None else []
        if lower in _ALONE:
            before = parse.lowers[filler.first : head]
            if (lower != "both" and before != ["the"]) or filler.last - filler.first > 2:
                return []
            if lower == "both" and (filler.last - filler.first > 1 or parse.heads[head] == head + 1):
                return []
            kinds = _ANYBODY
        else:
            found = _KINDS.get(parse.lemmas[head].lower())
            if found is None or _COUNTS.isdisjoint(parse.lowers[filler.first : head]):
                return []
            kinds = found
        outside = self._beside(filler)
        return self._dealing(filler, kinds, outside) or self._last_named(filler, kinds, outside)

    def _again(self, head: int) -> Filler | None:
        """Return the phrase that a pronoun repeats, where it was one that counts two: "both sides ... them"."""
        mention = self._cast.by_head.get(head)
        if mention is None:
            return None
        actor = self._cast.actors.get(mention.actor_id) if mention.actor_id else None
        if actor is None or _COUNTS.isdisjoint(actor.name.lower().split()):
            return None
        first = next(m for m in self._cast.mentions if m.actor_id == mention.actor_id)
        return Filler(first.head, first.first, first.last) if first.kind == "nominal" else None

    def _beside(self, filler: Filler) -> frozenset[str]:
        """Return who acts on or with the pair in its own clause, and so is not of it."""
        sentence = self._parse.sent[filler.head]
        found: set[str] = set()
        for p in self._predicates:
            if self._parse.sent[p.token] == sentence and any(
                f.head == filler.head for s in p.slots.values() for f in s
            ):
                found.update(a.actor_id for a in self._parties(p, _ANYBODY | _SIDES))
        return frozenset(found)

    def _parties(self, p: Predicate, kinds: frozenset[str]) -> Iterator[Actor]:
        slots = p.slots
        for slot in _PARTIES:
            if slot not in slots:
                continue
            for f in slots[slot]:
                for mention in self._look_up(f)[:1]:
                    actor = self._cast.actors.get(mention.actor_id) if mention.actor_id else None
                    if actor is not None and actor.type in kinds:
                        yield actor

    def _dealing(self, filler: Filler, kinds: frozenset[str], outside: frozenset[str]) -> list[Actor]:
        """Return the two that the nearest act of two is about, acts that are mutual counting as nearer."""
        parse = self._parse
        best: list[Actor] = []
        nearest = _MUTUAL_REACH + 1
        here = parse.sent[filler.head]
        for p in reversed(self._predicates):
            distance = here - parse.sent[p.token]
            if p.token >= filler.first or distance < 0:
                continue
            mutual = p.lemma in _MUTUAL
            if distance > (_MUTUAL_REACH if mutual else _REACH):
                continue
            distance = max(distance - _REACH, 0) if mutual else distance
            if distance >= nearest:
                continue
            found = {a.actor_id: a for a in self._parties(p, kinds) if a.actor_id not in outside}
            if len(found) == 2:
                best, nearest = list(found.values()), distance
        return best

    def _last_named(self, filler: Filler, kinds: frozenset[str], outside: frozenset[str]) -> list[Actor]:
        """Return the two named last that the noun can mean."""
        parse, head = self._parse, filler.head
        if self._named is None:
            self._named = [m for m in self._cast.mentions if m.actor_id and m.kind == "name"]
        found: dict[str, Actor] = {}
        for mention in reversed(self._named):
            actor = self._cast.actors.get(mention.actor_id or "")
            near = mention.first < filler.first and parse.sent[head] - parse.sent[mention.first] <= _NAMED_REACH
            if not near or actor is None or actor.actor_id in outside:
                continue
            if actor.type in kinds:
                found.setdefault(actor.actor_id, actor)
                if len(found) == 2:
                    return list(reversed(found.values()))
        return []
