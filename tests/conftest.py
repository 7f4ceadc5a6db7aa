"""Fixtures shared by all tests: the language model is loaded once a session."""

from __future__ import annotations

import pytest

from pipeline.syntax import LanguageModel
from tests.ner_cast import Reader


@pytest.fixture(scope="session")
def language() -> LanguageModel:
    """The default language model."""
    return LanguageModel.load()


@pytest.fixture(scope="session")
def reader(language: LanguageModel) -> Reader:
    """Texts in, casts out."""
    return Reader(language)
