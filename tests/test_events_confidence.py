"""Confidence: a probability, and errors that name the file and the key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.events.confidence import Confidence, Features, load_weights
from pipeline.events.lexicon import load_lexicon
from pipeline.resources import shipped


def test_scores_are_probabilities_and_know_the_doubtful() -> None:
    confidence = Confidence()
    sure = confidence.score(Features("statement", "verb", arguments=1, named=1))
    doubtful = confidence.score(Features("meeting", "noun", arguments=2, resolved=2, weak=True, real=False))
    assert 0 < doubtful < sure < 1


def test_own_weights() -> None:
    assert Confidence({"bias": 0.0}).score(Features("fine", "verb")) == 0.5


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{}", "no weights"),
        ("not json", "no weights"),
        ('{"weights": {"biass": 1}}', "weights.biass"),
        ('{"weights": {"bias": "high"}}', "weights.bias"),
    ],
)
def test_wrong_weights(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "weights.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=words):
        load_weights(path)


def test_shipped_weights_say_how_they_were_made() -> None:
    content = json.loads(shipped("models", "confidence", "weights.json").read_text(encoding="utf-8"))
    assert content["made_by"] == "models/confidence/train.py"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("  say:\n    gloss", "  say:\n    glos", "did you mean 'gloss'"),
        ("negated: possible, source: true", "negated: perhaps, source: true", "classes.say.effect.negated"),
        ("      inf: [refuse,", "      inf: [fail, refuse,", "'fail' is in class 'fail' already"),
        ("no_negation: [only", "no_negation: [3, only", "no_negation.0"),
    ],
)
def test_a_wrong_lexicon_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    source = shipped("configs", "truth.yaml").read_text(encoding="utf-8")
    assert old in source
    path = tmp_path / "truth.yaml"
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=words):
        load_lexicon(path)


def test_a_missing_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"truth\.yaml"):
        load_lexicon(tmp_path / "truth.yaml")


def test_the_lexicon_is_broad() -> None:
    lexicon = load_lexicon()
    verbs = {lemma for table in lexicon.verbs.values() for lemma in table}
    nouns = {lemma for table in lexicon.nouns.values() for lemma in table}
    assert len(verbs) > 900
    assert len(nouns) > 400
