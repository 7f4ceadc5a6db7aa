"""Seats of government that speak and act for their country: "Moscow rejected the claim" is Russia's act."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.ner.countries import capitals
from pipeline.ner.entity import Entity
from pipeline.ner.entries import Entry
from pipeline.ner.gazetteer import Gazetteer
from pipeline.ner.spot import Spot
from pipeline.syntax import Syntax

# Verbs whose subject may well be the town itself, its people or its team.
_OF_TOWNS = frozenset(
    (
        "be",
        "have",
        "become",
        "remain",
        "lie",
        "grow",
        "see",
        "suffer",
        "host",
        "stage",
        "celebrate",
        "wake",
        "beat",
        "win",
        "lose",
        "play",
        "draw",
        "score",
        "enjoy",
        "experience",
        "face",
        "sit",
        "stand",
        "boast",
        "fall",
        "seem",
        "feel",
        "look",
        "get",
    )
)
# Verbs whose object is somebody to talk to, blame or bargain with, not a place.
_TO_BODIES = frozenset(
    (
        "accuse",
        "urge",
        "ask",
        "tell",
        "warn",
        "criticise",
        "criticize",
        "blame",
        "condemn",
        "press",
        "push",
        "pressure",
        "persuade",
        "force",
        "order",
        "sue",
        "thank",
        "praise",
        "assure",
        "notify",
        "inform",
        "remind",
        "invite",
        "denounce",
        "back",
        "support",
        "defy",
        "anger",
        "infuriate",
        "provoke",
        "threaten",
        "embarrass",
        "isolate",
        "convince",
        "consult",
    )
)
_BRUSSELS = "Brussels"
_UNION = ("European Commission", "European Union")


def seats(entities: list[Entity], syntax: Syntax, gazetteer: Gazetteer) -> Mapping[Spot, Entry]:
    """Return the mentions of capitals that stand for a country, and its entry; pronouns go with the name before them.

    A mention is read so where it fills the subject of a verb (or of an event noun: "Moscow's invasion") or the object
    of a verb that takes somebody to deal with. Brussels stands for the European Commission where the article names it,
    else for the Union.
    """
    towns = capitals()
    known = [(e, name) for e in entities if (name := _town(e)) in towns or name == _BRUSSELS]
    if not known:
        return {}
    acting = _acting(syntax)
    named = {e.entry.name for e in entities if e.entry is not None}
    found: dict[Spot, Entry] = {}
    for entity, town in known:
        entry: Entry | None
        if town == _BRUSSELS:
            name = next((n for n in _UNION if n in named), _UNION[-1])
            entry = gazetteer.get(name)
        else:
            entry = gazetteer.by_key.get(f"country:{towns[town]}")
        if entry is None:
            continue
        stands = False
        for spot in sorted(entity.spots, key=lambda s: s.first):
            if spot.form == "name":
                stands = spot.head in acting
            elif spot.form == "nominal":
                stands = False
            if stands:
                found[spot] = entry
    return found


def _town(entity: Entity) -> str:
    """Return the name of a place that is no country or region, empty for everything else."""
    if entity.entry is not None:
        return entity.entry.name if entity.entry.type == "city" else ""
    return next(iter(entity.names)) if entity.kind == "place" and len(entity.names) == 1 else ""


def _acting(syntax: Syntax) -> set[int]:
    """Return the heads of phrases that act or are dealt with."""
    acting: set[int] = set()
    children, lowers = syntax.parse.children, syntax.parse.lowers
    for p in syntax.predicates:
        if p.kind == "verb" and p.lemma not in _OF_TOWNS:
            acting.update(f.head for f in p.slots.get("subject", ()))
            if p.lemma == "recall":  # "recalled its ambassador from Paris"
                acting.update(f.head for f in p.slots.get("from", ()))
                for envoy in p.slots.get("object", ()):
                    acting.update(g for c in children[envoy.head] if lowers[c] == "from" for g in children[c])
            if p.lemma in _TO_BODIES:
                acting.update(f.head for slot in ("object", "recipient") for f in p.slots.get(slot, ()))
        elif p.kind == "noun":
            acting.update(f.head for slot in ("possessor", "between") for f in p.slots.get(slot, ()))
    return acting
