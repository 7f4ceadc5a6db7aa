"""Mutate valid inputs of every format and read and clean them: no crash, no hang, no record lost in silence.

    python benchmarks/fuzz_readers.py [--number 10000] [--seed 1]

Prints a Markdown table (docs/cleaning.md holds the last one). An input counts as lost when it gives neither a document
nor a failure; as a crash when anything but a failures row comes out; as a hang after 10 seconds.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import io
import json
import lzma
import random
import signal
import tarfile
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from pipeline.clean import CleanOptions, clean_page
from pipeline.errors import ArticleError
from pipeline.load import read
from pipeline.records import Failure

STORY = "The port reopened at dawn on Monday after a strike of nine days, the harbour master said. Ships came at noon. "
MARKDOWN = f"""---
title: Port reopens
date: 2024-05-12
tags: [port, strike]
---

* [News](/news)
* [Sport](/sport)

# Port reopens

May 12, 2024 by [Ada Quist](/ada)

{STORY * 2}

[![ship](/ship.png)](/ship)“We lost [nearly] everything,” she *said*. {STORY}

| day | ships |
|---|---|
| Monday | 4 |

```
code
```
* [Next](/next)
"""
HTML = f"""<!DOCTYPE html><html lang="en"><head><title>Port reopens | Post</title>
<meta property="article:published_time" content="2024-05-12T08:00:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Port reopens"}}</script></head>
<body><nav><ul><li><a href="/news">News</a><li><a href="/sport">Sport</a></ul></nav>
<article class="post"><h1>Port reopens</h1><p class="byline">By Ada Quist</p><p>{STORY * 2}</p>
<table><tr><td>Monday<td>4</table><p>caf&eacute; &amp; b<b>ol</b>d {STORY}</p></article>
<footer>&copy; 2024</footer></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><title>Port reopens</title>
<link>https://x.example/p</link><pubDate>Sun, 12 May 2024 08:00:00 GMT</pubDate>
<description>{STORY}</description></item>
<item><title>Second</title><description>{STORY}</description></item></channel></rss>"""
LINES = "".join(json.dumps({"id": i, "text": STORY, "date": "2024-05-12"}) + "\n" for i in range(4)).encode()


def parquet() -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": [STORY, STORY], "date": ["2024-05-12", None]}), buffer)
    return buffer.getvalue()


def arrow() -> bytes:
    table = pa.table({"text": [STORY, STORY]})
    buffer = io.BytesIO()
    with pa.ipc.new_stream(buffer, table.schema) as writer:
        writer.write_table(table)
    return buffer.getvalue()


def warc() -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-12T08:00:00Z\r\n"
        "WARC-Target-URI: https://x.example/p\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return (head.encode() + block + b"\r\n\r\n") * 2


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", MARKDOWN)
        archive.writestr("b.jsonl", LINES)
    return buffer.getvalue()


def tarred() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        entry = tarfile.TarInfo("a.html")
        entry.size = len(HTML.encode())
        archive.addfile(entry, io.BytesIO(HTML.encode()))
    return buffer.getvalue()


CASES: dict[str, Callable[[], bytes]] = {
    "Markdown": MARKDOWN.encode,
    "HTML": HTML.encode,
    "plain text": (STORY + "\n\n" + STORY).encode,
    "JSON Lines": lambda: LINES,
    "JSON array": lambda: json.dumps([{"text": STORY, "title": "a"}] * 3, indent=1).encode(),
    "CSV": lambda: ("id,text\n" + f'1,"{STORY}"\n' * 3).encode(),
    "Parquet": parquet,
    "Arrow stream": arrow,
    "WARC": warc,
    "RSS": FEED.encode,
    "gzip": lambda: gzip.compress(LINES),
    "bzip2": lambda: bz2.compress(LINES),
    "xz": lambda: lzma.compress(LINES),
    "zstd": lambda: zstandard.compress(LINES),
    "zip": zipped,
    "tar": tarred,
    "tar.gz": lambda: gzip.compress(tarred()),
}
PIECES = [
    b"\x00", b"\xff\xfe", b"\n", b"\r", b'"', b"<", b">", b"[", b"](", b"{", b"---\n", b"\\", b"&#x110000;", b"\xc3",
    b"<p>" * 50, b"[" * 200, b"*" * 99, b"<!--", b"]]>", b"%s", b"\xed\xa0\x80", "\u202e".encode(), b"<script>",
    b"\x1f\x8b\x08",
]  # fmt: skip


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with one to six changes: flips, cuts, copies, pieces of markup put in, ends cut off."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not out:
            break
        at = chance.randrange(len(out))
        action = chance.randrange(6)
        if action == 0:
            out[at] = chance.randrange(256)
        elif action == 1:
            out[at:at] = chance.choice(PIECES)
        elif action == 2:
            del out[at : at + chance.randint(1, 40)]
        elif action == 3:
            size = chance.randint(1, 60)
            to = chance.randrange(len(out))
            out[to:to] = out[at : at + size]
        elif action == 4:
            del out[at:]
        else:
            out[at] ^= 1 << chance.randrange(8)
    return bytes(out)


class Hang(Exception):
    """An input took too long."""


def _alarm(*_: object) -> None:
    raise Hang


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    signal.signal(signal.SIGALRM, _alarm)
    each = -(-given.number // len(CASES))
    bad = 0
    print("| format | inputs | documents | articles | failures rows | lost | crashes | hangs | slowest |")
    print("|---|---|---|---|---|---|---|---|---|")
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input"
        for name, make in CASES.items():
            chance = random.Random(f"{given.seed} {name}")
            valid = make()
            count: Counter[str] = Counter()
            slowest = 0.0
            for _ in range(each):
                data = mutate(valid, chance)
                path.write_bytes(data)
                began = time.perf_counter()
                count["inputs"] += 1
                signal.alarm(10)
                try:
                    results = 0
                    for item in read([str(path)]):
                        results += 1
                        if isinstance(item, Failure):
                            count["failures"] += 1
                            continue
                        count["documents"] += 1
                        try:
                            clean_page(item, CleanOptions(language="any"))
                            count["articles"] += 1
                        except ArticleError:
                            count["failures"] += 1
                    count["lost"] += results == 0
                except Hang:
                    count["hangs"] += 1
                except Exception as error:
                    count["crashes"] += 1
                    kept = Path(tempfile.gettempdir()) / f"fuzz-{name.replace(' ', '-')}-{count['inputs']}"
                    kept.write_bytes(data)
                    print(f"{name}: {type(error).__name__}: {error} ({kept})")
                finally:
                    signal.alarm(0)
                slowest = max(slowest, time.perf_counter() - began)
            bad += count["crashes"] + count["hangs"]
            total.update(count)
            keys = ("inputs", "documents", "articles", "failures", "lost", "crashes", "hangs")
            print(f"| {name} | " + " | ".join(f"{count[k]:,}" for k in keys) + f" | {slowest:.2f} s |", flush=True)
    keys = ("inputs", "documents", "articles", "failures", "lost", "crashes", "hangs")
    print("| all | " + " | ".join(f"{total[k]:,}" for k in keys) + " | |")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
