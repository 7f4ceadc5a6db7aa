"""trafilatura as a second opinion: how much of each block its extractor would keep."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.clean.blocks import Block

MAX_SIZE = 4_000_000  # characters; larger or absurdly deep pages are judged without it
MAX_DEPTH = 200

_WORD = re.compile(r"\w+")
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def agreement(source: str, blocks: Sequence[Block], deepest: int) -> npt.NDArray[np.float32]:
    """Return, for each block, the share of its runs of four words that trafilatura keeps (0 where it has no say)."""
    kept = None
    if len(source) <= MAX_SIZE and deepest <= MAX_DEPTH:
        import trafilatura  # and what it brings along: half a second that plain text need not wait for

        kept = trafilatura.extract(source, fast=True, include_comments=False)
    if not kept:
        return np.zeros(len(blocks), dtype=np.float32)
    words = _WORD.findall(kept.lower())
    runs = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    lines = {" ".join(_WORD.findall(line)) for line in kept.lower().split("\n")}
    out = np.zeros(len(blocks), dtype=np.float32)
    for i, block in enumerate(blocks):
        own = _WORD.findall(block.text.lower())
        if len(own) < 5:
            out[i] = " ".join(own) in lines
        else:
            found = [run in runs for run in zip(own, own[1:], own[2:], own[3:], strict=False)]
            out[i] = sum(found) / len(found)
    return out
