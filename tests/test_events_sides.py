"""Who acts and who undergoes, where a noun names the act and what stands beside it could be either."""

from __future__ import annotations

import pytest

import pipeline


@pytest.fixture(scope="module")
def nlp() -> pipeline.Pipeline:
    """The default pipeline."""
    return pipeline.Pipeline.load()


# (text, type, actors, targets or recipients)
SIDES = [
    # before a noun of what is undergone
    ("Anna Keller's expulsion angered Norway.", "expel", [], ["Anna Keller"]),
    ("Anna Keller's banishment lasted ten years.", "expel", [], ["Anna Keller"]),
    ("Omar Haddad's assassination angered Norway.", "attack", [], ["Omar Haddad"]),
    ("Anna Keller's dismissal by Nokia surprised the staff.", "resign", ["Nokia"], ["Anna Keller"]),
    ("Nokia's dismissal of Anna Keller surprised the staff.", "resign", ["Nokia"], ["Anna Keller"]),
    ("Russia's detention of Anna Keller angered Norway.", "arrest", ["Russia"], ["Anna Keller"]),
    ("Anna Keller's detention by Russia angered Norway.", "arrest", ["Russia"], ["Anna Keller"]),
    ("Nokia's investigation by Ireland ended.", "investigate", ["Ireland"], ["Nokia"]),
    # what is sought, won and awaited comes from another
    ("Nokia hopes to win approval from Brazil.", "approve", ["Brazil"], ["Nokia"]),
    ("Turkey demanded an apology from Sweden.", "support", ["Sweden"], ["Turkey"]),
    ("They have resorted to a boycott of parliament.", "protest", [], ["parliament"]),
    ("The Huawei ban angered Iran.", "block", [], ["Huawei"]),
    ("The Huawei ban by Australia angered Iran.", "block", ["Australia"], ["Huawei"]),
    ("An Australian ban on Huawei angered Iran.", "block", ["Australia"], ["Huawei"]),
    # whose plan it was did not answer it
    ("A request by Ghana was approved.", "approve", [], ["Ghana"]),
    ("A plan by Siemens was blocked.", "block", [], ["Siemens"]),
    ("Omar Haddad was replaced by Anna Keller.", "appoint", [], ["Anna Keller"]),
    # who answers a request did not make it
    ("Ghana's request was granted by Kenya.", "request", ["Ghana"], ["Kenya"]),
    ("Argentina will stop paying if the banks do not grant its request.", "request", ["Argentina"], ["the banks"]),
]


@pytest.mark.parametrize(("text", "kind", "actors", "others"), SIDES, ids=[text for text, *_ in SIDES])
def test_sides_of_an_act_named_by_a_noun(
    nlp: pipeline.Pipeline, text: str, kind: str, actors: list[str], others: list[str]
) -> None:
    event = next(e for e in nlp.extract(text, published="2024-05-12").events if e.type == kind)
    assert [a.name for a in event.arguments if a.role == "actor"] == actors
    assert [a.name for a in event.arguments if a.role in ("target", "recipient")] == others


def test_a_claim_of_the_sentence_before_names_nobody_whom_its_denial_is_to(nlp: pipeline.Pipeline) -> None:
    text = "Anna Keller said the ministry had lost the files. Omar Haddad rejected the claim."
    event = next(e for e in nlp.extract(text).events if e.type == "refuse")
    assert [a.name for a in event.arguments if a.role == "target"] == []
