"""An output folder: whole files or none, one run at a time, resumable, growing by what is new."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline.config import Configuration
from pipeline.errors import ConfigError, RunError
from pipeline.events import EventExtractor
from pipeline.export import OutputFolder, read_table
from pipeline.export.schemas import COLUMNS, schema
from pipeline.ner import ActorFinder
from pipeline.resources import tree_hash
from pipeline.run import run
from pipeline.shard import Worker
from pipeline.syntax import LanguageModel

TEXTS = [
    "The regulator fined Northwind Bank on Monday. Its chairman, Otto Brandt, said the bank would appeal.",
    "Minister Ana Ruiz met Karim Haddad in Lisbon. They agreed to cooperate on border controls.",
    "Police arrested two officials of Helio Telecom in Quito. A judge ordered the company to hand over its records.",
    "Thousands protested in Nordhavn against the port authority. The mayor rejected the demands of the dockers' union.",
    "The court suspended the order. Lumio welcomed the decision, and the commission declined to comment.",
    "Otto Brandt resigned as chairman of Northwind Bank after the regulator opened an investigation.",
]
SMALL = Configuration(shard_megabytes=0.0003)  # two of the texts a shard
TABLES = [t for t in COLUMNS if t != "propositions"]

tree_hash_once = cache(tree_hash)


@pytest.fixture(scope="module")
def loaded() -> tuple[ActorFinder, EventExtractor]:
    return ActorFinder(), EventExtractor()


@pytest.fixture(autouse=True)
def one_model(
    language: LanguageModel, loaded: tuple[ActorFinder, EventExtractor], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let workers share the session's model and what else is loaded once, which takes seconds."""
    monkeypatch.setattr(LanguageModel, "load", lambda _name, _version: language)
    monkeypatch.setattr("pipeline.shard.worker.ActorFinder", lambda _own: loaded[0])
    monkeypatch.setattr("pipeline.shard.worker.EventExtractor", lambda _own: loaded[1])
    monkeypatch.setattr("pipeline.run.fingerprint.tree_hash", tree_hash_once)


def write_articles(folder: Path, texts: list[str], first: int = 0) -> Path:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts, first):
        (folder / f"{number:02d}.txt").write_text(text)
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "in", TEXTS)


def content(folder: Path | str) -> dict[str, list[dict[str, object]]]:
    return {t: read_table(folder, t).to_pylist() for t in TABLES}


def test_all_tables_have_their_written_schema(corpus: Path, tmp_path: Path) -> None:
    outcome = run([str(corpus)], tmp_path / "out", Configuration(propositions=True))
    assert (outcome.tally.articles, outcome.tally.failed) == (6, 0)
    for table in COLUMNS:
        for path in (tmp_path / "out" / table).glob("*.parquet"):
            file = pq.ParquetFile(path)
            assert file.schema_arrow.remove_metadata() == schema(table).remove_metadata(), table
            assert file.schema_arrow.metadata[b"newsact.version"] == pipeline.__version__.encode()
    assert read_table(tmp_path / "out", "propositions").num_rows
    assert not read_table(tmp_path / "out", "failures").num_rows


def test_text_between_offsets_is_the_quoted_text(corpus: Path, tmp_path: Path) -> None:
    run([str(corpus)], tmp_path / "out")
    texts = {a["article_id"]: a["text"] for a in read_table(tmp_path / "out", "articles").to_pylist()}
    events = read_table(tmp_path / "out", "events").to_pylist()
    assert events
    for e in events:
        text = texts[e["article_id"]]
        assert text[e["trigger_start"] : e["trigger_end"]] == e["trigger_text"]
        assert text[e["sentence_start"] : e["sentence_end"]] == e["sentence"]
    for m in read_table(tmp_path / "out", "mentions").to_pylist():
        assert texts[m["article_id"]][m["start"] : m["end"]] == m["text"]


def test_run_json_accounts_for_the_run(corpus: Path, tmp_path: Path) -> None:
    (corpus / "empty.txt").write_text("")
    run([str(corpus)], tmp_path / "out", SMALL)
    manifest = json.loads((tmp_path / "out" / "run.json").read_text())
    assert manifest["counts"]["articles"] == 6
    assert sum(manifest["counts"]["failures_by_reason"].values()) == manifest["counts"]["failures"] == 1
    assert manifest["counts"]["rows"]["events"] == read_table(tmp_path / "out", "events").num_rows
    assert {"language", "events", "ner"} <= set(manifest["cpu_seconds_by_stage"])
    assert manifest["model"] == "en_core_web_md-3.8.0"
    assert len(manifest["model_sha256"]) == len(manifest["patterns_sha256"]) == 64
    assert manifest["peak_memory_mb"] > 0


