"""Gold sets: what a reader found in articles, in the schema that seeds/GUIDE.md describes.

A folder holds ``gold.jsonl`` (events), ``actors.jsonl``, ``negatives.jsonl`` and, where it has more than one article,
``articles.jsonl``. With one article the records have no ``article_id`` and their offsets count from the start of the
sentence; with several, ``article_id`` is the record id of the article and offsets count from the start of its text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import ConfigError

SIDES = {"actor": "does", "target": "undergoes", "recipient": "undergoes", "participant": "shares"}
"""Roles that are scored, and the side of the act they stand on."""

EVENTS, ACTORS, NEGATIVES, ARTICLES = "gold.jsonl", "actors.jsonl", "negatives.jsonl", "articles.jsonl"


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore")


class GoldArgument(_Record):
    """A role filler: its words (None where it is understood but not said) and the canonical name of whom it means."""

    mention: str | None = None
    canonical: str
    role: str
    start: int | None = None
    end: int | None = None
    implicit: bool = False

    @property
    def generic(self) -> bool:
        """True for groups nobody could name; they are never required."""
        return "generic" in self.canonical


class GoldEvent(_Record):
    """An event mention. Offsets: see the module."""

    event_id: str = ""
    article_id: str | None = None
    type: str
    trigger: str
    trigger_start: int
    trigger_end: int
    sentence_id: str = ""
    sentence: str = ""
    sentence_start: int | None = None
    sentence_end: int | None = None
    scope: str = "body"
    tier: str = "core"
    actors: list[GoldArgument] = Field(default_factory=list)
    object: str | None = None
    place: str | None = None
    place_canonical: str | None = None
    date_text: str | None = None
    date_resolved: str | None = None
    date_granularity: str | None = None
    date_source: str | None = None
    date_alternatives: list[str] = Field(default_factory=list)
    polarity: str = "positive"
    factuality: str = "asserted"
    factuality_alternatives: list[str] = Field(default_factory=list)
    attributed_to: str | None = None
    alt_types: list[str] = Field(default_factory=list)
    parent_event: str | None = None
    phenomena: list[str] = Field(default_factory=list)
    notes: str = ""
    alt_triggers: list[str] = Field(default_factory=list)

    @property
    def core(self) -> bool:
        """True where missing the event counts."""
        return self.tier == "core"

    @property
    def required(self) -> list[GoldArgument]:
        """Arguments an answer must give."""
        return [a for a in self.actors if not a.generic]

    @property
    def types(self) -> tuple[str, ...]:
        """The type and every other type that is accepted."""
        return (self.type, *self.alt_types)


class GoldMention(_Record):
    """A mention of an actor; ``kind`` is name, title+name, acronym, metonym, nominal or pronoun."""

    sentence_id: str = ""
    mention: str
    start: int
    end: int
    kind: str = "name"


class GoldActor(_Record):
    """An actor of one article."""

    article_id: str | None = None
    canonical: str
    type: str = ""
    aliases: list[str] = Field(default_factory=list)
    ambiguous: list[dict[str, Any]] = Field(default_factory=list)
    notes: str = ""
    mentions: list[GoldMention] = Field(default_factory=list)


class GoldNegative(_Record):
    """A word that looks like a trigger and is none."""

    neg_id: str = ""
    article_id: str | None = None
    sentence_id: str = ""
    sentence: str | None = None
    scope: str = "body"
    trigger: str
    trigger_start: int | None = None
    trigger_end: int | None = None
    looks_like_type: str = ""
    why: str = ""


class GoldArticle(_Record):
    """The text that a gold set with several articles annotates. Extra keys of the file are ignored."""

    id: str
    text: str
    title: str | None = None
    published: date | None = Field(default=None, alias="date")
    source: str | None = None
    author: str | None = None
    theme: str | None = None
    split: str | None = None
    file: str | None = None


class GoldSet(_Record):
    """All gold of one folder."""

    events: list[GoldEvent] = Field(default_factory=list)
    actors: list[GoldActor] = Field(default_factory=list)
    negatives: list[GoldNegative] = Field(default_factory=list)
    articles: list[GoldArticle] = Field(default_factory=list)

    @property
    def single(self) -> bool:
        """True where records have no article id: one article, offsets within sentences."""
        return not self.events or self.events[0].article_id is None

    @property
    def article_ids(self) -> list[str | None]:
        """Ids of the annotated articles in the order of the files."""
        found = [a.id for a in self.articles] + [e.article_id for e in self.events]
        return list(dict.fromkeys(found))

    def of(self, article_id: str | None) -> list[GoldEvent]:
        """Events of one article; titles are not part of an article's text and left out."""
        return [e for e in self.events if e.article_id == article_id and e.scope != "title"]

    def only(self, split: str | None) -> GoldSet:
        """The articles of one split (dev or test); all of them for None."""
        if split is None:
            return self
        kept = {a.id for a in self.articles if a.split == split}
        if not kept:
            known = sorted({a.split for a in self.articles if a.split})
            raise ConfigError(f"no article of the gold has split {split!r}; there are {', '.join(known) or 'none'}")
        return GoldSet(
            events=[e for e in self.events if e.article_id in kept],
            actors=[a for a in self.actors if a.article_id in kept],
            negatives=[n for n in self.negatives if n.article_id in kept],
            articles=[a for a in self.articles if a.id in kept],
        )


