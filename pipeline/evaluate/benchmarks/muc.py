"""MUC-4: messages and the answer keys beside them (key-*.muc4 or *.key; the messages in one text file)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import ConfigError
from pipeline.evaluate.benchmarks.records import BenchmarkArticle, Filler, Happening

MAPPING: dict[str, list[str]] = {
    "ATTACK": ["attack"],
    "BOMBING": ["attack"],
    "ARSON": ["attack"],
    "KIDNAPPING": ["arrest", "seize", "attack"],
    "ROBBERY": ["seize", "attack"],
    "FORCED WORK STOPPAGE": ["protest", "block"],
}
"""Incident types of MUC-4 -> event types that count as right."""

ROLES = {
    "PERP: INDIVIDUAL ID": "actor",
    "PERP: ORGANIZATION ID": "actor",
    "PHYS TGT: ID": "target",
    "HUM TGT: NAME": "target",
    "HUM TGT: DESCRIPTION": "target",
}
"""Slots of a template -> roles; others are left out."""

_MESSAGE = re.compile(r"^(?:(?:DEV|TST\d?)-MUC\d-\d{4})\b.*$", re.M)
_SLOT = re.compile(r"^\s*\d+\.\s+([A-Z][A-Z :]*?)\s{2,}(.*)$")


def convert(path: Path) -> Iterator[BenchmarkArticle]:
    """Yield the messages of a folder that holds message files and answer keys."""
    if not path.is_dir():
        raise ConfigError(f"{path}: not a folder; MUC-4 is converted from a folder with messages and keys")
    files = sorted(p for p in path.rglob("*") if p.is_file())
    keys = [p for p in files if p.name.lower().startswith("key") or p.suffix.lower() == ".key"]
    if not keys:
        raise ConfigError(f"{path}: no answer keys there (files that start with 'key')")
    templates: dict[str, list[Happening]] = {}
    for key in keys:
        _read_key(key.read_text(encoding="utf-8", errors="replace"), templates)
    for file in files:
        if file in keys:
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        heads = list(_MESSAGE.finditer(text))
        ends = [head.start() for head in heads[1:]] + [len(text)]
        for head, end in zip(heads, ends, strict=False):
            identity = head[0].split()[0]
            body = text[head.end() : end].strip()
            if identity in templates and body:
                yield BenchmarkArticle(id=identity, text=body, events=templates[identity])


def _read_key(text: str, templates: dict[str, list[Happening]]) -> None:
    event: Happening | None = None
    slot = ""
    identity = ""
    for line in text.splitlines():
        if line.lstrip().startswith(";"):
            continue
        found = _SLOT.match(line)
        if found:
            slot, value = " ".join(found[1].split()), found[2].strip()
        elif line[:1].isspace() and line.strip():
            value = line.strip()
        else:
            continue
        if slot == "MESSAGE: ID":
            identity, event = value.partition(" ")[0], None
            templates.setdefault(identity, [])
        elif slot == "INCIDENT: TYPE" and value.split("/")[0].strip() in MAPPING:
            event = Happening(types=MAPPING[value.split("/")[0].strip()])
            templates[identity].append(event)
        elif event is not None and slot in ROLES:
            names = re.findall(r'"([^"]+)"', value)
            if names:
                event.roles.append(Filler(role=ROLES[slot], names=names))
