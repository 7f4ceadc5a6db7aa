"""Lines that no article means, whoever writes them, and lines that only look like it."""

from __future__ import annotations

import pytest

from pipeline.clean.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "Did you like this long read? Support us",
        "Get the Harbour Post in your inbox",
        "Get our briefing delivered to your inbox every Friday",
        "Receive the day's headlines by email",
        "Support our journalism from £2 a month",
        "Read more: the pier that nobody wanted",
        "Sign up for our newsletter",
        "© 2024 Harbour Post Ltd",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Did you like the play? asked the judge, and the witness said that she had not seen it.",
        "Support for the pier has grown since the storm.",
        "Get out of the harbour, the coastguard told the crew by radio.",
        "Receive them kindly, the mayor told her officers.",
    ],
)
def test_prose(line: str) -> None:
    assert not is_furniture(line)
