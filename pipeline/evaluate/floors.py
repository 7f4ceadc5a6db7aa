"""Floors: the figures a change may not fall below, kept in a committed file beside the gold they were measured on.

A floor rises with ``update``; it is lowered only with a reason, which stays in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import ConfigError, nearest
from pipeline.evaluate.scores import FIGURES, EventVerdict, Scores

_SLACK = 1e-9


class Lowered(BaseModel):
    """A floor that was lowered on purpose."""

    model_config = ConfigDict(extra="forbid")

    day: date
    reason: str
    floors: dict[str, tuple[float, float]]


class ArticleRecord(BaseModel):
    """Ids of one article's events that were found when the floors were measured, and of those right in everything."""

    model_config = ConfigDict(extra="forbid")

    found: list[str] = Field(default_factory=list)
    right: list[str] = Field(default_factory=list)


class Baseline(BaseModel):
    """The contents of a floors file."""

    model_config = ConfigDict(extra="forbid")

    gold_hash: str
    model: str
    model_hash: str
    split: str | None = None
    figures: dict[str, float] = Field(default_factory=dict)
    types: dict[str, int] = Field(default_factory=dict, description="type -> core events found")
    swapped: int = Field(0, description="at most so many arguments on the wrong side")
    articles: dict[str, ArticleRecord] = Field(default_factory=dict)
    lowered: list[Lowered] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor. ``name`` is a figure, ``type:<type>`` (events found) or ``swapped`` (a ceiling)."""

    name: str
    floor: float
    value: float


@dataclass(frozen=True, slots=True)
class Loss:
    """A gold event that was found (or right in everything) when the floors were measured, and is no longer."""

    verdict: EventVerdict
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a comparison with the floors says; ``stale`` are reasons why the floors do not apply."""

    falls: tuple[Fall, ...]
    losses: tuple[Loss, ...]
    gains: tuple[EventVerdict, ...]
    stale: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """True where nothing fell and the floors apply."""
        return not self.falls and not self.stale


def load_baseline(path: Path) -> Baseline:
    """Read a floors file.

    Raises:
        ConfigError: it is not there, not JSON, or has an unknown key or figure.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: no such floors file; make one with: newsact gate --baseline {path} --update"
        ) from None
    except ValueError as error:
        raise ConfigError(f"{path}: not JSON: {error}") from None
    try:
        baseline = Baseline.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(p) for p in first["loc"])
        hint = nearest(key, Baseline.model_fields) if first["type"] == "extra_forbidden" else ""
        raise ConfigError(f"{path}: {key}: {first['msg'].lower()}{hint}") from None
    for name in baseline.figures:
        if name not in FIGURES:
            raise ConfigError(f"{path}: figures.{name}: no such figure{nearest(name, FIGURES)}")
    return baseline


def measure(scores: Scores, *, gold_hash: str, run: dict[str, Any], split: str | None = None) -> Baseline:
    """Take the floors that a run would pass exactly. ``run`` is the run's ``run.json``."""
    return Baseline(
        gold_hash=gold_hash,
        model=str(run.get("model", "")),
        model_hash=str(run.get("model_sha256", ""))[:16],
        split=split,
        figures={name: value for name in FIGURES if (value := scores.figures[name]) is not None},
        types={name: c["found"] for name, c in scores.by_type.items() if c["gold"]},
        swapped=scores.counts["swapped"],
        articles={
            a.article: ArticleRecord(
                found=[v.event_id for v in a.verdicts if v.core and v.found],
                right=[v.event_id for v in a.verdicts if v.core and v.found and not v.wrong],
            )
            for a in scores.articles
        },
    )


