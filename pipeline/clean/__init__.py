"""Raw document -> Article: boilerplate, markup, metadata, language, offsets back to the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.clean import authors, dates, features, frontmatter, html, markdown, model
from pipeline.clean import language as languages
from pipeline.clean.blocks import Block, Piece
from pipeline.clean.byline import is_byline, signature
from pipeline.clean.furniture import cut_off, edges, is_furniture
from pipeline.clean.head import Head
from pipeline.clean.metadata import (
    Lines,
    Metadata,
    Witness,
    believe,
    byline_witnesses,
    first,
    headline,
    headline_at,
    host,
    site_in,
)
from pipeline.clean.normalise import normalise
from pipeline.clean.repeated import Repeated, origin
from pipeline.clean.select import Verdict, same_words, select
from pipeline.clean.text import paragraphs
from pipeline.clean.witness import agreement
from pipeline.errors import CleanError, ConfigError, LanguageError, nearest
from pipeline.records import Article, OffsetMap, RawDocument, content_id
from pipeline.timestamps import moment

__all__ = ["CleanOptions", "Cleaned", "Dropped", "Repeated", "clean", "clean_page"]

MODES = ("auto", "none")
SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class CleanOptions:
    """``mode`` is auto, or none to leave text untouched; ``language`` an ISO 639-1 code, or any."""

    mode: str = "auto"
    language: str = "en"

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise ConfigError(f"clean: no mode {self.mode!r}{nearest(self.mode, MODES)}; modes: {', '.join(MODES)}")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A block that was left out: its text, where it stands in the source, why, and the score that decided."""

    text: str
    start: int
    end: int
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article with what was dropped on the way and the publication dates that were not believed."""

    article: Article
    dropped: tuple[Dropped, ...] = ()
    other_dates: tuple[Witness, ...] = ()


def clean(
    document: RawDocument, mode: str = "auto", options: CleanOptions | None = None, repeated: Repeated | None = None
) -> Article:
    """Return the article in a raw document; ``options`` override ``mode``, blocks in ``repeated`` are left out.

    Raises :class:`CleanError` when the document holds no article and :class:`LanguageError` when it is in another
    language than asked for.
    """
    return clean_page(document, options or CleanOptions(mode), repeated).article


def clean_page(document: RawDocument, options: CleanOptions | None = None, repeated: Repeated | None = None) -> Cleaned:
    """Return the article in a raw document and an account of what was dropped. Raises as :func:`clean` does."""
    options = options or CleanOptions()
    if options.mode == "none":
        return _untouched(document, options)
    if document.media == "markdown":
        return _markdown(document, options, repeated)
    if document.media == "html":
        return _html(document, options, repeated)
    return _plain(document, options, repeated)


def _untouched(document: RawDocument, options: CleanOptions) -> Cleaned:
    """The text as it stands, with the metadata that the container gives."""
    text = document.content
    fields, _, notes = frontmatter.split(text) if document.media == "markdown" else ({}, 0, ())
    metadata = _from_fields(document, fields, Lines(), None)
    pieces = [(0, 0, len(text), len(text))] if text else []
    return _finish(document, options, text, pieces, metadata, notes, (), untouched=True)


def _plain(document: RawDocument, options: CleanOptions, repeated: Repeated | None) -> Cleaned:
    """Plain text: what stands above the body becomes metadata, furniture goes, prose stays whatever it looks like."""
    blocks = paragraphs(document.content)
    stop = cut_off(blocks)
    begin, end = edges(blocks[:stop])
    above = blocks[:begin]
    heads = [b.text for b in above if not is_byline(b.text) and not is_furniture(b.text) and not b.text.isupper()]
    title = document.title or next((h for h in heads if len(h.split()) >= 3), None)
    named = next((i for i, b in enumerate(above) if same_words(b.text, title)), -1)
    named_author, signed = signature(" | ".join(b.text for b in above[named + 1 :]))
    reasons = [
        "title" if same_words(b.text, title)
        else "byline" if i < begin and is_byline(b.text)
        else "above the article" if i < begin
        else "furniture" if i >= end or is_furniture(b.text)
        else ""
        for i, b in enumerate(blocks)
    ]  # fmt: skip
    verdicts = [Verdict(not reason, reason, float(not reason)) for reason in reasons]
    if repeated is not None:
        verdicts = repeated.drop(origin(document, document.url, document.publisher), blocks, verdicts)
    lines = byline_witnesses(blocks, [v.kept for v in verdicts], title)
    author = authors.tidy(named_author) or authors.in_lines(blocks, 0, begin, named)
    metadata = _from_fields(document, {}, lines, title, author)
    if not metadata.publisher:
        stated = [signed, *(b.text.title() for b in above if b.text.isupper())]
        stated += [h for h in heads if h != title and len(h.split()) <= 5]
        metadata = replace(metadata, publisher=first(stated))
    text, pieces = assemble([b for b, v in zip(blocks, verdicts, strict=True) if v.kept])
    return _finish(document, options, text, pieces, metadata, (), _dropped(blocks, verdicts))


def _markdown(document: RawDocument, options: CleanOptions, repeated: Repeated | None) -> Cleaned:
    fields, at, notes = frontmatter.split(document.content)
    blocks = markdown.blocks(document.content, frontmatter.body_start(document.content, at))
    headings = [b.text for b in blocks if b.kind == "heading" and b.level <= 2]
    publisher = first([document.publisher, *_all(fields, "publisher", "source", "site", "sitename", "site_name")])
    stated = first([document.title, *_all(fields, "title", "headline")])
    title = headline(stated, headings, publisher)
    publisher = publisher or site_in(stated, title)
    scores = model.load("markdown", features.SHARED).predict(features.shared(blocks, title))
    verdicts = select(blocks, scores, title)
    if repeated is not None:
        url, named = document.url or fields.get("url"), document.publisher or fields.get("source")
        verdicts = repeated.drop(origin(document, url, named), blocks, verdicts)
    kept = [b for b, v in zip(blocks, verdicts, strict=True) if v.kept]
    begin = next((i for i, v in enumerate(verdicts) if v.kept), 0)
    lines = byline_witnesses(blocks, [v.kept for v in verdicts], title)
    metadata = _from_fields(document, fields, lines, title, _signed(blocks, begin, title, publisher))
    metadata = replace(metadata, publisher=publisher or metadata.publisher)
    text, pieces = assemble(kept)
    return _finish(document, options, text, pieces, metadata, notes, _dropped(blocks, verdicts))


def _html(document: RawDocument, options: CleanOptions, repeated: Repeated | None) -> Cleaned:
    page = html.parse(document.content)
    blocks, head = page.blocks, Head(page)
    title = head.title(document.title)
    rows = features.html(page, title, agreement(document.content, blocks, page.deepest))
    verdicts = select(blocks, model.load("html", features.HTML).predict(rows), title)
    if repeated is not None:
        address = document.url or page.canonical or head.meta("og:url")
        verdicts = repeated.drop(origin(document, address, document.publisher), blocks, verdicts)
    begin = next((i for i, v in enumerate(verdicts) if v.kept), 0)
    explicit, likely, changed = head.witnesses()
    lines = byline_witnesses(blocks, [v.kept for v in verdicts], title)
    url = first([document.url, head.url])
    stated = [Witness(day, "record", stated=True)] if (day := dates.parse(document.date)) else []
    spelled = [Witness(day, "address")] if (day := dates.in_url(url)) else []
    ordered = [*explicit, *lines.published, *stated, *spelled, *likely, *lines.changed, *lines.elsewhere, *changed]
    best, others = believe(ordered, document.fetched_at.date() if document.fetched_at else None)
    publisher = first([document.publisher, head.publisher, site_in(page.title, title), host(url)])
    metadata = Metadata(
        title=title,
        url=url,
        publisher=publisher,
        author=first([document.author, head.author(), _signed(blocks, begin, title, publisher)]),
        published=best.day if best else None,
        published_source=best.source if best else None,
        others=others,
        fetched_at=document.fetched_at,
        language=first([document.language, page.language]),
        record_id=document.record_id or file_stem(document.source_uri),
    )
    text, pieces = assemble([b for b, v in zip(blocks, verdicts, strict=True) if v.kept])
    return _finish(document, options, text, pieces, metadata, (), _dropped(blocks, verdicts))


def _signed(blocks: list[Block], begin: int, title: str | None, publisher: str | None) -> str | None:
    """Return the author that the lines around the headline and the first block of the body name."""
    head = headline_at(blocks, begin, title)
    spans = [(begin - 8, begin + 3)] if head < 0 else [(head - 1, head + 7), (begin - 8, begin + 3)]
    return first(authors.in_lines(blocks, start, end, head, publisher) for start, end in spans)


def _all(fields: dict[str, str], *keys: str) -> list[str | None]:
    return [fields.get(k) for k in keys]


def _from_fields(
    document: RawDocument,
    fields: dict[str, str],
    lines: Lines,
    title: str | None,
    author: str | None = None,
) -> Metadata:
    """Put together what container, front matter and byline say."""
    url = first([document.url, *_all(fields, "url", "canonical", "canonical_url", "link", "permalink", "source_url")])
    fetched = document.fetched_at or moment(
        first(_all(fields, "fetched_at", "fetch_date", "fetched", "scraped_at", "crawled_at", "retrieved", "accessed"))
    )
    witnesses = list(lines.published)
    stated = (
        ("record", document.date),
        *(("front matter", v) for v in _all(fields, "date", "published", "publish_date", "date_published", "pubdate")),
        *(("front matter", v) for v in _all(fields, "published_at", "publication_date", "created", "created_at")),
    )
    witnesses += [Witness(day, name, stated=True) for name, value in stated if (day := dates.parse(value))]
    if day := dates.in_url(url):
        witnesses.append(Witness(day, "address"))
    witnesses += [*lines.changed, *lines.elsewhere]
    best, others = believe(witnesses, fetched.date() if fetched else None)
    return Metadata(
        title=title or first([document.title, *_all(fields, "title", "headline")]),
        url=url,
        publisher=first(
            [document.publisher, *_all(fields, "publisher", "source", "site", "sitename", "site_name"), host(url)]
        ),
        author=first(
            [document.author, *(authors.tidy(v) for v in _all(fields, "author", "authors", "byline")), author]
        ),
        published=best.day if best else None,
        published_source=best.source if best else None,
        others=others,
        fetched_at=fetched,
        language=first([document.language, *_all(fields, "language", "lang")]),
        record_id=document.record_id or fields.get("id") or file_stem(document.source_uri),
    )


def assemble(blocks: list[Block]) -> tuple[str, list[Piece]]:
    """Return the normalised text of blocks, a blank line between them, and its pieces."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for block in blocks:
        text, own = normalise(block.text, block.pieces)
        if not text:
            continue
        if parts:
            length += len(SEPARATOR)
        parts.append(text)
        pieces += [(length + clean, source, size, covered) for clean, source, size, covered in own]
        length += len(text)
    return SEPARATOR.join(parts), pieces


