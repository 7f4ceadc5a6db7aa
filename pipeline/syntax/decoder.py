"""Named entities from spaCy's entity recogniser, decoded for a batch of texts at once.

spaCy decodes greedily, token by token, and takes Python's lock some forty times a token on the way (each validity
check of a move does), which makes up two thirds of the recogniser's time. But outside an entity its scores depend on
one token alone, so they can be computed for all tokens together; only inside an entity do they depend on where it
began. The weights, the rules of which move is valid, and so the entities, are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Entities = list[tuple[int, int, str]]


class EntityDecoder:
    """The entity recogniser of a pipeline. ``fits`` tells whether a pipeline's recogniser is of the kind known here."""

    def __init__(self, recogniser: Any) -> None:
        model = recogniser.model
        self._tok2vec = model.get_ref("tok2vec")
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")
        features, hidden, pieces, width = weights.shape
        self._shape = features, hidden, pieces
        self._lower: Floats = np.ascontiguousarray(weights.reshape(features * hidden * pieces, width).T)
        self._bias: Floats = lower.get_param("b").reshape(hidden * pieces)
        self._padding: Floats = lower.get_param("pad").reshape(features, hidden * pieces)
        self._upper: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._upper_bias: Floats = upper.get_param("b")
        names = _moves(recogniser)
        self._names = names
        # "U-" blocks what was set beforehand as no entity: nothing is set beforehand here
        moves = np.array([name[0] if name != "U-" else "" for name in names])
        self._begins: Bools = moves == "B"
        self._starting: Bools = self._begins | (moves == "U")
        self._open_moves: Bools = moves == "O"
        self._usable: Bools = self._starting | self._open_moves
        index = {name: number for number, name in enumerate(names)}
        self._in = np.array([index.get(f"I{name[1:]}", -1) for name in names])
        self._last = np.array([index.get(f"L{name[1:]}", -1) for name in names])

    @staticmethod
    def fits(nlp: Language) -> bool:
        """Whether the pipeline ends in a greedy recogniser with its own vectors, three features and an upper layer."""
        if nlp.pipe_names[-1:] != ["ner"]:
            return False
        recogniser: Any = nlp.get_pipe("ner")
        model = recogniser.model
        return bool(
            recogniser.cfg.get("beam_width") == 1
            and model.has_ref("upper")
            and model.has_ref("lower")
            and model.get_ref("lower").get_dim("nF") == 3
            and model.get_ref("lower").get_dim("nP") >= 2
            and not model.attrs.get("unseen_classes")
            and not any("listener" in layer.name for layer in model.get_ref("tok2vec").walk())
            and all(name[:1] in "BILUO" and (name == "O" or name[1:2] == "-") for name in _moves(recogniser))
        )

    def decode(self, docs: Sequence[Doc], begins_sentence: Bools, is_space: Bools) -> list[Entities]:
        """Return the entities of each Doc as (first, last, label), last exclusive.

        The two arrays run over the tokens of all Docs: whether a sentence begins there, and whether it is white space.
        """
        lengths = [len(doc) for doc in docs]
        total = sum(lengths)
        if not total:
            return [[] for _ in docs]
        features, hidden, pieces = self._shape
        vectors: Floats = self._tok2vec.predict(docs)
        vectors = np.concatenate(vectors) if isinstance(vectors, list) else vectors
        cached = (vectors @ self._lower).reshape(total, features, hidden * pieces)
        ends = np.cumsum(lengths)
        is_end = np.zeros(total, dtype=bool)
        is_end[ends[ends > 0] - 1] = True
        closes = is_end.copy()  # no entity goes on past this token
        closes[:-1] |= begins_sentence[1:]
        moves = self._closed_moves(cached, closes, is_space)
        lasts, labels = self._extend(cached, moves, closes, is_end)
        return self._collect(moves, lasts, labels, lengths)

    def _scores(self, state: Floats) -> Floats:
        _, hidden, pieces = self._shape
        state += self._bias
        scores: Floats = state.reshape(-1, hidden, pieces).max(axis=2) @ self._upper
        scores += self._upper_bias
        return scores

    def _closed_moves(self, cached: Floats, closes: Bools, is_space: Bools) -> npt.NDArray[np.intp]:
        """Return the move at each token were no entity open there: out, a whole entity, or the beginning of one."""
        scores = self._scores(cached[:, 0] + self._padding[1] + self._padding[2])
        scores[:, ~self._usable] = -np.inf
        scores[np.ix_(closes, self._begins)] = -np.inf
        scores[np.ix_(is_space, self._starting)] = -np.inf
        best: npt.NDArray[np.intp] = scores.argmax(axis=1)
        return best

    def _extend(
        self, cached: Floats, moves: npt.NDArray[np.intp], closes: Bools, is_end: Bools
    ) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        """Return for each token where an entity that begins there ends (exclusive), and the moves as given."""
        lasts = np.arange(1, len(moves) + 1)
        begun = np.flatnonzero(self._begins[moves])
        at = begun + 1
        while len(begun):
            scores = self._scores(cached[at, 0] + cached[begun, 1] + cached[at - 1, 2])
            rows = np.arange(len(begun))
            goes_on, stops = self._in[moves[begun]], self._last[moves[begun]]
            further = (scores[rows, goes_on], scores[rows, stops])
            # of two equal scores the first move wins, as in spaCy
            on = np.where(goes_on < stops, further[0] >= further[1], further[0] > further[1]) & ~closes[at]
            lasts[begun[~on]] = at[~on] + 1
            begun, at = begun[on], at[on] + 1
        return lasts, moves

    def _collect(
        self,
        moves: npt.NDArray[np.intp],
        lasts: npt.NDArray[np.intp],
        labels: npt.NDArray[np.intp],
        lengths: Sequence[int],
    ) -> list[Entities]:
        """Walk over the tokens from left to right: what begins inside an entity is none."""
        found: list[Entities] = [[] for _ in lengths]
        starts = np.flatnonzero(~self._open_moves[moves]).tolist()
        bounds = np.cumsum([0, *lengths])
        owners = np.searchsorted(bounds, starts, "right") - 1
        free = 0
        for start, owner in zip(starts, owners.tolist(), strict=True):
            if start < free:
                continue
            free = int(lasts[start])
            offset = int(bounds[owner])
            found[owner].append((start - offset, free - offset, self._names[labels[start]][2:]))
        return found


def _moves(recogniser: Any) -> list[str]:
    """Return the names of the recogniser's moves in the order of its scores: "B-ORG" and so on, and "O"."""
    return [recogniser.moves.get_class_name(number) for number in range(recogniser.moves.n_moves)]
