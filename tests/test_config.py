"""The configuration: what is accepted, and what is said when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pipeline.config import Configuration, check, load_configuration
from pipeline.errors import ConfigError
from pipeline.resources import shipped

WRONG = [
    ("engin: ray", r"unknown key 'engin', did you mean 'engine'\?"),
    ("model: {nam: en_core_web_md}", r"unknown key 'model.nam', did you mean 'name'\?"),
    ("engine: dask", r"engine: .*'serial', 'processes' or 'ray' \(found 'dask'\)"),
    ("workers: 0", r"workers"),
    ("shard_megabytes: -1", r"shard_megabytes: .*greater than 0"),
    ("clean: [auto", "cannot be read as YAML"),
    ("- engine", "expected keys and values, found list"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_wrong_is_named_with_its_file(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message) as caught:
        load_configuration(path)
    assert str(path) in str(caught.value)


def test_the_shipped_file_holds_every_key_with_its_default() -> None:
    written = yaml.safe_load(shipped("configs", "newsact.yaml").read_text())
    assert check(Configuration, written, "newsact.yaml") == Configuration()
    assert set(written) == set(Configuration.model_fields)
    assert set(written["model"]) == set(Configuration().model.model_dump())


def test_the_command_line_is_laid_over_the_file(tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    path.write_text("engine: processes\nlanguage: any\n")
    configuration = load_configuration(path, {"engine": "serial"})
    assert (configuration.engine, configuration.language) == ("serial", "any")


def test_where_a_run_happens_is_not_part_of_what_comes_out() -> None:
    here = Configuration().extraction_settings()
    there = Configuration(engine="ray", workers=8, ray_address="auto").extraction_settings()
    assert here == there != Configuration(propositions=True).extraction_settings()
