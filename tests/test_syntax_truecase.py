"""Headings in the case of prose."""

from __future__ import annotations

import pytest

from pipeline.syntax import LanguageModel
from pipeline.syntax.truecase import truecased

CASES = [
    ("Malaysia Warns of Action Against Telegram", "Malaysia warns of action against Telegram"),
    (
        "Rampant Piracy Will Be Tackled\n\nThe rampant copying goes on.",
        "Rampant piracy will be tackled\n\nThe rampant copying goes on.",
    ),
    (
        "UN CALLS FOR CEASEFIRE IN SUDAN\n\nThe UN said Sudan needs peace.",
        "UN calls for ceasefire in Sudan\n\nThe UN said Sudan needs peace.",
    ),
    (
        "Anger at the Ministry of Trade\n\nHe left the Ministry of Trade as the ministry cut trade.",
        "Anger at the Ministry of Trade\n\nHe left the Ministry of Trade as the ministry cut trade.",
    ),
    ("A sentence about Paris and Berlin stays as it is.", "A sentence about Paris and Berlin stays as it is."),
    ("Bush Meets Brown in Texas", "Bush meets Brown in Texas"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_truecased(text: str, expected: str) -> None:
    assert truecased(text) == expected


@pytest.mark.parametrize("text", ["İSTANBUL MAYOR FREED AFTER PROTESTS", "Straße Blocked By Angry Farmers", "", "\n\n"])
def test_length_is_kept(text: str) -> None:
    assert len(truecased(text)) == len(text)


def test_the_parse_keeps_the_words_as_written(language: LanguageModel) -> None:
    text = "Malaysia Warns of Action Against Telegram"
    (parse,) = language.parse([text])
    assert parse.text == text
    assert parse.words == text.split()
    assert parse.pos[1] == "VERB"
