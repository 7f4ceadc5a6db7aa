"""Attribution: (text, trigger, source or None), the nearest source wins."""

from __future__ import annotations

import pytest

from pipeline.events.attribution import sources
from pipeline.events.lexicon import TruthLexicon, load_lexicon
from pipeline.ner import ActorFinder
from pipeline.records import Article
from pipeline.syntax import LanguageModel, analyse

ROWS: list[tuple[str, str, str | None]] = [
    # indirect speech
    ("Nokia said that it had sued Apple.", "sued", "Nokia"),
    ("Nokia said that it had sued Apple.", "said", None),
    ("Nokia sued Apple.", "sued", None),
    ("Anna Berg told reporters that Nokia had fired 50 people.", "fired", "Anna Berg"),
    ("Nokia had fired 50 people, Anna Berg said.", "fired", "Anna Berg"),
    ("Nokia, Anna Berg said, had fired 50 people.", "fired", "Anna Berg"),
    ("Anna Berg announced that Nokia would fire 50 people.", "fire", "Anna Berg"),
    ("Anna Berg said Nokia had told investors that Intel had blocked the deal.", "blocked", "Nokia"),
    ("Anna Berg said Nokia had told investors that Intel had blocked the deal.", "told", "Anna Berg"),
    ("Intel believes that Nokia bribed officials.", "bribed", "Intel"),
    ("Intel denied that it had bribed officials.", "bribed", "Intel"),
    ("Intel denied bribing officials.", "bribing", "Intel"),
    ("Intel accused Nokia of bribing officials.", "bribing", "Intel"),
    ("Kenya fears that Intel will sue Nokia.", "sue", "Kenya"),
    ("Kenya threatened to block Telegram.", "block", None),
    ("Kenya hopes that Intel will sue Nokia.", "sue", "Kenya"),
    ("Kenya doubts that Intel sued Nokia.", "sued", "Kenya"),
    ("Anna Berg said she would resign if Nokia fired her team.", "fired", "Anna Berg"),
    ("Anna Berg said Nokia sued Intel after Apple withdrew.", "withdrew", "Anna Berg"),
    # demands are the caller's, orders are events of their own
    ("Intel urged Kenya to sue Nokia.", "sue", "Intel"),
    ("Intel called on Kenya to sue Nokia.", "sue", "Intel"),
    ("Intel asked Kenya to sue Nokia.", "sue", "Intel"),
    ("Intel wants Kenya to sue Nokia.", "sue", "Intel"),
    ("Intel wants to sue Nokia.", "sue", None),
    ("Intel tried to sue Nokia.", "sue", None),
    ("Kenya ordered Intel to sue Nokia.", "sue", None),
    # what somebody did not say is nobody's claim, what the writer adds is the writer's
    ("Intel did not say whether Nokia had sued Kenya.", "sued", None),
    ("Intel said it had sold the firm to Nokia, which had sued Kenya.", "sued", None),
    ("Intel said it would pay the fine and denied bribing officials.", "denied", None),
    ("Its director, Anna Berg, said Nokia had sued Kenya.", "sued", "Anna Berg"),
    # passives and hearsay name nobody
    ("Nokia is said to have sued Apple.", "sued", None),
    ("Nokia reportedly sued Apple.", "sued", None),
    ("Nokia is expected to sue Apple.", "sue", None),
    # according to
    ("According to Intel, Nokia sued Apple.", "sued", "Intel"),
    ("Nokia sued Apple, according to Intel.", "sued", "Intel"),
    # nouns of saying
    ("Intel's claim that Nokia had bribed officials was dismissed.", "bribed", "Intel"),
    ("Intel gave assurances that Nokia would cooperate with Kenya.", "cooperate", "Intel"),
    # quotations
    ("“We sued Nokia,” said Anna Berg.", "sued", "Anna Berg"),
    ("“We sued Nokia,” Anna Berg said. “They attacked our engineers.”", "attacked", "Anna Berg"),
    ("Anna Berg said: “We sued Nokia and we will win.”", "sued", "Anna Berg"),
    ("Anna Berg said the “ruthless” firm had left.", "left", "Anna Berg"),
    ("“I believe that Nokia bribed officials,” Anna Berg said.", "bribed", "Anna Berg"),
    ("“Intel says Nokia bribed officials,” Anna Berg said.", "bribed", "Intel"),
    ("“Intel says Nokia bribed officials,” Anna Berg said.", "says", "Anna Berg"),
    # what is outside the saying is the article's
    ("Anna Berg, who had sued Nokia, said she was tired.", "sued", None),
    ("After Nokia sued Apple, Anna Berg said she was tired.", "sued", None),
    ("Anna Berg said she was tired and left Nokia.", "said", None),
]


@pytest.fixture(scope="module")
def lexicon() -> TruthLexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder()


@pytest.mark.parametrize(("text", "trigger", "expected"), ROWS, ids=[f"{t} [{w}]" for t, w, _ in ROWS])
def test_source(
    language: LanguageModel, finder: ActorFinder, lexicon: TruthLexicon, text: str, trigger: str, expected: str | None
) -> None:
    parse = next(iter(language.pipe([text])))
    syntax = analyse(parse)
    cast = finder.find(Article("a", "a.txt", text), syntax)
    source = sources(syntax, cast, lexicon).source(parse.words.index(trigger))
    assert (source.actor_name if source else None) == expected


def test_a_statement_speaks_for_who_issued_it(
    language: LanguageModel, finder: ActorFinder, lexicon: TruthLexicon
) -> None:
    text = "In a statement, Nokia said it was sorry. “We will pay the fine,” the statement added."
    parse = next(iter(language.pipe([text])))
    syntax = analyse(parse)
    cast = finder.find(Article("a", "a.txt", text), syntax)
    source = sources(syntax, cast, lexicon).source(parse.words.index("pay"))
    assert source is not None
    assert source.actor_name == "Nokia"
    assert source.mention is not None
    assert text[source.mention.start : source.mention.end] == "Nokia"
