"""The command: exit codes, messages for people, help that starts with an example, a quick start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
import typer
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.config import Configuration
from pipeline.export import read_table
from pipeline.resources import shipped
from pipeline.syntax import LanguageModel

NEWSACT = str(Path(sys.executable).with_name("newsact"))


def commands(group: click.Group, prefix: str = "") -> list[tuple[str, click.Command]]:
    """Return all commands with their full names."""
    found: list[tuple[str, click.Command]] = []
    for name, command in group.commands.items():
        path = f"{prefix}{name}"
        found += commands(command, f"{path} ") if hasattr(command, "commands") else [(path, command)]
    return found


COMMANDS = commands(typer.main.get_command(app))  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_is_explained_with_an_example(name: str, command: click.Command) -> None:
    assert command.help
    assert f"newsact {name.split()[0]}" in command.help


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_every_command_is_in_the_documentation(name: str) -> None:
    root = shipped("docs")
    text = "".join(p.read_text(encoding="utf-8") for p in [root.parent / "README.md", *root.glob("*.md")])
    assert f"newsact {name}" in text


def test_every_configuration_key_is_in_the_shipped_file_with_a_comment() -> None:
    lines = shipped("configs", "newsact.yaml").read_text().splitlines()
    for key, info in Configuration.model_fields.items():
        assert info.description
        line = next(line for line in lines if line.startswith(f"{key}:"))
        assert "#" in line or key == "model", key


def test_nothing_heavy_is_imported_for_help() -> None:
    code = "import sys, pipeline.cli; print([m for m in ('spacy', 'numpy', 'pyarrow', 'pandas') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


WRONG = [
    (["run", "seeds"], 2, "Missing option"),
    (["run", "no-such-file.txt", "-o", "OUT"], 2, "no such file or folder"),
    (["run", "IN", "-o", "OUT", "--config", "CONFIG"], 2, "unknown key 'engin', did you mean 'engine'"),
    (["run", "IN", "-o", "OUT", "--workers", "many"], 2, "workers"),
    (["show", "."], 1, "not the output of a run"),
    (["models", "install", "en_core_web_xl"], 1, "unknown model"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), WRONG)
def test_what_is_wrong_is_said_in_a_line(arguments: list[str], code: int, message: str, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("Police arrested two men.")
    (tmp_path / "config.yaml").write_text("engin: ray\n")
    places = {"IN": "in.txt", "OUT": "out", "CONFIG": "config.yaml"}
    line = [NEWSACT, *(places.get(a, a) for a in arguments)]
    done = subprocess.run(line, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "latin.txt": "Le ministre a rencontré le président à Genève.".encode("latin-1"),
    "front.md": b"---\ntitle: [unclosed\ndate: 2024-13-45\n---\n\nPolice in Lisbon arrested two officials on Monday.",
    "line.txt": b"The council of the city met again on Monday and adjourned. " * 90_000,
    "odd.txt": "Pol\u200bice arr\u00adested\x07 Ana\u202e Ruiz in Lisbon on Monday, the ministry said.".encode(),
    "broken.jsonl": b'{"id": 1, "text": "Police arrested Ana Ruiz."}\n{"id": 2, "text": \n' * 2,
    "undated.txt": b"Yesterday the regulator fined Northwind Bank, and last year it warned Helio Telecom.",
}  # fmt: skip


def test_bad_input_is_processed_or_accounted_for(
    tmp_path: Path, language: LanguageModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LanguageModel, "load", lambda _name, _version: language)
    (tmp_path / "in").mkdir()
    for name, content in BAD.items():
        (tmp_path / "in" / name).write_bytes(content)
    out = str(tmp_path / "out")
    result = CliRunner().invoke(app, ["run", str(tmp_path / "in"), "-o", out, "--json"])
    assert result.exit_code == 3, result.output
    summary = json.loads(result.stdout.splitlines()[-1])
    articles, failures = read_table(out, "articles").to_pylist(), read_table(out, "failures").to_pylist()
    assert summary["failures"] == len(failures) == sum(summary["failures_by_reason"].values())
    seen = {row["source_uri"].rpartition("/")[2].partition("#")[0] for row in [*articles, *failures]}
    assert seen == set(BAD)
    failed = {row["source_uri"].rpartition("/")[2].partition("#")[0] for row in failures}
    assert {"empty.txt", "binary.txt", "line.txt"} <= failed
    by_name = {a["source_uri"].rpartition("/")[2]: a for a in articles}
    assert by_name["undated.txt"]["published"] is None
    assert all(f["message"] for f in failures)
    dated = [
        e for e in read_table(out, "events").to_pylist() if e["article_id"] == by_name["undated.txt"]["article_id"]
    ]
    assert all(e["date_start"] is None for e in dated)
