"""The shipped articles, as they were scraped, clean to the text that the gold annotates."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.evaluate import load_gold
from pipeline.evaluate.gold import GoldArticle
from pipeline.load import read
from pipeline.records import Article, RawDocument
from pipeline.resources import shipped

GOLD = {a.id: a for a in load_gold(shipped("seeds", "gold")).articles}


@pytest.fixture(scope="module")
def cleaned() -> dict[str | None, Article]:
    """The cleaned articles by record id."""
    documents = read([str(shipped("seeds", "articles"))])
    articles = [clean(d) for d in documents if isinstance(d, RawDocument)]
    return {a.record_id: a for a in articles}


def test_every_article_has_its_gold(cleaned: dict[str | None, Article]) -> None:
    assert set(cleaned) == set(GOLD)


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD)
def test_the_body_survives_whole_and_in_order(gold: GoldArticle, cleaned: dict[str | None, Article]) -> None:
    text = cleaned[gold.id].text
    place = 0
    for paragraph in gold.text.split("\n\n"):
        place = text.index(paragraph, place) + len(paragraph)
    assert cleaned[gold.id].title == gold.title
    assert cleaned[gold.id].published == gold.published


def test_little_else_is_left(cleaned: dict[str | None, Article]) -> None:
    extra = {i: len(cleaned[i].text) - len(gold.text) for i, gold in GOLD.items()}
    assert max(extra.values()) < 150, extra
    assert sum(n == 0 for n in extra.values()) >= 24, extra
