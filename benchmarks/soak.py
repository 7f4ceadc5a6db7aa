"""Memory over a long run, what is left after every way of dying, and what more processes gain.

    python benchmarks/soak.py memory --articles 100000     # resident memory as the run goes on
    python benchmarks/soak.py kill                         # fault x engine -> are the tables those of a quiet run?
    python benchmarks/soak.py engines --articles 4000      # words a second of each engine, by the clock

Each prints a Markdown table and, as its last line, one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpus import write

from pipeline.config import Configuration
from pipeline.export import read_table
from pipeline.export.schemas import COLUMNS
from pipeline.run import run
from pipeline.shard import Tally

_PAGE = os.sysconf("SC_PAGESIZE")
_CHECKED = [t for t in COLUMNS if t != "propositions"]


def resident_mb(pid: str = "self") -> float:
    """Return the resident memory of a process in MB."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 1e6


class MemoryWatcher:
    """Notes articles done and resident memory whenever a run reports."""

    def __init__(self) -> None:
        self.points: list[tuple[int, float]] = []

    def start(self, pending: int, whole: int) -> None:
        """The run begins."""

    def update(self, tally: Tally) -> None:
        """Note where it is."""
        self.points.append((tally.articles, resident_mb()))

    def stop(self) -> None:
        """The run is over."""


