"""Blocks that stand word for word in many articles of one source: newsletter boxes, legal lines, notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from pipeline.clean import frontmatter, html, markdown
from pipeline.clean.blocks import Block
from pipeline.clean.metadata import fold, host
from pipeline.clean.select import Verdict
from pipeline.clean.text import paragraphs
from pipeline.records import Failure, RawDocument

LEAST = 5  # articles of a source that hold a block before it can be furniture
SHARE = 0.3  # of the articles of that source; what a series of updates has in common stays below it
LONGEST = 600  # characters of a block that is looked at
MOST = 1_000_000  # different blocks remembered, about 100 bytes each; later ones are not counted

_WORD = re.compile(r"\w+")


def read_blocks(document: RawDocument) -> tuple[str, list[Block]]:
    """Return the source that a document comes from and its blocks."""
    url, publisher = document.url, document.publisher
    if document.media == "html":
        page = html.parse(document.content)
        stated = next((value for name, value in page.metas if name == "og:url"), None)
        return origin(document, url or page.canonical or stated, publisher), page.blocks
    if document.media == "markdown":
        fields, at, _ = frontmatter.split(document.content)
        found = markdown.blocks(document.content, frontmatter.body_start(document.content, at))
        return origin(document, url or fields.get("url"), publisher or fields.get("source")), found
    return origin(document, url, publisher), paragraphs(document.content)


def origin(document: RawDocument, url: str | None, publisher: str | None) -> str:
    """Return what articles of one source have in common: the host, else the publisher, else the folder or file."""
    uri = document.source_uri
    place = uri.rpartition("#")[0] or uri.rpartition("/")[0]
    return host(url) or fold(publisher or "") or place


def block_hash(text: str) -> int:
    """Return eight bytes that are equal for blocks with the same words."""
    words = " ".join(_WORD.findall(text.casefold()))
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


@dataclass(frozen=True, slots=True)
class Repeated:
    """Source -> hashes of the blocks that are furniture there."""

    furniture: dict[str, frozenset[int]]

    @classmethod
    def count(cls, documents: Iterable[RawDocument | Failure]) -> Repeated:
        """Read documents and return which of their blocks recur.

        A block counts once an article, and articles with the same blocks count once. The outcome does not depend on the
        order of the documents unless there are more than MOST different blocks.
        """
        counts: dict[str, dict[int, int]] = {}
        articles: dict[str, int] = {}
        seen: set[tuple[str, int]] = set()
        known = 0
        for document in documents:
            if isinstance(document, Failure):
                continue
            source, blocks = read_blocks(document)
            own = {block_hash(b.text) for b in blocks if len(b.text) <= LONGEST}
            whole = (source, hash(frozenset(own)))
            if whole in seen:
                continue
            seen.add(whole)
            articles[source] = articles.get(source, 0) + 1
            here = counts.setdefault(source, {})
            for number in own:
                if number in here:
                    here[number] += 1
                elif known < MOST:
                    here[number] = 1
                    known += 1
        found = {
            source: frozenset(n for n, c in here.items() if c >= max(LEAST, SHARE * articles[source]))
            for source, here in counts.items()
        }
        return cls({source: numbers for source, numbers in found.items() if numbers})

    def drop(self, source: str, blocks: Sequence[Block], verdicts: list[Verdict]) -> list[Verdict]:
        """Return the verdicts with repeated blocks dropped; a heading stays while what it opens stays.

        An article that would be left with nothing is left as it is.
        """
        numbers = self.furniture.get(source)
        if not numbers:
            return verdicts
        out = list(verdicts)
        following = False  # whether what follows is kept and no heading
        for i in range(len(blocks) - 1, -1, -1):
            block = blocks[i]
            if not out[i].kept:
                continue
            repeated = len(block.text) <= LONGEST and block_hash(block.text) in numbers
            if repeated and not (block.kind == "heading" and following):
                out[i] = replace(out[i], kept=False, reason="repeated in other articles")
            else:
                following = block.kind != "heading"
        return out if any(v.kept for v in out) else verdicts
