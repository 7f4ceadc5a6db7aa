"""From fillers to actors: who a phrase stands for when it fills a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.events.pairs import Pairs
from pipeline.events.patterns import Fill
from pipeline.ner import Cast
from pipeline.quick import quick
from pipeline.records import Actor, Mention
from pipeline.syntax import Filler, Syntax
from pipeline.syntax.nouns import can_act
from pipeline.syntax.phrases import apposed, coordinated

_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "PRODUCT"})
_ANY: frozenset[str] = frozenset()
_PLACES = frozenset({"GPE", "LOC", "FAC"})
# Nouns that only count or bundle what follows "of": the act is by those counted.
_COUNTERS = """group number dozen hundred thousand million score majority most some all many several half part rest
crowd handful ten member team pair couple coalition series bulk quarter third percent lot plenty one two three four five
none both each any few"""
_BUNDLES = frozenset(_COUNTERS.split())
_PEOPLE = ("person",)
_NOBODY: tuple[ActorSlot, ...] = ()
_CARRIERS = frozenset({"of", "by", "from"})
# Who speaks or acts for a body without being named: the act is the body's.
_STAFF = """spokesman spokeswoman spokesperson spokespeople representative official staff lawyer attorney counsel board
executive management team aide adviser negotiator envoy delegation office force troop army soldier"""
_VOICES = frozenset(_STAFF.split())
_SIDED = frozenset({"owned", "backed", "funded", "supported", "linked", "aligned", "allied", "trained", "born", "made"})
_PAST = frozenset({"former", "ex", "ex-"})  # who speaks for a body no more
_SERVANTS = _VOICES - {"staff", "board", "management", "team", "delegation", "office", "force", "troop", "army"}
_VOICE_OF = frozenset({"of", "for", "from", "at"})
# Endings of nouns for those who do something, where the actors room knows no such word: "rightsholder", "app makers".
_DOING = (
    "holder", "owner", "maker", "worker", "keeper", "fighter", "provider", "distributor", "operator", "seeker",
)  # fmt: skip


@quick
@dataclass(frozen=True, slots=True)
class ActorSlot:
    """A filler taken for a role with its mention, None for an unnamed group or a thing.

    ``actor`` is set where the words stand for somebody named elsewhere: "both countries", or the claimant in
    "rejected the claim".
    """

    filler: Filler
    mention: Mention | None
    actor: Actor | None = None


class Casting:
    """Decides for one article which fillers are actors and whom they stand for."""

    def __init__(self, syntax: Syntax, cast: Cast) -> None:
        self.parse, self.cast, self.at = syntax.parse, cast, syntax.at
        self._pairs = Pairs(syntax, cast, self.mentions)
        self._found: dict[tuple[int, int], tuple[Mention, ...]] = {}
        self._acting: dict[tuple[int, int, bool], Sequence[ActorSlot]] = {}

    def mentions(self, filler: Filler) -> tuple[Mention, ...]:
        """Return the mentions that a filler's words stand for, best first; its apposition answers where it does not."""
        key = (filler.head, filler.first)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._look_up(filler)
        return found

    def _look_up(self, filler: Filler) -> tuple[Mention, ...]:
        found = self.cast.standing_for(filler.head, filler.first, filler.last)
        if filler.apposed is not None and not any(m.kind == "name" and m.head == filler.head for m in found):
            heads = coordinated(self.parse, filler.apposed)  # "two banks, Sberbank and VTB"
            apposition = [m for head in heads for m in self.cast.standing_for(head)]
            named = tuple(m for m in apposition if m.kind == "name" and m.actor_id)
            if named:
                return named
        for mention in found:
            if mention.actor_id:
                return found
        other = apposed(self.parse, filler.head)
        return found if other is None else self.cast.standing_for(other) or found

    def mention(self, filler: Filler) -> Mention | None:
        """Return the best mention of a filler."""
        found = self.mentions(filler)
        return found[0] if found else None

    def actor(self, mention: Mention | None) -> Actor | None:
        """Return the actor a mention refers to."""
        return self.cast.actors.get(mention.actor_id) if mention is not None and mention.actor_id else None

    def accepts(self, fill: Fill, filler: Filler) -> bool:
        """Say whether a filler can fill a role of a kind."""
        return bool(self.cast_as(fill, filler, _ANY, _ANY))

    def suits(self, filler: Filler, types: frozenset[str], sectors: frozenset[str]) -> bool:
        """Say whether a filler's actor is of one of the types or sectors (no restriction suits everyone)."""
        if not types and not sectors:
            return True
        actor = self.actor(self.mention(filler))
        return actor is not None and (actor.type in types or (actor.sector or "") in sectors)

    def is_of(self, slot: ActorSlot, types: Sequence[str]) -> bool:
        """Say whether a slot's actor is of one of the types."""
        actor = slot.actor or self.actor(slot.mention)
        return actor is not None and actor.type in types

    def cast_as(
        self, fill: Fill, filler: Filler, types: frozenset[str], sectors: frozenset[str]
    ) -> Sequence[ActorSlot]:
        """Return whom a filler stands for in a role: itself, those it counts, or the owner of the thing it names."""
        if fill == "actor":
            if types or sectors:
                return self._acting_as(filler, types, sectors)
            key = (filler.head, filler.first, filler.shared)  # asked again for every trigger of a word
            found = self._acting.get(key)
            if found is None:
                found = self._acting[key] = self._acting_as(filler, types, sectors)
            return found
        mentions = self.mentions(filler)
        if fill == "any":
            return [ActorSlot(filler, mentions[0] if mentions else None)]
        if fill == "place":
            return [ActorSlot(filler, m) for m in mentions[:1] if m.label in _PLACES]
        return [] if mentions else [ActorSlot(filler, None)]

    def _acting_as(self, filler: Filler, types: frozenset[str], sectors: frozenset[str]) -> Sequence[ActorSlot]:
        parse, head = self.parse, filler.head
        if "whose" in parse.lowers[filler.first : head + 1]:
            return self._owned(filler, parse.lowers.index("whose", filler.first), types, sectors)
        mentions = self.mentions(filler)
        pair = self._pairs.of(filler)
        if pair:
            return [ActorSlot(filler, None, actor) for actor in pair]
        lemma = parse.lemmas[head].lower()
        voice = lemma in _VOICES and _PAST.isdisjoint(parse.lowers[filler.first : head])
        if voice and not any(m.kind == "name" for m in mentions):
            bodies = self._owners(filler) or self._carried(filler, _VOICE_OF)
            bodies = [b for b in bodies if not self.is_of(b, _PEOPLE)]  # "Damsky's lawyers" are not Damsky
            if bodies:
                return [self._voice(filler, s) for s in bodies if self.suits(s.filler, types, sectors)]
        acting = [ActorSlot(filler, m) for m in mentions if m.label in _ACTORS or (m.kind == "pronoun" and m.actor_id)]
        if acting:
            return acting if self.suits(filler, types, sectors) else _NOBODY
        return [s for s in self._stand_ins(filler) if self.suits(s.filler, types, sectors)]

    def in_person(self, slot: ActorSlot) -> ActorSlot:
        """Return who is meant where something is done to a body's staff: "arrested *two officials of the fund*"."""
        if slot.actor is None or self.parse.lemmas[slot.filler.head].lower() not in _SERVANTS:
            return slot
        return ActorSlot(slot.filler, self.mention(slot.filler))

    def _voice(self, filler: Filler, body: ActorSlot) -> ActorSlot:
        """The words are those of the staff, the act is the body's: "*a spokeswoman for Norges Bank* said"."""
        actor = self.actor(body.mention)
        return body if actor is None else ActorSlot(filler, None, actor)

    def _owned(self, filler: Filler, whose: int, types: frozenset[str], sectors: frozenset[str]) -> Sequence[ActorSlot]:
        """Whom "whose" means: "Longda, *whose* offer was rejected"; a body that has a name of its own goes before."""
        named = [m for m in self.cast.standing_for(filler.head) if m.actor_id and m.first <= whose < m.head]
        if named and len(self.cast.actors[named[0].actor_id or ""].aliases) > 1:
            return [ActorSlot(filler, m) for m in named[:1]] if self.suits(filler, types, sectors) else []
        person = [m for m in self.cast.standing_for(filler.head) if m.label == "PERSON" or m.kind == "name"]
        if person and self.parse.lowers[filler.head] != "whose":  # "Norbank, *whose chairman* resigned"
            return [ActorSlot(filler, m) for m in person[:1]] if self.suits(filler, types, sectors) else []
        parse, token = self.parse, whose
        while parse.heads[token] != token:
            above = self.at.get(token)
            token = parse.heads[token]
            if above is None or above.relation != "relative" or token >= whose:
                continue
            # the nearest that can own: "the firm that ran the database, *whose* offices were raided"
            found = self.cast_as("actor", Filler(token, token, token + 1, True), types, sectors)
            if found:
                return found
        return []

    def _stand_ins(self, filler: Filler) -> list[ActorSlot]:
        """Actors that a thing stands for: "hundreds of protesters", "Telegram's channels", "the policies of Israel"."""
        lemma = self.parse.lemmas[filler.head].lower()
        agent = self.parse.pos[filler.head] == "NOUN" and (can_act(lemma) or lemma.endswith(_DOING))
        if lemma not in _BUNDLES and not agent:
            owners = self._owners(filler)
            if owners:
                return owners
        act = self.at.get(filler.head)
        if act is not None and act.kind == "noun" and ("subject" in act.slots or "object" in act.slots):
            # "the bombing of Yemen by Saudi jets killed ten": who does an act stands for it, not whom it is done to
            doers = [f for f in act.slots.get("subject", ()) if f.head != filler.head]
            return [s for f in doers for s in self.cast_as("actor", f, _ANY, _ANY)]
        carried = self._carried(filler, _CARRIERS)
        return [ActorSlot(filler, None)] if agent and not carried else carried

    def _owners(self, filler: Filler) -> list[ActorSlot]:
        """Actors among the words before the head: "*Telegram*'s channels", "*Russian* aircraft"."""
        found = []
        for i in range(filler.first, filler.head):
            if self.parse.lowers[i + 1] == "-" and self.parse.lowers[i + 2] in _SIDED:
                continue  # "a *Greek*-owned tanker" is not Greece's
            for m in self.cast.headed_by(i):
                if m.label in _ACTORS and (m.kind != "pronoun" or m.actor_id):
                    found.append(ActorSlot(Filler(i, m.first, m.last, filler.shared), m))
                    break
        return found

    def _carried(self, filler: Filler, prepositions: frozenset[str]) -> list[ActorSlot]:
        """The actor behind a preposition on the head: "the policies of *Israel*"."""
        parse, head = self.parse, filler.head
        for child in parse.children[head]:
            if child > head and parse.lowers[child] in prepositions:
                for grand in parse.children[child]:
                    for m in self.cast.standing_for(grand):
                        if m.label in _ACTORS:
                            return [ActorSlot(Filler(grand, m.first, m.last, filler.shared), m)]
        return []
