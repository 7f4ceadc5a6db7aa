"""How often a shard was begun and never finished: a worker that dies leaves no message, so it leaves notes before.

A shard that killed two workers is run article by article, each noted before it starts; an article that then kills a
worker twice is left out with a row in `failures`. A run that its user interrupts clears the notes.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from pipeline.export.folder import STATE, OutputFolder

_CAREFUL_AFTER = 2
_GIVE_UP_AFTER = 2


class Attempts:
    """The notes about one shard. ``careful`` tells to go article by article, ``fatal`` which records to leave out."""

    def __init__(self, folder: OutputFolder, part: str) -> None:
        self._folder, self._name = folder, f"{STATE}/attempts/{part}.json"
        notes: dict[str, Any] = folder.read_json(self._name) or {}
        self._starts = int(notes.get("starts", 0))
        self._deaths = Counter({int(k): int(v) for k, v in notes.get("deaths", {}).items()})
        if notes.get("at") is not None:
            self._deaths[int(notes["at"])] += 1
        self.careful = self._starts >= _CAREFUL_AFTER
        self.fatal = frozenset(number for number, deaths in self._deaths.items() if deaths >= _GIVE_UP_AFTER)
        self._starts += 1
        self.note(None)

    def note(self, record: int | None) -> None:
        """Write down which record, counted from the start of the shard, is about to be processed."""
        deaths = {str(k): v for k, v in self._deaths.items()}
        self._folder.write_json(self._name, {"starts": self._starts, "at": record, "deaths": deaths})

    def clear(self) -> None:
        """Forget: the shard is done."""
        self._folder.remove(self._name)
