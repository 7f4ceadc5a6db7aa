"""Differences of two runs: gains and losses the right way round, by meaning, whatever the offsets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from evaluate_tables import Row, argument_row, event_row, write_tables
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.evaluate import difference_views as views
from pipeline.evaluate import read_answers
from pipeline.evaluate.difference import Difference, diff

TEXT = "Norland fined Acme. Later Acme sued the mayor, and Ruritania threatened Norland."


def tables(folder: Path, events: list[Row], arguments: list[Row], text: str = TEXT, record: str = "one") -> Path:
    article = {"article_id": "a", "record_id": record, "source_uri": f"{record}.txt", "text": text}
    return write_tables(folder, {"articles": [article], "events": events, "arguments": arguments})


def row(number: int, kind: str, trigger: str, text: str = TEXT, **fields: object) -> Row:
    return event_row("a", text, number, kind, trigger, **fields)


def compare(tmp_path: Path, before: list[Row], after: list[Row], text_after: str = TEXT) -> Difference:
    arguments = [[argument_row(e, "actor", "Norland") for e in side] for side in (before, after)]
    old = tables(tmp_path / "old", before, arguments[0])
    new = tables(tmp_path / "new", after, arguments[1], text_after)
    return diff(read_answers(old), read_answers(new))


def test_a_planted_regression_is_a_loss_not_a_gain(tmp_path: Path) -> None:
    fine, sue = row(1, "fine", "fined"), row(2, "sue", "sued")
    difference = compare(tmp_path, [fine, sue], [fine])
    assert [(c.kind, c.answer.type) for c in difference.changes] == [("lost", "sue")]
    assert difference.same == 1


def test_a_new_find_is_a_gain_not_a_loss(tmp_path: Path) -> None:
    fine, threat = row(1, "fine", "fined"), row(2, "threaten", "threatened")
    difference = compare(tmp_path, [fine], [fine, threat])
    assert [(c.kind, c.answer.type) for c in difference.changes] == [("gained", "threaten")]


@pytest.mark.parametrize(
    ("changed", "field", "old", "new"),
    [
        ({"polarity": "negative"}, "polarity", "positive", "negative"),
        ({"factuality": "planned"}, "factuality", "asserted", "planned"),
        ({"attributed_to": "Acme"}, "attribution", "", "Acme"),
        ({"type": "convict"}, "type", "fine", "convict"),
    ],
)
def test_changes_say_from_what_to_what(tmp_path: Path, changed: Row, field: str, old: str, new: str) -> None:
    before = row(1, "fine", "fined")
    difference = compare(tmp_path, [before], [{**before, **changed}])
    assert [c.fields for c in difference.changes] == [((field, old, new),)]


def test_arguments_that_change_are_a_change(tmp_path: Path) -> None:
    event = row(1, "fine", "fined")
    old = tables(tmp_path / "old", [event], [argument_row(event, "target", "Acme")])
    new = tables(tmp_path / "new", [event], [argument_row(event, "actor", "Acme")])
    difference = diff(read_answers(old), read_answers(new))
    assert difference.changes[0].fields == (("arguments", "target Acme", "actor Acme"),)


def test_shifted_offsets_are_no_change(tmp_path: Path) -> None:
    text = "By our correspondent\n\n" + TEXT.replace("Later", "Much later,")
    before = [row(1, "fine", "fined"), row(2, "threaten", "threatened")]
    after = [row(1, "fine", "fined", text), row(2, "threaten", "threatened", text)]
    difference = compare(tmp_path, before, after, text)
    assert not difference.changes
    assert difference.same == 2


def test_the_same_word_twice_is_kept_apart(tmp_path: Path) -> None:
    text = "Norland fined Acme and Norland fined Acme."
    second = text.rindex("fined")
    first, again = row(1, "fine", "fined", text), row(2, "fine", "fined", text, start=second)
    old = tables(tmp_path / "old", [first, again], [], text)
    new = tables(tmp_path / "new", [again], [], text)
    difference = diff(read_answers(old), read_answers(new))
    assert [(c.kind, c.answer.start) for c in difference.changes] == [("lost", first["trigger_start"])]


def test_articles_only_on_one_side(tmp_path: Path) -> None:
    event = row(1, "fine", "fined")
    old = tables(tmp_path / "old", [event], [], record="one")
    new = tables(tmp_path / "new", [event], [], text=TEXT + " Now.", record="two")
    difference = diff(read_answers(old), read_answers(new))
    assert (difference.only_before, difference.only_after) == (("one",), ("two",))
    assert [c.kind for c in difference.changes] == ["lost", "gained"]


@pytest.fixture
def difference(tmp_path: Path) -> Difference:
    """One loss, one gain, one change."""
    before = [row(1, "fine", "fined"), row(2, "sue", "sued")]
    after = [{**before[0], "polarity": "negative"}, row(3, "threaten", "threatened")]
    return compare(tmp_path, before, after)


def test_markdown(difference: Difference) -> None:
    text = views.markdown(difference)
    assert text.startswith("**Events: 1 lost, 1 gained, 1 changed, 0 the same**")
    lost, gained = text.index("### Lost (1)"), text.index("### Gained (1)")
    assert "Norland sue" in text[lost:gained]
    assert "Norland threaten" in text[gained:]
    assert "polarity: positive -> negative" in text
    assert "**sued**" in text


def test_csv(difference: Difference) -> None:
    rows = list(csv.DictReader(io.StringIO(views.comma_separated(difference))))
    assert [(r["change"], r["type"]) for r in rows] == [("lost", "sue"), ("gained", "threaten"), ("changed", "fine")]


def test_html_escapes_what_articles_say(tmp_path: Path) -> None:
    text = "<script>alert(1)</script> Norland fined Acme."
    event = row(1, "fine", "fined", text)
    old = tables(tmp_path / "old", [event], [], text)
    new = tables(tmp_path / "new", [], [], text)
    page = views.page(diff(read_answers(old), read_answers(new)))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "<b>fined</b>" in page


def test_the_command(tmp_path: Path) -> None:
    event = row(1, "fine", "fined")
    old = tables(tmp_path / "old", [event], [])
    new = tables(tmp_path / "new", [], [])
    shown = CliRunner().invoke(app, ["diff", str(old), str(new)])
    assert shown.exit_code == 0
    assert "1 lost" in shown.output
    assert CliRunner().invoke(app, ["diff", str(old), str(new), "--exit-code"]).exit_code == 1
    assert CliRunner().invoke(app, ["diff", str(old), str(old), "--exit-code"]).exit_code == 0
    target = tmp_path / "page.html"
    assert CliRunner().invoke(app, ["diff", str(old), str(new), "-f", "html", "-o", str(target)]).exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
