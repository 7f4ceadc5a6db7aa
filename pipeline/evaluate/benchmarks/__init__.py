"""Public benchmarks: converters from the files their makers publish, and scores in each benchmark's own terms.

``adapt`` turns a benchmark into a folder with ``articles.jsonl`` (input of a run with ``--clean none``) and
``benchmark.json``, which fixes the mapping of types before anything is scored, and ``records.jsonl``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError, nearest
from pipeline.evaluate.answers import Answers
from pipeline.evaluate.benchmarks import ace, conll, gum, meantime, muc, plover, timeml
from pipeline.evaluate.benchmarks.records import BenchmarkArticle
from pipeline.evaluate.benchmarks.scoring import score_all
from pipeline.evaluate.gold import ARTICLES, read_jsonl, write_jsonl

__all__ = ["ADAPTERS", "Benchmark", "adapt", "load_benchmark", "score_benchmark"]

ABOUT, RECORDS = "benchmark.json", "records.jsonl"


@dataclass(frozen=True, slots=True)
class Adapter:
    """How a benchmark is read: its converter, the suffixes of its files (none: the folder as a whole), its mapping."""

    convert: Callable[[Path], Iterator[BenchmarkArticle]]
    suffixes: tuple[str, ...]
    mapping: dict[str, Any]


ADAPTERS: dict[str, Adapter] = {
    "plover": Adapter(plover.convert, (".json", ".jsonl", ".txt"), plover.MAPPING),
    "meantime": Adapter(meantime.convert, (".xml", ".naf"), meantime.MAPPING),
    "gum": Adapter(gum.convert, (".conllu",), gum.MAPPING),
    "timeml": Adapter(timeml.convert, (".tml", ".xml"), timeml.MAPPING),
    "muc4": Adapter(muc.convert, (), {**muc.MAPPING, **muc.ROLES}),
    "conll2003": Adapter(conll.convert, (".txt", ".conll", ".testa", ".testb", ".train"), conll.MAPPING),
    "ace": Adapter(ace.convert, (".json", ".jsonl"), ace.MAPPING),
}


@dataclass(frozen=True, slots=True)
class Benchmark:
    """An adapted benchmark."""

    name: str
    articles: tuple[BenchmarkArticle, ...]


def adapt(name: str, path: Path, out: Path) -> int:
    """Convert a benchmark into a folder and return the number of its articles.

    Raises:
        ConfigError: no such benchmark, nothing to read, or two articles with one id.
    """
    adapter = ADAPTERS.get(name)
    if adapter is None:
        raise ConfigError(f"no benchmark {name!r}{nearest(name, ADAPTERS)}; there are {', '.join(ADAPTERS)}")
    if not path.exists():
        raise ConfigError(f"{path}: not there")
    files = [path]
    if path.is_dir() and adapter.suffixes:
        files = sorted(p for p in path.rglob("*") if p.suffix.lower() in adapter.suffixes)
    articles = [article for file in files for article in adapter.convert(file)]
    if not articles:
        raise ConfigError(f"{path}: nothing of {name} found there ({', '.join(adapter.suffixes) or 'a folder'})")
    ids = [a.id for a in articles]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    if twice is not None:
        raise ConfigError(f"{path}: two articles with the id {twice!r}")
    out.mkdir(parents=True, exist_ok=True)
    about = {"benchmark": name, "articles": len(articles), "mapping": adapter.mapping}
    (out / ABOUT).write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    with (out / ARTICLES).open("w", encoding="utf-8") as file:
        for article in articles:
            record = {"id": article.id, "text": article.text, "title": article.title}
            record["date"] = article.published.isoformat() if article.published else None
            file.write(json.dumps({k: v for k, v in record.items() if v is not None}, ensure_ascii=False) + "\n")
    write_jsonl(out / RECORDS, articles)
    return len(articles)


def load_benchmark(folder: Path) -> Benchmark | None:
    """Read an adapted benchmark; None where the folder holds gold of newsact's own kind."""
    if not (folder / ABOUT).is_file():
        return None
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    return Benchmark(about["benchmark"], tuple(read_jsonl(folder / RECORDS, BenchmarkArticle)))


def score_benchmark(answers: Answers, benchmark: Benchmark) -> dict[str, Any]:
    """Score a run over the benchmark's articles."""
    return {"benchmark": benchmark.name, **score_all(answers, benchmark.articles)}
