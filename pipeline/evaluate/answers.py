"""The tables of a run, as the scorers want them: by article, with arguments and mentions in place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.errors import RunError


@dataclass(frozen=True, slots=True)
class AnswerArgument:
    """A row of the arguments table."""

    role: str
    text: str
    name: str
    start: int | None
    end: int | None
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of the events table with its arguments. Offsets are code points into the article's text."""

    event_id: str
    type: str
    plover: str | None
    trigger: str
    start: int
    end: int
    sentence: str
    polarity: str
    factuality: str
    attributed_to: str | None
    date_start: date | None
    date_end: date | None
    date_text: str | None
    pattern_id: str | None
    arguments: tuple[AnswerArgument, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerMention:
    """A row of the mentions table."""

    start: int
    end: int
    text: str
    kind: str
    label: str
    actor_id: str | None


@dataclass(frozen=True, slots=True)
class AnswerArticle:
    """A row of the articles table with all that was found in it."""

    article_id: str
    record_id: str | None
    source_uri: str
    title: str | None
    published: date | None
    text: str
    events: tuple[Answer, ...] = ()
    mentions: tuple[AnswerMention, ...] = ()
    dates: tuple[dict[str, Any], ...] = ()
    propositions: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """All articles of a run and its actors (id -> row)."""

    articles: tuple[AnswerArticle, ...]
    actors: dict[str, dict[str, Any]] = field(default_factory=dict)

    def find(self, record_id: str) -> AnswerArticle | None:
        """Return the article with this record id."""
        return next((a for a in self.articles if a.record_id == record_id), None)


def table_rows(folder: str | Path, table: str, *, required: bool = True) -> list[dict[str, Any]]:
    """Read ``<table>.parquet`` or every Parquet file under ``<table>/``.

    Raises:
        RunError: the table is not there although it is required.
    """
    root = Path(folder)
    single = root / f"{table}.parquet"
    paths = [single] if single.is_file() else sorted((root / table).rglob("*.parquet"))
    if not paths and required:
        raise RunError(f"{root}: no table {table!r} there; is it the output folder of a run?")
    return [row for path in paths for row in pq.read_table(path).to_pylist()]


def _by(rows: list[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def read_answers(folder: str | Path) -> Answers:
    """Read the output folder of a run."""
    arguments = _by(table_rows(folder, "arguments"), "event_id")
    events = _by(table_rows(folder, "events"), "article_id")
    mentions = _by(table_rows(folder, "mentions", required=False), "article_id")
    dates = _by(table_rows(folder, "dates", required=False), "article_id")
    propositions = _by(table_rows(folder, "propositions", required=False), "article_id")
    articles = tuple(
        AnswerArticle(
            row["article_id"],
            row["record_id"],
            row["source_uri"],
            row["title"],
            row["published"],
            row["text"],
            events=tuple(_answer(e, arguments.get(e["event_id"], [])) for e in events.get(row["article_id"], [])),
            mentions=tuple(
                AnswerMention(m["start"], m["end"], m["text"], m["kind"], m["label"], m["actor_id"])
                for m in mentions.get(row["article_id"], [])
            ),
            dates=tuple(dates.get(row["article_id"], [])),
            propositions=tuple(propositions.get(row["article_id"], [])),
        )
        for row in table_rows(folder, "articles")
    )
    return Answers(articles, {a["actor_id"]: a for a in table_rows(folder, "actors", required=False)})


def _answer(row: dict[str, Any], arguments: list[dict[str, Any]]) -> Answer:
    return Answer(
        event_id=row["event_id"],
        type=row["type"],
        plover=row["plover"],
        trigger=row["trigger_text"],
        start=row["trigger_start"],
        end=row["trigger_end"],
        sentence=row["sentence"],
        polarity=row["polarity"],
        factuality=row["factuality"],
        attributed_to=row["attributed_to"],
        date_start=row["date_start"],
        date_end=row["date_end"],
        date_text=row["date_text"],
        pattern_id=row["pattern_id"],
        arguments=tuple(
            AnswerArgument(a["role"], a["text"], a["name"], a["start"], a["end"], a["actor_id"]) for a in arguments
        ),
    )
