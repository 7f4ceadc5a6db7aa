"""The report of a large corpus: how long it takes to write, to open in a browser, and to answer a filter.

    python benchmarks/report.py --events 100000

The corpus is the run over the shipped articles, copied: each copy has articles and events of its own, a week earlier
than the last, and every twentieth the same actors. Prints a Markdown table and, as its last line, one JSON object.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.export import read_table
from pipeline.export.schemas import COLUMNS, schema
from pipeline.report.html import write_report

_ROOT = Path(__file__).parent.parent
_OWN = {"article_id", "event_id", "mention_id", "cluster_id", "parent_event_id", "record_id"}
"""Columns whose values differ from copy to copy."""
_CAST = {"actor_id", "name"}
"""Columns that name an actor: one of ``_CASTS`` casts."""
_CASTS = 20
_DAYS = {"date_start", "date_end", "published"}
_TABLES = [t for t in COLUMNS if t != "propositions"]


def copied(table: pa.Table, number: int) -> pa.Table:
    """Return a table with the ids, actors and days of one copy."""
    columns = []
    for field in table.schema:
        column = table[field.name]
        if field.name in _OWN:
            column = pc.binary_join_element_wise(column.cast(pa.string()), str(number), "-")
        elif field.name in _CAST:
            column = pc.binary_join_element_wise(column.cast(pa.string()), str(number % _CASTS), " ")
        elif field.name in _DAYS:
            column = pc.subtract(column.cast(pa.timestamp("s")), timedelta(weeks=number)).cast(field.type)
        columns.append(column.cast(field.type))
    return pa.table(columns, schema=table.schema)


def enlarge(out: Path, target: Path, events: int) -> int:
    """Write copies of the run in ``out`` to ``target`` until it has ``events`` events; return how many it has."""
    tables = {t: read_table(out, t).cast(schema(t)) for t in _TABLES}
    copies = -(-events // tables["events"].num_rows)
    for name, table in tables.items():
        many = _CASTS if name == "actors" else copies
        pq.write_table(pa.concat_tables(copied(table, n) for n in range(many)), target / f"{name}.parquet")
    shutil.copy(out / "run.json", target / "run.json")
    return copies * tables["events"].num_rows


def browse(page: Path) -> dict[str, float]:
    """Return seconds until the page is ready, and until a search, a filter and a sort are shown."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    seconds: dict[str, float] = {}
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": 1300, "height": 1400})
        tab.set_default_timeout(60_000)
        began = time.perf_counter()
        tab.goto(page.as_uri())
        tab.wait_for_selector("html[data-ready]")
        seconds["open"] = time.perf_counter() - began
        watched = {"sort": "#table", "search": "#summary", "filter": "#summary"}
        for name, act in {
            "sort": lambda: tab.click("button[data-sort=type]"),
            "search": lambda: tab.fill("#q", "regulator"),
            "filter": lambda: tab.select_option("#polarity", "negative"),
        }.items():
            shown = f"document.querySelector({json.dumps(watched[name])}).innerText"
            before = tab.evaluate(shown)
            began = time.perf_counter()
            act()
            tab.wait_for_function(f"{shown} !== {json.dumps(before)}")
            seconds[name] = time.perf_counter() - began
        browser.close()
    return seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    wanted = parser.parse_args().events
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        newsact = str(Path(sys.executable).with_name("newsact"))
        command = [newsact, "run", str(_ROOT / "seeds/articles"), "-o", str(folder / "run"), "--quiet"]
        subprocess.run(command, check=True)
        (folder / "many").mkdir()
        events = enlarge(folder / "run", folder / "many", wanted)
        page = folder / "report.html"
        began = time.perf_counter()
        written = write_report(folder / "many", page)
        seconds = {"write": time.perf_counter() - began, **browse(page)}
        megabytes = page.stat().st_size / 1e6
    assert written == events
    print(f"{events:,} events, a page of {megabytes:.1f} MB\n")
    print("| | seconds |\n|---|---|")
    for step, value in seconds.items():
        print(f"| {step} | {value:.1f} |")
    print(
        json.dumps({"events": events, "megabytes": round(megabytes, 1), **{s: round(v, 2) for s, v in seconds.items()}})
    )


if __name__ == "__main__":
    main()
