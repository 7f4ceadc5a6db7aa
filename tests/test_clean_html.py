"""HTML pages -> article text and metadata."""

from __future__ import annotations

import pytest

from pipeline.clean import CleanOptions, clean, html
from pipeline.records import Article, RawDocument

LEAD = (
    "The harbour board agreed on Tuesday to build a second pier, and the town council said that it would pay for half "
    "of the work out of the duties on fish."
)
SECOND = (
    "Fishermen had asked for the pier since a storm broke the old one two winters ago. Ole Brandt, who speaks for "
    "them, said the boats would be back before the herring."
)


def page(head: str = "", above: str = "", body: str = "", title: str = "A second pier for the harbour") -> str:
    menu = "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(12))
    return (
        f"<html><head><title>{title}</title>{head}</head><body><ul>{menu}</ul><article><h1>A second pier for the "
        f"harbour</h1>{above}<p>{LEAD}</p>{body}<p>{SECOND}</p></article><ul>{menu}</ul></body></html>"
    )


def read(source: str) -> Article:
    return clean(RawDocument("page.html", None, "html", source), options=CleanOptions())


def test_the_article_and_nothing_else() -> None:
    assert read(page()).text == f"{LEAD}\n\n{SECOND}"


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_picture_written_into_an_attribute_swallows_nothing(quote: str) -> None:
    picture = f"<img src={quote}data:image/png;base64,{'QUJD' * 20_000}{quote}>"
    assert read(page(body=picture)).text == f"{LEAD}\n\n{SECOND}"


def test_a_forgotten_quote_swallows_no_more_than_its_tag() -> None:
    (block, *_) = html.parse(f'<p class="a>{LEAD}</p><p>{SECOND}</p>').blocks
    assert block.text in (LEAD, SECOND)


@pytest.mark.parametrize("tag", ["script", "div"])
def test_a_quote_too_many_swallows_nothing(tag: str) -> None:
    slip = f'<{tag} src="/a.js?v=1"" type="text/plain"></{tag}>'
    assert read(page(head=slip * 2, body=slip)).text == f"{LEAD}\n\n{SECOND}"


def test_an_angle_bracket_in_a_value_does_not_end_the_tag() -> None:
    assert read(page(body="<div data-note='a > b, c < d' title=\"x > y\"></div>")).text == f"{LEAD}\n\n{SECOND}"
