"""Words that tell who somebody is: nouns for kinds of actors, titles, given names. Read once from configs/actors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import yaml

from pipeline.resources import shipped

NounKind = Literal["person", "group", "organization", "place"]
_KINDS: tuple[NounKind, ...] = ("organization", "place", "person", "group")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that can head an actor: ``sector`` may be unknown."""

    word: str
    kind: NounKind
    sector: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``nouns`` by lemma or plural, ``titles`` (lower-case words) with their sector, ``gender`` of words and names;
    ``described_as``: actor type -> nouns for it; ``name_words`` end or begin names;
    ``equipment`` acts only for a country that is named with it."""

    nouns: dict[str, Noun]
    titles: dict[str, str | None]
    gender: dict[str, str]
    given: dict[str, str]
    described_as: dict[str, frozenset[str]]
    name_words: dict[str, frozenset[str]]
    equipment: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon."""
    roles = _read("roles.yaml")
    nouns: dict[str, Noun] = {}
    for kind in _KINDS:
        for sector, words in roles[kind].items():
            for word in words:
                nouns.setdefault(word, Noun(word, kind, None if sector == "none" else sector))
    equipment = frozenset(roles["equipment"])
    nouns.update({word: Noun(word, "group", "military") for word in equipment if word not in nouns})
    titles: dict[str, str | None] = {}
    for sector, words in roles["titles"].items():
        for word in words:
            for part in word.lower().split():
                if part not in ("of", "in"):
                    titles.setdefault(part, None if sector == "none" else sector)
    gender = {word: g for g, words in roles["gender"].items() for word in words}
    given = {name: g for g, names in _read("given_names.yaml").items() for name in names.split()}
    described = {type_: frozenset(words) for type_, words in roles["described_as"].items()}
    name_words = {use: frozenset(words) for use, words in roles["name_words"].items()}
    return Lexicon(nouns, titles, gender, given, described, name_words, equipment)


def _read(name: str) -> dict[str, Any]:
    text = shipped("configs", "actors", name).read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return content
