"""One run: lock the folder, plan, run what is not done yet, reduce the actors, account for everything."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.config import Configuration
from pipeline.errors import RunError
from pipeline.export.edit import drop_duplicates, recount
from pipeline.export.folder import STATE, OutputFolder
from pipeline.export.registry import reduce_actors
from pipeline.export.schemas import COLUMNS, SCHEMA_VERSION
from pipeline.run.engines import run_shards
from pipeline.run.fingerprint import differences, fingerprint
from pipeline.run.plan import Plan
from pipeline.run.progress import Silent, Watcher
from pipeline.shard import Shard, Tally

FINGERPRINT = f"{STATE}/fingerprint.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did (``tally``), what its folder now holds in all (``total``), and how long it took in seconds."""

    folder: str
    tally: Tally
    total: Tally
    seconds: float
    shards_run: int
    shards_before: int

    @property
    def words_per_second(self) -> float:
        """Tokens of this run by its wall time."""
        return self.tally.words / self.seconds if self.seconds else 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "folder": self.folder,
            "articles": self.tally.articles,
            "events": self.tally.events,
            "words": self.tally.words,
            "known": self.tally.known,
            "failures": self.tally.failed,
            "failures_by_reason": dict(sorted(self.tally.failures.items())),
            "seconds": round(self.seconds, 2),
            "words_per_second": round(self.words_per_second),
            "shards_run": self.shards_run,
            "shards_before": self.shards_before,
            "total": {"articles": self.total.articles, "events": self.total.events, "failures": self.total.failed},
        }


def run(
    inputs: Sequence[str],
    out: str | Path,
    configuration: Configuration | None = None,
    *,
    overwrite: bool = False,
    watcher: Watcher | None = None,
) -> Outcome:
    """Process the inputs into an output folder and return what was done.

    What the folder has already is not done again: an interrupted run goes on, a finished one does nothing, and new
    inputs are added to it. ``overwrite`` starts afresh. Raises ConfigError for inputs that are not there, RunError
    where the folder is in use, or was begun with other settings, patterns, code or model.
    """
    configuration = configuration or Configuration()
    watcher = watcher or Silent()
    began = time.perf_counter()
    started = datetime.now(UTC)
    folder = OutputFolder(out)
    with folder.lock():
        if overwrite:
            _clear(folder)
        marks = fingerprint(configuration)
        _check(folder, marks)
        plan = Plan.load(folder).extend(inputs, max(1, int(configuration.shard_megabytes * 1e6)))
        folder.write_json(FINGERPRINT, marks)
        plan.save(folder)
        pending = [s for s in plan.shards if not folder.exists(s.done)]
        tally = Tally()

        def report(news: Tally) -> None:
            tally.add(news)
            watcher.update(tally)

        folder.remove(f"{STATE}/tmp")
        if pending:
            watcher.start(sum(s.size for s in pending), sum(s.size for s in plan.shards))
            try:
                run_shards(pending, configuration, folder, report)
            except KeyboardInterrupt:
                folder.remove(f"{STATE}/attempts")
                raise
            finally:
                watcher.stop()
        if pending or not folder.names("actors"):
            if not configuration.keeps_duplicates:
                _drop_duplicates(folder, plan)
            reduce_actors(folder, footer(marks))
        total = total_of(folder, plan.shards)
        tally = total_of(folder, pending)  # not what was reported: a shard begun twice was reported twice
        outcome = Outcome(
            str(out), tally, total, time.perf_counter() - began, len(pending), len(plan.shards) - len(pending)
        )
        if pending:
            note = {
                "started": started.isoformat(timespec="seconds"),
                "finished": datetime.now(UTC).isoformat(timespec="seconds"),
                "inputs": list(inputs),
                "engine": configuration.engine,
                "workers": configuration.workers,
                "articles": tally.articles,
                "shards": outcome.shards_run,
                "seconds": round(outcome.seconds, 3),
                "words_per_second": round(outcome.words_per_second),
            }
            write_manifest(folder, marks, plan, total, note)
    return outcome


def _clear(folder: OutputFolder) -> None:
    """Remove what runs wrote, and nothing else."""
    for name in ("plan.json", "fingerprint.json", "done", "attempts", "actors", "seen", "tmp"):
        folder.remove(f"{STATE}/{name}")
    for table in COLUMNS:
        folder.remove(table)
        folder.remove(f"{table}.parquet")
    folder.remove("run.json")


def _check(folder: OutputFolder, marks: dict[str, Any]) -> None:
    old = folder.read_json(FINGERPRINT)
    if old is None:
        if any(folder.names(table) for table in COLUMNS):
            raise RunError(f"{folder} holds tables of unknown making: choose another folder or pass --overwrite")
        return
    changed = differences(old, marks)
    if changed:
        raise RunError(
            f"{folder} was begun under other conditions ({'; '.join(changed)}): its rows and new ones would not match. "
            "Choose another folder, or pass --overwrite to start afresh."
        )


def total_of(folder: OutputFolder, shards: Sequence[Shard]) -> Tally:
    """Return what the done markers of shards add up to."""
    total = Tally()
    for shard in shards:
        total.add(Tally.from_dict(folder.read_json(shard.done)))
    return total


def _drop_duplicates(folder: OutputFolder, plan: Plan) -> None:
    """Take out articles whose text an earlier shard has, and correct the tallies of the shards they were in."""
    done = {s.part: s.done for s in plan.shards}
    for part in drop_duplicates(folder, list(done)):
        folder.write_json(done[part], {**folder.read_json(done[part]), **recount(folder, part)})


def footer(marks: dict[str, Any]) -> dict[str, str]:
    """Return what the footers of Parquet files say about their making."""
    return {
        "newsact.schema": SCHEMA_VERSION,
        "newsact.version": marks["newsact"],
        "newsact.model": marks["model"],
        "newsact.patterns": marks["patterns_sha256"],
    }


def write_manifest(
    folder: OutputFolder, marks: dict[str, Any], plan: Plan, total: Tally, note: Mapping[str, object]
) -> None:
    """Write ``run.json``: what decides the rows, what the folder holds, what it cost, and a note for each run."""
    earlier = (folder.read_json("run.json") or {}).get("runs", [])
    folder.write_json(
        "run.json",
        {
            "schema": SCHEMA_VERSION,
            **marks,
            "counts": {
                "articles": total.articles,
                "sentences": total.sentences,
                "words": total.words,
                "events": total.events,
                "known": total.known,
                "failures": total.failed,
                "failures_by_reason": dict(sorted(total.failures.items())),
                "rows": total.rows,
                "shards": len(plan.shards),
            },
            "cpu_seconds_by_stage": {stage: round(s, 3) for stage, s in total.seconds.items()},
            "peak_memory_mb": round(total.peak_memory_mb),
            "runs": [*earlier, dict(note)],
        },
    )