def test_a_finished_run_repeated_does_nothing(corpus: Path, tmp_path: Path) -> None:
    run([str(corpus)], tmp_path / "out", SMALL)
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*.parquet")}
    again = run([str(corpus)], tmp_path / "out", SMALL)
    assert (again.shards_run, again.tally.articles, again.total.articles) == (0, 0, 6)
    assert before == {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*.parquet")}


def test_rows_do_not_depend_on_the_shards(corpus: Path, tmp_path: Path) -> None:
    assert run([str(corpus)], tmp_path / "one").shards_run == 1
    assert run([str(corpus)], tmp_path / "many", SMALL).shards_run > 2
    assert content(tmp_path / "one") == content(tmp_path / "many")


def test_a_byte_range_is_a_shard_like_any_other(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(i), "text": t, "date": "2024-03-05"}) for i, t in enumerate(TEXTS * 4)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n")
    untouched = {"clean": "none"}
    assert run([str(tmp_path / "in.jsonl")], tmp_path / "one", Configuration(**untouched)).shards_run == 1
    small = Configuration(shard_megabytes=0.001, **untouched)
    assert run([str(tmp_path / "in.jsonl")], tmp_path / "many", small).shards_run > 2
    assert content(tmp_path / "one") == content(tmp_path / "many")


def test_an_interrupted_run_goes_on(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run([str(corpus)], tmp_path / "whole", SMALL)
    real, calls = Worker.process_shard, []

    def stop_at_second(self: Worker, *args: object) -> object:
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Worker, "process_shard", stop_at_second)
    with pytest.raises(KeyboardInterrupt):
        run([str(corpus)], tmp_path / "out", SMALL)
    assert not (tmp_path / "out" / "run.json").exists()
    outcome = run([str(corpus)], tmp_path / "out", SMALL)
    assert outcome.shards_before == 1
    assert outcome.total.articles == 6
    assert content(tmp_path / "out") == content(tmp_path / "whole")


@pytest.mark.parametrize("at", range(0, 16, 3))
def test_a_full_disk_leaves_nothing_half_done(
    at: int, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, placed = OutputFolder.place, []

    def place(self: OutputFolder, path: Path, name: str) -> None:
        placed.append(name)
        if len(placed) > at:
            raise OSError(errno.ENOSPC, "No space left on device", name)
        real(self, path, name)

    with monkeypatch.context() as patch:
        patch.setattr(OutputFolder, "place", place)
        with pytest.raises(OSError, match="No space left"):
            run([str(corpus)], tmp_path / "out", SMALL)
    run([str(corpus)], tmp_path / "out", SMALL)
    run([str(corpus)], tmp_path / "whole", SMALL)
    assert content(tmp_path / "out") == content(tmp_path / "whole")
    assert not list((tmp_path / "out" / ".newsact" / "tmp").rglob("*.parquet"))


def test_changed_settings_refuse_to_go_on(corpus: Path, tmp_path: Path) -> None:
    run([str(corpus)], tmp_path / "out")
    with pytest.raises(RunError, match="propositions was False, is True"):
        run([str(corpus)], tmp_path / "out", Configuration(propositions=True))
    run([str(corpus)], tmp_path / "out", Configuration(propositions=True), overwrite=True)
    assert read_table(tmp_path / "out", "propositions").num_rows


def test_overwrite_leaves_other_files_alone(corpus: Path, tmp_path: Path) -> None:
    run([str(corpus)], tmp_path / "out", SMALL)
    (tmp_path / "out" / "notes.txt").write_text("mine")
    run([str(corpus)], tmp_path / "out", overwrite=True)
    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"
    assert len(list((tmp_path / "out" / "events").iterdir())) == 1


def test_a_second_run_into_the_folder_is_refused(corpus: Path, tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path / "out")
    with folder.lock(), pytest.raises(RunError, match=r"in use by another run \(process \d+"):
        run([str(corpus)], tmp_path / "out")
    run([str(corpus)], tmp_path / "out")


def test_the_lock_of_a_killed_process_is_gone(tmp_path: Path) -> None:
    code = (
        "import os, signal; from pipeline.export import OutputFolder\n"
        f"with OutputFolder({str(tmp_path / 'out')!r}).lock(): os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    with OutputFolder(tmp_path / "out").lock():
        pass


def test_new_inputs_are_added_and_known_articles_left(corpus: Path, tmp_path: Path) -> None:
    run([str(corpus)], tmp_path / "out")
    before = set(read_table(tmp_path / "out", "actors")["actor_id"].to_pylist())
    write_articles(corpus, ["Northwind Bank sued the regulator. Karim Haddad called for calm."], first=6)
    (corpus / "01.txt").touch()
    outcome = run([str(corpus)], tmp_path / "out")
    assert (outcome.tally.articles, outcome.tally.known, outcome.total.articles) == (1, 1, 7)
    assert before <= set(read_table(tmp_path / "out", "actors")["actor_id"].to_pylist())
    run([str(corpus)], tmp_path / "fresh")
    assert content(tmp_path / "out") == content(tmp_path / "fresh")
    assert len(json.loads((tmp_path / "out" / "run.json").read_text())["runs"]) == 2


@pytest.mark.parametrize("configuration", [Configuration(), SMALL], ids=["one shard", "many shards"])
def test_a_text_met_twice_is_kept_once(configuration: Configuration, tmp_path: Path) -> None:
    write_articles(tmp_path / "in", [*TEXTS, TEXTS[1], TEXTS[3]])
    outcome = run([str(tmp_path / "in")], tmp_path / "out", configuration)
    assert (outcome.tally.articles, outcome.tally.failures) == (6, {"clean: Duplicate": 2})
    failures = read_table(tmp_path / "out", "failures").to_pylist()
    assert [f["message"].rpartition("/")[2] for f in failures] == ["01.txt", "03.txt"]
    run([str(write_articles(tmp_path / "plain", TEXTS))], tmp_path / "plain-out")
    names = [[(a["name"], a["n_mentions"]) for a in content(tmp_path / o)["actors"]] for o in ("out", "plain-out")]
    assert names[0] == names[1]
    assert outcome.tally.rows["events"] == read_table(tmp_path / "out", "events").num_rows


def test_tables_can_be_divided_by_month(tmp_path: Path) -> None:
    records = [{"text": t, "date": f"2024-0{1 + i % 2}-05"} for i, t in enumerate(TEXTS[:4])] + [{"text": TEXTS[4]}]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, records)))
    by_month = Configuration(partition_by="month", clean="none")
    run([str(tmp_path / "in.jsonl")], tmp_path / "out", by_month)
    folders = sorted(p.name for p in (tmp_path / "out" / "articles").iterdir())
    assert folders == ["month=2024-01", "month=2024-02", "month=__HIVE_DEFAULT_PARTITION__"]
    assert read_table(tmp_path / "out", "articles").num_rows == 5
    assert {p.parent.name for p in (tmp_path / "out" / "events").rglob("*.parquet")} <= set(folders)


