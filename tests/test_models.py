"""Language models: the registry, the cache, and what may not be unpacked."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import ModelError
from pipeline.resources import tree_hash
from pipeline.syntax import models
from pipeline.syntax.models import ModelEntry, find, install, locate, read_registry

ENTRY = ModelEntry("xx_tiny", "1.0.0", "xx", "MIT", "nobody", "tiny-wheel", "1.0", "", "tiny/_model", "")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("NEWSACT_CACHE", str(folder))
    return folder


@pytest.fixture
def make_wheel(tmp_path: Path) -> Callable[..., tuple[ModelEntry, Path]]:
    def make(extra: dict[str, str] | None = None) -> tuple[ModelEntry, Path]:
        files = {"tiny/_model/config.cfg": "[nlp]\n", "tiny/_model/vocab/words": "a\n", "tiny/__init__.py": "1 / 0\n"}
        wheel = tmp_path / "tiny-1.0-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            for name, text in (files | (extra or {})).items():
                archive.writestr(name, text)
        data = tmp_path / "expected"
        (data / "vocab").mkdir(parents=True)
        (data / "config.cfg").write_text("[nlp]\n")
        (data / "vocab" / "words").write_text("a\n")
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        return replace(ENTRY, wheel_sha256=digest, tree_sha256=tree_hash(data)), wheel

    return make


def test_the_default_model_is_in_the_registry() -> None:
    entry = read_registry().entry()
    assert (entry.key, entry.licence) == ("en_core_web_md-3.8.0", "MIT")
    assert len(entry.wheel_sha256) == len(entry.tree_sha256) == 64


def test_a_misspelt_model_is_answered_with_the_near_one() -> None:
    with pytest.raises(ModelError, match=r"did you mean 'en_core_web_md-3.8.0'"):
        read_registry().entry("en_core_web_md-3.8.1")


def test_only_the_models_folder_is_unpacked(make_wheel: Callable[..., tuple[ModelEntry, Path]], cache: Path) -> None:
    entry, wheel = make_wheel()
    folder = install(entry, fetch=lambda _entry, _folder: wheel)
    assert folder == cache / "xx_tiny-1.0.0"
    assert sorted(p.name for p in folder.rglob("*") if p.is_file()) == ["config.cfg", "words"]
    assert locate("xx_tiny", "1.0.0") == folder


def test_an_installed_model_is_not_fetched_again(make_wheel: Callable[..., tuple[ModelEntry, Path]]) -> None:
    entry, wheel = make_wheel()
    install(entry, wheel=wheel)

    def refuse(_entry: ModelEntry, _folder: Path) -> Path:
        raise AssertionError("fetched")

    install(entry, fetch=refuse)


def test_a_changed_wheel_is_not_unpacked(make_wheel: Callable[..., tuple[ModelEntry, Path]], cache: Path) -> None:
    entry, wheel = make_wheel()
    wheel.write_bytes(wheel.read_bytes() + b"x")
    with pytest.raises(ModelError, match="not unpacked"):
        install(entry, wheel=wheel)
    assert find("xx_tiny", "1.0.0") is None
    assert not list(cache.iterdir())


def test_a_member_may_not_leave_the_folder(make_wheel: Callable[..., tuple[ModelEntry, Path]], tmp_path: Path) -> None:
    entry, wheel = make_wheel({"tiny/_model/../../../../escaped": "x"})
    with pytest.raises(ModelError, match="would leave"):
        install(entry, wheel=wheel)
    assert not list(tmp_path.rglob("escaped"))


def test_a_folder_with_other_contents_is_refused(make_wheel: Callable[..., tuple[ModelEntry, Path]]) -> None:
    entry, wheel = make_wheel()
    with pytest.raises(ModelError, match="unpacked files hash"):
        install(replace(entry, tree_sha256="0" * 64), wheel=wheel)


def test_a_missing_model_says_how_to_get_it() -> None:
    with pytest.raises(ModelError, match=r"newsact models install xx_tiny-1\.0\.0"):
        locate("xx_tiny", "1.0.0")


def test_an_offline_install_says_how_to_bring_the_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    class Done:
        returncode, stdout, stderr = 1, "", "ERROR: No matching distribution found"

    monkeypatch.setattr(models.subprocess, "run", lambda *_args, **_more: Done)
    with pytest.raises(ModelError, match=r"--wheel FILE.whl") as caught:
        install(ENTRY)
    assert "pip download --no-deps --ignore-requires-python tiny-wheel==1.0" in str(caught.value)
