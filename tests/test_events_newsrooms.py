"""Sentences in the manner of many newsrooms: whose act it is where the grammar hides it."""

from __future__ import annotations

import pytest

import pipeline
from pipeline.records import Event


@pytest.fixture(scope="module")
def nlp() -> pipeline.Pipeline:
    """The default pipeline."""
    return pipeline.Pipeline.load()


def names(event: Event, role: str) -> list[str]:
    """Return the canonical names in a role."""
    return [a.name for a in event.arguments if a.role == role]


# (text, event type, role, names of the last event of that type)
WHOSE = [
    ("The Swedish bank Tormund, whose offer Norway rejected, sued Denmark.", "refuse", "target", ["Tormund"]),
    ("The lender Tormund, whose lawsuit against Norway is pending, praised Denmark.", "sue", "actor", ["Tormund"]),
    ("Norway, whose navy was accused by Sweden of piracy, denied it.", "accuse", "target", ["Norway"]),
]
CLAUSES = [
    # a second clause with a subject of its own
    ("Norway pledged 5 million euros and Sweden said it would help.", "statement", "actor", ["Sweden"]),
    ("Norway flew tents into the city and Sweden sent two helicopters.", "mobilize", "actor", ["Sweden"]),
    ("Norway met Sweden and Finland and criticised Denmark.", "accuse", "actor", ["Norway"]),
    # a participle that shares the perfect of the main clause
    (
        "Norway has told Tormund Bank that its app breaks the law and given the bank 30 days to reply.",
        "ultimatum",
        "actor",
        ["Norway"],
    ),
    ("Norway gave Tormund Bank 30 days to respond.", "respond", "actor", ["Tormund Bank"]),
]
PHRASES = [
    # prepositions that the verb asks for
    ("Anna Keller was accused by prosecutors of hiding losses.", "accuse", "actor", ["prosecutors"]),
    ("Norway accused the army of targeting civilians.", "attack", "actor", ["army"]),
    ("Norway accused the government of Sweden.", "accuse", "target", ["Government of Sweden"]),
    # the holder of an office beside it
    (
        "Norway has convicted the former chief executive of Tormund Bank, Anna Keller, of fraud.",
        "convict",
        "target",
        ["Anna Keller"],
    ),
]
CAPITALS = [
    ("Moscow rejected the claim made by Norway.", "refuse", "actor", ["Russia"]),
    ("Norway accused Beijing of spying.", "accuse", "target", ["China"]),
    ("Norway denounced Moscow's invasion of Georgia.", "attack", "actor", ["Russia"]),
    ("Anna Keller visited Moscow.", "meeting", "target", ["Moscow"]),
    ("Brussels urged Norway to act.", "request", "actor", ["European Union"]),
    ("Brussels warned Norway, and the European Commission agreed.", "threaten", "actor", ["European Commission"]),
]
BODIES = [
    # "the company" is no agency, "the regulator" no company
    (
        "The Food and Drug Administration warned Velmont Pharma. Sweden criticised the company.",
        "accuse",
        "target",
        ["Velmont Pharma"],
    ),
    (
        "Italy's data protection authority has warned OpenAI. The regulator criticised Denmark.",
        "accuse",
        "actor",
        ["Italy's data protection authority"],
    ),
]
CASES = [*WHOSE, *CLAUSES, *PHRASES, *CAPITALS, *BODIES]


@pytest.mark.parametrize(("text", "kind", "role", "expected"), CASES, ids=[text for text, _, _, _ in CASES])
def test_whose_act_it_is(nlp: pipeline.Pipeline, text: str, kind: str, role: str, expected: list[str]) -> None:
    found = [e for e in nlp.extract(text, published="2024-05-12").events if e.type == kind]
    assert [names(e, role) for e in found[-1:]] == [expected]
