"""A worker for a whole run: the garbage collector is kept off what is loaded once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.config import Configuration
from pipeline.shard.worker import Worker

# Containers made, less those freed, before the collector looks at the young ones. A batch of articles makes some
# 300,000 that reference counting frees; Python's own 700 has it look a thousand times and find nothing.
_YOUNG = 20_000


@contextmanager
def working(configuration: Configuration) -> Iterator[Worker]:
    """Give a loaded worker; until the end the collector passes over all that was there when it was loaded.

    Model, patterns and gazetteers are a million objects that live as long as the worker. Looking at them again and
    again costs a tenth of the time of the stages after the model, and a second of the loading.
    """
    on, thresholds = gc.isenabled(), gc.get_threshold()
    gc.disable()
    try:
        worker = Worker(configuration)
        gc.freeze()
        gc.set_threshold(_YOUNG, *thresholds[1:])
        if on:
            gc.enable()
        yield worker
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
        if on:
            gc.enable()
