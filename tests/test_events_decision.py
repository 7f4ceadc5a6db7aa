"""The gates of triggers: what they rule out at a glance could not have fired, and nothing fires but through them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.events.decision import Compiler
from pipeline.events.fillers import Casting
from pipeline.events.patterns import PatternSet, load_patterns
from pipeline.events.scene import Scene
from pipeline.events.trial import Trial
from pipeline.ner import ActorFinder
from pipeline.records import Article
from pipeline.resources import shipped
from pipeline.syntax import LanguageModel, analyse

SENTENCES = [
    "Norway called off its talks with Sweden and took Finland to court.",
    "The court called the ban on Telegram illegal, and Meta brushed the ruling aside.",
    "The minister was called on by Greece to take back what she had said of Turkey.",
    "Peru gave Chile an ultimatum, gave in a week later and gave the envoy his passport back.",
    "Protesters set fire to the embassy of France before police broke it up.",
    "The strike by nurses was called off after Wales agreed to take part in talks.",
    "Ghana said that Togo must free the journalists whom it took hostage in May.",
    "An air strike on Aden was blamed on Iran, which denied having taken sides.",
    "Kenya put the merger on hold and looked into how Safaricom had put up prices.",
    "The blocking of Signal by Oman came under attack from Amnesty International.",
    "Spain broke off relations with Bolivia, a move that the European Union took issue with.",
    "The firm opened its books, opened fire on its critics and opened an office in Lima.",
    "Turned down by Rome, the bank turned to Madrid, which turned the offer down too.",
]


@pytest.fixture(scope="module")
def patterns() -> PatternSet:
    """The shipped patterns."""
    return load_patterns([shipped("configs", "patterns")])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_closed_gate_shuts_out_nothing_that_could_fire(
    sentence: str, patterns: PatternSet, language: LanguageModel
) -> None:
    syntax = analyse(language.parse([sentence])[0])
    cast = ActorFinder().find(Article("a-1", "", sentence), syntax)
    trial = Trial(Scene(syntax, Casting(syntax, cast)))
    tried = closed = 0
    for predicate in syntax.predicates:
        triggers = patterns.index.get((predicate.kind, predicate.lemma), [])
        if not triggers:
            continue
        word = Compiler().word(triggers)
        opened = {id(gate.trigger) for gate in trial.open_gates(word, predicate)}
        for gate in word.other:
            tried += 1
            if id(gate.trigger) in opened:
                continue
            closed += 1
            whole = replace(gate, phrases=gate.trigger.phrases, checks=gate.trigger.checks)
            _, progress = trial.reason(whole, predicate)
            assert progress < 4 or trial.fire(whole, predicate) is None, (predicate.lemma, gate.trigger.origin)
    assert tried
    assert closed or tried < 10


def test_slots_that_nothing_fills_are_left_out(language: LanguageModel) -> None:
    for parse in language.parse(SENTENCES):
        for predicate in analyse(parse).predicates:
            assert all(predicate.slots.values()), predicate


def test_a_frequent_verb_meets_few_of_its_triggers(patterns: PatternSet, language: LanguageModel) -> None:
    text = "The minister took Finland to court."
    syntax = analyse(language.parse([text])[0])
    cast = ActorFinder().find(Article("a-1", "", text), syntax)
    trial = Trial(Scene(syntax, Casting(syntax, cast)))
    triggers = patterns.index["verb", "take"]
    (take,) = [p for p in syntax.predicates if p.lemma == "take"]
    assert len(list(trial.open_gates(Compiler().word(triggers), take))) * 4 < len(triggers)
