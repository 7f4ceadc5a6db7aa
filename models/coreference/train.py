"""Train the coreference ranker: python models/coreference/train.py GOLD.jsonl [--own FOLDER] [--check]

GOLD.jsonl holds articles with mentions (start, end, head_start, head_end, form, type, cluster), as made from GUM;
FOLDER gold of the project's own kind (articles.jsonl, actors.jsonl; seeds/gold where left out). The articles are
resolved with the right choice forced at every step; each choice becomes one example (options, the right one). A softmax
over the options is fitted by Newton's method with L2. ``--check`` writes nothing: it leaves each article out in turn,
resolves it with weights that never saw it, and prints how many pronouns and descriptions came to the right named actor,
and the F1 of links between mentions. Nothing is drawn at random: same gold, same weights.
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
from pipeline.ner.choice import choose
from pipeline.ner.coreference import Option, Resolution
from pipeline.ner.entity import Entity
from pipeline.ner.names import find_names
from pipeline.ner.spot import Ground, Spot, head_of
from pipeline.ner.spots import find_spots, ground
from pipeline.syntax import LanguageModel, Parse, Syntax, analyse

Example = tuple[str, list[Features], int]  # form, options (the last is "nobody before"), number of the right one
Weighed = tuple[Example, float]  # an example and how much it counts
Weights = dict[str, dict[str, float]]
L2 = {"pronoun": 3.0, "nominal": 0.3}
STEPS = 12  # of Newton's method, after which nothing changes
OWN_WEIGHT = 0.5  # of an example from FOLDER, whose articles were written to be hard, against one of GOLD.jsonl
SEEN = 3  # times that a feature must have been seen
OWN = Path(__file__).parents[2] / "seeds" / "gold"
NAMES = frozenset(("name", "title+name", "acronym", "metonym"))
KINDS = frozenset(("person", "organization", "place"))


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


class Study:
    """One article with its gold: what is needed to learn from it and to be examined on it."""

    def __init__(self, article: dict[str, Any], parse: Parse, syntax: Syntax, scene: Ground, spots: list[Spot]) -> None:
        self.article, self.parse, self.syntax, self.scene, self.spots = article, parse, syntax, scene, spots

    def examples(self) -> list[Example]:
        """Return the choices met in the article."""
        teacher = Teacher(self.syntax, self.scene, self.spots, gold_clusters(self.article, self.parse, self.spots))
        teacher.run()
        return teacher.examples

    def examine(self, weights: Weights) -> Counter[str]:
        """Return how many mentions were put right: counts of pronoun, nominal, links, each with what was wanted."""
        entities = Resolution(self.syntax, self.scene, self.spots, weights=dict(weights)).run()
        parse, counts = self.parse, Counter[str]()
        found = [(parse.starts[s.first], parse.ends[s.last - 1], k) for k, e in enumerate(entities) for s in e.spots]
        wanted = [m for m in self.article["mentions"] if m.get("type", "person") in KINDS]
        given: list[int | None] = []
        for m in wanted:
            fits = [
                (end - start, k)
                for start, end, k in found
                if start <= m["head_start"] and m["head_end"] <= end and end - start <= m["end"] - m["start"] + 6
            ]
            given.append(min(fits)[1] if fits else None)
        owners: dict[int, Counter[int]] = defaultdict(Counter)
        named = {m["cluster"] for m in wanted if m["form"] == "name"}
        for m, k in zip(wanted, given, strict=True):
            if m["form"] == "name" and k is not None:
                owners[m["cluster"]][k] += 1
        for m, k in zip(wanted, given, strict=True):
            if m["form"] != "name" and m["cluster"] in named:
                best = owners[m["cluster"]].most_common(1)
                counts[m["form"] + " wanted"] += 1
                counts[m["form"] + " right"] += bool(best) and k == best[0][0]
        for i, (one, a) in enumerate(zip(wanted, given, strict=True)):
            for two, b in zip(wanted[:i], given[:i], strict=True):
                same, put = one["cluster"] == two["cluster"], a is not None and a == b
                counts["links right"] += same and put
                counts["links wanted"] += same
                counts["links given"] += put
        return counts


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


def read_own(folder: Path) -> list[dict[str, Any]]:
    """Return the articles of a gold folder, each actor a cluster, and each set of actors that is mentioned at once."""
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [{"text": a["text"], "id": a["id"], "mentions": []} for a in map(json.loads, lines)]
    by_id = {a["id"]: a for a in articles}
    for number, line in enumerate((folder / "actors.jsonl").read_text(encoding="utf-8").splitlines()):
        actor = json.loads(line)
        by_id[actor["article_id"]]["mentions"] += [
            {
                "start": m["start"],
                "end": m["end"],
                "cluster": number,
                "form": "name" if m["kind"] in NAMES else m["kind"],
                "type": "object" if actor["type"] == "vessel" else "person",
            }
            for m in actor["mentions"]
        ]
    together: dict[tuple[int, ...], int] = {}
    for article in articles:
        places: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
        for m in article["mentions"]:
            places[m["start"], m["end"]].append(m)
        for same in places.values():
            if len(same) > 1:
                pair = tuple(sorted(m["cluster"] for m in same))
                same[0]["cluster"] = -1 - together.setdefault(pair, len(together))
        article["mentions"] = [same[0] for same in places.values()]
    return articles


def add_heads(article: dict[str, Any], parse: Parse) -> None:
    """Give every mention without a head that of the parse; one that covers no token is dropped."""
    kept = []
    for m in article["mentions"]:
        if "head_start" not in m:
            inside = [i for i in range(len(parse)) if m["start"] <= parse.starts[i] < m["end"]]
            if not inside:
                continue
            head = head_of(parse, inside[0], inside[-1] + 1)
            m |= {"head_start": parse.starts[head], "head_end": parse.ends[head]}
        kept.append(m)
    article["mentions"] = kept


def prepare(articles: list[dict[str, Any]], model: LanguageModel) -> list[Study]:
    """Return the articles parsed, with their mentions found."""
    gazetteer = load_gazetteer()
    out = []
    for article, parse in zip(articles, model.pipe(a["text"] for a in articles), strict=True):
        add_heads(article, parse)
        matches = choose(parse, gazetteer, gazetteer.match(parse))
        scene = ground(parse, matches)
        out.append(Study(article, parse, analyse(parse), scene, find_spots(scene, find_names(parse, matches))))
    return out


def fit(examples: list[Weighed]) -> Weights:
    """Return form -> feature -> weight."""
    weights = {}
    for form in ("pronoun", "nominal"):
        mine = [(options, right) for (f, options, right), _ in examples if f == form]
        counted = np.array([weight for (f, _, _), weight in examples if f == form])
        counts = Counter(name for options, _ in mine for o in options for name in o)
        names = sorted(n for n, c in counts.items() if c >= SEEN)
        x = np.array([[float(n in set(o)) for n in names] for options, _ in mine for o in options])
        sizes = np.array([len(options) for options, _ in mine])
        firsts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        of = np.repeat(np.arange(len(mine)), sizes)
        right = np.zeros(len(x))
        right[firsts + np.array([r for _, r in mine])] = 1.0
        w = np.zeros(len(names))
        for _ in range(STEPS):
            scores = x @ w
            p = np.exp(scores - np.maximum.reduceat(scores, firsts)[of])
            p /= np.add.reduceat(p, firsts)[of]
            means = np.add.reduceat(p[:, None] * x, firsts, axis=0)
            curvature = x.T @ ((p * counted[of])[:, None] * x) - means.T @ (counted[:, None] * means)
            gradient = L2[form] * w + ((p - right) * counted[of]) @ x
            w -= np.linalg.solve(L2[form] * np.eye(len(names)) + curvature, gradient)
        weights[form] = {n: round(float(v), 3) for n, v in zip(names, w, strict=True) if abs(v) >= 0.02}
    return weights


def report(title: str, counts: Counter[str]) -> None:
    shares = {form: counts[form + " right"] / max(1, counts[form + " wanted"]) for form in ("pronoun", "nominal")}
    links = 2 * counts["links right"] / max(1, counts["links given"] + counts["links wanted"])
    print(f"{title}: pronouns {shares['pronoun']:.3f}, descriptions {shares['nominal']:.3f}, links F1 {links:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--own", type=Path, default=OWN)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    model = LanguageModel.load()
    articles = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    sets = {options.gold.stem: prepare(articles, model), options.own.name: prepare(read_own(options.own), model)}
    studies = [study for group in sets.values() for study in group]
    counts_as = [OWN_WEIGHT if study in sets[options.own.name] else 1.0 for study in studies]
    examples = [[(e, weight) for e in s.examples()] for s, weight in zip(studies, counts_as, strict=True)]
    weights = fit([e for group in examples for e in group])
    if options.check:
        for name, group in sets.items():
            seen, unseen = Counter[str](), Counter[str]()
            for study in group:
                seen.update(study.examine(weights))
                others = zip(studies, examples, strict=True)
                unseen.update(study.examine(fit([e for s, es in others if s is not study for e in es])))
            report(f"{name}, trained on", seen)
            report(f"{name}, left out in turn", unseen)
        return
    target = Path(__file__).with_name("weights.json")
    counts = Counter(form for group in examples for (form, _, _), _ in group)
    content = {
        "trained_on": "GUM (Georgetown University Multilayer corpus), news of the development part, CC BY 4.0; "
        "the project's own articles in seeds/gold",
        "recipe": "models/coreference/train.py",
        "choices": dict(sorted(counts.items())),
        "weights": weights,
    }
    target.write_text(json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{target}: {sum(map(len, weights.values()))} weights from {sum(counts.values())} choices")


if __name__ == "__main__":
    main()
