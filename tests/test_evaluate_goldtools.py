"""Gold tools: drafts, checks, agreement of two annotators, files of annotation tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluate_tables import answers_like
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import ConfigError
from pipeline.evaluate import load_gold, read_answers, save_gold, score
from pipeline.evaluate.check import agreement, check, check_keys, kappa
from pipeline.evaluate.draft import draft
from pipeline.evaluate.exchange import FORMATS, export_gold, import_gold
from pipeline.evaluate.gold import GoldActor, GoldArgument, GoldArticle, GoldEvent, GoldSet
from pipeline.resources import shipped

SEEDS = shipped("seeds", "gold")


def test_shipped_gold_is_sound() -> None:
    gold = load_gold(SEEDS)
    assert [*check_keys(SEEDS), *check(gold)] == []
    assert len(gold.articles) >= 12
    assert {a.split for a in gold.articles} <= {"dev", "test"}


def test_shipped_articles_have_the_gold_text_inside() -> None:
    for article in load_gold(SEEDS).articles:
        source = shipped("seeds", "articles", article.file or "").read_text(encoding="utf-8")
        if article.file and article.file.endswith(".txt"):
            assert all(p in source for p in article.text.split("\n\n")), article.id


def broken(**changes: object) -> list[str]:
    text = "Norland fined Acme."
    event = {
        "event_id": "one:1",
        "article_id": "one",
        "type": "fine",
        "trigger": "fined",
        "trigger_start": 8,
        "trigger_end": 13,
        "sentence": text,
        "actors": [GoldArgument(mention="Acme", canonical="Acme", role="target", start=14, end=18).model_dump()],
        **changes,
    }
    gold = GoldSet(articles=[GoldArticle(id="one", text=text)], events=[GoldEvent.model_validate(event)])
    return [p.message for p in check(gold, {"fine", "block"})]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({}, None),
        ({"trigger_start": 7}, "trigger 'fined' does not stand at 7; it stands at 8"),
        ({"type": "fien"}, "type 'fien' is unknown, did you mean 'fine'?"),
        ({"alt_types": ["blokc"]}, "type 'blokc' is unknown, did you mean 'block'?"),
        ({"factuality": "assertd"}, "factuality 'assertd' is unknown, did you mean 'asserted'?"),
        ({"polarity": "no"}, "polarity 'no' is unknown"),
        ({"date_resolved": "2024-13-01"}, "date '2024-13-01' is no day, month, year or first/last"),
        ({"date_resolved": "2024-05/2024-04"}, "date '2024-05/2024-04' ends before it begins"),
        ({"parent_event": "one:9"}, "parent 'one:9' is no event"),
        ({"sentence": "Norland fined nobody."}, "sentence not in the article"),
        ({"article_id": "on"}, "no article 'on', did you mean 'one'?"),
        (
            {"actors": [{"mention": "Acme", "canonical": "Acme", "role": "targt", "start": 13, "end": 17}]},
            "role 'targt' is unknown, did you mean 'target'?",
        ),
        ({"actors": [{"mention": "Acme", "canonical": "Acme", "role": "target"}]}, "argument 'Acme' has no offsets"),
        ({"actors": [{"canonical": "Acme", "role": "target"}]}, "has no mention and is not marked implicit"),
    ],
)
def test_checks(changes: dict, message: str | None) -> None:
    found = broken(**changes)
    if message is None:
        assert found == []
    else:
        assert any(message in f for f in found), found


def test_unknown_keys_are_named(tmp_path: Path) -> None:
    record = {"type": "fine", "trigger": "x", "trigger_start": 0, "trigger_end": 1, "polarty": "negative"}
    (tmp_path / "gold.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    problems = list(check_keys(tmp_path))
    assert [p.message for p in problems] == ["unknown key 'polarty', did you mean 'polarity'?"]
    result = CliRunner().invoke(app, ["gold", "check", str(tmp_path)])
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], None),
        ([("a", "a"), ("a", "a")], 1.0),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        # observed .7, expected .5
        ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
    ],
)
def test_kappa(pairs: list[tuple[str, str]], expected: float | None) -> None:
    assert kappa(pairs) == expected


def test_agreement_of_two_annotators() -> None:
    first = load_gold(SEEDS)
    second = first.model_copy(deep=True)
    same = agreement(first, second)
    assert same.trigger_f1 == same.event_f1 == same.argument_f1 == same.kappa["type"] == 1
    del second.events[::4]
    for event in second.events[::3]:
        event.type = "other"
        event.alt_types = []
    less = agreement(first, second)
    assert 0.8 < less.trigger_f1 < 0.9
    assert less.event_f1 < less.trigger_f1
    assert less.kappa["type"] is not None
    assert 0.5 < less.kappa["type"] < 0.8
    assert any(d.startswith("only first") for d in less.disagreements)
    assert any(d.startswith("type: ") for d in less.disagreements)


def comparable(gold: GoldSet) -> dict[str, list]:
    events = []
    for event in gold.events:
        data = event.model_dump(mode="json")
        data["actors"] = sorted(data["actors"], key=str)
        events.append(json.dumps(data, sort_keys=True))
    actors = [
        (a.article_id, a.canonical, a.type, *a.aliases, *sorted((m.start, m.end, m.kind) for m in a.mentions))
        for a in gold.actors
    ]
    return {
        "events": sorted(events),
        "actors": sorted(actors, key=str),
        "negatives": sorted(n.model_dump_json() for n in gold.negatives),
        "articles": [a.model_dump_json() for a in gold.articles],
    }


@pytest.mark.parametrize("name", list(FORMATS))
def test_tools_give_back_what_they_got(name: str, tmp_path: Path) -> None:
    gold = load_gold(SEEDS)
    export_gold(gold, name, tmp_path / "tool")
    assert comparable(import_gold(tmp_path / "tool", name)) == comparable(gold)


@pytest.mark.parametrize("name", list(FORMATS))
def test_actors_that_are_never_mentioned_come_back(name: str, small: GoldSet, tmp_path: Path) -> None:
    export_gold(small, name, tmp_path)
    assert {a.canonical: a.type for a in import_gold(tmp_path, name).actors}["Court"] == "court"


@pytest.fixture
def small() -> GoldSet:
    """An article with characters outside the Basic Multilingual Plane before everything else."""
    text = "🚢🚢 Norland fined Acme."
    start = text.index("fined")
    return GoldSet(
        articles=[GoldArticle(id="one/2", text=text)],
        actors=[GoldActor(article_id="one/2", canonical="Court", type="court")],
        events=[
            GoldEvent(
                event_id="one/2:1",
                article_id="one/2",
                type="fine",
                trigger="fined",
                trigger_start=start,
                trigger_end=start + 5,
                sentence=text,
                actors=[
                    GoldArgument(mention="Norland", canonical="Norland", role="actor", start=3, end=10),
                    GoldArgument(canonical="Court", role="recipient", implicit=True),
                ],
                polarity="negative",
            )
        ],
    )


def test_brat_files(small: GoldSet, tmp_path: Path) -> None:
    export_gold(small, "brat", tmp_path)
    lines = (tmp_path / "one_2.ann").read_text(encoding="utf-8").splitlines()
    assert "T1\tfine 11 16\tfined" in lines
    assert "T2\tactor 3 10\tNorland" in lines
    assert "E1\tfine:T1 actor:T2" in lines
    assert "A1\tPolarity E1 negative" in lines
    assert "fine actor*:<ENTITY>" in (tmp_path / "annotation.conf").read_text(encoding="utf-8")


def test_brat_made_by_hand(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Norland did not fine Acme and Brillo.\n", encoding="utf-8")
    lines = ["T1\tperson 0 7\tNorland", "T2\tfine 16 20\tfine", "T3\tcompany 21 25\tAcme", "T4\tcompany 30 36\tBrillo"]
    lines += ["E1\tfine:T2 actor:T1 target:T3 target2:T4", "A1\tPolarity E1 negative"]
    lines += ["#1\tAnnotatorNotes E1\tlooks clear"]
    (tmp_path / "x.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    gold = import_gold(tmp_path, "brat")
    event = gold.events[0]
    assert (event.type, event.polarity, event.notes) == ("fine", "negative", "looks clear")
    assert [(a.role, a.canonical) for a in event.actors] == [
        ("actor", "Norland"),
        ("target", "Acme"),
        ("target", "Brillo"),
    ]
    assert event.sentence == "Norland did not fine Acme and Brillo."
    assert check(gold) == []
    (tmp_path / "x.ann").write_text("T1\tperson x 7\tNorland\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"x\.ann:1: cannot read"):
        import_gold(tmp_path, "brat")


def test_label_studio_counts_utf16(small: GoldSet, tmp_path: Path) -> None:
    export_gold(small, "label-studio", tmp_path)
    tasks = json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))
    trigger = next(r for r in tasks[0]["annotations"][0]["result"] if r["value"]["labels"] == ["fine"])
    assert (trigger["value"]["start"], trigger["value"]["end"]) == (13, 18)
    assert import_gold(tmp_path, "label-studio").events[0].trigger_start == 11
    assert 'value="fine"' in (tmp_path / "labels.xml").read_text(encoding="utf-8")


def test_label_studio_edits_win(small: GoldSet, tmp_path: Path) -> None:
    export_gold(small, "label-studio", tmp_path)
    path = tmp_path / "tasks.json"
    tasks = json.loads(path.read_text(encoding="utf-8"))
    for region in tasks[0]["annotations"][0]["result"]:
        if region["type"] == "labels" and region["value"]["labels"] == ["fine"]:
            region["value"]["labels"] = ["convict"]
        if region["type"] == "choices" and region["from_name"] == "polarity":
            region["value"]["choices"] = ["positive"]
    path.write_text(json.dumps(tasks), encoding="utf-8")
    event = import_gold(path, "label-studio").events[0]
    assert (event.type, event.polarity) == ("convict", "positive")
    assert [a.canonical for a in event.actors] == ["Norland", "Court"]


def test_prodigy_made_elsewhere(tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 7, "label": "ORG"}, {"start": 8, "end": 13, "label": "fine"}]
    relation = {"head": 1, "child": 0, "head_span": spans[1], "child_span": spans[0], "label": "actor"}
    lines = [
        {"text": "Norland fined Acme.", "spans": spans, "relations": [relation], "answer": "accept"},
        {"text": "Nothing here.", "spans": [], "answer": "reject"},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    gold = import_gold(path, "prodigy")
    assert len(gold.articles) == 1
    assert [(e.type, [a.canonical for a in e.actors]) for e in gold.events] == [("fine", ["Norland"])]


def test_a_draft_says_what_the_run_says(tmp_path: Path) -> None:
    gold = load_gold(SEEDS)
    out = answers_like(gold, tmp_path / "out")
    made = draft(read_answers(out))
    assert check(made) == []
    figures = score(read_answers(out), made, resamples=0).figures
    assert figures["event_f1"] == figures["argument_f1"] == figures["date"] == 1


def test_commands(tmp_path: Path) -> None:
    gold = load_gold(SEEDS)
    out = answers_like(gold, tmp_path / "out")

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["gold", *arguments])
        return result.exit_code, result.output + str(result.exception or "")

    drafted = str(tmp_path / "draft")
    assert run("init", str(out), "-o", drafted)[0] == 0
    code, output = run("init", str(out), "-o", drafted)
    assert code == 1
    assert "--overwrite" in output
    code, output = run("check", str(SEEDS), drafted)
    assert code == 0
    assert "0 errors" in output
    assert "pairwise F1: triggers 1.000, with type 1.000" in output
    tool = str(tmp_path / "tool")
    assert run("export", str(SEEDS), "-f", "brat", "-o", tool)[0] == 0
    assert run("import", tool, "-f", "brat", "-o", str(tmp_path / "back"))[0] == 0
    assert len(load_gold(tmp_path / "back").events) == len(gold.events)


def test_texts_are_needed(tmp_path: Path) -> None:
    gold = load_gold(SEEDS).model_copy(update={"articles": []})
    save_gold(gold, tmp_path / "gold")
    with pytest.raises(ConfigError, match=r"no articles\.jsonl"):
        export_gold(load_gold(tmp_path / "gold"), "brat", tmp_path / "out")
    with pytest.raises(ConfigError, match="no format 'bart', did you mean 'brat'"):
        export_gold(gold, "bart", tmp_path)
