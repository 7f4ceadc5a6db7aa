"""Mentions of one actor put together: deterministic sieves first, then a ranker with weights learnt from GUM.

Order: appositions and copulas are noted; names are joined (:mod:`naming`); then, in text order, descriptions and
third-person pronouns choose among earlier entities or found a new one; then "I" and "we" go to whoever is quoted.
"""

from __future__ import annotations

import json
import math
from functools import cache

from pipeline.errors import ModelError
from pipeline.ner.anaphora import (
    Features,
    Weights,
    agrees,
    described_as,
    excluded,
    new_features,
    nominal_features,
    pronoun_features,
    pronoun_group,
    score,
    supervises,
)
from pipeline.ner.entity import Entity
from pipeline.ner.links import find_links, self_descriptions
from pipeline.ner.naming import join_names
from pipeline.ner.speakers import Speakers
from pipeline.ner.spot import NOBODY, Ground, Spot
from pipeline.resources import shipped
from pipeline.syntax import Parse, Syntax

Option = tuple[Entity, Features]

_REACH = 5  # sentences a pronoun looks back
_LEAD = 6  # sentences in which somebody may be introduced before being named
_CLOSING = frozenset((".", "!", "?", "”", '"', ":", ")"))
_OPENING = frozenset(("in", "with", "despite", "like", "as", "for", "after", "before", "since", "during", "under"))
_SPEECH = ("say", "add", "tell", "quote", "announce", "urge", "warn", "encourage", "claim", "deny", "ask", "accuse")
_DEEDS = (
    "plan",
    "offer",
    "report",
    "argue",
    "believe",
    "hope",
    "sue",
    "deploy",
    "invite",
    "reject",
    "refuse",
    "appeal",
)
_ACTS = frozenset((*_SPEECH, *_DEEDS, "condemn", "demand", "decline", "employ", "expel", "hire", "pledge", "vow"))
_BEHIND = frozenset(("of", "for", "on", "to", "in", "at"))
_TOWARDS = frozenset(("to", "for", "from", "about", "against", "of", "by", "at", "on", "upon"))
_RELATIVES = frozenset(
    ("father", "mother", "son", "daughter", "brother", "sister", "wife", "husband", "lawyer", "client", "spokesman")
)
# How much worse than "nobody before" an antecedent may score and still be taken.
_BOLDNESS = {"pronoun": 1.5, "nominal": 0.0}


@cache
def shipped_weights() -> dict[str, dict[str, float]]:
    """Return the weights in models/coreference/weights.json: form -> feature -> weight."""
    path = shipped("models", "coreference", "weights.json")
    try:
        weights: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path}: coreference weights cannot be read: {error}") from None
    return weights


