"""Whose words or claim an event is."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.lexicon import TruthLexicon
from pipeline.ner import Cast
from pipeline.records import Mention
from pipeline.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Source:
    """Who said it: canonical name (or the words of the text where no actor is known) and the mention, if any."""

    actor_name: str
    mention: Mention | None = None


class Sources:
    """Finds the nearest source of a trigger; None stands for the article's own voice."""

    def __init__(self, syntax: Syntax, cast: Cast, lexicon: TruthLexicon) -> None:
        self._syntax, self._cast, self._lexicon = syntax, cast, lexicon

    def source(self, token: int) -> Source | None:
        """Return the nearest source whose words or claim the trigger is."""
        return None


def sources(syntax: Syntax, cast: Cast, lexicon: TruthLexicon) -> Sources:
    """Return the sources of one article."""
    return Sources(syntax, cast, lexicon)
