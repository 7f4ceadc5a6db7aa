"""Markdown as scrapers write it -> blocks with source offsets.

CommonMark readers give lines, not characters, and read a list that a converter has indented by four spaces as code.
Scraped pages also hold links that span blank lines, addresses with spaces, and ends cut off in the middle of a link. So
inline marks are found over the whole document first (as edits: source ranges that vanish or become another string) and
the block structure is read line by line afterwards.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from pipeline.clean.blocks import Block, Kind, TextBuilder

MAX_LINK = 4000  # longest link text, in characters, that may still be closed
MAX_DEPTH = 64  # open brackets kept; more is noise

_INLINE = re.compile(
    r"\\[!-/:-@\[-`{-~]"  # escape
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

_ATX = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•·]|\d{1,9}[.)])(?:[ \t]+|$)")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_SETEXT = re.compile(r"[ ]{0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_ROW_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")


@dataclass(slots=True)
class Inline:
    """Edits of a document, ascending and disjoint: source range -> replacement; and the ranges of link texts."""

    starts: list[int] = field(default_factory=list)
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)


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


def inline(text: str, begin: int = 0) -> Inline:
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
            edits.append((start, i, mark[1]))
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


def blocks(text: str, begin: int = 0) -> list[Block]:
    """Return the blocks of a Markdown document from offset ``begin`` on."""
    return _Reader(text, inline(text, begin)).read(begin)


class _Reader:
    """Reads lines into blocks; holds the block that is still open."""

    def __init__(self, text: str, marks: Inline) -> None:
        self.text, self.marks = text, marks
        self.out: list[Block] = []
        self.lines: list[tuple[int, int]] = []
        self.kind: Kind = "para"
        self.level = 0
        self.in_table = False

    def read(self, begin: int) -> list[Block]:
        text, at, end = self.text, begin, len(self.text)
        fence = ""
        while at < end:
            stop = text.find("\n", at)
            stop = end if stop < 0 else stop
            line = text[at:stop]
            if fence:
                if line.strip().startswith(fence):
                    self.close()
                    fence = ""
                elif line.strip():
                    self.lines.append((at, stop))
            elif found := _FENCE.match(line):
                self.close()
                fence, self.kind = found[1], "code"
            else:
                self._line(line, at)
            at = stop + 1
        self.close()
        return self.out

    def _line(self, line: str, at: int) -> None:
        quoted = False
        shift = 0
        while found := _QUOTE.match(line, shift):
            shift, quoted = found.end(), True
        rest = line[shift:]
        stripped = rest.strip()
        if not stripped or self._vanishes(at + shift, at + len(line)):
            self.close()
            self.in_table = False
            if stripped:
                self._images_alone(at, at + len(line))
            return
        if found := _ATX.match(rest):
            self.close()
            self.kind, self.level = "heading", len(found[1])
            tail = len(rest.rstrip().rstrip("#").rstrip()) if rest.rstrip().endswith("#") else len(rest)
            self.lines.append((at + shift + found.end(), at + shift + max(found.end(), tail)))
            self.close()
        elif self.lines and self.kind == "para" and len(self.lines) <= 2 and (found := _SETEXT.match(rest)):
            self.kind, self.level = "heading", 1 if found[1][0] == "=" else 2
            self.close()
        elif _RULE.match(rest):
            self.close()
        elif _ROW_RULE.match(rest) and "|" in rest:
            if len(self.lines) == 1:
                self.kind = "row"
            self.close()
            self.in_table = True
        elif found := _ITEM.match(rest):
            self.close()
            indent = len(rest.expandtabs(4)) - len(rest.expandtabs(4).lstrip())
            self.kind, self.level = "item", 1 + indent // 2
            self.lines.append((at + shift + found.end(), at + len(line)))
        elif (stripped[0] == "|" and stripped.count("|") > 1) or (self.in_table and "|" in stripped):
            self.close()
            self.kind = "row"
            self.lines.append((at + shift, at + len(line)))
            self.close()
        else:
            if not self.lines:
                self.kind, self.level = ("quote" if quoted else "para"), 0
            self.lines.append((at + shift, at + len(line)))

    def _vanishes(self, start: int, end: int) -> bool:
        """Whether edits leave nothing of a source range."""
        at = start
        edits = self.marks.edits
        index = bisect_right(self.marks.starts, start) - 1
        if index >= 0 and edits[index][1] > at:
            at = edits[index][1]
        index += 1
        while at < end:
            stop = edits[index][0] if index < len(edits) else end
            if self.text[at : min(stop, end)].strip():
                return False
            if index >= len(edits) or stop >= end:
                return True
            if edits[index][2].strip():
                return False
            at = max(at, edits[index][1])
            index += 1
        return True

    def _images_alone(self, start: int, end: int) -> None:
        """Count images of a line without text towards the block before it."""
        if self.out:
            images = self.marks.images
            self.out[-1].images += bisect_left(images, end) - bisect_left(images, start)

    def close(self) -> None:
        """Finish the open block."""
        lines, self.lines = self.lines, []
        kind, level = self.kind, self.level
        self.kind, self.level = "para", 0
        if not lines:
            return
        builder = TextBuilder()
        for start, end in lines:
            if builder.parts:
                builder.add("\n", start - 1)
            self._collect(builder, start, end, cells=kind == "row")
        text, pieces = builder.take()
        if not text.strip("|-*_#>+ \t"):
            return
        start, end = lines[0][0], lines[-1][1]
        images = self.marks.images
        self.out.append(
            Block(
                kind=kind,
                text=text,
                pieces=pieces,
                start=start,
                end=end,
                level=level,
                link_chars=min(len(text), builder.link_chars),
                links=_count(self.marks.links, start, end),
                images=bisect_left(images, end) - bisect_left(images, start),
                bold_chars=_overlap(self.marks.bold, start, end),
            )
        )

    def _collect(self, builder: TextBuilder, start: int, end: int, cells: bool) -> None:
        """Append the plain text of a source range."""
        marks, at = self.marks, start
        index = bisect_right(marks.starts, start) - 1
        if index >= 0 and marks.edits[index][1] > at:
            at = min(end, marks.edits[index][1])
        index += 1
        while at < end:
            edit = marks.edits[index] if index < len(marks.edits) else None
            stop = min(end, edit[0]) if edit else end
            if stop > at:
                self._plain(builder, at, stop, cells)
            if edit is None or edit[0] >= end:
                break
            if edit[2]:
                builder.add(edit[2], edit[0], edit[1] - edit[0], self._linked(edit[0]))
            at = edit[1]
            index += 1

    def _plain(self, builder: TextBuilder, start: int, end: int, cells: bool) -> None:
        """Append plain source text, in runs inside and outside links."""
        links = self.marks.links
        index = bisect_right(links, (start, 1 << 60)) - 1
        at = start
        while at < end:
            linked = index >= 0 and links[index][0] <= at < links[index][1]
            stop = end
            if linked:
                stop = min(end, links[index][1])
            elif index + 1 < len(links):
                stop = min(end, max(at + 1, links[index + 1][0]))
            run = self.text[at:stop]
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
        links = self.marks.links
        index = bisect_right(links, (at, 1 << 60)) - 1
        return index >= 0 and links[index][0] <= at < links[index][1]


def _count(spans: list[tuple[int, int]], start: int, end: int) -> int:
    """How many spans start within a range or cover its start."""
    first = bisect_left(spans, (start, 0))
    last = bisect_left(spans, (end, 0))
    covering = first > 0 and spans[first - 1][1] > start
    return last - first + covering


def _overlap(spans: list[tuple[int, int]], start: int, end: int) -> int:
    """How many characters of a range the spans cover."""
    total = 0
    index = max(0, bisect_left(spans, (start, 0)) - 1)
    while index < len(spans) and spans[index][0] < end:
        total += max(0, min(end, spans[index][1]) - max(start, spans[index][0]))
        index += 1
    return total
