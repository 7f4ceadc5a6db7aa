"""Word vectors computed once for each different word of a batch.

The first layers of a model look at one token at a time: the same word (same norm, prefix, suffix, shape, and so on)
gets the same vector wherever it stands. News repeats itself, so a batch has three to six tokens for each different
one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = npt.NDArray[np.float32]
Keys = npt.NDArray[np.uint64]


def embed_once(tok2vec: Any) -> bool:
    """Make a spaCy token-to-vector model compute equal tokens of a batch once. Returns whether it is of the known kind.

    Known is spaCy's own embedding: hashed attributes beside static vectors, mixed by a maxout layer, then an encoder.
    """
    from thinc.api import Model

    layers = tok2vec.layers
    parts = _parts(layers[0]) if len(layers) >= 2 else None
    if parts is None:
        return False
    original = layers[0]

    def forward(_model: Any, docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Callable[..., Any]]:
        if is_train:
            result: tuple[list[Floats], Callable[..., Any]] = original(docs, is_train)
            return result
        return _embed(parts, docs), lambda gradient: gradient

    layers[0] = Model("embed_once", forward, dims={"nO": original.get_dim("nO")})
    return True


class _Parts:
    """The pieces of an embedding layer: attributes of tokens, a table for each, static vectors, the mixing layer."""

    __slots__ = ("columns", "mix", "static", "tables")

    def __init__(self, columns: list[int], tables: list[Any], static: Any, mix: Any) -> None:
        self.columns, self.tables, self.static, self.mix = columns, tables, static, mix


def _parts(embedding: Any) -> _Parts | None:
    nodes = list(embedding.walk())
    by_name: dict[str, list[Any]] = {}
    for node in nodes:
        by_name.setdefault(node.name, []).append(node)
    extract, static = by_name.get("extract_features", []), by_name.get("static_vectors", [])
    tables = by_name.get("hashembed", [])
    mix = [n for n in by_name.get("maxout>>layernorm>>dropout", []) if n.has_dim("nI")]
    if len(extract) != 1 or len(static) != 1 or len(mix) != 1:
        return None
    columns = list(extract[0].attrs["columns"])
    if len(columns) != len(tables) or mix[0].get_dim("nI") != sum(t.get_dim("nO") for t in [*tables, static[0]]):
        return None
    return _Parts(columns, tables, static[0], mix[0])


def _embed(parts: _Parts, docs: Sequence[Doc]) -> list[Floats]:
    from spacy.attrs import ORTH

    lengths = [len(doc) for doc in docs]
    if not sum(lengths):
        return [np.zeros((0, parts.mix.get_dim("nO")), dtype="f") for _ in docs]
    keys: Keys = np.concatenate([doc.to_array([*parts.columns, ORTH]) for doc in docs if len(doc)])
    first, inverse = _distinct(keys)
    keys = keys[first]
    pieces = [table.predict(np.ascontiguousarray(keys[:, i])) for i, table in enumerate(parts.tables)]
    vectors = docs[0].vocab.vectors
    rows = vectors.find(keys=np.ascontiguousarray(keys[:, -1]))
    static = vectors.data[rows] @ parts.static.get_param("W").T
    static[rows < 0] = 0
    mixed: Floats = parts.mix.predict(np.concatenate([*pieces, static], axis=1, dtype=np.float32))
    return np.split(mixed[inverse], np.cumsum(lengths)[:-1])


def _distinct(keys: Keys) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return where each different row stands first, and for each row which of these it equals.

    Rows are compared by a 64-bit mixture of their values: of a million different rows two collide once in 40 million
    batches.
    """
    mixture = np.zeros(len(keys), dtype=np.uint64)
    for i in range(keys.shape[1]):
        mixture = (mixture ^ keys[:, i]) * np.uint64(0x9E3779B97F4A7C15)
        mixture ^= mixture >> np.uint64(29)
    _, first, inverse = np.unique(mixture, return_index=True, return_inverse=True)
    return first, inverse
