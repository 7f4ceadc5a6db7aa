"""Files -> raw documents: every format recognised by its content, read as a stream, failures told apart from records.

>>> for item in read(["articles/", "dump.warc.gz"]):
...     ...
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.errors import ConfigError, LoadError, nearest
from pipeline.load.containers import DAMAGE, Budget, Member, Refused, buffered, members, peek, zipped
from pipeline.load.options import FIELDS, FORMATS, Limits, LoadOptions, parse_mapping
from pipeline.load.readers import READERS, failure, read_jsonl
from pipeline.load.sniff import sniff
from pipeline.load.sources import Source, open_source, plan
from pipeline.records import Failure, RawDocument

__all__ = ["FIELDS", "FORMATS", "Limits", "LoadOptions", "Source", "parse_mapping", "plan", "read", "read_one"]

_DEFAULTS = LoadOptions()


def read(inputs: Iterable[str], options: LoadOptions = _DEFAULTS) -> Iterator[RawDocument | Failure]:
    """Yield every record of the inputs in a stable order; what cannot be read comes as a failure.

    Inputs are files, folders, globs, fsspec addresses and ``-`` for standard input.
    """
    for source in plan(inputs):
        yield from read_one(source, options)


def read_one(source: Source | str, options: LoadOptions = _DEFAULTS) -> Iterator[RawDocument | Failure]:
    """Yield the records of one source as :func:`pipeline.load.plan` gives them, or of one address.

    A byte range of a JSON Lines file gives the same records as that part of the whole file: line numbers, and so
    addresses, are the same.
    """
    if isinstance(source, str):
        source = Source(source, os.path.getsize(source) if os.path.isfile(source) else 0)
    if options.format is not None and options.format not in READERS:
        hint = nearest(options.format, FORMATS)
        raise ConfigError(f"no format {options.format!r}{hint}; formats: {', '.join(FORMATS)}")
    uri = "stdin" if source.uri == "-" else source.uri
    try:
        stream = open_source(source)
    except LoadError as error:
        yield failure(uri, None, error)
        return
    try:
        if source.stop is not None:
            lines = Member(uri, uri, b"", buffered(stream))
            yield from read_jsonl(lines, options, source.first, source.stop - source.start)
            return
        head, rest = peek(stream, options.limits.head)
        if not head:
            raise LoadError("empty file")
        budget = Budget(options.limits)
        if head.startswith((b"PAR1", b"ARROW1")) and stream.seekable():
            stream.seek(0)
            yield from _member(Member(uri, uri, head, stream), options)
            return
        if zipped(head) and source.size:
            budget.consumed = source.size
            counted = buffered(rest)
        else:
            counted = buffered(rest, budget=budget, coming_in=True)
        for member in members(uri, uri, counted, budget):
            if isinstance(member, Refused):
                yield Failure(member.uri, None, "load", "LoadError", member.reason)
            else:
                yield from _member(member, options)
    except LoadError as error:
        yield failure(uri, None, error)
    except (OSError, *DAMAGE) as error:
        yield failure(uri, None, LoadError(f"damaged: {error or type(error).__name__}"))
    finally:
        if source.uri != "-":
            stream.close()


def _member(member: Member, options: LoadOptions) -> Iterator[RawDocument | Failure]:
    """Read one plain stream; its own errors stay its own, swelling stops the whole file."""
    try:
        if not member.head:
            raise LoadError("empty file")
        kind = options.format or sniff(member.head, member.name)
        found = False
        for item in READERS[kind](member, options):
            found = True
            yield item
        if not found:
            raise LoadError(f"no record in this {kind} file")
    except LoadError as error:
        if "zip bomb" in str(error):
            raise LoadError(f"{error} (in {member.uri})") from error
        yield failure(member.uri, None, error)


def with_mapping(options: LoadOptions, given: str) -> LoadOptions:
    """Return the options with a ``--map`` string applied."""
    return replace(options, mapping={**options.mapping, **parse_mapping(given)})
