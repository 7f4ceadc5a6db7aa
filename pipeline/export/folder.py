"""Where a run's files go: a folder on this machine or an address that fsspec knows. Every write is whole or absent.

Layout: ``<table>/part-<generation>-<shard>.parquet``, ``run.json``, and the run's own notes under ``.newsact/``, which
readers of Parquet folders pass over.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import RunError

STATE = ".newsact"


class OutputFolder:
    """An output folder. Names are relative, with forward slashes. Cheap to make; safe to send to another process."""

    def __init__(self, address: str | Path) -> None:
        self.address = str(address)
        scheme, mark, rest = self.address.partition("://")
        self.local = Path(rest if scheme == "file" else self.address) if not mark or scheme == "file" else None

    def __str__(self) -> str:
        return self.address

    def exists(self, name: str) -> bool:
        """Tell whether a file is there."""
        if self.local is not None:
            return (self.local / name).is_file()
        fs, root = self._remote()
        return bool(fs.isfile(f"{root}/{name}"))

    def read(self, name: str) -> bytes:
        """Return the content of a file. Raises FileNotFoundError."""
        if self.local is not None:
            return (self.local / name).read_bytes()
        fs, root = self._remote()
        return bytes(fs.cat_file(f"{root}/{name}"))

    @contextmanager
    def reading(self, name: str) -> Iterator[Path]:
        """Give a local path to read a file from."""
        if self.local is not None:
            yield self.local / name
            return
        with self.scratch() as scratch:
            path = scratch / name.rpartition("/")[2]
            fs, root = self._remote()
            fs.get_file(f"{root}/{name}", str(path))
            yield path

    def read_json(self, name: str) -> Any:
        """Return a JSON file's value, None where there is no such file."""
        return json.loads(self.read(name)) if self.exists(name) else None

    def names(self, prefix: str) -> list[str]:
        """Return the names of all files under a folder, sorted; unfinished ones are left out."""
        if self.local is not None:
            found = [p.relative_to(self.local).as_posix() for p in (self.local / prefix).rglob("*") if p.is_file()]
        else:
            fs, root = self._remote()
            base = root.strip("/")
            paths = fs.find(f"{root}/{prefix}") if fs.isdir(f"{root}/{prefix}") else []
            found = [p.strip("/").removeprefix(base).lstrip("/") for p in paths]
        return sorted(n for n in found if not n.endswith(".tmp"))

    def write(self, name: str, content: bytes) -> None:
        """Write a file: temporary name, flushed to the disk, renamed."""
        with self.writing(name) as path:
            path.write_bytes(content)

    def write_json(self, name: str, value: object) -> None:
        """Write a JSON file."""
        self.write(name, (json.dumps(value, indent=1, ensure_ascii=False, default=str) + "\n").encode())

    @contextmanager
    def writing(self, name: str) -> Iterator[Path]:
        """Give a local path to write to; on leaving without an error it becomes the file, on an error nothing does."""
        with self.scratch() as scratch:
            path = scratch / name.replace("/", "__")
            yield path
            self.place(path, name)

    def place(self, path: Path, name: str) -> None:
        """Move a finished local file to its name, flushed to the disk first."""
        with path.open("rb") as stream:
            os.fsync(stream.fileno())
        if self.local is not None:
            target = self.local / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)
            _sync_folder(target.parent)
        else:
            fs, root = self._remote()
            target_name = f"{root}/{name}"
            fs.makedirs(target_name.rpartition("/")[0], exist_ok=True)
            fs.put_file(str(path), target_name)

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """Give an empty local folder on the same disk as the output where that is local; it is removed afterwards."""
        parent = None
        if self.local is not None:
            parent = self.local / STATE / "tmp"
            parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix="write-", suffix=".tmp", dir=parent, ignore_cleanup_errors=True
        ) as name:
            yield Path(name)

    def remove(self, name: str) -> None:
        """Remove a file or folder, if there is one."""
        if self.local is not None:
            path = self.local / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
            return
        fs, root = self._remote()
        if fs.exists(f"{root}/{name}"):
            fs.rm(f"{root}/{name}", recursive=True)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the folder for one run. Raises RunError, naming the holder, where another run has it.

        On a local disk the lock goes with its process, however that ends. Elsewhere it is a file, and one left behind
        by a killed run has to be removed by hand, as the error says.
        """
        holder = f"process {os.getpid()} on {os.uname().nodename} since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
        name = f"{STATE}/lock"
        if self.local is None:
            if self.exists(name):
                raise RunError(
                    f"{self} is in use by another run ({self.read(name).decode()}); if that one is dead, "
                    f"delete {self}/{name}"
                )
            self.write(name, holder.encode())
            try:
                yield
            finally:
                self.remove(name)
            return
        import fcntl

        path = self.local / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+", encoding="utf-8") as stream:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                stream.seek(0)
                raise RunError(f"{self} is in use by another run ({stream.read().strip()})") from None
            stream.truncate(0)
            stream.write(holder)
            stream.flush()
            yield
            stream.truncate(0)

    def _remote(self) -> tuple[Any, str]:
        import fsspec

        fs, root = fsspec.core.url_to_fs(self.address)
        return fs, root.rstrip("/")


def _sync_folder(folder: Path) -> None:
    """Flush a folder's own entry, so that a rename survives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
