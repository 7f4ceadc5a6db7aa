"""Features of the HTML elements around a block."""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt

from pipeline.clean.html import Page
from pipeline.clean.lexicon import MARKS, marked

_TAGS = ("article", "main", "nav", "header", "footer", "aside", "form", "figure", "table", "button", "dialog",
         "details", "section", "ul", "ol", "dl", "p", "div", "a", "span", "blockquote")  # fmt: skip
_BIT = {tag: k for k, tag in enumerate(_TAGS)}
_STRONG_BODY = next(k for k, (name, _) in enumerate(MARKS) if name == "strong_body")
_FAR = 1000

TREE = (
    "depth", "hidden", "own_p", "own_div", "parent_prose", "parent_links", "parent_blocks", "grand_prose",
    "grand_links", "grand_blocks", "great_prose", "great_links", "in_main", "main_levels", "branch_prose",
    "branch_links", "branch_blocks", "main_depth", "main_share", "alike_0", "alike_1", "alike_2", "alike_3",
    "alike_far", "in_body", "body_share", "page_body_share", "in_article", "article_share", "articles",
    *(f"tag_{t}" for t in _TAGS), *(f"mark_{n}" for n, _ in MARKS), *(f"near_{n}" for n, _ in MARKS),
)  # fmt: skip


def tree(page: Page) -> npt.NDArray[np.float32]:
    """Return the features of the elements around each block: shape (blocks, len(TREE))."""
    nodes, owners = page.nodes, page.owners
    total = max(1, nodes[0].prose)
    # the deepest element that holds most of the prose (children come after their parents)
    main = max(i for i, node in enumerate(nodes) if node.prose >= 0.6 * total or i == 0)
    alike = Counter((node.parent, node.tag, node.marks) for node in nodes)
    bodies = [bool(node.marks) and _STRONG_BODY in marked(node.marks) for node in nodes]
    best_body = max((node.prose for node, body in zip(nodes, bodies, strict=True) if body), default=0) / total
    articles = float(min(30, sum(node.tag == "article" for node in nodes)))
    # from the root down: levels up to the nearest element with each mark, and the tags around
    distance = np.full((len(nodes), len(MARKS)), _FAR, dtype=np.int32)
    around = np.zeros((len(nodes), len(_TAGS)), dtype=np.float32)
    wanted = np.zeros(len(nodes), dtype=bool)
    for owner in set(owners):
        index = owner
        while index > 0 and not wanted[index]:
            wanted[index] = True
            index = nodes[index].parent
    for i in range(1, len(nodes)):
        if not wanted[i]:
            continue
        node = nodes[i]
        distance[i] = distance[node.parent] + 1
        if node.marks and (found := marked(node.marks)):
            distance[i, list(found)] = 0
        around[i] = around[node.parent]
        if (bit := _BIT.get(node.tag)) is not None:
            around[i, bit] = 1.0
    near = np.where(distance < _FAR, 1.0 / (1.0 + distance), 0.0)
    rest: dict[int, list[float]] = {}
    for owner in owners:
        if owner in rest:
            continue
        chain = []
        index = owner
        while index > 0:
            chain.append(index)
            index = nodes[index].parent
        node = nodes[owner]
        ups = [nodes[chain[step]] if step < len(chain) else nodes[0] for step in (1, 2, 3)]
        sums = [
            value
            for up in ups
            for value in (up.prose / total, up.link_chars / max(1, up.chars), float(min(up.blocks, 200)))
        ]
        in_main = main in chain
        place = chain.index(main) if in_main else 0
        branch = nodes[chain[place - 1]] if place > 0 else node
        counts = [float(min(40, alike[nodes[i].parent, nodes[i].tag, nodes[i].marks])) for i in chain]
        body = next((nodes[i].prose / total for i in chain if bodies[i]), -1.0)
        article = next((nodes[i].prose / total for i in chain if nodes[i].tag == "article"), -1.0)
        rest[owner] = [
            float(node.depth), float(node.hidden), float(node.tag == "p"), float(node.tag == "div"), *sums[:8],
            float(in_main), float(node.depth - nodes[main].depth) if in_main else -1.0, branch.prose / total,
            branch.link_chars / max(1, branch.chars), float(min(branch.blocks, 200)), float(nodes[main].depth),
            nodes[main].prose / total, *(counts + [0.0] * 4)[:4], max(counts[4:8], default=0.0), float(body >= 0), body,
            best_body, float(article >= 0), article, articles,
        ]  # fmt: skip
    if not owners:
        return np.zeros((0, len(TREE)), dtype=np.float32)
    index_of = np.array(owners)
    plain = np.array([rest[owner] for owner in owners], dtype=np.float32)
    return np.column_stack([plain, around[index_of], near[index_of] > 0, near[index_of]]).astype(np.float32)
