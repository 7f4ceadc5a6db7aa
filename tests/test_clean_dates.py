"""When an article was published: fields may be of any century, guesses only of the web's."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.clean import clean, dates
from pipeline.load import read
from pipeline.records import RawDocument

BODY = (
    "The harbour board agreed on Tuesday to build a second pier, and the town council said that it would pay for half "
    "of the work out of the duties on fish."
)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1987-03-11", date(1987, 3, 11)),
        ("1851-09-18T00:00:00Z", date(1851, 9, 18)),
        ("September 18, 1851", date(1851, 9, 18)),
        ("26-FEB-1987 15:01:01.79", date(1987, 2, 26)),
        ("03/11/87", date(1987, 3, 11)),
        ("03/11/24", date(2024, 3, 11)),
        ("16651107", date(1665, 11, 7)),
        ("542419200", date(1987, 3, 11)),
        ("542419200000", date(1987, 3, 11)),
        ("-315619200000", date(1960, 1, 1)),
        ("1710115200", date(2024, 3, 11)),
        ("1710115200000", date(2024, 3, 11)),
        ("20240311153000", date(2024, 3, 11)),
        ("202403111530", date(2024, 3, 11)),
        ("1987", None),
        ("soon", None),
    ],
)
def test_fields_are_read_in_any_form(value: str, day: date | None) -> None:
    assert dates.parse(value) == day


@pytest.mark.parametrize(
    ("day", "guess", "stated"),
    [
        (date(2024, 3, 11), True, True),
        (date(1987, 3, 11), False, True),
        (date(1605, 1, 2), False, True),
        (date(1599, 12, 31), False, False),
        (date(1970, 1, 1), False, False),
        (date(1900, 1, 1), False, False),
        (date(2999, 1, 1), False, False),
    ],
)
def test_guesses_must_be_recent_and_fields_plausible(day: date, guess: bool, stated: bool) -> None:
    assert (dates.plausible(day) is not None, dates.plausible(day, stated=True) is not None) == (guess, stated)


def test_the_zero_of_a_program_is_no_date() -> None:
    assert clean(RawDocument("a", None, "text", BODY, date="1970-01-01T00:00:00Z")).published is None


@pytest.mark.parametrize("mode", ["auto", "none"])
@pytest.mark.parametrize("kind", ["jsonl", "json", "csv", "tsv", "parquet", "feed"])
def test_historical_records_keep_their_date(tmp_path: Path, kind: str, mode: str) -> None:
    day = date(1987, 3, 11)
    record = {"id": "1", "text": BODY, "date": "1987-03-11"}
    path = tmp_path / f"archive.{kind}"
    if kind == "jsonl":
        path.write_text(json.dumps(record) + "\n")
    elif kind == "json":
        path.write_text(json.dumps([record]))
    elif kind in ("csv", "tsv"):
        sign = "," if kind == "csv" else "\t"
        path.write_text(f'id{sign}text{sign}date\n1{sign}"{BODY}"{sign}1987-03-11\n')
    elif kind == "parquet":
        pq.write_table(pa.table({"id": ["1"], "text": [BODY], "date": pa.array([day], pa.date32())}), path)
    else:
        path.write_text(
            f"<rss version='2.0'><channel><title>A</title><item><guid>1</guid><description>{BODY}</description>"
            "<pubDate>Wed, 11 Mar 1987 08:00:00 GMT</pubDate></item></channel></rss>"
        )
    (document,) = read([str(path)])
    assert isinstance(document, RawDocument)
    article = clean(document, mode)
    assert (article.published, article.published_source) == (day, "record")


@pytest.mark.parametrize("mode", ["auto", "none"])
def test_historical_front_matter_is_believed(mode: str) -> None:
    article = clean(RawDocument("a.md", None, "markdown", f"---\ndate: 1914-08-05\n---\n\n{BODY}\n"), mode)
    assert (article.published, article.published_source) == (date(1914, 8, 5), "front matter")


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ('<meta property="article:published_time" content="1969-07-21T06:00:00Z">', "meta"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "1969-07-21"}</script>',
            "JSON-LD",
        ),
    ],
)
def test_historical_pages_of_a_warc_keep_their_date(tmp_path: Path, head: str, source: str) -> None:
    page = f"<html><head>{head}</head><body><article><h1>A pier</h1><p>{BODY}</p><p>{BODY}</p></article></body></html>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    path = tmp_path / "old.warc"
    path.write_bytes(
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        b"WARC-Target-URI: https://paper.example/pier\r\nContent-Type: application/http; msgtype=response\r\n"
        + f"Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"
    )  # fmt: skip
    (document,) = read([str(path)])
    assert isinstance(document, RawDocument)
    article = clean(document)
    assert (article.published, article.published_source) == (date(1969, 7, 21), source)


@pytest.mark.parametrize("url", ["https://a.example/1987/03/11/pier", "https://a.example/pier-19870311.html"])
def test_an_address_is_only_a_guess(url: str) -> None:
    assert clean(RawDocument("a", None, "text", BODY, url=url)).published is None


def test_a_line_is_only_a_guess() -> None:
    text = f"A second pier\n\nBy Ada Quist, March 11, 1987\n\n{BODY}\n"
    assert clean(RawDocument("a", None, "text", text)).published is None
    assert clean(RawDocument("a", None, "text", text, date="1987-03-11")).published == date(1987, 3, 11)
