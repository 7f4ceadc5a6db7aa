"""What the block classifier looks at: one row of numbers a block.

Features are about form (length, links, punctuation, kind), place (position, neighbours, section, run of list items),
a few words that furniture is made of, and for HTML the elements around. None is a word of an article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pipeline.clean.blocks import Block
from pipeline.clean.byline import is_byline
from pipeline.clean.html import Node, Page

Matrix = npt.NDArray[np.float32]

_WORD = re.compile(r"\w+")
_FUNCTION = frozenset(
    ("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "it", "at", "by", "from", "be",
     "are", "this", "have", "has", "had", "not", "but", "his", "her", "they", "he", "she", "we", "which", "were",
     "been", "its", "their", "will", "would", "who", "said", "or", "an", "a", "i", "you", "if", "when", "than")
)  # fmt: skip
# words of page furniture, by what the furniture is for
WORDS: tuple[tuple[str, str], ...] = (
    ("share", r"share|tweet|facebook|twitter|linkedin|whatsapp|pinterest|reddit|instagram|youtube|e-?mail|print"
              r"|copy link"
              r"|follow us|follow|social"),
    ("subscribe", r"subscrib\w*|newsletters?|sign ?up|inbox|get our|join (?:us|our|the)|membership|donat\w+"
                  r"|support (?:us|our)"
                  r"|download|get started|contact us|free trial|book a|request a|learn more|shop now|buy now|try"),
    ("related", r"related|you (?:may|might) also|also like|read (?:more|next|also)|more (?:from|on|in|stories"
                r"|articles|news)"
                r"|recommend\w*|popular|trending|latest|most read|recent(?:ly)? (?:posts?|articles?)?|see also|up next"
                r"|previous|next|older|newer|back to|view all|see all|editor'?s picks?|don'?t miss|featured|similar"),
    ("comment", r"comments?|repl(?:y|ies)|leave a|log ?in|sign in|post a|your e-?mail address|required fields"
                r"|responses?"),
    ("legal", r"cookies?|privacy|terms(?: of| and|\b)|rights reserved|copyright|©|\(c\)|disclaimer|licen[cs]e"
              r"|disclosure"
              r"|affiliate|commission|policy|gdpr|imprint|powered by"),
    ("menu", r"menu|skip to|search|home|cart|account|toggle|navigation|close|open|categories|sitemap|about us|careers"
             r"|advertise|faqs?|contact|blog|shop|login|register|english|language"),
    ("author", r"about the author|author|written by|bio|editor|is an? (?:\w+ ){0,3}(?:writer|editor|reporter|journalist"
               r"|author|founder|consultant|specialist)|contributor|posts by|view profile|reviewed by|by"),
    ("tags", r"tags?|tagged|filed under|topics?|categor(?:y|ies)|posted in|keywords|hashtags?"),
    ("advert", r"advertis\w+|sponsored|promoted|partner content|ad"),
    ("contents", r"table of contents|in this (?:article|post|guide)|on this page|contents|jump to|quick links"
                 r"|key takeaways"),
    ("picture", r"photo|image|picture|credit|getty|shutterstock|unsplash|courtesy|illustration|figure|source|video"
                r"|watch|play"),
    ("time", r"min(?:ute)?s? read|published|updated|posted|last modified|ago|read time|views?|am|pm"),
)  # fmt: skip
# short lines after which a page is no longer its article, by what follows
BOUNDARIES: tuple[tuple[str, str], ...] = (
    ("comments", r"(?:\d+|reader|user|all|view|show|post|add)?\W*(?:comments?|responses?|repl(?:y|ies)|discussion"
                 r"|thoughts on\b.*)"
                 r"(?:\W*\(?\d*\)?)|leave a (?:reply|comment).*|(?:post|join|add)\b.{0,20}(?:comment|conversation"
                 r"|discussion)s?.*"
                 r"|your e-?mail address will not be published.*|what do you think.*"),
    ("related", r"(?:related|recommended|similar|popular|trending|latest|recent|featured|more|other|most (?:read"
                r"|popular|viewed))"
                r"\b.{0,50}|(?:you (?:may|might|could) (?:also|like)|also (?:read|on|in)|read (?:more|next|also)"
                r"|see also|up next"
                r"|next up|don'?t miss|keep reading|editor'?s (?:picks?|choice)|in case you missed).{0,40}"
                r"|explore more.*"),
    ("author", r"about (?:the )?(?:author|writer|contributor)s?.*|(?:written|posted|article) by\b.{0,60}"
               r"|author(?:\W.{0,40})?"),
    ("subscribe", r".{0,40}\b(?:subscribe|newsletters?|sign up|stay (?:up to date|informed|connected|in touch)"
                  r"|inbox)\b.{0,60}"),
    ("tags", r"(?:tags?|tagged|filed under|topics?|categor(?:y|ies)|posted in|share|share this.{0,30}|share (?:on"
             r"|via|article)"
             r".{0,30})\W*.{0,40}"),
    ("sources", r"(?:references|sources|notes|footnotes|citations|bibliography|works cited|credits)\W*"),
)  # fmt: skip
_BOUNDARIES = tuple(re.compile(rf"\W*(?:{pattern})\W*\Z", re.I) for _, pattern in BOUNDARIES)
_SAYS = re.compile(r"\b(?:says|wrote|said|replied)\s*:?\Z|\b(?:\d+ (?:minutes?|hours?|days?|weeks?|months?"
                   r"|years?) ago)\b", re.I)
_WORDS = tuple((name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.I)) for name, pattern in WORDS)

# what names of classes and ids say about an element
MARKS: tuple[tuple[str, str], ...] = (
    ("body", r"article|content|body|entry|post|story|text|prose|rich|copy|main|markdown|wysiwyg"),
    ("strong_body", r"article-?_?(?:body|content|text)|entry-content|post-?_?(?:body|content)|story-?_?body"
                    r"|rich-?text|prose"
                    r"|articlebody|blog-?(?:content|post|body)|page-content|main-content|wysiwyg"),
    ("nav", r"\bnav|menu|breadcrumb|pagination|pager|navbar|topbar|masthead|toolbar|skip"),
    ("side", r"side-?_?bar|aside|rail|widget|secondary|complementary|sticky"),
    ("foot", r"foot|colophon|copyright|legal|bottom"),
    ("head", r"header|hero|banner|masthead|top-|title|headline"),
    ("comment", r"comment|disqus|respond|reply|discussion"),
    ("related", r"relat|recommend|more-|similar|popular|trending|latest|recirc|up-?next|read-?more|also|teaser|card"
                r"|grid|carousel"
                r"|slider|listing|archive|feed|suggest"),
    ("share", r"share|social|follow|addthis|sharedaddy"),
    ("promo", r"promo|advert|\bads?\b|\bad-|sponsor|cta|banner|newsletter|subscri|sign-?up|optin|opt-in|popup|modal"
              r"|overlay|offer"
              r"|lightbox|dialog|form|hubspot|hs-"),
    ("author", r"author|byline|bio\b|profile|avatar|contributor|writer"),
    ("meta", r"meta|date|time|tag|categor|topic|label|kicker|eyebrow|info"),
    ("picture", r"caption|credit|figure|image|img|photo|gallery|media|video|embed|player"),
    ("contents", r"\btoc|table-?of-?contents|contents|jump|anchor|summary|accordion|faq|tabs?\b"),
    ("consent", r"cookie|consent|gdpr|privacy|onetrust|notice|alert|announce"),
    ("hidden", r"hidden|sr-only|visually|screen-?reader|collapse|invisible|d-none|print"),
    ("product", r"product|price|shop|cart|buy|rating|review|spec|widget"),
    ("quote", r"quote|pull|blockquote|callout|highlight|key|note|box"),
)  # fmt: skip
_MARKS = tuple((name, re.compile(pattern)) for name, pattern in MARKS)
_TAGS = ("article", "main", "nav", "header", "footer", "aside", "form", "figure", "table", "button", "dialog",
         "details", "section", "ul", "ol", "dl", "p", "div", "a", "span", "blockquote")  # fmt: skip
_KINDS = ("para", "heading", "item", "row", "code", "caption", "quote")

OWN = (
    "log_chars", "log_words", "link_density", "links", "chars_per_link", "capital", "ends_sentence", "ends_colon",
    "ends_ellipsis", "digits", "uppers", "commas", "function_words", "word_length", "level", "images", "bold",
    "bars", "byline", "title_likeness", "is_title", "repeated", "sentences", "quote_marks", "question", "word_hits",
    "hit_density", "comment_line", "all_caps", "fields", *(f"kind_{k}" for k in _KINDS),
    *(f"word_{n}" for n, _ in WORDS),
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
TREE = (
    "depth", "hidden", *(f"tag_{t}" for t in _TAGS), "own_p", "own_div", *(f"mark_{n}" for n, _ in MARKS),
    *(f"near_{n}" for n, _ in MARKS), "parent_prose", "parent_links", "parent_blocks", "grand_prose", "grand_links",
    "grand_blocks", "great_prose", "great_links", "in_main", "main_levels", "branch_prose", "branch_links",
    "branch_blocks", "main_depth", "main_share", "alike_0", "alike_1", "alike_2", "alike_3", "alike_far", "in_body",
    "body_share", "page_body_share", "in_article", "article_share", "articles",
)  # fmt: skip

HTML = (*SHARED, *TREE, "extractor")


def _own(block: Block, title: frozenset[str], counts: Counter[str]) -> list[float]:
    text = block.text
    size = len(text)
    words = _WORD.findall(text)
    n = max(1, len(words))
    lower = [w.lower() for w in words[:200]]
    density = block.link_chars / size
    tail = text.rstrip("\"'”’)]*_ ")[-1:]
    hits = [float(bool(pattern.search(text[:400]))) for _, pattern in _WORDS]
    shared = len(title.intersection(lower)) / max(1, len(title)) if title else 0.0
    likeness = shared * min(1.0, len(title) / n) if title else 0.0
    total = sum(hits)
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
        *hits,
    ]


def shared(blocks: Sequence[Block], title: str | None) -> Matrix:
    """Return the features that Markdown and HTML have in common: shape (blocks, len(SHARED))."""
    n = len(blocks)
    words = frozenset(w.lower() for w in _WORD.findall(title or ""))
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
    hits = own[:, column["word_hits"]].astype(np.float64)
    h5, _ = _windows(hits, 5)
    sections = _sections(blocks, sizes, linked, prose, hits)
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
    kinds = len(_BOUNDARIES)
    out = np.zeros((n, kinds + 3))
    seen = [-1] * kinds
    last, level, total = -1, 0.0, 0.0
    for i, block in enumerate(blocks):
        if i >= first and len(block.text) <= 90:
            for k, pattern in enumerate(_BOUNDARIES):
                if pattern.match(block.text):
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
    hits: npt.NDArray[np.float64],
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
        out[a:b, 4] = hits[a] if heading else 0
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


@lru_cache(maxsize=4096)
def _marks(marks: str) -> tuple[float, ...]:
    return tuple(float(bool(pattern.search(marks))) for _, pattern in _MARKS)


def tree(page: Page) -> Matrix:
    """Return the features of the elements around each block: shape (blocks, len(TREE))."""
    nodes, owners = page.nodes, page.owners
    total = max(1, nodes[0].prose)
    # the deepest element that holds most of the prose (children come after their parents)
    main = max(i for i, node in enumerate(nodes) if node.prose >= 0.6 * total or i == 0)
    main_depth = nodes[main].depth
    alike = Counter((node.parent, node.tag, node.marks) for node in nodes)
    bodies = [_marks(node.marks)[1] > 0 if node.marks else False for node in nodes]
    best_body = max((node.prose for node, body in zip(nodes, bodies, strict=True) if body), default=0) / total
    articles = float(min(30, sum(node.tag == "article" for node in nodes)))
    known: dict[int, list[float]] = {}
    rows: list[list[float]] = []
    for owner in owners:
        row = known.get(owner)
        if row is None:
            chain = []
            index = owner
            while index > 0:
                chain.append(index)
                index = nodes[index].parent
            row = _ancestry(nodes, chain, main, main_depth, total)
            counts = [float(min(40, alike[nodes[i].parent, nodes[i].tag, nodes[i].marks])) for i in chain]
            body = next((nodes[i].prose / total for i in chain if bodies[i]), -1.0)
            article = next((nodes[i].prose / total for i in chain if nodes[i].tag == "article"), -1.0)
            row += [
                *(counts + [0.0] * 4)[:4],
                max(counts[4:8], default=0.0),
                float(body >= 0),
                body,
                best_body,
                float(article >= 0),
                article,
                articles,
            ]
            known[owner] = row
        rows.append(row)
    return np.array(rows, dtype=np.float32).reshape(len(owners), len(TREE))


def html(page: Page, title: str | None, agreement: Matrix) -> Matrix:
    """Return the features of an HTML page's blocks: shape (blocks, len(HTML)).

    ``agreement`` is what :func:`pipeline.clean.witness.agreement` says about each block.
    """
    return np.column_stack([shared(page.blocks, title), tree(page), agreement]).astype(np.float32)


def _ancestry(nodes: list[Node], chain: list[int], main: int, main_depth: int, total: int) -> list[float]:
    """Features of the elements from the innermost (``chain[0]``) to the outermost."""
    tags = {nodes[i].tag for i in chain}
    found = [0.0] * len(_MARKS)
    for distance, i in enumerate(chain):
        marks = nodes[i].marks
        if marks:
            for k, hit in enumerate(_marks(marks)):
                if hit and not found[k]:
                    found[k] = 1.0 / (1 + distance)
    node = nodes[chain[0]] if chain else nodes[0]

    def sums(step: int) -> tuple[float, float, float]:
        target = nodes[chain[step]] if step < len(chain) else nodes[0]
        return target.prose / total, target.link_chars / max(1, target.chars), float(min(target.blocks, 200))

    in_main = main in chain
    branch = nodes[chain[chain.index(main) - 1]] if in_main and chain.index(main) > 0 else node
    return [
        float(node.depth),
        float(node.hidden),
        *(float(tag in tags) for tag in _TAGS),
        float(node.tag == "p"),
        float(node.tag == "div"),
        *(float(bool(f)) for f in found),
        *found,
        *sums(1),
        *sums(2),
        *sums(3)[:2],
        float(in_main),
        float(node.depth - main_depth) if in_main else -1.0,
        branch.prose / total,
        branch.link_chars / max(1, branch.chars),
        float(min(branch.blocks, 200)),
        float(main_depth),
        nodes[main].prose / total,
    ]
