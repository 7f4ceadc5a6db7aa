"""RSS 2.0, RSS 1.0 (RDF) and Atom -> raw documents, streamed.

Expat is told to stop at any entity declaration, so entity bombs and external entities never expand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from xml.parsers import expat

from pipeline.errors import LoadError
from pipeline.load.columns import looks_like_html
from pipeline.load.containers import Member
from pipeline.load.options import LoadOptions
from pipeline.records import Failure, RawDocument

MAX_DEPTH = 200
# namespace-stripped element -> field; a later, fuller text replaces a shorter one
_FIELDS = {
    "title": "title", "link": "url", "guid": "id", "id": "id", "pubdate": "date", "published": "date", "date": "date",
    "updated": "updated", "creator": "author", "author": "author", "name": "author", "encoded": "text",
    "content": "text", "description": "text", "summary": "text", "source": "source",
}  # fmt: skip


def read_feed(member: Member, options: LoadOptions) -> Iterator[RawDocument | Failure]:
    """Yield a document per item or entry. Raises :class:`LoadError` for entity declarations and damaged XML."""
    reader = _Feed(options.limits.record)
    number = 0
    while True:
        data = member.stream.read(1 << 16)
        broken: LoadError | None = None
        try:
            reader.parser.Parse(data, not data)
        except expat.ExpatError as error:
            broken = LoadError(f"damaged XML after {number + len(reader.done)} items: {error}")
        for item in reader.done:
            number += 1
            yield _document(item, f"{member.uri}#{number}", reader.channel)
        reader.done.clear()
        if broken:
            raise broken
        if not data:
            return


class _Feed:
    """Collects the fields of the item that is open."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.done: list[dict[str, str]] = []
        self.item: dict[str, str] | None = None
        self.path: list[str] = []
        self.text: list[str] = []
        self.size = 0
        self.channel = ""
        self.markup = 0
        parser = expat.ParserCreate(namespace_separator=None)
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.data
        parser.EntityDeclHandler = self.entity
        self.parser = parser

    def entity(self, name: str, *_: object) -> None:
        raise LoadError(f"refused: the XML declares the entity {name!r}, as entity bombs do")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        if len(self.path) >= MAX_DEPTH:
            raise LoadError(f"refused: XML nested more than {MAX_DEPTH} deep")
        if self.markup:
            self.markup += 1
            self.data(" " if tag not in ("b", "i", "em", "strong", "a", "span") else "")
        elif tag in ("item", "entry"):
            self.item, self.size = {}, 0
        elif self.item is not None and tag == "link" and attributes.get("href"):
            if attributes.get("rel", "alternate") == "alternate":
                self.item.setdefault("url", attributes["href"])
        elif self.item is not None and tag in ("content", "summary") and attributes.get("type") == "xhtml":
            self.markup = 1
        self.path.append(tag)
        if not self.markup > 1:
            self.text = []

    def data(self, text: str) -> None:
        self.size += len(text)
        if self.size > self.limit:
            raise LoadError(f"refused: one item of more than {self.limit:,} characters")
        self.text.append(text)

    def end(self, name: str) -> None:
        tag = self.path.pop()
        if self.markup:
            self.markup -= 1
            if self.markup:
                return
        value = "".join(self.text).strip()
        if self.item is None:
            if tag == "title" and not self.channel:
                self.channel = value
            self.text, self.size = [], 0
            return
        if tag in ("item", "entry"):
            self.done.append(self.item)
            self.item = None
        elif (field := _FIELDS.get(tag)) and "source" not in self.path:
            # the fullest of description, summary and content is the text; of everything else the first counts
            known = self.item.get(field, "")
            if len(value) > len(known) and (field == "text" or not known):
                self.item[field] = value
        self.text = []


def _document(item: dict[str, str], uri: str, channel: str) -> RawDocument | Failure:
    text = item.get("text", "")
    identity = item.get("id")
    if not text:
        return Failure(uri, identity, "load", "LoadError", "the item has no text")
    date = item.get("date") or item.get("updated")
    if date and re.match(r"[A-Za-z]{3},|\d{1,2} [A-Za-z]{3}", date):
        try:
            date = parsedate_to_datetime(date).isoformat()
        except (ValueError, IndexError):
            date = item.get("date")
    return RawDocument(
        source_uri=uri,
        record_id=identity,
        media="html" if looks_like_html(text) or "</" in text else "text",
        content=text,
        title=item.get("title"),
        url=item.get("url"),
        date=date,
        publisher=item.get("source") or channel or None,
        author=item.get("author"),
    )
