"""HTML as served -> blocks with source offsets, and the tree they stand in.

Tree builders (lxml, html5lib) do not say where in the source a character came from, so the tags are read here: one pass
of a tokenizer, a stack of open elements, the implied ends of the HTML standard that matter for text (``p``, ``li``,
table cells). Nothing recurses, so depth is harmless.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from pipeline.clean.blocks import Block, Kind, TextBuilder

MAX_OPEN = 400  # elements nested deeper than this are read as if flat

# attributes, as the HTML standard reads them: a quote opens a value only after "="; elsewhere it is a slip. A value may
# be of any length where it has no angle brackets (pictures and data are written into attributes), else of a length that
# keeps a forgotten quote from swallowing the page
_ATTRIBUTES = r"(?:[^<>=]|=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|\"[^\"]{0,20000}\"|'[^']{0,20000}')?)*+"
_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    rf"|<(?P<raw>script|style|textarea|title|xmp|noframes)(?=[\s/>])(?P<rawattrs>{_ATTRIBUTES})>"
    r"(?P<content>.*?)(?:</(?P=raw)\s*>|\Z)"
    rf"|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9:-]{{0,40}})(?P<attrs>{_ATTRIBUTES})/?>"
    r"|<[!?/][^>]*>",
    re.S | re.I,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(class|id|role|itemprop|href|hidden|style|aria-hidden|aria-label|datetime|content|name|property|rel|data-testid)"
    r"(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))|(?=[\s/>]|$))",
    re.I,
)
# dates of publication in the data that scripts carry
_STATE = re.compile(
    r'"(?:datePublished|publishedAt|published_at|publishDate|publish_date|publishedDate|firstPublished\w*|pubDate'
    r'|publicationDate|post_date|published_date|published_time|date_published|published)\\?"\s*:\s*\\?"([^"\\]{8,40})'
)
_CLASSED = re.compile(r"class|id\s*=|role|itemprop|hidden|style|data-testid", re.I)

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
     "wbr")
)  # fmt: skip
SKIPPED = frozenset(
    ("head", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video", "select",
     "datalist", "map", "rp", "rt")
)  # fmt: skip
INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
     "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
     "time", "tt", "u", "var", "wbr", "nobr", "ruby", "picture", "source", "track", "embed", "param", "area",
     "input", "link", "meta")
)  # fmt: skip
_CLOSES = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select"}),
}
_ENDS_P = frozenset(
    ("address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
     "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul", "li")
)  # fmt: skip
_HEADING = {f"h{n}": n for n in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True, eq=False)
class Node:
    """An element: its tag, its class, id and role in one string, and sums over the text below it."""

    tag: str
    marks: str
    parent: int
    depth: int
    hidden: bool = False
    chars: int = 0
    link_chars: int = 0
    prose: int = 0
    blocks: int = 0


@dataclass(slots=True)
class Page:
    """Blocks of a page, the node each stands in, all nodes, and what the head says."""

    blocks: list[Block] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    title: str = ""
    metas: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    canonical: str = ""
    language: str = ""
    times: list[tuple[int, str, str, str]] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    deepest: int = 0


def attributes(source: str) -> dict[str, str]:
    """Return the attributes that matter out of a tag's source."""
    out: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(source):
        value = found[2] if found[2] is not None else found[3] if found[3] is not None else found[4] or ""
        out.setdefault(found[1].lower(), html.unescape(value) if "&" in value else value)
    return out


def parse(text: str) -> Page:
    """Return the blocks of an HTML page."""
    return _Reader(text).read()


