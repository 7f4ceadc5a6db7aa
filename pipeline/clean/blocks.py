"""Blocks: the paragraphs, headings, list items and table rows of a page, whatever the markup was.

A block's text is plain; ``pieces`` lead every character of it back to the source (see
:class:`pipeline.records.OffsetMap`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["para", "heading", "item", "row", "code", "caption", "quote"]
Piece = tuple[int, int, int, int]

_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_ODD_SPACE = re.compile(r"[\t\r\n\f\v\u00a0]| {2,}")


@dataclass(slots=True, eq=False)
class Block:
    """One block of a page. Lengths count code points; ``start`` and ``end`` are source offsets, end exclusive."""

    kind: Kind
    text: str
    pieces: list[Piece]
    start: int
    end: int
    level: int = 0
    link_chars: int = 0
    links: int = 0
    images: int = 0
    bold_chars: int = 0
    tags: tuple[str, ...] = ()
    marks: str = ""


class TextBuilder:
    """Collects runs of source text into one plain string with its pieces; runs of white space become one space."""

    __slots__ = ("bold_chars", "images", "length", "link_chars", "links", "parts", "pieces")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.link_chars = self.links = self.images = self.bold_chars = 0

    def add(self, text: str, start: int, source_length: int | None = None, link: bool = False) -> None:
        """Append ``text``, which stands at ``start`` in the source.

        ``source_length`` None means character for character; otherwise the whole of ``text`` stands for that many
        source characters (an entity, an escape).
        """
        if source_length is None and _ODD_SPACE.search(text):
            at = 0
            for gap in _SPACES.finditer(text):
                if gap.start() > at:
                    self._put(text[at : gap.start()], start + at, gap.start() - at, link)
                self._put(" ", start + gap.start(), gap.end() - gap.start(), link)
                at = gap.end()
            if at < len(text):
                self._put(text[at:], start + at, len(text) - at, link)
            return
        self._put(text, start, len(text) if source_length is None else source_length, link)

    def _put(self, text: str, start: int, source_length: int, link: bool) -> None:
        if text[:1].isspace() and (not self.parts or self.parts[-1].endswith(" ")):
            stripped = text.lstrip()
            if not stripped:
                return
            if source_length == len(text):
                start += len(text) - len(stripped)
                source_length = len(stripped)
            text = stripped
        size = len(text)
        if not size:
            return
        if self.pieces:
            clean, source, length, covered = self.pieces[-1]
            if length == covered and size == source_length and source + covered == start:
                self.pieces[-1] = (clean, source, length + size, covered + size)
            else:
                self.pieces.append((self.length, start, size, source_length))
        else:
            self.pieces.append((self.length, start, size, source_length))
        self.parts.append(text)
        self.length += size
        if link:
            self.link_chars += size

    def take(self) -> tuple[str, list[Piece]]:
        """Return the text without trailing white space, and its pieces; the builder is empty afterwards."""
        text = "".join(self.parts)
        kept = text.rstrip()
        pieces = trim(self.pieces, len(kept)) if len(kept) < len(text) else self.pieces
        self.parts, self.pieces, self.length = [], [], 0
        return kept, pieces


def trim(pieces: list[Piece], length: int) -> list[Piece]:
    """Return the pieces of the first ``length`` characters."""
    out = []
    for clean, source, size, covered in pieces:
        if clean >= length:
            break
        if clean + size > length:
            left = length - clean
            out.append((clean, source, left, left if size == covered else covered))
        else:
            out.append((clean, source, size, covered))
    return out
