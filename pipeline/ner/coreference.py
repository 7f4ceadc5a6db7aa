"""Mentions of one actor put together: deterministic sieves, the surest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.ner.entries import Entry
from pipeline.ner.lexicon import lexicon
from pipeline.ner.spots import Ground, Kind, Spot
from pipeline.syntax import Parse, Syntax
from pipeline.syntax.roles import appositions, equations


@dataclass(slots=True, eq=False)
class Entity:
    """An actor of one article: its mentions and what they say about it together."""

    spots: list[Spot] = field(default_factory=list)
    kind: Kind = "other"
    entry: Entry | None = None
    gender: str = ""
    plural: bool = False
    country: str | None = None
    sector: str | None = None
    nouns: set[str] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)
    affiliation: Entity | None = None

    def add(self, spot: Spot) -> None:
        """Take in a mention and what it tells."""
        self.spots.append(spot)
        if spot.form == "pronoun":
            self.gender = self.gender or (spot.gender if spot.gender in ("m", "f") else "")
            return
        if self.kind == "other":
            self.kind = spot.kind
        self.entry = self.entry or spot.entry
        self.gender = self.gender or spot.gender
        self.plural = self.plural or spot.plural
        self.country = self.country or spot.country
        self.sector = self.sector or spot.sector
        self.nouns.update(spot.title)
        if spot.noun is not None:
            self.nouns.add(spot.noun.word)
        if spot.form == "name":
            self.names[" ".join(spot.words)] += 1

    @property
    def named(self) -> bool:
        """Whether any mention is a name."""
        return bool(self.names)


def resolve(syntax: Syntax, scene: Ground, spots: list[Spot]) -> list[Entity]:
    """Return the entities of an article in order of first mention; every spot belongs to exactly one."""
    return _Resolution(syntax, scene, spots).run()


class _Resolution:
    def __init__(self, syntax: Syntax, scene: Ground, spots: list[Spot]) -> None:
        self.syntax, self.scene, self.spots = syntax, scene, spots
        self.parse: Parse = syntax.parse
        self.entity_of: dict[Spot, Entity] = {}
        self.entities: list[Entity] = []
        self.by_head: dict[int, list[Spot]] = {}
        for spot in spots:
            self.by_head.setdefault(spot.head, []).append(spot)
        self.linked: dict[Spot, Spot] = {}
        self.speaker_at: dict[int, int] = {}
        for quote in syntax.quotes:
            if quote.direct and quote.speaker is not None:
                for t in range(quote.first, quote.last):
                    self.speaker_at[t] = quote.speaker

    def run(self) -> list[Entity]:
        self.appose()
        self.join_names()
        for spot in self.spots:
            if spot in self.entity_of:
                continue
            if spot.form == "nominal":
                self.place(spot, self.nominal(spot))
            elif spot.form == "pronoun" and spot.person == "3":
                self.place(spot, self.pronoun(spot))
        for spot in self.spots:
            if spot.form == "pronoun" and spot.person == "1":
                self.place(spot, self.first_person(spot))
        seen: dict[int, Entity] = {}
        for spot in self.spots:
            entity = self.entity_of[spot]
            seen.setdefault(id(entity), entity)
        return list(seen.values())

    def place(self, spot: Spot, entity: Entity | None) -> None:
        if entity is None:
            entity = Entity()
            self.entities.append(entity)
        entity.add(spot)
        self.entity_of[spot] = entity

    # -- apposition and "X is a Y"
    def appose(self) -> None:
        """Note which nominal describes which name, before anything is resolved."""
        for a, b in appositions(self.parse) + equations(self.parse):
            for one in self.by_head.get(a, ()):
                for two in self.by_head.get(b, ()):
                    name, other = (one, two) if one.form == "name" else (two, one)
                    if name.form == "name" and other.form == "nominal" and name.plural == other.plural:
                        if name.kind == other.kind or (name.kind == "place" and other.kind == "organization"):
                            self.linked.setdefault(other, name)
                    elif one.form == two.form == "nominal" and one.kind == two.kind and one.plural == two.plural:
                        self.linked.setdefault(
                            max(one, two, key=lambda s: s.first), min(one, two, key=lambda s: s.first)
                        )

    # -- names
    def join_names(self) -> None:
        acronyms = self.acronyms()
        people: dict[str, list[Entity]] = {}
        exact: dict[tuple[str, str], Entity] = {}
        named = [s for s in self.spots if s.form == "name"]
        for spot in sorted((s for s in named if s.kind == "person"), key=lambda s: -len(s.words)):
            self.place(spot, self.join_person(spot, people))
        scoped: dict[str, Spot] = {}
        for spot in named:
            if spot.kind == "person":
                continue
            text = " ".join(spot.words)
            expansion = acronyms.get(spot)
            if expansion is not None:
                scoped[text] = expansion
            target = scoped.get(text)
            if target is not None and target is not spot and target in self.entity_of:
                self.place(spot, self.entity_of[target])
                continue
            key = (spot.entry.key, "") if spot.entry is not None else (_plain(spot.words), "")
            entity = exact.get(key)
            if entity is None:
                entity = self.similar(spot, exact)
            self.place(spot, entity)
            exact.setdefault(key, self.entity_of[spot])

    def join_person(self, spot: Spot, people: dict[str, list[Entity]]) -> Entity | None:
        words = [w for w in spot.words if w[:1].isalpha()]
        if not words:
            return None
        if spot.entry is not None:
            found = [e for e in people.get(words[-1], ()) if e.entry is spot.entry]
        elif len(words) > 1:
            found = [e for e in people.get(words[-1], ()) if _same_person(words, e)]
        else:
            found = people.get(words[0], [])
        found = [e for e in found if not (spot.gender and e.gender and spot.gender != e.gender)]
        entity = found[0] if len(found) == 1 else self.nearest(spot, found)
        if entity is None:
            entity = Entity()
            self.entities.append(entity)
            for part in {words[-1], words[0]} | set(words[1:] if len(words) > 2 else ()):
                people.setdefault(part, []).append(entity)
        return entity

    def nearest(self, spot: Spot, entities: list[Entity]) -> Entity | None:
        """Return the entity mentioned last before a spot, else the one mentioned most."""
        if not entities:
            return None
        before = [
            (max((s.first for s in e.spots if s.first < spot.first), default=-1), len(e.spots), k)
            for k, e in enumerate(entities)
        ]
        return entities[max(before)[2]]

    def similar(self, spot: Spot, exact: dict[tuple[str, str], Entity]) -> Entity | None:
        """Return the entity a shorter or longer writing of whose name this is."""
        if spot.kind == "other":
            return None
        mine = _plain(spot.words)
        best: tuple[int, Entity] | None = None
        for (text, _), entity in exact.items():
            if entity.kind != spot.kind or not text or (spot.entry is not None and entity.entry is not None):
                continue
            a, b = (mine, text) if len(mine) < len(text) else (text, mine)
            if spot.kind == "organization" and _shortens(a, b) and (best is None or len(text) > best[0]):
                best = (len(text), entity)
        return best[1] if best else None

    def acronyms(self) -> dict[Spot, Spot]:
        """Return acronym -> the name it was defined for: "Ministry of Communications (MCMC)". Scoped to definitions."""
        out: dict[Spot, Spot] = {}
        words = self.parse.words
        named = [s for s in self.spots if s.form == "name"]
        for before, spot in pairwise(named):
            gap = words[before.last : spot.first]
            if (
                gap
                and gap[-1] == "("
                and len(gap) <= 2
                and len(spot.words) <= 2
                and spot.last < len(words)
                and words[spot.last] in (")", ",")
            ):
                text = spot.words[0]
                if sum(c.isupper() for c in text) >= 2 and before.kind != "person":
                    out[spot] = before
        return out

    # -- nominals
    def nominal(self, spot: Spot) -> Entity | None:
        link = self.linked.get(spot)
        if link is not None and link in self.entity_of:
            return self.entity_of[link]
        if spot.noun is None or (
            not spot.definite and not (spot.country and spot.plural) and spot.noun.kind != "organization"
        ):
            return None
        if spot.determiner in ("no", "every", "each", "any", "another"):
            return None
        word = spot.noun.word
        best, score = None, 0.0
        for entity in self.entities:
            if not entity.spots:
                continue
            last = max((s.first for s in entity.spots if s.first < spot.first), default=-1)
            if last < 0:
                continue
            value = self.nominal_score(spot, word, entity, last)
            if value > score:
                best, score = entity, value
        return best

    def nominal_score(self, spot: Spot, word: str, entity: Entity, last: int) -> float:
        if spot.country and entity.country and spot.country != entity.country:
            return 0.0
        distance = spot.sentence - self.parse.sent[last]
        recency = 1.0 / (1 + distance)
        same = [
            s
            for s in entity.spots
            if s.form == "nominal"
            and s.noun is not None
            and s.noun.word == word
            and s.plural == spot.plural
            and s.first < spot.first
        ]
        if same:
            if any(spot.modifiers <= s.modifiers or s.modifiers <= spot.modifiers for s in same) or (
                spot.country and entity.country
            ):
                return 3.0 + recency
            return 0.0
        if spot.plural or not spot.definite:
            return 0.0
        if word in entity.nouns and entity.kind == spot.kind:
            return 2.5 + recency
        if not entity.named or (spot.modifiers and not spot.country and spot.determiner not in ("this", "that")):
            return 0.0
        if spot.kind == "organization" and entity.kind == "organization":
            kind = entity.entry.type if entity.entry else None
            described = lexicon().described_as
            last_word = next(iter(entity.names)).lower().split()[-1]
            if last_word == word or (kind is not None and kind.split()[-1] == word):
                return 2.0 + recency
            if word in described.get(kind or "organization", ()) and (kind is not None or distance < 3):
                return (1.5 if kind is not None else 0.5) + recency
        if spot.kind == "place" and entity.kind == "place":
            described = lexicon().described_as
            kind = entity.entry.type if entity.entry else None
            if kind is not None and word in described.get(kind, ()):
                return 1.0 + recency + 0.1 * min(len(entity.spots), 10)
        return 0.0

    # -- pronouns
    def pronoun(self, spot: Spot) -> Entity | None:
        best, score = None, 0.0
        for entity in self.entities:
            before = [s for s in entity.spots if s.first < spot.first]
            if not before:
                continue
            value = self.pronoun_score(spot, entity, before)
            if value > score:
                best, score = entity, value
        return best

    def pronoun_score(self, spot: Spot, entity: Entity, before: list[Spot]) -> float:
        last = before[-1]
        distance = spot.sentence - last.sentence
        if distance > 4 or not _agrees(spot, entity):
            return 0.0
        if any(s.head == self.parse.heads[spot.head] for s in before) and spot.role == "possessive":
            return 0.0
        score = 2.0 / (1 + distance)
        same_sentence = [s for s in before if s.sentence >= spot.sentence - 1]
        score += 0.8 if any(s.role == "subject" for s in same_sentence) else 0.0
        score += 0.3 * min(len(before), 5) / 5
        score += 0.3 if entity.named else 0.0
        if distance == 0 and last.role == "subject" and spot.role == "possessive":
            score += 0.5
        speaker = self.speaker_at.get(spot.head)
        if speaker is not None and any(s.head == speaker for s in entity.spots):
            return 0.0
        if (
            distance == 0
            and spot.role == "object"
            and last.role == "subject"
            and self.parse.heads[last.head] == self.parse.heads[spot.head]
            and not spot.words[0].lower().endswith(("self", "selves"))
        ):
            score -= 2.0
        return score

    def first_person(self, spot: Spot) -> Entity | None:
        speaker = self.speaker_at.get(spot.head)
        if speaker is None:
            return None
        who = next((self.entity_of[s] for s in self.by_head.get(speaker, ()) if s in self.entity_of), None)
        if who is None or not spot.plural:
            return who
        if who.kind == "person":
            return who.affiliation
        return who


def _agrees(spot: Spot, entity: Entity) -> bool:
    if spot.gender in ("m", "f"):
        return entity.kind == "person" and entity.gender in ("", spot.gender) and not entity.plural
    if spot.gender == "n":
        return entity.kind in ("organization", "place") and not entity.plural
    return entity.plural or entity.kind in ("organization", "group")


def _plain(words: tuple[str, ...]) -> str:
    return " ".join(
        w.lower().strip(".") for w in words if w[:1].isalnum() and w.lower() not in lexicon().name_words["legal"]
    )


def _shortens(short: str, long: str) -> bool:
    """Tell whether a name may shorten another: its first words, two at least or a distinctive one."""
    if not long.startswith(short + " "):
        return False
    return " " in short or (short not in lexicon().nouns and len(short) > 3)


def _same_person(words: list[str], entity: Entity) -> bool:
    for name in entity.names:
        theirs = [w for w in name.split() if w[:1].isalpha()]
        if len(theirs) > 1 and (set(words) <= set(theirs) or set(theirs) <= set(words) or theirs[0] == words[0]):
            return theirs[-1] == words[-1] or words[-1] in theirs
        if len(theirs) == 1 and theirs[0] in (words[-1], words[0]):
            return True
    return False
