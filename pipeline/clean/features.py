"""What the block classifier looks at: one row of numbers a block.

Features are about form (length, links, punctuation, kind), place (position, neighbours, section, run of list items),
a few words that furniture is made of, and for HTML the elements around. None is a word of an article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.clean.blocks import Block
from pipeline.clean.byline import is_byline
from pipeline.clean.html import Page
from pipeline.clean.lexicon import BOUNDARIES, WORD, WORDS, boundary, hits
from pipeline.clean.surroundings import TREE, tree

Matrix = npt.NDArray[np.float32]

_FUNCTION = frozenset(
    ("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "it", "at", "by", "from", "be",
     "are", "this", "have", "has", "had", "not", "but", "his", "her", "they", "he", "she", "we", "which", "were",
     "been", "its", "their", "will", "would", "who", "said", "or", "an", "a", "i", "you", "if", "when", "than")
)  # fmt: skip
_SAYS = re.compile(
    r"\b(?:says|wrote|said|replied)\s*:?\Z|\b(?:\d+ (?:minutes?|hours?|days?|weeks?|months?"
    r"|years?) ago)\b",
    re.I,
)
_KINDS = ("para", "heading", "item", "row", "code", "caption", "quote")

OWN = (
    "log_chars", "log_words", "link_density", "links", "chars_per_link", "capital", "ends_sentence", "ends_colon",
    "ends_ellipsis", "digits", "uppers", "commas", "function_words", "word_length", "level", "images", "bold",
    "bars", "byline", "title_likeness", "is_title", "repeated", "sentences", "quote_marks", "question", "word_hits",
    "hit_density", "comment_line", "all_caps", "fields", *(f"kind_{k}" for k in _KINDS),
    *(f"word_{n}" for n, _, _ in WORDS),
)  # fmt: skip
_AROUND = ("log_chars", "link_density", "ends_sentence", "kind_heading", "kind_item", "word_hits", "function_words")
PLACE = (
    "index", "index_share", "chars_before", "chars_after", "in_segment", "before_segment", "after_segment",
    "segment_share", "since_title", "before_title", "titles_seen", "prose_before_5", "prose_after_5", "links_before_5",
    "links_after_5", "prose_before_15", "prose_after_15", "links_before_15", "links_after_15", "section_prose",
    "section_links", "section_blocks", "section_place", "section_hits", "section_level", "sections_after",
    "next_section_prose", "run_length", "run_place", "run_links", "run_chars", "run_opened", "page_prose",
    "page_blocks", "page_links", "prose_share_before", "prose_share_after", "since_prose", "until_prose",
    "hits_before", "cluster_size", *(f"since_{n}" for n, _ in BOUNDARIES), "since_boundary", "boundary_level",
    "prose_since_boundary",
)  # fmt: skip
SHARED = (
    *OWN, *PLACE, *(f"{name}{step:+d}" for step in (-3, -2, -1, 1, 2, 3) for name in _AROUND),
)  # fmt: skip
HTML = (*SHARED, *TREE, "extractor")


def _own(block: Block, title: frozenset[str], counts: Counter[str]) -> list[float]:
    text = block.text
    size = len(text)
    words = WORD.findall(text)
    n = max(1, len(words))
    lower = [w.lower() for w in words[:200]]
    density = block.link_chars / size
    tail = text.rstrip("\"'”’)]*_ ")[-1:]
    found = hits(lower[:80])
    shared = len(title.intersection(lower)) / max(1, len(title)) if title else 0.0
    likeness = shared * min(1.0, len(title) / n) if title else 0.0
    total = sum(found)
    return [
        np.log1p(size),
        np.log1p(n),
        density,
        min(block.links, 20),
        min(1000.0, size / (block.links + 1)),
        float(text[:1].isupper()),
        float(tail in ".!?…" and tail != ""),
        float(tail == ":"),
        float(text.endswith(("...", "…"))),
        sum(map(str.isdigit, text[:400])) / min(size, 400),
        sum(map(str.isupper, text[:400])) / min(size, 400),
        text.count(",") / n,
        sum(w in _FUNCTION for w in lower) / max(1, len(lower)),
        sum(map(len, lower)) / max(1, len(lower)),
        block.level,
        min(block.images, 5),
        block.bold_chars / size,
        min(text.count("|") + text.count("•") + text.count("»") + text.count(" > "), 10),
        float(is_byline(text)),
        likeness,
        float(likeness > 0.9),
        min(counts[text], 5),
        min(20, text.count(". ") + text.count("? ") + text.count("! ") + (tail in ".!?" and tail != "")),
        min(4, text.count("“") + text.count('"')),
        float("?" in text),
        total,
        total / np.log1p(n),
        float(size < 120 and _SAYS.search(text) is not None),
        float(text.isupper()),
        float(text.count(":") + text.count("*")) / n,
        *(float(block.kind == kind) for kind in _KINDS),
        *found,
    ]


def shared(blocks: Sequence[Block], title: str | None) -> Matrix:
    """Return the features that Markdown and HTML have in common: shape (blocks, len(SHARED))."""
    n = len(blocks)
    words = frozenset(w.lower() for w in WORD.findall(title or ""))
    counts = Counter(b.text for b in blocks)
    own = np.array([_own(b, words, counts) for b in blocks], dtype=np.float32).reshape(n, len(OWN))
    column = {name: i for i, name in enumerate(OWN)}
    sizes = np.array([len(b.text) for b in blocks], dtype=np.float64)
    linked = np.array([b.link_chars for b in blocks], dtype=np.float64)
    prose = np.where((sizes >= 60) & (linked < sizes / 3), sizes - linked, 0.0)
    place = _place(blocks, own, column, sizes, linked, prose)
    around = [own[:, column[name]] for name in _AROUND]
    steps = []
    for step in (-3, -2, -1, 1, 2, 3):
        for values in around:
            moved = np.full(n, -1.0, dtype=np.float32)
            if step < 0 and n > -step:
                moved[-step:] = values[:step]
            elif step > 0 and n > step:
                moved[:-step] = values[step:]
            steps.append(moved)
    return np.column_stack([own, place, *steps]).astype(np.float32)


def _windows(values: npt.NDArray[np.float64], width: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Sums over the ``width`` blocks before and after each block."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    n = len(values)
    index = np.arange(n)
    before = total[index] - total[np.maximum(0, index - width)]
    return before, total[np.minimum(n, index + 1 + width)] - total[index + 1]


def segment(
    prose: npt.NDArray[np.float64], sizes: npt.NDArray[np.float64], linked: npt.NDArray[np.float64]
) -> tuple[int, int]:
    """Return the run of blocks with the greatest sum of prose, less links and short lines."""
    scores = np.where(prose > 0, np.minimum(prose, 400) / 4, -18.0 - 12 * (linked > sizes / 2))
    best = total = 0.0
    start = first = last = 0
    for index, score in enumerate(scores.tolist()):
        if total <= 0:
            total, start = 0.0, index
        total += score
        if total > best:
            best, first, last = total, start, index + 1
    return first, last


def _place(
    blocks: Sequence[Block],
    own: Matrix,
    column: dict[str, int],
    sizes: npt.NDArray[np.float64],
    linked: npt.NDArray[np.float64],
    prose: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    n = len(blocks)
    index = np.arange(n, dtype=np.float64)
    total = max(1.0, sizes.sum())
    all_prose = max(1.0, prose.sum())
    before = np.cumsum(sizes) - sizes
    prose_before = np.cumsum(prose) - prose
    first, last = segment(prose, sizes, linked)
    titles = own[:, column["is_title"]] > 0
    heads = [i for i in range(n) if titles[i] and blocks[i].kind == "heading"] or [i for i in range(n) if titles[i]]
    near = max((i for i in heads if i <= first + 3), default=-1)
    p5, a5 = _windows(prose, 5)
    l5, m5 = _windows(linked, 5)
    p15, a15 = _windows(prose, 15)
    l15, m15 = _windows(linked, 15)
    said = own[:, column["word_hits"]].astype(np.float64)
    h5, _ = _windows(said, 5)
    sections = _sections(blocks, sizes, linked, prose, said)
    runs = _runs(blocks, sizes, linked)
    since = np.zeros(n)
    until = np.zeros(n)
    gap = 50.0
    for i in range(n):
        gap = 0.0 if prose[i] else min(50.0, gap + 1)
        since[i] = gap
    gap = 50.0
    for i in range(n - 1, -1, -1):
        gap = 0.0 if prose[i] else min(50.0, gap + 1)
        until[i] = gap
    cluster = _clusters(prose)
    bounds = _since(blocks, prose, first)
    width = max(1, last - first)
    seen = np.cumsum(titles)
    return np.column_stack([
        np.minimum(index, 300), index / max(1, n - 1), before / total, (total - before - sizes) / total,
        (index >= first) & (index < last), np.clip(first - index, 0, 60), np.clip(index - last + 1, 0, 60),
        np.clip((index - first) / width, -2, 3), np.where(near >= 0, np.clip(index - near, -60, 200), -99),
        (near >= 0) & (index < near), seen, np.log1p(p5), np.log1p(a5), np.log1p(l5), np.log1p(m5), np.log1p(p15),
        np.log1p(a15), np.log1p(l15), np.log1p(m15), sections, runs, np.full(n, np.log1p(all_prose)),
        np.full(n, np.log1p(n)), np.full(n, linked.sum() / total), prose_before / all_prose,
        (all_prose - prose_before - prose) / all_prose, since, until, h5, cluster, bounds,
    ])  # fmt: skip


def _since(blocks: Sequence[Block], prose: npt.NDArray[np.float64], first: int) -> npt.NDArray[np.float64]:
    """How far after lines that end articles each block stands (0 before any), and the last such line's level."""
    n = len(blocks)
    kinds = len(BOUNDARIES)
    out = np.zeros((n, kinds + 3))
    seen = [-1] * kinds
    last, level, total = -1, 0.0, 0.0
    for i, block in enumerate(blocks):
        if i >= first and len(block.text) <= 90:
            for k in boundary(block.text):
                seen[k] = last = i
                level = block.level if block.kind == "heading" else 9.0
                total = 0.0
        for k in range(kinds):
            out[i, k] = min(60, i - seen[k] + 1) if seen[k] >= 0 else 0
        if last >= 0:
            out[i, kinds:] = min(60, i - last + 1), level, np.log1p(total)
        total += prose[i]
    return out


