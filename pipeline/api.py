"""newsact from Python: texts in, typed records out, without files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pipeline.config import load_configuration
from pipeline.errors import ConfigError
from pipeline.records import Article, Extraction, content_id
from pipeline.shard import Worker


class Pipeline:
    """The stages after loading and cleaning, ready to read texts. Load once, use for many.

    >>> nlp = Pipeline.load()
    >>> found = nlp.extract("Spain blocked Telegram on Friday.", published="2024-03-25")
    >>> [(e.type, [a.name for a in e.arguments]) for e in found.events]
    [('block', ['Spain', 'Telegram'])]
    """

    def __init__(self, worker: Worker) -> None:
        self.worker = worker

    @classmethod
    def load(cls, configuration: Path | str | None = None, *, propositions: bool = False) -> Pipeline:
        """Return a pipeline for a configuration file (the defaults without one).

        Raises ConfigError for a wrong configuration, ModelError when the language model is not installed.
        """
        path = Path(configuration) if configuration is not None else None
        return cls(Worker(load_configuration(path, {"propositions": True} if propositions else {})))

    def extract(self, text: str, published: date | str | None = None, title: str | None = None) -> Extraction:
        """Return the mentions, actors, events and dates of one text.

        ``published`` (a date or ISO 8601) is what "yesterday" is counted from; without it such dates stay unresolved.
        Offsets in the records are code points into ``text``.
        """
        return next(self.pipe([(text, published)], title=title))

    def pipe(
        self, texts: Iterable[str | tuple[str, date | str | None]], *, title: str | None = None, batch_size: int = 64
    ) -> Iterator[Extraction]:
        """Yield one extraction per text, in order; a text may come as a pair of text and publication date."""
        batch: list[Article] = []
        for item in texts:
            text, published = (item, None) if isinstance(item, str) else item
            batch.append(
                Article(content_id("a", text), "", text, title=title, published=_day(published), language="en")
            )
            if len(batch) >= batch_size:
                yield from self._extract(batch)
                batch = []
        yield from self._extract(batch)

    def _extract(self, articles: list[Article]) -> Iterator[Extraction]:
        for article, parse in zip(articles, self.worker.language.parse([a.text for a in articles]), strict=True):
            yield self.worker.extract(article, parse)


def _day(value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value[:10])
    except ValueError as error:
        raise ConfigError(f"published: {value!r} is not a date; write it as 2024-05-12") from error
