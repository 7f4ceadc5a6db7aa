"""Blocks that recur in the articles of one source go, whatever the order, the engine and the way a run went."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from pipeline.clean import Repeated, clean, clean_page
from pipeline.clean.repeated import LEAST
from pipeline.config import Configuration
from pipeline.export import read_table
from pipeline.records import RawDocument
from pipeline.run import run

BOX = (
    "Our harbour correspondents write to you every Friday about what the week brought to the coast, and why it matters."
)
LEGAL = "The opinions of our guests are theirs and need not be those of the paper or of anyone who works for it."


def story(number: int) -> list[str]:
    """Return the paragraphs of an invented article; no two are alike."""
    chance = random.Random(number)
    places = ("Sandvik", "Port Elm", "Marrow Bay", "Old Quay", "Harwick")
    return [
        f"The council of {chance.choice(places)} voted on Tuesday to spend {chance.randint(2, 900)} million crowns on "
        f"pier number {number}, after {chance.randint(3, 99)} hours of debate.",
        f"Mayor Ada Quist said that {chance.randint(10, 9000)} fishermen would gain from it, and that story {number} "
        "was only the beginning of the work.",
    ]


def markdown(number: int, host: str = "harbourpost.example") -> RawDocument:
    body = [story(number)[0], BOX, story(number)[1], LEGAL]
    title = f"Pier {number} is approved by council"
    front = f"---\ntitle: {title}\nurl: https://{host}/{number}\n---\n\n"
    text = f"{front}# {title}\n\n" + "\n\n".join(body)
    return RawDocument(f"{number}.md", None, "markdown", text)


def page(number: int, host: str = "harbourpost.example") -> RawDocument:
    body = "".join(f"<p>{part}</p>" for part in [story(number)[0], BOX, story(number)[1], LEGAL])
    source = f"<html><head><title>Pier {number}</title></head><body><article><h1>Pier {number}</h1>{body}</article>"
    return RawDocument(f"{number}.html", None, "html", source + "</body></html>", url=f"https://{host}/{number}")


def plain(number: int, host: str = "harbourpost.example") -> RawDocument:
    body = "\n\n".join([story(number)[0], BOX, story(number)[1], LEGAL])
    return RawDocument(f"feed.jsonl#{number}", str(number), "text", body, url=f"https://{host}/{number}")


@pytest.mark.parametrize("make", [markdown, page, plain])
def test_what_recurs_goes_and_what_does_not_stays(make: object) -> None:
    documents = [make(n) for n in range(LEAST)]  # type: ignore[operator]
    repeated = Repeated.count(documents)
    for number, document in enumerate(documents):
        cleaned = clean_page(document, repeated=repeated)
        assert cleaned.article.text == "\n\n".join(story(number))
        assert BOX in clean(document).text
        assert {d.reason for d in cleaned.dropped if d.text in (BOX, LEGAL)} == {"repeated in other articles"}
        for start, source, size, covered in cleaned.article.offsets.pieces:
            if size == covered:
                quoted = document.content[source : source + covered]
                assert cleaned.article.text[start : start + size].split() == quoted.split()


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [make(n, host) for n in range(8) for make in (markdown, plain) for host in ("a.example", "b.example")]
    mixed = documents[:]
    random.Random(7).shuffle(mixed)
    assert Repeated.count(documents) == Repeated.count(mixed)


def test_a_few_articles_prove_nothing() -> None:
    assert Repeated.count([markdown(n) for n in range(LEAST - 1)]).furniture == {}


def test_the_same_article_many_times_is_not_repetition() -> None:
    assert Repeated.count([markdown(1)] * 20).furniture == {}


def test_updates_of_one_story_among_many_are_not_furniture() -> None:
    shared = (
        "The pier was built in 1902 by prisoners and burned down in the winter of the great storm, killing nine men."
    )
    updates = [plain(n) for n in range(5)]
    updates = [RawDocument(d.source_uri, d.record_id, "text", f"{'  '.join(story(n))}\n\n{shared}", url=d.url)
               for n, d in enumerate(updates)]  # fmt: skip
    others = [plain(n) for n in range(10, 30)]
    repeated = Repeated.count([*updates, *others])
    assert shared in clean(updates[0], repeated=repeated).text
    assert BOX not in clean(others[0], repeated=repeated).text


def test_sources_are_counted_apart() -> None:
    documents = [plain(n, f"paper{n}.example") for n in range(20)]
    assert Repeated.count(documents).furniture == {}


def test_an_article_of_nothing_else_is_left_alone() -> None:
    documents = [markdown(n) for n in range(LEAST)]
    alone = RawDocument("x.md", None, "markdown", f"{BOX}\n\n{LEGAL}", url="https://harbourpost.example/x")
    assert clean(alone, repeated=Repeated.count(documents)).text == f"{BOX}\n\n{LEGAL}"


@pytest.mark.slow
def test_engines_and_resumed_runs_agree(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    lines = [
        json.dumps({"id": str(n), "url": f"https://harbourpost.example/{n}", "text": plain(n).content})
        for n in range(40)
    ]
    path.write_text("\n".join(lines) + "\n")
    texts = {}
    for engine, workers in (("serial", 1), ("processes", 2)):
        settings = Configuration(drop_repeated=True, engine=engine, workers=workers, shard_megabytes=0.01)  # type: ignore[arg-type]
        outcome = run([str(path)], tmp_path / engine, settings)
        assert outcome.shards_run > 1
        rows = read_table(tmp_path / engine, "articles").to_pylist()
        texts[engine] = {row["record_id"]: row["text"] for row in rows}
    assert texts["serial"] == texts["processes"]
    assert all(BOX not in text and "Mayor" in text for text in texts["serial"].values())
    (tmp_path / "serial" / ".newsact" / "done" / "part-000-00000.json").unlink()
    again = run([str(path)], tmp_path / "serial", Configuration(drop_repeated=True, shard_megabytes=0.01))
    assert again.shards_run == 1
    rows = read_table(tmp_path / "serial", "articles").to_pylist()
    assert {row["record_id"]: row["text"] for row in rows} == texts["serial"]
