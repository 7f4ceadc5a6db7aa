"""One reader a format: stream -> raw documents and failures, a record at a time."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet as pq

from pipeline.errors import LoadError
from pipeline.load.columns import GUESSES, choose, document
from pipeline.load.containers import Member
from pipeline.load.feeds import read_feed
from pipeline.load.options import LoadOptions
from pipeline.load.text import decode, decode_line
from pipeline.load.warc import read_warc
from pipeline.records import Failure, RawDocument

Records = Iterator[RawDocument | Failure]
_LISTS = (
    "articles", "data", "items", "results", "documents", "docs", "records", "hits", "stories", "news", "value",
    "response",
)  # fmt: skip


def failure(uri: str, record_id: str | None, error: Exception) -> Failure:
    """Return the failures row of an error met while loading."""
    return Failure(uri, record_id, "load", type(error).__name__, str(error))


def read_page(member: Member, media: str, options: LoadOptions) -> Records:
    """A file that is one document."""
    limit = options.limits.record
    data = member.stream.read(limit + 1)
    if len(data) > limit:
        raise LoadError(f"refused: one document of more than {limit:,} bytes")
    text, notes = decode(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff\u200b \t\n"):
        raise LoadError("empty file")
    yield RawDocument(source_uri=member.uri, record_id=None, media=media, content=text, notes=notes)


class _Columns:
    """Chooses columns once for each set of keys met in a file."""

    def __init__(self, options: LoadOptions, where: str) -> None:
        self.options, self.where = options, where
        self.known: dict[frozenset[str], dict[str, str]] = {}

    def of(self, record: Mapping[str, Any]) -> dict[str, str]:
        keys = frozenset(record)
        found = self.known.get(keys)
        if found is None:
            found = choose(record, self.options, self.where)
            if len(self.known) < 256:
                self.known[keys] = found
        return found


def read_jsonl(member: Member, options: LoadOptions, first: int = 1, size: int | None = None) -> Records:
    """JSON Lines; ``first`` is the number of the first line, ``size`` how many bytes to read of the stream."""
    columns = _Columns(options, member.uri)
    limit = options.limits.record
    number, left = first - 1, size
    while left is None or left > 0:
        line = member.stream.readline(limit + 1)
        if not line:
            return
        number += 1
        if left is not None:
            left -= len(line)
        where = f"{member.uri}#{number}"
        if len(line) > limit:
            rest = line
            while rest and not rest.endswith(b"\n"):
                rest = member.stream.readline(1 << 20)
                left = left - len(rest) if left is not None else None
            yield failure(where, None, LoadError(f"refused: one record of more than {limit:,} bytes"))
            continue
        if number == 1 and line.startswith(b"\xef\xbb\xbf"):
            line = line[3:]
        if not line.strip():
            continue
        text, notes = decode_line(line)
        try:
            record = json.loads(text)
        except ValueError as error:
            yield failure(where, None, LoadError(f"not JSON: {error}"))
            continue
        except RecursionError:
            yield failure(where, None, LoadError("refused: JSON nested absurdly deep"))
            continue
        if isinstance(record, dict) and (inner := _inner(record)) is not None:
            for index, item in enumerate(inner, 1):
                yield from _record(item, columns, f"{where}.{index}", notes)
        else:
            yield from _record(record, columns, where, notes)


def _record(record: Any, columns: _Columns, where: str, notes: tuple[str, ...] = ()) -> Records:
    if not isinstance(record, dict):
        yield failure(where, None, LoadError(f"not an object but a {type(record).__name__}"))
        return
    if isinstance(record.get("_source"), dict):
        record = {**record["_source"], **{k: v for k, v in record.items() if k == "_id"}}
    try:
        yield document(record, columns.of(record), where, notes)
    except LoadError as error:
        identity = record.get("id")
        yield failure(where, None if identity is None else str(identity), error)


def _inner(record: dict[str, Any]) -> list[Any] | None:
    """Return the list of records that an enveloping object holds, if it is one."""
    folded = {str(k).casefold() for k in record}
    if folded & set(GUESSES["text"][:9]) or folded & set(GUESSES["html"]):
        return None
    for key in _LISTS:
        value = record.get(key)
        if isinstance(value, dict):
            value = next((value[k] for k in _LISTS if isinstance(value.get(k), list)), None)
        if isinstance(value, list) and value and all(isinstance(x, dict) for x in value[:5]):
            return value
    return None


def read_json(member: Member, options: LoadOptions) -> Records:
    """A JSON array of records, read one at a time; or one object, or objects one after the other."""
    columns = _Columns(options, member.uri)
    decoder = json.JSONDecoder()
    limit = options.limits.record
    stream = io.TextIOWrapper(member.stream, encoding="utf-8-sig", errors="replace")
    buffer, at, number, ended = "", 0, 0, False
    inside = False
    space = re.compile(r"[\s,]*")

    def more() -> bool:
        nonlocal buffer, at, ended
        chunk = stream.read(max(1 << 16, len(buffer) - at))
        ended = not chunk
        buffer, at = buffer[at:] + chunk, 0
        return not ended

    while True:
        found = space.match(buffer, at)
        at = found.end() if found else at
        if at >= len(buffer):
            if ended or not more():
                break
            continue
        if buffer[at] == "[" and not inside and number == 0:
            inside, at = True, at + 1
            continue
        if buffer[at] == "]" and inside:
            break
        try:
            record, stop = decoder.raw_decode(buffer, at)
            if stop >= len(buffer) and not ended and buffer[stop - 1] not in '}]"':
                more()
                continue
        except ValueError as error:
            if not ended and len(buffer) - at <= limit:
                more()
                continue
            size = len(buffer) - at
            message = f"refused: one record of more than {limit:,} characters" if size > limit else f"not JSON: {error}"
            yield failure(f"{member.uri}#{number + 1}", None, LoadError(message))
            break
        except RecursionError:
            yield failure(f"{member.uri}#{number + 1}", None, LoadError("refused: JSON nested absurdly deep"))
            break
        at = stop
        number += 1
        where = f"{member.uri}#{number}"
        if isinstance(record, dict) and not inside and (inner := _inner(record)) is not None:
            for index, item in enumerate(inner, 1):
                yield from _record(item, columns, f"{where}.{index}")
        else:
            yield from _record(record, columns, where)
    stream.detach()


def read_csv(member: Member, options: LoadOptions, delimiter: str = "") -> Records:
    """CSV or TSV with a header row."""
    head = member.head
    try:
        head.decode("utf-8")
        encoding = "utf-8-sig"
    except UnicodeDecodeError as error:
        encoding = "utf-8-sig" if len(head) - error.start <= 3 else "windows-1252"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    notes = () if encoding == "utf-8-sig" else (f"decoded as {encoding}",)
    first = head.decode(encoding, "replace").split("\n", 1)[0]
    delimiter = delimiter or max(",;\t|", key=first.count)
    csv.field_size_limit(options.limits.record)
    stream = io.TextIOWrapper(member.stream, encoding=encoding, errors="replace", newline="")
    rows = csv.reader(stream, delimiter=delimiter)
    try:
        header = next(rows, None)
    except csv.Error as error:
        raise LoadError(f"not CSV: {error}") from error
    if not header:
        raise LoadError("empty file")
    chosen = choose(header, options, member.uri)
    number = 0
    while True:
        number += 1
        where = f"{member.uri}#{number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield failure(where, None, LoadError(f"not CSV: {error}"))
            continue
        if row is None:
            break
        if not any(row):
            continue
        record = dict(zip(header, row, strict=False))
        try:
            yield document(record, chosen, where, notes)
        except LoadError as error:
            yield failure(where, record.get(chosen.get("id", "")) or None, error)
    stream.detach()


def read_table(member: Member, options: LoadOptions, kind: str) -> Records:
    """Parquet, Arrow IPC files and streams: batch by batch, only the columns that are used."""
    stream = member.stream
    if not stream.seekable():
        limit = options.limits.record * 16
        data = stream.read(limit + 1)
        if len(data) > limit:
            raise LoadError(f"refused: a table of more than {limit:,} bytes inside an archive; unpack it first")
        stream = io.BytesIO(data)
    try:
        yield from _batches(stream, member, options, kind)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:  # UnicodeDecodeError: names of columns
        raise LoadError(f"damaged: {error}") from error


def _batches(stream: BinaryIO, member: Member, options: LoadOptions, kind: str) -> Records:
    batches: Iterator[Any]
    if kind == "parquet":
        table = pq.ParquetFile(stream)
        chosen = choose(table.schema_arrow.names, options, member.uri)
        batches = table.iter_batches(batch_size=64, columns=sorted(set(chosen.values())))
    elif member.head.startswith(b"ARROW1"):
        file = pa.ipc.open_file(stream)
        chosen = choose(file.schema.names, options, member.uri)
        batches = (file.get_batch(i) for i in range(file.num_record_batches))
    else:
        reader = pa.ipc.open_stream(stream)
        chosen = choose(reader.schema.names, options, member.uri)
        batches = iter(reader)
    number = 0
    for batch in batches:
        for record in _rows(batch.select(sorted(set(chosen.values())))):
            number += 1
            where = f"{member.uri}#{number}"
            try:
                if isinstance(record, Exception):
                    raise LoadError(f"damaged row: {record}")
                yield document(record, chosen, where)
            except LoadError as error:
                identity = None if isinstance(record, Exception) else record.get(chosen.get("id", ""))
                yield failure(where, None if identity is None else str(identity), error)


def _rows(batch: Any) -> Iterator[dict[str, Any] | Exception]:
    """Yield the rows of a batch; a row that does not hold what its type promises comes as the error.

    Arrow trusts its input: offsets and UTF-8 of a file from elsewhere must be validated before they are read.
    """
    try:
        batch.validate(full=True)
        yield from batch.to_pylist()
        return
    except (pa.ArrowException, ValueError, OverflowError):
        rows = (batch.slice(i, 1) for i in range(batch.num_rows))
    for row in rows:
        try:
            row.validate(full=True)
            yield row.to_pylist()[0]
        except (pa.ArrowException, ValueError, OverflowError) as error:
            yield error


READERS: dict[str, Callable[[Member, LoadOptions], Records]] = {
    "markdown": lambda m, o: read_page(m, "markdown", o),
    "html": lambda m, o: read_page(m, "html", o),
    "text": lambda m, o: read_page(m, "text", o),
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "tsv": lambda m, o: read_csv(m, o, "\t"),
    "parquet": lambda m, o: read_table(m, o, "parquet"),
    "arrow": lambda m, o: read_table(m, o, "arrow"),
    "warc": read_warc,
    "feed": read_feed,
}
