"""Shards on Ray actors, on this machine or on a cluster. Each actor holds one Worker."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any

from pipeline.config import Configuration
from pipeline.errors import ConfigError, NewsactError, RunError
from pipeline.export.folder import OutputFolder
from pipeline.run.engines.retries import Retries
from pipeline.shard import Shard, Tally, working


class ShardActor:
    """What runs inside a Ray actor."""

    def __init__(self, configuration: Configuration) -> None:
        self._open = ExitStack()  # until the actor is ended
        self._worker = self._open.enter_context(working(configuration))

    def process_shard(self, shard: Shard, folder: OutputFolder) -> Tally:
        """Run one shard and return its tally."""
        return self._worker.process_shard(shard, folder)


def run_ray(
    shards: Sequence[Shard],
    configuration: Configuration,
    folder: OutputFolder,
    report: Callable[[Tally], None],
    workers: int | None,
) -> None:
    """Run shards on ``workers`` actors, None for one on each core of the cluster.

    Joins the cluster at ``configuration.ray_address``, else starts Ray here and stops it at the end. Raises
    ConfigError where Ray is not installed, what stopped a shard, or RunError when actors keep dying.
    """
    try:
        import ray as ray_module
    except ImportError as error:
        raise ConfigError("the engine 'ray' needs the extra: pip install 'newsact[ray]'") from error
    ray: Any = ray_module
    ours = not ray.is_initialized()
    if ours:
        here: dict[str, Any] = {"num_cpus": workers} if configuration.ray_address is None else {}
        ray.init(
            address=configuration.ray_address or "local",
            include_dashboard=False,
            log_to_driver=False,
            logging_level=logging.ERROR,
            **here,
        )
    try:
        most = workers if workers is not None else max(1, int(ray.cluster_resources().get("CPU", 1)))
        _drive(ray, shards, configuration, folder, report, min(most, len(shards)))
    finally:
        if ours:
            ray.shutdown()


def _drive(
    ray: Any,
    shards: Sequence[Shard],
    configuration: Configuration,
    folder: OutputFolder,
    report: Callable[[Tally], None],
    workers: int,
) -> None:
    actor_class = ray.remote(num_cpus=1, max_restarts=0)(ShardActor)
    waiting = deque(shards)
    retries = Retries()
    idle = [actor_class.remote(configuration) for _ in range(workers)]
    actors = list(idle)
    busy: dict[Any, tuple[Any, Shard]] = {}
    try:
        while waiting or busy:
            while waiting and idle:
                actor, shard = idle.pop(), waiting.popleft()
                busy[actor.process_shard.remote(shard, folder)] = actor, shard
            for done in ray.wait(list(busy), num_returns=1)[0]:
                actor, shard = busy.pop(done)
                try:
                    report(ray.get(done))
                    idle.append(actor)
                except ray.exceptions.RayActorError as error:
                    cause = getattr(error, "cause", None)
                    if isinstance(cause, NewsactError):
                        raise cause from error
                    retries.died(shard, str(error).splitlines()[0])
                    waiting.appendleft(shard)
                    actors.remove(actor)
                    actors.append(actor_class.remote(configuration))
                    idle.append(actors[-1])
                except ray.exceptions.RayTaskError as error:
                    cause = error.cause
                    raise cause if isinstance(cause, NewsactError | OSError) else RunError(str(error)) from error
    finally:
        for actor in actors:
            ray.kill(actor)
