"""Where shards run. An engine only decides that: all of them call ``Worker.process_shard``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from pipeline.config import Configuration
from pipeline.export.folder import OutputFolder
from pipeline.run.engines.cluster import run_ray
from pipeline.run.engines.processes import run_processes
from pipeline.shard import Shard, Tally, working

Report = Callable[[Tally], None]


def run_shards(shards: Sequence[Shard], configuration: Configuration, folder: OutputFolder, report: Report) -> None:
    """Run shards on the engine that the configuration names; ``report`` is told now and then what was done.

    Raises RunError when workers keep dying, and whatever stops a run as a whole, such as a full disk.
    """
    if configuration.engine == "serial":
        with working(configuration) as worker:
            for shard in shards:
                worker.process_shard(shard, folder, report)
    elif configuration.engine == "processes":
        run_processes(shards, configuration, folder, report, _workers(configuration))
    else:
        wanted = None if configuration.workers == "auto" and configuration.ray_address else _workers(configuration)
        run_ray(shards, configuration, folder, report, wanted)


def _workers(configuration: Configuration) -> int:
    if configuration.workers != "auto":
        return configuration.workers
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
