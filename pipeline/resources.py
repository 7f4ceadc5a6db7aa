"""Where the shipped configs, models and seeds are: the repository in a checkout, package data in an installed wheel."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder such as ``shipped("configs", "patterns")``; it may not exist."""
    data = _PACKAGE / "_data"
    root = data if data.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def tree_hash(folder: Path, pattern: str = "*") -> str:
    """Return the SHA-256 over the sorted relative names and contents of the files under a folder."""
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob(pattern) if p.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}\0{file_hash(path)}\n".encode())
    return whole.hexdigest()


def layers_hash(ours: Path, theirs: Iterable[Path] = ()) -> str:
    """Return the SHA-256 over a shipped folder and the files or folders laid over it, in their order."""
    whole = hashlib.sha256(tree_hash(ours).encode())
    for path in theirs:
        whole.update((tree_hash(path) if path.is_dir() else file_hash(path)).encode())
    return whole.hexdigest()
