"""What matching costs: microseconds a token with the shipped patterns and with ten times as many, next to spaCy's.

    python benchmarks/matcher.py [ARTICLES.jsonl] [--repeat 5]

Texts are parsed once and kept out of the clock. The tenfold set repeats every trigger under invented lemmas, as ten
times the vocabulary would. spaCy's DependencyMatcher gets one pattern a verb (verb, subject, object), and only some of
ours: its cost grows with their number.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.matcher import DependencyMatcher

from pipeline.config import Configuration
from pipeline.events.matcher import Matcher
from pipeline.events.patterns import PatternSet, load_patterns
from pipeline.records import Article
from pipeline.resources import shipped
from pipeline.shard import working
from pipeline.syntax import analyse
from pipeline.syntax.models import locate

_TIMES = 10
_MODEL = ("en_core_web_md", "3.8.0")


def tenfold(patterns: PatternSet) -> PatternSet:
    """Return a pattern set with ten times the triggers, the added ones under lemmas of their own."""
    triggers = list(patterns.triggers)
    for copy in range(1, _TIMES):
        for trigger in patterns.triggers:
            phrases = tuple(replace(p, lemma=f"{p.lemma}{copy}") for p in trigger.phrases)
            triggers.append(replace(trigger, phrases=phrases))
    return PatternSet(patterns.patterns, triggers, patterns.digest, patterns.full_verbs)


def best(repeat: int, work: Callable[[], object]) -> float:
    """Return the shortest of several runs in seconds of processor time: other work on the machine does not count."""
    times = []
    for _ in range(repeat):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def dependency_matcher(nlp: Language, verbs: list[str]) -> DependencyMatcher:
    """Return spaCy's matcher with one subject-verb-object pattern a verb."""
    matcher = DependencyMatcher(nlp.vocab)
    for verb in verbs:
        anchor = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": verb, "POS": "VERB"}}
        arguments = [
            {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": name, "RIGHT_ATTRS": {"DEP": {"IN": labels}}}
            for name, labels in (("subject", ["nsubj", "nsubjpass"]), ("object", ["dobj"]))
        ]
        matcher.add(verb, [[anchor, *arguments]])
    return matcher


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path, default=shipped("seeds", "gold", "articles.jsonl"))
    parser.add_argument("--repeat", type=int, default=5)
    given = parser.parse_args()
    texts = [json.loads(line)["text"] for line in given.articles.read_text(encoding="utf-8").splitlines() if line]
    patterns = load_patterns([shipped("configs", "patterns")])
    with working(Configuration(clean="none")) as worker:  # the collector is set as in a run
        seen = []
        for number, (text, parse) in enumerate(zip(texts, worker.language.parse(texts), strict=True)):
            syntax = analyse(parse)
            seen.append((syntax, worker.actors.find(Article(f"a-{number}", "", text), syntax)))
        tokens = sum(len(s.parse) for s, _ in seen)
        print(f"{len(texts)} articles, {tokens:,} tokens")
        for name, chosen in (("shipped patterns", patterns), ("ten times as many", tenfold(patterns))):
            matcher = Matcher(chosen)
            seconds = best(given.repeat, lambda m=matcher: [m.match(s, c) for s, c in seen])  # type: ignore[misc]
            words = sum(t.words for t in chosen.triggers)
            print(f"{name:>24}: {words:>7,} trigger words {1e6 * seconds / tokens:8.2f} us a token")
    verbs = list(dict.fromkeys(t.phrases[0].lemma for t in patterns.triggers if t.kind == "verb"))
    nlp = spacy.load(locate(*_MODEL))  # as spaCy ships it: its matcher reads the attributes of a full pipeline
    docs = list(nlp.pipe(texts))
    for count in (10, 50, 200):
        rival = dependency_matcher(nlp, verbs[:count])
        seconds = best(1, lambda m=rival: [m(d) for d in docs])  # type: ignore[misc]
        print(f"{'spaCy DependencyMatcher':>24}: {count:>7,} verbs         {1e6 * seconds / tokens:8.2f} us a token")


if __name__ == "__main__":
    main()
