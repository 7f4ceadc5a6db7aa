"""Whose words a quotation is, and whom "I" and "we" mean in it."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.ner.entity import Entity
from pipeline.ner.spot import Spot
from pipeline.syntax import Parse, Syntax

_REACH = 5  # sentences that a quotation may run on without marks
_TEAM_ROLES = frozenset(("coach", "captain", "manager", "goalkeeper", "striker"))
_STATEMENTS = frozenset(("statement", "report", "letter", "memo", "release", "tweet", "post", "message", "complaint"))
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

    def affiliate(self) -> None:
        """Note which body a person belongs to: from the title, the apposition, or "head of the Ministry"."""
        bodies = [s for s in self.spots if s in self.home and s.kind != "person" and s.form != "pronoun"]
        by_token = {t: s for s in bodies for t in range(s.first, s.last) if s.form == "name" or t == s.head}
        for spot in self.spots:
            entity = self.home.get(spot) or self.home.get(self.linked.get(spot, spot))
            if entity is None or entity.kind != "person" or entity.affiliation is not None or spot.form == "pronoun":
                continue
            possessed = spot.first > 1 and self.parse.lowers[spot.first - 1] in ("'s", "’s")
            for token in range(spot.first - 2 if possessed else spot.first, min(spot.last, len(self.parse))):
                body = by_token.get(token)
                if body is None or body.sentence != spot.sentence or self.home[body] is entity:
                    continue
                if body.kind == "organization" or (body.label == "GPE" and entity.nouns & _TEAM_ROLES):
                    entity.affiliation = self.home[body]
                    break

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
        return who.affiliation if who.kind == "person" else who
