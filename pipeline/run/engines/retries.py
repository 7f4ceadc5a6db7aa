"""How often a shard may kill its worker before the run gives up on the machine rather than on the shard."""

from __future__ import annotations

from collections import Counter

from pipeline.errors import RunError
from pipeline.shard import Shard

_MOST_DEATHS = 12


class Retries:
    """Counts the workers that died, by the shard they had; those that died before they got one count as one more."""

    def __init__(self) -> None:
        self._deaths: Counter[str] = Counter()

    def died(self, shard: Shard | None, how: str) -> None:
        """Count one death. Raises RunError when there were too many at one place for it to be one bad article."""
        place = shard.part if shard else "its start"
        self._deaths[place] += 1
        if self._deaths[place] >= (_MOST_DEATHS if shard else 3):
            raise RunError(
                f"a worker died {self._deaths[place]} times at {place} ({how}). Is there enough memory? "
                "Fewer --workers need less. What was finished is kept."
            )
