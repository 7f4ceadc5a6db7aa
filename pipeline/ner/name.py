"""A name in a text, as the layers that find names pass it on."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.ner.entries import Entry


@dataclass(slots=True)
class Name:
    """A name in the text. ``entry`` is set where a gazetteer knows it; ``source`` tells which layer found it."""

    first: int
    last: int
    label: str
    entry: Entry | None
    source: str
