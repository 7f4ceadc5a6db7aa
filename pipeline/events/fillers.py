"""From fillers to actors: who a phrase stands for when it fills a role."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.patterns import Fill
from pipeline.ner import Cast
from pipeline.records import Actor, Mention
from pipeline.syntax import Filler, Syntax

_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "PRODUCT"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
# Nouns that only count or bundle what follows "of": the act is by those counted.
_COUNTERS = """group number dozen hundred thousand million score majority most some all many several half part rest
crowd handful ten member team pair couple coalition series bulk quarter third percent lot plenty one two three four five
none both each any few"""
_BUNDLES = frozenset(_COUNTERS.split())
_CARRIERS = frozenset({"of", "by", "from"})


@dataclass(frozen=True, slots=True)
class ActorSlot:
    """A filler taken for a role: the slot it came from and its mention, None for an unnamed group or a thing."""

    filler: Filler
    slot: str
    mention: Mention | None


class Casting:
    """Decides for one article which fillers are actors and whom they stand for."""

    def __init__(self, syntax: Syntax, cast: Cast) -> None:
        self.parse, self.cast = syntax.parse, cast
        self._cover: dict[int, Mention] = {}
        for m in sorted(cast.mentions, key=lambda m: (m.actor_id is not None, m.first - m.last)):
            for i in range(m.first, m.last):
                self._cover[i] = m

    def mention(self, filler: Filler) -> Mention | None:
        """Return the mention whose head, else whose span, holds the filler's head."""
        return self.cast.by_head.get(filler.head) or self._cover.get(filler.head)

    def actor(self, mention: Mention | None) -> Actor | None:
        """Return the actor a mention refers to."""
        return self.cast.actors.get(mention.actor_id) if mention is not None and mention.actor_id else None

    def accepts(self, fill: Fill, filler: Filler) -> bool:
        """Say whether a filler can fill a role of a kind."""
        return bool(self.cast_as(fill, filler, "", frozenset(), frozenset()))

    def suits(self, filler: Filler, types: frozenset[str], sectors: frozenset[str]) -> bool:
        """Say whether a filler's actor is of one of the types or sectors (no restriction suits everyone)."""
        if not types and not sectors:
            return True
        actor = self.actor(self.mention(filler))
        return actor is not None and (actor.type in types or (actor.sector or "") in sectors)

    def cast_as(
        self, fill: Fill, filler: Filler, slot: str, types: frozenset[str], sectors: frozenset[str]
    ) -> list[ActorSlot]:
        """Return whom a filler stands for in a role: itself, those it counts, or the owner of the thing it names."""
        mention = self.mention(filler)
        if fill == "any":
            return [ActorSlot(filler, slot, mention)]
        if fill == "place":
            return [ActorSlot(filler, slot, mention)] if mention is not None and mention.label in _PLACES else []
        if fill == "event":
            return [ActorSlot(filler, slot, mention)] if mention is None else []
        if mention is not None and mention.label in _ACTORS:
            return [ActorSlot(filler, slot, mention)] if self.suits(filler, types, sectors) else []
        if mention is not None and mention.kind == "pronoun" and mention.actor_id:
            return [ActorSlot(filler, slot, mention)] if self.suits(filler, types, sectors) else []
        return [s for s in self._stand_ins(filler, slot) if self.suits(s.filler, types, sectors)]

    def _stand_ins(self, filler: Filler, slot: str) -> list[ActorSlot]:
        """Actors that a thing stands for: "hundreds of protesters", "Telegram's channels", "the policies of Israel"."""
        parse, head = self.parse, filler.head
        if parse.lemmas[head].lower() not in _BUNDLES:
            owners = [
                ActorSlot(Filler(m.head, m.first, m.last, filler.shared), slot, m)
                for i in range(filler.first, head)
                if (m := self._cover.get(i)) is not None and m.head == i and m.label in _ACTORS
            ]
            if owners:
                return owners
        for child in parse.children[head]:
            if child > head and parse.lowers[child] in _CARRIERS:
                for grand in parse.children[child]:
                    inner = Filler(grand, grand, grand + 1, filler.shared)
                    mention = self.mention(inner)
                    if mention is not None and mention.label in _ACTORS:
                        return [ActorSlot(Filler(grand, mention.first, mention.last, filler.shared), slot, mention)]
        return []
