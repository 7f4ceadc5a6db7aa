"""Which format a stream is in: by its first bytes, and by its name only where they leave it open."""

from __future__ import annotations

import json
import re

from pipeline.load.columns import looks_like_html
from pipeline.load.text import decode, refuse_binary

_SUFFIX = {
    "md": "markdown", "markdown": "markdown", "mdown": "markdown", "html": "html", "htm": "html", "xhtml": "html",
    "txt": "text", "text": "text", "jsonl": "jsonl", "ndjson": "jsonl", "jsonlines": "jsonl", "json": "json",
    "csv": "csv", "tsv": "tsv", "tab": "tsv", "rss": "feed", "atom": "feed",
}  # fmt: skip
_MARKDOWN = re.compile(
    r"(?P<heading>^\#{1,6} \S)|(?P<link>\[[^\]\n]*\]\([^)\s]+)|(?P<bold>\*\*\S[^*\n]*\*\*)|(?P<item>^\s{0,3}[*+-] \S)"
    r"|(?P<setext>^[=-]{4,}\s*$)|(?P<quote>^> \S)",
    re.M,
)
_TABLE_NAMES = re.compile(r"\b(?:text|body|content|maintext|article|html)\b", re.I)
FRONT = re.compile(r"\s*(?:---[ \t]*\r?\n|\+\+\+[ \t]*\r?\n)")


def sniff(head: bytes, name: str) -> str:
    """Return a name out of :data:`pipeline.load.options.FORMATS`.

    Raises :class:`LoadError` for bytes that cannot be text and are no known container.
    """
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith((b"ARROW1", b"\xff\xff\xff\xff")):
        return "arrow"
    if head.startswith(b"WARC/"):
        return "warc"
    refuse_binary(head)
    text = decode(head)[0].lstrip("\ufeff \t\r\n")
    suffix = _SUFFIX.get(name.rpartition(".")[2].lower() if "." in name else "", "")
    if FRONT.match(text):
        return "markdown"
    if text.startswith("<"):
        return _markup(text, suffix)
    if text.startswith("{"):
        return _object(text, suffix)
    if re.match(r"\[\s*(?:\{|\]\s*\Z)", text):
        return "json"
    if suffix in ("csv", "tsv"):
        return suffix
    first = text.split("\n", 1)[0]
    if suffix in ("", "text") and _TABLE_NAMES.search(first) and len(first) < 400 and "\n" in text:
        for sign, kind in (("\t", "tsv"), (",", "csv")):
            if first.count(sign) >= 2 and not first.rstrip().endswith((".", ",")) and len(first.split()) < 25:
                return kind
    if suffix == "html":
        return "html"
    if suffix == "markdown" or marked(text):
        return "markdown"
    if looks_like_html(text):
        return "html"
    return "text"


def marked(text: str) -> bool:
    """Whether a text carries the marks of Markdown: two kinds of them, or three links or headings."""
    counts: dict[str, int] = {}
    for found in _MARKDOWN.finditer(text[:65536]):
        kind = found.lastgroup or ""
        counts[kind] = counts.get(kind, 0) + 1
        if max(counts.get("link", 0), counts.get("heading", 0)) >= 3 or (len(counts) > 1 and sum(counts.values()) >= 3):
            return True
    return False


def _markup(text: str, suffix: str) -> str:
    root = re.sub(r"^(?:\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>))*\s*", "", text, flags=re.S | re.I)
    if re.match(r"<(?:rss|feed|rdf:RDF|channel)\b", root):
        return "feed"
    if suffix == "markdown" and not re.match(r"<!doctype html|<html|<head|<body", text, re.I):
        return "markdown"
    return "html" if looks_like_html(root) or looks_like_html(text) or suffix in ("html", "") else suffix or "html"


def _object(text: str, suffix: str) -> str:
    first, newline, _ = text.partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "jsonl" if suffix == "jsonl" or not newline else "json"
    return "jsonl"
