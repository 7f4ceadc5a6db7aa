"""From what an article says of an entity to an actor: canonical name, type, sector, country, PLOVER code, stable id."""

from __future__ import annotations

from collections import Counter

from pipeline.ner.countries import country_names
from pipeline.ner.entity import Entity
from pipeline.ner.entries import Entry
from pipeline.ner.gazetteer import Gazetteer
from pipeline.ner.lexicon import lexicon
from pipeline.ner.spot import Ground, Spot
from pipeline.ner.stateless import without_country
from pipeline.records import Actor, content_id
from pipeline.syntax import Parse

# Sectors whose members belong to some country: without one of their own they take that of the place in the sentence or
# of the article; officials the article's first, since they speak from anywhere.
_OFFICIAL = frozenset(("government", "military", "judiciary", "legislature", "party", "intelligence", "regulator"))
_LOCAL = frozenset(
    ("police", "opposition", "rebel", "civilian", "refugee", "labor", "education", "criminal", "media", "religious")
)
_GOVERNMENTS = frozenset(("government", "regime", "administration"))
_SUBNATIONAL = frozenset(("local", "state", "provincial", "regional", "municipal", "city", "county", "district"))
_PLACING = frozenset(("in", "at", "near", "outside", "inside", "throughout", "across", "around", "of"))
_ARTICLES = frozenset(("the", "a", "an", "some", "this", "these", "those", "that"))
_GROUPS = {"person": "person", "place": "place"}


def identify(entity: Entity, scene: Ground, gazetteer: Gazetteer, home: str | None, article_id: str) -> Actor | None:
    """Return the actor an entity is, None where nobody identifiable is meant.

    ``home`` is the country the article is about, for officials whose country is left unsaid.
    """
    if not any(s.form != "pronoun" for s in entity.spots) or entity.kind == "other":
        return None  # events, works and laws are nobody
    entry = entity.entry
    if entry is not None:
        return listed(entry, tuple(sorted(set(entity.names) - {entry.name})))
    code = entity.country or _fallback(entity, scene, home) or without_country(entity)
    country = code if code in country_names() else None
    if entity.named and country and any(n.lower().split()[-1] in _GOVERNMENTS for n in entity.names):
        return _government(country, gazetteer)
    if entity.named:
        name = max(entity.names, key=lambda n: (_fullness(n), entity.names[n], n))
        kind = {"person": "person", "place": "place", "group": "group"}.get(entity.kind, "organization")
        kind = _organization_type(entity, kind)
        # Every country has a Supreme Court: such names mean the same actor only in the same country.
        scope = code if entity.kind == "group" or entity.sector in _OFFICIAL | {"police"} else None
        group = _GROUPS.get(entity.kind, "body")
        return Actor(
            content_id("a", name.lower(), group, *([scope] if scope and group == "body" else [])),
            name,
            kind,
            code,
            country,
            entity.sector,
            None,
            tuple(sorted(set(entity.names) - {name})),
        )
    spots = sorted((s for s in entity.spots if s.form == "nominal"), key=lambda s: s.first)
    if not spots:
        return None
    first = spots[0]
    if country and first.noun is not None and first.noun.word in _GOVERNMENTS and not first.modifiers & _SUBNATIONAL:
        return _government(country, gazetteer)
    if len(entity.spots) < 2 and not code and first.plural:
        return None
    text = _describe(scene.parse, first)
    scope = code if entity.country and entity.plural else article_id
    return Actor(content_id("a", text.lower(), scope), text, _nominal_type(entity), code, country, entity.sector)


def listed(entry: Entry, aliases: tuple[str, ...]) -> Actor:
    """Return the actor of a gazetteer entry with the other names an article uses for it."""
    return Actor(
        content_id("a", entry.key),
        entry.name,
        entry.type,
        entry.code or entry.country,
        entry.country,
        entry.sector,
        entry.wikidata,
        aliases,
    )


def _government(country: str, gazetteer: Gazetteer) -> Actor:
    entry = gazetteer.by_key.get(f"government:{country}")
    name = entry.name if entry else f"Government of {country_names()[country]}"
    return Actor(content_id("a", f"government:{country}"), name, "government", country, country, "government")


def _fallback(entity: Entity, scene: Ground, home: str | None) -> str | None:
    """Return the country of somebody whose country is left unsaid, None where it cannot be told."""
    if entity.sector == "legislature":
        return scene.legislating or home
    if entity.sector in _OFFICIAL:
        return home
    if entity.sector in _LOCAL and (not entity.named or entity.kind == "group"):
        return _place_country(entity, scene) or (home if entity.sector in ("police", "opposition", "rebel") else None)
    if entity.sector in ("opposition", "rebel", "religious", "labor") or (entity.sector == "police" and entity.named):
        return home
    return None


def _place_country(entity: Entity, scene: Ground) -> str | None:
    """Return the country of the place the first sentence about somebody names: "killed 23 people in Tel Aviv"."""
    spot = entity.spots[0]
    first, last = scene.parse.sentence_of(spot.head)
    for t in (*range(spot.last, last), *range(spot.first - 1, first, -1)):
        if t not in scene.country_at or _seats_somebody(scene, spot, t):
            continue
        if not _PLACING.isdisjoint(scene.parse.lowers[max(first, t - 4) : t]):
            return scene.country_at[t]
    return None


def _seats_somebody(scene: Ground, spot: Spot, token: int) -> bool:
    """Tell where others sit from where it happened: "20 people died, officials *in Nairobi* said"."""
    heads = scene.parse.heads
    holder = heads[heads[token]]
    noun = lexicon().nouns.get(scene.parse.lemmas[holder].lower())
    return (
        noun is not None
        and noun.kind in ("person", "group")
        and not spot.first <= holder < spot.last
        and scene.roles[holder] == "subject"
    )


def home_country(scene: Ground) -> str | None:
    """Return the country an article speaks of most, the first of equals."""
    counts: Counter[str] = Counter()
    for code in scene.country_at.values():
        counts[code] += 1
    return max(counts, key=lambda c: counts[c]) if counts else None


def _fullness(name: str) -> int:
    """How much a writing of a name says: words, acronyms none."""
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


def _describe(parse: Parse, spot: Spot) -> str:
    """Return the words of a description without its article: "judge in Spain"."""
    if spot.last <= spot.head:
        return " ".join(spot.words)
    first = spot.first
    while first < spot.head and parse.lowers[first] in _ARTICLES:
        first += 1
    return " ".join(parse.span_text(first, spot.last).split())