def judge(baseline: Baseline, now: Baseline, scores: Scores) -> Judgement:
    """Compare a run with the floors."""
    stale = []
    if baseline.gold_hash != now.gold_hash:
        stale.append(f"the gold changed (floors {baseline.gold_hash}, now {now.gold_hash})")
    if baseline.model_hash != now.model_hash:
        stale.append(f"another language model (floors {baseline.model}, now {now.model})")
    if baseline.split != now.split:
        stale.append(f"another split (floors {baseline.split}, now {now.split})")
    falls = [
        Fall(name, floor, now.figures.get(name, 0.0))
        for name, floor in baseline.figures.items()
        if now.figures.get(name, 0.0) < floor - _SLACK
    ]
    falls += [
        Fall(f"type:{name}", floor, now.types.get(name, 0))
        for name, floor in baseline.types.items()
        if now.types.get(name, 0) < floor
    ]
    if now.swapped > baseline.swapped:
        falls.append(Fall("swapped", baseline.swapped, now.swapped))
    losses: list[Loss] = []
    gains: list[EventVerdict] = []
    for article in scores.articles:
        before = baseline.articles.get(article.article, ArticleRecord())
        found, right = set(before.found), set(before.right)
        for verdict in article.verdicts:
            if not verdict.core:
                continue
            if verdict.event_id in found and not verdict.found:
                losses.append(Loss(verdict, "found", "missed"))
            elif verdict.event_id in right and verdict.wrong:
                losses.append(Loss(verdict, "right", "wrong " + ", ".join(verdict.wrong)))
            elif verdict.found and verdict.event_id not in found:
                gains.append(verdict)
    return Judgement(tuple(falls), tuple(losses), tuple(gains), tuple(stale))


def raised(old: Baseline | None, now: Baseline, *, falls: Iterable[Fall] = (), reason: str | None = None) -> Baseline:
    """Return the floors to write: every floor at least as high as before, unless it fell and a reason allows it.

    Floors measured on other gold, another model or split are replaced, since they do not compare.
    """
    if old is None or (old.gold_hash, old.model_hash, old.split) != (now.gold_hash, now.model_hash, now.split):
        history = list(old.lowered) if old else []
        return now.model_copy(update={"lowered": history})
    fell = {f.name for f in falls} if reason else set()
    figures = {
        name: now.figures.get(name, 0.0)
        if name in fell
        else max(old.figures.get(name, 0.0), now.figures.get(name, 0.0))
        for name in [n for n in FIGURES if n in old.figures or n in now.figures]
    }
    types = {
        name: now.types.get(name, 0) if f"type:{name}" in fell else max(old.types.get(name, 0), now.types.get(name, 0))
        for name in sorted({*old.types, *now.types})
    }
    lowered = list(old.lowered)
    if reason and fell:
        floors = {f.name: (f.floor, f.value) for f in falls}
        lowered.append(Lowered(day=date.today(), reason=reason, floors=floors))
    return now.model_copy(
        update={
            "figures": figures,
            "types": types,
            "swapped": now.swapped if "swapped" in fell else min(old.swapped, now.swapped),
            "lowered": lowered,
        }
    )


def save_baseline(baseline: Baseline, path: Path) -> None:
    """Write a floors file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(baseline.model_dump(mode="json"), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def report(judgement: Judgement, limit: int = 20) -> str:
    """Say what fell, by how much, and on which articles and sentences."""
    lines = [f"gate: {reason}; measure again with --update" for reason in judgement.stale]
    for fall in judgement.falls:
        if fall.name.startswith("type:"):
            kind = fall.name.removeprefix("type:")
            lines.append(f"gate: {kind} events found fell from {fall.floor:.0f} to {fall.value:.0f}")
        elif fall.name == "swapped":
            lines.append(f"gate: arguments on the wrong side rose from {fall.floor:.0f} to {fall.value:.0f}")
        else:
            change = 100 * (fall.value - fall.floor)
            lines.append(f"gate: {fall.name} fell from {fall.floor:.4f} to {fall.value:.4f} ({change:+.2f} points)")
    if judgement.falls and judgement.losses:
        by_article: dict[str, list[Loss]] = {}
        for loss in judgement.losses:
            by_article.setdefault(loss.verdict.article, []).append(loss)
        lines.append(f"lost on {len(by_article)} articles:")
        shown = 0
        for article, losses in by_article.items():
            lines.append(f"  {article}: {len(losses)}")
            for loss in losses:
                shown += 1
                if shown > limit:
                    continue
                verdict = loss.verdict
                lines.append(
                    f"    {verdict.type} [{verdict.trigger}] was {loss.was}, now {loss.now}: {verdict.sentence}"
                )
        if shown > limit:
            lines.append(f"    and {shown - limit} more")
    if judgement.passed:
        lines.append(f"gate: passed; {len(judgement.gains)} gained, {len(judgement.losses)} lost without a fall")
    return "\n".join(lines)
