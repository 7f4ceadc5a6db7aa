"""The stages in order: the one code path that every engine runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.clean import clean
from pipeline.dates import find_dates
from pipeline.errors import ArticleError
from pipeline.events import EventExtractor
from pipeline.ner import ActorFinder
from pipeline.records import Article, Extraction, Failure, RawDocument
from pipeline.syntax import LanguageModel, Parse, analyse


class Worker:
    """Holds what is loaded once (language model, gazetteers, patterns) and turns raw documents into extractions."""

    def __init__(self, *, clean_mode: str = "auto", propositions: bool = False) -> None:
        self.clean_mode, self.with_propositions = clean_mode, propositions
        self.language = LanguageModel()
        self.actors = ActorFinder()
        self.events = EventExtractor()

    def process(self, documents: Iterable[RawDocument | Failure]) -> Iterator[Extraction | Failure]:
        """Yield one extraction or failure per document, in order."""
        articles: list[Article] = []
        for document in documents:
            if isinstance(document, Failure):
                yield document
                continue
            try:
                articles.append(clean(document, self.clean_mode))
            except ArticleError as error:
                yield Failure(document.source_uri, document.record_id, "clean", type(error).__name__, str(error))
        for article, parse in zip(articles, self.language.pipe(a.text for a in articles), strict=True):
            yield self.extract(article, parse)

    def extract(self, article: Article, parse: Parse) -> Extraction:
        """Run every stage after the language model on one parsed article."""
        syntax = analyse(parse)
        cast = self.actors.find(article, syntax)
        dates = find_dates(article, syntax)
        return Extraction(
            article=article,
            n_sentences=len(parse.sentences),
            n_tokens=len(parse),
            mentions=cast.mentions,
            actors=tuple(cast.actors.values()),
            events=self.events.extract(article, syntax, cast, dates),
            dates=dates,
            propositions=self.events.propositions(article, syntax, cast) if self.with_propositions else (),
        )
