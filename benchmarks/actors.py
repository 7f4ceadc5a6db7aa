"""What finding actors costs beside the language model, and what a large gazetteer adds.

    python benchmarks/actors.py [--articles 60] [--names 100000]

Prints one JSON object: microseconds a token of the model and of the actors' stage, their ratio (the bar is 0.15), the
seconds that a gazetteer of so many invented names takes to load (bar: 2), and what it adds to the model's and the
stage's time together (bar: 0.03). The stage is timed three times, and the fastest counts.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from corpus import articles

from pipeline.ner import ActorFinder, load_gazetteer
from pipeline.records import Article
from pipeline.syntax import LanguageModel, Syntax, analyse

_ROUNDS = 3


def seconds(finder: ActorFinder, texts: list[Syntax]) -> float:
    """Return the processor time of the actors' stage over parsed texts, the best of three."""
    best = float("inf")
    for _ in range(_ROUNDS):
        started = time.process_time()
        for number, syntax in enumerate(texts):
            finder.find(Article(str(number), "benchmark", syntax.parse.text), syntax)
        best = min(best, time.process_time() - started)
    return best


def large_gazetteer(folder: Path, names: int) -> Path:
    """Write a gazetteer of companies with three invented names each."""
    path = folder / "large.jsonl"
    rows = (
        {"name": f"Velora {n} Holdings", "aliases": [f"VH{n}", f"Bank of Velora {n}"], "type": "company"}
        for n in range(names // 3 + 1)
    )
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--names", type=int, default=100_000)
    options = parser.parse_args()
    model = LanguageModel.load()
    texts = [row["text"] for row in articles(options.articles, length=20)]
    list(model.pipe(texts[:4]))
    started = time.process_time()
    parses = list(model.pipe(texts))
    model_time = time.process_time() - started
    syntax = [analyse(p) for p in parses]
    tokens = sum(map(len, parses))
    small = seconds(ActorFinder(), syntax)
    with tempfile.TemporaryDirectory() as folder:
        path = large_gazetteer(Path(folder), options.names)
        started = time.process_time()
        known = len(load_gazetteer([path]).by_alias)
        load = time.process_time() - started
        large = seconds(ActorFinder([path]), syntax)
    result = {
        "tokens": tokens,
        "model_us_per_token": round(model_time / tokens * 1e6, 1),
        "actors_us_per_token": round(small / tokens * 1e6, 1),
        "actors_of_model": round(small / model_time, 3),
        "names": known,
        "load_s": round(load, 2),
        "large_adds": round((large - small) / (model_time + small), 4),
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
