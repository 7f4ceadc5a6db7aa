"""What was done so far: counts and seconds, which add up over batches, shards and workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Tally:
    """Counts for the progress bar and the summary, and the processor seconds that each stage took.

    ``failures`` counts records by "stage: error class", ``rows`` by table. ``words`` are tokens of the language model,
    ``bytes_read`` an estimate from the lengths of what was read.
    ``known`` are records left out because an earlier run into the same folder had them already.
    """

    articles: int = 0
    words: int = 0
    sentences: int = 0
    events: int = 0
    known: int = 0
    bytes_read: int = 0
    failures: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    peak_memory_mb: float = 0.0

    @property
    def failed(self) -> int:
        """Records that became rows in `failures`."""
        return sum(self.failures.values())

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.articles += other.articles
        self.words += other.words
        self.sentences += other.sentences
        self.events += other.events
        self.known += other.known
        self.bytes_read += other.bytes_read
        self.peak_memory_mb = max(self.peak_memory_mb, other.peak_memory_mb)
        for mine, new in ((self.failures, other.failures), (self.rows, other.rows)):
            for key, count in new.items():
                mine[key] = mine.get(key, 0) + count
        for key, value in other.seconds.items():
            self.spend(key, value)

    def spend(self, stage: str, seconds: float) -> None:
        """Add seconds to a stage."""
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Tally:
        """Read back what :meth:`as_dict` gave."""
        return cls(**data)
