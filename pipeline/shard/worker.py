"""Shard in, tables out."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pipeline import __version__
from pipeline.clean import CleanOptions, Repeated, clean
from pipeline.clean.duplicates import Seen
from pipeline.config import Configuration
from pipeline.dates import find_dates
from pipeline.errors import ArticleError
from pipeline.events import EventExtractor
from pipeline.export.edit import save_fingerprints
from pipeline.export.folder import STATE, OutputFolder
from pipeline.export.known import KnownArticles
from pipeline.export.schemas import SCHEMA_VERSION
from pipeline.export.writer import ShardWriter
from pipeline.load import LoadOptions, Source, read_one
from pipeline.ner import ActorFinder
from pipeline.records import Article, Extraction, Failure, RawDocument
from pipeline.resources import layers_hash, shipped
from pipeline.shard.attempts import Attempts
from pipeline.shard.tally import Tally
from pipeline.syntax import LanguageModel, Parse, analyse

# What is held at a time: enough to sort by length, little enough to keep memory flat.
_BUFFER_ARTICLES = 256
_BUFFER_CHARACTERS = 300_000

T = TypeVar("T")
Report = Callable[[Tally], None]


@dataclass(frozen=True, slots=True)
class Shard:
    """Inputs that one worker reads at a time. ``part`` names its files: ``part-<generation>-<number>``."""

    part: str
    sources: tuple[Source, ...]
    size: int

    @property
    def generation(self) -> int:
        """Which run into this folder it belongs to, counted from 0."""
        return int(self.part.split("-")[1])

    @property
    def done(self) -> str:
        """The name of the file that says that it is done, and what came of it."""
        return f"{STATE}/done/{self.part}.json"


class Worker:
    """Holds what is loaded once (language model, gazetteers, patterns) and turns raw documents into extractions."""

    def __init__(self, configuration: Configuration | None = None, language: LanguageModel | None = None) -> None:
        self.configuration = configuration or Configuration()
        model = self.configuration.model
        self.language = language or LanguageModel.load(model.name, model.version)
        self.actors = ActorFinder(self.configuration.actors)
        self.events = EventExtractor(self.configuration.patterns)
        self.tally = Tally()
        settings = self.configuration
        self._loading = LoadOptions(mapping=settings.map, format=settings.format)
        self._cleaning = CleanOptions(mode=settings.clean, language=settings.language)
        self._known: KnownArticles | None = None
        self._seen: Seen | None = None
        self._repeated: Repeated | None = None

    def process(self, documents: Iterable[RawDocument | Failure]) -> Iterator[Extraction | Failure]:
        """Yield one extraction or failure per document, in order. Records known from earlier runs yield nothing."""
        held: list[Article | Failure] = []
        size = 0
        for document in self._timed("load", documents):
            if isinstance(document, RawDocument):
                self.tally.bytes_read += len(document.content)
            item = document if isinstance(document, Failure) else self._clean(document)
            if isinstance(item, Article):
                if self._known is not None and item.article_id in self._known:
                    self.tally.known += 1
                    continue
                item = (self._seen.check(item) if self._seen is not None else None) or item
                size += len(item.text) if isinstance(item, Article) else 0
            held.append(item)
            if len(held) >= _BUFFER_ARTICLES or size >= _BUFFER_CHARACTERS:
                yield from self._extract_all(held)
                held, size = [], 0
        yield from self._extract_all(held)

    def process_shard(self, shard: Shard, folder: OutputFolder, report: Report | None = None) -> Tally:
        """Run a shard, write its tables and its done marker, and return its tally.

        ``report`` is called now and then with what was done since its last call.
        """
        attempts = Attempts(folder, shard.part)
        self._known = KnownArticles.before(folder, shard.generation) if shard.generation else None
        total, self.tally = Tally(), Tally()
        settings = self.configuration
        self._seen = None if settings.keeps_duplicates else Seen()
        if settings.drop_repeated and settings.clean != "none":
            self._repeated = self._count(shard)
        documents = (d for source in shard.sources for d in read_one(source, self._loading))
        with ShardWriter(
            folder, shard.part, self.metadata(), partition_by=settings.partition_by, propositions=settings.propositions
        ) as writer:
            for results in self._batches(documents, attempts):
                began = time.thread_time()
                for result in results:
                    if isinstance(result, Failure):
                        writer.fail(result)
                    else:
                        writer.add(result)
                self.tally.spend("export", time.thread_time() - began)
                self.tally.peak_memory_mb = peak_memory_mb()
                total.add(self.tally)
                if report is not None:
                    report(self.tally)
                self.tally = Tally()
        if self._seen is not None:
            save_fingerprints(folder, shard.part, self._seen.first)
        total.add(self.tally)
        total.rows = dict(writer.counts)
        folder.write_json(shard.done, total.as_dict())
        attempts.clear()
        self._known = self._seen = self._repeated = None
        return total

    def extract(self, article: Article, parse: Parse, *, keep: bool = True) -> Extraction:
        """Run every stage after the language model on one parsed article.

        With ``keep=False`` the parse is repaired where it stands and good for nothing else afterwards.
        """
        clock = time.thread_time
        spend = self.tally.spend
        t0 = clock()
        syntax = analyse(parse, keep=keep)
        t1 = clock()
        cast = self.actors.find(article, syntax)
        t2 = clock()
        dates = find_dates(article, syntax)
        t3 = clock()
        events = self.events.extract(article, syntax, cast, dates)
        propositions = self.events.propositions(article, syntax, cast) if self.configuration.propositions else ()
        t4 = clock()
        spend("syntax", t1 - t0)
        spend("ner", t2 - t1)
        spend("dates", t3 - t2)
        spend("events", t4 - t3)
        return Extraction(
            article=article,
            n_sentences=len(parse.sentences),
            n_tokens=len(parse),
            mentions=cast.mentions,
            actors=tuple(cast.actors.values()),
            events=events,
            dates=dates,
            propositions=propositions,
        )

    def metadata(self) -> dict[str, str]:
        """Return what the footer of every Parquet file says about its making."""
        model = self.configuration.model
        return {
            "newsact.schema": SCHEMA_VERSION,
            "newsact.version": __version__,
            "newsact.model": f"{model.name}-{model.version}",
            "newsact.patterns": layers_hash(shipped("configs", "patterns"), self.configuration.patterns),
        }

    def _batches(
        self, documents: Iterable[RawDocument | Failure], attempts: Attempts
    ) -> Iterator[list[Extraction | Failure]]:
        if not attempts.careful:
            held: list[Extraction | Failure] = []
            for result in self.process(documents):
                held.append(result)
                if len(held) >= _BUFFER_ARTICLES:
                    yield held
                    held = []
            yield held
            return
        for number, document in enumerate(documents):
            if number in attempts.fatal and isinstance(document, RawDocument):
                reason = "the worker was killed, twice, while it processed this record (out of memory?)"
                failure = Failure(document.source_uri, document.record_id, "language", "WorkerDied", reason)
                yield [self._failed(failure)]
                continue
            attempts.note(number)
            yield list(self.process([document]))

    def _count(self, shard: Shard) -> Repeated:
        """Read the shard once for the blocks that recur in it; standard input cannot be read twice and is left out."""
        began = time.thread_time()
        sources = (s for s in shard.sources if s.uri != "-")
        found = Repeated.count(d for source in sources for d in read_one(source, self._loading))
        self.tally.spend("clean", time.thread_time() - began)
        return found

    def _clean(self, document: RawDocument) -> Article | Failure:
        began = time.thread_time()
        try:
            article = clean(document, options=self._cleaning, repeated=self._repeated)
            most = self.configuration.max_characters
            if len(article.text) > most:
                raise ArticleError(f"{len(article.text):,} characters, more than max_characters ({most:,})")
            return article
        except Exception as error:
            return Failure(document.source_uri, document.record_id, "clean", type(error).__name__, _message(error))
        finally:
            self.tally.spend("clean", time.thread_time() - began)

    def _extract_all(self, items: list[Article | Failure]) -> Iterator[Extraction | Failure]:
        articles = [item for item in items if isinstance(item, Article)]
        parses = iter(self._parse(articles))
        for item in items:
            if isinstance(item, Failure):
                yield self._failed(item)
                continue
            parse = next(parses)
            if isinstance(parse, Failure):
                yield self._failed(parse)
                continue
            try:
                found = self.extract(item, parse, keep=False)
            except Exception as error:
                yield self._failed(_failure(item, "extract", error))
                continue
            self.tally.articles += 1
            self.tally.words += found.n_tokens
            self.tally.sentences += found.n_sentences
            self.tally.events += len(found.events)
            yield found

    def _parse(self, articles: list[Article]) -> list[Parse | Failure]:
        """Parse articles together; where that fails, one by one, so that one bad article costs only itself."""
        began = time.thread_time()
        try:
            return list(self.language.parse([a.text for a in articles]))
        except Exception:
            return [self._parse_one(article) for article in articles]
        finally:
            self.tally.spend("language", time.thread_time() - began)

    def _parse_one(self, article: Article) -> Parse | Failure:
        try:
            return self.language.parse([article.text])[0]
        except Exception as error:
            return _failure(article, "language", error)

    def _failed(self, failure: Failure) -> Failure:
        key = f"{failure.stage}: {failure.error}"
        self.tally.failures[key] = self.tally.failures.get(key, 0) + 1
        return failure

    def _timed(self, stage: str, items: Iterable[T]) -> Iterator[T]:
        iterator = iter(items)
        while True:
            began = time.thread_time()
            try:
                item = next(iterator)
            except StopIteration:
                return
            finally:
                self.tally.spend(stage, time.thread_time() - began)
            yield item


def peak_memory_mb() -> float:
    """Return the most memory that this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _failure(article: Article, stage: str, error: Exception) -> Failure:
    return Failure(article.source_uri, article.record_id, stage, type(error).__name__, _message(error))


def _message(error: Exception) -> str:
    """Return what an error says; for an unexpected one also where it was raised, which is what a report needs."""
    text = str(error) or type(error).__name__
    if isinstance(error, ArticleError) or error.__traceback__ is None:
        return text
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{text} ({trace.tb_frame.f_code.co_filename.rpartition('/pipeline/')[2]}:{trace.tb_lineno})"
