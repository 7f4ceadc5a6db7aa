"""The stages in order: the one code path that every engine runs."""

from pipeline.shard.tally import Tally
from pipeline.shard.worker import Shard, Worker
from pipeline.shard.working import working

__all__ = ["Shard", "Tally", "Worker", "working"]
