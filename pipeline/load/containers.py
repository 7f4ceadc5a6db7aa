"""Compressed files and archives -> the streams inside them, read without unpacking to disk.

Nothing is extracted: a member is a stream. Names that climb out of the archive, links, devices, archives nested too
deep and streams that swell too far are refused, each with its reason.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

import zstandard

from pipeline.errors import LoadError
from pipeline.load.options import Limits

DAMAGE = (zlib.error, lzma.LZMAError, zstandard.ZstdError, EOFError, gzip.BadGzipFile)
_SUFFIXES = {".gz", ".zst", ".zstd", ".bz2", ".xz", ".lzma", ".gzip"}


class Readable(Protocol):
    """Anything with ``read``."""

    def read(self, size: int = -1, /) -> bytes:
        """Return up to ``size`` bytes."""


class Budget:
    """How many bytes came in from an input file, and how many may come out of it in all."""

    __slots__ = ("consumed", "expanded", "limits")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.consumed = self.expanded = 0

    def expand(self, size: int) -> None:
        """Count decompressed bytes; raises :class:`LoadError` when they are too many for what came in."""
        self.expanded += size
        if self.expanded > self.limits.free and self.expanded > self.limits.ratio * max(1, self.consumed):
            raise LoadError(
                f"refused: unpacks to more than {self.limits.ratio} times its size ({self.expanded:,} bytes so far "
                f"from {self.consumed:,}), as a zip bomb does"
            )


class Tap(io.RawIOBase):
    """A raw stream over a reader, after bytes already taken from it; counts what passes into a budget."""

    def __init__(
        self, inner: Readable, head: bytes = b"", budget: Budget | None = None, coming_in: bool = False
    ) -> None:
        super().__init__()
        self.head, self.budget, self.coming_in = head, budget, coming_in
        # one piece at a time, so that damage costs no more than the piece it is in
        self.pull: Callable[[int], bytes] = getattr(inner, "read1", inner.read)
        self.damage: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        if self.head:
            data, self.head = self.head[:size], self.head[size:]
        else:
            if self.damage:
                raise self.damage
            data = self.pull(size)
            if self.budget:
                if self.coming_in:
                    self.budget.consumed += len(data)
                else:
                    self.budget.expand(len(data))
        buffer[: len(data)] = data
        return len(data)


def buffered(inner: Readable, head: bytes = b"", budget: Budget | None = None, coming_in: bool = False) -> BinaryIO:
    """Return a buffered stream over a reader."""
    return cast(BinaryIO, io.BufferedReader(Tap(inner, head, budget, coming_in), 1 << 18))


def peek(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """Return the first bytes of a stream, as many as there are up to ``size``, and a stream that still has them.

    Damage after the first byte is met again by whoever reads on.
    """
    head = bytearray()
    damage = None
    try:
        while len(head) < size and (data := stream.read1(size - len(head))):  # type: ignore[attr-defined]
            head += data
    except DAMAGE as error:
        if not head:
            raise
        damage = error
    tap = Tap(stream, bytes(head))
    tap.damage = damage
    return bytes(head), cast(BinaryIO, io.BufferedReader(tap, 1 << 18))


@dataclass(frozen=True, slots=True)
class Member:
    """One stream to be read as records: its address, the name that its suffix is taken from, its first bytes."""

    uri: str
    name: str
    head: bytes
    stream: BinaryIO


@dataclass(frozen=True, slots=True)
class Refused:
    """A member that is not opened, and why."""

    uri: str
    reason: str


def members(uri: str, name: str, stream: BinaryIO, budget: Budget, depth: int = 0) -> Iterator[Member | Refused]:
    """Yield the plain streams in a stream: itself, or what is compressed or archived in it, however nested.

    Raises :class:`LoadError` for too deep a nesting, damage and swelling.
    """
    limits = budget.limits
    head, stream = peek(stream, limits.head)
    inner = _decompressor(head, stream)
    if inner is not None or zipped(head) or _tarred(head):
        if depth >= limits.depth:
            raise LoadError(f"refused: archives nested more than {limits.depth} deep")
        try:
            if inner is not None:
                yield from members(uri, _shorter(name), buffered(inner, budget=budget), budget, depth + 1)
            elif zipped(head):
                yield from _zip(uri, stream, budget, depth)
            else:
                yield from _tar(uri, stream, budget, depth)
        except DAMAGE as error:
            raise LoadError(f"damaged: {error or type(error).__name__}") from error
        return
    yield Member(uri, name, head, stream)


def _shorter(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    if dot and "." + suffix.lower() in _SUFFIXES:
        return stem
    return stem + ".tar" if dot and suffix.lower() in ("tgz", "txz", "tbz2", "tzst") else name


def _decompressor(head: bytes, stream: BinaryIO) -> Readable | None:
    if head.startswith(b"\x1f\x8b\x08"):
        return cast(Readable, gzip.GzipFile(fileobj=stream))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return cast(Readable, zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True))
    if head.startswith(b"BZh") and head[3:4].isdigit() and head[4:10] == b"1AY&SY":
        return cast(Readable, bz2.BZ2File(stream))
    if head.startswith(b"\xfd7zXZ\x00"):
        return cast(Readable, lzma.LZMAFile(stream))
    return None


def zipped(head: bytes) -> bool:
    """Whether the bytes begin a zip archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def _tarred(head: bytes) -> bool:
    return head[257:262] == b"ustar"


