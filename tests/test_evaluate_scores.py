"""Scores: what counts as found, right, swapped, invented; and the same figures as an independent scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from evaluate_tables import answers_like, argument_row, event_row, write_tables

from pipeline.errors import ConfigError, RunError
from pipeline.evaluate import load_gold, read_answers, score
from pipeline.evaluate.gold import GoldActor, GoldArgument, GoldArticle, GoldEvent, GoldNegative, GoldSet
from pipeline.evaluate.matching import days, find_sentence
from pipeline.evaluate.names import bare
from pipeline.resources import shipped

TEXT = "Norland fined Acme on Monday. Acme did not reply. The mayor broke the ice."
SCORER = Path(__file__).resolve().parents[2] / "shared" / "bench" / "score.py"


def gold_event(kind: str, trigger: str, roles: dict[str, str], **fields: object) -> GoldEvent:
    start = TEXT.index(trigger)
    arguments = [
        GoldArgument(mention=name, canonical=name, role=role, start=TEXT.index(name), end=TEXT.index(name) + len(name))
        for role, name in roles.items()
    ]
    place = {"trigger": trigger, "trigger_start": start, "trigger_end": start + len(trigger)}
    base = {"event_id": f"one:{trigger}", "article_id": "one", "type": kind, "sentence": TEXT, **place}
    return GoldEvent.model_validate({**base, **fields, "actors": [a.model_dump() for a in arguments]})


@pytest.fixture
def gold() -> GoldSet:
    """Two core events, one optional, one trap."""
    broke = TEXT.index("broke")
    return GoldSet(
        articles=[GoldArticle(id="one", text=TEXT)],
        events=[
            gold_event(
                "fine",
                "fined",
                {"actor": "Norland", "target": "Acme"},
                date_resolved="2024-05-06",
                phenomena=["passive"],
                attributed_to="Norland",
            ),
            gold_event("respond", "reply", {"actor": "Acme"}, polarity="negative", tier="optional"),
            gold_event("statement", "Monday", {}, alt_triggers=["Acme"], alt_types=["accuse"]),
        ],
        actors=[
            GoldActor(article_id="one", canonical="Norland", aliases=["Norlandia"]),
            GoldActor(article_id="one", canonical="Acme"),
        ],
        negatives=[
            GoldNegative(
                article_id="one",
                sentence=TEXT,
                trigger="broke",
                trigger_start=broke,
                trigger_end=broke + 5,
                why="idiom",
            )
        ],
    )


def run(tmp_path: Path, *events: dict, arguments: tuple = ()) -> Path:
    article = {"article_id": "a", "record_id": "one", "source_uri": "x", "text": TEXT}
    tables = {"articles": [article], "events": list(events), "arguments": list(arguments)}
    return write_tables(tmp_path / "out", tables)


def test_a_right_answer_is_right_in_everything(gold: GoldSet, tmp_path: Path) -> None:
    day = date(2024, 5, 6)
    fined = event_row("a", TEXT, 1, "fine", "fined", date_start=day, date_end=day, attributed_to="Norlandia")
    arguments = (argument_row(fined, "actor", "Norlandia", "Norland"), argument_row(fined, "target", "Acme"))
    scores = score(read_answers(run(tmp_path, fined, arguments=arguments)), gold)
    assert scores.figures["event_p"] == 1
    assert scores.figures["event_r"] == 0.5
    assert scores.figures["who_did_what_to_whom"] == 0.5
    assert scores.figures["date"] == scores.figures["attribution"] == scores.figures["polarity"] == 1
    assert scores.figures["negatives_avoided"] == 1
    assert scores.by_type["fine"]["found"] == 1
    assert scores.by_phenomenon["passive"]["exact"] == 1
    assert [v.found for v in scores.verdicts] == [True, False, False]


@pytest.mark.parametrize(
    ("roles", "swapped", "exact"),
    [
        ((("actor", "Norland"), ("target", "Acme")), 0, 1),
        ((("actor", "Acme"), ("target", "Norland")), 2, 0),
        ((("participant", "Acme"), ("participant", "Norland")), 0, 1),
        ((("actor", "Norland"), ("recipient", "Acme")), 0, 1),
        ((("actor", "Norland"),), 0, 0),
        ((("actor", "Norland"), ("target", "Acme"), ("target", "Ruritania")), 0, 0),
    ],
)
def test_sides_of_an_act(gold: GoldSet, tmp_path: Path, roles: tuple, swapped: int, exact: int) -> None:
    fined = event_row("a", TEXT, 1, "fine", "fined")
    arguments = tuple(argument_row(fined, role, name) for role, name in roles)
    scores = score(read_answers(run(tmp_path, fined, arguments=arguments)), gold)
    assert scores.counts["swapped"] == swapped
    assert scores.counts["exact"] == exact


def test_another_accepted_type_and_an_optional_event_are_never_wrong(gold: GoldSet, tmp_path: Path) -> None:
    rows = [event_row("a", TEXT, 1, "accuse", "Monday"), event_row("a", TEXT, 2, "respond", "reply")]
    scores = score(read_answers(run(tmp_path, *rows)), gold)
    assert scores.figures["event_p"] == 1
    assert scores.counts["core_found"] == 1


def test_traps_and_inventions_are_named(gold: GoldSet, tmp_path: Path) -> None:
    scores = score(read_answers(run(tmp_path, event_row("a", TEXT, 1, "attack", "broke"))), gold)
    assert scores.figures["negatives_avoided"] == 0
    assert [(f.type, f.why) for a in scores.articles for f in a.false_alarms] == [("attack", "idiom")]


def test_an_article_that_is_missing_counts_as_missed(gold: GoldSet, tmp_path: Path) -> None:
    scores = score(read_answers(write_tables(tmp_path / "empty", {})), gold)
    assert scores.figures["event_r"] == 0
    assert scores.counts["core"] == 2


def test_intervals_hold_the_figure(tmp_path: Path) -> None:
    gold = load_gold(shipped("seeds", "gold"))
    scores = score(read_answers(answers_like(gold, tmp_path / "out", damage=0.2)), gold, resamples=300)
    for name in ("event_f1", "argument_f1", "who_did_what_to_whom", "date"):
        low, high = scores.intervals[name]
        assert low <= scores.figures[name] <= high
        assert low < high
    assert score(read_answers(tmp_path / "out"), gold, resamples=300).intervals == scores.intervals


def test_gold_scored_against_itself_is_perfect(tmp_path: Path) -> None:
    gold = load_gold(shipped("seeds", "gold"))
    scores = score(read_answers(answers_like(gold, tmp_path / "out")), gold, resamples=0)
    for name in ("event_f1", "argument_f1", "who_did_what_to_whom", "date", "polarity", "factuality", "attribution"):
        assert scores.figures[name] == 1, name
    assert scores.counts["swapped"] == 0


def test_offsets_survive_another_cleaning(tmp_path: Path) -> None:
    gold = load_gold(shipped("seeds", "gold"))
    shifted = gold.model_copy(deep=True)
    for article in shifted.articles:
        article.text = "Read this first\n\n" + article.text
    for event in shifted.events:
        event.trigger_start += 17
        event.trigger_end += 17
    scores = score(read_answers(answers_like(shifted, tmp_path / "out")), gold, resamples=0)
    assert scores.figures["event_f1"] == 1


@pytest.mark.skipif(not SCORER.exists(), reason="the independent scorer is not here")
@pytest.mark.parametrize("damage", [0.0, 0.1, 0.3, 0.6])
def test_same_figures_as_an_independent_scorer(tmp_path: Path, damage: float) -> None:
    folder = shipped("seeds", "gold")
    gold = load_gold(folder)
    out = answers_like(gold, tmp_path / "out", seed=int(damage * 10), damage=damage)
    command = [sys.executable, str(SCORER), "events", str(out), str(folder)]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = score(read_answers(out), gold, resamples=0)
    for name in [n for n in ours.figures if n in theirs]:
        assert ours.figures[name] == theirs[name], name
    assert ours.counts["swapped"] == theirs["swapped"]
    assert {n: ours.counts[n] for n in theirs["counts"]} == theirs["counts"]


@pytest.mark.skipif(not SCORER.exists(), reason="the independent scorer is not here")
def test_same_figures_on_gold_with_sentence_offsets(tmp_path: Path) -> None:
    folder = SCORER.parent / "seed"
    gold = load_gold(folder)
    sentences = list(dict.fromkeys(e.sentence for e in gold.events if e.scope != "title"))
    text = "\n\n".join(sentences)
    rows, arguments = [], []
    for number, event in enumerate(e for e in gold.events if e.scope != "title"):
        if number % 5 == 0:
            continue
        start = text.index(event.sentence) + event.trigger_start
        row = event_row("a", text, number, event.type, event.trigger, start=start, factuality=event.factuality)
        rows.append(row)
        arguments += [argument_row(row, a.role, a.canonical) for a in event.actors[: 1 + number % 2]]
    article = {"article_id": "a", "record_id": "x", "source_uri": "x", "text": text}
    out = write_tables(tmp_path / "out", {"articles": [article], "events": rows, "arguments": arguments})
    command = [sys.executable, str(SCORER), "events", str(out), str(folder)]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = score(read_answers(out), gold, resamples=0)
    assert {n: v for n, v in ours.figures.items() if n in theirs} == {n: theirs[n] for n in ours.figures if n in theirs}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Prime Minister Ada Holm's", "ada holm"),
        ("The Judge", ""),
        ("Harrow & Pike", "harrow pike"),
        ("U.S. Trade Representative", "us trade representative"),
        (None, ""),
    ],
)
def test_bare_names(name: str | None, expected: str) -> None:
    assert bare(name) == expected


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-05-06", "2024-05-06", "2024-05-06"),
        ("2024-05/2024-06-03", "2024-05-01", "2024-06-03"),
    ],
)
def test_days(value: str, first: str, last: str) -> None:
    assert tuple(map(str, days(value))) == (first, last)


def test_a_sentence_is_found_across_line_breaks() -> None:
    assert find_sentence("It was so.", "Then.\nIt  was\nso. End") == (6, 17)
    assert find_sentence("", "text") is None


def test_errors_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no gold\.jsonl"):
        load_gold(tmp_path)
    with pytest.raises(RunError, match="no table"):
        read_answers(tmp_path)
    (tmp_path / "gold.jsonl").write_text('{"type": "block"}\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"gold\.jsonl:1: trigger"):
        load_gold(tmp_path)
    with pytest.raises(ConfigError, match="no article of the gold has split 'tset'"):
        load_gold(shipped("seeds", "gold"), "tset")
