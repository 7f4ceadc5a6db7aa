"""Front matter of Markdown files: YAML, TOML or plain ``key: value`` lines, never more than data."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from typing import Any

import yaml

_YAML = re.compile(r"\s*---[ \t]*\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.S | re.M)
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(?P<body>.*?)^\+\+\+[ \t]*$\n?", re.S | re.M)
_LINE = re.compile(r"^([A-Za-z_][\w .-]{0,40}?)[ \t]*[:=][ \t]*(.*)$")
MAX_SIZE = 64 << 10


class _Loader(yaml.SafeLoader):
    """Safe YAML without aliases (they are how a small file becomes a large one)."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("aliases are refused")
        return super().compose_node(parent, index)


def split(text: str) -> tuple[dict[str, str], int, tuple[str, ...]]:
    """Return (key -> value, lower-case keys; where the body starts; notes on what was wrong).

    Broken front matter is read line by line; what cannot be read is left out and noted. Without front matter the body
    starts at 0.
    """
    found = _YAML.match(text, 0, MAX_SIZE) or _TOML.match(text, 0, MAX_SIZE)
    if not found:
        return _unclosed(text)
    body = found["body"]
    values: Any = None
    notes: tuple[str, ...] = ()
    try:
        values = tomllib.loads(body) if found.re is _TOML else yaml.load(body, _Loader)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        reason = str(getattr(error, "problem", "") or error).split("\n")[0][:120]
        notes = (f"front matter is broken ({reason}); read line by line",)
    if not isinstance(values, dict):
        if not notes and not re.search(r"^[A-Za-z_][\w-]*[ \t]*:", body, re.M):
            return {}, 0, ()
        values = _lines(body)
    fields = {}
    for key, value in values.items():
        flat = _flat(value)
        if flat:
            fields[str(key).strip().lower().replace("-", "_").replace(" ", "_")] = flat
    return fields, found.end(), notes


def _unclosed(text: str) -> tuple[dict[str, str], int, tuple[str, ...]]:
    """Read a block that opens with ``---`` and never closes: lines of ``key: value`` up to the first that is none."""
    opened = re.match(r"\s*---[ \t]*\n", text)
    if not opened:
        return {}, 0, ()
    at = opened.end()
    lines: list[str] = []
    while at < len(text) and len(lines) < 40:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if not _LINE.match(text[at:end]):
            break
        lines.append(text[at:end])
        at = min(end + 1, len(text))
    if not lines:
        return {}, 0, ()
    return {k.lower(): v for k, v in _lines("\n".join(lines)).items()}, at, ("front matter is not closed",)


def _lines(body: str) -> dict[str, str]:
    values = {}
    for line in body.splitlines():
        found = _LINE.match(line)
        if found and found[2].strip():
            values[found[1].strip()] = found[2].strip().strip("\"'")
    return values


def _flat(value: Any) -> str:
    """Return a front matter value as one string."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return _flat(value.get("name") or value.get("title") or "")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_flat, value[:20])))
    return "" if value is None else str(value).strip()


# converters that are given a page with front matter of its own repeat it
_AGAIN = re.compile(r"\s*---[ \t]*\n(?:[A-Za-z_][\w-]*:[^\n]*\n|[ \t]+[^\n]*\n|-[ \t][^\n]*\n){1,40}---[ \t]*(?:\n|\Z)")


def body_start(text: str, at: int) -> int:
    """Return where the body starts after the front matter that ends at ``at``, past repetitions of it."""
    for _ in range(3):
        found = _AGAIN.match(text, at) if at else None
        if not found:
            break
        at = found.end()
    return at
