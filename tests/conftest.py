"""Fixtures shared by all tests: the language model is loaded once a session."""

from __future__ import annotations

import pytest

from pipeline.syntax import LanguageModel


@pytest.fixture(scope="session")
def language() -> LanguageModel:
    """The default language model."""
    return LanguageModel.load()
