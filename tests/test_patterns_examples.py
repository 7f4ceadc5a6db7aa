"""Every example and counter-example of the shipped patterns, and what the check says of broken patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.dates import find_dates
from pipeline.events import EventExtractor, load_patterns
from pipeline.events.check import Report, Sighting, check
from pipeline.events.patterns import PLOVER_ROOTS
from pipeline.ner import ActorFinder
from pipeline.records import Article
from pipeline.report.patterns import Suggestion, paste, skeleton
from pipeline.resources import shipped
from pipeline.syntax import LanguageModel, analyse

PATTERNS = load_patterns([shipped("configs", "patterns")])
TYPES = """statement discuss meeting agree cooperate support aid request order accuse investigate sue refuse respond
threaten ultimatum block suspend enforce arrest fine convict seize sanction expel protest mobilize attack release
withdraw resign approve appeal appoint acquire expand involve"""


def nobody(texts: Sequence[str]) -> Iterator[Sighting]:
    """Find nothing, whatever the text."""
    for _ in texts:
        yield Sighting((), ())


@pytest.fixture(scope="session")
def report(language: LanguageModel) -> Report:
    """The check of the shipped patterns."""
    extractor, finder = EventExtractor(), ActorFinder()

    def read(texts: Sequence[str]) -> Iterable[Sighting]:
        for text, parse in zip(texts, language.parse(texts), strict=True):
            article = Article("a", "", text)
            syntax = analyse(parse)
            cast = finder.find(article, syntax)
            events = extractor.extract(article, syntax, cast, find_dates(article, syntax))
            yield Sighting(events, tuple(extractor.matcher.match(syntax, cast)))

    return check(extractor.patterns, read)


@pytest.mark.parametrize("pattern", [p.pattern_id for p in PATTERNS.patterns])
def test_examples_of_the_shipped_patterns(report: Report, pattern: str) -> None:
    wrong = [f.detail for f in report.findings if f.pattern_id == pattern and f.kind in ("example", "counter-example")]
    assert wrong == []


def test_no_shipped_trigger_is_dead(report: Report) -> None:
    assert [f.detail for f in report.findings if f.kind == "dead"] == []


def test_every_type_and_every_root_has_patterns() -> None:
    assert set(TYPES.split()) <= {p.event for p in PATTERNS.patterns}
    assert {t.plover for t in PATTERNS.triggers} - {None} == set(PLOVER_ROOTS)


def write(folder: Path, text: str) -> Path:
    """Write a pattern file and return it."""
    file = folder / "own.yaml"
    file.write_text(text, encoding="utf-8")
    return file


BROKEN = """
- event: greet
  roles: {actor: {required: true}, target: {}}
  triggers:
    - {verb: [wave], target: [at]}
    - {verb: [greet], actor: subject, priority: 3}
    - {verb: [greet], actor: subject, target: object}
    - {verb: [nod], actor: subject, target: [to, at]}
  examples: [{text: Spain greeted France., actor: Spain}]
  never: [Trees nod.]
- event: agree
  roles: {actor: {required: true}}
  triggers: [{verb: [nod], actor: subject}]
  examples: [{text: Spain nodded., actor: Spain}]
  never: [Trees nod.]
"""


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("dead", "never fills the required role actor"),
        ("dead", "trigger 2 always wins"),
        ("clash", "'nod'"),
        ("example", "Spain greeted France."),
        ("unfilled", "no example fills actor"),
    ],
)
def test_the_check_finds_what_is_broken(tmp_path: Path, kind: str, words: str) -> None:
    found = check(load_patterns([write(tmp_path, BROKEN)]), nobody)
    assert not found.ok
    assert [f for f in found.findings if f.kind == kind and words in f.detail]


def test_a_skeleton_has_the_roles_of_its_type_and_compiles(tmp_path: Path) -> None:
    text = skeleton(PATTERNS, "block", ["geofence"], ["geofencing"])
    (pattern,) = load_patterns([write(tmp_path, text)]).patterns
    assert (pattern.event, pattern.plover, set(pattern.roles)) == ("block", "COERCE", {"actor", "target"})


def test_a_skeleton_of_an_unknown_type_has_actor_and_target(tmp_path: Path) -> None:
    (pattern,) = load_patterns([write(tmp_path, skeleton(PATTERNS, "serenade", [], []))]).patterns
    assert set(pattern.roles) == {"actor", "target"}


def test_a_suggestion_is_a_trigger_ready_to_paste(tmp_path: Path) -> None:
    text = paste(Suggestion("geofence", 3, (("subject", 3), ("in", 1), ("object", 2)), ("Spain geofenced X.",)))
    lines = text.splitlines()
    assert lines[0].startswith("# geofence: 3 times")
    assert "target: [object, in]" in lines[-1]


def test_on_and_no_are_words(tmp_path: Path) -> None:
    text = BROKEN.replace("target: [to, at]", "target: [on, to]")
    text = text.replace("priority: 3", "where: {on: {present: false}}")
    triggers = load_patterns([write(tmp_path, text)]).triggers
    assert ("target", ("on", "to")) in triggers[3].roles
    assert triggers[1].checks[0][0] == "on"
