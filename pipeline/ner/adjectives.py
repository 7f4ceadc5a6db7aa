"""Countries named by an adjective alone: "a *Russian* offer", "the *Senegalese* peace plan"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.ner.gazetteer import Gazetteer, Match
from pipeline.records import Actor, Article, Mention, content_id
from pipeline.syntax import Parse


def adjectival(
    article: Article, parse: Parse, matches: Sequence[Match], gazetteer: Gazetteer, taken: Collection[int]
) -> Iterator[tuple[Mention, Actor]]:
    """Yield a nominal mention and the country for each demonym that modifies a thing and lies in no other mention.

    ``taken`` are the tokens of the mentions already found: in "Russian police" the police are the actor, not Russia.
    """
    for match in matches:
        country = match.entry.country
        if match.entry.label != "NORP" or country is None or any(i in taken for i in range(match.first, match.last)):
            continue
        entry = gazetteer.by_key.get(f"country:{country}")
        if entry is None:
            continue
        actor = Actor(
            content_id("a", entry.key), entry.name, entry.type, entry.code, country, entry.sector, entry.wikidata
        )
        start, end = parse.starts[match.first], parse.ends[match.last - 1]
        yield (
            Mention(
                mention_id=content_id("m", article.article_id, start, end, "adjective"),
                start=start,
                end=end,
                text=parse.text[start:end],
                kind="nominal",
                label="NORP",
                first=match.first,
                last=match.last,
                head=match.last - 1,
                actor_id=actor.actor_id,
            ),
            actor,
        )
