"""What the tests of the actors room share: a text in, its cast out, asked in words."""

from __future__ import annotations

from pipeline.ner import ActorFinder, Cast
from pipeline.records import Actor, Article, Mention
from pipeline.syntax import LanguageModel, analyse


class Reader:
    """Reads texts with one language model and one set of gazetteers."""

    def __init__(self, language: LanguageModel) -> None:
        self.language, self.finder = language, ActorFinder()

    def read(self, text: str, article_id: str = "article") -> Cast:
        """Return the cast of a text."""
        parse = next(iter(self.language.pipe([text])))
        return self.finder.find(Article(article_id, "test", text), analyse(parse))


def mention(cast: Cast, words: str, number: int = 0) -> Mention:
    """Return the ``number``-th mention written so; where none is just that, one that it is part of."""
    exact = [m for m in cast.mentions if m.text == words]
    found = exact or [m for m in cast.mentions if words in m.text]
    assert len(found) > number, f"no mention {words!r} in {[m.text for m in cast.mentions]}"
    return found[number]


def who(cast: Cast, words: str, number: int = 0) -> str | None:
    """Return the canonical name of whom a mention means."""
    actor_id = mention(cast, words, number).actor_id
    return cast.actors[actor_id].name if actor_id is not None else None


def actor(cast: Cast, words: str) -> Actor:
    """Return the actor a mention means."""
    actor_id = mention(cast, words).actor_id
    assert actor_id is not None, f"{words!r} means nobody"
    return cast.actors[actor_id]
