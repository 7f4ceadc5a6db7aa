"""Sentences in the manner of many newsrooms: whose act it is where the grammar hides it."""

from __future__ import annotations

import pytest

import pipeline
from pipeline.records import Event


@pytest.fixture(scope="module")
def nlp() -> pipeline.Pipeline:
    """The default pipeline."""
    return pipeline.Pipeline.load()


def names(event: Event, role: str) -> list[str]:
    """Return the canonical names in a role."""
    return [a.name for a in event.arguments if a.role == role]


# (text, event type, role, names of the last event of that type)
WHOSE = [
    ("The Swedish bank Tormund, whose offer Norway rejected, sued Denmark.", "refuse", "target", ["Tormund"]),
    ("The lender Tormund, whose lawsuit against Norway is pending, praised Denmark.", "sue", "actor", ["Tormund"]),
    ("Norway, whose navy was accused by Sweden of piracy, denied it.", "accuse", "target", ["Norway"]),
]
CLAUSES = [
    # a second clause with a subject of its own
    ("Norway pledged 5 million euros and Sweden said it would help.", "statement", "actor", ["Sweden"]),
    ("Norway flew tents into the city and Sweden sent two helicopters.", "mobilize", "actor", ["Sweden"]),
    ("Norway met Sweden and Finland and criticised Denmark.", "accuse", "actor", ["Norway"]),
    # a participle that shares the perfect of the main clause
    (
        "Norway has told Tormund Bank that its app breaks the law and given the bank 30 days to reply.",
        "ultimatum",
        "actor",
        ["Norway"],
    ),
    ("Norway gave Tormund Bank 30 days to respond.", "respond", "actor", ["Tormund Bank"]),
]
PHRASES = [
    # prepositions that the verb asks for
    ("Anna Keller was accused by prosecutors of hiding losses.", "accuse", "actor", ["prosecutors"]),
    ("Norway accused the army of targeting civilians.", "attack", "actor", ["army"]),
    ("Norway accused the government of Sweden.", "accuse", "target", ["Government of Sweden"]),
    # the holder of an office beside it
    (
        "Norway has convicted the former chief executive of Tormund Bank, Anna Keller, of fraud.",
        "convict",
        "target",
        ["Anna Keller"],
    ),
]
CAPITALS = [
    ("Moscow rejected the claim made by Norway.", "refuse", "actor", ["Russia"]),
    ("Norway accused Beijing of spying.", "accuse", "target", ["China"]),
    ("Norway denounced Moscow's invasion of Georgia.", "attack", "actor", ["Russia"]),
    ("Anna Keller met Omar Haddad in Moscow.", "meeting", "participant", ["Anna Keller", "Omar Haddad"]),
    ("Brussels urged Norway to act.", "request", "actor", ["European Union"]),
    ("Brussels warned Norway, and the European Commission agreed.", "threaten", "actor", ["European Commission"]),
]
BODIES = [
    # "the company" is no agency, "the regulator" no company
    (
        "The Food and Drug Administration warned Velmont Pharma. Sweden criticised the company.",
        "accuse",
        "target",
        ["Velmont Pharma"],
    ),
    (
        "Italy's data protection authority has warned OpenAI. The regulator criticised Denmark.",
        "accuse",
        "actor",
        ["Italy's data protection authority"],
    ),
]
CASES = [*WHOSE, *CLAUSES, *PHRASES, *CAPITALS, *BODIES]


@pytest.mark.parametrize(("text", "kind", "role", "expected"), CASES, ids=[text for text, _, _, _ in CASES])
def test_whose_act_it_is(nlp: pipeline.Pipeline, text: str, kind: str, role: str, expected: list[str]) -> None:
    found = [e for e in nlp.extract(text, published="2024-05-12").events if e.type == kind]
    assert [names(e, role) for e in found[-1:]] == [expected]


SUMS = [
    ("The court fined Lumio Holdings $3 million.", ["Lumio Holdings"]),
    ("Norway fined Hanbit 40 billion won in July for hiding payments.", ["Hanbit"]),
    ("The court, which fined Hanbit 40 billion won last year, is likely to act.", ["Hanbit"]),
]


@pytest.mark.parametrize(("text", "expected"), SUMS, ids=[text for text, _ in SUMS])
def test_a_sum_is_no_part_of_a_name(nlp: pipeline.Pipeline, text: str, expected: list[str]) -> None:
    event = next(e for e in nlp.extract(text, published="2024-05-12").events if e.type == "fine")
    assert names(event, "target") == expected


PAIRS = [
    # who did the last thing that two did, not who was named last
    (
        "Norsk Hydro agreed to buy Volvo after a tip from Anna Keller. Talks between the two sides lasted weeks.",
        "discuss",
        "participant",
        ["Norsk Hydro", "Volvo"],
    ),
    (
        "The Taliban accused the army of shelling a market. Norway urged both sides to stop.",
        "request",
        "recipient",
        ["Taliban", "army"],
    ),
    (
        "Norway and Sweden opposed the plan. Anna Keller met Omar Haddad on Monday. The two agreed to work together.",
        "agree",
        "participant",
        ["Anna Keller", "Omar Haddad"],
    ),
    (
        "Norway and Denmark resumed talks. Finland urged both countries to sign.",
        "request",
        "recipient",
        ["Norway", "Denmark"],
    ),
]


@pytest.mark.parametrize(("text", "kind", "role", "expected"), PAIRS, ids=[text for text, _, _, _ in PAIRS])
def test_whom_both_means(nlp: pipeline.Pipeline, text: str, kind: str, role: str, expected: list[str]) -> None:
    found = [e for e in nlp.extract(text, published="2024-05-12").events if e.type == kind]
    assert [names(e, role) for e in found[-1:]] == [expected]


