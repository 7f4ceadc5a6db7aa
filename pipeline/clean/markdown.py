"""Markdown as scrapers write it -> blocks with source offsets.

markdown-it-py says which lines make a heading, an item, a quotation, a table row or a paragraph. It is asked for blocks
only, and told to forget code by indentation and deep indentation of lists, because converters indent lists as they
please, and blocks of HTML, because scrapers leave tags around Markdown. Inline marks are left to
:mod:`pipeline.clean.inline`, which knows their characters. Where a paragraph holds what CommonMark has no name for
(rows of a broken table, bullets that are not asterisks, a picture alone on its line) it is parted here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.clean import inline
from pipeline.clean.blocks import Block, Kind, TextBuilder

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_NESTING = 100  # lists and quotations within each other; a page that goes deeper is read without any
MAX_UNDERLINED = 200  # characters of a heading; a longer text over a line of dashes is a paragraph over a rule

# lists that are indented so far that CommonMark would take them for more of the paragraph above
_DEEP = re.compile(r"^(?:[ ]{4,}|[ ]{0,3}\t[ \t]*)(?=(?:[-*+]|\d{1,9}[.)])[ \t])", re.M)
_SIGNS = re.compile(r"^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))++", re.M)
_BULLET = re.compile(r"[ \t]*[•·‣▪●◦](?:[ \t]+|$)")
_NEWLINE = re.compile(r"\n")
_PREFIX = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?")
_ROW_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    parser.enable("table").disable(["code", "html_block", "reference"])
    return parser


def _parse(source: str) -> list[Token]:
    tokens: list[Token] = []
    parser = _parser()
    parser.block.parse(source, parser, {}, tokens)
    return tokens


def blocks(text: str, begin: int = 0) -> list[Block]:
    """Return the blocks of a Markdown document from offset ``begin`` on."""
    return _Reader(text, begin).read()


class _Reader:
    """Turns the tokens of the parser into blocks; holds the lines of the block that is open."""

    def __init__(self, text: str, begin: int) -> None:
        self.text = text
        self.marks = inline.find(text, begin)
        self.source = _DEEP.sub("", text[begin:])  # as the parser sees it: the same lines
        self.starts = [begin, *(m.end() for m in _NEWLINE.finditer(text, begin)), len(text) + 1]  # offset of each line
        self.out: list[Block] = []
        self.lines: list[tuple[int, int]] = []

    def read(self) -> list[Block]:
        tokens = _parse(self.source)
        if any(token.level >= MAX_NESTING - 1 for token in tokens):
            tokens = _parse(_SIGNS.sub("", self.source))
        quotes = 0
        fresh = in_table = False  # fresh: nothing of the list item was read yet
        kind: Kind = "para"
        level = 0
        for token in tokens:
            name = token.type
            if name == "inline":
                if not in_table and token.map:
                    self.paragraph(kind, level, token.map[0], token.content)
                fresh = False
            elif name == "paragraph_open":
                kind = "item" if fresh else "quote" if quotes else "para"
                level = self.indented(token.map[0]) if fresh and token.map else 0
            elif name == "heading_open":
                underlined = token.markup in ("=", "-")
                kind, level = "heading", int(token.tag[1])
                if underlined and token.map and self.length(*token.map) > MAX_UNDERLINED:
                    kind, level = "para", 0
            elif name == "list_item_open":
                fresh = True
            elif name == "list_item_close":
                fresh = False
            elif name == "blockquote_open":
                quotes += 1
            elif name == "blockquote_close":
                quotes -= 1
            elif name in ("table_open", "table_close"):
                in_table = name == "table_open"
            elif name == "tr_open" and token.map:
                self.row(token.map[0])
            elif name == "fence" and token.map:
                self.lines = [self.line(i) for i in range(token.map[0] + 1, token.map[1])]
                if self.lines and self.text[slice(*self.lines[-1])].strip().startswith(token.markup):
                    self.lines.pop()
                self.lines = [span for span in self.lines if self.text[slice(*span)].strip()]
                self.close("code", 0)
        return self.out

    def line(self, number: int) -> tuple[int, int]:
        """Return start and end of a line."""
        return self.starts[number], self.starts[number + 1] - 1

    def indented(self, number: int) -> int:
        """Return the level of an item from the indentation of its line, two columns a level, 1 for none."""
        line = self.text[slice(*self.line(number))].expandtabs(4)
        return 1 + (len(line) - len(line.lstrip())) // 2

    def length(self, first: int, last: int) -> int:
        """Return how many characters the lines from ``first`` up to ``last`` have."""
        return self.starts[last] - self.starts[first]

    def paragraph(self, kind: Kind, level: int, first: int, content: str) -> None:
        """Add the block of a paragraph whose lines, without the signs of lists and quotations, are ``content``."""
        rows = False
        for number, part in enumerate(content.split("\n"), first):
            start, end = self.line(number)
            words = part.strip()
            at = self.text.rfind(words, start, end)
            start, end = (at, at + len(words)) if at >= 0 else (start, end)
            if not words or self.marks.vanishes(self.text, start, end):
                self.close(kind, level)
                kind, level, rows = after(kind), 0, False
                self.pictures(start, end)
            elif "|" in words and _ROW_RULE.match(words):
                self.close("row" if len(self.lines) == 1 else kind, level)
                kind, level, rows = after(kind), 0, True
            elif (words[0] == "|" and words.count("|") > 1) or (rows and "|" in words):
                self.close(kind, level)
                kind, level = after(kind), 0
                self.lines = [(start, end)]
                self.close("row", 0)
            elif found := _BULLET.match(words):
                self.close(kind, level)
                kind, level = "item", 1
                self.lines = [(start + found.end(), end)]
            else:
                self.lines.append((start, end))
        self.close(kind, level)

    def row(self, number: int) -> None:
        """Add a table row."""
        start, end = self.line(number)
        found = _PREFIX.match(self.text, start, end)
        self.lines = [(found.end() if found else start, end)]
        self.close("row" if "|" in self.text[start:end] else "para", 0)

    def pictures(self, start: int, end: int) -> None:
        """Count the pictures of a line without text towards the block before it."""
        if self.out:
            images = self.marks.images
            self.out[-1].images += bisect_left(images, end) - bisect_left(images, start)

    def close(self, kind: Kind, level: int) -> None:
        """Make a block of the lines held."""
        lines, self.lines = self.lines, []
        if not lines:
            return
        builder = TextBuilder()
        before = lines[0][0]
        for start, end in lines:
            if builder.parts:
                builder.add(" ", before, start - before)
            before = end
            self.marks.collect(self.text, builder, start, end, cells=kind == "row")
        text, pieces = builder.take()
        if not text.strip("|-*_#>+ \t"):
            return
        start, end = lines[0][0], lines[-1][1]
        marks = self.marks
        self.out.append(
            Block(
                kind=kind,
                text=text,
                pieces=pieces,
                start=start,
                end=end,
                level=level,
                link_chars=min(len(text), builder.link_chars),
                links=inline.count(marks.links, start, end),
                images=bisect_left(marks.images, end) - bisect_left(marks.images, start),
                bold_chars=inline.overlap(marks.bold, start, end),
            )
        )


def after(kind: Kind) -> Kind:
    """Return the kind of what follows in a paragraph that was parted."""
    return "quote" if kind == "quote" else "para"
