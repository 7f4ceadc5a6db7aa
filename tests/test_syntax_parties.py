"""Parties that stand far from their verb, or beside another: slots and events, sentence by sentence."""

from __future__ import annotations

import pytest

from pipeline.api import Pipeline
from pipeline.records import Event
from pipeline.shard import Worker
from pipeline.syntax import LanguageModel, analyse, deep_slots

# (sentence, word of the predicate, expected slots): "slot: a + b" lists the fillers; "slot: -" is an empty slot.
SLOTS = [
    # the agent of an act hangs on who undergoes it
    ("The arrest of Weber by Danish police drew crowds.", "arrest", "subject: Danish police; object: Weber"),
    ("Attacks on journalists by police rose.", "Attacks", "subject: police; object: journalists"),
    ("The delivery of a report by the commission was late.", "delivery", "object: a report by the commission"),
    ("The tanker's seizure by Iran angered London.", "seizure", "subject: Iran; object: The tanker's"),
    # one more party
    ("Ford along with Fiat sued the regulator.", "sued", "subject: Ford along with Fiat + Fiat"),
    ("Serbia, together with Hungary, blocked the vote.", "blocked", "subject: Serbia, together with Hungary + Hungary"),
    ("Together with France, Germany condemned the coup.", "condemned", "subject: Germany + France"),
    ("Police marched with banners.", "marched", "subject: Police"),
    # what the sentence brings out
    ("It was Peru that launched the raid.", "launched", "subject: Peru; object: the raid"),
    ("It was Weber who ordered the raid.", "ordered", "subject: Weber"),
    ("It was clear that prices rose.", "rose", "subject: prices"),
    ("Among those arrested was Anna Weber, a lawyer.", "arrested", "object: Anna Weber"),
    ("Those arrested include two Danes.", "arrested", "object: two Danes"),
    # objects under another's clause
    ("A Danish ship which Peru had threatened to stop turned away.", "stop", "subject: Peru; object: A Danish ship"),
    ("Plans to fine Norbank were dropped by Ireland.", "fine", "object: Norbank"),
    ("Plans to fine Norbank were dropped by Ireland.", "dropped", "subject: Ireland; object: Plans"),
    ("The judge ordered firms to block Norbank.", "block", "subject: firms; object: Norbank"),
    # infinitives of what is won or made
    ("Norbank won a contract to build the bridge.", "build", "subject: Norbank; object: the bridge"),
    ("The mast, designed to catch light, cracked.", "catch", "subject: The mast; object: light"),
    ("Police were sent to guard the square.", "guard", "subject: Police; object: the square"),
    ("Norbank was awarded a contract to build the bridge.", "build", "subject: Norbank"),
    ("The court upheld the right to picket.", "picket", "subject: -"),
    # what is wanted of somebody
    ("The prosecutor wants Weber jailed.", "jailed", "object: Weber; subject: -"),
    ("The men want the mayor, Anna Weber, who left, to be dismissed.", "dismissed", "object: the mayor"),
    ("Police want two men, whom they named, to come forward.", "come", "subject: two men"),
    ("Liberals have called for the bank to be sold.", "sold", "object: the bank"),
    ("Denmark said it had been assured Oslo would help.", "assured", "object: it"),
    ("It was announced that prices rose.", "announced", "object: -"),
    # names that a headline joins by a comma
    ("Zelensky, Starmer discuss peace plan in London", "discuss", "subject: Zelensky + Starmer"),
    # nouns that open a sentence
    ("Calls for Weber to resign grew louder.", "grew", "subject: Calls"),
    ("Calls for Weber to resign grew louder.", "resign", "subject: Weber"),
    # the other party after a long object
    ("They discussed the lack of pay for their players with the NCAA.", "discussed", "with: the NCAA"),
    ("A lawsuit filed by Norbank against Sweden was dropped.", "filed", "subject: Norbank; against: Sweden"),
]

