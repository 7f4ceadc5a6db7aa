"""Inline marks of Markdown, found over a whole document: source ranges that vanish or become another string.

CommonMark finds inline marks within a block. Scraped pages hold links that span blank lines, addresses with spaces, and
ends cut off in the middle of a link, so here marks are found before blocks are.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from pipeline.clean.blocks import TextBuilder

MAX_LINK = 4000  # longest link text, in characters, that may still be closed
MAX_DEPTH = 64  # open brackets kept; more is noise

_INLINE = re.compile(
    r"\\(?:[!-/:-@\[-`{-~]|(?=\n))"  # escape, or the end of a line that stays one
    r"|!\[|\[|\]"
    r"|<!--.*?(?:-->|\Z)"
    r"|<(?:https?://|mailto:)[^\s<>]{1,2000}>"
    r"|</?[A-Za-z][A-Za-z0-9-]{0,20}(?=[\s/>])[^<>]{0,4000}>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|`{1,3}"
    r"|\*+|(?<![^\W_])_+|_+(?![^\W_])|~~"
    r"|\n[ \t]*(?=\n)|\n[ \t]*(?=(?:[-*+]|\d{1,9}[.)])[ \t]|\#{1,6}[ \t])",
    re.S,
)
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\[\]\n]{1,200})\]:[ \t]*(<[^<>\n]*>|\S+)[^\n]*$", re.M)
_REFERENCE = re.compile(r"[ ]?\[([^\[\]\n]{0,200})\]")
_TITLE_END = re.compile(r"""[ \t]*\n?[ \t]*(?:"(?:[^"\\]|\\.|"(?!\s*\)))*"|'(?:[^'\\]|\\.|'(?!\s*\)))*')[ \t]*\)""")
_BLOCK_TAG = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|table|tr|td|th|section|article|blockquote|hr)\b", re.I)


@dataclass(slots=True)
class Inline:
    """Edits of a document, ascending and disjoint: source range -> replacement; and the ranges of link texts."""

    starts: list[int] = field(default_factory=list)
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)

    def vanishes(self, text: str, start: int, end: int) -> bool:
        """Whether edits leave nothing of a range of the source ``text``."""
        at = start
        edits = self.edits
        index = bisect_right(self.starts, start) - 1
        if index >= 0 and edits[index][1] > at:
            at = edits[index][1]
        index += 1
        while at < end:
            stop = edits[index][0] if index < len(edits) else end
            if text[at : min(stop, end)].strip():
                return False
            if index >= len(edits) or stop >= end:
                return True
            if edits[index][2].strip():
                return False
            at = max(at, edits[index][1])
            index += 1
        return True

    def collect(self, text: str, builder: TextBuilder, start: int, end: int, cells: bool) -> None:
        """Append the plain text of a range of the source ``text``; ``cells`` are parted by bars, which go."""
        at = start
        index = bisect_right(self.starts, start) - 1
        if index >= 0 and self.edits[index][1] > at:
            at = min(end, self.edits[index][1])
        index += 1
        while at < end:
            edit = self.edits[index] if index < len(self.edits) else None
            stop = min(end, edit[0]) if edit else end
            if stop > at:
                self._plain(text, builder, at, stop, cells)
            if edit is None or edit[0] >= end:
                break
            if edit[2]:
                builder.add(edit[2], edit[0], edit[1] - edit[0], self._linked(edit[0]))
            at = edit[1]
            index += 1

    def _plain(self, text: str, builder: TextBuilder, start: int, end: int, cells: bool) -> None:
        """Append plain source text, in runs inside and outside links."""
        links = self.links
        index = bisect_right(links, (start, 1 << 60)) - 1
        at = start
        while at < end:
            linked = index >= 0 and links[index][0] <= at < links[index][1]
            stop = end
            if linked:
                stop = min(end, links[index][1])
            elif index + 1 < len(links):
                stop = min(end, max(at + 1, links[index + 1][0]))
            run = text[at:stop]
            if cells and "|" in run:
                offset = at
                for cell in run.split("|"):
                    builder.add(cell, offset, None, linked)
                    offset += len(cell)
                    if offset < stop:
                        builder.add(" ", offset, 1)
                    offset += 1
            else:
                builder.add(run, at, None, linked)
            at = stop
            index += 1 if not linked or (index + 1 < len(links) and links[index + 1][0] <= at) else 0

    def _linked(self, at: int) -> bool:
        links = self.links
        index = bisect_right(links, (at, 1 << 60)) - 1
        return index >= 0 and links[index][0] <= at < links[index][1]


def destination_end(text: str, at: int, limit: int) -> int:
    """Return the offset after the ``)`` that closes the link address opened by the ``(`` at ``at``, or -1.

    Addresses may hold balanced or escaped parentheses and, as scrapers write them, spaces.
    """
    depth = 0
    stop = min(limit, at + MAX_LINK)
    i = at
    while i < stop:
        char = text[i]
        if char == "\\":
            i += 2
            continue
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth == 0:
                return i + 1
        elif char in "\"'" and i > at and text[i - 1] in " \t\n":
            found = _TITLE_END.match(text, i)
            if found and found.end() <= stop:
                return found.end()
        elif char == "\n":
            line_end = text.find("\n", i + 1)
            rest = text[i + 1 : line_end if line_end >= 0 else stop]
            if not rest.strip() or "](" in rest.split(")")[0]:
                return -1
        i += 1
    return -1


def find(text: str, begin: int = 0) -> Inline:
    """Find every inline mark from ``begin`` on."""
    edits: list[tuple[int, int, str]] = []
    links: list[tuple[int, int]] = []
    images: list[int] = []
    bold: list[tuple[int, int]] = []
    end = len(text)
    references = set()
    for found in _DEFINITION.finditer(text, begin):
        references.add(found[1].casefold())
        edits.append((found.start(), found.end(), ""))
    definitions = {start: stop for start, stop, _ in edits}
    brackets: list[tuple[int, int, bool, int]] = []  # start, end of the mark, image?, edits before it
    marks: list[tuple[str, int, int, bool]] = []  # open emphasis
    i = begin
    while mark_found := _INLINE.search(text, i):
        start, i = mark_found.span()
        mark = mark_found[0]
        first = mark[0]
        if start in definitions:
            i = definitions[start]
        elif first == "\n":
            marks.clear()
            i = start + 1
            if i in definitions:
                i = definitions[i]
        elif first == "\\":
            edits.append((start, i, mark[1:]))
        elif first == "&":
            plain = html.unescape(mark)
            if plain != mark:
                edits.append((start, i, plain))
        elif first == "<":
            if mark[1:5] in ("http", "mail"):
                edits += [(start, start + 1, ""), (i - 1, i, "")]
                links.append((start + 1, i - 1))
            else:
                edits.append((start, i, " " if _BLOCK_TAG.match(mark) else ""))
        elif first == "`":
            close = text.find(mark, i)
            blank = text.find("\n\n", i)
            if close >= 0 and (blank < 0 or close < blank) and text[close : close + len(mark) + 1] != mark + "`":
                edits += [(start, i, ""), (close, close + len(mark), "")]
                i = close + len(mark)
        elif mark in ("[", "!["):
            if len(brackets) < MAX_DEPTH:
                brackets.append((start, i, mark == "![", len(edits)))
        elif first == "]":
            while brackets and start - brackets[-1][0] > MAX_LINK:
                brackets.pop()
            if not brackets:
                continue
            opened, inside, image, before = brackets.pop()
            following = text[i : i + 1]
            stop = -1
            if following == "(":
                stop = destination_end(text, i, end)
                if stop < 0 and "\n" not in text[i:].strip("\n") and end - i < MAX_LINK:
                    stop = end  # the file ends inside the address
            elif references and (reference := _REFERENCE.match(text, i)):
                name = reference[1] or text[inside:start]
                stop = reference.end() if name.casefold() in references else -1
            elif references and text[inside:start].casefold() in references:
                stop = i
            if stop < 0:
                continue
            if image:
                del edits[before:]
                edits.append((opened, stop, ""))
                images.append(opened)
            else:
                edits.append((opened, inside, ""))
                edits.append((start, stop, ""))
                links.append((inside, start))
            i = stop
        elif marks and (opener := _closes(text, marks, mark, start, i)) is not None:
            kind, a, b, _ = marks[opener]
            edits += [(a, b, ""), (start, i, "")]
            if len(kind) >= 2 and kind[0] in "*_":
                bold.append((b, start))
            del marks[opener:]
        elif i < end and not text[i].isspace() and len(mark) <= 6:
            marks.append((mark, start, i, False))
    for opened, inside, image, _ in brackets:
        # `![alt](addr` or `[text](addr` cut off by the end of the file inside the text: the mark alone goes
        last_line = end - opened < 300 and "\n" not in text[opened:].rstrip("\n")
        if last_line and (image or text[inside : inside + 2] == "!["):
            edits.append((opened, inside, ""))
    merged: list[tuple[int, int, str]] = []
    for edit in sorted(edits):
        if merged and edit[0] < merged[-1][1]:
            continue
        merged.append(edit)
    return Inline([e[0] for e in merged], merged, sorted(links), sorted(images), sorted(bold))


def _closes(text: str, marks: list[tuple[str, int, int, bool]], mark: str, start: int, end: int) -> int | None:
    """Return the index of the open emphasis that this mark closes, if any."""
    if start == 0 or text[start - 1].isspace():
        return None
    for index in range(len(marks) - 1, -1, -1):
        if marks[index][0] == mark and marks[index][2] < start:
            return index
    return None


def count(spans: list[tuple[int, int]], start: int, end: int) -> int:
    """How many spans start within a range or cover its start."""
    first = bisect_left(spans, (start, 0))
    last = bisect_left(spans, (end, 0))
    covering = first > 0 and spans[first - 1][1] > start
    return last - first + covering


def overlap(spans: list[tuple[int, int]], start: int, end: int) -> int:
    """How many characters of a range the spans cover."""
    total = 0
    index = max(0, bisect_left(spans, (start, 0)) - 1)
    while index < len(spans) and spans[index][0] < end:
        total += max(0, min(end, spans[index][1]) - max(start, spans[index][0]))
        index += 1
    return total
