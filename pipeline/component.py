"""newsact inside spaCy: ``nlp.add_pipe("newsact")`` fills ``doc._.events``, ``.actors``, ``.mentions`` and ``.dates``.

The component stands behind a tagger, parser, lemmatizer and entity recogniser, as in spaCy's own English models, and
reads what they wrote. Relative dates are counted from ``doc._.published`` (a date), which is set on the Doc before it
runs: ``doc = nlp.make_doc(text); doc._.published = date(2024, 5, 12); nlp(doc)``.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.records import Article, content_id
from pipeline.shard import Worker
from pipeline.syntax import LanguageModel, Parse

_FIELDS = ("events", "actors", "mentions", "dates")
_NEEDED = ("tagger", "parser", "lemmatizer", "ner")


@Language.factory("newsact", assigns=[f"doc._.{field}" for field in _FIELDS], retokenizes=False)
def create_newsact(nlp: Language, name: str) -> NewsactComponent:
    """Return the component for a spaCy pipeline. Raises ValueError where a component that it reads from is missing."""
    missing = [pipe for pipe in _NEEDED if pipe not in nlp.pipe_names]
    if missing:
        raise ValueError(f"{name} needs {', '.join(missing)} before it; the pipeline has {', '.join(nlp.pipe_names)}")
    return NewsactComponent(nlp)


class NewsactComponent:
    """Runs the stages after the language model on each Doc."""

    def __init__(self, nlp: Language) -> None:
        self.worker = Worker(language=LanguageModel(nlp))
        for field in _FIELDS:
            if not Doc.has_extension(field):
                Doc.set_extension(field, default=())
        if not Doc.has_extension("published"):
            Doc.set_extension("published", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Extract from one Doc; records are tuples in text order, offsets code points into ``doc.text``."""
        article = Article(content_id("a", doc.text), "", doc.text, published=doc._.published, language="en")
        found = self.worker.extract(article, Parse.from_doc(doc))
        for field in _FIELDS:
            doc._.set(field, getattr(found, field))
        return doc
