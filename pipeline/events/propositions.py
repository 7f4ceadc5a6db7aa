"""Every filled deep slot of every predicate as one row, typed as an event or not."""

from __future__ import annotations

from pipeline.events.truth import Judge
from pipeline.ner import Cast
from pipeline.records import Proposition
from pipeline.syntax import Syntax, deep_slots


def propositions(syntax: Syntax, cast: Cast, judge: Judge) -> tuple[Proposition, ...]:
    """Return one row per filled deep slot of every predicate; one without any has one row, slot ``none``."""
    parse = syntax.parse
    rows: list[Proposition] = []
    for p in syntax.predicates:
        truth = judge.judge(p.token)
        predicate = f"{p.lemma} {p.particle}" if p.particle else p.lemma
        start, end = parse.starts[p.token], parse.ends[p.token]
        if not p.slots:  # "It is raining.": a bare predicate still has its row
            rows.append(Proposition(predicate, start, end, "none", "", None, None, truth.polarity, truth.factuality))
        for slot, f in deep_slots(p):
            mention = cast.by_head.get(f.head)
            if mention is None and f.apposed is not None:
                mention = cast.by_head.get(f.apposed)
            rows.append(
                Proposition(
                    predicate,
                    start,
                    end,
                    slot,
                    parse.span_text(f.first, f.last),
                    parse.starts[f.first],
                    parse.ends[f.last - 1],
                    truth.polarity,
                    truth.factuality,
                    mention.mention_id if mention else None,
                    mention.actor_id if mention else None,
                )
            )
    return tuple(rows)
