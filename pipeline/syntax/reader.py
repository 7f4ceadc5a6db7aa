"""spaCy Docs -> Parse lists, in one pass over arrays instead of token by token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from pipeline.syntax.decoder import EntityDecoder
from pipeline.syntax.embedding import embed_once
from pipeline.syntax.parse import Parse
from pipeline.syntax.wordforms import WordForms

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Reader:
    """Reads what the tagger and parser wrote and adds parts of speech, lemmas and entities, as spaCy would.

    Made from a pipeline whose last three components it stands for; these are switched off.
    """

    def __init__(self, nlp: Language) -> None:
        from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, SENT_START, TAG

        self._columns = [TAG, DEP, HEAD, SENT_START, IDX, LENGTH, IS_SPACE]
        self._strings = nlp.vocab.strings
        self._forms = WordForms(nlp)
        self._decoder = EntityDecoder(nlp.get_pipe("ner"))
        embed_once(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
        embed_once(nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0])  # type: ignore[attr-defined]
        nlp.disable_pipes("attribute_ruler", "lemmatizer", "ner")
        self._labels: dict[int, str] = {}

    @staticmethod
    def fits(nlp: Language) -> bool:
        """Whether the pipeline is built like spaCy's English models, so that the reader gives the same as they do."""
        ends_so = list(nlp.pipe_names)[-3:] == ["attribute_ruler", "lemmatizer", "ner"]
        return ends_so and WordForms.fits(nlp) and EntityDecoder.fits(nlp)

    def read(self, docs: Sequence[Doc], texts: Sequence[str]) -> list[Parse]:
        """Return one Parse for each Doc; ``texts`` are the texts as written, of the same lengths as the Docs' own.

        The parse has the words as written; the lemmas are those of the words that the model saw.
        """
        arrays = [self._array(doc) for doc in docs]
        every = np.concatenate(arrays)
        entities = self._decoder.decode(docs, every[:, 3] == 1, every[:, 6] == 1)
        return [self._parse(*item) for item in zip(docs, arrays, texts, entities, strict=True)]

    def _array(self, doc: Doc) -> npt.NDArray[np.uint64]:
        return np.asarray(doc.to_array(self._columns), dtype=np.uint64).reshape(len(doc), len(self._columns))

    def _parse(self, doc: Doc, array: npt.NDArray[np.uint64], text: str, entities: list[tuple[int, int, str]]) -> Parse:
        n = len(array)
        signed = array.astype(np.int64)
        heads: list[int] = (signed[:, 2] + np.arange(n)).tolist()
        starts: list[int] = signed[:, 4].tolist()
        ends: list[int] = (signed[:, 4] + signed[:, 5]).tolist()
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        lowers = [word.lower() for word in words]
        tags, deps = self._names(array[:, 0]), self._names(array[:, 1])
        seen = doc.text
        seen_words = words if seen == text else [seen[start:end] for start, end in zip(starts, ends, strict=True)]
        pos, lemmas = self._forms.read(seen_words, lowers, tags, deps, (array[:, 6] == 1).tolist())
        begins = array[:, 3] == 1
        begins[:1] = True
        bounds = np.flatnonzero(begins).tolist()
        children: list[list[int]] = [[] for _ in range(n)]
        for i, head in enumerate(heads):
            if head != i:
                children[head].append(i)
        return Parse(
            text=text,
            words=words,
            lowers=lowers,
            lemmas=lemmas,
            pos=pos,
            tags=tags,
            deps=deps,
            heads=heads,
            starts=starts,
            ends=ends,
            sent=(np.cumsum(begins) - 1).tolist(),
            sentences=list(zip(bounds, [*bounds[1:], n], strict=False)),
            entities=entities,
            children=children,
        )

    def _names(self, ids: npt.NDArray[np.uint64]) -> list[str]:
        """Return the strings of labels, of which there are few."""
        labels = self._labels
        names = []
        for key in ids.tolist():
            name = labels.get(key)
            if name is None:
                name = labels[key] = self._strings[key]
            names.append(name)
        return names