def unsafe(name: str) -> str:
    """Return why an archive member of this name is refused, or an empty string."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or (len(name) > 1 and name[1] == ":"):
        return "refused: an absolute path inside an archive"
    if ".." in parts:
        return "refused: a path that climbs out of the archive"
    if "\x00" in name or len(name) > 1024:
        return "refused: not a file name"
    return ""


def _hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[-1].startswith(".") or "__MACOSX" in parts


def _zip(uri: str, stream: BinaryIO, budget: Budget, depth: int) -> Iterator[Member | Refused]:
    spool = tempfile.SpooledTemporaryFile(max_size=budget.limits.spool)  # noqa: SIM115
    with spool:
        while data := stream.read(1 << 20):
            spool.write(data)
        spool.seek(0)
        try:
            archive = zipfile.ZipFile(cast(BinaryIO, spool))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise LoadError(f"damaged: {error}") from error
        with archive:
            entries = archive.infolist()
            if len(entries) > budget.limits.members:
                raise LoadError(f"refused: {len(entries):,} members in one archive")
            for entry in entries:
                name = entry.filename
                if entry.is_dir() or _hidden(name):
                    continue
                where = f"{uri}!/{name}"
                mode = entry.external_attr >> 16
                reason = unsafe(name) or ("refused: a link inside an archive" if mode & 0o170000 == 0o120000 else "")
                if not reason and entry.flag_bits & 1:
                    reason = "encrypted"
                if reason:
                    yield Refused(where, reason)
                    continue
                try:
                    with archive.open(entry) as member:
                        yield from members(where, name, buffered(member, budget=budget), budget, depth + 1)
                except LoadError as error:
                    if "zip bomb" in str(error):
                        raise
                    yield Refused(where, str(error))
                except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, *DAMAGE) as error:
                    yield Refused(where, f"damaged: {error or type(error).__name__}")


def _tar(uri: str, stream: BinaryIO, budget: Budget, depth: int) -> Iterator[Member | Refused]:
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for count, entry in enumerate(archive):
                if count >= budget.limits.members:
                    raise LoadError(f"refused: more than {budget.limits.members:,} members in one archive")
                if entry.isdir() or _hidden(entry.name):
                    continue
                where = f"{uri}!/{entry.name}"
                reason = unsafe(entry.name) or ("" if entry.isreg() else "refused: a link or device inside an archive")
                member = archive.extractfile(entry) if not reason else None
                if member is None:
                    yield Refused(where, reason or "not a file")
                    continue
                try:
                    yield from members(where, entry.name, buffered(member), budget, depth + 1)
                except LoadError as error:
                    if "zip bomb" in str(error):
                        raise
                    yield Refused(where, str(error))
    except tarfile.TarError as error:
        raise LoadError(f"damaged: {error}") from error
