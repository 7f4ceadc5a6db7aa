"""Raw document -> Article: boilerplate, markup, metadata, language, offsets back to the source."""

from __future__ import annotations

import re
from datetime import date

from pipeline.records import Article, RawDocument, content_id


def clean(document: RawDocument, mode: str = "auto") -> Article:
    """Return the article in a raw document. ``mode`` is ``auto`` or ``none`` (text is kept as it stands)."""
    text = document.content
    published = document.date
    if mode == "auto" and document.media == "markdown":
        _, front, text = text.split("---\n", 2)
        found = re.search(r"^date: (\S+)", front, re.M)
        published = published or (found[1] if found else None)
        text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(r"(?m)^#+ *", "", text)
    return Article(
        article_id=content_id("a", document.source_uri, document.record_id, text),
        source_uri=document.source_uri,
        text=text,
        record_id=document.record_id,
        url=document.url,
        title=document.title,
        publisher=document.publisher,
        author=document.author,
        published=date.fromisoformat(published[:10]) if published else None,
        fetched_at=document.fetched_at,
        language=document.language,
    )
