"""Every character of an article leads back to the source: properties over generated pages."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean import CleanOptions, clean_page, html, markdown
from pipeline.clean.blocks import Block
from pipeline.clean.normalise import normalise
from pipeline.clean.text import paragraphs
from pipeline.errors import CleanError
from pipeline.records import Article, OffsetMap, RawDocument

WORDS = st.sampled_from(
    ["The", "minister", "café", "said", "on", "Monday,", "“we", "won’t”", "e\u0301tude", "o\ufb03ce", "co\u00adoperate",
     "5*3", "a_b", "x.y", "[sic]", "AT&T", "fish", "\u200bzero", "naïve", "—", "2024"]
)  # fmt: skip
PROSE = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
MARKDOWN = st.one_of(
    PROSE, PROSE.map(lambda t: f"**{t}**"), PROSE.map(lambda t: f"[{t}](https://x.example/a_(b))"),
    PROSE.map(lambda t: f"# {t}"), PROSE.map(lambda t: f"* {t}"), PROSE.map(lambda t: f"> {t}"),
    PROSE.map(lambda t: f"![{t}](/a.png){t}"), PROSE.map(lambda t: f"| {t} | {t} |"), PROSE.map(lambda t: f"{t}\n{t}"),
    st.just("&amp; &eacute; &#8217; \\* \\["), st.just("---"), st.just("```\ncode\n```"), st.just("[broken](ht"),
    st.text(alphabet="[]()*_`#!<>&;|\\ \nab-=~", max_size=40),
)  # fmt: skip
HTML = st.one_of(
    PROSE.map(lambda t: f"<p>{t}</p>"), PROSE.map(lambda t: f"<h2 class=x>{t}</h2>"),
    PROSE.map(lambda t: f"<li><a href='/x'>{t}</a>"), PROSE.map(lambda t: f"<div>{t}<br><br>{t}</div>"),
    PROSE.map(lambda t: f"<table><tr><td>{t}<td>{t}</table>"), PROSE.map(lambda t: f"<p>b<b>ol</b>d {t}"),
    st.just("<script>var a = '<p>no</p>';</script>"), st.just("&amp;&nbsp;&eacute;&#x27;&bogus;"),
    st.just("<!-- no -->"),
    st.text(alphabet="<>/=\"'&; \nabp!-", max_size=40),
)  # fmt: skip
DOCUMENTS = st.one_of(
    st.lists(MARKDOWN, max_size=12).map(lambda parts: ("markdown", "\n\n".join(parts))),
    st.lists(HTML, max_size=12).map(lambda parts: ("html", "\n".join(parts))),
    st.lists(PROSE, max_size=8).map(lambda parts: ("text", "\n\n".join(parts))),
)


def letters(text: str) -> str:
    """The plain letters and digits of a text: what no normalisation here changes."""
    return re.sub(r"[^A-Za-z0-9]", "", text)


def check_pieces(text: str, pieces: list[tuple[int, int, int, int]], source: str) -> None:
    end = 0
    for clean, start, size, covered in pieces:
        assert clean >= end
        assert 0 <= start <= start + covered <= len(source)
        assert size > 0
        end = clean + size
        if size == covered:
            assert text[clean:end].split() == source[start : start + covered].split()
    assert end <= len(text)


def read_blocks(media: str, source: str) -> list[Block]:
    if media == "markdown":
        return markdown.blocks(source)
    return html.parse(source).blocks if media == "html" else paragraphs(source)


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
def test_blocks_quote_the_source(document: tuple[str, str]) -> None:
    media, source = document
    for block in read_blocks(media, source):
        check_pieces(block.text, block.pieces, source)
        assert sum(size for _, _, size, _ in block.pieces) == len(block.text)
        text, pieces = normalise(block.text, block.pieces)
        check_pieces(text, pieces, source)
        assert sum(size for _, _, size, _ in pieces) == len(text)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_words_of_an_article_are_found_in_the_source(document: tuple[str, str]) -> None:
    media, source = document
    raw = RawDocument(source_uri="a", record_id=None, media=media, content=source)
    try:
        article = clean_page(raw, CleanOptions(language="any")).article
    except CleanError:
        return
    check_pieces(article.text, list(article.offsets.pieces), source)
    for word in re.finditer(r"\S+", article.text):
        span = article.offsets.to_source(*word.span())
        assert span is not None
        quoted = iter(unicodedata.normalize("NFKD", source[slice(*span)]))
        assert all(letter in quoted for letter in letters(word[0]))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, (10, 13)), (1, 2, (11, 12)), (3, 4, (13, 18)), (2, 6, (12, 20)), (6, 8, None)],
)
def test_to_source(start: int, end: int, expected: tuple[int, int] | None) -> None:
    pieces = ((0, 10, 3, 3), (3, 13, 1, 5), (4, 18, 2, 2))
    assert OffsetMap(pieces).to_source(start, end) == expected


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("The â€œreopenedâ€\u009d cafÃ©", "The “reopened” café"),
        ("o\ufb03ce co\u00adoperate", "office cooperate"),
        ("e\u0301tude\u00a0here\u200b", "étude here"),
        ("“Unbalanced, he said", "“Unbalanced, he said"),
    ],
)
def test_normalisation_keeps_meaning(source: str, plain: str) -> None:
    text, pieces = normalise(source, [(0, 0, len(source), len(source))])
    assert text == plain
    check_pieces(text, pieces, source)


def test_an_untouched_article_maps_to_itself() -> None:
    raw = RawDocument(source_uri="a", record_id="1", media="text", content="Ships came in.")
    article: Article = clean_page(raw, CleanOptions(mode="none")).article
    assert article.offsets.to_source(0, 5) == (0, 5)
