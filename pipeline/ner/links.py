"""Which description stands beside which name: appositions, copulas, "the group called X", "the company X"."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.ner.spot import NOBODY, Spot
from pipeline.syntax import Parse
from pipeline.syntax.roles import appositions, equations

_CALLED = frozenset(
    ("name", "nickname", "alias", "called", "named", "dubbed", "labelled", "labeled", "nicknamed", "known", "codenamed")
)
_BODIES = frozenset(("organization", "group", "place"))
_LINKING = frozenset((",", "-", "–", "—", "(", ":"))


def find_links(parse: Parse, spots: list[Spot]) -> dict[Spot, Spot]:
    """Return description -> the mention it is said of, of an article; known before anything is resolved."""
    links = _Links(parse, spots)
    links.note_links()
    return links.linked


class _Links:
    def __init__(self, parse: Parse, spots: list[Spot]) -> None:
        self.parse, self.spots = parse, spots
        self.linked: dict[Spot, Spot] = {}
        self.by_head: dict[int, list[Spot]] = {}
        self.spots_starting: dict[int, list[Spot]] = {}
        self.spots_ending: dict[int, list[Spot]] = {}
        for spot in spots:
            self.by_head.setdefault(spot.head, []).append(spot)
            self.spots_ending.setdefault(spot.last, []).append(spot)
            self.spots_starting.setdefault(spot.first, []).append(spot)

    def note_links(self) -> None:
        """Note which description goes with which name, before anything is resolved."""
        for a, b in appositions(self.parse) + equations(self.parse):
            for one in self.by_head.get(a, ()):
                for two in self.by_head.get(b, ()):
                    self.link(one, two)
        words = self.parse.words
        for spot in self.spots:
            if spot.form == "name":
                self.link_called(spot)
                if spot.kind == "organization":
                    self.link_title(spot)
                elif spot.kind == "person":
                    self.link_described(spot)
            if spot.beside is not None:
                self.linked[spot] = spot.beside
            if spot.form != "nominal" or spot.plural or spot in self.linked:
                continue
            if spot.last + 1 < len(words) and words[spot.last] in _LINKING:
                for head in range(spot.last + 1, min(spot.last + 5, len(words))):
                    for name in self.by_head.get(head, ()):
                        if name.form == "name" and name.first == spot.last + 1 and spot.kind == "person":
                            self.link(spot, name)

    def link_called(self, name: Spot) -> None:
        """Link "the elite group called the Sea Org", "a user labelled Anonymous"."""
        lowers = self.parse.lowers
        i = name.first - 1
        while i > 0 and lowers[i] in ("the", '"', "“", "‘", "'", "``", "as"):
            i -= 1
        if i > 0 and lowers[i] in _CALLED:
            for one in (*self.ending_at(i), *self.by_head.get(self.parse.heads[i], ())):
                self.link(one, name)

    def link_title(self, name: Spot) -> None:
        """Link "its elite group the Sea Org", "the company Hitwise": a description right before a name."""
        start = name.first - (name.first > 0 and self.parse.lowers[name.first - 1] == "the")
        for one in self.ending_at(start):
            titled = start == name.first and name.first <= self.parse.heads[one.head] < name.last
            if (one.definite or titled) and one.kind in ("organization", "group") and not one.plural:
                self.link(one, name)

    def link_described(self, name: Spot) -> None:
        """Link "Aino Salo, 34, *a teacher* from Oslo", "Salo, then *a student*", which parsers leave apart."""
        parse = self.parse
        i = name.last
        if i + 3 >= len(parse) or parse.words[i] != ",":
            return
        if parse.words[i + 1].isdigit() and parse.words[i + 2] == ",":
            i += 3
        elif parse.lowers[i + 1] in ("then", "now", "once", "formerly"):
            i += 1 if self.starting_at(i + 1) else 2
        else:
            return
        for one in self.starting_at(i):
            if one.kind == "person" and not one.plural:
                self.link(one, name)

    def starting_at(self, token: int) -> list[Spot]:
        """Return the nominal mentions that begin at a token."""
        return [s for s in self.spots_starting.get(token, ()) if s.form == "nominal"]

    def ending_at(self, token: int) -> list[Spot]:
        """Return the nominal mentions that end right before a token."""
        return [s for s in self.spots_ending.get(token, ()) if s.form == "nominal"]

    def link(self, one: Spot, two: Spot) -> None:
        name, other = (one, two) if one.form == "name" else (two, one)
        if name.form == "nominal" and other.form == "pronoun":
            name, other = other, name
        if other.form != "nominal" or name.sentence != other.sentence or name.plural != other.plural:
            return
        if other.determiner in NOBODY:
            return
        if name.form == "name" and (name.kind == other.kind or {name.kind, other.kind} <= _BODIES):
            before = self.linked.get(other)
            if before is None or before.form == "nominal":
                self.linked[other] = name
            if before is not None and before.form == "nominal" and before.kind == other.kind:
                self.linked.setdefault(before, name)  # "Brell's boss, *a woman* named Aino Salo": three for one
        elif name.form == "pronoun" and name.person == "3" and name.first < other.first:
            if other.kind == "person" or name.gender not in ("m", "f"):
                self.linked.setdefault(other, name)  # "he was a *senator*"
        elif name.form == "nominal" and name.kind == other.kind:
            first, second = (name, other) if name.first < other.first else (other, name)
            self.linked.setdefault(second, first)


def self_descriptions(parse: Parse, by_head: Mapping[int, list[Spot]]) -> dict[Spot, Spot]:
    """Return the descriptions that speakers give of themselves, and their "I": "I was *the victim* of a crime"."""
    found: dict[Spot, Spot] = {}
    for a, b in equations(parse):
        for one in by_head.get(a, ()):
            if one.form == "pronoun" and one.person == "1":
                found.update((other, one) for other in by_head.get(b, ()) if other.form == "nominal")
    return found
