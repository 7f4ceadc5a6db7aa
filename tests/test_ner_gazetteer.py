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
from pipeline.ner.choice import choose
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


def test_a_conflict_is_reported_with_both_lines(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.jsonl"
    one.write_text("actors:\n  - name: Larkspur\n    aliases:\n      - LK\n", encoding="utf-8")
    two.write_text('{"name": "Fernhill"}\n{"name": "Larch Kiln", "aliases": ["LK"]}\n', encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"'LK' names two actors: 'Larkspur' \(.*one\.yaml:4\).*two\.jsonl:2\)"):
        load_gazetteer([one, two])
    one.write_text("actors:\n  - {name: Larkspur, aliases: [LK]}\n  - Larch Kiln | LK\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"one\.yaml:2\).*one\.yaml:3\)"):
        load_gazetteer([one])


def test_what_is_taken_over_is_told_with_both_lines(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("actors:\n  - {name: Signal Iduna, aliases: [Telegram]}", encoding="utf-8")
    (line,) = load_gazetteer([path]).overridden
    assert "mine.yaml:2)" in line
    assert "companies.yaml:" in line


SHARED = [
    ("Floods hit Georgia and Alabama; towns in Florida were spared.", "Georgia", "USA"),
    ("Russia and Georgia agreed to meet, the United States said.", "Georgia", "GEO"),
    ("Shells fell on Tripoli as Lebanese troops moved in.", "Tripoli", "LBN"),
    ("Libyan rebels took Tripoli.", "Tripoli", "LBY"),
    ("In London, Labour said the British minister had lied.", "Labour", "GBR"),
    ("Venezuela's unions and Labour Minister Ana Rey met in Caracas.", "Labour", None),
    ("Indonesian troops fought the OPM in Papua.", "OPM", "IDN"),
    ("Washington's OPM hired clerks in Ohio and Texas.", "OPM", None),
]


@pytest.mark.parametrize(("text", "words", "country"), SHARED)
def test_shared_names_go_to_the_bearer_the_text_speaks_of(
    gazetteer: Gazetteer, language: LanguageModel, text: str, words: str, country: str | None
) -> None:
    parse = next(iter(language.pipe([text])))
    found = [m.entry.country for m in choose(parse, gazetteer, gazetteer.match(parse)) if m.alias == words]
    assert found == ([country] if country else [])
