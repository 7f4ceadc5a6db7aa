"""Plain text -> blocks: paragraphs parted by blank lines, hard line ends inside them joined."""

from __future__ import annotations

import re

from pipeline.clean.blocks import Block, TextBuilder

_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_LINE = re.compile(r"[^\n]+")


def paragraphs(text: str) -> list[Block]:
    """Return the paragraphs of a plain text.

    Lines of a paragraph are joined where they look wrapped (blank lines part paragraphs and lines are of one length);
    otherwise each line is a paragraph of its own.
    """
    lines = [len(m[0]) for m in _LINE.finditer(text)]
    wrapped = _BLANK.search(text) is not None or (bool(lines) and len(lines) > 3 and max(lines) <= 100)
    spans: list[tuple[int, int]] = []
    if wrapped:
        at = 0
        for gap in _BLANK.finditer(text):
            spans.append((at, gap.start()))
            at = gap.end()
        spans.append((at, len(text)))
    else:
        spans = [m.span() for m in _LINE.finditer(text)]
    out = []
    for start, end in spans:
        builder = TextBuilder()
        builder.add(text[start:end], start)
        plain, pieces = builder.take()
        if plain:
            out.append(Block("para", plain, pieces, start, end))
    return out
