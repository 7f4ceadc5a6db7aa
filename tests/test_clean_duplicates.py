"""The same words met twice, in any number of articles."""

from __future__ import annotations

from pipeline.clean.duplicates import Seen, fingerprint
from pipeline.records import Article


def article(text: str, uri: str) -> Article:
    return Article(article_id=uri, source_uri=uri, text=text)


def test_the_first_one_is_named() -> None:
    seen = Seen()
    assert seen.check(article("The pier opened.", "a.jsonl#1")) is None
    assert seen.check(article("The ferry sank.", "b.md")) is None
    assert seen.check(article("The ferry sank again.", "c.jsonl#1.2")) is None
    for text, first in (
        ("The PIER opened!", "a.jsonl#1"),
        ("the ferry sank", "b.md"),
        ("The ferry  sank again", "c.jsonl#1.2"),
    ):
        found = seen.check(article(text, "d.md"))
        assert found is not None
        assert found.message == f"same text as {first}"
    assert seen.check(article("The pier opened.", "a.jsonl#1")) is None


def test_thousands_are_remembered_with_their_addresses() -> None:
    seen = Seen()
    expected = {}
    for number in range(1, 5000):
        uri = f"feed{number % 3}.jsonl#{number}" if number % 5 else f"page{number}.html"
        text = f"Story {number} about the pier."
        expected[fingerprint(text)] = uri
        assert seen.check(article(text, uri)) is None
    assert seen.first == expected
    assert all(seen.check(article(f"Story {n} about the pier.", "x")) is not None for n in range(1, 5000))
