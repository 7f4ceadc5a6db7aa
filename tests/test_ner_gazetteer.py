"""Gazetteers: validated with hints, the user's over ours, fast however large."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import GazetteerError
from pipeline.ner import Gazetteer, load_gazetteer
from pipeline.ner.gazetteer import read_entries
from pipeline.syntax import LanguageModel


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("actors: [{name: Larkspur, alias: [LK]}]", ["alias", "did you mean 'aliases'", "Larkspur"]),
        ("actors: [{name: Larkspur, type: compny}]", ["type", "compny", "did you mean 'company'"]),
        ("actors: [{name: Larkspur, sector: goverment}]", ["sector", "did you mean 'government'"]),
        ("actors: [{name: Larkspur, country: Britain}]", ["country", "Britain"]),
        ("actors: [{name: Larkspur, wikidata: 42}]", ["wikidata"]),
        ("actor: [{name: Larkspur}]", ["actor", "did you mean 'actors'"]),
        ("- Larkspur", ["expected 'actors:'"]),
        (
            "actors: [{name: A B, aliases: [X Y]}, {name: C D, aliases: [X Y]}]",
            ["'X Y' names two actors", "A B", "C D"],
        ),
        ("actors: [", ["not YAML"]),
    ],
)
def test_errors_name_file_key_and_nearest(tmp_path: Path, content: str, parts: list[str]) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError) as error:
        load_gazetteer([path])
    for part in ["mine.yaml", *parts]:
        assert part in str(error.value)


def test_the_users_entry_wins_and_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("actors: [{name: Signal Iduna, aliases: [Telegram], type: company}]", encoding="utf-8")
    found = load_gazetteer([path])
    assert found.by_alias["Telegram"].name == "Signal Iduna"
    assert any("mine.yaml" in line and "companies.yaml" in line for line in found.overridden)


def test_the_short_form_and_sections(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("sections: [{type: court, country: NOR, actors: ['Oslo Court | OC']}]", encoding="utf-8")
    (entry,) = read_entries(path)
    assert (entry.name, entry.aliases, entry.type, entry.country, entry.code) == (
        "Oslo Court",
        ("OC",),
        "court",
        "NOR",
        "NOR",
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.N. Security Council met.", ["United Nations Security Council"]),
        ("Malians fled to Mali.", ["Malian", "Mali"]),
        ("Romanesque arches", []),
        ("al-Qaeda’s media wing", ["al-Qaeda"]),
        ("the United\nNations", ["United Nations"]),
        ("Moody's downgraded it.", ["Moody's"]),
    ],
)
def test_matches_longest_at_token_boundaries(
    gazetteer: Gazetteer, language: LanguageModel, text: str, found: list[str]
) -> None:
    parse = next(iter(language.pipe([text])))
    assert [m.entry.name for m in gazetteer.match(parse)] == found


def test_our_gazetteers_are_broad(gazetteer: Gazetteer) -> None:
    kinds = {e.type for e in gazetteer.entries}
    assert {"country", "government", "court", "regulator", "police", "military", "party", "igo", "platform"} <= kinds
    assert len(gazetteer.by_alias) > 5000
    assert all(e.code is None or len(e.code) == 3 for e in gazetteer.entries)


@pytest.mark.slow
def test_a_hundred_thousand_names_load_fast(tmp_path: Path) -> None:
    path = tmp_path / "large.jsonl"
    rows = ({"name": f"Body {n} of Larkspur", "aliases": [f"B{n}", f"The {n} Body"]} for n in range(33_334))
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    started = time.process_time()
    found = load_gazetteer([path])
    assert len(found.by_alias) > 100_000
    assert time.process_time() - started < 2.5  # the bar is 2 s on a quiet machine


def test_check_command(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("actors: [{name: Signal Iduna, aliases: [Telegram], type: company}]", encoding="utf-8")
    result = CliRunner().invoke(app, ["actors", "check", str(path)])
    assert result.exit_code == 0
    assert "takes over 'Telegram'" in result.output