def memory(count: int) -> dict[str, object]:
    """Run ``count`` articles on the serial engine and print the curve of resident memory."""
    with tempfile.TemporaryDirectory() as name:
        corpus = write(Path(name) / "corpus.jsonl", count)
        watcher = MemoryWatcher()
        configuration = Configuration(clean="none", shard_megabytes=2)
        outcome = run([str(corpus)], Path(name) / "out", configuration, watcher=watcher)
    marks = sorted({*(count * k // 10 for k in range(1, 11)), 1_000, 2_000, 5_000})
    print("| articles | resident MB |\n|---|---|")
    curve = {}
    for mark in marks:
        reached = [mb for done, mb in watcher.points if done <= mark]
        if reached and mark <= count:
            curve[mark] = round(reached[-1])
            print(f"| {mark:,} | {reached[-1]:,.0f} |")
    early = max(mb for done, mb in watcher.points if done <= 5_000)
    late = watcher.points[-1][1]
    return {
        "articles": outcome.tally.articles,
        "words": outcome.tally.words,
        "words_per_second": round(outcome.words_per_second),
        "resident_mb": curve,
        "end_to_first_5000": round(late / early, 3),
    }


def engines(count: int) -> dict[str, object]:
    """Run the same articles on each engine, two workers each, and print words a second by the clock."""
    speeds = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = write(folder / "corpus.jsonl", count)
        (folder / "run.yaml").write_text("clean: none\nshard_megabytes: 0.2\nworkers: 2\n")
        for engine in ("serial", "processes", "ray"):
            command = [part for part in _command(corpus, folder / engine, folder, engine) if part != "-q"]
            done = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
            speeds[engine] = json.loads(done.stdout)["words_per_second"]
    print("| engine | words a second | of serial |\n|---|---|---|")
    for engine, speed in speeds.items():
        print(f"| {engine} | {speed:,} | {speed / speeds['serial']:.2f} |")
    return {"articles": count, **speeds, "processes_to_serial": round(speeds["processes"] / speeds["serial"], 3)}


def kill() -> dict[str, object]:
    """Kill runs on every engine in every way, resume them, and compare with an undisturbed run."""
    engines = ["serial", "processes", "ray"]
    results: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = write(folder / "corpus.jsonl", 1_500)
        (folder / "run.yaml").write_text("clean: none\nshard_megabytes: 0.05\nworkers: 2\n")
        quiet = folder / "quiet"
        subprocess.run(_command(corpus, quiet, folder, "serial"), check=True)
        expected = _content(quiet)
        for fault, strike in FAULTS.items():
            for engine in engines:
                if fault == "kill -9 of a worker" and engine == "serial":
                    continue  # its worker is the parent
                out = folder / f"{engine}-{len(results)}"
                results.setdefault(fault, {})[engine] = _survives(corpus, out, folder, engine, strike, expected)
                print(f"{fault}, {engine}: {results[fault][engine]}", file=sys.stderr)
        results["disk full"] = {e: _outlives_full_disk(corpus, folder, e, expected) for e in engines}
    print(f"| fault | {' | '.join(engines)} |\n|---|{'---|' * len(engines)}")
    for fault, by_engine in results.items():
        print(f"| {fault} | {' | '.join(by_engine.get(e, '') for e in engines)} |")
    return results  # type: ignore[return-value]


def _command(corpus: Path, out: Path, folder: Path, engine: str) -> list[str]:
    newsact = str(Path(sys.executable).with_name("newsact"))
    return [newsact, "run", str(corpus), "-o", str(out), "--config", str(folder / "run.yaml"), "--engine", engine, "-q"]


def _survives(
    corpus: Path,
    out: Path,
    folder: Path,
    engine: str,
    strike: Callable[[subprocess.Popen[bytes], Path], None],
    expected: dict[str, object],
) -> str:
    command = _command(corpus, out, folder, engine)
    deaf = signal.signal(signal.SIGINT, signal.SIG_DFL)  # else what runs in a shell's background would not hear Ctrl-C
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    signal.signal(signal.SIGINT, deaf)
    deadline = time.monotonic() + 300
    while not list(out.glob(".newsact/done/*")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.3)
    began = time.monotonic()
    strike(process, out)
    code = process.wait()
    ended = time.monotonic() - began
    if code != 0:
        time.sleep(1)  # until the orphans of a killed parent have noticed
        subprocess.run(command, check=True)
    same = _content(out) == expected
    how = "went on" if code == 0 else f"ended in {ended:.1f} s, resumed"
    return f"{how}: {'same tables' if same else 'DIFFERENT TABLES'}"


def _outlives_full_disk(corpus: Path, folder: Path, engine: str, expected: dict[str, object]) -> str:
    """Run into a disk with half the room that is needed, then make room and resume. Mounting it takes root."""
    disk = folder / f"{engine}-disk"
    disk.mkdir()
    needed = sum(f.stat().st_size for f in (folder / "quiet").rglob("*") if f.is_file())
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={needed // 2}", "tmpfs", disk], check=False).returncode:
        return "not measured: no right to mount a small disk"
    try:
        command = _command(corpus, disk / "out", folder, engine)
        ended = subprocess.run(command, check=False, capture_output=True, text=True)
        finished = len(list(disk.glob("out/.newsact/done/*")))
        subprocess.run(["mount", "-o", f"remount,size={needed * 20}", disk], check=True)
        subprocess.run(command, check=True)
        same = "same tables" if _content(disk / "out") == expected else "DIFFERENT TABLES"
    finally:
        subprocess.run(["umount", disk], check=True)
    said = "" if "No space left on device" in ended.stderr else ", WITHOUT SAYING WHY"
    return f"ended with exit code {ended.returncode}{said} after {finished} shards, resumed: {same}"


def _kill_parent(process: subprocess.Popen[bytes], _out: Path) -> None:
    process.kill()


def _interrupt(process: subprocess.Popen[bytes], _out: Path) -> None:
    process.send_signal(signal.SIGINT)


def _kill_worker(process: subprocess.Popen[bytes], _out: Path) -> None:
    workers = [pid for pid in descendants(process.pid) if _is_worker(pid)]
    os.kill(workers[0], signal.SIGKILL)


def descendants(pid: int) -> list[int]:
    """Return all processes below one."""
    below: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            below += [child, *descendants(child)]
    return below


def _is_worker(pid: int) -> bool:
    command = Path(f"/proc/{pid}/cmdline").read_bytes()
    return b"spawn_main" in command or b"ShardActor" in command


FAULTS: dict[str, Callable[[subprocess.Popen[bytes], Path], None]] = {
    "kill -9 of a worker": _kill_worker,
    "kill -9 of the parent": _kill_parent,
    "Ctrl-C": _interrupt,
}


def _content(out: Path) -> dict[str, object]:
    return {t: read_table(out, t).to_pylist() for t in _CHECKED}


def main() -> None:
    """Run one of the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["memory", "kill", "engines"])
    parser.add_argument("--articles", type=int, default=100_000)
    given = parser.parse_args()
    if given.what == "kill":
        result = kill()
    else:
        result = memory(given.articles) if given.what == "memory" else engines(given.articles)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
