"""Scores of a run against gold: counts by article, figures from their sums, intervals by drawing articles anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from pipeline.evaluate.actors import count_mentions
from pipeline.evaluate.answers import Answer, AnswerArticle, Answers
from pipeline.evaluate.gold import GoldEvent, GoldSet
from pipeline.evaluate.matching import align, compare, date_right, locate, overlap
from pipeline.evaluate.names import Names, accepted_names, bare

Counts = Counter[str]

# figure -> (number of what is right, number of what it is out of)
RATIOS: dict[str, tuple[str, str]] = {
    "event_p": ("matched", "predicted"),
    "event_r": ("core_found", "core"),
    "argument_p": ("args_found_any", "args_given"),
    "argument_r": ("args_found", "args_gold"),
    "who_did_what_to_whom": ("exact", "core"),
    "date": ("date_right", "dated"),
    "polarity": ("polarity_right", "core_found"),
    "factuality": ("factuality_right", "core_found"),
    "attribution": ("attribution_right", "attributed"),
    "negatives_avoided": ("negatives_avoided", "negatives"),
    "names_r": ("names_found", "names"),
    "pronouns": ("pronouns_right", "pronouns"),
    "nominals": ("nominals_right", "nominals"),
    "coreference_p": ("links_right", "links_given"),
    "coreference_r": ("links_right", "links_gold"),
}
# figure -> (precision, recall)
MEANS = {
    "event_f1": ("event_p", "event_r"),
    "argument_f1": ("argument_p", "argument_r"),
    "coreference_f1": ("coreference_p", "coreference_r"),
}
FIGURES = (
    "event_f1",
    "event_p",
    "event_r",
    "argument_f1",
    "argument_p",
    "argument_r",
    "who_did_what_to_whom",
    "date",
    "polarity",
    "factuality",
    "attribution",
    "negatives_avoided",
    "names_r",
    "pronouns",
    "nominals",
    "coreference_f1",
)
"""The figures in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class EventVerdict:
    """What became of one gold event; ``exact`` where all its arguments are right and no other is given."""

    article: str
    event_id: str
    type: str
    trigger: str
    sentence: str
    core: bool
    found: bool
    exact: bool
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """An answer that stands for no gold event; ``why`` quotes the gold where it is a known trap."""

    article: str
    type: str
    trigger: str
    sentence: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """Counts and verdicts of one article."""

    article: str
    counts: Counts
    verdicts: tuple[EventVerdict, ...]
    false_alarms: tuple[FalseAlarm, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a run. ``figures`` are shares between 0 and 1, None where nothing was there to be scored."""

    articles: tuple[ArticleScore, ...]
    counts: Counts
    figures: dict[str, float | None]
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def by_type(self) -> dict[str, Counts]:
        """Type -> gold, found, predicted, matched."""
        return self._group("type")

    @property
    def by_phenomenon(self) -> dict[str, Counts]:
        """Phenomenon -> gold, found, args_gold, args_found, exact."""
        return self._group("phenomenon")

    def _group(self, prefix: str) -> dict[str, Counts]:
        groups: dict[str, Counts] = {}
        for key, value in self.counts.items():
            head, _, rest = key.partition(":")
            if head == prefix:
                name, _, what = rest.rpartition(":")
                groups.setdefault(name, Counter())[what] += value
        return dict(sorted(groups.items()))

    @property
    def verdicts(self) -> list[EventVerdict]:
        """Every gold event of the body with what became of it."""
        return [v for a in self.articles for v in a.verdicts]


def ratio(part: float, whole: float) -> float | None:
    """Share, or None out of nothing."""
    return part / whole if whole else None


def f1(precision: float | None, recall: float | None) -> float:
    """Harmonic mean; 0 where either is missing."""
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def figures(counts: Counts) -> dict[str, float | None]:
    """Work out every figure from summed counts, with four digits."""
    out = {name: ratio(counts[part], counts[whole]) for name, (part, whole) in RATIOS.items()}
    for name in ("event_p", "event_r", "argument_p", "argument_r"):
        out[name] = out[name] or 0.0
    for name, (precision, recall) in MEANS.items():
        out[name] = f1(out[precision], out[recall])
    if not counts["links_gold"]:
        out["coreference_f1"] = None
    return {name: None if value is None else round(value, 4) for name, value in out.items()}


def score(answers: Answers, gold: GoldSet, *, resamples: int = 1000, seed: int = 20240512) -> Scores:
    """Score a run against gold.

    Articles of the gold that the run does not have count as missed entirely; articles without gold are ignored.
    ``resamples`` is the number of bootstrap draws of articles behind the 95% intervals (percentiles); 0, or a single
    article, gives none.
    """
    names = accepted_names(gold.actors)
    scored = [_score_article(answers, gold, aid, names) for aid in gold.article_ids]
    total: Counts = Counter()
    for article in scored:
        total.update(article.counts)
    return Scores(tuple(scored), total, figures(total), _intervals([a.counts for a in scored], resamples, seed))


def _score_article(answers: Answers, gold: GoldSet, aid: str | None, names: Names) -> ArticleScore:
    golds = gold.of(aid)
    if aid is None:
        article = answers.articles[0] if answers.articles else None
    else:
        article = answers.find(aid)
    label = aid or (article.record_id if article else None) or "article"
    counts: Counts = Counter()
    if article is None:
        verdicts = [_verdict(label, g, None, exact=False) for g in golds]
        for g in golds:
            _count_gold(g, counts)
        return ArticleScore(label, counts, tuple(verdicts))
    chosen = align(golds, article.events, article.text, names)
    counts["predicted"] += len(article.events)
    counts["matched"] += len(chosen)
    for answer in article.events:
        counts[f"type:{answer.type}:predicted"] += 1
    verdicts = []
    for index, g in enumerate(golds):
        _count_gold(g, counts)
        found = article.events[chosen[index]] if index in chosen else None
        verdicts.append(_count_answer(label, g, found, names, counts))
    taken = set(chosen.values())
    spare = [a for j, a in enumerate(article.events) if j not in taken]
    alarms = _false_alarms(label, gold, aid, article, spare, counts)
    count_mentions(gold, aid, article, counts)
    return ArticleScore(label, counts, tuple(verdicts), alarms)


def _count_gold(gold: GoldEvent, counts: Counts) -> None:
    if not gold.core:
        return
    counts["core"] += 1
    counts["args_gold"] += len(gold.required)
    counts[f"type:{gold.type}:gold"] += 1
    for phenomenon in gold.phenomena:
        counts[f"phenomenon:{phenomenon}:gold"] += 1
        counts[f"phenomenon:{phenomenon}:args_gold"] += len(gold.required)


def _count_answer(label: str, gold: GoldEvent, answer: Answer | None, names: Names, counts: Counts) -> EventVerdict:
    if answer is None:
        return _verdict(label, gold, None, exact=False)
    result = compare(gold, answer, names)
    counts["args_found_any"] += result.right
    counts["args_given"] += result.given
    counts["swapped"] += result.swapped
    counts[f"type:{answer.type}:matched"] += 1
    exact = result.right == len(gold.required) and result.given <= len(gold.actors) and not result.swapped
    wrong = [] if exact else ["arguments"]
    checks = {"polarity": answer.polarity == gold.polarity}
    checks["factuality"] = answer.factuality in (gold.factuality, *gold.factuality_alternatives)
    if gold.date_resolved:
        checks["date"] = date_right(gold, answer)
    if gold.attributed_to:
        key = (gold.article_id, gold.attributed_to)
        accepted = names.get(key, set()) | {bare(gold.attributed_to)}
        checks["attribution"] = bare(answer.attributed_to) in accepted
    wrong += [name for name, right in checks.items() if not right]
    if gold.core:
        counts["core_found"] += 1
        counts["args_found"] += result.right
        counts["exact"] += exact
        counts[f"type:{gold.type}:found"] += 1
        counts["dated"] += "date" in checks
        counts["attributed"] += "attribution" in checks
        for name, right in checks.items():
            counts[f"{name}_right"] += right
        for phenomenon in gold.phenomena:
            counts[f"phenomenon:{phenomenon}:found"] += 1
            counts[f"phenomenon:{phenomenon}:args_found"] += result.right
            counts[f"phenomenon:{phenomenon}:exact"] += exact
    return _verdict(label, gold, answer, exact=exact, wrong=tuple(wrong))


def _verdict(
    label: str, gold: GoldEvent, answer: Answer | None, *, exact: bool, wrong: tuple[str, ...] = ()
) -> EventVerdict:
    return EventVerdict(
        label, gold.event_id, gold.type, gold.trigger, gold.sentence, gold.core, answer is not None, exact, wrong
    )


def _false_alarms(
    label: str, gold: GoldSet, aid: str | None, article: AnswerArticle, spare: Sequence[Answer], counts: Counts
) -> tuple[FalseAlarm, ...]:
    traps: list[tuple[tuple[tuple[int, int], ...], str]] = []
    for negative in gold.negatives:
        if negative.article_id != aid or negative.scope not in ("body", "heading"):
            continue
        if negative.sentence is None or negative.trigger_start is None or negative.trigger_end is None:
            continue
        as_event = GoldEvent(
            article_id=aid,
            type="",
            trigger=negative.trigger,
            trigger_start=negative.trigger_start,
            trigger_end=negative.trigger_end,
            sentence=negative.sentence,
        )
        place = locate(as_event, article.text)
        # a word that occurs twice in its sentence is a trap only where the gold points at it
        traps.append((place.triggers[:1], negative.why))
    counts["negatives"] += len(traps)
    hit: set[int] = set()
    alarms = []
    for answer in spare:
        why = ""
        for index, (spans, reason) in enumerate(traps):
            if any(overlap(span, (answer.start, answer.end)) for span in spans):
                hit.add(index)
                why = reason
        alarms.append(FalseAlarm(label, answer.type, answer.trigger, answer.sentence, why))
    counts["negatives_avoided"] += len(traps) - len(hit)
    return tuple(alarms)


def _intervals(articles: Sequence[Counts], resamples: int, seed: int) -> dict[str, tuple[float, float]]:
    if resamples < 1 or len(articles) < 2:
        return {}
    keys = sorted({key for pair in RATIOS.values() for key in pair})
    table = np.array([[counts[key] for key in keys] for counts in articles], dtype=float)
    draws = np.random.default_rng(seed).multinomial(len(articles), [1 / len(articles)] * len(articles), size=resamples)
    sums = draws @ table
    column = {key: sums[:, index] for index, key in enumerate(keys)}
    values: dict[str, np.ndarray] = {}
    with np.errstate(divide="ignore", invalid="ignore"):
        for name, (part, whole) in RATIOS.items():
            values[name] = column[part] / column[whole]
        for name, (precision, recall) in MEANS.items():
            p, r = values[precision], values[recall]
            values[name] = np.where(p + r > 0, 2 * p * r / (p + r), 0.0)
    out = {}
    for name, drawn in values.items():
        kept = drawn[~np.isnan(drawn)]
        if kept.size:
            low, high = np.percentile(kept, [2.5, 97.5])
            out[name] = (round(float(low), 4), round(float(high), 4))
    return out


def sum_counts(articles: Iterable[ArticleScore]) -> Counts:
    """Add up the counts of some articles."""
    total: Counts = Counter()
    for article in articles:
        total.update(article.counts)
    return total
