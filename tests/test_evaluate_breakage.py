"""The gate sees real damage: a broken pattern, slot rule, date rule and alias each turn it red and name the loss."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from evaluate_tables import write_tables
from typer.testing import CliRunner

from pipeline.api import Pipeline
from pipeline.cli import app
from pipeline.config import load_configuration
from pipeline.dates import names
from pipeline.dates.match import Match, Result
from pipeline.evaluate import save_gold
from pipeline.evaluate.gold import GoldActor, GoldArgument, GoldArticle, GoldEvent, GoldSet
from pipeline.shard import Worker
from pipeline.syntax import LanguageModel, sharing

PATTERNS = """
- event: rename
  gloss: Somebody gives a ship another name.
  roles: {actor: {required: true}, target: {required: true}}
  triggers:
    - {verb: [rename, decorate], actor: subject, target: object}
  examples:
    - {text: Harbour police renamed the Marigold., trigger: renamed}
  never: [Harbour police painted the Marigold.]
"""
ACTORS = """
actors:
  - {name: Norland Harbour Board, aliases: [The Quay], type: organization, sector: regulator}
  - {name: Marigold, type: company}
"""
# article -> (text, trigger, type, actor, target, date): each rests on one of the four
CASES = {
    "pattern": ("The Quay renamed the Marigold in March 2024.", "renamed", "rename", "2024-03"),
    "slots": ("Germany condemned the raid and sanctioned Russia.", "sanctioned", "sanction", None),
    "dates": ("Apple sued Google on Tuesday.", "sued", "sue", "2024-05-07"),
    "alias": ("The Quay praised Microsoft.", "praised", "support", None),
}
ARGUMENTS = {
    "pattern": (("The Quay", "Norland Harbour Board", "actor"), ("Marigold", "Marigold", "target")),
    "slots": (("Germany", "Germany", "actor"), ("Russia", "Russia", "target")),
    "dates": (("Apple", "Apple", "actor"), ("Google", "Google", "target")),
    "alias": (("The Quay", "Norland Harbour Board", "actor"), ("Microsoft", "Microsoft", "target")),
}


def gold() -> GoldSet:
    found = GoldSet()
    for name, (text, trigger, kind, day) in CASES.items():
        found.articles.append(GoldArticle.model_validate({"id": name, "text": text, "date": "2024-05-10"}))
        start = text.index(trigger)
        arguments = [
            GoldArgument(mention=m, canonical=c, role=r, start=text.index(m), end=text.index(m) + len(m))
            for m, c, r in ARGUMENTS[name]
        ]
        found.actors += [GoldActor(article_id=name, canonical=a.canonical) for a in arguments]
        for argument in arguments:  # only the canonical name is right, so that an alias must be known
            argument.mention = None
            argument.implicit = True
        found.events.append(
            GoldEvent(
                event_id=f"{name}:1",
                article_id=name,
                type=kind,
                trigger=trigger,
                trigger_start=start,
                trigger_end=start + len(trigger),
                sentence=text,
                actors=arguments,
                date_resolved=day,
            )
        )
    return found


Extract = Callable[..., Path]


@pytest.fixture
def extract(language: LanguageModel, tmp_path: Path) -> Extract:
    """Write the tables of a run over the cases with the given patterns and actors."""

    def run(patterns: str = PATTERNS, actors: str = ACTORS, out: str = "out") -> Path:
        (tmp_path / "patterns.yaml").write_text(patterns, encoding="utf-8")
        (tmp_path / "actors.yaml").write_text(actors, encoding="utf-8")
        config = tmp_path / "newsact.yaml"
        config.write_text("patterns: [patterns.yaml]\nactors: [actors.yaml]\n", encoding="utf-8")
        pipeline = Pipeline(Worker(load_configuration(config), language))
        tables: dict[str, list[dict]] = {"articles": [], "events": [], "arguments": [], "mentions": []}
        for name, (text, *_) in CASES.items():
            found = pipeline.extract(text, "2024-05-10")
            tables["articles"].append(
                {"article_id": name, "record_id": name, "source_uri": name, "text": text, "published": None}
            )
            for event in found.events:
                row = {k: v for k, v in asdict(event).items() if k != "arguments"}
                tables["events"].append({**row, "article_id": name, "actors": [], "targets": []})
                ids = {"article_id": name, "event_id": event.event_id}
                tables["arguments"] += [{**asdict(a), **ids} for a in event.arguments]
            tables["mentions"] += [{**asdict(m), "article_id": name} for m in found.mentions]
        return write_tables(tmp_path / out, tables)

    return run


@pytest.fixture
def gate(extract: Extract, tmp_path: Path) -> Callable[[Path], tuple[int, str]]:
    """The gate, with floors measured on the intact pipeline."""
    save_gold(gold(), tmp_path / "gold")
    floors = tmp_path / "floors.json"

    def run(out: Path, *options: str) -> tuple[int, str]:
        command = ["gate", str(out), "--gold", str(tmp_path / "gold"), "--baseline", str(floors), *options]
        result = CliRunner().invoke(app, command)
        return result.exit_code, result.output

    assert run(extract(), "--update")[0] == 0
    figures = json.loads(floors.read_text(encoding="utf-8"))["figures"]
    assert figures["event_r"] == figures["who_did_what_to_whom"] == figures["date"] == 1
    return run


def lost(code: int, output: str, case: str) -> None:
    """The gate failed because of this case alone."""
    assert code == 1
    assert "fell from" in output
    assert f"  {case}: 1\n" in output
    assert CASES[case][0] in output
    assert not [c for c in CASES if c != case and CASES[c][0] in output]


def test_the_intact_pipeline_passes(extract: Extract, gate: Callable[[Path], tuple[int, str]]) -> None:
    assert gate(extract(out="again"))[0] == 0


def test_a_broken_pattern(extract: Extract, gate: Callable[[Path], tuple[int, str]]) -> None:
    broken = PATTERNS.replace("verb: [rename, decorate]", "verb: [decorate]").replace("renamed", "decorated")
    code, output = gate(extract(patterns=broken, out="broken"))
    lost(code, output, "pattern")
    assert "rename events found fell from 1 to 0" in output


def test_a_broken_slot_rule(
    extract: Extract, gate: Callable[[Path], tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing.Sharing, "_share_coordinate", lambda *_: None)
    code, output = gate(extract(out="broken"))
    lost(code, output, "slots")


def test_a_broken_date_rule(
    extract: Extract, gate: Callable[[Path], tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def a_week_too_late(self: names.Names, m: Match) -> Result:
        return Result("2024-05-14")

    monkeypatch.setattr(names.Names, "_weekday", a_week_too_late)
    code, output = gate(extract(out="broken"))
    lost(code, output, "dates")
    assert "wrong date" in output


def test_a_broken_alias(extract: Extract, gate: Callable[[Path], tuple[int, str]]) -> None:
    code, output = gate(extract(actors=ACTORS.replace("The Quay", "The Dock"), out="broken"))
    assert code == 1
    assert "who_did_what_to_whom fell from" in output
    assert CASES["alias"][0] in output
    assert "wrong arguments" in output or "now missed" in output
