"""A run in other formats: CSV, JSON Lines, DuckDB, dyads; read back; and several runs as one."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline.config import Configuration
from pipeline.errors import ConfigError, RunError
from pipeline.export import read_table
from pipeline.export.dyads import pairs
from pipeline.export.formats import export
from pipeline.run import run
from pipeline.run.merge import merge
from pipeline.syntax import LanguageModel

TEXTS = [
    "The regulator fined Northwind Bank on Monday. Its chairman, Otto Brandt, said the bank would appeal.",
    "Minister Ana Ruiz met Karim Haddad in Lisbon. Portugal and Spain agreed to cooperate on border controls.",
    "Police arrested two officials of Helio Telecom in Quito. Spain accused Northwind Bank of money laundering.",
    "Otto Brandt resigned as chairman of Northwind Bank after Spain opened an investigation.",
]


@pytest.fixture(scope="module")
def runs(language: LanguageModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three finished runs: of all texts, of the first three, and of the last two; one is in both."""
    base = tmp_path_factory.mktemp("runs")
    (base / "in").mkdir()
    for number, text in enumerate(TEXTS):
        (base / "in" / f"{number}.txt").write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LanguageModel, "load", lambda _name, _version: language)
        for name, chosen in (("all", range(4)), ("first", range(3)), ("last", range(2, 4))):
            run([str(base / "in" / f"{i}.txt") for i in chosen], base / name, Configuration(shard_megabytes=0.0003))
        run([str(base / "in")], base / "by-month", Configuration(partition_by="month"))
        run([str(base / "in")], base / "proposed", Configuration(propositions=True))
    return base


