"""The same article met twice."""

from __future__ import annotations

import re
from hashlib import blake2b

from pipeline.records import Article, Failure

_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> bytes:
    """Return eight bytes that are equal for texts with the same words, whatever their case, spaces and punctuation."""
    return blake2b(" ".join(_WORD.findall(text.casefold())).encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Seen:
    """Remembers fingerprints and the address each was first met at (about 150 bytes an article)."""

    def __init__(self) -> None:
        self.first: dict[bytes, str] = {}

    def check(self, article: Article) -> Failure | None:
        """Return None for a text met for the first time, otherwise the failures row that names the first one."""
        where = self.first.setdefault(fingerprint(article.text), article.source_uri)
        if where == article.source_uri:
            return None
        return Failure(article.source_uri, article.record_id, "clean", "Duplicate", f"same text as {where}")
