"""Whom acts are aimed at where the words beside the trigger name nobody."""

from __future__ import annotations

import pytest

from pipeline.events import EventExtractor
from pipeline.ner import ActorFinder
from pipeline.records import Article
from pipeline.syntax import LanguageModel, analyse

AIMED = [
    # what is promised, prepared or threatened
    ("Norway offered to negotiate with the government of Chile.", "agree", {"Government of Chile"}),
    ("Peru mobilized two brigades for a war against Bolivia.", "mobilize", {"Bolivia"}),
    ("Peru prepared to invade Bolivia.", "mobilize", {"Bolivia"}),
    ("Finland announced a suspension of rail links with Belarus.", "suspend", {"Belarus"}),
    # whom a threat or a refusal depends on
    ("Iran threatened to close the strait unless Japan paid for the tanker.", "threaten", {"Japan"}),
    ("Kenya has threatened to leave the talks if Uganda sends more troops.", "threaten", {"Uganda"}),
    ("Norway warned it would suspend flights unless Iceland paid its debts.", "suspend", {"Iceland"}),
    ("Peru massed troops near Chile.", "mobilize", {"Chile"}),
    ("Nurses rallied outside the Finnish embassy.", "protest", {"Finnish embassy"}),
    ("Farmers blocked a road in Peru and demanded that President Julio Ortiz quit.", "block", {"Julio Ortiz"}),
    # whom a protest addresses
    pytest.param(
        "Nurses went on strike to force the dismissal of Governor Julio Ortiz.",
        "protest",
        {"Julio Ortiz"},
        marks=pytest.mark.xfail(strict=True, reason="the purpose hangs on the verb that carries the noun"),
    ),
    ("Thousands of students demonstrated in Oslo, calling for independence from Denmark.", "protest", {"Denmark"}),
    # the land of a measure
    ("President Julio Ortiz threatened to impose a curfew in Bolivia.", "threaten", {"Bolivia"}),
    # nobody: what others do, what is only near in the sentence, what is praised
    ("Economists warned a weaker dollar might force Japan to sell bonds.", "threaten", set()),
    ("Workers rallied in Lima to celebrate the victory of Julio Ortiz.", "protest", set()),
    ("Minister Ana Lund refused to say whether Norway backed Chile.", "refuse", set()),
    ("Rebels opened fire after the arrest of Julio Ortiz.", "attack", set()),
]


def events_of(language: LanguageModel, text: str) -> list[tuple[str, dict[str, set[str]]]]:
    """Return the type of each event and the names in each of its roles."""
    syntax = analyse(next(iter(language.pipe([text]))))
    article = Article("article", "test", text)
    cast = ActorFinder().find(article, syntax)
    found = []
    for event in EventExtractor().extract(article, syntax, cast, ()):
        roles: dict[str, set[str]] = {}
        for a in event.arguments:
            roles.setdefault(a.role, set()).add(a.name)
        found.append((event.type, roles))
    return found


@pytest.mark.parametrize(("text", "event", "targets"), AIMED)
def test_targets_one_step_further_on(language: LanguageModel, text: str, event: str, targets: set[str]) -> None:
    found = [roles.get("target", set()) for kind, roles in events_of(language, text) if kind == event]
    assert found == [targets] or (not targets and not found)


def test_what_two_fail_to_do_together_is_mutual(language: LanguageModel) -> None:
    found = events_of(language, "Peru and Bolivia failed to reach an agreement on fishing.")
    assert ("refuse", {"participant": {"Peru", "Bolivia"}}) in found
