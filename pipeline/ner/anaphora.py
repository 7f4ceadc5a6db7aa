"""What speaks for a pronoun or a description meaning an actor: binary features with names a person can read."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.ner.entity import Entity
from pipeline.ner.lexicon import lexicon
from pipeline.ner.spot import Spot

_PUBLIC = frozenset(("government", "regulator", "legislature", "judiciary", "police", "military", "intelligence"))
_BODIES = _PUBLIC | {"business", "platform", "party", "media", "labor", "medical", "religious", "education"}
_ANYBODY = frozenset(("civilian", "labor", "criminal", "opposition"))  # sectors that people of others may be put in
# People meant as a kind: "the consumer" is no one named.
_CLIENTS = ("consumer", "customer", "user", "viewer", "reader", "listener", "visitor", "buyer", "seller", "shopper")
_ANYONE = frozenset((*_CLIENTS, "voter", "taxpayer", "citizen", "investor", "motorist", "employer", "worker", "person"))
_OFFICES = frozenset(("government", "military", "police", "judiciary", "legislature", "intelligence", "religious"))
# Nouns that mean one sort of body and nothing else.
_EXACT = frozenset(("government", "parliament", "court", "tribunal", "police", "army", "navy", "cabinet", "regulator"))
_SUPERVISORS = frozenset(("authority", "regulator", "watchdog", "commission", "agency", "office", "commissioner"))
_SUPERVISING = frozenset(("regulator", "watchdog", "authority"))

# Circumstances that weigh differently for "he", "it" and "they".
_GROUPED = frozenset(
    ("subject of own clause", "subject above", "topic", "nested", "is speaker", "same quote", "out of quote")
)

Features = list[str]
Weights = Mapping[str, float]


def described_as(entity: Entity) -> frozenset[str]:
    """Return the nouns a named actor may be called by later: "the platform" for Telegram."""
    kind = entity.type or (entity.kind if entity.named else None)
    if kind is None:
        return frozenset()
    if entity.entry is None and "ministry" in entity.nouns:
        kind = "ministry"
    if kind == "organization" and entity.entry is None and entity.sector in _PUBLIC:
        kind = "government agency"  # a body of the state is no company
    if kind == "government" and entity.entry is not None and not entity.entry.national:
        kind = "ministry"
    return lexicon().described_as.get(kind, frozenset())


def supervises(spot: Spot, entity: Entity) -> bool:
    """Tell "the regulator", "the watchdog" of a body called an authority, commission, agency or office before."""
    if spot.noun is None or spot.noun.word not in _SUPERVISING or entity.kind != "organization":
        return False
    words = {word for name in entity.names for word in name.lower().split()} | entity.nouns
    return not _SUPERVISORS.isdisjoint(words)


def excluded(spot: Spot, entity: Entity) -> bool:
    """Tell whether a description names another sort of body than an actor: "the company" is no regulator."""
    noun = spot.noun
    if spot.gender and entity.gender and spot.gender != entity.gender:
        return True
    if noun is not None and noun.kind == "person" and entity.kind == "person":
        held = noun.word in entity.nouns or (noun.sector == entity.sector and noun.word not in _ANYONE)
        return (
            (noun.sector in _OFFICES or noun.word in _ANYONE) and entity.named and not held
        )  # "the sheriff" is nobody known otherwise
    if spot.kind == "group" and entity.kind == "group" and None not in (spot.sector, entity.sector):
        apart = spot.sector != entity.sector and not {spot.sector, entity.sector} & _ANYBODY
        return apart and (noun is None or noun.word not in entity.nouns)  # "the peacekeepers" are no rebels
    if noun is None or noun.kind != "organization" or noun.sector is None:
        return False
    if noun.word in entity.nouns or noun.word in described_as(entity) or supervises(spot, entity):
        return False
    sector = entity.sector
    if noun.sector in _BODIES and noun.word in _EXACT:
        return entity.kind == "organization" and (entity.named or sector is not None)
    if sector is None or sector == noun.sector:
        return False
    return (noun.sector in _PUBLIC) != (sector in _PUBLIC) and noun.sector in _BODIES and sector in _BODIES


def score(features: Features, weights: Weights) -> float:
    """Return the sum of the weights of the features that hold; unknown ones weigh nothing."""
    return sum(weights.get(name, 0.0) for name in features)


def agrees(spot: Spot, entity: Entity) -> bool:
    """Tell whether number, gender and animacy let a pronoun mean an entity."""
    if spot.gender in ("m", "f"):
        return entity.kind == "person" and entity.gender in ("", spot.gender) and not entity.plural
    if spot.gender == "n":
        return (entity.kind in ("organization", "place", "group") or entity.doubtful) and not entity.plural
    return entity.plural or entity.kind in ("organization", "group") or (entity.kind == "person" and not entity.named)


def pronoun_features(spot: Spot, entity: Entity, last: Spot, rank: int, context: Mapping[str, bool]) -> Features:
    """Return what speaks for a pronoun meaning an entity whose last mention before it is ``last``.

    ``rank`` counts the agreeing candidates from the nearest (0); ``context`` holds what only the article knows.
    """
    distance = min(spot.sentence - last.sentence, 3)
    group = pronoun_group(spot)
    possessive = spot.role == "possessive"
    out = [
        f"{group}:distance={distance}",
        f"rank={min(rank, 3)}",
        f"{group}:rank={min(rank, 2)}",
        f"last={last.form}",
        f"role={last.role}",
    ]
    if last.role == "subject":
        out.append(f"subject@{distance}")
        out.append(f"{group}:subject@{distance}")
        if spot.role in ("subject", "possessive"):
            out.append(f"{spot.role}~subject@{distance}")
    elif last.role == spot.role:
        out.append("same role")
    if possessive and distance == 0:
        out.append(f"possessive near {last.role}")
    if spot.words[0].lower().endswith(("self", "selves")):
        out.append(f"reflexive {last.role}@{distance}")
    size = len(entity.spots)
    out.append(_size(size))
    if entity.named:
        out.append("named")
        out.append(f"{group}:named")
        if group == "he":
            out.append("gender known" if entity.gender else "gender open")
    out.append(f"{group}:{entity_sort(entity)}")
    if entity.plural:
        out.append(f"{group}:several")
    if group == "it":
        out.append(f"it {spot.role}:{entity_sort(entity)}")
    for name, holds in context.items():
        if holds:
            out.append(name)
            if name in _GROUPED:
                out.append(f"{group}:{name}")
    return out


def pronoun_group(spot: Spot) -> str:
    """Return which pronouns behave alike: he (and she), it, they."""
    return "he" if spot.gender in ("m", "f") else "it" if spot.gender == "n" else "they"


def entity_sort(entity: Entity) -> str:
    """Return what sort of actor an entity is: person, country, place, organization, group; "+" for several."""
    kind: str = entity.kind
    if kind == "place" and entity.type == "country":
        kind = "country"
    return kind + ("+" if entity.plural else "")


def _size(size: int) -> str:
    return "mentions=" + ("1" if size == 1 else "2-3" if size < 4 else "4-7" if size < 8 else "8+")


def nominal_features(spot: Spot, entity: Entity, last: Spot, rank: int, context: Mapping[str, bool]) -> Features:
    """Return what speaks for a description meaning an entity mentioned before."""
    assert spot.noun is not None
    word = spot.noun.word
    distance = spot.sentence - last.sentence
    near = "0" if distance == 0 else "1" if distance == 1 else "2-4" if distance < 5 else "5+"
    article = _article(spot)
    out = [f"distance={near}", f"rank={min(rank, 3)}", article]
    out.append(f"kind={spot.kind}~{entity.kind}" if spot.kind != entity.kind else "same kind")
    same = [s for s in entity.spots if s.form == "nominal" and s.noun is not None and s.noun.word == word]
    if same:
        mine = spot.modifiers
        fits = any(mine == s.modifiers for s in same)
        part = any(mine <= s.modifiers or s.modifiers <= mine for s in same)
        how = "same words" if fits else "fewer words" if part else "other words"
        out.append(f"same noun, {how}")
        if any(s.plural != spot.plural for s in same):
            out.append("same noun, other number")
        out.append(f"same noun {article}")
    else:
        out.append(f"other noun {article}")
        if word in entity.nouns:
            out.append("its title")
        if word in described_as(entity):
            out.append(f"described {'by gazetteer' if entity.entry else 'by kind'}")
            out.append(f"described {entity.kind}")
        if entity.named and any(word in name.lower().split() for name in entity.names):
            out.append("noun in name")
        if spot.modifiers:
            out.append("modified")
            if any(m in name.lower() for name in entity.names for m in spot.modifiers):
                out.append("modifier in name")
        if entity.spots[0].form == "nominal" and not entity.named:
            out.append("unnamed")
    if spot.country is not None:
        out.append("country agrees" if spot.country == entity.country else "country open")
    if entity.named:
        out.append("named")
    out.append(_size(len(entity.spots)))
    if last.role == "subject" and distance < 2:
        out.append("recent subject")
    out += [name for name, holds in context.items() if holds]
    return out


def new_features(spot: Spot) -> Features:
    """Return what speaks for a mention meaning nobody mentioned before."""
    if spot.form == "pronoun":
        group = pronoun_group(spot)
        return [f"new {group}", f"new {group} {spot.role}"]
    article = _article(spot)
    out = ["new", f"new {article}", f"new {spot.kind}{'+' if spot.plural else ''}"]
    out.append("new modified" if spot.modifiers else "new unmodified")
    if spot.country:
        out.append("new country")
    if len(spot.words) > spot.head - spot.first + 1:
        out.append("new with complement")
    if article == "bare" and spot.plural:
        out.append("new bare plural")
    return out


def _article(spot: Spot) -> str:
    if spot.determiner in ("the",):
        return "the"
    if spot.determiner in ("this", "that", "these", "those"):
        return "this"
    if spot.determiner in ("his", "her", "its", "their", "our", "my", "your"):
        return "its"
    if spot.definite:
        return "whose"
    return "bare" if not spot.determiner else "a"
