"""PLOVER's codes for those who belong to no country: international bodies, and believers named by their faith."""

from __future__ import annotations

from pipeline.ner.entity import Entity

_NATIONAL = frozenset(("business", "media", "party", "police", "military", "legislature"))
_WORLDWIDE = frozenset(("world", "international", "global", "worldwide"))
_OF_STATES = frozenset(("organization", "organisation", "agency", "fund", "tribunal", "court", "secretariat"))
_CIVIL = frozenset(
    {"association", "federation", "forum", "society", "committee", "council", "union", "campaign", "alliance",
     "network", "movement", "foundation", "institute", "congress", "conference", "coalition", "league", "watch"}
)  # fmt: skip
_OTHERS = frozenset(("university", "airport", "school", "college", "corp", "inc", "ltd", "bank", "group", "cup"))
_MUSLIM = frozenset(("muslim", "moslem", "islamic", "islamist", "jihadist", "jihadi"))
_FAITHFUL = frozenset(("rebel", "criminal", "opposition", "civilian", "religious", "education"))


def without_country(entity: Entity) -> str | None:
    """Return PLOVER's code for those of no country: international bodies by their name, believers by theirs.

    "World Coffee Federation" is NGO, "International Coffee Organization" IGO, "Islamist gunmen" ISM.
    """
    if entity.kind == "organization" and entity.named and entity.sector not in _NATIONAL:
        for name in entity.names:
            words = name.lower().split()
            if len(words) > 2 and not _WORLDWIDE.isdisjoint(words[:3]) and not _OTHERS & set(words):
                if not _OF_STATES.isdisjoint(words):
                    return "IGO"
                if not _CIVIL.isdisjoint(words):
                    return "NGO"
    if entity.kind == "group" and not entity.named:
        for spot in entity.spots:
            if spot.noun is not None and spot.noun.sector in _FAITHFUL and not _MUSLIM.isdisjoint(spot.modifiers):
                return "ISM"
    return None
