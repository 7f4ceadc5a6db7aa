"""Train the coreference ranker: python models/coreference/train.py GOLD.jsonl [--check]

GOLD.jsonl holds articles with mentions (start, end, head_start, head_end, cluster), as made from GUM. The articles are
resolved with the right choice forced at every step; each choice becomes one example (options, the right one). A softmax
over the options is fitted by gradient descent with L2. ``--check`` prints the accuracy of choices by leaving each
article out in turn, and writes nothing. The seed is fixed: same gold, same weights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.ner import load_gazetteer
from pipeline.ner.anaphora import Features
from pipeline.ner.coreference import Option, Resolution
from pipeline.ner.entity import Entity
from pipeline.ner.names import find_names
from pipeline.ner.spot import Ground, Spot
from pipeline.ner.spots import find_spots, ground
from pipeline.syntax import LanguageModel, Parse, Syntax, analyse

Example = tuple[str, list[Features], int]  # form, options (the last is "nobody before"), number of the right one
L2 = {"pronoun": 0.6, "nominal": 0.1}
STEPS, RATE = 400, 0.5


class Teacher(Resolution):
    """A resolution that always chooses what the gold says, and notes the choice as an example."""

    def __init__(self, syntax: Syntax, scene: Ground, spots: list[Spot], clusters: dict[Spot, int | None]) -> None:
        super().__init__(syntax, scene, spots, weights={})
        self.clusters, self.examples = clusters, list[Example]()

    def choose(self, spot: Spot, options: list[Option], new: Features) -> Entity | None:
        if spot not in self.clusters:
            return None
        right = self.clusters[spot]
        answer = next(
            (k for k, (entity, _) in enumerate(options) if right is not None and self.cluster(entity) == right), None
        )
        self.examples.append((spot.form, [f for _, f in options] + [new], len(options) if answer is None else answer))
        return None if answer is None else options[answer][0]

    def cluster(self, entity: Entity) -> int | None:
        votes = Counter(c for s in entity.spots if (c := self.clusters.get(s)) is not None)
        return votes.most_common(1)[0][0] if votes else None


def gold_clusters(article: dict[str, Any], parse: Parse, spots: list[Spot]) -> dict[Spot, int | None]:
    """Return for each mention found the cluster of the gold mention whose head it covers and whose size is nearest."""
    out: dict[Spot, int | None] = {}
    for spot in spots:
        start, end = parse.starts[spot.first], parse.ends[spot.last - 1]
        head = parse.starts[spot.head]
        fits = [
            m
            for m in article["mentions"]
            if m["head_start"] == head or (spot.form == "name" and start <= m["head_start"] and m["head_end"] <= end)
        ]
        if fits:
            best = min(fits, key=lambda m: abs(m["start"] - start) + abs(m["end"] - end))
            out[spot] = best["cluster"]
        elif spot.form == "pronoun":
            out[spot] = None
    return out


def examples_of(articles: list[dict[str, Any]], parses: list[Parse]) -> list[list[Example]]:
    """Return the choices met in each article."""
    gazetteer = load_gazetteer()
    out = []
    for article, parse in zip(articles, parses, strict=True):
        syntax = analyse(parse)
        matches = gazetteer.match(parse)
        scene = ground(parse, matches)
        spots = find_spots(scene, find_names(parse, matches))
        teacher = Teacher(syntax, scene, spots, gold_clusters(article, parse, spots))
        teacher.run()
        out.append(teacher.examples)
    return out


def fit(examples: list[Example]) -> dict[str, dict[str, float]]:
    """Return form -> feature -> weight."""
    weights = {}
    for form in ("pronoun", "nominal"):
        mine = [(options, right) for f, options, right in examples if f == form]
        counts = Counter(name for options, _ in mine for o in options for name in o)
        names = sorted(n for n, c in counts.items() if c >= 3)
        index = {n: i for i, n in enumerate(names)}
        data = [(np.array([[float(n in set(o)) for n in names] for o in options]), right) for options, right in mine]
        w = np.zeros(len(index))
        speed = np.full(len(index), 1e-6)
        for _ in range(STEPS):
            gradient = L2[form] * w
            for x, right in data:
                scores = x @ w
                p = np.exp(scores - scores.max())
                p /= p.sum()
                gradient += p @ x - x[right]
            speed += gradient**2
            w -= RATE * gradient / np.sqrt(speed)
        weights[form] = {n: round(float(w[i]), 3) for n, i in index.items() if abs(w[i]) >= 0.02}
    return weights


def accuracy(weights: dict[str, dict[str, float]], examples: list[Example]) -> dict[str, list[int]]:
    """Return form -> [choices right, choices]."""
    out: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for form, options, right in examples:
        values = [sum(weights[form].get(n, 0.0) for n in o) for o in options]
        out[form][0] += max(range(len(values)), key=lambda k: values[k]) == right
        out[form][1] += 1
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    parses = list(LanguageModel.load().pipe(a["text"] for a in articles))
    by_article = examples_of(articles, parses)
    if options.check:
        total: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for k in range(len(articles)):
            weights = fit([e for j, group in enumerate(by_article) if j != k for e in group])
            for form, (right, of) in accuracy(weights, by_article[k]).items():
                total[form] = [total[form][0] + right, total[form][1] + of]
        print({form: f"{right}/{of} = {right / of:.3f}" for form, (right, of) in total.items()})
        return
    weights = fit([e for group in by_article for e in group])
    target = Path(__file__).with_name("weights.json")
    counts = Counter(form for group in by_article for form, _, _ in group)
    content = {
        "trained_on": "GUM (Georgetown University Multilayer corpus), news articles of the development part; CC BY 4.0",
        "recipe": "models/coreference/train.py",
        "choices": dict(sorted(counts.items())),
        "weights": weights,
    }
    target.write_text(json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{target}: {sum(map(len, weights.values()))} weights from {sum(counts.values())} choices")


if __name__ == "__main__":
    main()
