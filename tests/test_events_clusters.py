"""One event once, places, propositions: small tables over real parses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline import Pipeline
from pipeline.events.clusters import cluster
from pipeline.records import Argument, Event

BASE = Event(
    event_id="e1", type="meeting", plover="CONSULT", mode=None, trigger_start=0, trigger_end=3, trigger_text="met",
    sentence_start=0, sentence_end=20, sentence="", arguments=(), polarity="positive", factuality="asserted",
    pattern_id="p",
)  # fmt: skip


def _event(number: int, trigger: str, who: str, whom: str, **changes: object) -> Event:
    arguments = [Argument("actor", w, 0, 1, w, None, w) for w in who.split()]
    arguments += [Argument("target", w, 0, 1, w, None, w) for w in whom.split()]
    return replace(
        BASE, event_id=f"e{number}", trigger_text=trigger, trigger_start=number * 100, arguments=tuple(arguments),
        **changes,  # type: ignore[arg-type]
    )  # fmt: skip


def _mutual(number: int, trigger: str, who: str) -> Event:
    arguments = tuple(Argument("participant", w, 0, 1, w, None, w) for w in who.split())
    return replace(_event(number, trigger, "", ""), arguments=arguments)


SAME = [
    ("the same two", _mutual(1, "met", "A B"), _mutual(2, "summit", "B A")),
    ("one of two", _mutual(1, "meeting", "A B"), _mutual(2, "meetings", "A")),
    ("both sides agree", _event(1, "met", "A", "B"), _event(2, "summit", "A", "B")),
    ("a party more", _event(1, "met", "A", "B"), _event(2, "summit", "A", "B C")),
    ("one side left open, same word", _event(1, "suspended", "A", "B"), _event(2, "suspension", "", "B")),
    (
        "dates overlap",
        _event(1, "met", "A", "B", date_start=date(2024, 5, 1), date_end=date(2024, 5, 31)),
        _event(2, "met", "A", "B", date_start=date(2024, 5, 7), date_end=date(2024, 5, 7)),
    ),
    ("announced, then done", _event(1, "meet", "A", "B", factuality="planned"), _event(2, "met", "A", "B")),
]
APART = [
    ("other partner", _mutual(1, "met", "A B"), _mutual(2, "met", "A C")),
    ("one of two, other word", _mutual(1, "met", "A B"), _mutual(2, "summit", "A")),
    (
        "threatened here, done there",
        _event(1, "blocked", "", "B", factuality="conditional"),
        _event(2, "blocked", "A", "B"),
    ),
    ("other target", _event(1, "met", "A", "B"), _event(2, "met", "A", "C")),
    ("other actor", _event(1, "met", "A", "B"), _event(2, "met", "C", "B")),
    ("other type", _event(1, "met", "A", "B"), _event(2, "met", "A", "B", type="discuss")),
    ("denied", _event(1, "met", "A", "B"), _event(2, "met", "A", "B", polarity="negative")),
    (
        "another day",
        _event(1, "met", "A", "B", date_start=date(2024, 5, 1), date_end=date(2024, 5, 1)),
        _event(2, "met", "A", "B", date_start=date(2024, 5, 7), date_end=date(2024, 5, 7)),
    ),
    ("one side left open, other word", _event(1, "met", "A", "B"), _event(2, "summit", "A", "")),
    ("nobody named", _event(1, "met", "", ""), _event(2, "met", "", "")),
    ("utterances", _event(1, "said", "A", "B", type="statement"), _event(2, "said", "A", "B", type="statement")),
]


@pytest.mark.parametrize(("first", "second"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_same_event(first: Event, second: Event) -> None:
    assert [e.cluster_id for e in cluster((first, second))] == ["e1", "e1"]


@pytest.mark.parametrize(("first", "second"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_events_apart(first: Event, second: Event) -> None:
    assert [e.cluster_id for e in cluster((first, second))] == ["e1", "e2"]


def test_a_telling_joins_only_if_it_suits_all() -> None:
    told = (
        _event(1, "met", "A", "B"),
        _event(2, "met", "A", ""),
        _event(3, "met", "A", "C"),
    )
    assert [e.cluster_id for e in cluster(told)] == ["e1", "e1", "e3"]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load(propositions=True)


PLACES = [
    ("Anna Berg met Nokia in Paris.", "met", "Paris"),
    ("Kenya and Uganda held talks in Geneva.", "talks", "Geneva"),
    ("Kenya and Uganda held talks on trade.", "talks", None),
    ("Police arrested Anna Berg near Lagos.", "arrested", "Lagos"),
    ("The court fined Nokia in May.", "fined", None),
]


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES, ids=[row[0] for row in PLACES])
def test_place(pipeline: Pipeline, text: str, trigger: str, place: str | None) -> None:
    events = {e.trigger_text: e for e in pipeline.extract(text).events}
    assert events[trigger].place == place


def test_the_country_of_a_place(pipeline: Pipeline) -> None:
    (event,) = pipeline.extract("Police arrested Anna Berg in Kenya.").events
    assert (event.place, event.place_country) == ("Kenya", "KEN")


def test_propositions_carry_truth_and_offsets(pipeline: Pipeline) -> None:
    text = "Nokia did not buy the firm. Intel may visit Kenya."
    rows = [
        (p.predicate, p.slot, p.text, p.polarity, p.factuality)
        for p in pipeline.extract(text).propositions
        if p.predicate in ("buy", "visit") and p.slot in ("subject", "object")
    ]
    assert ("buy", "subject", "Nokia", "negative", "asserted") in rows
    assert ("buy", "object", "the firm", "negative", "asserted") in rows
    assert ("visit", "subject", "Intel", "positive", "possible") in rows
    for p in pipeline.extract(text).propositions:
        assert p.start is not None
        assert text[p.start : p.end] == p.text
        assert text[p.trigger_start : p.trigger_end]


def test_a_known_act_without_parties_goes_back_to_its_last_telling() -> None:
    fined = _event(1, "fined", "A", "B", sentence="A fined B.", sentence_start=98, type="fine")
    other = _event(2, "fined", "C", "D", sentence="C fined D.", sentence_start=198, type="fine")
    known = _event(3, "fine", "", "", sentence="Then the fine was paid.", sentence_start=291, type="fine")
    fresh = _event(4, "fine", "", "", sentence="It hates a fine here.", sentence_start=389, type="fine")
    first, second, third, fourth = cluster((fined, other, known, fresh))
    assert third.cluster_id == second.cluster_id == "e2"
    assert first.cluster_id == "e1"
    assert fourth.cluster_id == "e4"
