"""What the inputs name: files, folders, globs, fsspec addresses and standard input, in a stable order."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.errors import LoadError

LINE_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or the byte range ``start:stop`` of a file of lines whose first line has the number ``first``.

    ``size`` is in bytes, 0 when unknown. ``refused`` says why the file may not be opened.
    """

    uri: str
    size: int = 0
    start: int = 0
    stop: int | None = None
    first: int = 1
    refused: str = ""


def plan(inputs: Iterable[str], split: int | None = None) -> Iterator[Source]:
    """Yield the sources that the inputs name, sorted within each input, each once.

    ``split`` cuts uncompressed JSON Lines files on this machine into byte ranges of about that size. What cannot be
    opened comes as a source with ``refused`` set, so that reading it gives a failure.
    """
    seen: set[str] = set()
    for name in inputs:
        for source in _expand(name):
            if source.uri in seen:
                continue
            seen.add(source.uri)
            if split and source.size > split * 2 and source.uri.endswith(LINE_SUFFIXES) and "://" not in source.uri:
                yield from cut(source, split)
            else:
                yield source


def cut(source: Source, size: int) -> Iterator[Source]:
    """Yield byte ranges of a file of lines, each ending at a line end; the ranges know their first line number."""
    with open(source.uri, "rb") as handle:
        if handle.read(4096).lstrip()[:1] != b"{":
            yield source
            return
        handle.seek(0)
        start, line, at = 0, 1, 0
        count = 0
        while chunk := handle.read(1 << 20):
            position = 0
            while at + len(chunk) - start >= size:
                wanted = max(position, start + size - at)
                end = chunk.find(b"\n", wanted)
                if end < 0:
                    break
                count += chunk.count(b"\n", position, end + 1)
                yield replace(source, start=start, stop=at + end + 1, first=line)
                start, line, count = at + end + 1, line + count, 0
                position = end + 1
            count += chunk.count(b"\n", position)
            at += len(chunk)
        if at > start:
            yield replace(source, start=start, stop=at, first=line)


def _expand(name: str) -> Iterator[Source]:
    if name == "-":
        yield Source("-")
    elif "://" in name:
        yield from _remote(name)
    elif os.path.isdir(name):
        yield from _folder(Path(name))
    elif os.path.exists(name):
        yield Source(name, os.path.getsize(name))
    elif any(sign in name for sign in "*?["):
        found = sorted(glob.glob(name, recursive=True))
        if not found:
            yield Source(name, refused="no file matches")
        for path in found:
            if os.path.isdir(path):
                if not name.endswith("**"):
                    yield from _folder(Path(path))
            else:
                yield Source(path, os.path.getsize(path))
    else:
        folder = os.path.dirname(name) or "."
        near = get_close_matches(os.path.basename(name), os.listdir(folder), 1) if os.path.isdir(folder) else []
        hint = f", did you mean {os.path.join(os.path.dirname(name), near[0])!r}?" if near else ""
        yield Source(name, refused=f"no such file or folder{hint}")


def _folder(folder: Path) -> Iterator[Source]:
    """Yield the files below a folder by name; hidden ones are left out, links that lead outside are refused."""
    root = folder.resolve()
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(f for f in files if not f.startswith(".")):
            uri = os.path.join(path, file)
            if os.path.islink(uri) and not Path(uri).resolve().is_relative_to(root):
                yield Source(uri, refused="a link that leads outside the input folder")
            elif not os.path.isfile(uri):
                yield Source(uri, refused="not a regular file")
            else:
                yield Source(uri, os.path.getsize(uri))


def _remote(name: str) -> Iterator[Source]:
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(name)
        scheme = name.split("://", 1)[0]
        if scheme in ("http", "https"):
            yield Source(name)
            return
        if any(sign in path for sign in "*?["):
            found = sorted(system.glob(path))
            if not found:
                yield Source(name, refused="no file matches")
        elif system.isdir(path):
            found = sorted(system.find(path))
        else:
            found = [path]
        for item in found:
            uri = system.unstrip_protocol(item)
            yield Source(uri if scheme != "file" else "file://" + item, int(system.size(item) or 0))
    except ImportError as error:
        yield Source(name, refused=f"addresses like this need another package: {error}")
    except ValueError as error:
        yield Source(name, refused=str(error))
    except OSError as error:
        yield Source(name, refused=f"cannot be reached: {error}")


def open_source(source: Source) -> BinaryIO:
    """Open a source for reading bytes from ``source.start`` on.

    Raises :class:`LoadError` when it is refused or cannot be opened.
    """
    if source.refused:
        raise LoadError(source.refused)
    try:
        if source.uri == "-":
            return sys.stdin.buffer
        if "://" in source.uri:
            import fsspec

            return cast(BinaryIO, fsspec.open(source.uri, "rb").open())
        handle = open(source.uri, "rb")  # noqa: SIM115
        handle.seek(source.start)
        return handle
    except ImportError as error:
        raise LoadError(f"addresses like this need another package: {error}") from error
    except OSError as error:
        raise LoadError(f"cannot be opened: {error.strerror or error}") from error
