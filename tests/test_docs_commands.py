"""Every shell and Python block of the guides runs as written, in a folder that holds what its page talks about."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GUIDES = [ROOT / "README.md", *(DOCS / f"{n}.md" for n in ("cleaning", "scaling", "patterns", "gazetteers", "gating"))]
ELSEWHERE = {"index.md", "python.md"}
"""The tour, whose blocks build on each other; `tests/test_docs.py` runs it."""
TIMEX = '<TIMEX3 tid="{}" type="DATE" value="{}" functionInDocument="{}">{}</TIMEX3>'
CREATED = TIMEX.format("t0", "2013-03-22", "CREATION_TIME", "2013-03-22")
DISMISSED = TIMEX.format("t1", "2013-03-21", "NONE", "on Thursday")
TIMEML = f"""<?xml version="1.0" ?>
<TimeML><DOCID>ferry</DOCID><DCT>{CREATED}</DCT>
<TEXT>The ferry company dismissed its crews {DISMISSED}.</TEXT></TimeML>
"""
PROSE = "The ferry company dismissed its crews on Thursday, and the harbour master asked both sides to meet him. " * 4
PAGE = f"<html><title>Ferries stop</title><body><article><h1>Ferries stop</h1><p>{PROSE}</p></article></body></html>"
WARC = """WARC/1.0\r
WARC-Type: response\r
WARC-Target-URI: https://ferry.example/stop\r
WARC-Record-ID: <urn:uuid:5f0c0c5e-8a44-4a53-9a43-0b8a8cf4d0f1>\r
WARC-Date: 2013-03-22T08:00:00Z\r
Content-Type: application/http\r
Content-Length: {}\r
\r
{}\r
\r
"""


def blocks(page: Path, language: str) -> str:
    """Return the fenced code blocks of a page in a language, one after the other."""
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S))


def lines(file: Path) -> list[str]:
    """Return the lines of a file with their ends."""
    return file.read_text(encoding="utf-8").splitlines(keepends=True)


def first_yaml(page: str) -> str:
    """Return the first YAML block of a page."""
    found = re.search(r"^```yaml\n(.*?)^```", (DOCS / page).read_text(encoding="utf-8"), re.M | re.S)
    assert found
    return found[1]


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder with this environment's newsact first on the path."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "160"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with articles, gold, runs, a gazetteer, a pattern file and a TimeML document."""
    folder = tmp_path_factory.mktemp("workshop")
    names = [json.loads(line)["id"] for line in lines(ROOT / "seeds/gold/articles.jsonl")][:3]
    files = sorted((ROOT / "seeds/articles").iterdir())
    for part, chosen in (("articles", files[:2]), ("more-articles", files[2:4])):
        (folder / part).mkdir()
        for file in chosen:
            shutil.copy(file, folder / part)
    for gold in ("gold/mine", "gold/second"):
        (folder / gold).mkdir(parents=True)
        for file in (ROOT / "seeds/gold").glob("*.jsonl"):
            rows = [line for line in lines(file) if _of(json.loads(line)) in names]
            (folder / gold / file.name).write_text("".join(rows), encoding="utf-8")
    (folder / "geofence.yaml").write_text(first_yaml("patterns.md"), encoding="utf-8")
    (folder / "actors.yaml").write_text(first_yaml("gazetteers.md"), encoding="utf-8")
    (folder / "newsact.yaml").write_text("patterns: [geofence.yaml]\nactors: [actors.yaml]\n", encoding="utf-8")
    (folder / "article.md").write_text(f"# Ferries stop\n\n{PROSE}\n", encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(PAGE)}\r\n\r\n{PAGE}"
    (folder / "dump.warc.gz").write_bytes(gzip.compress(WARC.format(len(head), head).encode()))
    (folder / "TempEval-3/platinum").mkdir(parents=True)
    (folder / "TempEval-3/platinum/ferry.tml").write_text(TIMEML, encoding="utf-8")
    script = """set -e
newsact run gold/mine/articles.jsonl --clean none --quiet -o outputs/mine
for copy in before after; do cp -r outputs/mine outputs/$copy; done
newsact run more-articles --quiet -o outputs/second
newsact gate --gold gold/mine --baseline floors.json --update
"""
    made = run(["bash", "-c", script], folder)
    assert made.returncode == 0, made.stdout + made.stderr
    return folder


@pytest.fixture
def bench(workshop: Path, tmp_path: Path) -> Path:
    """Return a copy of the workshop, for one page alone."""
    return Path(shutil.copytree(workshop, tmp_path / "bench"))


def _of(row: dict[str, str]) -> str:
    return row.get("article_id") or row["id"]


def test_every_page_with_commands_is_run() -> None:
    pages = {p.name for p in [ROOT / "README.md", *DOCS.glob("*.md")] if blocks(p, "bash") or blocks(p, "python")}
    assert pages == {p.name for p in GUIDES} | ELSEWHERE


@pytest.mark.slow
@pytest.mark.parametrize("page", GUIDES, ids=lambda p: p.name)
def test_the_commands_of_a_guide_work_as_written(page: Path, bench: Path) -> None:
    ran = run(["bash", "-c", "set -e\n" + blocks(page, "bash")], bench)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    ran = run([sys.executable, "-W", "error::FutureWarning", "-c", blocks(page, "python")], bench)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.slow
def test_the_workflow_of_the_gating_guide_calls_a_gate_that_works(bench: Path) -> None:
    steps = yaml.safe_load(first_yaml("gating.md"))["jobs"]["gate"]["steps"]
    commands = [s["run"] for s in steps if s.get("run", "").startswith("newsact")]
    assert commands
    for command in commands:
        ran = run(["bash", "-c", command], bench)
        assert ran.returncode == 0, ran.stdout + ran.stderr
