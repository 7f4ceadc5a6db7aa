"""Plain text -> blocks: paragraphs parted by blank lines, wrapped lines joined."""

from __future__ import annotations

import re

from pipeline.clean.blocks import Block, TextBuilder

_LINE = re.compile(r"[^\n]+")
MAX_WIDTH = 120  # the longest line, in characters, of a text that may have been wrapped


def paragraphs(text: str) -> list[Block]:
    """Return the paragraphs of a plain text.

    A line end inside a paragraph is taken as a wrap, and joined, where the next word would not have fitted the widest
    line; elsewhere it ends the paragraph.
    """
    lines = [m.span() for m in _LINE.finditer(text) if m[0].strip()]
    width = max((end - start for start, end in lines), default=0)
    spans: list[tuple[int, int]] = []
    for start, end in lines:
        if spans and text.count("\n", spans[-1][1], start) == 1 and width <= MAX_WIDTH:
            before = text[text.rfind("\n", 0, spans[-1][1] - 1) + 1 : spans[-1][1]].rstrip()
            word = text[start:end].split(None, 1)[0]
            if len(before) + 1 + len(word) > 0.92 * width:
                spans[-1] = (spans[-1][0], end)
                continue
        spans.append((start, end))
    out = []
    for start, end in spans:
        builder = TextBuilder()
        builder.add(text[start:end], start)
        plain, pieces = builder.take()
        if plain:
            out.append(Block("para", plain, pieces, start, end))
    return out
