"""Dates beyond the table: fields of an expression, order of day and month, arithmetic, odd input, the docs page."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dates import calendar as cal
from pipeline.dates import find_dates
from pipeline.dates.explicit import read_full_date
from pipeline.dates.order import day_first
from pipeline.records import Article, TimeExpression
from pipeline.syntax import LanguageModel, Parse, Syntax, analyse

PUBLISHED = date(2024, 5, 8)


def _find(language: LanguageModel, text: str, **fields: object) -> tuple[TimeExpression, ...]:
    article = Article("a", "memory", text, **{"published": PUBLISHED, **fields})  # type: ignore[arg-type]
    (parse,) = language.pipe([text])
    return find_dates(article, analyse(parse))


def test_offsets_and_tokens(language: LanguageModel) -> None:
    text = "Zoë – the mayor – quit in early June, and left last week."
    for t in _find(language, text):
        assert text[t.start : t.end] == t.text
        assert t.first < t.last
    assert [t.text for t in _find(language, text)] == ["early June", "last week"]


def test_last_march_keeps_both_readings(language: LanguageModel) -> None:
    (t,) = _find(language, "Last March, the minister said his department would contact the platform.")
    assert (t.value, t.alternatives, t.flags) == ("2023-03", ("2024-03",), ("ambiguous",))


@pytest.mark.parametrize(
    ("sentence", "mod", "bound"),
    [
        ("The firm has been blocked since early June.", "START", "since"),
        ("The plant will close by the end of 2025.", "END", "by"),
        ("It has been at war for more than two years.", "MORE_THAN", None),
        ("The ban will hold until late next year.", "END", "until"),
        ("The envoy left before Monday.", None, "before"),
    ],
)
def test_mod_and_bound(language: LanguageModel, sentence: str, mod: str | None, bound: str | None) -> None:
    (t,) = _find(language, sentence)
    assert (t.mod, t.bound) == (mod, bound)


def test_anchors_for_the_sentences_that_follow(language: LanguageModel) -> None:
    opening, inner = _find(
        language, "In early June, the commission issued a statement. A man who had been jailed in 2011 praised it."
    )
    assert opening.sets_anchor
    assert inner.value == "2011"


@pytest.mark.parametrize(
    ("url", "expected", "value"),
    [
        ("https://www.example.com.my/news/1", True, "2023-05-08"),
        ("https://news.bbc.co.uk/x", True, "2023-05-08"),
        ("https://www.bbc.com/x", True, "2023-05-08"),
        ("https://www.nytimes.com/x", False, "2023-08-05"),
        ("https://county.gov/x", False, "2023-08-05"),
        ("https://example.org/x", None, "2023-XX-XX"),
        (None, None, "2023-XX-XX"),
    ],
)
def test_order_of_day_and_month(language: LanguageModel, url: str | None, expected: bool | None, value: str) -> None:
    assert day_first(Article("a", "memory", "", url=url)) is expected
    (t,) = _find(language, "The filing was made on 08/05/2023.", url=url)
    assert t.value == value
    if expected is None:
        assert set(t.alternatives) == {"2023-08-05", "2023-05-08"}
        assert t.first_day is None


def test_order_of_day_and_month_by_setting(language: LanguageModel) -> None:
    text = "The filing was made on 08/05/2023."
    (parse,) = language.pipe([text])
    article = Article("a", "memory", text, published=PUBLISHED)
    assert find_dates(article, analyse(parse), day_first=True)[0].value == "2023-05-08"
    assert find_dates(article, analyse(parse), day_first=False)[0].value == "2023-08-05"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021 March 3", date(2021, 3, 3)),
        ("3. March 2021", date(2021, 3, 3)),
        ("2021-Mar-03", date(2021, 3, 3)),
        ("12. 3. 2021", date(2021, 3, 12)),
        ("march 3, 2021", date(2021, 3, 3)),
        ("30 February 2021", None),
        ("March 2021", None),
        ("2021", None),
        ("may", None),
        ("we", None),
        ("3 de marzo de 2021", None),
    ],
)
def test_dateparser_reads_full_english_dates_only(text: str, day: date | None) -> None:
    assert read_full_date(text) == day


def test_dateparser_is_not_imported_until_it_is_needed() -> None:
    code = "import sys, pipeline.dates; print('dateparser' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_a_full_dateline_stands_in_for_a_missing_publication_date(language: LanguageModel) -> None:
    text = "NAIROBI, May 8, 2019 (Wire) - Police arrested two men on Tuesday."
    assert [t.value for t in _find(language, text, published=None)] == ["2019-05-08", "2019-05-07"]
    text = "The treaty of May 8, 2019, was broken on Tuesday."
    assert [t.value for t in _find(language, text, published=None)] == ["2019-05-08", "XXXX-WXX-2"]


def test_paragraphs_are_not_joined(language: LanguageModel) -> None:
    assert [t.text for t in _find(language, "The vote was held in March\n\n2008 ended badly.")][:1] == ["March"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "5", "the", "the the", "May", "a", "1/", "99:99", "13/13/13", "'"])
def test_fragments_do_not_crash(language: LanguageModel, text: str) -> None:
    _find(language, text)


_VOCABULARY = (
    "the last next this May 3 30 2008 - / : . , years year ago later 99 ' s th of first quarter half end early mid "
    "late Tuesday night 11 p.m. every two past same period before after 10000 0 century twenty five and a to "
    "between week February 29 31 fiscal Q 3 th 24 7 o'clock noon weekend decade many one dozen million Christmas"
)
_WORDS = st.sampled_from(_VOCABULARY.split())


def _parse_of(words: list[str]) -> Parse:
    starts, position = [], 0
    for word in words:
        starts.append(position)
        position += len(word) + 1
    n = len(words)
    return Parse(
        text=" ".join(words), words=words, lowers=[w.lower() for w in words], lemmas=[w.lower() for w in words],
        pos=["X"] * n, tags=["NN"] * n, deps=["dep"] * n, heads=[0] * n, starts=starts,
        ends=[s + len(w) for s, w in zip(starts, words, strict=True)], sent=[0] * n, sentences=[(0, n)], entities=[],
        children=[list(range(1, n)), *([] for _ in range(n - 1))],
    )  # fmt: skip


@given(
    st.lists(_WORDS, min_size=1, max_size=12),
    st.sampled_from([None, date(1, 1, 1), date(2999, 12, 31), PUBLISHED, date(9999, 12, 31)]),
)
@settings(max_examples=400, deadline=None)
def test_any_words_resolve_or_stay_open(words: list[str], published: date | None) -> None:
    parse = _parse_of(words)
    end = 0
    for t in find_dates(Article("a", "memory", parse.text, published=published), Syntax(parse, [], [])):
        assert t.start >= end
        assert parse.text[t.start : t.end] == t.text
        assert t.value
        assert (t.first_day is None) == (t.last_day is None)
        if t.first_day and t.last_day:
            assert t.first_day <= t.last_day
        end = t.end


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2020-W53", "2020-12-28", "2021-01-03", "week"),
        ("2021-W01-WE", "2021-01-09", "2021-01-10", "weekend"),
        ("2023-WI", "2023-12-01", "2024-02-29", "season"),
        ("2023-H2", "2023-07-01", "2023-12-31", "interval"),
        ("2024-05-08T18:00Z", "2024-05-08", "2024-05-08", "day"),
        ("19", "1900-01-01", "1999-12-31", "century"),
        ("2", "2000-01-01", "2999-12-31", "millennium"),
    ],
)
def test_interval_of_a_value(value: str, first: str, last: str, precision: str) -> None:
    assert cal.interval(value) == (date.fromisoformat(first), date.fromisoformat(last), precision)


@pytest.mark.parametrize(
    "value", ["", "PXD", "P3D", "2023-02-30", "2023-13", "2021-W53", "XXXX-05", "FUTURE_REF", "0000"]
)
def test_values_without_interval(value: str) -> None:
    assert cal.interval(value) is None


@pytest.mark.parametrize(("year", "day"), [(2024, "2024-03-31"), (2023, "2023-04-09"), (1998, "1998-04-12")])
def test_easter(year: int, day: str) -> None:
    assert cal.easter(year) == date.fromisoformat(day)


def test_the_docs_page_tells_the_truth(language: LanguageModel) -> None:
    page = (Path(__file__).parent.parent / "docs" / "dates.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| ([^|]*\*\*[^|]+\*\*[^|]*) \| ([^|]+) \| ([^|]+) \|$", page, re.MULTILINE)
    assert len(rows) > 40
    for example, value, interval in rows:
        before, expression, _ = example.split("**")
        found = [t for t in _find(language, example.replace("**", "")) if t.start == len(before)]
        assert [(t.text, t.value) for t in found] == [(expression, value)]
        days = None if interval == "-" else (interval.split("..") * 2)[:2]
        assert days == (None if found[0].first_day is None else [str(found[0].first_day), str(found[0].last_day)])
