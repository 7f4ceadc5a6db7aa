"""Articles for the benchmarks: sentences of the shipped seeds, recombined, with names that never repeat."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from pipeline.clean import clean
from pipeline.load import read
from pipeline.records import Failure
from pipeline.resources import shipped

_SYLLABLES = ["ba", "den", "fir", "gol", "han", "jor", "kem", "lin", "mar", "nov", "os", "pra", "rin", "sol", "tav"]


def seed_texts() -> list[str]:
    """Return the cleaned texts of the shipped articles."""
    documents = [d for d in read([str(shipped("seeds", "articles"))]) if not isinstance(d, Failure)]
    return [clean(d).text for d in documents]


def sentences() -> list[str]:
    """Return the paragraphs of the seeds cut at full stops, roughly one sentence each."""
    found = []
    for text in seed_texts():
        for paragraph in text.split("\n\n"):
            found += [s.strip() + "." for s in paragraph.replace(".\n", ". ").split(". ") if 40 < len(s) < 300]
    return found


def articles(count: int, *, length: int = 4, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield ``count`` records of ``length`` sentences. Each has a person and a company that no other has."""
    draw = random.Random(seed)
    pool = sentences()
    for number in range(count):
        person = f"{_name(draw)} {_name(draw)}{_name(draw).lower()}"
        company = f"{_name(draw)}{_name(draw).lower()} Group"
        body = draw.sample(pool, length - 1)
        body.insert(draw.randrange(length), f"{person}, who leads {company}, met the minister on Tuesday.")
        yield {"id": str(number), "text": " ".join(body), "date": f"2024-{1 + number % 12:02d}-{1 + number % 28:02d}"}


def write(path: Path, count: int, *, length: int = 4, seed: int = 1) -> Path:
    """Write ``count`` articles as JSON Lines and return the path."""
    with path.open("w", encoding="utf-8") as stream:
        for record in articles(count, length=length, seed=seed):
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def _name(draw: random.Random) -> str:
    return "".join(draw.choice(_SYLLABLES) for _ in range(draw.randint(2, 3))).capitalize()