def test_csv_has_a_file_for_each_table(runs: Path, tmp_path: Path) -> None:
    paths = export(runs / "all", "csv", tmp_path / "csv")
    assert {p.stem for p in paths} == set(json.loads((runs / "all" / "run.json").read_text())["counts"]["rows"])
    with (tmp_path / "csv" / "events.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    events = read_table(runs / "all", "events").to_pylist()
    assert [r["event_id"] for r in rows] == [e["event_id"] for e in events]
    assert [r["actors"] for r in rows] == ["; ".join(e["actors"]) for e in events]


def test_json_lines_keep_lists_and_nulls(runs: Path, tmp_path: Path) -> None:
    (path,) = export(runs / "all", "jsonl", tmp_path / "jsonl", ["events"])
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    events = read_table(runs / "all", "events").to_pylist()
    assert [(r["event_id"], r["actors"], r["place"]) for r in rows] == [
        (e["event_id"], e["actors"], e["place"]) for e in events
    ]


def test_duckdb_answers_in_sql(runs: Path, tmp_path: Path) -> None:
    (path,) = export(runs / "all", "duckdb", tmp_path / "all.duckdb")
    export(runs / "all", "duckdb", path)
    with duckdb.connect(str(path)) as database:
        count = database.execute("SELECT count(*) FROM events JOIN articles USING (article_id)").fetchone()
    assert count == (read_table(runs / "all", "events").num_rows,)


PAIRS = [
    ([("actor", "A"), ("target", "B"), ("target", "C")], ["A-B", "A-C"]),
    ([("actor", "A"), ("recipient", "B"), ("place", "P")], ["A-B"]),
    ([("participant", "A"), ("participant", "B")], ["A-B", "B-A"]),
    ([("actor", "A"), ("participant", "B"), ("participant", "C")], ["A-B", "A-C", "B-C", "C-B"]),
    ([("actor", "A"), ("target", "A")], []),
    ([("target", "B")], []),
]


@pytest.mark.parametrize(("arguments", "expected"), PAIRS)
def test_pairs_of_an_event(arguments: list[tuple[str, str]], expected: list[str]) -> None:
    found = pairs([{"role": role, "name": name} for role, name in arguments])
    assert [f"{source['name']}-{target['name']}" for source, target in found] == expected


@pytest.mark.parametrize("name", ["all", "by-month"])
def test_dyads_have_codes_dates_and_articles(name: str, runs: Path, tmp_path: Path) -> None:
    (path,) = export(runs / name, "dyads", tmp_path / "dyads.csv")
    with path.open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows
    accusation = next(r for r in rows if r["source_name"] == "Spain" and r["type"] == "accuse")
    assert accusation["target_name"] == "Northwind Bank"
    assert accusation["source_plover"].startswith("ESP")
    assert accusation["article_id"] in set(read_table(runs / name, "articles")["article_id"].to_pylist())
    (parquet,) = export(runs / name, "dyads", tmp_path / "dyads.parquet")
    assert pq.read_table(parquet).num_rows == len(rows)


def test_wrong_names_are_answered_with_the_near_one(runs: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="did you mean 'events'"):
        export(runs / "all", "csv", tmp_path, ["event"])
    with pytest.raises(ConfigError, match="did you mean 'duckdb'"):
        export(runs / "all", "duckbd", tmp_path)
    with pytest.raises(RunError, match=r"no run\.json"):
        export(tmp_path, "csv", tmp_path / "x")


def test_frames_have_real_types(runs: Path) -> None:
    tables = pipeline.read(runs / "all")
    assert tables.events["type"].dtype == "category"
    assert tables.events["trigger_start"].dtype == "Int32"
    assert tables.events["date_start"].dtype.kind == "M"
    assert tables.events["confidence"].dtype == "float32"
    assert set(tables.events["article_id"]) <= set(tables.articles["article_id"])
    assert tables.propositions.empty
    assert tables.frame("actors", ["name"]).columns.tolist() == ["name"]


def test_the_one_liners_of_the_documentation(runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(runs)
    count = read_table("all", "events").num_rows
    assert len(pd.read_parquet("all/events")) == count
    assert pl.read_parquet("all/events/*.parquet").height == count
    assert duckdb.sql("SELECT type, count(*) AS n FROM 'all/events/*.parquet' GROUP BY type").fetchall()


def test_merged_runs_are_as_one(runs: Path, tmp_path: Path) -> None:
    total = merge([runs / "first", runs / "last"], tmp_path / "out")
    assert total.articles == 4
    for table in ("articles", "events", "actors", "mentions", "failures"):
        assert read_table(tmp_path / "out", table).to_pylist() == read_table(runs / "all", table).to_pylist(), table


def test_runs_under_other_conditions_are_not_merged(runs: Path, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="propositions was False, is True"):
        merge([runs / "first", runs / "proposed"], tmp_path / "out")
    with pytest.raises(RunError, match="holds a run"):
        merge([runs / "first", runs / "last"], runs / "all")
    with pytest.raises(RunError, match="not the output of a finished run"):
        merge([runs / "first", tmp_path], tmp_path / "out")


def test_merged_events_are_told_once(runs: Path, tmp_path: Path, language: LanguageModel) -> None:
    text = "Norway sanctioned Belarus on Monday. The sanctions that Norway imposed on Belarus were criticised by Iran."
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "1", "text": text, "date": "2024-05-08"}))
    run([str(tmp_path / "in.jsonl")], tmp_path / "out", Configuration(clean="none"))
    events = pipeline.read(tmp_path / "out").events
    (path,) = export(tmp_path / "out", "merged", tmp_path / "merged.parquet")
    once = pd.read_parquet(path)
    assert len(once) == events.cluster_id.nunique() < len(events)
    assert once.n_tellings.sum() == len(events)
    told = once[once.n_tellings == 2].iloc[0]
    assert (told["type"], list(told.actors), list(told.targets)) == ("sanction", ["Norway"], ["Belarus"])
    assert set(told.tellings) == set(events[events["type"] == "sanction"].event_id)
    assert str(told.date_start)[:10] == "2024-05-06"
