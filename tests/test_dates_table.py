"""The table of time expressions: extent, type, value, interval and direction of each."""

from __future__ import annotations

import calendar
import re
from datetime import date

import pytest
from dates_cases import CASES
from dates_cases_wire import CASES as WIRE_CASES

from pipeline.dates import find_dates
from pipeline.records import Article, TimeExpression
from pipeline.syntax import LanguageModel, analyse

_TYPES = {"T": "TIME", "D": "DURATION", "S": "SET"}


def _cases() -> list[tuple[str, str, str, str, list[str], list[str]]]:
    out, name, published = [], "", ""
    for line in (CASES + WIRE_CASES).strip().splitlines():
        if line.startswith("#"):
            name = line[2:]
        elif line.startswith("@"):
            published = line[2:]
        elif line:
            tense, sentence, values, intervals = (part.strip() for part in line.split("|"))
            split = [[v.strip() for v in part.split(",") if v.strip()] for part in (values, intervals)]
            out.append((name, published, tense, sentence, *split))
    return out


ROWS = _cases()


def _span(value: str) -> tuple[date, date]:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, calendar.monthrange(*parts)[1])
    return date(*parts), date(*parts)


@pytest.fixture(scope="module")
def answers(language: LanguageModel) -> list[tuple[TimeExpression, ...]]:
    """The expressions found in every row, parsed in one batch."""
    texts = [re.sub(r"[\[\]]", "", row[3]) for row in ROWS]
    out = []
    for row, text, parse in zip(ROWS, texts, language.pipe(texts), strict=True):
        published = None if row[1] == "-" else date.fromisoformat(row[1])
        out.append(find_dates(Article("a", "memory", text, published=published), analyse(parse)))
    return out


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[f"{row[0]}: {row[3]}" for row in ROWS])
def test_expression(number: int, answers: list[tuple[TimeExpression, ...]]) -> None:
    _, _, tense, sentence, values, intervals = ROWS[number]
    found = answers[number]
    assert [t.text for t in found] == re.findall(r"\[(.*?)\]", sentence)
    for t, want, interval in zip(found, values, intervals, strict=True):
        letter, value = want.split(":", 1) if want[1:2] == ":" else ("", want)
        assert (t.timex_type, t.value) == (_TYPES.get(letter, "DATE"), value)
        if interval == "-":
            expected = (None, None)
        elif interval == "=":
            expected = _span(value)
        else:
            first, last = (interval.split("..") * 2)[:2]
            expected = (date.fromisoformat(first), date.fromisoformat(last))
        assert (t.first_day, t.last_day) == expected
    if found and tense != "-":
        assert found[0].direction == tense


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 850
