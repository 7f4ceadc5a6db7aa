"""Which articles a folder has already: an incremental run leaves them out."""

from __future__ import annotations

from typing import Self

import numpy as np
import pyarrow.parquet as pq

from pipeline.export.folder import OutputFolder
from pipeline.export.registry import article_number


class KnownArticles:
    """A set of article ids in 8 bytes each, so that millions fit."""

    def __init__(self, ids: list[str]) -> None:
        self._hashes = np.sort(np.array([article_number(i) for i in ids], dtype=np.uint64))

    def __contains__(self, article_id: str) -> bool:
        wanted = np.uint64(article_number(article_id))
        at = int(np.searchsorted(self._hashes, wanted))
        return at < len(self._hashes) and bool(self._hashes[at] == wanted)

    @classmethod
    def before(cls, folder: OutputFolder, generation: int) -> Self:
        """Return the articles of all generations before one."""
        ids: list[str] = []
        for name in folder.names("articles"):
            if int(name.rpartition("/")[2].split("-")[1]) < generation:
                with folder.reading(name) as path:
                    ids += pq.read_table(path, columns=["article_id"])["article_id"].to_pylist()
        return cls(ids)
