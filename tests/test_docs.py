"""The documentation says what is: reference pages match the code, links lead somewhere, code blocks run."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from pipeline.events.patterns import load_patterns
from pipeline.ner.gazetteer import load_gazetteer
from pipeline.resources import shipped

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))


def blocks(page: Path, language: str) -> list[str]:
    """Return the fenced code blocks of a page in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)


def test_reference_pages_match_the_code() -> None:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    stale = [n for n, text in generate.pages().items() if (DOCS / n).read_text(encoding="utf-8") != text]
    assert stale == [], "run: python docs/generate.py"


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http", "mailto")):
            assert (page.parent / target).exists(), target


def test_every_page_is_in_the_site() -> None:
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    named = set(re.findall(r"[\w-]+\.md", str(site["nav"])))
    assert named == {p.name for p in PAGES}


def test_readme_quotes_only_measured_figures() -> None:
    shares = re.findall(r"(?<![\d.])0?\.\d{2,3}\b", (ROOT / "README.md").read_text(encoding="utf-8"))
    page = (DOCS / "accuracy.md").read_text(encoding="utf-8")
    assert [s for s in shares if s.lstrip("0") not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_yaml_blocks_are_valid(page: Path, tmp_path: Path) -> None:
    for number, block in enumerate(blocks(page, "yaml")):
        data = yaml.safe_load(block)
        file = tmp_path / f"{number}.yaml"
        file.write_text(block, encoding="utf-8")
        if isinstance(data, list) and any("event" in item for item in data if isinstance(item, dict)):
            load_patterns([shipped("configs", "patterns"), file])
        elif isinstance(data, dict) and isinstance(data.get("actors"), list) and isinstance(data["actors"][0], dict):
            load_gazetteer([file])


@pytest.mark.slow
def test_the_tour_works_as_written(tmp_path: Path) -> None:
    folder = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "COLUMNS": "160"}
    script = "set -e\n" + "\n".join(blocks(DOCS / "index.md", "bash"))
    ran = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "outage" in ran.stdout
    assert "ultimatum" in ran.stdout
    assert (tmp_path / "my-project" / "report.html").stat().st_size > 500_000
    code = "\n".join(blocks(DOCS / "index.md", "python") + blocks(DOCS / "python.md", "python"))
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "my-project", env=environment, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert "Larkspur Bank" in ran.stdout
    assert "block ['Norway', 'Huawei']" in ran.stdout


@pytest.mark.slow
def test_the_site_builds_without_a_network(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path / "site")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "site" / "index.html").is_file()
