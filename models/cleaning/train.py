"""Train the block classifiers of newsact: pages with their article bodies -> html.json, markdown.json.

    python models/cleaning/train.py PAGES_FOLDER GOLD.jsonl [--check]

GOLD.jsonl has one object a page: id, html and markdown (file names in PAGES_FOLDER), gold_text. Besides newsact this
needs lightgbm, html2text and markdownify. --check cross-validates by page (six folds) instead of writing the models.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import html2text
import lightgbm
import markdownify
import numpy as np

from pipeline.clean import features, frontmatter, html, markdown, metadata
from pipeline.clean.blocks import Block
from pipeline.clean.head import Head
from pipeline.clean.model import FORMAT, Trees
from pipeline.clean.select import select
from pipeline.clean.witness import agreement

WORD = re.compile(r"\w+")
SEEDS = (1, 2)
ROUNDS = 100
PARAMETERS = {
    "objective": "cross_entropy", "learning_rate": 0.1, "num_leaves": 12, "max_depth": 6, "min_data_in_leaf": 40,
    "feature_fraction": 0.2, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 20, "verbose": -1,
    "num_threads": 2,
}  # fmt: skip


@dataclass
class Example:
    """One page in one form: blocks, features, share of each block in the gold, and how much the page counts."""

    page: str
    form: str
    blocks: list[Block]
    rows: np.ndarray
    share: np.ndarray
    sizes: np.ndarray
    gold: str
    title: str | None
    weight: float


def shingles(text: str) -> Counter:
    """Runs of four words with their counts."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def shares(blocks: list[Block], gold: str) -> tuple[np.ndarray, np.ndarray]:
    """Return which share of each block's words is in the gold, and the number of words of each block."""
    words = WORD.findall(gold.lower())
    runs = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    lines = {" ".join(WORD.findall(line)) for line in gold.lower().split("\n")}
    own = [WORD.findall(b.text.lower()) for b in blocks]
    page = [w for words in own for w in words]
    covered = np.zeros(len(page), bool)
    for i in range(len(page) - 3):
        if tuple(page[i : i + 4]) in runs:
            covered[i : i + 4] = True
    sizes = np.array([len(words) for words in own])
    out = np.zeros(len(blocks))
    at = 0
    for i, words in enumerate(own):
        if words:
            out[i] = 1.0 if len(words) < 8 and " ".join(words) in lines else covered[at : at + len(words)].mean()
        at += len(words)
    solid = np.flatnonzero((sizes >= 8) & (out > 0.5))
    for i in np.flatnonzero((sizes < 8) & (out > 0)):
        if not len(solid) or np.abs(solid - i).min() > 6:
            out[i] = 0.0
    return out, sizes


def converted(page: str) -> dict[str, str]:
    """Return the page as Markdown, as different converters and settings write it."""
    out = {"markdownify": markdownify.markdownify(page, heading_style="ATX"),
           "markdownify underlined": markdownify.markdownify(page, bullets="-"),
           "markdownify no links": markdownify.markdownify(page, heading_style="ATX", strip=["a", "img"])}  # fmt: skip
    settings = {
        "html2text": {"body_width": 0},
        "html2text wrapped": {},
        "html2text references": {"body_width": 0, "inline_links": False, "ignore_images": True},
        "html2text without links": {"body_width": 0, "ignore_links": True, "ignore_images": True},
    }
    for name, values in settings.items():
        converter = html2text.HTML2Text()
        for key, value in values.items():
            setattr(converter, key, value)
        out[name] = converter.handle(page)
    return out


def markdown_example(page: str, form: str, text: str, gold: str, weight: float) -> Example | None:
    """Read a Markdown page as newsact does."""
    fields, at, _ = frontmatter.split(text)
    blocks = markdown.blocks(text, frontmatter.body_start(text, at))
    if not blocks:
        return None
    headings = [b.text for b in blocks if b.kind == "heading" and b.level <= 2]
    title = metadata.headline(fields.get("title"), headings, None)
    share, sizes = shares(blocks, gold)
    return Example(page, form, blocks, features.shared(blocks, title), share, sizes, gold, title, weight)


def html_example(page: str, text: str, gold: str) -> Example:
    """Read an HTML page as newsact does."""
    parsed = html.parse(text)
    title = Head(parsed).title()
    rows = features.html(parsed, title, agreement(text, parsed.blocks, parsed.deepest))
    share, sizes = shares(parsed.blocks, gold)
    return Example(page, "html", parsed.blocks, rows, share, sizes, gold, title, 1.0)