R = TypeVar("R", bound=BaseModel)


def read_jsonl(path: Path, kind: type[R]) -> list[R]:
    """Read one record a line.

    Raises:
        ConfigError: names file, line and field of the first wrong record.
    """
    out: list[R] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                out.append(kind.model_validate_json(line))
            except ValidationError as error:
                first = error.errors()[0]
                field = ".".join(str(p) for p in first["loc"]) or "record"
                raise ConfigError(f"{path}:{number}: {field}: {first['msg'].lower()}") from None
    return out


def write_jsonl(path: Path, records: Iterable[BaseModel]) -> None:
    """Write one record a line, in the order of its fields."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record.model_dump(mode="json", by_alias=True), ensure_ascii=False) + "\n")


def load_gold(folder: str | Path, split: str | None = None) -> GoldSet:
    """Read a gold folder.

    Raises:
        ConfigError: the folder has no ``gold.jsonl``, or a record is wrong.
    """
    root = Path(folder)
    if not (root / EVENTS).is_file():
        raise ConfigError(f"{root}: no {EVENTS} there; a gold folder holds {EVENTS}, {ACTORS} and {NEGATIVES}")

    def part(name: str, kind: type[R]) -> list[R]:
        return read_jsonl(root / name, kind) if (root / name).is_file() else []

    return GoldSet(
        events=part(EVENTS, GoldEvent),
        actors=part(ACTORS, GoldActor),
        negatives=part(NEGATIVES, GoldNegative),
        articles=part(ARTICLES, GoldArticle),
    ).only(split)


def save_gold(gold: GoldSet, folder: str | Path) -> None:
    """Write a gold folder."""
    root = Path(folder)
    parts: Sequence[tuple[str, Sequence[BaseModel]]] = (
        (ARTICLES, gold.articles),
        (EVENTS, gold.events),
        (ACTORS, gold.actors),
        (NEGATIVES, gold.negatives),
    )
    for name, records in parts:
        if records or name != ARTICLES:
            write_jsonl(root / name, records)


def gold_hash(folder: str | Path) -> str:
    """Return a hash of the gold files' content, whatever the order of keys or the line ends."""
    digest = hashlib.sha256()
    for name in (ARTICLES, EVENTS, ACTORS, NEGATIVES):
        path = Path(folder) / name
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    digest.update(json.dumps(json.loads(line), sort_keys=True).encode())
                    digest.update(b"\n")
    return digest.hexdigest()[:16]
