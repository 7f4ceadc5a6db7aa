"""Are the gold mentions found, and put together rightly?

A gold name counts as found when a predicted name covers part of it and shares a capitalised word. Of the pronouns and
nominals, those are right that the run gives to the actor to whom it gives most of the gold actor's names. Links are
pairs of mentions of one actor.
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.evaluate.answers import AnswerArticle, AnswerMention
from pipeline.evaluate.gold import GoldActor, GoldMention, GoldSet
from pipeline.evaluate.matching import find_sentence, overlap

_NAME_KINDS = frozenset({"name", "title+name", "acronym", "metonym"})
_WORD = re.compile(r"\w[\w.&-]*")


def _capitalised(text: str) -> set[str]:
    return {w for w in _WORD.findall(text) if not w[0].islower()}


def _sentences(gold: GoldSet, aid: str | None, text: str) -> dict[str, int]:
    """Sentence id -> where the sentence starts, for gold whose mentions have sentence offsets."""
    quoted = {e.sentence_id: e.sentence for e in gold.events if e.article_id == aid}
    quoted |= {n.sentence_id: n.sentence for n in gold.negatives if n.article_id == aid and n.sentence}
    places = {key: find_sentence(sentence, text) for key, sentence in quoted.items()}
    return {key: span[0] for key, span in places.items() if span}


def _spans(actor: GoldActor, aid: str | None, text: str, starts: dict[str, int]) -> list[tuple[int, int]]:
    out = []
    for mention in actor.mentions:
        offset = 0 if aid is not None else starts.get(mention.sentence_id, -1)
        span = (mention.start + offset, mention.end + offset)
        right = offset >= 0 and text[slice(*span)] == mention.mention
        out.append(span if right else (-1, -1))
    return out


def count_mentions(gold: GoldSet, aid: str | None, article: AnswerArticle, counts: Counter[str]) -> None:
    """Add the article's mention counts to ``counts``; mentions that the article's text does not have are left out."""
    starts = {} if aid is not None else _sentences(gold, aid, article.text)
    spots: list[tuple[str, str | None]] = []
    for actor in gold.actors:
        if actor.article_id != aid or "generic" in actor.canonical:
            continue
        placed = [
            (mention, span)
            for mention, span in zip(actor.mentions, _spans(actor, aid, article.text, starts), strict=True)
            if span[0] >= 0
        ]
        owners = [_owner(mention, span, article.mentions) for mention, span in placed]
        named: Counter[str] = Counter()
        for (mention, span), owner in zip(placed, owners, strict=True):
            if mention.kind in _NAME_KINDS:
                counts["names"] += 1
                counts["names_found"] += any(
                    m.kind == "name"
                    and overlap((m.start, m.end), span)
                    and _capitalised(m.text) & _capitalised(mention.mention)
                    for m in article.mentions
                )
                if owner:
                    named[owner] += 1
        main = named.most_common(1)[0][0] if named else None
        if any(mention.kind in _NAME_KINDS for mention, _ in placed):
            for (mention, _), owner in zip(placed, owners, strict=True):
                if mention.kind in ("pronoun", "nominal"):
                    counts[mention.kind + "s"] += 1
                    counts[mention.kind + "s_right"] += main is not None and owner == main
        spots += [(actor.canonical, owner) for owner in owners]
    for i, (gold_i, owner_i) in enumerate(spots):
        for gold_j, owner_j in spots[:i]:
            same, together = gold_i == gold_j, owner_i is not None and owner_i == owner_j
            counts["links_gold"] += same
            counts["links_given"] += together
            counts["links_right"] += same and together


def _owner(mention: GoldMention, span: tuple[int, int], found: tuple[AnswerMention, ...]) -> str | None:
    """The actor of the predicted mention that fits the gold mention best: the longest one that shares its last word."""
    last = span[1]
    fits = [m for m in found if m.actor_id and overlap((m.start, m.end), span) and m.start < last <= m.end + 1]
    if not fits:
        fits = [m for m in found if m.actor_id and span[0] <= m.start and m.end <= span[1] and m.kind == "name"]
        if mention.kind == "nominal":
            fits = []
    if not fits:
        return None
    return max(fits, key=lambda m: (m.end - m.start <= span[1] - span[0] + 6, m.end - m.start)).actor_id
