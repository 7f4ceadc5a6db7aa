"""The report page: what it carries, and that it works in a real browser."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import RunError
from pipeline.report.html import collect, write_report
from pipeline.run import run

ARTICLES = [
    ("Spain blocked Telegram \U0001f600 on Monday. Germany did not support the ban, said Anna Keller.", "2024-03-26"),
    ("Norway met Sweden in Oslo on 3 May 2023. The two countries may sanction Huawei.", "2023-05-05"),
    ("</script><script>alert(1)</script> Italy fined Meta in June 2022.", "2022-07-01"),
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a small run."""
    folder = tmp_path_factory.mktemp("report")
    source = folder / "in.jsonl"
    records = [
        {"id": str(i), "text": t, "date": d, "url": f"https://example.org/{i}"} for i, (t, d) in enumerate(ARTICLES)
    ]
    source.write_text("\n".join(json.dumps(r) for r in records), encoding="utf-8")
    from pipeline.config import Configuration

    run([str(source)], folder / "out", Configuration(clean="none"))
    return folder / "out"


@pytest.fixture(scope="module")
def page(out: Path) -> Path:
    """The report of that run."""
    write_report(out, out / "report.html", "Three articles & more")
    return out / "report.html"


def test_offsets_count_utf16_units_as_the_browser_does(out: Path) -> None:
    data = collect(out)
    events = data["events"]
    for i, article in enumerate(events["article"]):
        units = data["articles"]["text"][article].encode("utf-16-le")
        quoted = units[2 * events["trigger_start"][i] : 2 * events["trigger_end"][i]].decode("utf-16-le")
        assert quoted
        assert re.fullmatch(r"[\w ]+", quoted), quoted
    assert len(events["type"]) >= 4


def test_page_is_self_contained_and_escaped(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "Three articles &amp; more" in text
    assert "alert(1)" not in text  # articles travel packed, never as markup
    assert not re.findall(r'(?:src|href)="https?://', text)
    packed = re.search(r'id="data">([^<]+)<', text)
    assert packed
    data = json.loads(gzip.decompress(base64.b64decode(packed[1])))
    assert len(data["articles"]["text"]) == len(ARTICLES)


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="not the output of a run"):
        write_report(tmp_path, tmp_path / "report.html")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium, where one is installed."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with playwright.sync_playwright() as p:
        started = p.chromium.launch(executable_path=chromium, args=flags)
        yield started
        started.close()


@pytest.mark.slow
def test_page_works_in_a_browser(page: Path, browser: Any) -> None:
    tab = browser.new_page(viewport={"width": 1300, "height": 1400})
    faults: list[str] = []
    tab.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    tab.on("pageerror", lambda e: faults.append(str(e)))
    tab.goto(page.as_uri())
    tab.wait_for_selector("html[data-ready]")
    rows = tab.locator("tr.row")
    everything = rows.count()
    assert everything >= 4
    tab.wait_for_selector("#timeline svg")
    tab.wait_for_selector("#network svg")

    tab.fill("#q", "telegram")
    tab.wait_for_function(f"document.querySelectorAll('tr.row').length < {everything}")
    assert rows.count() >= 1
    assert all("Telegram" in text for text in rows.all_inner_texts())
    tab.click("button[type=reset]")
    tab.wait_for_function(f"document.querySelectorAll('tr.row').length == {everything}")

    tab.select_option("#polarity", "negative")
    tab.wait_for_function(f"document.querySelectorAll('tr.row').length < {everything}")
    assert all("not " in text for text in rows.all_inner_texts())
    tab.click("button[type=reset]")
    tab.wait_for_function(f"document.querySelectorAll('tr.row').length == {everything}")

    tab.click("button[data-sort=type]")
    shown = tab.locator("tr.row .tag").all_inner_texts()
    assert [t.removeprefix("not ") for t in shown] == sorted(t.removeprefix("not ") for t in shown)

    rows.first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".body .trigger.lit")
    tab.locator(".body .trigger").first.hover()
    assert "confidence" in tab.locator("#tip").inner_text()
    tab.keyboard.press("Escape")
    tab.wait_for_selector("#overview:not([hidden])")
    tab.click("#theme")
    assert faults == []
