"""Article -> mentions and actors: names, gazetteers, titles, acronyms, coreference, linking."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.records import Actor, Article, Mention, content_id
from pipeline.syntax import Syntax

_TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "country", "NORP": "group"}


@dataclass(slots=True)
class Cast:
    """The mentions of an article in text order and the actors they refer to, by actor_id."""

    mentions: tuple[Mention, ...]
    actors: dict[str, Actor]
    by_head: dict[int, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_head = {m.head: m for m in self.mentions}


class ActorFinder:
    """Finds who is mentioned. Built once per worker (gazetteers are compiled here), then applied to each article."""

    def find(self, article: Article, syntax: Syntax) -> Cast:
        """Return the cast of one article."""
        parse = syntax.parse
        mentions, actors = [], {}
        for first, last, label in parse.entities:
            if label not in ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "LAW"):
                continue
            text = parse.span_text(first, last)
            head = next((i for i in range(first, last) if not first <= parse.heads[i] < last), last - 1)
            actor = None
            if label in _TYPES:
                actor = Actor(content_id("x", text.lower(), _TYPES[label]), text, _TYPES[label])
                actors[actor.actor_id] = actor
            start, end = parse.starts[first], parse.ends[last - 1]
            mentions.append(
                Mention(
                    content_id("m", article.article_id, start, end, "name"),
                    start,
                    end,
                    text,
                    "name",
                    label,
                    first,
                    last,
                    head,
                    actor.actor_id if actor else None,
                )
            )
        return Cast(tuple(mentions), actors)
