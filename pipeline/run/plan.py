"""What a run has to do: inputs listed and cut into shards by size, and which of that an earlier run did already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError, RunError
from pipeline.export.folder import STATE, OutputFolder
from pipeline.shard import Shard

_PLAN = f"{STATE}/plan.json"
_MOST_SOURCES = 10_000  # files in one shard, however small


@dataclass(frozen=True, slots=True)
class Source:
    """An input file: its address, its size in bytes, and a stamp that changes when its content does."""

    uri: str
    size: int
    stamp: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All shards of an output folder, oldest first, and the stamps of the inputs they cover."""

    shards: tuple[Shard, ...]
    stamps: Mapping[str, str]

    @property
    def generations(self) -> int:
        """How many runs with new inputs went into the folder."""
        return max((s.generation for s in self.shards), default=-1) + 1

    def save(self, folder: OutputFolder) -> None:
        """Write the plan into the output folder."""
        folder.write_json(_PLAN, {"shards": [asdict(s) for s in self.shards], "stamps": self.stamps})


def load_plan(folder: OutputFolder) -> Plan:
    """Return the plan that an output folder holds, an empty one where there is none."""
    data: dict[str, Any] | None = folder.read_json(_PLAN)
    if data is None:
        return Plan((), {})
    return Plan(tuple(Shard(s["part"], tuple(s["sources"]), s["size"]) for s in data["shards"]), data["stamps"])


def extend(plan: Plan, sources: Iterable[Source], shard_bytes: float) -> Plan:
    """Return the plan with shards for the inputs that are new, or changed since they were planned, at its end.

    Shards are filled in the order of the inputs until the next file would not fit; a larger file is a shard of its own.
    """
    fresh = [s for s in sources if plan.stamps.get(s.uri) != s.stamp]
    if not fresh:
        return plan
    generation = plan.generations
    new = tuple(
        Shard(f"part-{generation:03d}-{number:05d}", tuple(s.uri for s in group), sum(s.size for s in group))
        for number, group in enumerate(_fill(fresh, shard_bytes))
    )
    return Plan((*plan.shards, *new), {**plan.stamps, **{s.uri: s.stamp for s in fresh}})


def list_sources(inputs: Sequence[str]) -> list[Source]:
    """Return the files behind files, folders, globs and fsspec addresses, each once, in a stable order.

    Raises ConfigError for an input that is not there, RunError for one that cannot be listed.
    """
    found: dict[str, Source] = {}
    for name in inputs:
        before = len(found)
        for source in _list(name):
            found.setdefault(source.uri, source)
        if len(found) == before and not any(True for _ in _list(name)):
            raise ConfigError(f"{name}: no such file or folder, or nothing in it")
    return list(found.values())


def _list(name: str) -> Iterator[Source]:
    if "://" in name:
        yield from _list_remote(name)
        return
    path = Path(name)
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p.relative_to(path)))
    elif path.exists():
        files = [path]
    else:
        base = Path(path.anchor or ".")
        files = sorted(p for p in base.glob(str(path.relative_to(path.anchor))) if p.is_file())
    for file in files:
        facts = file.stat()
        yield Source(str(file), facts.st_size, f"{facts.st_size}-{facts.st_mtime_ns}")


def _list_remote(name: str) -> Iterator[Source]:
    import fsspec

    try:
        fs, root = fsspec.core.url_to_fs(name)
        names = fs.glob(root) if "*" in root else fs.find(root)
        for file in sorted(names):
            facts = fs.info(file)
            stamp = facts.get("ETag") or facts.get("mtime") or facts.get("LastModified") or facts.get("created")
            yield Source(fs.unstrip_protocol(file), int(facts.get("size") or 0), f"{facts.get('size')}-{stamp}")
    except (OSError, ValueError, ImportError) as error:
        raise RunError(f"{name}: cannot be listed: {error}") from error


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _fill(sources: Sequence[Source], shard_bytes: float) -> Iterator[list[Source]]:
    held: list[Source] = []
    size = 0
    for source in sources:
        if held and (size + source.size > shard_bytes or len(held) >= _MOST_SOURCES):
            yield held
            held, size = [], 0
        held.append(source)
        size += source.size
    if held:
        yield held
