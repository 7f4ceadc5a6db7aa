"""Memory of loading and cleaning while 2 GB stream through: one JSON Lines file, one WARC.gz file.

    nice -n 19 python benchmarks/memory.py [--gigabytes 2] [--folder TMP]

The files are made of invented sentences, no record is like another, and are deleted afterwards. Each is read in a
process of its own: every record is read and looked up among the duplicates, every SAMPLE-th is cleaned, because
cleaning all of them would take most of an hour (``--all`` does). Peak is the resident size of the process at its
highest, start that of a process that has read and cleaned one record.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SAMPLE = 50  # records read for each one cleaned
SUBJECTS = ("The harbour board", "A judge in Lisbon", "The ministry of fisheries", "Ada Quist", "The steel union")
VERBS = ("approved", "criticised", "postponed", "praised", "sued over", "voted against", "signed", "rejected")
OBJECTS = ("the second pier", "a loan of {} million", "the new tariff", "the merger with {} rivals", "a ceasefire plan")
TAILS = ("on Monday", "after {} hours of talks", "in a letter to parliament", "despite {} complaints", "last week")


def sentences(chance: random.Random, count: int) -> str:
    """Return invented prose."""
    out = []
    for _ in range(count):
        parts = (chance.choice(SUBJECTS), chance.choice(VERBS), chance.choice(OBJECTS), chance.choice(TAILS))
        out.append(" ".join(parts).format(*(chance.randint(2, 9999) for _ in range(3))) + ".")
    return " ".join(out)


def make_lines(path: Path, size: int) -> None:
    """Write a JSON Lines file of ``size`` bytes, an article of about 3 kB a line."""
    chance = random.Random(1)
    known = [sentences(chance, 5) for _ in range(500)]
    with path.open("w", encoding="utf-8") as handle:
        number = written = 0
        while written < size:
            body = "\n\n".join([*chance.choices(known, k=8), sentences(chance, 5)])
            record = {"id": str(number), "title": sentences(chance, 1), "date": "2024-03-11", "text": body}
            written += handle.write(json.dumps(record) + "\n")
            number += 1


def make_warc(path: Path, size: int) -> None:
    """Write a WARC.gz file of ``size`` bytes, a member a record, as crawlers do; pages carry pictures inline."""
    chance = random.Random(2)
    known = [f"<p>{sentences(chance, 4)}</p>" for _ in range(500)]
    menu = "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(40))
    with path.open("wb") as handle:
        number = 0
        while handle.tell() < size:
            body = "".join([*chance.choices(known, k=14), f"<p>{sentences(chance, 4)}</p>"])
            picture = base64.b64encode(chance.randbytes(60_000)).decode()
            page = (
                f"<html><head><title>Story {number}</title></head><body><ul>{menu}</ul><article><h1>Story {number}</h1>"
                f"<img src='data:image/png;base64,{picture}'>{body}</article><ul>{menu}</ul></body></html>"
            )
            http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-03-12T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:{number:032x}>\r\nWARC-Target-URI: https://paper.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            ).encode()
            handle.write(gzip.compress(head + http + b"\r\n\r\n", 1))
            number += 1


def peak_mb(command: list[str]) -> tuple[float, float, str]:
    """Run a command; return its peak resident size in MB, its seconds, and what it printed."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = child.stdout.read() if child.stdout else ""
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {child.returncode}")
    return usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10), time.perf_counter() - began, said


def stream(path: str, sample: int) -> None:
    """Read every record of a file, clean every ``sample``-th, print both counts: what a child process does."""
    from pipeline.clean import CleanOptions, clean
    from pipeline.clean.duplicates import Seen
    from pipeline.load import read
    from pipeline.records import Article, RawDocument

    options, seen = CleanOptions(language="any"), Seen()
    records = cleaned = 0
    for document in read([path]):
        assert isinstance(document, RawDocument), document
        if records % sample == 0:
            article = clean(document, options=options)
            cleaned += 1
        else:
            article = Article("", document.source_uri, document.content)
        assert seen.check(article) is None, document.source_uri
        records += 1
    print(records, cleaned)


def rows(folder: Path, size: int, sample: int) -> Iterator[str]:
    """Yield the rows of the table."""
    this = [sys.executable, __file__, "--stream", str(sample)]
    for name, suffix, make in (("JSON Lines", "jsonl", make_lines), ("WARC.gz", "warc.gz", make_warc)):
        small, large = folder / f"small.{suffix}", folder / f"large.{suffix}"
        make(small, 1)
        start, _, _ = peak_mb([*this, str(small)])
        make(large, size)
        gigabytes = large.stat().st_size / 1e9
        peak, seconds, said = peak_mb([*this, str(large)])
        large.unlink()
        records, cleaned = map(int, said.split())
        sizes = f"{start:.0f} | {peak:.0f} | {peak - start:.0f}"
        yield f"| {name} | {gigabytes:.2f} | {records:,} | {cleaned:,} | {sizes} | {seconds:.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gigabytes", type=float, default=2.0)
    parser.add_argument("--folder", help="where the temporary files go")
    parser.add_argument("--all", action="store_true", help="clean every record")
    parser.add_argument("--stream", type=int, help=argparse.SUPPRESS)
    parser.add_argument("path", nargs="?", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.stream:
        stream(given.path, given.stream)
        return
    print("| input | GB | records | cleaned | start, MB | peak, MB | growth, MB | seconds |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for row in rows(Path(folder), int(given.gigabytes * 1e9), 1 if given.all else SAMPLE):
            print(row, flush=True)


if __name__ == "__main__":
    main()