class _Reader:
    """One pass over the source; ``stack`` holds indices of open nodes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.page = Page(nodes=[Node("#root", "", -1, 0)])
        self.stack = [0]
        self.skipping = 0
        self.links = 0
        self.bold = 0
        self.builder = TextBuilder()
        self.begin = self.last = 0
        self.row = 0
        self.rows: list[int] = []
        self.breaks = 0

    def read(self) -> Page:
        text, page = self.text, self.page
        at = 0
        for found in _TOKEN.finditer(text):
            start, end = found.span()
            if start > at:
                self.characters(at, start)
            at = end
            tag = found["tag"]
            if tag is not None:
                tag = tag.lower()
                if found["close"]:
                    self.end(tag)
                else:
                    self.start(tag, found["attrs"], start)
            elif found["raw"] is not None:
                self.raw(found["raw"].lower(), found["rawattrs"], found["content"])
        if at < len(text):
            self.characters(at, len(text))
        self.flush()
        self._join_rows()
        self._sums()
        return page

    def raw(self, tag: str, attrs: str, content: str) -> None:
        if tag == "title" and not self.page.title:
            self.page.title = " ".join(html.unescape(content).split())
        elif tag == "script" and len(content) < 500_000:
            if "ld+json" in attrs.lower():
                self.page.scripts.append(content)
            elif len(self.page.states) < 3:
                self.page.states += [m[1] for m in _STATE.finditer(content)][:3]

    def characters(self, start: int, end: int) -> None:
        if self.skipping:
            return
        text = self.text
        run = text[start:end]
        if not run.strip():
            if self.builder.parts:
                self.builder.add(" ", start, end - start, self.links > 0)
            return
        if not self.builder.parts:
            self.begin = start
        linked = self.links > 0
        before = self.builder.length
        at = start
        if "&" in run:
            for found in _ENTITY.finditer(text, start, end):
                plain = html.unescape(found[0])
                if plain == found[0]:
                    continue
                if found.start() > at:
                    self.builder.add(text[at : found.start()], at, None, linked)
                plain = " " if plain == "\u00a0" else plain
                self.builder.add(plain, found.start(), found.end() - found.start(), linked)
                at = found.end()
        if at < end:
            self.builder.add(text[at:end], at, None, linked)
        if self.bold:
            self.builder.bold_chars += self.builder.length - before
        self.last = end
        self.breaks = 0

    def start(self, tag: str, attrs: str, at: int) -> None:
        if tag in VOID:
            self.void(tag, attrs, at)
            return
        if tag in ("html", "body"):
            if tag == "html" and attrs and (found := re.search(r"\blang\s*=\s*[\"']?([A-Za-z-]{2,10})", attrs)):
                self.page.language = found[1]
            if self.page.nodes[self.stack[-1]].tag != "head":
                return
        if tag in _CLOSES:
            closes, limit = _CLOSES[tag]
            self.implied(closes, limit)
        elif tag in _ENDS_P:
            self.implied({"p"}, {"table", "td", "th", "li", "button", "a", "div", "section", "article"})
        if tag == "body":
            self.end("head")
            return
        if tag not in INLINE and not self.skipping:
            self.flush()
        if len(self.stack) >= MAX_OPEN:
            return
        marks, hidden = "", False
        if attrs and _CLASSED.search(attrs):
            values = attributes(attrs)
            marks = " ".join(
                values[k] for k in ("class", "id", "role", "itemprop", "data-testid") if values.get(k)
            ).lower()[:300]
            hidden = (
                "hidden" in values
                or values.get("aria-hidden") == "true"
                or _HIDDEN.search(values.get("style", "")) is not None
            )
        parent = self.stack[-1]
        nodes = self.page.nodes
        nodes.append(Node(tag, marks, parent, nodes[parent].depth + 1, hidden or nodes[parent].hidden))
        self.stack.append(len(nodes) - 1)
        self.page.deepest = max(self.page.deepest, len(self.stack))
        if tag in SKIPPED:
            self.skipping += 1
        elif tag == "a":
            self.links += 1
            self.builder.links += 1
        elif tag in ("b", "strong"):
            self.bold += 1
        elif tag == "tr":
            self.row += 1
        elif tag == "time" and len(self.page.times) < 40:
            values = attributes(attrs)
            if values.get("datetime"):
                where = f"{values.get('itemprop', '')} {values.get('class', '')} {self.around()}".lower()
                self.page.times.append((at, values["datetime"], where, ""))

    def around(self) -> str:
        """Return the marks of the innermost open elements."""
        return " ".join(self.page.nodes[i].marks for i in self.stack[-4:])

    def void(self, tag: str, attrs: str, at: int) -> None:
        if tag == "br":
            self.breaks += 1
            if self.breaks >= 2 and self.builder.parts:
                self.flush()
            elif self.builder.parts:
                self.builder.add(" ", at, 4)
        elif tag == "hr":
            self.flush()
        elif tag == "img":
            if not self.skipping:
                self.builder.images += 1
        elif tag == "meta":
            values = attributes(attrs)
            name = values.get("property") or values.get("name") or values.get("itemprop")
            if name and values.get("content") and len(self.page.metas) < 400:
                self.page.metas.append((name.lower(), values["content"]))
        elif tag == "link" and "canonical" in attrs:
            values = attributes(attrs)
            if values.get("rel", "").lower() == "canonical" and not self.page.canonical:
                self.page.canonical = values.get("href", "")

    def end(self, tag: str) -> None:
        nodes = self.page.nodes
        for index in range(len(self.stack) - 1, max(0, len(self.stack) - 60), -1):
            if nodes[self.stack[index]].tag == tag:
                self.pop_to(index)
                return
            if tag in INLINE and nodes[self.stack[index]].tag not in INLINE:
                return
        if tag == "p" and not self.skipping:
            self.flush()

    def implied(self, closes: set[str], limit: set[str]) -> None:
        """Close the innermost open element out of ``closes`` unless one out of ``limit`` is nearer."""
        nodes = self.page.nodes
        for index in range(len(self.stack) - 1, max(0, len(self.stack) - 30), -1):
            tag = nodes[self.stack[index]].tag
            if tag in closes:
                self.pop_to(index)
                return
            if tag in limit:
                return

    def pop_to(self, index: int) -> None:
        nodes = self.page.nodes
        while len(self.stack) > index:
            tag = nodes[self.stack[-1]].tag
            if tag not in INLINE and not self.skipping:
                self.flush()
            self.stack.pop()
            if tag in SKIPPED:
                self.skipping -= 1
            elif tag == "a":
                self.links -= 1
            elif tag in ("b", "strong"):
                self.bold -= 1

    def flush(self) -> None:
        """Finish the block that is open, if any."""
        builder, self.builder = self.builder, TextBuilder()
        self.breaks = 0
        if self.links:
            self.builder.links = 1
        page = self.page
        if not builder.parts:
            if builder.images and page.blocks:
                page.blocks[-1].images += builder.images
            return
        linked, links, images, bold = builder.link_chars, builder.links, builder.images, builder.bold_chars
        text, pieces = builder.take()
        if not text:
            return
        kind, level, owner, tags = self.place()
        page.blocks.append(
            Block(
                kind=kind,
                text=text,
                pieces=pieces,
                start=self.begin,
                end=self.last,
                level=level,
                link_chars=min(len(text), linked),
                links=links,
                images=images,
                bold_chars=min(len(text), bold),
                tags=tags,
                marks=page.nodes[owner].marks,
            )
        )
        page.owners.append(owner)
        self.rows.append(self.row if kind == "row" else 0)

    def place(self) -> tuple[Kind, int, int, tuple[str, ...]]:
        """Return kind, level, innermost block element and the tags around it, innermost first."""
        nodes = self.page.nodes
        index = len(self.stack) - 1
        while index > 0 and nodes[self.stack[index]].tag in INLINE:
            index -= 1
        owner = self.stack[index]
        tags = tuple(nodes[i].tag for i in reversed(self.stack[max(1, index - 11) : index + 1]))
        kind: Kind = "para"
        level = 0
        for tag in tags[:4]:
            if tag in _HEADING:
                return "heading", _HEADING[tag], owner, tags
            if tag in ("li", "dt", "dd"):
                return "item", 1 + sum(t in ("ul", "ol") for t in tags), owner, tags
            if tag in ("td", "th", "caption"):
                return "row", 0, owner, tags
            if tag == "pre":
                return "code", 0, owner, tags
            if tag == "figcaption":
                return "caption", 0, owner, tags
            if tag == "blockquote":
                kind = "quote"
        return kind, level, owner, tags

    def _join_rows(self) -> None:
        """Join the short cells of a table row into one block."""
        blocks, owners = self.page.blocks, self.page.owners
        out: list[Block] = []
        kept: list[int] = []
        last = 0
        for block, owner, row in zip(blocks, owners, self.rows, strict=True):
            if row and row == last and len(block.text) < 120 and len(out[-1].text) < 1000:
                before = out[-1]
                gap = len(before.text)
                before.pieces.append((gap, before.end, 1, max(0, block.start - before.end)))
                before.pieces += [(gap + 1 + c, s, n, m) for c, s, n, m in block.pieces]
                before.text += " " + block.text
                before.end = block.end
                before.link_chars += block.link_chars
                before.links += block.links
                before.images += block.images
                before.bold_chars += block.bold_chars
                continue
            last = row if len(block.text) < 120 else 0
            out.append(block)
            kept.append(owner)
        self.page.blocks, self.page.owners = out, kept

    def _sums(self) -> None:
        """Add up text, link text and prose below each node."""
        nodes = self.page.nodes
        for block, owner in zip(self.page.blocks, self.page.owners, strict=True):
            size = len(block.text)
            prose = size - block.link_chars if size >= 80 and block.link_chars < size / 3 and block.kind != "row" else 0
            index = owner
            while index >= 0:
                node = nodes[index]
                node.chars += size
                node.link_chars += block.link_chars
                node.prose += prose
                node.blocks += 1
                index = node.parent