class Resolution:
    """Resolves one article. ``choose`` is the only learned step; training overrides it."""

    def __init__(
        self, syntax: Syntax, scene: Ground, spots: list[Spot], weights: dict[str, Weights] | None = None
    ) -> None:
        self.syntax, self.scene, self.spots = syntax, scene, spots
        self.parse: Parse = syntax.parse
        self.weights: dict[str, Weights] = weights if weights is not None else dict(shipped_weights())
        self.home: dict[Spot, Entity] = {}
        self.entities: list[Entity] = []
        self.by_head: dict[int, list[Spot]] = {}
        for spot in spots:
            self.by_head.setdefault(spot.head, []).append(spot)
        self.by_sentence: dict[int, list[Spot]] = {}
        for spot in spots:
            self.by_sentence.setdefault(spot.sentence, []).append(spot)
        self.linked = find_links(self.parse, spots)
        self.by_noun: dict[str, list[Entity]] = {}
        self.speakers = Speakers(syntax, spots, self.by_head, self.home, self.linked)

    def run(self) -> list[Entity]:
        """Return the entities of the article in order of first mention; every spot belongs to exactly one."""
        join_names(self.parse, self.spots, self.place)
        self.speakers.affiliate()
        headline: list[Spot] = []
        own = self_descriptions(self.parse, self.by_head)
        for number, spot in enumerate(self.spots):
            if spot in self.home or spot in own:
                continue
            bare = spot.form == "nominal" and not spot.determiner and not spot.definite
            if bare and spot.sentence == 0 and self.opens_with_heading():
                headline.append(spot)
                continue
            if spot.form == "nominal":
                self.place(spot, self.find_described(spot))
            elif spot.person == "3":
                self.place(spot, self.find_antecedent(spot, number))
        for spot in headline:
            self.place(spot, self.find_later(spot))
        self.merge_introductions()
        self.speakers.affiliate()
        for spot in self.spots:
            if spot not in self.home:
                self.place(spot, self.speakers.find_speaker(own.get(spot, spot)))
        return list(dict.fromkeys(self.home[s] for s in self.spots))

    def opens_with_heading(self) -> bool:
        """Whether the first sentence is a heading, whose bare nouns are explained by what follows."""
        first, last = self.parse.sentences[0]
        words = [w for w in self.parse.words[first:last] if not w.isspace()]
        return bool(words) and words[-1] not in _CLOSING

    def place(self, spot: Spot, entity: Entity | None) -> Entity:
        """Add a mention to an entity, to a new one for None."""
        if entity is None:
            entity = Entity()
            self.entities.append(entity)
        entity.add(spot)
        self.home[spot] = entity
        words = spot.title if spot.noun is None else (*spot.title, spot.noun.word)
        for word in words:
            known = self.by_noun.setdefault(word, [])
            if entity not in known:
                known.append(entity)
        return entity

    def choose(self, spot: Spot, options: list[Option], new: Features) -> Entity | None:
        """Return the entity a mention means, None where it means nobody mentioned before."""
        weights = self.weights[spot.form]
        best, bar = None, score(new, weights) - _BOLDNESS[spot.form]
        if spot.form == "pronoun" and (spot.gender in ("m", "f") or self.acts(spot)):
            bar = -math.inf  # "he" always means somebody, and so does "it" in "it quoted"
        for entity, features in options:
            value = score(features, weights)
            if value > bar:
                best, bar = entity, value
        return best

    # -- descriptions
    def find_described(self, spot: Spot) -> Entity | None:
        link = self.linked.get(spot)
        if link is not None and link in self.home:
            named = self.home[link]
            if named.kind == "place" and named.entry is None and spot.kind == "organization":
                named.kind = "organization"  # "the battery maker Ecovolt" is no town
            return named
        if spot.noun is None or spot.determiner in NOBODY:
            return None
        owner = self.owner(spot)
        if owner is not None and owner.affiliation is not None and spot.noun.word in described_as(owner.affiliation):
            return owner.affiliation  # "his department"
        if owner is not None and owner.country is not None and spot.noun.word in ("country", "nation", "homeland"):
            for entity in self.entities:
                if entity.type == "country" and entity.country == owner.country:
                    return entity  # "Danish minister X ... *his country*"
        options: list[Option] = []
        seen: list[Entity] = []
        headed = self.opens_with_heading()
        for entity in self.by_noun.get(spot.noun.word, ()):
            if spot.determiner in ("a", "an") and entity.named and not (headed and entity.spots[0].sentence == 0):
                continue  # "another kind of *a company*" is not the one spoken of
            self.offer(spot, entity, options, seen)
        if spot.definite:
            for entity in self.entities:
                if entity in seen or entity.plural != spot.plural or not entity.spots:
                    continue
                described = spot.noun.word in described_as(entity)
                if described or (self.may_be_called(spot, entity) and self.is_recent(spot, entity)):
                    self.offer(spot, entity, options, seen)
        if not options:
            return None
        plain = spot.determiner == "the" and not spot.modifiers and not spot.plural
        again = self.said_again(spot, [e for e, _ in options])
        if again is not None:
            return again
        if spot.determiner == "the" and not spot.plural and spot.kind != "person":
            called = self.called(spot)
            if len(called) == 1 and called[0].named:
                return called[0]  # "the memorial", and only one place was named so
        titled = [e for e, _ in options if spot.noun.word in e.nouns and e.kind == spot.kind]
        if plain and len(titled) == 1 and titled[0].named and spot.kind == "person":
            return titled[0]  # "the minister", and only one was mentioned
        known = [e for e, _ in options if e.entry is not None and spot.noun.word in described_as(e)]
        if (
            plain
            and len(known) == 1
            and not any(spot.noun.word in e.nouns and not e.plural for e, _ in options if e is not known[0])
        ):
            return known[0]  # "the platform", and only one was named
        if plain and spot.kind == "organization" and len(options) == 1:
            sole = options[0][0]
            if sole.named and spot.noun.word in described_as(sole) and self.is_recent(spot, sole):
                return sole  # "the company", and nobody else who could be one
        chosen = self.choose(spot, self.ranked_nominal(spot, options), new_features(spot))
        if chosen is None and spot.determiner == "the" and not spot.plural:
            supervisors = [e for e, _ in options if supervises(spot, e)]
            if len(supervisors) == 1:
                return supervisors[0]
        return chosen

    def called(self, spot: Spot) -> list[Entity]:
        """Return the bodies and places named before whose name has a description for its head: "X Memorial"."""
        assert spot.noun is not None
        found = []
        for entity in self.entities:
            if entity.kind == "person" or not entity.named or entity.plural:
                if spot.noun.word in entity.nouns and not entity.plural and entity.kind == spot.kind:
                    found.append(entity)
                continue
            for name in entity.names:
                words = name.lower().split()
                head = next((words[i - 1] for i in range(1, len(words)) if words[i] in _BEHIND), words[-1])
                if len(words) > 1 and head == spot.noun.word:
                    before = entity.before(spot.first)
                    fits = spot.modifiers <= set(words)
                    if before is not None and fits and not (spot.country and entity.country != spot.country):
                        found.append(entity)
                    break
        return found

    def said_again(self, spot: Spot, options: list[Entity]) -> Entity | None:
        """Return whom "the team" repeats: the last single team mentioned a few sentences before."""
        assert spot.noun is not None
        if (
            spot.plural
            or spot.determiner not in ("the", "this", "that")
            or len(spot.words) != spot.head - spot.first + 1
        ):
            return None
        best, place = None, -1
        for entity in options:
            for s in entity.spots:
                if (
                    place < s.first < spot.first
                    and spot.sentence - s.sentence <= _REACH
                    and s.noun is not None
                    and s.noun.word == spot.noun.word
                    and not s.plural
                    and s.determiner not in NOBODY
                    and spot.modifiers <= s.modifiers
                ):
                    best, place = entity, s.first
        return best

    def find_later(self, spot: Spot) -> Entity | None:
        """Return whom a headline means without an article: "Student wins prize" is the student of the text."""
        link = self.linked.get(spot)
        if link is not None and link in self.home:
            return self.home[link]
        if spot.noun is None:
            return None
        found = [
            e
            for e in self.by_noun.get(spot.noun.word, ())
            if e.kind == spot.kind
            and e.plural == spot.plural
            and not (spot.country and e.country and spot.country != e.country)
            and any(spot.modifiers <= s.modifiers or s.modifiers <= spot.modifiers for s in e.spots if s.noun) | e.named
        ]
        return max(found, key=lambda e: len(e.spots)) if found else None

    def merge_introductions(self) -> None:
        """Join "a Malaysian minister" of the lead with the only named person the text gives that office to."""
        for entity in list(self.entities):
            first = entity.spots[0]
            if entity.named or entity.kind != "person" or entity.plural or first.sentence > _LEAD or first.noun is None:
                continue
            named = [
                e
                for e in self.by_noun.get(first.noun.word, ())
                if e.named and e.kind == "person" and e is not entity and self.is_named_later(e, first)
            ]
            if len(named) != 1 or not _alike(entity, named[0]) or not first.modifiers <= named[0].nouns:
                continue
            for spot in entity.spots:
                named[0].add(spot)
                self.home[spot] = named[0]
            named[0].spots.sort(key=lambda s: s.first)
            self.entities.remove(entity)

    def is_named_later(self, entity: Entity, first: Spot) -> bool:
        """Tell whether the text, its headline apart, names somebody only after a mention of an unnamed person."""
        return all(s.first > first.first or s.sentence == 0 for s in entity.spots if s.form == "name")

    def may_be_called(self, spot: Spot, entity: Entity) -> bool:
        """Tell whether nothing known of an entity speaks against a noun: a body of no known type may be any body."""
        if entity.kind != spot.kind and not (spot.kind == "organization" and entity.doubtful):
            return False
        if spot.kind != "organization":
            return True
        assert spot.noun is not None
        unknown = entity.entry is None and (not entity.named or not entity.nouns)
        return unknown and spot.noun.sector not in ("government", "military", "police", "judiciary", "legislature")

    def is_recent(self, spot: Spot, entity: Entity) -> bool:
        last = entity.spots[-1]
        near = last.first < spot.first and spot.sentence - last.sentence <= 3
        return near and spot.determiner in ("the", "this", "that")

    def offer(self, spot: Spot, entity: Entity, options: list[Option], seen: list[Entity]) -> None:
        if entity in seen or (spot.country and entity.country and spot.country != entity.country):
            return
        if excluded(spot, entity) or (_is_former(entity) and "former" not in spot.modifiers):
            return
        last = entity.before(spot.first)
        if last is None or last.first >= spot.first or (last.head == spot.head):
            return
        bodies = {entity.kind, spot.kind} <= {"organization", "group", "place"}
        if entity.kind != spot.kind and not bodies and not (spot.kind == "organization" and entity.doubtful):
            return
        if last.last > spot.first and last.sentence == spot.sentence:  # one inside the other
            return
        seen.append(entity)
        options.append((entity, []))

    def ranked_nominal(self, spot: Spot, options: list[Option]) -> list[Option]:
        lasts = [(entity.before(spot.first), entity) for entity, _ in options]
        ordered = sorted(((last, e) for last, e in lasts if last is not None), key=lambda le: -le[0].first)
        owner = self.owner(spot)
        out = []
        for rank, (last, entity) in enumerate(ordered):
            context = {
                "belongs to owner": owner is not None and owner.affiliation is entity,
                "is owner": owner is entity,
                "headline": entity.spots[0].sentence == 0,
            }
            out.append((entity, nominal_features(spot, entity, last, rank, context)))
        return out

    def owner(self, spot: Spot) -> Entity | None:
        """Return whom "his department" belongs to."""
        if spot.determiner not in ("his", "her", "its", "their"):
            return None
        for t in range(spot.first, spot.head):
            for other in self.by_head.get(t, ()):
                if other.form == "pronoun" and other in self.home:
                    return self.home[other]
        return None

    # -- pronouns
    def find_antecedent(self, spot: Spot, number: int) -> Entity | None:
        options: list[Option] = []
        seen: list[Entity] = []
        quote = self.syntax.quoted[spot.head]
        speaker = self.speakers.speaker(quote) if quote >= 0 else None
        cued = self.speakers.cued_speaker(spot)
        own, above, beside, relation = self.clause(spot)
        preposition = self.parse.heads[spot.head]
        beneath = spot.role == "object" or (
            self.parse.lowers[preposition] in _TOWARDS and self.parse.pos[self.parse.heads[preposition]] == "VERB"
        )
        reflexive = spot.words[0].lower().endswith(("self", "selves"))
        spoken = self.speakers.spoken_by(spot)
        owner = self.opened_for(spot, number) or self.owned_again(spot, number)
        if owner is not None:
            return owner
        for k in range(number - 1, -1, -1):
            last = self.spots[k]
            if spot.sentence - last.sentence >= _REACH or len(options) >= 8:
                break
            entity = self.home.get(last)
            if entity is None or entity in seen or not agrees(spot, entity):
                continue
            inside = self.syntax.quoted[last.head] in spoken
            if entity.spots[0].form == "nominal" and self.syntax.quoted[entity.spots[0].head] in spoken:
                continue  # '"My client knew," he said': not the client
            if inside and spot.role == "subject" and last.person == "3" and last.form == "pronoun":
                continue  # '"He can have tea," he said': two people
            if last.first <= spot.first and last.last >= spot.last and last.form != "pronoun":
                continue  # "his department": not the department itself
            if last.determiner in NOBODY and last.sentence != spot.sentence and not spot.plural and not entity.named:
                continue  # "denied that *any rival* was shut out. He ..."
            heads = {s.head for s in entity.spots}
            if beneath and not reflexive and spot.head not in own and not heads.isdisjoint(own):
                continue  # "X praised him", "X reports to him": never X
            if self.parse.lowers[self.parse.heads[last.head]] == "unlike" and last.sentence == spot.sentence:
                continue  # "Unlike *the Army*, they ..."
            seen.append(entity)
            context = {
                "subject of own clause": spot.head not in own and not heads.isdisjoint(own),
                "subject above": not heads.isdisjoint(above),
                "object above": not heads.isdisjoint(beside),
                f"subject above {relation}": relation != "" and not heads.isdisjoint(above),
                "is speaker": speaker is entity,
                "same quote": quote >= 0 and self.syntax.quoted[last.head] == quote,
                "out of quote": quote < 0 and self.syntax.quoted[last.head] >= 0,
                "cued": cued is not None and cued is entity,
                "headline": entity.spots[0].sentence == 0,
                "new paragraph": self.crosses_paragraph(last, spot),
                "topic": self.leads(last, entity),
                "nested": self.nested(last),
                "speaks for": bool(spoken) and spot.role == "possessive" and not inside,
                "into quote": quote >= 0 and self.syntax.quoted[last.head] < 0,
            }
            options.append((entity, pronoun_features(spot, entity, last, len(options), context)))
        if not options:
            return None
        most = max(len(e.spots) for e, _ in options)
        for e, features in options:
            if len(options) == 1:
                features.append(f"{pronoun_group(spot)}:only")
            elif len(e.spots) == most:
                features.append(f"{pronoun_group(spot)}:most mentioned")
        if relation == "complement" and spot.head in own:
            said = [e for e, features in options if "subject above" in features]
            if len(said) == 1 and "is speaker" not in options[0][1]:
                return said[0]  # "Switzerland said it had expelled"
        if reflexive or (spot.role == "possessive" and spot.gender == "n"):
            acting = [e for e, features in options if "subject of own clause" in features]
            if len(acting) == 1:
                return acting[0]  # "Spotify raised its prices"
        return self.choose(spot, options, new_features(spot))

    def opened_for(self, spot: Spot, number: int) -> Entity | None:
        """Return whom an opening phrase looks forward to: "In its role as regulator, the Commission ..."."""
        first = self.parse.sentence_of(spot.head)[0]
        if spot.role != "possessive" or spot.head - first > 3 or self.parse.lowers[first] not in _OPENING:
            return None
        for later in self.spots[number + 1 :]:
            if later.sentence != spot.sentence:
                return None
            if later.role == "subject" and later.form == "name" and "," in self.parse.words[spot.last : later.first]:
                entity = self.home.get(later)
                return entity if entity is not None and agrees(spot, entity) else None
        return None

    def owned_again(self, spot: Spot, number: int) -> Entity | None:
        """Return whose it was the last time: "Ahmed and *his father* went. *His father* said ..."."""
        thing = self.parse.heads[spot.head]
        if spot.role != "possessive" or self.parse.lemmas[thing] not in _RELATIVES:
            return None
        for other in reversed(self.spots[:number]):
            if spot.sentence - other.sentence > 2:
                return None
            if other.role == "possessive" and other.form == "pronoun" and other.gender == spot.gender:
                same = self.parse.lemmas[self.parse.heads[other.head]] == self.parse.lemmas[thing]
                if same and self.parse.heads[other.head] != thing:
                    return self.home.get(other)
        return None

    def clause(self, spot: Spot) -> tuple[set[int], set[int], set[int], str]:
        """Return the subjects of a pronoun's clause, subjects and objects of the clause above, and how they relate."""
        verb, heads, pos = spot.head, self.parse.heads, self.parse.pos
        for _ in range(6):
            if heads[verb] == verb or (verb != spot.head and pos[verb] in ("VERB", "AUX")):
                break
            verb = heads[verb]
        predicate = self.syntax.at.get(verb)
        if predicate is None:
            return set(), set(), set(), ""
        own = self.subjects(verb)
        if predicate.governor is None or self.parse.sent[predicate.governor] != spot.sentence:
            return own, set(), set(), ""
        upper = self.syntax.at.get(predicate.governor)
        slots = upper.slots if upper is not None else {}
        beside = {f.head for name in ("object", "recipient") for f in slots.get(name, ())}
        return own, self.subjects(predicate.governor), beside, predicate.relation or ""

    def subjects(self, verb: int) -> set[int]:
        """Return the tokens that head the grammatical and the deep subjects of a verb."""
        roles, found = self.scene.roles, set()
        for child in self.parse.children[verb]:
            if roles[child] == "subject":
                found.add(child)
        predicate = self.syntax.at.get(verb)
        if predicate is not None:
            slot = "object" if predicate.passive else "subject"
            found.update(f.head for f in predicate.slots.get(slot, ()))
        return found

    def leads(self, last: Spot, entity: Entity) -> bool:
        """Tell whether an entity is the first subject of the sentence of its last mention: what it is about."""
        for spot in self.by_sentence.get(last.sentence, ()):
            if spot.role == "subject" and (spot.form != "pronoun" or spot in self.home):
                return self.home.get(spot) is entity
        return False

    def nested(self, last: Spot) -> bool:
        """Tell whether a mention stands inside the phrase of another noun: "the manager, Seabright of *Dubai*"."""
        parse = self.parse
        above = parse.heads[last.head]
        if parse.pos[above] == "ADP":
            above = parse.heads[above]
        return above != last.head and parse.pos[above] in ("NOUN", "PROPN")

    def acts(self, spot: Spot) -> bool:
        """Tell whether "it" does what only somebody does: "it quoted", "it is encouraging"."""
        verb = self.parse.lemmas[self.parse.heads[spot.head]].lower()
        return spot.gender == "n" and spot.role == "subject" and verb in _ACTS

    def crosses_paragraph(self, last: Spot, spot: Spot) -> bool:
        return "\n" in self.parse.text[self.parse.starts[last.first] : self.parse.starts[spot.first]]


def _is_former(entity: Entity) -> bool:
    """Tell an unnamed "former minister" from the minister."""
    return not entity.named and any("former" in s.modifiers for s in entity.spots)


def _alike(one: Entity, two: Entity) -> bool:
    """Tell whether country and gender let two entities be one."""
    if one.country and two.country and one.country != two.country:
        return False
    return not (one.gender and two.gender and one.gender != two.gender)
