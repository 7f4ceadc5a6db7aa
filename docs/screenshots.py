"""Take the pictures of the report: ``python docs/screenshots.py outputs/demo`` (needs Chromium and playwright)."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from pipeline.report.html import write_report

IMAGES = Path(__file__).parent / "images"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def take(page: Page, name: str) -> None:
    """Save one picture once the charts stand still."""
    page.wait_for_selector("html[data-ready]")
    page.wait_for_timeout(1200)
    page.screenshot(path=IMAGES / f"{name}.png")


def main(out: Path) -> None:
    """Write report-light.png, report-dark.png and report-article.png."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium: install it, for example with 'apt-get install chromium'")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        target = Path(folder) / "report.html"
        write_report(out, target, "newsact: demo")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1240, "height": 1330})
        for theme in ("light", "dark"):
            page.goto(f"{target.as_uri()}?theme={theme}")
            take(page, f"report-{theme}")
        page.goto(f"{target.as_uri()}?theme=light")
        page.wait_for_selector("html[data-ready]")
        page.set_viewport_size({"width": 1240, "height": 900})
        page.fill("#q", "telegram")
        page.wait_for_timeout(600)
        page.locator("tr.row").first.click()
        page.wait_for_selector(".body .trigger")
        page.locator(".body .trigger").nth(1).hover()
        take(page, "report-article")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "outputs/demo"))
