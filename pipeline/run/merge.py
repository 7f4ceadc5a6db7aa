"""Several output folders as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError, RunError
from pipeline.export.dataset import table_files
from pipeline.export.edit import drop_duplicates, drop_repeated_ids, recount
from pipeline.export.folder import STATE, OutputFolder
from pipeline.export.registry import reduce_actors
from pipeline.export.schemas import COLUMNS
from pipeline.run.fingerprint import differences
from pipeline.run.plan import Plan
from pipeline.run.runner import FINGERPRINT, footer, total_of, write_manifest
from pipeline.shard import Shard, Tally


def merge(sources: Sequence[str | Path], out: str | Path) -> Tally:
    """Copy the parts of finished output folders into a new one and return what it then holds.

    Of an article that several have (same id, or same words unless the runs kept duplicates) the first copy stays.
    Raises RunError where a folder is unfinished, was made under other conditions than the first, or ``out`` has a run.
    """
    if len(sources) < 2:
        raise ConfigError("merge needs two output folders or more")
    folder = OutputFolder(out)
    with folder.lock():
        if folder.exists("run.json") or folder.exists(FINGERPRINT):
            raise RunError(f"{out} holds a run: choose a new folder")
        folders = [OutputFolder(source) for source in sources]
        marks, *others = [_finished(source) for source in folders]
        for source, these in zip(folders[1:], others, strict=True):
            if changed := differences(marks, these):
                raise RunError(f"{source} and {folders[0]} do not go together: {'; '.join(changed)}")
        plan = Plan()
        for source in folders:
            plan = _copy(source, folder, plan)
        parts = [s.part for s in plan.shards]
        dropped = set(drop_repeated_ids(folder, parts))
        if not marks["settings"]["keep_duplicates"] and marks["settings"]["clean"] != "none":
            dropped |= set(drop_duplicates(folder, parts))
        for shard in plan.shards:
            if shard.part in dropped:
                folder.write_json(shard.done, {**folder.read_json(shard.done), **recount(folder, shard.part)})
        reduce_actors(folder, footer(marks))
        folder.write_json(FINGERPRINT, marks)
        plan.save(folder)
        total = total_of(folder, plan.shards)
        note = {"merged": [str(s) for s in sources], "finished": datetime.now(UTC).isoformat(timespec="seconds")}
        write_manifest(folder, marks, plan, total, note)
    return total


def _finished(source: OutputFolder) -> dict[str, Any]:
    """Return the fingerprint of a finished run. Raises RunError for anything else."""
    marks: dict[str, Any] | None = source.read_json(FINGERPRINT)
    if marks is None or not source.exists("run.json"):
        raise RunError(f"{source} is not the output of a finished run")
    plan = Plan.load(source)
    if not all(source.exists(s.done) for s in plan.shards):
        raise RunError(f"{source} is not finished: give its run again first")
    return marks


def _copy(source: OutputFolder, target: OutputFolder, plan: Plan) -> Plan:
    """Copy the parts of one folder behind those of a plan, and return the plan with them."""
    other = Plan.load(source)
    moved: list[Shard] = []
    for shard in other.shards:
        _, generation, number = shard.part.split("-")
        part = f"part-{plan.generations + int(generation):03d}-{number}"
        moved.append(replace(shard, part=part))
        for table in COLUMNS:
            if table == "actors":
                continue
            for name in table_files(source, table):
                if name.endswith(f"/{shard.part}.parquet"):
                    _copy_file(source, name, target, name.replace(shard.part, part))
        for notes in ("actors", "seen"):
            name = f"{STATE}/{notes}/{shard.part}.parquet"
            if source.exists(name):
                _copy_file(source, name, target, f"{STATE}/{notes}/{part}.parquet")
        target.write_json(moved[-1].done, source.read_json(shard.done))
    return Plan((*plan.shards, *moved), {**(plan.stamps or {}), **(other.stamps or {})})


def _copy_file(source: OutputFolder, name: str, target: OutputFolder, new_name: str) -> None:
    target.write(new_name, source.read(name))