# (sentence, type, word that names the act, "role: name + name; ...")
EVENTS = [
    ("The sanctions imposed on Russia by the EU were extended.", "sanction", "actor: European Union; target: Russia"),
    ("Uber faces a lawsuit from Lyft over its prices.", "sue", "actor: Lyft; target: Uber"),
    ("Two banks, Norbank and Sudbank, sued Finland.", "sue", "actor: Norbank + Sudbank; target: Finland"),
    ("A suicide bomber attacked a police station.", "attack", "actor: suicide bomber"),
    ("At the request of Peru, Chile sent troops to Bolivia.", "request", "actor: Peru; recipient: Chile"),
    ("Norway received an assurance from Greece.", "agree", "actor: Greece; target: Norway"),
    ("The Commission on Elections (Comelec) rejected the petition.", "refuse", "actor: Commission on Elections"),
    ("Norbank, whose chairman resigned in May, sued Finland.", "resign", "actor: whose chairman"),
    ("Norbank, whose offices were raided by police, sued Finland.", "investigate", "actor: police; target: Norbank"),
    ("France condemned the arrest of Weber.", "accuse", "actor: France; target: "),
    ("France condemned the arrest of Weber.", "arrest", "actor: ; target: Weber"),
    ("Danes criticised the actions of Israel.", "accuse", "target: Israel"),
    ("The bombing of Yemen by Saudi jets killed two nurses.", "attack", "actor: Saudi jets; target: two nurses"),
    ("The court upheld a ruling against Google by a Danish judge.", "order", "actor: Danish judge; target: Google"),
    ("Police arrested two officials of the World Bank.", "arrest", "target: two officials of the World Bank"),
    ("A spokesman for the World Bank rejected the claim.", "refuse", "actor: World Bank"),
    (
        "Two former executives of the World Bank rejected the claim.",
        "refuse",
        "actor: Two former executives of the World Bank",
    ),
    ("The king ordered the army's cyber unit to help.", "order", "recipient: army's cyber unit"),
    ("Anna Weber talked to the banks.", "discuss", "participant: Anna Weber + the banks"),
    ("Iran has been accused of plotting by Albania.", "accuse", "actor: Albania; target: Iran"),
]


@pytest.fixture(scope="module")
def reader(language: LanguageModel) -> Pipeline:
    return Pipeline(Worker(language=language))


@pytest.mark.parametrize(("sentence", "word", "expected"), SLOTS)
def test_slots(language: LanguageModel, sentence: str, word: str, expected: str) -> None:
    syntax = analyse(language.parse([sentence])[0])
    parse = syntax.parse
    predicate = next(p for p in syntax.predicates if parse.words[p.token] == word)
    for part in expected.split("; "):
        slot, _, wanted = part.partition(": ")
        found = [parse.span_text(f.first, f.last) for f in predicate.slots.get(slot, ())]
        assert found == ([] if wanted == "-" else wanted.split(" + ")), (slot, found)


@pytest.mark.parametrize(("sentence", "kind", "expected"), EVENTS)
def test_events(reader: Pipeline, sentence: str, kind: str, expected: str) -> None:
    events = [e for e in reader.extract(sentence).events if e.type == kind]
    assert expected in [_roles(e, expected) for e in events], [_roles(e, expected) for e in events]


# (sentence, word of the predicate, what stands under "object" and "recipient" in the propositions)
PROPOSITIONS = [
    ("The plane landed in Lagos.", "landed", ["The plane"], []),
    ("The plane's landing was smooth.", "landing", ["The plane's"], []),
    ("France supplied Chad with tanks.", "supplied", ["Chad", "tanks"], ["Chad"]),
    ("The envoy left Chad.", "left", ["Chad"], []),
    ("The envoy laughed.", "laughed", [], []),
]


@pytest.mark.parametrize(("sentence", "word", "objects", "recipients"), PROPOSITIONS)
def test_propositions(
    language: LanguageModel, sentence: str, word: str, objects: list[str], recipients: list[str]
) -> None:
    syntax = analyse(language.parse([sentence])[0])
    parse = syntax.parse
    predicate = next(p for p in syntax.predicates if parse.words[p.token] == word)
    found = [(slot, parse.span_text(f.first, f.last)) for slot, f in deep_slots(predicate)]
    assert [text for slot, text in found if slot == "object"] == objects
    assert [text for slot, text in found if slot == "recipient"] == recipients


def _roles(event: Event, expected: str) -> str:
    roles = [part.partition(": ")[0] for part in expected.split("; ")]
    return "; ".join(f"{role}: " + " + ".join(a.name for a in event.arguments if a.role == role) for role in roles)
