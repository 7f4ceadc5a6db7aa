"""Where shards run. An engine only decides that: all of them call ``Worker.process_shard``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.config import Configuration
from pipeline.export.folder import OutputFolder
from pipeline.shard import Shard, Tally, Worker

Report = Callable[[Tally], None]
EngineRun = Callable[[Sequence[Shard], Configuration, OutputFolder, Report], None]


def run_serial(shards: Sequence[Shard], configuration: Configuration, folder: OutputFolder, report: Report) -> None:
    """Run the shards one after the other in this process."""
    worker = Worker(configuration)
    for shard in shards:
        worker.process_shard(shard, folder, report)


def engine(name: str) -> EngineRun:
    """Return the engine of a name of the configuration."""
    return {"serial": run_serial}[name]
