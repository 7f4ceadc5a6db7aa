"""From what an article says of an entity to an actor: canonical name, type, sector, country, PLOVER code, stable id."""

from __future__ import annotations

from collections import Counter

from pipeline.ner.countries import country_names
from pipeline.ner.entity import Entity
from pipeline.ner.gazetteer import Gazetteer
from pipeline.ner.spots import Ground
from pipeline.records import Actor, content_id
from pipeline.syntax import Parse

# Sectors whose members belong to some country: without one of their own they take the article's.
_NATIONAL = frozenset(
    (
        "government",
        "military",
        "police",
        "judiciary",
        "legislature",
        "opposition",
        "party",
        "rebel",
        "intelligence",
        "regulator",
        "civilian",
        "refugee",
        "labor",
        "education",
        "criminal",
        "media",
        "agriculture",
    )
)
_GROUPS = {"person": "person", "place": "place"}


def identify(entity: Entity, parse: Parse, gazetteer: Gazetteer, home: str | None, article_id: str) -> Actor | None:
    """Return the actor an entity is, None where nobody identifiable is meant.

    ``home`` is the country the article is about, for officials whose country is left unsaid.
    """
    if not any(s.form != "pronoun" for s in entity.spots) or (entity.kind == "other" and not entity.named):
        return None
    entry = entity.entry
    if entry is not None:
        name = entry.name
        return Actor(
            content_id("a", entry.key),
            name,
            entry.type,
            entry.code or entry.country,
            entry.country,
            entry.sector,
            entry.wikidata,
            tuple(sorted(set(entity.names) - {name})),
        )
    country = entity.country or (home if entity.sector in _NATIONAL else None)
    if entity.named:
        name = max(entity.names, key=lambda n: (_fullness(n), entity.names[n], n))
        kind = {"person": "person", "place": "place", "group": "group"}.get(entity.kind, "organization")
        kind = _organization_type(entity, kind)
        return Actor(
            content_id("a", name.lower(), _GROUPS.get(entity.kind, "body")),
            name,
            kind,
            country,
            country,
            entity.sector,
            None,
            tuple(sorted(set(entity.names) - {name})),
        )
    spots = [s for s in entity.spots if s.form == "nominal"]
    if not spots:
        return None
    first = spots[0]
    government = (
        first.noun is not None
        and first.noun.word in ("government", "regime", "administration", "authorities")
        and country
    )
    if government and country:
        known = gazetteer.by_key.get(f"government:{country}")
        name = known.name if known else f"Government of {country_names()[country]}"
        return Actor(
            content_id("a", f"government:{country}"),
            name,
            "government",
            country,
            country,
            "government",
            None,
            (" ".join(first.words),),
        )
    if len(entity.spots) < 2 and not country and first.plural:
        return None
    text = _describe(parse, first.first, first.last)
    scope = country if entity.country and entity.plural else article_id
    return Actor(content_id("a", text.lower(), scope), text, _nominal_type(entity), country, country, entity.sector)


def home_country(scene: Ground) -> str | None:
    """Return the country an article speaks of most, the first of equals."""
    counts: Counter[str] = Counter()
    for code in scene.country_at.values():
        counts[code] += 1
    return max(counts, key=lambda c: counts[c]) if counts else None


def _fullness(name: str) -> int:
    return len(name.split()) if not name.isupper() else 0


def _organization_type(entity: Entity, kind: str) -> str:
    if kind != "organization":
        return kind
    return {
        "government": "government",
        "business": "company",
        "media": "news organization",
        "judiciary": "court",
        "police": "police",
        "military": "military",
        "legislature": "legislature",
        "party": "party",
        "regulator": "regulator",
        "rebel": "armed group",
        "platform": "platform",
        "labor": "union",
    }.get(entity.sector or "", kind)


def _nominal_type(entity: Entity) -> str:
    return {"person": "person", "group": "group", "place": "place"}.get(entity.kind) or _organization_type(
        entity, "organization"
    )


def _describe(parse: Parse, first: int, last: int) -> str:
    while first < last - 1 and parse.lowers[first] in ("the", "a", "an", "some", "this", "these", "those", "that"):
        first += 1
    return " ".join(parse.span_text(first, last).split())
