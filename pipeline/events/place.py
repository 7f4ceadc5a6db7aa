"""Where an event happened: a place named in its own clause."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.ner import Cast
from pipeline.records import Mention
from pipeline.syntax import Filler, Predicate, Syntax

_PLACES = frozenset({"GPE", "LOC", "FAC"})
# In this order: "met AT the ministry IN Paris" happened at the ministry, but the town is the better known place.
_LOCATIVE = ("in", "at", "near", "outside", "inside", "on", "across", "around", "throughout", "within", "off", "along")
_HERE = frozenset(_LOCATIVE)
# What a state or town does it does somewhere; a place in one of these slots takes part and is no scene.
_SUPPORTED = frozenset({"light"})


@dataclass(frozen=True, slots=True)
class Place:
    """The words that place an event, their token range (last exclusive) and the country (ISO 3166 alpha-3)."""

    text: str
    country: str | None
    first: int
    last: int
    mention_id: str | None = None


class Places:
    """The places of one article, ready to place its triggers."""

    def __init__(self, syntax: Syntax, cast: Cast) -> None:
        self._syntax, self._parse, self._cast = syntax, syntax.parse, cast

    def place_event(self, token: int) -> Place | None:
        """Return the place named in the clause of a trigger, of its light verb or of the verb it opens, or None."""
        predicate = self._syntax.at.get(token)
        if predicate is None:
            return None
        found = self._of(predicate)
        if found is not None:
            return found
        if predicate.support is not None and predicate.relation in _SUPPORTED:
            support = self._syntax.at.get(predicate.support[0])
            return self._of(support) if support is not None else None
        for filler in predicate.slots.get("object", ()):
            noun = self._syntax.at.get(filler.head)
            if noun is not None and noun.relation in _SUPPORTED:
                return self._of(noun)
        return None

    def _of(self, predicate: Predicate) -> Place | None:
        if _HERE.isdisjoint(predicate.slots):
            return None
        for slot in _LOCATIVE:
            for filler in predicate.slots.get(slot, ()):
                place = self._named(filler)
                if place is not None:
                    return place
        return None

    def _named(self, filler: Filler) -> Place | None:
        for mention in self._cast.standing_for(filler.head, filler.first, filler.last):
            if mention.label in _PLACES and mention.kind == "name":
                return Place(mention.text, self._country(mention), mention.first, mention.last, mention.mention_id)
        return None

    def _country(self, mention: Mention) -> str | None:
        actor = self._cast.actors.get(mention.actor_id) if mention.actor_id else None
        return actor.country if actor is not None else None
