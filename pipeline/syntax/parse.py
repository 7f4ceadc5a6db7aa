"""A parsed article as plain Python lists: fast to read, independent of spaCy, safe to keep.

spaCy's Token objects cost about 100 ns an attribute; the rooms above visit every token many times, so the Doc is read
once into lists and dropped. Only this room (`pipeline.syntax`) reads dependency labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class Parse:
    """One article, tokenised, tagged and parsed.

    All per-token lists have the same length; ``starts``/``ends`` are code points into ``text``. ``heads[i] == i`` for a
    root. ``sent[i]`` is the number of the token's sentence, ``sentences`` their token ranges (last exclusive).
    ``entities`` are the model's named entities as (first, last, label), last exclusive.
    """

    text: str
    words: list[str]
    lowers: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sent: list[int]
    sentences: list[tuple[int, int]]
    entities: list[tuple[int, int, str]]
    children: list[list[int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def span_text(self, first: int, last: int) -> str:
        """Return the text of tokens ``first`` to ``last`` (exclusive)."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def relation(self, token: int) -> str:
        """Return the parser's label of a token, to be shown to a person; decisions read deep slots instead."""
        return self.deps[token]

    def sentence_of(self, token: int) -> tuple[int, int]:
        """Return the token range (last exclusive) of the sentence that holds a token."""
        return self.sentences[self.sent[token]]

    @classmethod
    def join(cls, text: str, windows: Sequence[Parse]) -> Parse:
        """Return one parse of a text that was parsed in consecutive windows."""
        joined = cls(text, *([] for _ in range(12)))
        offset = 0
        for w in windows:
            at, sentences = len(joined), len(joined.sentences)
            for name in ("words", "lowers", "lemmas", "pos", "tags", "deps"):
                getattr(joined, name).extend(getattr(w, name))
            joined.heads += [h + at for h in w.heads]
            joined.starts += [s + offset for s in w.starts]
            joined.ends += [e + offset for e in w.ends]
            joined.sent += [s + sentences for s in w.sent]
            joined.sentences += [(first + at, last + at) for first, last in w.sentences]
            joined.entities += [(first + at, last + at, label) for first, last, label in w.entities]
            joined.children += [[c + at for c in children] for children in w.children]
            offset += len(w.text)
        return joined

    @classmethod
    def from_doc(cls, doc: Doc, text: str | None = None) -> Parse:
        """Read a spaCy Doc (tagged, parsed, lemmatised, entities set) into lists.

        ``text`` is the text as written, of the same length, where the Doc was made from another casing of it.
        """
        n = len(doc)
        text = doc.text if text is None else text
        starts = [t.idx for t in doc]
        words = [text[s : s + len(t)] for s, t in zip(starts, doc, strict=True)]
        heads = [t.head.i for t in doc]
        children: list[list[int]] = [[] for _ in range(n)]
        for i, h in enumerate(heads):
            if h != i:
                children[h].append(i)
        sent = [0] * n
        sentences = []
        for number, span in enumerate(doc.sents):
            sentences.append((span.start, span.end))
            for i in range(span.start, span.end):
                sent[i] = number
        return cls(
            text=text,
            words=words,
            lowers=[w.lower() for w in words],
            lemmas=[t.lemma_ for t in doc],
            pos=[t.pos_ for t in doc],
            tags=[t.tag_ for t in doc],
            deps=[t.dep_ for t in doc],
            heads=heads,
            starts=starts,
            ends=[s + len(w) for s, w in zip(starts, words, strict=True)],
            sent=sent,
            sentences=sentences,
            entities=[(e.start, e.end, e.label_) for e in doc.ents],
            children=children,
        )
