"""Words a second, one process, one thread: newsact, spaCy alone, and the usual ways to find events with spaCy.

    python benchmarks/throughput.py [--holmes PYTHON]

All read the same articles. The contenders take turns, and the best round of each counts, in processor time, so that
another program on the machine does not decide. The last line is one JSON object: ``ratio_to_spacy`` is newsact's speed
over that of ``nlp.pipe`` with the same model, components, matrix library, threads and batches; ``ratio_to_default`` the
speed over spaCy as it comes out of the box.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import spacy
from corpus import articles, seed_texts
from spacy.matcher import DependencyMatcher
from thinc.api import NumpyOps, set_current_ops
from threadpoolctl import threadpool_limits

from pipeline.config import Configuration
from pipeline.records import RawDocument
from pipeline.shard import Worker
from pipeline.syntax.models import locate

MODEL = "en_core_web_md", "3.8.0"
BATCH = 32  # spaCy is fastest with 32 to 64 texts; its own default is 256
VERBS = [
    "accuse", "agree", "announce", "appoint", "approve", "arrest", "ask", "attack", "back", "ban", "block", "buy",
    "call", "charge", "condemn", "convict", "criticise", "demand", "deny", "deploy", "detain", "discuss", "fine",
    "free", "investigate", "invade", "kill", "meet", "negotiate", "order", "praise", "promise", "protest", "reject",
    "release", "request", "resign", "sanction", "seize", "sign", "sue", "support", "suspend", "threaten", "urge",
    "visit", "warn", "withdraw",
]  # fmt: skip


def corpus(copies: int) -> list[str]:
    """Return the shipped articles and ``copies`` times as many words again in recombined ones."""
    texts = seed_texts()
    for number in range(copies):
        texts += [record["text"] for record in articles(12, length=20, seed=number)]
    return texts


def spacy_default(texts: Sequence[str]) -> Callable[[], int]:
    """spaCy as it comes: default matrix library, default batches."""
    set_current_ops(NumpyOps())
    nlp = spacy.load(locate(*MODEL))
    return lambda: sum(len(doc) for doc in nlp.pipe(texts))


def spacy_best(texts: Sequence[str]) -> Callable[[], int]:
    """spaCy with the settings that newsact uses: NumPy's matrix product, small batches."""
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(locate(*MODEL))
    return lambda: sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH))


def dependency_matcher(texts: Sequence[str]) -> Callable[[], int]:
    """The naive script: verbs with a subject and an object by spaCy's DependencyMatcher, with the settings above."""
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(locate(*MODEL))
    matcher = DependencyMatcher(nlp.vocab)
    for verb in VERBS:
        pattern: list[dict[str, Any]] = [{"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": verb, "POS": "VERB"}}]
        for role, labels in (("subject", ["nsubj", "nsubjpass"]), ("object", ["dobj"])):
            attributes = {"DEP": {"IN": labels}}
            pattern.append({"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": role, "RIGHT_ATTRS": attributes})
        matcher.add(verb, [pattern])

    def run() -> int:
        words = 0
        for doc in nlp.pipe(texts, batch_size=BATCH):
            words += len(doc)
            matcher(doc)
        return words

    return run


def newsact(texts: Sequence[str]) -> Callable[[], int]:
    """The whole of newsact from text to records: actors, dates, events with arguments, truth and attribution."""
    worker = Worker(Configuration(clean="none"))
    documents = [RawDocument(f"#{i}", str(i), "text", text, date="2024-05-12") for i, text in enumerate(texts)]
    return lambda: sum(x.n_tokens for x in worker.process(documents) if hasattr(x, "n_tokens"))


CONTENDERS = {
    "newsact, all stages": newsact,
    "spaCy alone, newsact's settings": spacy_best,
    "spaCy alone, out of the box": spacy_default,
    f"spaCy + DependencyMatcher, {len(VERBS)} verbs": dependency_matcher,
}


def holmes(python: str, texts: Sequence[str]) -> float:
    """Return the speed of Holmes over that of spaCy alone in the environment of ``python``."""
    command = [python, str(Path(__file__).with_name("holmes.py")), str(locate(*MODEL)), *VERBS]
    ran = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    speeds: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return speeds["words_per_s"] / speeds["spacy_words_per_s"]


def main() -> None:
    """Let the contenders take turns and print a table and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--holmes", metavar="PYTHON", help="a Python with holmes-extractor; see benchmarks/holmes.py")
    given = parser.parse_args()
    texts = corpus(given.copies)
    speeds = dict.fromkeys(CONTENDERS, 0.0)
    with threadpool_limits(limits=1):
        runs = {name: make(texts) for name, make in CONTENDERS.items()}
        for number in range(given.rounds + 1):  # the first round warms up
            for name, run in runs.items():
                began = time.process_time()
                words = run()
                if number:
                    speeds[name] = max(speeds[name], words / (time.process_time() - began))
    ours, alone, default, naive = speeds.values()
    print("| | words a second | of spaCy alone, same settings |\n|---|---|---|")
    for name, speed in speeds.items():
        print(f"| {name} | {speed:,.0f} | {speed / alone:.2f} |")
    beside = holmes(given.holmes, texts) if given.holmes else None
    if beside:
        print(f"| Holmes, {len(VERBS)} search phrases, no coreference | {beside * alone:,.0f} | {beside:.2f} |")
    result = {
        "words": sum(len(t.split()) for t in texts),
        "newsact_words_per_s": round(ours),
        "ratio_to_spacy": round(ours / alone, 3),
        "ratio_to_default": round(ours / default, 3),
        "ratio_to_dependency_matcher": round(ours / naive, 3),
        "ratio_to_holmes": round(ours / alone / beside, 3) if beside else None,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
