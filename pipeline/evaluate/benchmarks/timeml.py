"""TempEval-3 documents: TimeML with TIMEX3 in the text and the document's date in DCT."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from pipeline.errors import ConfigError
from pipeline.evaluate.benchmarks.records import BenchmarkArticle, Timed

MAPPING = {kind: kind for kind in ("DATE", "TIME", "DURATION", "SET")}
"""TIMEX3 types stand for themselves."""


def convert(path: Path) -> Iterator[BenchmarkArticle]:
    """Yield the document of a file."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ConfigError(f"{path}: not XML: {error}") from None
    body = root.find("TEXT")
    if body is None:
        raise ConfigError(f"{path}: no TEXT element; is it TimeML?")
    parts: list[str] = []
    dates: list[Timed] = []
    _walk(body, parts, dates)
    text = "".join(parts)
    shift = len(text) - len(text.lstrip())
    moved = [d.model_copy(update={"start": d.start - shift, "end": d.end - shift}) for d in dates]
    identity = root.findtext("DOCID") or path.stem
    title = (root.findtext("TITLE") or "").strip() or None
    yield BenchmarkArticle(id=identity.strip(), text=text.strip(), title=title, published=_dct(root), dates=moved)


def _walk(element: ElementTree.Element, parts: list[str], dates: list[Timed]) -> None:
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _walk(child, parts, dates)
        parts.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, parts))
        dates.append(Timed(start=start, end=end, kind=element.get("type", ""), value=element.get("value", "")))


def _dct(root: ElementTree.Element) -> date | None:
    timex = root.find("DCT/TIMEX3")
    found = re.match(r"\d{4}-\d\d-\d\d", timex.get("value", "")) if timex is not None else None
    return date.fromisoformat(found[0]) if found else None
