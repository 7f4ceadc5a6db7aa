"""From matches to events: who stands behind a phrase, what points back to what, PLOVER roots, datelines."""

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


STAND_INS = [
    ("A spokeswoman for Norges Bank criticised Sweden.", "accuse", "actor", ["Norges Bank"]),
    ("Norway met Sweden in May. Both countries praised Finland.", "support", "actor", ["Norway", "Sweden"]),
    ("Norway rejected Denmark's offer.", "refuse", "target", ["Denmark"]),
    ("Norway threatened to sanction Denmark.", "threaten", "target", ["Denmark"]),
    (
        "Anna Keller criticised Norway over the ban. Omar Haddad dismissed the criticism.",
        "refuse",
        "target",
        ["Anna Keller"],
    ),
    ("Norway and Sweden signed an agreement. Finland welcomed the deal.", "support", "target", ["Norway", "Sweden"]),
    ("OSLO, May 8 (North Wire) - Norway criticised Sweden.", "accuse", "actor", ["Norway"]),
]


@pytest.mark.parametrize(("text", "kind", "role", "expected"), STAND_INS, ids=[t for t, _, _, _ in STAND_INS])
def test_a_role_goes_to_who_is_meant(
    nlp: pipeline.Pipeline, text: str, kind: str, role: str, expected: list[str]
) -> None:
    found = [e for e in nlp.extract(text, published="2024-05-12").events if e.type == kind]
    assert [names(e, role) for e in found[-1:]] == [expected]


def test_a_name_nobody_knows_acts_where_only_people_do(nlp: pipeline.Pipeline) -> None:
    found = nlp.extract("Northcell declined to comment. The delay cost Northcell dearly.")
    assert [names(e, "actor") for e in found.events if e.type == "refuse"] == [["Northcell"]]
    assert sum(m.text == "Northcell" for m in found.mentions) == 2


@pytest.mark.parametrize("who", ["Norwegian farmers", "The farmers", "Rebel leaders in Mali"])
def test_who_says_what_they_will_do(nlp: pipeline.Pipeline, who: str) -> None:
    found = nlp.extract(f"{who} said on Monday they would blockade Oslo.")
    said, planned = (next(e for e in found.events if e.type == kind) for kind in ("statement", "block"))
    assert names(planned, "actor") == names(said, "actor") != []


def test_readiness_for_an_act_is_no_second_act(nlp: pipeline.Pipeline) -> None:
    assert [e.type for e in nlp.extract("Norway is ready to bomb Denmark.").events] == ["attack"]
    assert [e.type for e in nlp.extract("Norway is ready to listen.").events] == ["agree"]


def test_an_unexplained_pronoun_fills_its_role_and_names_nobody(nlp: pipeline.Pipeline) -> None:
    event = nlp.extract("It bombed Denmark.").events[0]
    assert [(a.role, a.text, a.name) for a in event.arguments] == [
        ("actor", "It", ""),
        ("target", "Denmark", "Denmark"),
    ]


ROOTS = [
    ("Norway bombed Denmark.", "attack", "ASSAULT"),
    ("Norway will bomb Denmark.", "attack", "THREATEN"),
    ("Norway will donate food to Denmark.", "aid", "AGREE"),
    ("Norway did not bomb Denmark.", "attack", None),
    ("Norway threatened to bomb Denmark.", "attack", None),
    ("Norway threatened to bomb Denmark.", "threaten", "THREATEN"),
]


@pytest.mark.parametrize(("text", "kind", "root"), ROOTS, ids=[f"{t} {k}" for t, k, _ in ROOTS])
def test_plover_roots_follow_the_manual(nlp: pipeline.Pipeline, text: str, kind: str, root: str | None) -> None:
    assert [e.plover for e in nlp.extract(text).events if e.type == kind] == [root]


def test_what_is_ordered_is_part_of_the_order(nlp: pipeline.Pipeline) -> None:
    found = {e.type: e for e in nlp.extract("A court in Oslo ordered Telenor to block Telegram.").events}
    assert found["block"].parent_event_id == found["order"].event_id
    assert names(found["block"], "actor") == ["Telenor"]
    assert names(found["block"], "target") == ["Telegram"]
    assert found["block"].factuality == "planned"


def test_an_implicit_argument_has_no_offsets(nlp: pipeline.Pipeline) -> None:
    text = "Norway and Sweden signed an agreement. Finland welcomed the deal."
    support = next(e for e in nlp.extract(text).events if e.type == "support")
    assert {(a.start, a.end) for a in support.arguments if a.role == "target"} == {(None, None)}
