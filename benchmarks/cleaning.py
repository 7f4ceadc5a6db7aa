"""newsact's cleaner beside installable peers, on the same pages, in one run.

    pip install trafilatura readability-lxml jusText resiliparse newspaper4k goose3 boilerpy3
    python benchmarks/cleaning.py PAGES_FOLDER GOLD.jsonl [--json FILE]

GOLD.jsonl has one object a page: html, markdown (file names in PAGES_FOLDER), gold_text, title, publish_date. Body
text is compared by runs of four words, counted by page and averaged over pages, as the article-extraction-benchmark
does. Speed is pages a second of processor time over those of trafilatura in the same run (each tool reads every page
once before it is timed). Peers that are not installed are left out, and said so.
"""

from __future__ import annotations

import argparse
import importlib
import json
import logging
import re
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.clean import CleanOptions, clean
from pipeline.errors import CleanError
from pipeline.records import RawDocument

OPTIONS = CleanOptions(language="any")
CUT = 0.6  # share of a page that is left when its end is missing


def ours(media: str) -> Callable[[str], dict[str, Any]]:
    """Return newsact's cleaner for HTML or Markdown."""

    def extract(page: str) -> dict[str, Any]:
        try:
            article = clean(RawDocument("page", None, media, page), options=OPTIONS)
        except CleanError:
            return {"text": ""}
        return {"text": article.text, "title": article.title, "date": article.published}

    return extract


def trafilatura(**settings: Any) -> Callable[[str], dict[str, Any]]:
    """Return trafilatura with some settings, its metadata included."""
    module = importlib.import_module("trafilatura")

    def extract(page: str) -> dict[str, Any]:
        found = module.bare_extraction(page, with_metadata=True, include_comments=False, **settings)
        return {"text": found.text, "title": found.title, "date": found.date} if found else {"text": ""}

    return extract


def readability() -> Callable[[str], dict[str, Any]]:
    """Return readability-lxml with the text of its summary."""
    module, tree = importlib.import_module("readability"), importlib.import_module("lxml.html")

    def extract(page: str) -> dict[str, Any]:
        found = module.Document(page)
        summary = tree.fromstring(found.summary(html_partial=True))
        return {"text": "\n".join(summary.itertext()), "title": found.short_title()}

    return extract


def justext() -> Callable[[str], dict[str, Any]]:
    """Return jusText's good paragraphs."""
    module = importlib.import_module("justext")
    stops = module.get_stoplist("English")
    return lambda page: {"text": "\n".join(p.text for p in module.justext(page, stops) if not p.is_boilerplate)}


def resiliparse() -> Callable[[str], dict[str, Any]]:
    """Return resiliparse's main content."""
    module = importlib.import_module("resiliparse.extract.html2text")
    return lambda page: {"text": module.extract_plain_text(page, main_content=True)}


def newspaper() -> Callable[[str], dict[str, Any]]:
    """Return newspaper4k."""
    module = importlib.import_module("newspaper")

    def extract(page: str) -> dict[str, Any]:
        found = module.Article("https://x.example/", language="en")
        found.download(input_html=page)
        found.parse()
        return {"text": found.text, "title": found.title, "date": found.publish_date}

    return extract


def goose() -> Callable[[str], dict[str, Any]]:
    """Return goose3."""
    tool = importlib.import_module("goose3").Goose({"enable_image_fetching": False})

    def extract(page: str) -> dict[str, Any]:
        found = tool.extract(raw_html=page)
        return {"text": found.cleaned_text, "title": found.title, "date": found.publish_date}

    return extract


def boilerpy() -> Callable[[str], dict[str, Any]]:
    """Return boilerpy3's article extractor."""
    module = importlib.import_module("boilerpy3.extractors")
    return lambda page: {"text": module.ArticleExtractor().get_content(page)}


def via_html() -> Callable[[str], dict[str, Any]]:
    """Return Markdown turned to HTML and given to trafilatura, the way round that others take."""
    renderer = importlib.import_module("markdown_it").MarkdownIt()
    extract = trafilatura(favor_precision=True)
    return lambda page: extract(f"<html><body>{renderer.render(page)}</body></html>")


def short_links(page: str) -> dict[str, Any]:
    """Drop lines that are mostly links, then short ones: the usual recipe."""
    kept = []
    for line in re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.S).split("\n"):
        bare = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", line)
        linked = sum(len(m[1]) for m in re.finditer(r"\[([^\]]*)\]\([^)]*\)", line))
        if len(bare) >= 50 and linked < 0.4 * len(bare):
            kept.append(bare)
    return {"text": "\n".join(kept)}


