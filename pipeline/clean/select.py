"""Which blocks of a page are the article, and why the others are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.blocks import Block
from pipeline.clean.byline import is_byline

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a block is kept; the reason if not; the score that decided (0 to 1)."""

    kept: bool
    reason: str
    score: float


def same_words(one: str, other: str) -> bool:
    """Whether two strings have the same words."""
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())


def select(blocks: Sequence[Block], title: str | None) -> list[Verdict]:
    """Return a verdict for each block."""
    scores = []
    for block in blocks:
        size = len(block.text)
        density = block.link_chars / max(1, size)
        if block.kind == "heading":
            score = -5.0
        elif density > 0.5 or size < 25:
            score = -20.0 - 10 * (density > 0.5)
        else:
            score = min(200.0, size) * (1 - 2 * density) / 4
        scores.append(score)
    best = total = 0.0
    start = first = last = 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, index
        total += score
        if total > best:
            best, first, last = total, start, index + 1
    verdicts = []
    for index, block in enumerate(blocks):
        density = block.link_chars / max(1, len(block.text))
        if not first <= index < last:
            reason = "outside the article"
        elif density > 0.6:
            reason = "links"
        elif is_byline(block.text):
            reason = "byline"
        elif title and same_words(block.text, title):
            reason = "title"
        else:
            reason = ""
        verdicts.append(Verdict(not reason, reason, float(not reason)))
    return verdicts