def examples(pages: Path, gold: Path) -> tuple[list[Example], list[Example]]:
    """Return HTML and Markdown examples; Markdown also from other converters and cut off."""
    of_html, of_markdown = [], []
    for line in gold.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name, body = record["id"], record["gold_text"]
        page = (pages / record["html"]).read_text(encoding="utf-8", errors="replace")
        of_html.append(html_example(name, page, body))
        given = (pages / record["markdown"]).read_text(encoding="utf-8")
        front = given[: given.index("\n---\n", 4) + 5]
        forms = {"given": given, **{k: f"{front}\n{v}" for k, v in converted(page).items()}}
        for form, text in forms.items():
            found = markdown_example(name, form, text, body, 1.0 if form == "given" else 0.35)
            of_markdown += [found] if found else []
            if form in ("given", "markdownify"):
                end = int(len(text) * random.Random(name + form).uniform(0.35, 0.9))
                found = markdown_example(name, form + " cut", text[:end], body, 0.5 if form == "given" else 0.35)
                of_markdown += [found] if found else []
    return of_html, of_markdown


def fit(data: list[Example], names: tuple[str, ...]) -> dict:
    """Return a model in the format that pipeline.clean.model reads.

    A block counts by its words to the power .7, so that short lines matter too; every page counts alike.
    """
    weights = []
    for e in data:
        weight = (np.maximum(e.sizes, 1) + 3.0) ** 0.7
        weights.append(e.weight * weight / max(1.0, weight[e.share > 0.5].sum()))
    rows = np.vstack([e.rows for e in data])
    share = np.concatenate([e.share for e in data])
    weight = np.concatenate(weights)
    model = {"format": FORMAT, "features": list(names), "feature": [], "threshold": [], "left": [], "right": [],
             "value": [], "roots": [], "depth": 0, "scale": 1 / len(SEEDS)}  # fmt: skip

    def add(node: dict, depth: int) -> int:
        index = len(model["feature"])
        leaf = "leaf_value" in node
        model["feature"].append(0 if leaf else node["split_feature"])
        model["threshold"].append(0.0 if leaf else float(f"{node['threshold']:.6g}"))
        model["value"].append(float(f"{node['leaf_value']:.5g}") if leaf else 0.0)
        model["left"].append(index)
        model["right"].append(index)
        model["depth"] = max(model["depth"], depth)
        if not leaf:
            model["left"][index] = add(node["left_child"], depth + 1)
            model["right"][index] = add(node["right_child"], depth + 1)
        return index

    for seed in SEEDS:
        data_set = lightgbm.Dataset(rows, label=share, weight=weight / weight.mean())
        booster = lightgbm.train({**PARAMETERS, "seed": seed}, data_set, ROUNDS)
        for tree in booster.dump_model()["tree_info"]:
            model["roots"].append(add(tree["tree_structure"], 0))
    return model


def score(data: list[Example], model: Trees) -> list[tuple[float, float]]:
    """Return precision and recall of each page's text."""
    out = []
    for e in data:
        verdicts = select(e.blocks, model.predict(e.rows), e.title)
        got = shingles("\n\n".join(b.text for b, v in zip(e.blocks, verdicts, strict=True) if v.kept))
        want = shingles(e.gold)
        hits = sum((want & got).values())
        out.append((hits / max(1, sum(got.values())), hits / max(1, sum(want.values()))))
    return out


def check(data: list[Example], names: tuple[str, ...]) -> None:
    """Print cross-validated scores by form; no page is in training and test at once."""
    pages = sorted({e.page for e in data})
    random.Random(0).shuffle(pages)
    found: dict[str, list[tuple[float, float]]] = {}
    for k in range(6):
        out = set(pages[k::6])
        model = Trees(fit([e for e in data if e.page not in out], names))
        for e in data:
            if e.page in out:
                found.setdefault(e.form, []).extend(score([e], model))
    for form, pairs in sorted(found.items()):
        p, r = np.mean([x for x, _ in pairs]), np.mean([y for _, y in pairs])
        print(f"{form:28s} p {p:.4f}  r {r:.4f}  f1 {2 * p * r / (p + r):.4f}  ({len(pairs)} pages)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    of_html, of_markdown = examples(given.pages, given.gold)
    for name, data, names in (("html", of_html, features.HTML), ("markdown", of_markdown, features.SHARED)):
        if given.check:
            check(data, names)
        else:
            path = Path(__file__).with_name(f"{name}.json")
            path.write_text(json.dumps(fit(data, names), separators=(",", ":")) + "\n", encoding="utf-8")
            print(path, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
