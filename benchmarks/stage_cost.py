"""What our own stages cost beside the language model: seconds by stage on 200 copies of the shipped articles.

    python benchmarks/stage_cost.py

Prints a Markdown table of processor microseconds a token and, as its last line, one JSON object: ``ratio`` is the cost
of all our own stages over the model's time as spaCy runs it (``nlp.pipe`` with the same matrix library, threads and
batches), ``ratio_to_quick_model`` over the model's time as newsact runs it, which is about half.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import spacy
from corpus import seed_texts
from thinc.api import NumpyOps, set_current_ops
from threadpoolctl import threadpool_limits

from pipeline.config import Configuration
from pipeline.export import OutputFolder
from pipeline.load import Source
from pipeline.shard import Shard, Tally, working
from pipeline.syntax.models import locate

COPIES_FOR_SPACY = 10  # enough to know its speed
OWN = ("clean", "syntax", "ner", "dates", "events", "export")


def measure(copies: int) -> Tally:
    """Run the shipped articles ``copies`` times over in one shard and return its tally."""
    with working(Configuration(clean="none")) as worker, tempfile.TemporaryDirectory() as name:
        path = Path(name) / "corpus.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            for number in range(copies):
                for text in seed_texts():
                    record = {"id": str(number), "text": text, "date": "2024-05-12"}
                    stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        size = path.stat().st_size
        worker.language.parse(seed_texts())  # warm
        return worker.process_shard(Shard("part-000-00000", (Source(str(path), size),), size), OutputFolder(name))


def spacy_seconds_per_token() -> float:
    """Return what ``nlp.pipe`` takes for a token of the shipped articles."""
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(locate("en_core_web_md", "3.8.0"))
    texts = seed_texts()
    with threadpool_limits(limits=1):
        sum(len(doc) for doc in nlp.pipe(texts, batch_size=32))
        began = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts * COPIES_FOR_SPACY, batch_size=32))
        return (time.process_time() - began) / tokens


def main() -> None:
    """Print the table and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=200)
    copies = parser.parse_args().copies
    alone = spacy_seconds_per_token() * 1e6
    tally = measure(copies)
    cost = {stage: seconds / tally.words * 1e6 for stage, seconds in tally.seconds.items()}
    model, own = cost["language"], sum(cost.get(stage, 0.0) for stage in OWN)
    rows = [("spaCy's nlp.pipe", alone), ("the model as newsact runs it", model)]
    rows += [(stage, cost.get(stage, 0.0)) for stage in OWN]
    print("| | microseconds a token | of nlp.pipe |\n|---|---|---|")
    for name, value in [*rows, ("all our own stages", own)]:
        print(f"| {name} | {value:.2f} | {value / alone:.1%} |")
    result = {
        "tokens": tally.words,
        "spacy_us_per_token": round(alone, 2),
        "model_us_per_token": round(model, 2),
        "own_us_per_token": round(own, 2),
        "ratio": round(own / alone, 4),
        "ratio_to_quick_model": round(own / model, 4),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