def file_name(uri: str) -> str:
    """Return the last part of an address, so that ids do not depend on the folder a corpus lies in."""
    return uri.rpartition("/")[2]


def file_stem(uri: str) -> str | None:
    """Return the name without suffix of a file that is one article, as its id; None for a record within a file."""
    if "#" in uri:
        return None
    return re.sub(r"(?<=.)\.\w{1,8}(\.(gz|zst|bz2|xz))?$", "", file_name(uri)) or None


def _dropped(blocks: list[Block], verdicts: list[Verdict]) -> tuple[Dropped, ...]:
    return tuple(
        Dropped(b.text, b.start, b.end, v.reason, v.score) for b, v in zip(blocks, verdicts, strict=True) if not v.kept
    )


def _finish(
    document: RawDocument,
    options: CleanOptions,
    text: str,
    pieces: list[Piece],
    metadata: Metadata,
    notes: tuple[str, ...],
    dropped: tuple[Dropped, ...],
    untouched: bool = False,
) -> Cleaned:
    """Detect the language and make the record."""
    if not text.strip():
        raise CleanError("no article text was found")
    language, sure = languages.detect(text)
    if language is None or sure < 0.9:
        language = _code(metadata.language) or language
    if language and sure >= 0.9 and options.language not in ("any", language):
        raise LanguageError(f"the text is in {language!r}, not {options.language!r} (--language any keeps it)")
    others = tuple(f"published: {w.day.isoformat()} according to {w.source}" for w in metadata.others)
    article = Article(
        article_id=content_id("a", metadata.record_id, metadata.url, file_name(document.source_uri), text),
        source_uri=document.source_uri,
        text=text,
        record_id=metadata.record_id,
        url=metadata.url,
        title=metadata.title,
        publisher=metadata.publisher,
        author=metadata.author,
        published=metadata.published,
        published_source=metadata.published_source,
        fetched_at=metadata.fetched_at,
        language=language,
        offsets=OffsetMap(tuple(pieces)),
        notes=(*document.notes, *notes, *others),
    )
    return Cleaned(article, dropped, metadata.others)


def _code(language: str | None) -> str | None:
    """Return an ISO 639-1 code out of ``en``, ``en-GB``, ``English``; None for anything else."""
    if not language:
        return None
    short = language.replace("_", "-").split("-")[0].strip().lower()
    return short if len(short) == 2 else {"english": "en", "eng": "en"}.get(short)
