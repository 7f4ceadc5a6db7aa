"""Compressed files, archives, tables, feeds, WARC, addresses and standard input; and what is refused."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sys
import tarfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from pipeline.load import Limits, LoadOptions, read
from pipeline.records import Failure, RawDocument

STORY = "The port reopened at dawn after a strike of nine days.\n"
LINES = b'{"id": 1, "text": "The port reopened."}\n{"id": 2, "text": "Ships came in."}\n'


def texts(path: Path | str, options: LoadOptions | None = None) -> list[str]:
    return [r.content for r in read([str(path)], options or LoadOptions()) if isinstance(r, RawDocument)]


def messages(path: Path | str, options: LoadOptions | None = None) -> list[str]:
    return [r.message for r in read([str(path)], options or LoadOptions()) if isinstance(r, Failure)]


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("suffix", "compress"),
    [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", zstandard.compress), ("txt", bytes)],
)
def test_compression_is_seen_in_the_bytes(tmp_path: Path, suffix: str, compress: Callable[[bytes], bytes]) -> None:
    for name in (f"a.jsonl.{suffix}", "no_suffix"):
        (tmp_path / name).write_bytes(compress(LINES))
        assert texts(tmp_path / name) == ["The port reopened.", "Ships came in."]


def test_archives_in_archives(tmp_path: Path) -> None:
    inner = zipped({"deep/wire.jsonl": LINES, "story.txt": STORY.encode(), ".hidden": b"x"})
    (tmp_path / "all.tgz").write_bytes(tarred({"inner.zip": inner, "b.txt.gz": gzip.compress(STORY.encode())}, "w:gz"))
    found = list(read([str(tmp_path / "all.tgz")]))
    assert [Path(r.source_uri).name for r in found] == ["wire.jsonl#1", "wire.jsonl#2", "story.txt", "b.txt.gz"]
    assert found[0].source_uri == f"{tmp_path}/all.tgz!/inner.zip!/deep/wire.jsonl#1"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("../../etc/passwd", "climbs"), ("/etc/passwd", "absolute"), ("a/../../b.txt", "climbs"), ("C:\\x", "absolute")],
)
def test_paths_that_escape_are_refused_and_others_read(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({name: b"evil", "good.txt": STORY.encode()}))
    (tmp_path / "a.tar").write_bytes(tarred({name: b"evil", "good.txt": STORY.encode()}))
    for archive in ("a.zip", "a.tar"):
        assert texts(tmp_path / archive) == [STORY]
        assert reason in messages(tmp_path / archive)[0]


def test_links_in_archives_are_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        entry = tarfile.TarInfo("link.txt")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(entry)
    assert "link or device" in messages(tmp_path / "a.tar")[0]


@pytest.mark.parametrize("kind", ["gz", "zip", "nested"])
def test_bombs_are_refused(tmp_path: Path, kind: str) -> None:
    zeros = b'{"text": "' + b"a" * 30_000_000 + b'"}'
    made = {"gz": lambda: gzip.compress(zeros), "zip": lambda: zipped({"a.jsonl": zeros}),
            "nested": lambda: zipped({f"{i}.gz": gzip.compress(zeros) for i in range(2)})}  # fmt: skip
    path = tmp_path / "bomb"
    path.write_bytes(made[kind]())
    options = LoadOptions(limits=Limits(free=1 << 20))
    assert texts(path, options) == []
    assert "zip bomb" in messages(path, options)[0]


def test_absurd_nesting_is_refused(tmp_path: Path) -> None:
    content = STORY.encode()
    for _ in range(6):
        content = gzip.compress(content)
    (tmp_path / "a.gz").write_bytes(content)
    assert "nested more than" in messages(tmp_path / "a.gz")[0]


def test_damage_keeps_what_came_before(tmp_path: Path) -> None:
    lines = (json.dumps({"text": f"Report {i * 7919}: the port reopened."}) + "\n" for i in range(20_000))
    whole = gzip.compress("".join(lines).encode())
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    assert len(texts(tmp_path / "cut.jsonl.gz")) > 1000
    assert "damaged" in messages(tmp_path / "cut.jsonl.gz")[-1]
    (tmp_path / "cut.zip").write_bytes(zipped({"a.txt": STORY.encode()})[:-30])
    assert "damaged" in messages(tmp_path / "cut.zip")[0]


def test_json_arrays_and_envelopes(tmp_path: Path) -> None:
    records = [{"id": i, "text": f"Report {i}."} for i in range(3)]
    for name, value in (("a.json", records), ("b.json", {"status": "ok", "articles": records}), ("c.json", records[0])):
        (tmp_path / name).write_text(json.dumps(value, indent=1))
    assert texts(tmp_path / "a.json") == ["Report 0.", "Report 1.", "Report 2."]
    assert texts(tmp_path / "b.json") == texts(tmp_path / "a.json")
    assert texts(tmp_path / "c.json") == ["Report 0."]


def test_tables(tmp_path: Path) -> None:
    table = pa.table({"body": ["The port reopened.", None], "published_at": [datetime(2024, 5, 12), None], "n": [1, 2]})
    pq.write_table(table, tmp_path / "a.parquet")
    with pa.ipc.new_file(tmp_path / "a.arrow", table.schema) as writer:
        writer.write_table(table)
    with pa.ipc.new_stream(tmp_path / "b.arrows", table.schema) as writer:
        writer.write_table(table)
    (tmp_path / "a.csv").write_text('body;published_at\n"The port\nreopened.";2024-05-12\n')
    for name in ("a.parquet", "a.arrow", "b.arrows"):
        good, bad = read([str(tmp_path / name)])
        assert isinstance(good, RawDocument)
        assert (good.content, good.date) == ("The port reopened.", "2024-05-12T00:00:00")
        assert isinstance(bad, Failure)
    assert texts(tmp_path / "a.csv") == ["The port\nreopened."]


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour Post</title><item><title>Port reopens</title><link>https://x.example/p</link><guid>p1</guid>
<pubDate>Sun, 12 May 2024 08:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The port reopened.</p><p>Ships came in.</p>]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title><entry><title>Port reopens</title>
<link href="https://x.example/p"/><id>p1</id><published>2024-05-12T08:00:00Z</published><author><name>Ada Quist</name>
</author><content type="html">&lt;p&gt;The port reopened.&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM])
def test_feeds(tmp_path: Path, feed: str) -> None:
    (tmp_path / "feed").write_text(feed)
    (item,) = read([str(tmp_path / "feed")])
    assert isinstance(item, RawDocument)
    assert (item.media, item.title, item.url, item.record_id) == ("html", "Port reopens", "https://x.example/p", "p1")
    assert (item.publisher, str(item.date)[:10]) == ("The Harbour Post", "2024-05-12")
    assert "The port reopened." in item.content


def test_entity_bombs_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
    (tmp_path / "feed.xml").write_text(f"{bomb}<rss><channel><item><title>&b;</title></item></channel></rss>")
    assert "entity" in messages(tmp_path / "feed.xml")[0]


def warc_record(status: str, kind: str, body: bytes) -> bytes:
    """A WARC response record."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-12T08:00:00Z\r\n"
        "WARC-Target-URI: https://x.example/p\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def test_warc(tmp_path: Path) -> None:
    path = tmp_path / "news.warc.gz"
    pages = (
        ("200 OK", "text/html; charset=iso-8859-1", "<html><p>Café reopened</p></html>".encode("latin-1")),
        ("404 Not Found", "text/html", b"<html>gone</html>"),
        ("200 OK", "image/png", b"\x89PNG"),
    )
    path.write_bytes(b"".join(gzip.compress(warc_record(*page)) for page in pages))
    page, gone, image = read([str(path)])
    assert isinstance(page, RawDocument)
    assert page.content == "<html><p>Café reopened</p></html>"
    assert (page.url, page.fetched_at) == ("https://x.example/p", datetime(2024, 5, 12, 8, tzinfo=UTC))
    assert isinstance(gone, Failure)
    assert "404" in gone.message
    assert isinstance(image, Failure)
    assert "image/png" in image.message


def test_addresses_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = fsspec.filesystem("memory")
    for name in ("/in/b.jsonl", "/in/a.jsonl"):
        with memory.open(name, "wb") as handle:
            handle.write(LINES)
    assert [r.source_uri for r in read(["memory://in"])][:2] == ["memory:///in/a.jsonl#1", "memory:///in/a.jsonl#2"]
    (tmp_path / "a.txt").write_text(STORY)
    assert texts(f"file://{tmp_path}/a.txt") == [STORY]
    assert texts(str(tmp_path / "*.txt")) == [STORY]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(LINES))))
    assert [r.source_uri for r in read(["-"])] == ["stdin#1", "stdin#2"]


@pytest.mark.slow
def test_memory_stays_flat(tmp_path: Path) -> None:
    """A large file of lines is read in the memory of a few records."""
    import tracemalloc

    path = tmp_path / "large.jsonl"
    line = json.dumps({"id": 1, "text": "The port reopened. " * 500}) + "\n"
    with path.open("w") as handle:
        for _ in range(15_000):
            handle.write(line)
    tracemalloc.start()
    count = sum(1 for _ in read([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 15_000
    assert peak < 20_000_000
