"""Article -> mentions and actors: names, gazetteers, titles, acronyms, coreference, linking."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pipeline.ner.adjectives import adjectival
from pipeline.ner.cast import Cast
from pipeline.ner.choice import choose
from pipeline.ner.coreference import Resolution
from pipeline.ner.gazetteer import Gazetteer, load_gazetteer
from pipeline.ner.identity import home_country, identify, listed
from pipeline.ner.metonymy import seats
from pipeline.ner.names import find_names
from pipeline.ner.spots import find_spots, ground
from pipeline.records import Actor, Article, Mention, content_id
from pipeline.syntax import Syntax

__all__ = ["ActorFinder", "Cast", "Gazetteer", "load_gazetteer"]


class ActorFinder:
    """Finds who is mentioned. Built once per worker (gazetteers are compiled here), then applied to each article.

    ``gazetteers`` are files of the user's own, laid over the shipped ones.
    """

    def __init__(self, gazetteers: Iterable[Path] = ()) -> None:
        self.gazetteer = load_gazetteer(gazetteers)

    def find(self, article: Article, syntax: Syntax) -> Cast:
        """Return the cast of one article."""
        parse = syntax.parse
        matches = choose(parse, self.gazetteer, self.gazetteer.match(parse))
        scene = ground(parse, matches)
        spots = find_spots(scene, find_names(parse, matches))
        home = home_country(scene)
        actors: dict[str, Actor] = {}
        mentions: list[Mention] = []
        entities = Resolution(syntax, scene, spots).run()
        standing = seats(entities, syntax, self.gazetteer)
        for entity in entities:
            own = identify(entity, scene, self.gazetteer, home, article.article_id)
            if own is not None and not all(spot in standing for spot in entity.spots):
                actors.setdefault(own.actor_id, own)
            for spot in entity.spots:
                entry = standing.get(spot)
                actor = own if entry is None else listed(entry, tuple(entity.names))
                if actor is not None:
                    actors.setdefault(actor.actor_id, actor)
                start, end = parse.starts[spot.first], parse.ends[spot.last - 1]
                mentions.append(
                    Mention(
                        mention_id=content_id("m", article.article_id, start, end, spot.form),
                        start=start,
                        end=end,
                        text=parse.text[start:end],
                        kind=spot.form,
                        label=spot.label,
                        first=spot.first,
                        last=spot.last,
                        head=spot.head,
                        actor_id=actor.actor_id if actor is not None else None,
                    )
                )
        taken = {i for m in mentions for i in range(m.first, m.last)}
        for mention, actor in adjectival(article, parse, matches, self.gazetteer, taken):
            actors.setdefault(actor.actor_id, actor)
            mentions.append(mention)
        mentions.sort(key=lambda m: (m.start, m.end))
        return Cast(tuple(mentions), actors)
