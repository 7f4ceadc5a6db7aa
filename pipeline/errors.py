"""Everything newsact raises on purpose.

NewsactError
├── ConfigError        wrong configuration: stops before any work; exit code 2
│   ├── PatternError       an event pattern file
│   └── GazetteerError     an actor gazetteer file
├── ModelError         language model missing, corrupt or of the wrong version
├── RunError           the output folder cannot be used (locked, other configuration, unwritable)
└── ArticleError       one article cannot be processed: becomes a row in `failures`
    ├── LoadError          unreadable, refused or malformed input record
    └── CleanError         no article found in the record
        └── LanguageError      an article in another language than asked for
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class NewsactError(Exception):
    """Base of all errors raised on purpose; its message is meant for the person at the keyboard."""


class ConfigError(NewsactError):
    """Configuration is wrong; the message names file, key, value and the nearest valid one."""


class PatternError(ConfigError):
    """An event pattern file is wrong."""


class GazetteerError(ConfigError):
    """An actor gazetteer file is wrong."""


class ModelError(NewsactError):
    """The language model is missing, corrupt or of the wrong version."""


class RunError(NewsactError):
    """The output folder cannot be used."""


class ArticleError(NewsactError):
    """One input record cannot be processed; the run goes on and the record becomes a `failures` row."""


class LoadError(ArticleError):
    """An input record is unreadable, refused or malformed."""


class CleanError(ArticleError):
    """No article could be found in a record."""


class LanguageError(CleanError):
    """An article is in another language than asked for."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint such as ", did you mean 'date'?" or an empty string when nothing is near."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f", did you mean {found[0]!r}?" if found else ""
