"""Fit the confidence of events: python models/confidence/train.py [GOLD] [--check] [--page docs/confidence.md]

GOLD is a gold folder with several articles (the shipped one by default). The pipeline runs over them; an event counts
as right when it stands for a gold event and every argument it gives is right. A logistic regression with L2 is fitted
by Newton's method. ``--check`` scores every article with weights fitted on the others, prints the reliability table
and writes nothing; without it the weights go to weights.json beside this file, and ``--page`` renews the table of the
documentation. Same gold, same weights.
"""

from __future__ import annotations

import argparse
import json
from itertools import pairwise
from pathlib import Path

import numpy as np

from pipeline import Pipeline
from pipeline.errors import ConfigError
from pipeline.evaluate.answers import Answer, AnswerArgument
from pipeline.evaluate.gold import GoldSet, load_gold
from pipeline.evaluate.matching import align, compare
from pipeline.evaluate.names import accepted_names
from pipeline.events.confidence import Confidence, Features, load_weights, vector
from pipeline.records import Event

L2 = 5.0
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
MARKS = ("<!-- reliability -->", "<!-- end of reliability -->")
NAMES = list(vector(Features("statement", "verb")))


class Noting(Confidence):
    """Notes the features of every event it is asked about."""

    def __init__(self) -> None:
        super().__init__({"bias": 0.0})
        self.seen: list[Features] = []

    def score(self, features: Features) -> float:
        self.seen.append(features)
        return 0.5


def answer(event: Event) -> Answer:
    """Return an event as the scorers see it."""
    arguments = tuple(AnswerArgument(a.role, a.text, a.name, a.start, a.end) for a in event.arguments)
    return Answer(
        event.event_id, event.type, event.plover, event.trigger_text, event.trigger_start, event.trigger_end,
        event.sentence, event.polarity, event.factuality, event.attributed_to, event.date_start, event.date_end,
        event.date_text, event.pattern_id, arguments,
    )  # fmt: skip


def examples(gold: GoldSet) -> list[tuple[str, Features, bool]]:
    """Run the pipeline over the gold's articles; return article, features and rightness of every event."""
    pipeline, names = Pipeline.load(), accepted_names(gold.actors)
    out: list[tuple[str, Features, bool]] = []
    for article in gold.articles:
        noting = pipeline.worker.events.confidence = Noting()
        events = pipeline.extract(article.text, article.published, article.title).events
        answers = [answer(e) for e in events]
        wanted = gold.of(article.id)
        right = [False] * len(events)
        for i, j in align(wanted, answers, article.text, names).items():
            found = compare(wanted[i], answers[j], names)
            right[j] = found.right == found.given and not found.swapped
        out += [(article.id, f, r) for f, r in zip(noting.seen, right, strict=True)]
    return out


def fit(rows: list[tuple[str, Features, bool]]) -> dict[str, float]:
    """Return the weights that make the rows likeliest, held small by L2 (the bias is free)."""
    x = np.array([list(vector(f).values()) for _, f, _ in rows])
    y = np.array([float(r) for _, _, r in rows])
    penalty = np.full(x.shape[1], L2)
    penalty[0] = 1e-6
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + penalty * w
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w -= np.linalg.solve(bend, slope)
    return {name: round(float(value), 4) for name, value in zip(NAMES, w, strict=True)}


def held_out(rows: list[tuple[str, Features, bool]]) -> list[tuple[float, bool]]:
    """Score every article with weights fitted on the others."""
    out: list[tuple[float, bool]] = []
    for left in dict.fromkeys(article for article, _, _ in rows):
        scorer = Confidence(fit([r for r in rows if r[0] != left]))
        out += [(scorer.score(f), right) for article, f, right in rows if article == left]
    return out


def reliability(scored: list[tuple[float, bool]]) -> str:
    """Return the table of what was promised and what was kept, with the expected calibration error."""
    lines = ["| confidence | events | promised | right |", "|---|---:|---:|---:|"]
    error = 0.0
    for low, high in pairwise(BINS):
        inside = [(p, r) for p, r in scored if low <= p < high or (high == 1.0 and p == 1.0)]
        if not inside:
            continue
        promised, kept = (sum(v) / len(inside) for v in zip(*inside, strict=True))
        error += abs(promised - kept) * len(inside) / len(scored)
        lines.append(f"| {low:.1f} to {high:.1f} | {len(inside)} | {promised:.2f} | {kept:.2f} |")
    right = sum(r for _, r in scored) / len(scored)
    brier = sum((p - r) ** 2 for p, r in scored) / len(scored)
    flat = right * (1 - right)
    lines += [
        "",
        f"{len(scored)} events, {right:.2f} of them right. Expected calibration error {error:.3f}; "
        f"Brier score {brier:.3f} (a constant guess: {flat:.3f}).",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).resolve().parent
    parser.add_argument("gold", nargs="?", type=Path, default=here.parents[1] / "seeds" / "gold")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--page", type=Path)
    options = parser.parse_args()
    weights_file = here / "weights.json"
    try:
        load_weights(weights_file)
    except ConfigError:  # made for other features: the pipeline still needs some to run
        weights_file.write_text('{"weights": {"bias": 0.0}}\n', encoding="utf-8")
    rows = examples(load_gold(options.gold))
    table = reliability(held_out(rows))
    print(table)
    if options.check:
        return
    weights = fit(rows)
    made = {"made_by": "models/confidence/train.py", "events": len(rows), "l2": L2, "weights": weights}
    weights_file.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    if options.page:
        page = options.page.read_text(encoding="utf-8")
        before, rest = page.split(MARKS[0], 1)
        after = rest.split(MARKS[1], 1)[1]
        options.page.write_text(f"{before}{MARKS[0]}\n{table}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
