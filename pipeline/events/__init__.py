"""Parsed article -> events with arguments, truth, attribution and date; and propositions."""

from __future__ import annotations

from pipeline.ner import Cast
from pipeline.records import Article, Event, Proposition, TimeExpression
from pipeline.syntax import Syntax


class EventExtractor:
    """Finds events. Built once per worker (patterns are compiled here), then applied to each article."""

    def extract(
        self, article: Article, syntax: Syntax, cast: Cast, dates: tuple[TimeExpression, ...]
    ) -> tuple[Event, ...]:
        """Return the events of one article in text order of their triggers."""
        return ()

    def propositions(self, article: Article, syntax: Syntax, cast: Cast) -> tuple[Proposition, ...]:
        """Return one row per filled deep slot of every predicate."""
        parse = syntax.parse
        rows = []
        for p in syntax.predicates:
            for slot, fillers in p.slots.items():
                for f in fillers:
                    mention = cast.by_head.get(f.head)
                    rows.append(
                        Proposition(
                            p.lemma,
                            parse.starts[p.token],
                            parse.ends[p.token],
                            slot,
                            parse.span_text(f.first, f.last),
                            parse.starts[f.first],
                            parse.ends[f.last - 1],
                            "positive",
                            "asserted",
                            mention.mention_id if mention else None,
                            mention.actor_id if mention else None,
                        )
                    )
        return tuple(rows)
