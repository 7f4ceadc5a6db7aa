"""What a run has to do: inputs cut into shards by size, and what of that an earlier run did already."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.errors import ConfigError
from pipeline.export.folder import STATE, OutputFolder
from pipeline.load import Source
from pipeline.load import plan as list_sources
from pipeline.shard import Shard

_PLAN = f"{STATE}/plan.json"
_CHANGE_KEYS = ("ETag", "etag", "mtime", "LastModified", "updated", "created")  # as file systems name them
_MOST_SOURCES = 10_000  # files in one shard, however small


@dataclass(frozen=True, slots=True)
class Plan:
    """All shards of an output folder, oldest first, and a stamp of each input file, which changes with its content."""

    shards: tuple[Shard, ...] = ()
    stamps: Mapping[str, str] | None = None

    @property
    def generations(self) -> int:
        """How many runs with new inputs went into the folder."""
        return max((s.generation for s in self.shards), default=-1) + 1

    def save(self, folder: OutputFolder) -> None:
        """Write the plan into the output folder."""
        folder.write_json(_PLAN, asdict(self))

    @classmethod
    def load(cls, folder: OutputFolder) -> Plan:
        """Return the plan that an output folder holds, an empty one where there is none."""
        data: dict[str, Any] = folder.read_json(_PLAN) or {"shards": [], "stamps": {}}
        shards = (Shard(s["part"], tuple(Source(**f) for f in s["sources"]), s["size"]) for s in data["shards"])
        return cls(tuple(shards), data["stamps"])

    def extend(self, inputs: Sequence[str], shard_bytes: int) -> Plan:
        """Return the plan with shards for those inputs at its end that are new, or changed since they were planned.

        Shards are filled in the order of the inputs until the next file, or range of a file of lines, would not fit.
        Raises ConfigError for an input that is not there.
        """
        sources = list(list_sources(inputs, shard_bytes))
        for source in sources:
            if source.refused and source.uri in inputs:
                raise ConfigError(f"{source.uri}: {source.refused}")
        if not sources:
            raise ConfigError(f"{', '.join(inputs)}: nothing in it to read")
        before = self.stamps or {}
        stamps = {s.uri: _stamp(s) for s in sources}
        fresh = [s for s in sources if before.get(s.uri) != stamps[s.uri]]
        if not fresh:
            return self
        new = (
            Shard(f"part-{self.generations:03d}-{number:05d}", tuple(group), sum(map(_length, group)))
            for number, group in enumerate(_fill(fresh, shard_bytes))
        )
        return Plan((*self.shards, *new), {**before, **stamps})


def _stamp(source: Source) -> str:
    if source.refused or source.uri == "-":
        return source.refused
    if "://" not in source.uri:
        facts = os.stat(source.uri)
        return f"{facts.st_size}-{facts.st_mtime_ns}"
    import fsspec

    fs, path = fsspec.core.url_to_fs(source.uri)
    facts = fs.info(path)
    changed = next(
        (facts[k] for k in ("ETag", "etag", "mtime", "LastModified", "updated", "created") if k in facts), ""
    )
    return f"{facts.get('size')}-{changed}"


def _length(source: Source) -> int:
    return source.size if source.stop is None else source.stop - source.start


def _fill(sources: Iterable[Source], shard_bytes: int) -> Iterator[list[Source]]:
    held: list[Source] = []
    size = 0
    for source in sources:
        length = _length(source)
        if held and (size + length > shard_bytes or len(held) >= _MOST_SOURCES):
            yield held
            held, size = [], 0
        held.append(source)
        size += length
    if held:
        yield held
