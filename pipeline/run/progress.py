"""What a person sees while a run goes on: a bar on a terminal, now and then a line in a log, or nothing."""

from __future__ import annotations

import sys
import time
from typing import Protocol, TextIO

from pipeline.shard import Tally

_LOG_EVERY = 15.0  # seconds


class Watcher(Protocol):
    """Is told how a run goes. Sizes are bytes of input."""

    def start(self, pending: int, whole: int) -> None:
        """The run begins, with this much to do of so much in all."""

    def update(self, tally: Tally) -> None:
        """So much was done since the start."""

    def stop(self) -> None:
        """The run is over, well or not."""


class Silent:
    """Shows nothing."""

    def start(self, pending: int, whole: int) -> None:
        """See Watcher."""

    def update(self, tally: Tally) -> None:
        """See Watcher."""

    def stop(self) -> None:
        """See Watcher."""


class Log:
    """Plain lines for a log file: one at the start, then one every 15 seconds."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._began = self._last = time.monotonic()

    def start(self, pending: int, whole: int) -> None:
        """See Watcher."""
        done = f", {(whole - pending) / 1e6:.1f} MB done before" if pending < whole else ""
        print(f"newsact: {pending / 1e6:.1f} MB to read{done}", file=self._stream, flush=True)
        self._began = self._last = time.monotonic()

    def update(self, tally: Tally) -> None:
        """See Watcher."""
        now = time.monotonic()
        if now - self._last < _LOG_EVERY:
            return
        self._last = now
        speed = tally.words / (now - self._began)
        print(
            f"newsact: {tally.articles:,} articles, {tally.events:,} events, {tally.failed:,} failures, "
            f"{speed:,.0f} words/s",
            file=self._stream,
            flush=True,
        )

    def stop(self) -> None:
        """See Watcher."""


class Bar:
    """A progress bar on the terminal: articles, events, failures, words a second, time left."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

        self._progress = Progress(
            BarColumn(bar_width=24),
            TextColumn("{task.percentage:>3.0f}%"),
            TextColumn("{task.fields[said]}"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("", total=None, said="loading the model")
        self._began = time.monotonic()

    def start(self, pending: int, whole: int) -> None:
        """See Watcher."""
        self._progress.update(self._task, total=whole, completed=whole - pending)
        self._before = whole - pending
        self._progress.start()

    def update(self, tally: Tally) -> None:
        """See Watcher."""
        speed = tally.words / max(time.monotonic() - self._began, 0.001)
        said = (
            f"{tally.articles:,} articles · {tally.events:,} events · {tally.failed:,} failures · {speed:,.0f} words/s"
        )
        self._progress.update(self._task, completed=self._before + tally.bytes_read, said=said)

    def stop(self) -> None:
        """See Watcher."""
        self._progress.stop()
