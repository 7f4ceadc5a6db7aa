"""An actor of one article while its mentions are being put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pipeline.ner.entries import Entry
from pipeline.ner.spot import Kind, Spot


@dataclass(slots=True, eq=False)
class Entity:
    """Mentions of one actor and what they say about it together.

    ``nouns`` are all words it was called by (titles, descriptions), ``affiliation`` the body a person belongs to.
    """

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
            if spot.gender in ("m", "f"):
                self.gender = self.gender or spot.gender
            return
        if self.kind == "other":
            self.kind = spot.kind
        if spot.form == "name":
            if spot.kind != self.kind and not self.names:
                self.kind, self.plural = spot.kind, spot.plural
            self.names[spot.text] += 1
        elif not self.names:
            self.plural = self.plural or spot.plural
        self.entry = self.entry or spot.entry
        self.gender = self.gender or spot.gender
        self.country = self.country or spot.country
        if spot.sector is not None and self.sector in (None, "civilian"):
            self.sector = spot.sector
        self.nouns.update(spot.title)
        if spot.noun is not None:
            self.nouns.add(spot.noun.word)

    @property
    def named(self) -> bool:
        """Whether any mention is a name."""
        return bool(self.names)

    @property
    def type(self) -> str | None:
        """The gazetteer's type, None where it does not know the actor."""
        return self.entry.type if self.entry is not None else None

    @property
    def doubtful(self) -> bool:
        """Whether nothing but the model's label says that a single word names a person: it may be a body."""
        if self.kind != "person" or self.gender or self.nouns or self.entry is not None:
            return False
        return self.named and not any(" " in name for name in self.names)

    def before(self, token: int) -> Spot | None:
        """Return the last mention that begins before a token."""
        last = None
        for spot in self.spots:
            if spot.first < token and (last is None or spot.first > last.first):
                last = spot
        return last
