"""The same words met twice, in any number of articles."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from pipeline.clean.duplicates import Seen, fingerprint
from pipeline.cli import app
from pipeline.records import Article


def article(text: str, uri: str) -> Article:
    return Article(article_id=uri, source_uri=uri, text=text)


def test_the_first_one_is_named() -> None:
    seen = Seen()
    assert seen.check(article("The pier opened.", "a.jsonl#1")) is None
    assert seen.check(article("The ferry sank.", "b.md")) is None
    assert seen.check(article("The ferry sank again.", "c.jsonl#1.2")) is None
    for text, first in (
        ("The PIER opened!", "a.jsonl#1"),
        ("the ferry sank", "b.md"),
        ("The ferry  sank again", "c.jsonl#1.2"),
    ):
        found = seen.check(article(text, "d.md"))
        assert found is not None
        assert found.message == f"same text as {first}"
    assert seen.check(article("The pier opened.", "a.jsonl#1")) is None


def test_thousands_are_remembered_with_their_addresses() -> None:
    seen = Seen()
    expected = {}
    for number in range(1, 5000):
        uri = f"feed{number % 3}.jsonl#{number}" if number % 5 else f"page{number}.html"
        text = f"Story {number} about the pier."
        expected[fingerprint(text)] = uri
        assert seen.check(article(text, uri)) is None
    assert seen.first == expected
    assert all(seen.check(article(f"Story {n} about the pier.", "x")) is not None for n in range(1, 5000))


def test_the_command_points_copies_out_and_goes_on(tmp_path: Path) -> None:
    story = "The port reopened at dawn on Monday after a strike of nine days, the harbour master of Old Quay said.\n"
    for name, text in (("a.txt", story), ("b.txt", story), ("c.txt", story.replace("nine", "ten"))):
        (tmp_path / name).write_text(text)
    done = CliRunner().invoke(app, ["clean", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "b.txt: same text as" in done.stderr
    assert "ten days" in done.stdout


def test_the_command_drops_what_recurs_when_asked(tmp_path: Path) -> None:
    box = "Our harbour correspondents write to you every Friday about the week on the coast, and why it matters."
    for number in range(6):
        story = f"The port of Old Quay reopened at dawn on Monday after a strike of {number + 2} days, the mayor said."
        (tmp_path / f"{number}.txt").write_text(f"{story}\n\n{box}\n\n{story.replace('mayor', 'harbour master')}\n")
    kept, dropped = (CliRunner().invoke(app, ["clean", str(tmp_path), *more]) for more in ((), ("--drop-repeated",)))
    assert (kept.exit_code, dropped.exit_code) == (0, 0), dropped.output
    assert "repeated in other articles" not in kept.stdout
    assert dropped.stdout.count("repeated in other articles") == 6
