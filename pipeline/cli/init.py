"""``newsact init``: a project folder to start from, which runs at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import RunError

CONFIG = """\
# A newsact project. Run it with:  newsact run articles -o out --config newsact.yaml
# Every key is optional; `newsact run --help` and the documentation list them all. Unknown keys are errors.

patterns: [patterns.yaml]     # your events, read after the shipped ones
actors: [actors.yaml]         # your actors; they override the shipped gazetteers
propositions: true            # every predicate with its slots, to find what to write patterns for
"""
PATTERNS = """\
# Your events. A pattern says which words name the act and which slots its roles come from; voice, negation, tense,
# relative clauses, control and coordination are worked out for you. Every pattern carries examples, which
# `newsact patterns check --patterns patterns.yaml` runs.

- event: outage                     # the name that stands in events.type
  gloss: A service stops working.
  roles: {target: {required: true}} # whose service
  triggers:
    - {verb: [crash, "go down", "go offline"], target: subject}
    - {noun: [outage, blackout], light: [suffer, report, experience], target: subject}
    - {noun: [outage, blackout], target: [possessor, at, of]}
  examples:
    - {text: Larkspur Bank suffered an outage on Monday., target: Larkspur Bank}
    - {text: "The outage at Larkspur Bank lasted a day.", target: Larkspur Bank}
  never:
    - Larkspur Bank opened a branch.
"""
ACTORS = """\
# Your actors: the names as they stand in the text, and who they are. They win over the shipped gazetteers.

actors:
  - name: Larkspur Bank
    aliases: [Larkspur]
    type: company
    sector: business
    country: GBR
"""
ARTICLE = """\
---
title: Larkspur Bank apologises after day-long outage
url: https://example.org/larkspur-outage
source: Example Post
date: 2025-02-04
---

# Larkspur Bank apologises after day-long outage

February 4, 2025 by Dana Whitlock

Larkspur Bank suffered an outage on Monday that locked two million customers out of their accounts.

The Financial Conduct Authority said on Tuesday that it would investigate the bank. Chief executive Ruth Adeyemi
apologised and promised to compensate customers. She denied that hackers had attacked Larkspur.
"""
FILES = {"newsact.yaml": CONFIG, "patterns.yaml": PATTERNS, "actors.yaml": ACTORS, "articles/outage.md": ARTICLE}


def init(folder: Annotated[Path, typer.Argument(help="Folder to make; it may exist if it is empty.")]) -> None:
    """Make a project folder: configuration, a pattern, a gazetteer and an article, each with comments.

    Example: newsact init my-project && cd my-project && newsact run articles -o out --config newsact.yaml
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RunError(f"{folder} exists and is not empty; name a new folder")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    typer.echo(f"{folder}: {', '.join(FILES)}")
    typer.echo(f"next: cd {folder} && newsact run articles -o out --config newsact.yaml && newsact show out")
