"""Quotations: marks whole, lost and doubled, and who says them."""

from __future__ import annotations

import pytest

from pipeline.syntax import LanguageModel, analyse

# (text, [(words at the start of the quotation, speaker, cue, direct)])
CASES: list[tuple[str, list[tuple[str, str | None, str | None, bool]]]] = [
    (
        '"We will sue," said Mary Smith, the company\'s lawyer. "They broke the law."',
        [("We will", "Smith", "said", True), ("They broke", "Smith", "said", True)],
    ),
    ('The minister told reporters: "The talks have failed."', [("The talks", "minister", "told", True)]),
    ('"The talks have failed." he said. The market fell.', [("The talks", "he", "said", True)]),
    (
        "“There is no sign that they want to help. “I have told the agency to act,” Weber said.",
        [("There is", "Weber", "said", True), ("I have", "Weber", "said", True)],
    ),
    (
        "“We need the help of the banks.\n\n“Maybe people do not know the law. It will be solved soon,” he said.",
        [("We need", "he", "said", True), ("Maybe people", "he", "said", True)],
    ),
    (
        'The mayor described the rule as "necessary" and “proportional”.',
        [("necessary", "mayor", "described", False), ("proportional", "mayor", "described", False)],
    ),
    ("“We will make sure that users are safe,” the statement added.", [("We will", "statement", "added", True)]),
    (
        'Jones said the ban was "unfair to everyone who lives here" and vowed to fight it.',
        [("unfair to", "Jones", "said", True)],
    ),
    ('"We will win the case, the lawyer said on Monday.', [("We will", "lawyer", "said", True)]),
    ("We will win the case,” the lawyer said on Monday.", [("We will", "lawyer", "said", True)]),
    ('The law is "a disgrace", according to the opposition leader.', [("a disgrace", "leader", "according", False)]),
    (
        "‘We are not afraid,’ said the workers’ leader. ‘We will strike.’",
        [("We are", "leader", "said", True), ("We will", "leader", "said", True)],
    ),
    (
        'Smith said the deal was dead.\n\n"We are finished. There is nothing left."\n\nThe firm declined to comment.',
        [("We are", "Smith", "said", True)],
    ),
    (
        '"I can\'t," Ms. Jones, who leads the union, told the BBC, "say more."',
        [("I ca", "Jones", "told", True), ("say more", "Jones", "told", True)],
    ),
    ('The film "The Last Day" opened in Paris.', [("The Last", None, None, False)]),
    ("“We see [fraud] happening on several sites,” he told reporters.", [("We see", "he", "told", True)]),
    ('Asked whether he would resign, the mayor replied: "Never!"', [("Never !", "mayor", "replied", True)]),
    ('The pipe is 5" wide and 12" long.', []),
    ("The workers' union met the owners' lawyers.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotes(language: LanguageModel, text: str, expected: list[tuple[str, str | None, str | None, bool]]) -> None:
    (parse,) = language.parse([text])
    words = parse.words
    found = [
        (
            " ".join(words[q.first : min(q.first + 2, q.last)]),
            None if q.speaker is None else words[q.speaker],
            None if q.cue is None else words[q.cue],
            q.direct,
        )
        for q in analyse(parse).quotes
    ]
    assert found == expected


def test_tokens_know_their_quotation(language: LanguageModel) -> None:
    (parse,) = language.parse(['Weber said: "We will sue." Then he left.'])
    syntax = analyse(parse)
    inside = [parse.words[i] for i, number in enumerate(syntax.quoted) if number == 0]
    assert inside == ["We", "will", "sue", "."]
    assert syntax.quoted[0] == -1
