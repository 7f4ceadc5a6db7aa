"""Write the reference pages from the code: ``python docs/generate.py``. A test checks that they are up to date."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import click
import typer

from pipeline.cli import app
from pipeline.config import Configuration
from pipeline.events.patterns import PatternSet, load_patterns
from pipeline.export.schemas import COLUMNS
from pipeline.resources import shipped

FOLDER = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py from the code; change the code, not this page. -->\n\n"
TABLES = {
    "articles": "One row per article that was read.",
    "mentions": "One row per span that refers to somebody.",
    "actors": "One row per actor of the corpus, reduced from all articles.",
    "events": "One row per act mentioned: who did what to whom, when, where, according to whom.",
    "arguments": "One row per filled role of an event.",
    "propositions": "One row per filled deep slot of every predicate, typed as an event or not (`--propositions`).",
    "dates": "One row per time expression.",
    "failures": "One row per record that could not be processed, with the reason.",
}


def tables() -> str:
    """Return the reference of tables and columns."""
    parts = [
        "# Tables\n",
        NOTE,
        "An output folder holds one Parquet file or one folder of Parquet files per table, and `run.json`. Offsets are"
        " code points into `articles.text`, end exclusive: `text[start:end]` equals the quoted string. Ids are hashes"
        " of content: the same input, configuration and model give the same ids.\n",
    ]
    for name, columns in COLUMNS.items():
        parts.append(f"\n## {name}\n\n{TABLES[name]}\n\n| column | type | meaning |\n|---|---|---|\n")
        parts += [f"| `{c}` | {_arrow(kind)} | {meaning} |\n" for c, kind, meaning in columns]
    return "".join(parts)


def _arrow(kind: object) -> str:
    text = str(kind)
    if text.startswith("dictionary"):
        return "string (categorical)"
    return "list of strings" if text.startswith("list") else text


def commands() -> str:
    """Return the reference of commands and options."""
    parts = ["# Commands\n", NOTE]
    root = typer.main.get_command(app)
    parts += _command(root, "newsact")
    return "".join(parts)


def _command(command: click.Command, name: str) -> list[str]:
    context = click.Context(command, info_name=name)
    parts = []
    subcommands = getattr(command, "commands", None)
    if subcommands is None:
        parts.append(f"\n## {name}\n\n{_prose(command.help)}\n\n")
        parts.append("| argument or option | meaning |\n|---|---|\n")
        for p in command.get_params(context):
            if getattr(p, "hidden", False) or p.name == "help":
                continue
            names = (
                ", ".join(f"`{o}`" for o in [*p.opts, *p.secondary_opts])
                if p.param_type_name == "option"
                else f"`{(p.name or '').upper()}`"
            )
            parts.append(f"| {names} | {(getattr(p, 'help', None) or '').strip()} |\n")
    else:
        if name != "newsact":
            parts.append(f"\n## {name}\n\n{_prose(command.help)}\n")
        for sub, child in subcommands.items():
            parts += _command(child, f"{name} {sub}")
    return parts


def _prose(text: str | None) -> str:
    return "\n\n".join(" ".join(p.split()) for p in (text or "").split("\n\n"))


def configuration() -> str:
    """Return the reference of configuration keys."""
    parts = [
        "# Configuration\n",
        NOTE,
        "A configuration is a YAML file given with `--config`; `newsact init` writes one. Options of the command line"
        " win over it. Unknown keys stop the run at once and name the nearest known one.\n\n",
        "| key | default | meaning |\n|---|---|---|\n",
    ]
    for name, field in Configuration.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        if inner is None:
            parts.append(f"| `{name}` | `{_default(field.default)}` | {field.description} |\n")
        else:
            parts += [
                f"| `{name}.{k}` | `{_default(f.default)}` | {field.description}: {f.description} |\n"
                for k, f in inner.items()
            ]
    return "".join(parts)


def _default(value: object) -> str:
    return (
        {None: "null", True: "true", False: "false", (): "[]"}.get(value, str(value)) if value.__hash__ else str(value)
    )


def ontology(patterns: PatternSet) -> str:
    """Return the reference of event types."""
    roots: dict[str, dict[str, None]] = defaultdict(dict)
    glosses: dict[str, str] = {}
    modes: dict[str, set[str]] = defaultdict(set)
    words: dict[str, dict[str, None]] = defaultdict(dict)
    example: dict[str, str] = {}
    for p in patterns.patterns:
        roots[p.event].setdefault(p.plover or "none")
        glosses.setdefault(p.event, p.gloss)
        example.setdefault(p.event, p.examples[0].text)
    for t in patterns.triggers:
        if t.mode:
            modes[t.pattern.event].add(t.mode)
        phrase = t.phrases[0]
        preposition = None if phrase.preposition == "object" else phrase.preposition
        noun = phrase.noun if t.kind == "verb" else None
        words[t.pattern.event].setdefault(" ".join(filter(None, [phrase.lemma, phrase.particle, preposition, noun])))
    triggers = len({w for listed in words.values() for w in listed})
    parts = [
        "# Event types\n",
        NOTE,
        f"{len(roots)} types in {len(patterns.patterns)} patterns with {triggers} trigger words. A type has a PLOVER"
        " root where it has one; the `plover` column of an event applies PLOVER's coding rules (what is announced for"
        " the future is AGREE or THREATEN; what did not happen has no root).\n",
    ]
    for event in sorted(roots):
        listed = list(words[event])
        more = f" and {len(listed) - 14} more" if len(listed) > 14 else ""
        parts.append(f"\n## {event}\n\n{glosses[event]}\n\nRoot: {', '.join(roots[event])}.")
        if modes[event]:
            parts.append(f" Modes: {', '.join(sorted(modes[event]))}.")
        parts.append(f" Triggers: {', '.join(listed[:14])}{more}.\n\n> {example[event]}\n")
    return "".join(parts)


def pages() -> dict[str, str]:
    """Return file name -> content of every generated page."""
    return {
        "tables.md": tables(),
        "commands.md": commands(),
        "configuration.md": configuration(),
        "ontology.md": ontology(load_patterns([shipped("configs", "patterns")])),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