def _clusters(prose: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Share of the page's prose in the cluster of blocks around each block that no gap of six parts."""
    n = len(prose)
    out = np.zeros(n)
    start, gap = 0, 0
    bounds = []
    for i in range(n):
        gap = 0 if prose[i] else gap + 1
        if gap == 6:
            bounds.append((start, i - 5))
            start = i - 5
    bounds.append((start, n))
    total = max(1.0, prose.sum())
    for a, b in bounds:
        out[a:b] = prose[a:b].sum() / total
    return out


def _sections(
    blocks: Sequence[Block],
    sizes: npt.NDArray[np.float64],
    linked: npt.NDArray[np.float64],
    prose: npt.NDArray[np.float64],
    said: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    """Prose, link density, size, place, furniture words and level of the section each block is in, and what follows."""
    n = len(blocks)
    starts = sorted({0, *(i for i, b in enumerate(blocks) if b.kind == "heading")})
    ends = [*starts[1:], n]
    out = np.zeros((n, 8))
    for number, (a, b) in enumerate(zip(starts, ends, strict=True)):
        chars = max(1.0, sizes[a:b].sum())
        following = prose[b : ends[number + 1]].sum() if number + 1 < len(ends) else 0.0
        heading = blocks[a].kind == "heading" if n else False
        out[a:b, 0] = np.log1p(prose[a:b].sum())
        out[a:b, 1] = linked[a:b].sum() / chars
        out[a:b, 2] = min(b - a, 60)
        out[a:b, 3] = np.minimum(np.arange(b - a), 60)
        out[a:b, 4] = said[a] if heading else 0
        out[a:b, 5] = blocks[a].level if heading else 0
        out[a:b, 6] = min(40, len(starts) - number - 1)
        out[a:b, 7] = np.log1p(following)
    return out


def _runs(
    blocks: Sequence[Block], sizes: npt.NDArray[np.float64], linked: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Length, place, link density and mean size of the run of blocks of one kind; whether a colon opens it."""
    n = len(blocks)
    out = np.zeros((n, 5))
    a = 0
    while a < n:
        b = a + 1
        while b < n and blocks[b].kind == blocks[a].kind:
            b += 1
        chars = max(1.0, sizes[a:b].sum())
        out[a:b, 0] = min(b - a, 60)
        out[a:b, 1] = np.minimum(np.arange(b - a), 60)
        out[a:b, 2] = linked[a:b].sum() / chars
        out[a:b, 3] = np.log1p(chars / (b - a))
        out[a:b, 4] = float(a > 0 and blocks[a - 1].text.endswith(":"))
        a = b
    return out


def html(page: Page, title: str | None, agreement: Matrix) -> Matrix:
    """Return the features of an HTML page's blocks: shape (blocks, len(HTML)).

    ``agreement`` is what :func:`pipeline.clean.witness.agreement` says about each block.
    """
    return np.column_stack([shared(page.blocks, title), tree(page), agreement]).astype(np.float32)
