"""What an HTML page says about its article: JSON-LD, OpenGraph and other meta elements, ``time`` elements, bylines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.clean import dates
from pipeline.clean.authors import tidy
from pipeline.clean.html import Page
from pipeline.clean.metadata import Witness, first, fold, headline, site_part

_ARTICLE = re.compile(r"article|posting|report|review|story|webpage|recipe|howto|podcastepisode|liveblog", re.I)
_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published", "datepublished",
    "date_published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish_date", "publish-date",
    "published_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "article.published",
    "citation_publication_date", "citation_date", "originalpublicationdate", "rnews:datepublished",
    "article_date_original",
    "cxenseparse:recs:publishtime", "publication_date", "creation_date", "pub_date", "article:published_date",
    "published_at", "publish_time", "dcsext.articlefirstpublished", "dc.date.published",
    "shareaholic:article_published_time",
)  # fmt: skip
_DATED = ("dc.date", "dcterms.date", "dc:date", "date", "article:date", "prism.publicationdate", "uploaddate")
_CHANGED = (
    "article:modified_time", "og:updated_time", "datemodified", "og:modified_time", "last-modified",
    "dcterms.modified",
)  # fmt: skip
_SITE = (
    "og:site_name", "application-name", "twitter:site:name", "cre", "dc.publisher", "publisher",
    "apple-mobile-web-app-title",
)  # fmt: skip
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
           "citation_author", "article:author_name", "byline", "authors", "og:author", "article.author",
           "dc.contributor", "shareaholic:article_author_name", "rbauthors")  # fmt: skip


# what the classes around a time element say about it
_MARKED = re.compile(r"publish|pubdate|entry-date|post-?date|created|posted|article-?date|byline|dateline|date-?time")
_LATE = re.compile(r"updat|modif|comment|relat|recent|sidebar|widget|footer|pagination|card|teaser")


@dataclass(slots=True)
class Linked:
    """What JSON-LD says about the article."""

    headline: str | None = None
    published: str | None = None
    created: str | None = None
    changed: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None


def linked_data(page: Page) -> Linked:
    """Read the JSON-LD of a page; broken JSON is searched for its dates only."""
    out = Linked()
    for script in page.scripts:
        source = re.sub(r"^\s*(?:<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>)\s*$", "", script)
        try:
            data = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            found = re.search(r'"datePublished"\s*:\s*"([^"]{4,40})"', source)
            out.published = out.published or (found[1] if found else None)
            continue
        for thing in _things(data, 0):
            _hear(out, thing)
    return out


def _hear(out: Linked, thing: Mapping[str, Any]) -> None:
    kind = " ".join(_strings(thing.get("@type")))
    if not _ARTICLE.search(kind):
        return
    article = "webpage" not in kind.lower()
    out.headline = (out.headline if not article else None) or _one(thing.get("headline")) or out.headline
    for name, key in (("published", "datePublished"), ("created", "dateCreated"), ("changed", "dateModified")):
        value = _one(thing.get(key))
        if value and (article or not getattr(out, name)):
            setattr(out, name, value if not getattr(out, name) or article else getattr(out, name))
    if article:
        out.authors = out.authors or _names(thing.get("author") or thing.get("creator"))
        out.publisher = out.publisher or next(iter(_names(thing.get("publisher"))), None)


def _things(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data[:200]:
            yield from _things(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            if isinstance(data.get(key), (list, dict)):
                yield from _things(data[key], depth + 1)


def _strings(value: Any) -> list[str]:
    return [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)]


def _one(value: Any) -> str | None:
    return next((" ".join(v.split()) for v in _strings(value) if v.strip()), None)


def _names(value: Any) -> list[str]:
    out = []
    for item in value if isinstance(value, list) else [value]:
        name = _one(item.get("name") if isinstance(item, dict) else item)
        if name and not name.startswith("http"):
            out.append(name)
    return out


class Head:
    """The statements of one page, read once. Values of meta elements are looked up by name."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.linked = linked_data(page)
        self.metas: dict[str, str] = {}
        for name, value in page.metas:
            self.metas.setdefault(name, value)

    def meta(self, *names: str) -> str | None:
        """Return the first meta element of these names that says something."""
        return first(self.metas.get(name) for name in names)

    @property
    def publisher(self) -> str | None:
        """The name of the site."""
        return first([self.meta(*_SITE[:1]), self.linked.publisher, self.meta(*_SITE[1:])])

    @property
    def url(self) -> str | None:
        """The canonical address."""
        found = [self.page.canonical, self.meta("og:url", "twitter:url")]
        return first(u for u in found if u and u.startswith("http"))

    def title(self, given: str | None = None) -> str | None:
        """Return the headline: the heading that agrees with the page's title, or the title without the site's name."""
        # the name of the site is often a heading too
        site = {fold(self.publisher or ""), fold(site_part(self.page.title, self.publisher))} - {fold(self.page.title)}
        found = [b for b in self.page.blocks if b.kind == "heading" and len(b.text) < 300 and fold(b.text) not in site]
        headings = [b.text for b in found if b.level <= 2]
        top = [b.text for b in found if b.level == 1]
        stated = [given, self.meta("og:title"), self.linked.headline, self.page.title, self.meta("twitter:title")]
        known = [s for s in stated if s and s.strip()]
        # an H1 that says much the same as a title, then any heading that says the same, then a title less the site
        near = max(top, key=lambda h: likeness(h, known), default="")
        agreeing = [h for h in headings if any(agree(h, t) for t in known)]
        if near in agreeing or (near and likeness(near, known) >= 0.3 and len(near.split()) >= 4):
            return self.bare(near, known)
        if agreeing:
            return self.bare(agreeing[0], known)
        linked = self.linked.headline
        if linked and any(linked.casefold() in k.casefold() for k in known if k != linked):
            return linked
        return headline(first(known), top, self.publisher)

    def bare(self, heading: str, known: list[str]) -> str:
        """Return a heading without a rubric before it or a site's addition after a bar."""
        for title in known:
            core = headline(title, [], self.publisher) or title
            if len(core.split()) >= 4 and heading.endswith(core) and 0 < len(heading) - len(core) < 25:
                return core
        before = heading.split(" | ")[0].strip()
        return before if len(before.split()) >= 4 else heading

    def author(self) -> str | None:
        """Return who wrote the article, according to JSON-LD or meta elements."""
        stated = [", ".join(dict.fromkeys(self.linked.authors)), *(self.metas.get(name) for name in _AUTHOR)]
        if re.search(r"\bby\b|author", self.meta("twitter:label1") or "", re.I):
            stated.append(self.metas.get("twitter:data1"))
        return first(tidy(value, self.publisher) for value in stated)

    def witnesses(self) -> tuple[list[Witness], list[Witness], list[Witness]]:
        """Return dates of publication that are explicit, those that are likely, and dates of change."""
        explicit: list[Witness] = []
        likely: list[Witness] = []
        changed: list[Witness] = []

        def say(where: list[Witness], source: str, value: str | None) -> None:
            if day := dates.plausible(dates.parse(value), stated=True):
                where.append(Witness(day, source, stated=True))

        say(explicit, "JSON-LD", self.linked.published)
        for name in _PUBLISHED:
            say(explicit, "meta", self.metas.get(name))
        for _, value, where, _ in self.page.times:
            if "modif" in where and "datepublished" not in where:
                say(changed, "time element, update", value)
            elif _MARKED.search(where) and not _LATE.search(where):
                say(explicit, "time element", value)
            elif not _LATE.search(where):
                say(likely, "time element", value)
        say(likely, "JSON-LD created", self.linked.created)
        for name in _DATED:
            say(likely, "meta", self.metas.get(name))
        for value in self.page.states:
            say(likely, "page data", value)
        say(changed, "JSON-LD, update", self.linked.changed)
        for name in _CHANGED:
            say(changed, "meta, update", self.metas.get(name))
        return explicit, likely, changed


_SMALL = frozenset(
    ("the", "a", "an", "of", "to", "in", "for", "and", "on", "with", "is", "at", "by", "from", "your", "how")
)


def likeness(heading: str, titles: list[str]) -> float:
    """Return the greatest share of a heading's content words that a title has, 0 to 1."""
    own = set(re.findall(r"\w+", heading.casefold())) - _SMALL
    if not own:
        return 0.0
    return max((len(own & set(re.findall(r"\w+", t.casefold()))) / len(own) for t in titles), default=0.0)


def agree(heading: str, title: str) -> bool:
    """Whether a heading is what a title says, give or take the name of the site and a few words."""
    one = re.findall(r"\w+", heading.casefold())
    other = re.findall(r"\w+", title.casefold())
    if len(one) < 2 or len(heading) < 10:
        return False
    if other[: len(one)] == one or other[-len(one) :] == one:
        return len(one) >= 0.4 * len(other)
    shared = len(set(one) & set(other))
    return shared >= 0.6 * len(set(one)) and shared >= 0.5 * len(set(other)) and len(one) >= 4
