"""One mention before it is put together with others, and what spotting reads besides the parse."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.ner.entries import Entry
from pipeline.ner.lexicon import Noun
from pipeline.records import MentionKind
from pipeline.syntax import Parse

# Determiners of mentions that mean nobody in particular.
NOBODY = frozenset(("no", "every", "each", "any", "another", "many", "several", "most", "few", "other"))

Kind = Literal["person", "group", "organization", "place", "other"]


@dataclass(slots=True, eq=False)
class Spot:
    """One mention before it is put together with others. Token indices, ``last`` exclusive."""

    first: int
    last: int
    head: int
    form: MentionKind
    kind: Kind
    label: str
    words: tuple[str, ...]
    role: str
    sentence: int
    plural: bool = False
    gender: str = ""
    person: str = "3"
    entry: Entry | None = None
    noun: Noun | None = None
    definite: bool = False
    determiner: str = ""
    modifiers: frozenset[str] = frozenset()
    country: str | None = None
    sector: str | None = None
    title: tuple[str, ...] = ()
    text: str = ""  # of a name: how it is written, without its title
    beside: Spot | None = None  # the name a description stands next to


@dataclass(slots=True)
class Ground:
    """What spotting reads besides the parse: grammatical roles, and the code of the country or body a token names."""

    parse: Parse
    roles: list[str]
    country_at: dict[int, str]
    body_at: dict[int, str]
    sector_at: dict[int, str | None] = field(default_factory=dict)  # tokens of names of bodies: their sector
    legislating: str | None = None  # the country whose parliament the text names first
    people: set[int] = field(default_factory=set)  # tokens of people's names


def head_of(parse: Parse, first: int, last: int) -> int:
    """Return the head token of a range: the last whose own head lies outside."""
    heads = parse.heads
    for i in range(last - 1, first - 1, -1):
        if not first <= heads[i] < last or heads[i] == i:
            return i
    return last - 1


def role_of(scene: Ground, token: int) -> str:
    """Role of a token; conjuncts take that of what they are joined to."""
    role = scene.roles[token]
    hops = 0
    while role == "conjunct" and hops < 6:
        token = scene.parse.heads[token]
        role = scene.roles[token]
        hops += 1
    return role
