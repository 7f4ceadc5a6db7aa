"""Files of every kind -> raw documents, and bad input -> failures with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.errors import ConfigError
from pipeline.load import LoadOptions, parse_mapping, plan, read, read_one
from pipeline.records import Failure, RawDocument


def documents(*paths: Path | str, options: LoadOptions | None = None) -> list[RawDocument]:
    """The records of inputs that must all be readable."""
    found = list(read([str(p) for p in paths], options or LoadOptions()))
    assert not [f for f in found if isinstance(f, Failure)]
    return [d for d in found if isinstance(d, RawDocument)]


def reasons(path: Path | str) -> list[str]:
    """The messages of the failures among the records of one input."""
    return [f.message for f in read([str(path)]) if isinstance(f, Failure)]


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.txt", "---\ntitle: Port reopens\n---\n\n# Port reopens\n", "markdown"),
        ("a.txt", '+++\ntitle = "Port reopens"\n+++\nThe port reopened.\n', "markdown"),
        ("a.md", "The port reopened.\n", "markdown"),
        ("a", "# Port reopens\n\n* [Home](/)\n* [World](/world)\n\nThe **port** reopened.\n", "markdown"),
        ("a.txt", "The port reopened.\n\nShips came in at dawn.\n", "text"),
        ("a.dat", "<!DOCTYPE html><html><body><p>The port reopened.</p></body></html>", "html"),
        ("a.txt", "<p>The port reopened.</p><p>Ships came in.</p>", "html"),
        ("a.html", "The port reopened.", "html"),
    ],
)
def test_media_is_seen_in_the_content_first(tmp_path: Path, name: str, content: str, media: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert [d.media for d in documents(tmp_path / name)] == [media]


def test_json_lines_keep_text_and_identity(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    record = {"id": 7, "text": "The port\u00a0reopened.  ", "title": "Port", "date": "2024-05-12"}
    path.write_text(json.dumps(record) + "\n\n" + json.dumps({"id": 8, "body": "Ships came in."}) + "\n")
    first, second = documents(path)
    assert (first.content, first.record_id, first.date) == (record["text"], "7", "2024-05-12")
    assert (first.source_uri, second.source_uri) == (f"{path}#1", f"{path}#3")
    assert second.content == "Ships came in."


def test_columns_are_guessed_aloud_and_mapped(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("headline,maintext,date_publish,extra\nPort,The port reopened.,2024-05-12,x\n", encoding="utf-8")
    said: list[str] = []
    (guessed,) = documents(path, options=LoadOptions(report=said.append))
    assert (guessed.content, guessed.title, guessed.date) == ("The port reopened.", "Port", "2024-05-12")
    assert "text=maintext" in said[0]
    (mapped,) = documents(path, options=LoadOptions(mapping=parse_mapping("text=headline")))
    assert mapped.content == "Port"


def test_mapping_errors_name_the_nearest() -> None:
    with pytest.raises(ConfigError, match="did you mean 'title'"):
        parse_mapping("tilte=headline")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.md", b"", "empty file"),
        ("blank.txt", b" \n\n", "empty file"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG image"),
        ("noise.md", bytes(range(32)) * 40, "not text"),
        ("broken.jsonl", b'{"id": 1, "text": \n', "not JSON"),
        ("deep.json", b"[" + b'{"a":[' * 100_000, "nested absurdly deep"),
        ("list.jsonl", b'{"id": 1, "text": 5}\n', "not text"),
        ("no_text.csv", b"when,where\n1,2\n", "no column looks like the text"),
    ],
)
def test_bad_files_become_failures(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = reasons(tmp_path / name)
    assert len(found) == 1
    assert message in found[0]


def test_missing_input_suggests_the_near_name(tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text('{"text": "x"}\n')
    assert "did you mean" in reasons(tmp_path / "article.jsonl")[0]


def test_wrong_encoding_is_read_and_noted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“We reopened the café,” she said. “It took a year.”".encode("windows-1252"))
    (found,) = documents(tmp_path / "a.txt")
    assert found.content.startswith("“We reopened the café,”")
    assert found.notes


def test_a_huge_single_line_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The port reopened. " * 270_000)
    (found,) = documents(tmp_path / "a.txt")
    assert len(found.content) > 5_000_000


def test_byte_ranges_give_the_same_records(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": f"Report {i}. " * (i % 7 + 1)}) + "\n" for i in range(500)))
    parts = list(plan([str(path)], split=4000))
    assert len(parts) > 5
    assert [r for part in parts for r in read_one(part)] == list(read([str(path)]))


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Ships came in.")
    assert [Path(d.source_uri).name for d in documents(tmp_path)] == ["a.txt", "b.txt", "c.txt"]


def test_links_that_leave_the_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert "leads outside" in reasons(tmp_path / "in")[0]


def test_names_of_columns_that_are_no_text_are_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.arrows"
    table = pa.table({"text": ["The port reopened."], "headline": ["Port"]})
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    path.write_bytes(path.read_bytes().replace(b"headline", b"\xdb\xdbadline"))
    (found,) = read([str(path)])
    assert isinstance(found, Failure)
    assert "damaged" in found.message
