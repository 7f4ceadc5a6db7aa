"""A run as a draft of gold, for a person to correct."""

from __future__ import annotations

from pipeline.evaluate.answers import Answer, AnswerArticle, Answers
from pipeline.evaluate.gold import (
    SIDES,
    GoldActor,
    GoldArgument,
    GoldArticle,
    GoldEvent,
    GoldMention,
    GoldSet,
)

NOTE = "drafted by newsact; not checked"


def draft(answers: Answers) -> GoldSet:
    """Return gold that says what the run says. Gold for measuring newsact must not be made this way: it flatters."""
    gold = GoldSet()
    for article in answers.articles:
        identity = article.record_id or article.article_id
        gold.articles.append(
            GoldArticle(id=identity, text=article.text, title=article.title, date=article.published, split="dev")
        )
        starts = sorted({e.sentence for e in article.events}, key=article.text.find)
        numbers = {sentence: f"S{n}" for n, sentence in enumerate(starts, 1)}
        counts: dict[str, int] = {}
        for event in article.events:
            sentence_id = numbers[event.sentence]
            counts[sentence_id] = counts.get(sentence_id, 0) + 1
            gold.events.append(_event(event, article, identity, f"{identity}:{sentence_id}.{counts[sentence_id]}"))
        gold.actors += _actors(answers, article, identity)
    return gold


def _event(event: Answer, article: AnswerArticle, identity: str, event_id: str) -> GoldEvent:
    start = article.text.find(event.sentence)
    days = None
    if event.date_start is not None:
        end = event.date_end or event.date_start
        days = str(event.date_start) if end == event.date_start else f"{event.date_start}/{end}"
    return GoldEvent(
        event_id=event_id,
        article_id=identity,
        type=event.type,
        trigger=event.trigger,
        trigger_start=event.start,
        trigger_end=event.end,
        sentence_id=event_id.rpartition(":")[2].split(".")[0],
        sentence=event.sentence,
        sentence_start=start,
        sentence_end=start + len(event.sentence),
        actors=[
            GoldArgument(
                mention=a.text if a.start is not None else None,
                canonical=a.name,
                role=a.role,
                start=a.start,
                end=a.end,
                implicit=a.start is None,
            )
            for a in event.arguments
            if a.role in SIDES
        ],
        date_text=event.date_text,
        date_resolved=days,
        polarity=event.polarity,
        factuality=event.factuality,
        attributed_to=event.attributed_to,
        notes=NOTE,
    )


def _actors(answers: Answers, article: AnswerArticle, identity: str) -> list[GoldActor]:
    found: dict[str, GoldActor] = {}
    for mention in article.mentions:
        row = answers.actors.get(mention.actor_id or "")
        if row is None:
            continue
        actor = found.setdefault(
            row["name"],
            GoldActor(
                article_id=identity,
                canonical=row["name"],
                type=row["type"] or "",
                aliases=list(row["aliases"] or []),
                notes=NOTE,
            ),
        )
        found_mention = GoldMention(mention=mention.text, start=mention.start, end=mention.end, kind=mention.kind)
        actor.mentions.append(found_mention)
    for event in article.events:
        names = [a.name for a in event.arguments if a.role in SIDES] + [event.attributed_to or ""]
        for name in filter(None, names):
            if name not in found:
                found[name] = GoldActor(article_id=identity, canonical=name, notes=NOTE)
    return list(found.values())