SPEAKERS = [
    ('"I was the victim of a plot," Anna Keller said. Omar Haddad criticised her.', "accuse", "target", "Anna Keller"),
    (
        'Omar Haddad criticised Norway. "My client was a fool," he said. He urged Sweden to act.',
        "request",
        "actor",
        "Omar Haddad",
    ),
]


@pytest.mark.parametrize(("text", "kind", "role", "expected"), SPEAKERS, ids=[text for text, _, _, _ in SPEAKERS])
def test_who_speaks_is_not_who_is_spoken_of(
    nlp: pipeline.Pipeline, text: str, kind: str, role: str, expected: str
) -> None:
    found = [e for e in nlp.extract(text, published="2024-05-12").events if e.type == kind]
    assert names(found[-1], role) == [expected]


WORDING = [
    # a verdict on an act is criticism of who did it, not the act again
    ("Norway banned Telegram on Monday. Russia called the move illegal.", "accuse", "target", ["Norway"]),
    # what is used to do something has done it; who claims an attack is said to have made it
    ("Anna Keller has claimed responsibility for a cyberattack on Norway.", "attack", "actor", ["Anna Keller"]),
    # people threaten, attacks do not
    (
        "Anna Keller claimed an attack that cut power in Norway and threatened to strike Sweden.",
        "threaten",
        "actor",
        ["Anna Keller"],
    ),
    # who says something after talks has talked
    (
        "Anna Keller praised Norway after talks with Omar Haddad.",
        "discuss",
        "participant",
        ["Omar Haddad", "Anna Keller"],
    ),
    # towns are visited and are no party to the visit; nor is who a promise is only about
    ("Anna Keller visited Bergen.", "meeting", "target", []),
    ("Norway promised to listen to critics.", "agree", "target", []),
    ("Norway promised to help Sweden.", "agree", "target", ["Sweden"]),
    # answers that are drawn come from those who answer
    ("Norway drew an angry response from Sweden.", "respond", "actor", ["Sweden"]),
]


@pytest.mark.parametrize(("text", "kind", "role", "expected"), WORDING, ids=[text for text, _, _, _ in WORDING])
def test_what_the_wording_means(nlp: pipeline.Pipeline, text: str, kind: str, role: str, expected: list[str]) -> None:
    found = [e for e in nlp.extract(text, published="2024-05-12").events if e.type == kind]
    assert [names(e, role) for e in found[-1:]] == [expected]


def test_means_that_are_used_have_done_their_work(nlp: pipeline.Pipeline) -> None:
    event = nlp.extract("Police used water cannon to disperse protesters.").events[0]
    assert (event.type, event.factuality) == ("enforce", "asserted")


def test_an_act_that_is_judged_is_not_done_by_the_judge(nlp: pipeline.Pipeline) -> None:
    assert [e.type for e in nlp.extract("Norway called the strike illegal.").events] == ["accuse"]


ANSWERED = [
    # what is said of somebody and denied by him; nouns that sum a sentence up are the article's own
    (
        "Anna Keller added that Sweden had been invited, a claim Omar Haddad denied.",
        "refuse",
        "target",
        ["Anna Keller"],
    ),
    ("Anna Keller offered to meet the union, an offer they turned down.", "refuse", "target", ["Anna Keller"]),
    # the sanctions are those that were called so
    (
        "Norway imposed sanctions on Sweden. Denmark expelled a Swedish envoy. Finland criticised the sanctions.",
        "accuse",
        "target",
        ["Norway"],
    ),
    # asked somebody for something
    ("Anna Keller asked Omar Haddad for talks.", "request", "recipient", ["Omar Haddad"]),
    # ambassadors are recalled from countries
    ("Norway recalled its ambassador from Paris.", "sanction", "target", ["France"]),
]


@pytest.mark.parametrize(("text", "kind", "role", "expected"), ANSWERED, ids=[text for text, _, _, _ in ANSWERED])
def test_whom_an_answer_is_to(nlp: pipeline.Pipeline, text: str, kind: str, role: str, expected: list[str]) -> None:
    found = [e for e in nlp.extract(text, published="2024-05-12").events if e.type == kind]
    assert [names(e, role) for e in found[-1:]] == [expected]


def test_a_noun_that_sums_up_a_sentence_is_not_part_of_what_was_said(nlp: pipeline.Pipeline) -> None:
    text = "Anna Keller added that Sweden had been invited, a claim Omar Haddad denied."
    event = next(e for e in nlp.extract(text).events if e.type == "refuse")
    assert (event.attributed_to, event.factuality) == (None, "asserted")


REPORTERS = [
    "Norway will deploy four frigates to the Gulf, its foreign minister, Anna Keller, announced after talks in Bergen.",
    "In a letter to Sweden, its founder, Anna Keller, said she would sue Denmark.",
]


@pytest.mark.parametrize("text", REPORTERS)
def test_a_speaker_described_before_the_name_speaks(nlp: pipeline.Pipeline, text: str) -> None:
    events = nlp.extract(text, published="2024-05-12").events
    assert [names(e, "actor") for e in events if e.type == "statement"] == [["Anna Keller"]]
    assert {e.attributed_to for e in events if e.type in ("mobilize", "sue")} == {"Anna Keller"}


def test_what_follows_a_complaint_is_not_what_it_says(nlp: pipeline.Pipeline) -> None:
    text = "Norway opened an inquiry in May after a researcher, Anna Keller, complained that Sweden had ignored her."
    event = next(e for e in nlp.extract(text).events if e.type == "investigate")
    assert (event.attributed_to, event.factuality) == (None, "asserted")
