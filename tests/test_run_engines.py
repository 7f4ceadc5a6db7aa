"""Every engine gives the same tables, whatever dies on the way."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.export import read_table
from pipeline.export.schemas import COLUMNS
from pipeline.resources import shipped

pytestmark = pytest.mark.slow

NEWSACT = str(Path(sys.executable).with_name("newsact"))
TABLES = [t for t in COLUMNS if t != "propositions"]
ENGINES = [
    "serial",
    "processes",
    pytest.param(
        "ray", marks=pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="newsact[ray] is not installed")
    ),
]


def command(inputs: Path, out: Path, engine: str, *more: str) -> list[str]:
    return [NEWSACT, "run", str(inputs), "-o", str(out), "--engine", engine, "--workers", "2", "-q", *more]


def content(out: Path) -> dict[str, list[dict[str, object]]]:
    return {t: read_table(out, t).to_pylist() for t in TABLES}


def children(pid: int) -> list[int]:
    """Return the processes below one, as Linux lists them."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *children(child)]
    return found


def command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("settings") / "run.yaml"
    path.write_text("shard_megabytes: 0.01\nkeep_duplicates: true\n")
    return path


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped articles, several times over: enough shards for something to be killed."""
    folder = tmp_path_factory.mktemp("corpus")
    for copy in range(3):
        for path in sorted(shipped("seeds", "articles").iterdir()):
            (folder / f"{copy}-{path.name}").write_bytes(path.read_bytes())
    return folder


@pytest.fixture(scope="module")
def quiet(corpus: Path, settings: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("quiet") / "out"
    subprocess.run(command(corpus, out, "serial", "--config", str(settings)), check=True)
    return out


@pytest.mark.parametrize("engine", ENGINES[1:])
def test_engines_agree_on_the_shipped_corpus(
    engine: str, corpus: Path, quiet: Path, settings: Path, tmp_path: Path
) -> None:
    subprocess.run(command(corpus, tmp_path / "out", engine, "--config", str(settings)), check=True)
    assert content(tmp_path / "out") == content(quiet)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_stopped_run_goes_on_to_the_same_tables(
    engine: str, how: signal.Signals, corpus: Path, quiet: Path, settings: Path, tmp_path: Path
) -> None:
    line = command(corpus, tmp_path / "out", engine, "--config", str(settings))
    process = start(line)
    wait_for_a_shard(process, tmp_path / "out")
    began = time.monotonic()
    process.send_signal(how)
    message = process.communicate()[1].decode()
    assert time.monotonic() - began < 30  # two seconds on a quiet machine
    if how != signal.SIGKILL:
        assert (process.returncode, "go on from here" in message) == (1, True)
    time.sleep(1)
    done = len(list((tmp_path / "out" / ".newsact" / "done").iterdir()))
    result = subprocess.run([*line, "--json"], check=True, capture_output=True, text=True)
    assert json.loads(result.stdout)["shards_before"] >= done > 0
    assert content(tmp_path / "out") == content(quiet)


@pytest.mark.parametrize("engine", ENGINES[1:])
def test_a_killed_worker_is_replaced(engine: str, corpus: Path, quiet: Path, settings: Path, tmp_path: Path) -> None:
    line = command(corpus, tmp_path / "out", engine, "--config", str(settings))
    process = start(line)
    wait_for_a_shard(process, tmp_path / "out")
    workers = [p for p in children(process.pid) if b"spawn_main" in command_line(p) or b"ShardActor" in command_line(p)]
    os.kill(workers[0], signal.SIGKILL)
    message = process.communicate()[1].decode()
    assert process.returncode == 0, message
    assert content(tmp_path / "out") == content(quiet)


def start(line: list[str]) -> subprocess.Popen[bytes]:
    """Start a run that hears Ctrl-C, which what runs in the background of a shell does not."""
    deaf = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return subprocess.Popen(line, start_new_session=True, stderr=subprocess.PIPE)
    finally:
        signal.signal(signal.SIGINT, deaf)


def wait_for_a_shard(process: subprocess.Popen[bytes], out: Path) -> None:
    deadline = time.monotonic() + 120
    while not list(out.glob(".newsact/done/*.json")):
        assert process.poll() is None, "ended before a shard was done"
        assert time.monotonic() < deadline
        time.sleep(0.02)
