"""Shards on several processes of this machine. A worker that dies is replaced and its shard begun anew."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from pipeline.config import Configuration
from pipeline.errors import NewsactError, RunError
from pipeline.export.folder import OutputFolder
from pipeline.run.engines.retries import Retries
from pipeline.shard import Shard, Tally, working

_CONTEXT = multiprocessing.get_context("spawn")


@dataclass(slots=True)
class _Member:
    process: SpawnProcess
    pipe: Connection
    shard: Shard | None = None


def run_processes(
    shards: Sequence[Shard],
    configuration: Configuration,
    folder: OutputFolder,
    report: Callable[[Tally], None],
    workers: int,
) -> None:
    """Run shards on ``workers`` processes. Raises what stopped a worker, or RunError when workers keep dying."""
    waiting = deque(shards)
    retries = Retries()
    crew: list[_Member] = []
    try:
        for _ in range(min(workers, len(shards))):
            crew.append(_hire(configuration, folder))
        while waiting or any(m.shard for m in crew):
            for member in crew:
                if member.shard is None and waiting:
                    member.shard = waiting.popleft()
                    _give(member)
            for ready in wait([m.pipe for m in crew]):
                member = next(m for m in crew if m.pipe is ready)
                try:
                    message = member.pipe.recv()
                except (EOFError, OSError):
                    member.process.join()
                    if member.shard is not None:
                        waiting.appendleft(member.shard)
                    retries.died(member.shard, f"exit code {member.process.exitcode}")
                    crew.remove(member)
                    crew.append(_hire(configuration, folder))
                    continue
                if isinstance(message, BaseException):
                    raise message
                report(message.tally)
                if message.finished:
                    member.shard = None
    finally:
        for member in crew:
            member.process.terminate()
            member.pipe.close()
        for member in crew:
            member.process.join()


@dataclass(frozen=True, slots=True)
class _News:
    tally: Tally
    finished: bool = False


def _hire(configuration: Configuration, folder: OutputFolder) -> _Member:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(theirs, configuration, folder), daemon=True)
    process.start()
    theirs.close()
    return _Member(process, ours)


def _give(member: _Member) -> None:
    with suppress(OSError):  # it died: its closed pipe says so when it is read next, and the shard goes to another
        member.pipe.send(member.shard)


def _serve(pipe: Connection, configuration: Configuration, folder: OutputFolder) -> None:
    """Be a worker: take shards until the pipe closes. The parent handles Ctrl-C and ends its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()
    try:
        with working(configuration) as worker:
            while True:
                shard = pipe.recv()
                worker.process_shard(shard, folder, lambda tally: pipe.send(_News(tally)))
                pipe.send(_News(Tally(), finished=True))
    except EOFError:
        return
    except (NewsactError, OSError) as error:
        pipe.send(error)
    except Exception:
        pipe.send(RunError(f"a worker failed:\n{traceback.format_exc()}"))


def _follow_parent() -> None:
    """End this process when its parent is gone, so that a killed run leaves nobody writing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