HTML: dict[str, Callable[[], Callable[[str], dict[str, Any]]]] = {
    "newsact": lambda: ours("html"),
    "trafilatura": trafilatura,
    "trafilatura precision": lambda: trafilatura(favor_precision=True),
    "trafilatura fast": lambda: trafilatura(fast=True),
    "readability-lxml": readability,
    "jusText": justext,
    "resiliparse": resiliparse,
    "newspaper4k": newspaper,
    "goose3": goose,
    "boilerpy3": boilerpy,
}
MARKDOWN: dict[str, Callable[[], Callable[[str], dict[str, Any]]]] = {
    "newsact": lambda: ours("markdown"),
    "via HTML and trafilatura": via_html,
    "link density, then length": lambda: short_links,
}


def shingles(text: str | None) -> Counter[tuple[str, ...]]:
    """Runs of four words with their counts."""
    words = re.findall(r"\w+", text or "")
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def held(body: str, page: str) -> Counter[tuple[str, ...]]:
    """Return those runs of four words of a body that a cut page still holds."""
    left = shingles(re.sub(r"\]\([^)]*\)?", "", page))
    return Counter({run: n for run, n in shingles(body).items() if run in left})


def fold(text: str | None) -> str:
    """A title without case and punctuation, cut at 40 characters."""
    return re.sub(r"[^\w ]", "", (text or "").lower()).strip()[:40]


def attempt(extract: Callable[[str], dict[str, Any]], page: str) -> dict[str, Any]:
    """Return what a tool finds; a tool that fails on a page has found nothing there."""
    try:
        return extract(page)
    except Exception:
        return {"text": ""}


def measure(extract: Callable[[str], dict[str, Any]], pages: list[str], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Return precision, recall, F1, share of right titles and dates, and pages a second."""
    results = [attempt(extract, page) for page in pages]
    began = time.thread_time()
    for page in pages:
        attempt(extract, page)
    seconds = time.thread_time() - began
    ps, rs, titles, dates, dated = [], [], 0, 0, 0
    for found, g in zip(results, gold, strict=True):
        want, got = g.get("held") or shingles(g["gold_text"]), shingles(found.get("text"))
        hits = sum((want & got).values())
        ps.append(hits / sum(got.values()) if got else 0.0)
        rs.append(hits / sum(want.values()) if want else 1.0)
        titles += bool(found.get("title")) and fold(found["title"]) == fold(g["title"])
        if g.get("publish_date"):
            dated += 1
            dates += str(found.get("date"))[:10] == g["publish_date"][:10]
    p, r = sum(ps) / len(ps), sum(rs) / len(rs)
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "titles": titles / len(gold),
            "dates": dates / max(1, dated), "pages_per_second": len(pages) / seconds}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    gold = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()]
    out: dict[str, dict[str, dict[str, float]]] = {}
    for form, tools in (("html", HTML), ("markdown", MARKDOWN), ("markdown cut", MARKDOWN)):
        kind = form.split()[0]
        pages = [(given.pages / g[kind]).read_text(encoding="utf-8", errors="replace") for g in gold]
        if form != kind:
            pages = [page[: int(CUT * len(page))] for page in pages]
            gold = [{**g, "held": held(g["gold_text"], page)} for g, page in zip(gold, pages, strict=True)]
        found: dict[str, dict[str, float]] = {}
        for name, make in tools.items():
            try:
                found[name] = measure(make(), pages, gold)
            except ImportError as error:
                print(f"{name}: not installed ({error.name})")
        out[form] = found
        base = found.get("trafilatura", found["newsact"])["pages_per_second"]
        print(f"\n| {form}, {len(gold)} pages | p | r | F1 | titles | dates | speed |\n|---|---|---|---|---|---|---|")
        for name, s in sorted(found.items(), key=lambda item: -item[1]["f1"]):
            row = " | ".join(f"{s[k]:.3f}" for k in ("p", "r", "f1", "titles", "dates"))
            print(f"| {name} | {row} | {s['pages_per_second'] / base:.2f} |", flush=True)
    if given.json:
        given.json.write_text(json.dumps(out, indent=1) + "\n")


if __name__ == "__main__":
    main()
