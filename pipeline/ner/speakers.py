"""Whose words a quotation is, and whom "I" and "we" mean in it."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.ner.entity import Entity
from pipeline.ner.lexicon import lexicon
from pipeline.ner.spot import Spot
from pipeline.syntax import Parse, Syntax

_REACH = 5  # sentences that a quotation may run on without marks
_TEAM_ROLES = frozenset(("coach", "captain", "manager", "goalkeeper", "striker"))
_STATEMENTS = frozenset(("statement", "report", "letter", "memo", "release", "tweet", "post", "message", "complaint"))
_LEADING = frozenset(("head", "lead", "chair", "run", "direct", "manage", "edit", "own", "found"))
_GOVERNING = frozenset(("minister", "president", "premier", "chancellor", "secretary", "ambassador", "negotiator"))
_OFFICERS = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "executive", "ceo", "chairman", "chairwoman", "counsel", "director")
)
_CLOSING = frozenset(("”", '"', "’’", "''", "»"))


class Speakers:
    """Asks an article being resolved who speaks. ``home`` and ``linked`` are the resolution's own, as they grow."""

    def __init__(
        self,
        syntax: Syntax,
        spots: list[Spot],
        by_head: Mapping[int, list[Spot]],
        home: Mapping[Spot, Entity],
        linked: Mapping[Spot, Spot],
    ) -> None:
        self.syntax, self.spots, self.by_head, self.home, self.linked = syntax, spots, by_head, home, linked
        self.parse: Parse = syntax.parse

    def speaker(self, quote: int) -> Entity | None:
        """Return who says a direct quotation (its number), None where that is not known."""
        token = self.syntax.quotes[quote].speaker if self.syntax.quotes[quote].direct else None
        if token is None:
            return None
        who = next((self.home[s] for s in self.by_head.get(token, ()) if s in self.home), None)
        if who is not None:
            return who
        covering = [s for s in self.spots if s.first <= token < s.last and s.kind == "person" and s in self.home]
        if covering:
            return self.home[covering[0]]
        for child in self.parse.children[token]:  # "the Home Office letter reads"
            for spot in self.by_head.get(child, ()):
                if spot.form == "name" and spot.kind == "organization" and spot in self.home:
                    return self.home[spot]
        if self.parse.lemmas[token].lower() in _STATEMENTS:
            return self.last_subject(token)
        return None

    def last_subject(self, token: int) -> Entity | None:
        """Return who acted last in the two sentences before: whose "the statement added" it is."""
        sentence = self.parse.sent[token]
        for spot in reversed(self.spots):
            if spot.first < token and sentence - 2 <= spot.sentence < sentence and spot.role == "subject":
                entity = self.home.get(spot)
                if entity is not None and entity.kind in ("person", "organization") and spot.form == "name":
                    return entity
        return None

    def cued_speaker(self, spot: Spot) -> Entity | None:
        """Return the speaker of the quotation before, for the "he" of a following ", he said"."""
        if spot.role != "subject":
            return None
        for number, quote in enumerate(self.syntax.quotes):
            if quote.speaker == spot.head:
                for earlier in range(number - 1, max(-1, number - 4), -1):
                    who = self.speaker(earlier)
                    if who is not None:
                        return who
        return None

    def spoken_by(self, spot: Spot) -> frozenset[int]:
        """Return the numbers of the quotations that a pronoun, or the person it describes, speaks: "its president"."""
        speakers = {spot.head}
        if spot.role == "possessive":
            office = self.parse.heads[spot.head]
            speakers |= {office, self.parse.heads[office]}
            speakers.update(c for c in self.parse.children[office] if c > office)
        return frozenset(k for k, q in enumerate(self.syntax.quotes) if q.speaker in speakers)

    def affiliate(self) -> None:
        """Note which body a person belongs to: from the title, the apposition, or "head of the Ministry"."""
        bodies = [s for s in self.spots if s in self.home and s.kind != "person" and s.form != "pronoun"]
        by_token = {t: s for s in bodies for t in range(s.first, s.last) if s.form == "name" or t == s.head}
        self.note_leaders(by_token)
        owners = {s.head: s for s in self.spots if s.form == "pronoun" and s.role == "possessive" and s in self.home}
        for spot in self.spots:
            entity = self.home.get(spot) or self.home.get(self.linked.get(spot, spot))
            if entity is None or entity.kind != "person" or entity.affiliation is not None or spot.form == "pronoun":
                continue
            owner = owners.get(spot.first)
            if owner is not None and self.home[owner].kind == "organization" and spot.sector != "judiciary":
                entity.affiliation = self.home[owner]  # "*its* spokesman"
                continue
            possessed = spot.first > 1 and self.parse.lowers[spot.first - 1] in ("'s", "’s")
            for token in range(spot.first - 2 if possessed else spot.first, min(spot.last, len(self.parse))):
                body = by_token.get(token)
                if body is None or body.sentence != spot.sentence or self.home[body] is entity:
                    continue
                if body.kind == "organization" or (body.label == "GPE" and entity.nouns & _TEAM_ROLES):
                    entity.affiliation = self.home[body]
                    break
            if entity.affiliation is None and spot.form == "name":
                entity.affiliation = self.titled_body(spot)

    def note_leaders(self, by_token: Mapping[int, Spot]) -> None:
        """Note whom "X, who heads the agency", "Y, who runs Brell" works for."""
        lemmas = self.parse.lemmas
        for predicate in self.syntax.predicates:
            if lemmas[predicate.token].lower() not in _LEADING or predicate.passive:
                continue
            objects = [f.head for f in predicate.slots.get("object", ())]
            bodies = [by_token[t] for t in objects if t in by_token and by_token[t].kind == "organization"]
            for fill in predicate.slots.get("subject", ()):
                for spot in self.by_head.get(fill.head, ()):
                    leader = self.home.get(spot)
                    if bodies and leader is not None and leader.kind == "person" and leader.affiliation is None:
                        leader.affiliation = self.home[bodies[0]]

    def titled_body(self, name: Spot) -> Entity | None:
        """Return the body that a bare noun in somebody's title means: "*union* president X", after a union."""
        start = max(self.parse.sentence_of(name.head)[0], name.first - 3)
        for token in range(name.first - 1, start - 1, -1):
            word = self.parse.lowers[token]
            noun = lexicon().nouns.get(word)
            if noun is None or self.parse.pos[token] not in ("NOUN", "PROPN"):
                return None
            if noun.kind == "organization":
                break
        else:
            return None
        for spot in reversed(self.spots):
            entity = self.home.get(spot)
            if entity is None or spot.first >= token or entity.kind != "organization" or entity.plural:
                continue
            if word in entity.nouns or any(word in n.lower().split() for n in entity.names):
                return entity
        return None

    def unclosed_quote(self, token: int) -> int:
        """Return the quotation that runs on unmarked into this sentence: opened, not closed at its paragraph's end."""
        quotes, words = self.syntax.quotes, self.parse.words
        for number in range(len(quotes) - 1, -1, -1):
            quote = quotes[number]
            if quote.last > token:
                continue
            between = words[quote.last : token]
            runs_on = quote.direct and not _CLOSING & set(between) and any("\n" in w for w in between)
            near = self.parse.sent[token] - self.parse.sent[quote.last - 1] <= _REACH
            return number if runs_on and near else -1
        return -1

    def find_speaker(self, spot: Spot) -> Entity | None:
        """Return whom "I" means, or the body that "we" of its speaker means."""
        quote = self.syntax.quoted[spot.head]
        if quote < 0:
            quote = self.unclosed_quote(spot.head)
        who = self.speaker(quote) if quote >= 0 else None
        if who is None or not spot.plural:
            return who
        if who.kind != "person":
            return who
        return who.affiliation or self.governs(who) or self.speaks_for(who, quote)

    def governs(self, who: Entity) -> Entity | None:
        """Return the government, else the country, that a minister means by "we"."""
        if who.sector != "government" or who.country is None or who.nouns.isdisjoint(_GOVERNING):
            return None
        same = [e for s in self.spots if (e := self.home.get(s)) is not None and e.named and e.country == who.country]
        for entity in same:
            if entity.entry is not None and entity.entry.national:
                return entity
        return next((e for e in same if e.type == "country"), None)

    def speaks_for(self, who: Entity, quote: int) -> Entity | None:
        """Return whose officer a speaker without a body is: the body that acted last before the quotation."""
        if who.nouns.isdisjoint(_OFFICERS):
            return None
        first = self.syntax.quotes[quote].first
        sentence = self.parse.sent[first]
        for spot in reversed(self.spots):
            entity = self.home.get(spot)
            if spot.first >= first or entity is None or self.syntax.quoted[spot.head] >= 0:
                continue
            if spot.sentence < sentence - 2:
                return None
            if spot.role == "subject" and entity.kind == "organization" and not entity.plural:
                return entity
        return None
