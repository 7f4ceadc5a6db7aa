"""Scraped Markdown -> article text, metadata and the way back to the source."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.clean import CleanOptions, clean, clean_page
from pipeline.clean.markdown import blocks
from pipeline.errors import CleanError, LanguageError
from pipeline.records import RawDocument

PAGE = """---
title: Ferry line returns | The Harbour Post
url: https://harbourpost.example/ferry-returns
source: The Harbour Post
date: 2024-03-03
fetch_date: 2024-06-01T10:00:00
---

[![logo](/logo.svg)](/)

* [News](/news)
* [Sport](/sport)
* [Weather](/weather)

# Ferry line returns

March 2, 2024 by
[Ada Quist](/authors/ada)

[Home](/) > [News](/news) >

[![the ferry](/ferry.png)](/ferry.png)The ferry between the two islands will sail again in April, the \
[port authority said](/release) on Saturday. \
It had been stopped since a storm broke the pier two years ago.

## A pier of its own

“We lost [nearly] everything,” harbour master Ole Brandt said. “Now we have a new pier, and a new boat that runs \
on electricity and carries twice as many cars.”

The authority asked the ministry for a loan last autumn and was given one in January, after a long quarrel about \
who should pay for the dredging of the channel.

* [![arrow](/left.svg)Next Post](/next)
* [Previous Post![arrow](/right.svg)](ht..."""


def raw(content: str, media: str = "markdown") -> RawDocument:
    return RawDocument(source_uri="a.txt", record_id=None, media=media, content=content)


def test_the_body_survives_whole_and_alone() -> None:
    article = clean(raw(PAGE))
    lead, heading = article.text.split("\n\n")[:2]
    assert lead.startswith("The ferry between the two islands will sail again in April, the port authority said on")
    assert heading == "A pier of its own"
    assert article.text.endswith("dredging of the channel.")
    assert "[nearly]" in article.text
    for furniture in ("Weather", "Ada Quist", "Home", "Next Post", "Previous", "http", "!["):
        assert furniture not in article.text


def test_the_byline_dates_the_article_and_the_other_date_is_kept() -> None:
    article = clean(raw(PAGE))
    assert (article.published, article.published_source) == (date(2024, 3, 2), "byline")
    assert any("2024-03-03" in note for note in article.notes)
    assert (article.title, article.author, article.publisher) == ("Ferry line returns", "Ada Quist", "The Harbour Post")
    assert article.fetched_at is not None


def test_every_piece_quotes_the_source() -> None:
    article = clean(raw(PAGE))
    for start, source, size, covered in article.offsets.pieces:
        if size == covered:
            assert article.text[start : start + size].split() == PAGE[source : source + covered].split()


def test_none_leaves_text_untouched() -> None:
    text = "  A\u00ad line\u200b with “odd” things &amp; [brackets](x)  "
    assert clean(raw(text, "text"), "none").text == text


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("**Bold** and *thin* and _low_ and `code`.", "Bold and thin and low and code."),
        ("A [link](https://x.example/a_(b)) here.", "A link here."),
        ('A [link](https://x.example "with (a) title") here.', "A link here."),
        ("A [link](mailto:?subject=So it goes) here.", "A link here."),
        ("Pay 5 * 3 and 2 * 2, snake_case_name.", "Pay 5 * 3 and 2 * 2, snake_case_name."),
        ("We met [the minister] twice.", "We met [the minister] twice."),
        (r"Escaped \[brackets\] and 1\. point", "Escaped [brackets] and 1. point"),
        ("Fish &amp; chips &#8217; fine", "Fish & chips ’ fine"),
        ("Line one\nline two", "Line one line two"),
        ("See <https://x.example> now<br>then", "See https://x.example now then"),
        ("A [ref][1] here.\n\n[1]: https://x.example", "A ref here."),
        ("Image ![alt](a.png) gone.", "Image gone."),
        ("Cut [![pic](a.png)Next](ht", "Cut Next"),
        ("> Quoted words\n> go on.", "Quoted words go on."),
        ("Heading\n=======", "Heading"),
        ("### Heading ###", "Heading"),
        ("| a | b |\n|---|---|", "a b"),
    ],
)
def test_marks_go_and_words_stay(source: str, plain: str) -> None:
    assert " ".join(b.text for b in blocks(source)) == plain


def test_links_over_blank_lines_are_links() -> None:
    (block,) = blocks("[\n\n### Older story\n\n](https://x.example/older)")
    assert (block.kind, block.text, block.link_chars) == ("heading", "Older story", len("Older story"))


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("* one\n* two\n", "item:one item:two"),
        ("Places\n      * one\n      * two\n", "para:Places item:one item:two"),
        ("\t* one\n\t\t* two\n", "item:one item:two"),
        ("* #### Sport\n* ## News\n", "heading:Sport heading:News"),
        ("2. two\n3. three\n", "item:two item:three"),
        ("The year was\n2019. It rained.\n", "para:The year was 2019. It rained."),
        ("• one\n• two\n", "item:one item:two"),
        ("> Words\nthat go on\n\nNext\n", "quote:Words that go on para:Next"),
        ("| a | b |\n|---|---|\n| c | d |\nAfter\n", "row:a b row:c d para:After"),
        ("a | b\n--|--\nc | d\n", "row:a b row:c d"),
        ("| a | b |\n| c | d |\n", "row:a b row:c d"),
        ("One line.\n![](a.png)\nAnother.\n", "para:One line. para:Another."),
        ("<div>\nWords\n</div>\n* one\n", "para:Words item:one"),
        ("    far to the right\n", "para:far to the right"),
        ("```\nx = 1\n```\n", "code:x = 1"),
        ("One line\\\nof two.\n", "para:One line of two."),
        ("Short\n-----\n", "heading:Short"),
        ("A sentence that is far too long for a heading. " * 6 + "\n---\n", None),
        (">" * 500 + " deep\n", "para:deep"),
        ("* " * 500 + "deep\n", "para:deep"),
    ],
)
def test_lines_become_blocks(source: str, kinds: str | None) -> None:
    found = blocks(source)
    if kinds is None:
        assert [b.kind for b in found] == ["para"]
    else:
        assert " ".join(f"{b.kind}:{b.text}" for b in found) == kinds


def test_no_article_is_an_error() -> None:
    with pytest.raises(CleanError):
        clean(raw("* [Home](/)\n* [About](/about)\n"))


def test_other_languages_are_refused_with_a_reason() -> None:
    text = "Der Minister hat am Montag in Berlin gesagt, dass die Regierung den Hafen wieder öffnen will. " * 4
    with pytest.raises(LanguageError, match="'de'"):
        clean(raw(text, "text"))
    assert clean_page(raw(text, "text"), CleanOptions(language="any")).article.language == "de"


@pytest.mark.parametrize(
    ("front", "note"),
    [
        ("---\ntitle: a: b: c\n  - x\nsource: Post\n---\n", "broken"),
        ("---\na: &a [x]\nb: [*a, *a]\ntitle: T\n---\n", "broken"),
        ("---\ntitle: T\nsource: Post\n\n", "not closed"),
    ],
)
def test_broken_front_matter_is_read_line_by_line(front: str, note: str) -> None:
    body = "The ferry will sail again in April, the port authority said on Saturday after two years of repairs.\n"
    article = clean(raw(front + "\n" + body))
    assert article.text == body.strip()
    assert any(note in n for n in article.notes)


@pytest.mark.parametrize("share", [0.55, 0.65, 0.75, 0.85, 0.95])
def test_an_end_cut_off_costs_only_what_is_missing(share: float) -> None:
    whole = clean(raw(PAGE)).text
    page = PAGE[: int(share * len(PAGE))]
    text = clean(raw(page)).text
    last = text.split("\n\n")[-1]
    assert whole.startswith(text.removesuffix(last))
    assert last.split()[:-1] == whole[len(text) - len(last) :].split()[: len(last.split()) - 1]


def test_a_quotation_that_nobody_closes_stays_open() -> None:
    body = "“We paid for it twice, the mayor of [a town on the coast] told the council.\n\n" + "The pier is open. " * 8
    assert clean(raw(f"# A pier is paid for twice\n\n{body}")).text == body.strip()
