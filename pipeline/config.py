"""The configuration of a run: what a user may set, checked before any work."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError

from pipeline.errors import ConfigError, nearest

M = TypeVar("M", bound=BaseModel)

Engine = Literal["serial", "processes", "ray"]

# Keys that say where a run happens, not what comes out of it: a run may be resumed with other values of these.
PLACEMENT = frozenset({"engine", "workers", "ray_address"})


class ModelSettings(BaseModel):
    """Which language model reads the text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(default="en_core_web_md", description="of models/registry.toml, or an installed spaCy package")
    version: str = Field(default="3.8.0", description="its exact version")


class Configuration(BaseModel):
    """All settings of a run, with their defaults (the same as in configs/newsact.yaml)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: ModelSettings = Field(default=ModelSettings(), description="the language model")
    clean: Literal["auto", "none"] = Field(default="auto", description="find the article, or leave the text")
    patterns: tuple[Path, ...] = Field(default=(), description="own pattern files or folders, read after the shipped")
    actors: tuple[Path, ...] = Field(default=(), description="own gazetteer files; they override the shipped")
    language: str = Field(default="en", description="ISO 639-1 code of the articles wanted, or any")
    format: str | None = Field(default=None, description="read inputs as this format, whatever they look like")
    map: dict[str, str] = Field(default={}, description="field -> column of tables and JSON, as in text: body")
    keep_duplicates: bool = Field(default=False, description="keep articles whose text was met before")
    drop_repeated: bool = Field(
        default=False, description="leave out blocks that many articles of one source in a shard have word for word"
    )
    propositions: bool = Field(default=False, description="also write every filled slot of every predicate")
    max_characters: int = Field(default=1_000_000, ge=1_000, description="an article longer than this is refused")
    shard_megabytes: float = Field(default=16, gt=0, le=4096, description="input read by one worker at a time")
    partition_by: Literal["none", "year", "month"] = Field(default="none", description="folders by publication date")
    engine: Engine = Field(default="serial", description="serial, processes or ray")
    workers: PositiveInt | Literal["auto"] = Field(default="auto", description="auto: one per core, or a number")
    ray_address: str | None = Field(default=None, description="a running Ray cluster to join; null starts one here")

    @property
    def keeps_duplicates(self) -> bool:
        """Whether articles with the same words are kept: on request, and where texts are taken as they stand."""
        return self.keep_duplicates or self.clean == "none"

    def extraction_settings(self) -> dict[str, Any]:
        """Return the settings that decide what comes out, leaving out where the run happens."""
        return self.model_dump(mode="json", exclude=set(PLACEMENT))


def load_configuration(path: Path | None = None, overrides: Mapping[str, Any] | None = None) -> Configuration:
    """Return the configuration of a YAML file (the defaults without one) with ``overrides`` laid over it.

    Raises ConfigError naming file, key, value and the nearest known key.
    """
    data: dict[str, Any] = {}
    if path is not None:
        try:
            loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise ConfigError(f"{path}: cannot be read as YAML: {error}") from error
        if not isinstance(loaded, dict | None):
            raise ConfigError(f"{path}: expected keys and values, found {type(loaded).__name__}")
        data = _beside(loaded or {}, path.parent)
    return check(Configuration, {**data, **(overrides or {})}, str(path or "command line"))


def _beside(data: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Paths in a configuration file are relative to the file."""
    found = dict(data)
    for key in ("patterns", "actors"):
        if isinstance(value := found.get(key), str | list):
            found[key] = [
                folder / v if isinstance(v, str) else v for v in ([value] if isinstance(value, str) else value)
            ]
    return found


def check(model: type[M], data: object, source: str) -> M:
    """Return ``data`` as the pydantic ``model``. Raises ConfigError with one line per fault, each naming its key."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise ConfigError("\n".join(_explain(model, fault, source) for fault in error.errors())) from error


def digest(value: object) -> str:
    """Return the SHA-256 of a JSON value, independent of the order of its keys."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()


def _explain(model: type[BaseModel], fault: Any, source: str) -> str:
    where = ".".join(str(part) for part in fault["loc"])
    if fault["type"] != "extra_forbidden":
        return f"{source}: {where}: {fault['msg']} (found {fault['input']!r})"
    known: type[BaseModel] | None = model
    for part in fault["loc"][:-1]:
        inner = known.model_fields[part].annotation if known and part in known.model_fields else None
        known = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
    names = list(known.model_fields) if known else []
    return f"{source}: unknown key {where!r}{nearest(str(fault['loc'][-1]), names)}"