@pytest.fixture
def remote() -> Iterator[str]:
    import fsspec

    yield "memory://newsact-test/out"
    fsspec.filesystem("memory").rm("/newsact-test", recursive=True)


def test_an_output_may_be_any_file_system(corpus: Path, tmp_path: Path, remote: str) -> None:
    run([str(corpus)], remote, SMALL)
    run([str(corpus)], tmp_path / "out", SMALL)
    assert content(remote) == content(tmp_path / "out")
    assert run([str(corpus)], remote, SMALL).shards_run == 0
    run([str(corpus)], remote, overwrite=True)
    assert content(remote) == content(tmp_path / "out")


def test_an_article_too_long_is_refused_with_its_reason(tmp_path: Path) -> None:
    write_articles(tmp_path / "in", [TEXTS[0], "The council met. " * 2000])
    outcome = run([str(tmp_path / "in")], tmp_path / "out", Configuration(max_characters=10_000))
    assert outcome.tally.failed == 1
    message = read_table(tmp_path / "out", "failures").to_pylist()[0]["message"]
    assert "more than max_characters (10,000)" in message


def test_one_article_that_breaks_a_stage_costs_only_itself(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Worker.extract

    def extract(self: Worker, article: pipeline.records.Article, parse: object, *, keep: bool) -> object:
        if "Quito" in article.text:
            raise IndexError("list index out of range")
        return real(self, article, parse, keep=keep)  # type: ignore[arg-type]

    monkeypatch.setattr(Worker, "extract", extract)
    outcome = run([str(corpus)], tmp_path / "out")
    assert (outcome.tally.articles, outcome.tally.failures) == (5, {"extract: IndexError": 1})


def test_an_article_that_kills_its_worker_is_left_out(corpus: Path, tmp_path: Path) -> None:
    run([str(corpus)], tmp_path / "out")
    folder = OutputFolder(tmp_path / "out")
    part = "part-000-00000"
    folder.remove(f".newsact/done/{part}.json")
    folder.write_json(f".newsact/attempts/{part}.json", {"starts": 3, "at": 2, "deaths": {"2": 1}})
    outcome = run([str(corpus)], tmp_path / "out")
    assert (outcome.tally.articles, outcome.tally.failures) == (5, {"language: WorkerDied": 1})
    assert read_table(folder.address, "failures").to_pylist()[0]["source_uri"].endswith("02.txt")
    assert not folder.exists(f".newsact/attempts/{part}.json")


def test_an_input_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    with pytest.raises(ConfigError, match="did you mean"):
        run([str(tmp_path / "article")], tmp_path / "out")
    with pytest.raises(ConfigError, match="nothing in it"):
        run([str(tmp_path / "articles")], tmp_path / "out")


def test_a_folder_of_unknown_tables_is_not_touched(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "events").mkdir(parents=True)
    (tmp_path / "out" / "events" / "x.parquet").write_bytes(b"")
    with pytest.raises(RunError, match="unknown making"):
        run([str(corpus)], tmp_path / "out")
