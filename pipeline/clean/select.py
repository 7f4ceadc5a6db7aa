"""Which blocks of a page are the article, and why the others are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.clean.blocks import Block
from pipeline.clean.byline import is_byline
from pipeline.clean.furniture import is_furniture

KEEP = 0.45  # probability from which a block belongs to the article
# a page that the classifier finds strange as a whole gets low scores throughout; then the better ones are its article
STRANGE_SHARE, STRANGE_FACTOR, STRANGE_FLOOR = 0.2, 0.6, 0.1
GAP = 6  # dropped blocks that make an island of what comes after

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a block is kept; the reason if not; the score that decided (0 to 1)."""

    kept: bool
    reason: str
    score: float


def same_words(one: str, other: str | None) -> bool:
    """Whether two strings have the same words."""
    return bool(other) and _WORD.findall(one.casefold()) == _WORD.findall((other or "").casefold())


def select(blocks: Sequence[Block], scores: npt.NDArray[np.float64], title: str | None) -> list[Verdict]:
    """Return a verdict for each block from its score and its neighbours'."""
    n = len(blocks)
    sizes = np.array([len(_WORD.findall(b.text)) for b in blocks])
    bar = threshold(scores, sizes)
    kept = scores > bar
    if not kept.any():
        kept = np.array([_plain_prose(b, int(size)) for b, size in zip(blocks, sizes, strict=True)], dtype=bool)
    reasons = [""] * n
    for i in range(1, n - 1):
        # a heading between two parts of an article belongs to it unless it is clearly something else
        heading = blocks[i].kind == "heading" and blocks[i + 1].kind != "heading"
        if heading and not kept[i] and kept[i + 1] and scores[i] > bar / 2 and kept[:i].any():
            kept[i] = True
    body = np.flatnonzero(kept & (sizes >= 12))
    begin = int(body[0]) if len(body) else 0
    end = int(body[-1]) if len(body) else n
    for i, block in enumerate(blocks):
        if i <= begin and same_words(block.text, title):
            kept[i], reasons[i] = False, "title"
        elif (i < begin or i > end) and is_byline(block.text):
            kept[i], reasons[i] = False, "byline"
        elif kept[i] and is_furniture(block.text):
            kept[i], reasons[i] = False, "furniture"
    for group in _islands(kept):
        if sizes[group].sum() < 0.03 * max(1, sizes[kept].sum()) and scores[group].mean() < 0.75:
            kept[group] = False
            for i in group:
                reasons[i] = "apart from the article"
    for i in np.flatnonzero(kept)[::-1].tolist():
        if blocks[i].kind != "heading":
            break
        kept[i], reasons[i] = False, "heading of what was dropped"
    inside = np.flatnonzero(kept)
    verdicts = []
    for i, block in enumerate(blocks):
        reason = "" if kept[i] else reasons[i] or _reason(block, i, inside, title)
        verdicts.append(Verdict(bool(kept[i]), reason, float(scores[i])))
    return verdicts


def _plain_prose(block: Block, words: int) -> bool:
    """Whether a block is prose on the face of it: what is kept of a page too small or strange for the classifier."""
    sentence = words >= 9 or (words >= 3 and block.text.rstrip("\"'”’)").endswith((".", "!", "?")))
    return sentence and block.link_chars < len(block.text) / 3 and not is_furniture(block.text)


def threshold(scores: npt.NDArray[np.float64], sizes: npt.NDArray[np.int64]) -> float:
    """Return the score above which blocks are kept on this page."""
    if not len(scores) or not sizes.sum():
        return KEEP
    order = np.argsort(-scores)
    covered = np.cumsum(sizes[order])
    place = int(np.searchsorted(covered, STRANGE_SHARE * covered[-1]))
    return min(KEEP, max(STRANGE_FLOOR, STRANGE_FACTOR * float(scores[order][min(len(scores) - 1, place)])))


def _islands(kept: npt.NDArray[np.bool_]) -> list[list[int]]:
    groups: list[list[int]] = []
    for i in np.flatnonzero(kept).tolist():
        if not groups or i - groups[-1][-1] > GAP:
            groups.append([])
        groups[-1].append(i)
    return groups


def _reason(block: Block, index: int, inside: npt.NDArray[np.int64], title: str | None) -> str:
    """Say in a few words why a block was dropped."""
    if same_words(block.text, title):
        return "title"
    if is_byline(block.text):
        return "byline"
    if block.link_chars > 0.6 * len(block.text):
        return "links"
    if not len(inside):
        return "no article"
    if index < inside[0]:
        return "before the article"
    return "after the article" if index > inside[-1] else "furniture inside the article"
