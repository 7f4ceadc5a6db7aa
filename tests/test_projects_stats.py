"""A new project runs as it is; its own patterns and actors count; statistics say what came out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline import read
from pipeline.cli import app
from pipeline.config import load_configuration
from pipeline.errors import RunError


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project made by ``newsact init`` and run."""
    folder = tmp_path_factory.mktemp("project") / "mine"
    runner = CliRunner()
    assert runner.invoke(app, ["init", str(folder)], catch_exceptions=False).exit_code == 0
    command = [
        "run",
        str(folder / "articles"),
        "-o",
        str(folder / "out"),
        "--config",
        str(folder / "newsact.yaml"),
        "-q",
    ]
    assert runner.invoke(app, command, catch_exceptions=False).exit_code == 0
    return folder


def test_own_patterns_and_actors_count(project: Path) -> None:
    events = read(project / "out").events
    outage = events[events["type"] == "outage"].iloc[0]
    assert list(outage["targets"]) == ["Larkspur Bank"]
    actors = read(project / "out").actors.set_index("name")
    assert actors.loc["Larkspur Bank", "country"] == "GBR"


def test_statistics_agree_with_the_tables(project: Path) -> None:
    result = CliRunner().invoke(app, ["stats", str(project / "out"), "--json"], catch_exceptions=False)
    stats = json.loads(result.output)
    events = read(project / "out").events
    assert stats["events"] == len(events) == sum(stats["factuality"].values())
    assert stats["actions"]["outage"] == 1
    assert stats["articles"] == 1
    shown = CliRunner().invoke(app, ["stats", str(project / "out")], catch_exceptions=False).output
    assert "outage" in shown


def test_init_never_writes_over_work(project: Path) -> None:
    with pytest.raises(RunError, match="not empty"):
        CliRunner().invoke(app, ["init", str(project)], catch_exceptions=False)


def test_paths_in_a_configuration_are_relative_to_it(project: Path) -> None:
    assert load_configuration(project / "newsact.yaml").patterns == (project / "patterns.yaml",)


def test_show_prints_one_article_with_its_events(project: Path) -> None:
    shown = CliRunner().invoke(
        app, ["show", str(project / "out"), "outage.md", "--width", "100"], catch_exceptions=False
    )
    assert "Larkspur Bank suffered an outage on Monday" in shown.output
    assert "outage  ? → Larkspur Bank" in shown.output
    assert "not attack" in shown.output
    by_title = CliRunner().invoke(app, ["show", str(project / "out"), "apologises"], catch_exceptions=False)
    assert "Larkspur Bank" in by_title.output


def test_show_names_the_nearest_article(project: Path) -> None:
    with pytest.raises(RunError, match=r"no article 'outagge.md', did you mean 'outage.md'"):
        CliRunner().invoke(app, ["show", str(project / "out"), "outagge.md"], catch_exceptions=False)
