"""The quick reader gives what spaCy's own attribute ruler, lemmatizer and entity recogniser give."""

from __future__ import annotations

import pytest

from pipeline.resources import shipped
from pipeline.syntax import LanguageModel, Parse

ODD = [
    "",
    " ",
    "\n\n",
    "Nordhavn",
    "I ain't gonna do that. You gotta see this; let's go. C'mon on! Y'all didn't come.",
    "There's a man here.\n\n   There are two, and there were 3.5 million of 'em.",
    "'Twas nothin' he'd gotten; she's been had, and they're goin' to the ol' house.",
    "I'm sure I'd've done it, but it isn't what you'll have had them do, nor what he does.",
    "Ms. Ana Ruiz-Ortega, 54, of the U.N.'s Geneva-based Human Rights Council, met Mr. Li on Sept. 3, 2021.",
    "MINISTER WARNS BANKS OVER FEES\n\nThe minister warned Northwind Bank, Helio Bank and Banco del Sur on Monday.",
    "Prices rose 4.5% to €3.20 — the most since 1991\u200b — said “Die Zeit”, citing @agency and http://a.example/b?c=d.",
    "The European Commission for the Efficiency of Justice of the Council of Europe in Strasbourg",
    "New York\nNew York City Council member Ana Ruiz",
]
FIELDS = ("words", "lowers", "lemmas", "pos", "tags", "deps", "heads", "starts", "ends", "sent", "sentences",
          "entities", "children")  # fmt: skip


@pytest.fixture(scope="module")
def plain() -> LanguageModel:
    """The model with spaCy's own components."""
    return LanguageModel.load(fast=False)


def assert_equal(ours: Parse, theirs: Parse) -> None:
    for name in FIELDS:
        assert getattr(ours, name) == getattr(theirs, name), (name, theirs.text[:80])


def test_odd_texts_are_read_the_same(language: LanguageModel, plain: LanguageModel) -> None:
    assert language.nlp.pipe_names == ["newsact_paragraphs", "tok2vec", "tagger", "parser"]
    for ours, theirs in zip(language.parse(ODD), plain.parse(ODD), strict=True):
        assert_equal(ours, theirs)


def test_the_shipped_articles_are_read_the_same(language: LanguageModel, plain: LanguageModel) -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted(shipped("seeds", "articles").iterdir())]
    tokens = 0
    for ours, theirs in zip(language.parse(texts), plain.parse(texts), strict=True):
        assert_equal(ours, theirs)
        tokens += len(ours)
    assert tokens > 5_000


def test_a_long_text_is_read_in_windows_that_join_up(language: LanguageModel) -> None:
    paragraph = "The council met in Lisbon on Monday. Minister Ana Ruiz said that Northwind Bank had agreed to pay."
    text = "\n\n".join([paragraph] * 1200)
    parse = language.parse([text])[0]
    assert len(text) > 100_000
    assert all(text[s:e] == w for s, e, w in zip(parse.starts, parse.ends, parse.words, strict=True))
    one = language.parse([paragraph])[0]
    people = [e for e in parse.entities if e[2] == "PERSON"]
    assert len(people) == 1200 * sum(e[2] == "PERSON" for e in one.entities)
    assert parse.sent[-1] == len(parse.sentences) - 1


def test_a_line_without_any_break_is_read(language: LanguageModel) -> None:
    text = "x" * 150_000 + " " + "word " * 20_000
    assert language.parse([text])[0].ends[-1] <= len(text)
