"""The same article met twice."""

from __future__ import annotations

import re
from hashlib import blake2b

import numpy as np

from pipeline.records import Article, Failure

_WORD = re.compile(r"\w+")
_RECORD = re.compile(r"(.*)#([1-9]\d{0,8})\Z", re.S)
_FULL = 0.7  # share of slots taken from which the table doubles


def fingerprint(text: str) -> bytes:
    """Return eight bytes that are equal for texts with the same words, whatever their case, spaces and punctuation."""
    return blake2b(" ".join(_WORD.findall(text.casefold())).encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Seen:
    """Remembers fingerprints and the address each was first met at.

    16 bytes a slot, up to 70% of them taken, and for articles that are files of their own their address: a stream of
    any length may be one input, so an entry of a dictionary each would be too much.
    """

    def __init__(self) -> None:
        self._keys = np.zeros(1 << 10, dtype=np.uint64)  # 0: a free slot
        self._places = np.zeros(1 << 10, dtype=np.uint64)  # number of the file, number of the record (0: the file)
        self._files: list[str] = []
        self._file_numbers: dict[str, int] = {}
        self._taken = 0

    @property
    def first(self) -> dict[bytes, str]:
        """Fingerprint -> address it was first met at."""
        taken = np.flatnonzero(self._keys).tolist()
        return {int(self._keys[i]).to_bytes(8, "big"): self._address(int(self._places[i])) for i in taken}

    def check(self, article: Article) -> Failure | None:
        """Return None for a text met for the first time, otherwise the failures row that names the first one."""
        where = self._first(int.from_bytes(fingerprint(article.text), "big") or 1, article.source_uri)
        if where == article.source_uri:
            return None
        return Failure(article.source_uri, article.record_id, "clean", "Duplicate", f"same text as {where}")

    def _first(self, key: int, address: str) -> str:
        """Return where a key was first met, which is ``address`` for a new one."""
        slot = self._slot(key)
        if self._keys[slot]:
            return self._address(int(self._places[slot]))
        self._keys[slot], self._places[slot] = key, self._place(address)
        self._taken += 1
        if self._taken > _FULL * len(self._keys):
            self._grow()
        return address

    def _slot(self, key: int) -> int:
        """Return the slot of a key, or the free one where it belongs."""
        keys, mask = self._keys, len(self._keys) - 1
        slot = key & mask
        while (found := int(keys[slot])) and found != key:
            slot = (slot + 1) & mask
        return slot

    def _grow(self) -> None:
        taken = np.flatnonzero(self._keys)
        keys, places = self._keys[taken], self._places[taken]
        self._keys = np.zeros(2 * len(self._keys), dtype=np.uint64)
        self._places = np.zeros(len(self._keys), dtype=np.uint64)
        for key, place in zip(keys.tolist(), places, strict=True):
            slot = self._slot(key)
            self._keys[slot], self._places[slot] = key, place

    def _place(self, address: str) -> int:
        found = _RECORD.match(address)
        if found is None:
            self._files.append(address)
            return len(self._files) - 1 << 32
        file = self._file_numbers.setdefault(found[1], len(self._files))
        if file == len(self._files):
            self._files.append(found[1])
        return file << 32 | int(found[2])

    def _address(self, place: int) -> str:
        file, record = divmod(place, 1 << 32)
        return f"{self._files[file]}#{record}" if record else self._files[file]
