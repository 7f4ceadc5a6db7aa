"""What our own stages cost beside the language model: seconds by stage on 200 copies of the shipped articles.

    python benchmarks/stage_cost.py

Prints a Markdown table of microseconds a token and, as its last line, one JSON object with the ratio of all our own
stages to the model's time.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpus import seed_texts

from pipeline.config import Configuration
from pipeline.export import OutputFolder
from pipeline.load import Source
from pipeline.shard import Shard, Tally, Worker

OWN = ("clean", "syntax", "ner", "dates", "events", "export")


def measure(copies: int) -> Tally:
    """Run the shipped articles ``copies`` times over in one shard and return its tally."""
    worker = Worker(Configuration(clean="none"))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "corpus.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            for number in range(copies):
                for text in seed_texts():
                    record = {"id": str(number), "text": text, "date": "2024-05-12"}
                    stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        size = path.stat().st_size
        worker.language.parse(seed_texts())  # warm
        return worker.process_shard(Shard("part-000-00000", (Source(str(path), size),), size), OutputFolder(name))


def main() -> None:
    """Print the table and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=200)
    tally = measure(parser.parse_args().copies)
    model = tally.seconds["language"]
    own = {stage: tally.seconds.get(stage, 0.0) for stage in OWN}
    print("| stage | microseconds a token | share of the model's time |\n|---|---|---|")
    for stage, seconds in [("language", model), *own.items(), ("all our own", sum(own.values()))]:
        print(f"| {stage} | {seconds / tally.words * 1e6:.2f} | {seconds / model:.1%} |")
    print(
        json.dumps(
            {
                "tokens": tally.words,
                "model_us_per_token": round(model / tally.words * 1e6, 2),
                "own_us_per_token": round(sum(own.values()) / tally.words * 1e6, 2),
                "ratio": round(sum(own.values()) / model, 4),
            }
        )
    )


if __name__ == "__main__":
    main()
