"""Which column or key of a table or JSON record holds what, and records made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from pipeline.errors import LoadError, nearest
from pipeline.load.options import LoadOptions
from pipeline.records import RawDocument
from pipeline.timestamps import moment

# field -> names it goes by in the exports of other tools (news-please, GDELT, Media Cloud, NewsAPI, Factiva and
# LexisNexis converters, CC-NEWS dumps, trafilatura); first match wins
GUESSES: dict[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "body", "content", "article_text", "article", "fulltext", "full_text", "articlebody",
             "article_body", "plain_text", "plaintext", "raw_text", "story", "description", "summary", "abstract"),
    "html": ("html", "raw_html", "rawhtml", "html_content", "body_html", "content_html", "page", "markup"),
    "id": ("id", "record_id", "article_id", "doc_id", "docid", "document_id", "uuid", "guid", "_id", "stories_id",
           "globaleventid", "gkgrecordid"),
    "title": ("title", "headline", "head", "article_title", "page_title"),
    "url": ("url", "link", "source_url", "sourceurl", "documentidentifier", "article_url", "canonical_url", "permalink",
            "web_url", "webpage"),
    "date": ("date", "published", "date_publish", "publish_date", "published_at", "publishedat", "publication_date",
             "pub_date", "pubdate", "date_published", "datepublished", "published_date", "dateline", "created_at",
             "timestamp", "seendate", "day", "sqldate"),
    "source": ("source", "publisher", "source_domain", "media_name", "sitename", "site_name", "outlet", "newspaper",
               "publication", "domain", "hostname", "sourcecommonname", "media"),
    "author": ("author", "authors", "byline", "creator", "writer"),
    "language": ("language", "lang", "locale", "sourcelanguage"),
    "fetched": ("fetched_at", "fetched", "date_download", "fetch_date", "downloaded_at", "crawl_date", "crawled_at",
                "retrieved", "scraped_at"),
}  # fmt: skip


def choose(columns: Iterable[str], options: LoadOptions, where: str) -> dict[str, str]:
    """Return field -> column. Guesses other than the field's own name go to ``options.report``.

    Raises :class:`LoadError` when a mapped column is missing or no column can hold the text.
    """
    names = list(columns)
    for name, column in options.mapping.items():
        if column not in names:
            raise LoadError(
                f"--map {name}={column}: no column {column!r}{nearest(column, names)}; "
                f"there are: {', '.join(map(str, names[:40]))}"
            )
    folded: dict[str, str] = {}
    for column in names:
        folded.setdefault(re.sub(r"[\s.-]+", "_", str(column).strip()).casefold(), column)
    chosen = dict(options.mapping)
    taken = set(chosen.values())
    guessed = []
    for name, candidates in GUESSES.items():
        if name in chosen or (name == "html" and "text" in chosen) or (name == "text" and "html" in options.mapping):
            continue
        for candidate in candidates:
            column = folded.get(candidate, "")
            if column and column not in taken:
                chosen[name] = column
                taken.add(column)
                if column != name:
                    guessed.append(f"{name}={column}")
                break
    if "text" not in chosen and "html" not in chosen:
        raise LoadError(
            f"no column looks like the text of an article among: {', '.join(map(str, names[:40]))}; "
            "name one with --map text=COLUMN"
        )
    if guessed and options.report:
        options.report(f"{where}: columns taken as {','.join(guessed)} (change with --map)")
    return chosen


_TAGS = re.compile(r"<(?:!doctype html|html|head|body|div|p|article|br|h1|h2|ul|table|span|section|a\s)[\s>/]", re.I)


def looks_like_html(text: str) -> bool:
    """Whether a string is HTML rather than prose that mentions a tag."""
    head = text[:4000].lstrip()
    return (head.startswith("<") and _TAGS.match(head) is not None) or len(_TAGS.findall(head)) >= 3


def document(
    record: Mapping[str, Any], chosen: Mapping[str, str], uri: str, notes: tuple[str, ...] = ()
) -> RawDocument:
    """Return the raw document in one table row or JSON object.

    Raises :class:`LoadError` when the text is missing or not a string.
    """
    column = chosen.get("text") if plain(record.get(chosen.get("text", ""))) else chosen.get("html", chosen.get("text"))
    content = record.get(column or "")
    if isinstance(content, list) and all(isinstance(x, str) for x in content):
        content = "\n\n".join(content)
    if content is None:
        raise LoadError(f"no value for {column!r}")
    if not isinstance(content, str):
        raise LoadError(f"{column!r} holds a {type(content).__name__}, not text")
    if not content.strip():
        raise LoadError(f"{column!r} is empty")
    media = "html" if column == chosen.get("html") or looks_like_html(content) else "text"
    get = {name: plain(record.get(column)) for name, column in chosen.items()}
    return RawDocument(
        source_uri=uri,
        record_id=get.get("id"),
        media=media,
        content=content,
        title=get.get("title"),
        url=get.get("url"),
        date=get.get("date"),
        publisher=get.get("source"),
        author=get.get("author"),
        language=get.get("language"),
        fetched_at=moment(get.get("fetched")),
        notes=notes,
    )


def plain(value: Any) -> str | None:
    """Return a metadata value as a string: names out of objects, lists joined, dates in ISO form; None when empty."""
    if value is None or value == "" or value != value:
        return None
    if isinstance(value, Mapping):
        return plain(next((value[k] for k in ("name", "title", "id", "uri", "value", "$oid") if value.get(k)), None))
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(plain, value))) or None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None
