"""Floors: falls are named, floors rise, and are lowered only with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluate_tables import answers_like
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import ConfigError
from pipeline.evaluate import load_gold, read_answers, score
from pipeline.evaluate.floors import Baseline, judge, load_baseline, measure, raised, report, save_baseline
from pipeline.resources import shipped

GOLD = shipped("seeds", "gold")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A perfect run, a good one and a worse one."""
    root = tmp_path_factory.mktemp("gate")
    gold = load_gold(GOLD)
    damage = {"perfect": 0.0, "good": 0.1, "worse": 0.25}
    return {name: answers_like(gold, root / name, seed=3, damage=share) for name, share in damage.items()}


def taken(folder: Path, **changes: object) -> tuple[Baseline, object]:
    scores = score(read_answers(folder), load_gold(GOLD), resamples=0)
    about = {"model": "m-1", "model_sha256": "a" * 64}
    return measure(scores, gold_hash="g", run=about).model_copy(update=changes), scores


def test_the_same_run_passes(folders: dict[str, Path]) -> None:
    baseline, scores = taken(folders["good"])
    judgement = judge(baseline, baseline, scores)
    assert judgement.passed
    assert not judgement.losses
    assert "passed" in report(judgement)


def test_a_worse_run_fails_and_names_the_loss(folders: dict[str, Path]) -> None:
    good, _ = taken(folders["good"])
    worse, scores = taken(folders["worse"])
    judgement = judge(good, worse, scores)
    assert not judgement.passed
    assert {"event_r", "argument_f1"} <= {f.name for f in judgement.falls}
    text = report(judgement, limit=3)
    assert "event_r fell from" in text
    assert "points)" in text
    assert f"lost on {len(load_gold(GOLD).articles)} articles" in text
    assert "more" in text
    lost = judgement.losses[0].verdict
    assert lost.sentence in text


def test_a_better_run_passes_and_raises_the_floors(folders: dict[str, Path]) -> None:
    good, _ = taken(folders["good"])
    perfect, scores = taken(folders["perfect"])
    judgement = judge(good, perfect, scores)
    assert judgement.passed
    assert judgement.gains
    higher = raised(good, perfect)
    assert higher.figures["event_r"] == 1
    assert raised(higher, good).figures == higher.figures


def test_only_what_fell_is_lowered_and_the_reason_stays(folders: dict[str, Path]) -> None:
    good, _ = taken(folders["good"])
    worse, scores = taken(folders["worse"])
    judgement = judge(good, worse, scores)
    lowered = raised(good, worse, falls=judgement.falls, reason="the old figure counted duplicates")
    assert lowered.figures["event_r"] == worse.figures["event_r"]
    assert lowered.lowered[-1].reason == "the old figure counted duplicates"
    assert lowered.lowered[-1].floors["event_r"] == (good.figures["event_r"], worse.figures["event_r"])
    kept = raised(good, worse)
    assert kept.figures["event_r"] == good.figures["event_r"]
    assert not kept.lowered


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"gold_hash": "other"}, "the gold changed"),
        ({"model_hash": "b" * 16, "model": "m-2"}, "another language model"),
        ({"split": "dev"}, "another split"),
    ],
)
def test_floors_of_other_conditions_do_not_apply(
    folders: dict[str, Path], changes: dict[str, str], message: str
) -> None:
    baseline, scores = taken(folders["good"])
    judgement = judge(baseline, baseline.model_copy(update=changes), scores)
    assert not judgement.passed
    assert message in report(judgement)


def test_a_fall_in_one_type_alone_is_seen(folders: dict[str, Path]) -> None:
    baseline, scores = taken(folders["good"])
    higher = baseline.model_copy(update={"types": {**baseline.types, "ultimatum": baseline.types["ultimatum"] + 1}})
    judgement = judge(higher, baseline, scores)
    assert [f.name for f in judgement.falls] == ["type:ultimatum"]
    assert "ultimatum events found fell from" in report(judgement)


def test_floors_file_is_checked(tmp_path: Path, folders: dict[str, Path]) -> None:
    path = tmp_path / "floors.json"
    with pytest.raises(ConfigError, match="--update"):
        load_baseline(path)
    baseline, _ = taken(folders["good"])
    save_baseline(baseline, path)
    assert load_baseline(path) == baseline
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, "figurse": {}}), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"figurse.*did you mean 'figures'"):
        load_baseline(path)
    path.write_text(json.dumps({**data, "figures": {"event_f2": 1}}), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"event_f2.*did you mean 'event_f1'"):
        load_baseline(path)


def test_the_command(tmp_path: Path, folders: dict[str, Path]) -> None:
    floors = tmp_path / "floors.json"

    def gate(run: str, *options: str) -> tuple[int, str]:
        command = ["gate", str(folders[run]), "--gold", str(GOLD), "--baseline", str(floors), *options]
        result = CliRunner().invoke(app, command)
        return result.exit_code, result.output

    assert gate("good", "--update") == (0, f"gate: {floors} written\n")
    assert gate("good")[0] == 0
    code, output = gate("worse")
    assert code == 1
    assert "event_f1 fell" in output
    before = floors.read_text(encoding="utf-8")
    assert gate("worse", "--update")[0] == 1
    assert floors.read_text(encoding="utf-8") == before
    assert gate("perfect", "--update")[0] == 0
    assert gate("good")[0] == 1
    assert gate("good", "--update", "--allow-regression", "measured on fewer articles")[0] == 0
    assert json.loads(floors.read_text(encoding="utf-8"))["lowered"][0]["reason"] == "measured on fewer articles"
    assert gate("good")[0] == 0
