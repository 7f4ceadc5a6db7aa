"""Who wrote it and what it is called: forms that newsrooms write."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.clean.authors import is_name, tidy
from pipeline.clean.metadata import headline, site_in, site_part
from pipeline.records import RawDocument

BODY = (
    "The harbour board agreed on Tuesday to build a second pier, and the town council said that it would pay for half "
    "of the work out of the duties on fish.\n\nFishermen had asked for the pier since a storm broke the old one two "
    "winters ago, and said that the boats would be back before the herring.\n"
)
LABEL = "<meta name='twitter:label1' content="


@pytest.mark.parametrize(
    ("said", "publisher", "names"),
    [
        ("Ada Quist", None, "Ada Quist"),
        ("By  Ada Quist, HPN", "HPN", "Ada Quist"),
        ("by Ada Quist and Ole Brandt", None, "Ada Quist and Ole Brandt"),
        ("Ada Quist, Ole Brandt", None, "Ada Quist, Ole Brandt"),
        ("ADA QUIST", None, "Ada Quist"),
        ("ADA McQUIST and OLE BRANDT", None, "ADA McQUIST and OLE BRANDT"),
        ("ADA QUIST and OLE BRANDT", None, "Ada Quist and Ole Brandt"),
        ("Ada Quist, Fisheries Correspondent", None, "Ada Quist"),
        ("Ada Quist HARB Senior Harbour Editor", "Harb.example", "Ada Quist"),
        ("Ada Quist (ada.quist@harbourpost.example)", None, "Ada Quist"),
        ("Ada Quist2014-01-26", None, "Ada Quist"),
        ("Ada Quist HarbourPost.com Archive", None, "Ada Quist"),
        ("Ren&eacute;e Quist", None, "Renée Quist"),
        ("Date Any Date", None, None),
        ("AP", None, "AP"),
        ("Reuters Staff", None, "Reuters Staff"),
        ("https://www.facebook.com/ada", None, None),
        ("@adaquist", None, None),
        ("7 minutes", None, None),
        ("admin", None, None),
        ("", None, None),
    ],
)
def test_names_come_in_one_form(said: str, publisher: str | None, names: str | None) -> None:
    assert tidy(said, publisher) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [("Ada Quist", True), ("Ada van der Quist", True), ("Text Size", False), ("Breaking News", False), ("Ada", False),
     ("Ada Quist said", False), ("Harbour Editor", False)],
)  # fmt: skip
def test_a_name_is_known_by_its_form(line: str, name: bool) -> None:
    assert is_name(line) is name


@pytest.mark.parametrize(
    "line",
    ["Ada Quist-Berg\n\n14 August 2025 — 5.00am", "14 August 2025\n\nAda Quist-Berg",
     "By Ada Quist-Berg\n\nPublished 14 August 2025",
     "ADA QUIST-BERG, FISHERIES EDITOR, 14 August 2025", "By Ada Quist-Berg, The Harbour Post\n\n14 August 2025"],
)  # fmt: skip
def test_bylines_of_scraped_pages(line: str) -> None:
    front = (
        "---\ntitle: A second pier for the harbour\nsource: The Harbour Post\n---\n\n* [News](/n)\n* [Sport](/s)\n\n"
    )
    page = f"{front}# A second pier for the harbour\n\n{line}\n\n{BODY}"
    article = clean(RawDocument("a.md", None, "markdown", page))
    assert (article.author, str(article.published)) == ("Ada Quist-Berg", "2025-08-14")
    assert article.text == BODY.strip()


@pytest.mark.parametrize(
    ("head", "lines", "author"),
    [
        ('<meta name="byline" content="By ADA QUIST">', "", "Ada Quist"),
        (f"{LABEL}'Written by'><meta name='twitter:data1' content='Ada Quist'>", "", "Ada Quist"),
        (f"{LABEL}'Reading time'><meta name='twitter:data1' content='7 minutes'>", "", None),
        ("", '<p class="article-author">Ada Quist</p>', "Ada Quist"),
        ("", '<p class="author-bio">Ada Quist</p>', None),
    ],
)  # fmt: skip
def test_bylines_of_pages(head: str, lines: str, author: str | None) -> None:
    body = "".join(f"<p>{part}</p>" for part in BODY.strip().split("\n\n"))
    page = (
        f"<html><head><title>A second pier</title>{head}</head><body><article><h1>A second pier for the harbour</h1>"
        f"{lines}{body}</article></body></html>"
    )
    assert clean(RawDocument("a.html", None, "html", page)).author == author


@pytest.mark.parametrize(
    ("title", "publisher", "expected"),
    [
        ("A second pier - The Harbour Post", "The Harbour Post", "A second pier"),
        ("The Harbour Post | A second pier", "The Harbour Post", "A second pier"),
        ("Fish and Ships » Blog Archive » A second pier", None, "A second pier"),
        (
            "Fish &amp; Ships: the pier&#8217;s story - The Harbour Post",
            "The Harbour Post",
            "Fish & Ships: the pier’s story",
        ),
        ("A second pier: what it costs", "The Harbour Post", "A second pier: what it costs"),
        ("Quist: we need the pier", "The Harbour Post", "Quist: we need the pier"),
    ],
)
def test_the_site_is_not_the_headline(title: str, publisher: str | None, expected: str) -> None:
    assert headline(title, [], publisher) == expected


@pytest.mark.parametrize(
    ("title", "publisher", "site"),
    [
        ("A second pier for the harbour - The Harbour Post", None, "The Harbour Post"),
        ("Harbour Post | A second pier for the old harbour", None, "Harbour Post"),
        ("Fish » Blog Archive » Pier", None, "Fish"),
        ("Harbour | Pier", "Harbour", "Harbour"),
    ],
)
def test_the_site_is_told_from_the_headline(title: str, publisher: str | None, site: str) -> None:
    assert site_part(title, publisher) == site


def test_the_site_in_a_title_is_the_publisher() -> None:
    assert site_in("A second pier - The Harbour Post", "A second pier") == "The Harbour Post"
    assert site_in("A second pier", "A second pier") is None
