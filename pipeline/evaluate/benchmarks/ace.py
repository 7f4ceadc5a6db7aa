"""ACE-style event JSON, as DyGIE++ (documents of sentences) and OneIE (a sentence a line) write it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.evaluate.benchmarks.records import BenchmarkArticle, Filler, Happening
from pipeline.evaluate.benchmarks.tokens import TextBuilder

MAPPING: dict[str, list[str]] = {
    "Conflict.Attack": ["attack"],
    "Conflict.Demonstrate": ["protest"],
    "Contact.Meet": ["meeting", "discuss"],
    "Contact.Phone-Write": ["discuss", "statement"],
    "Justice.Acquit": ["release"],
    "Justice.Appeal": ["appeal"],
    "Justice.Arrest-Jail": ["arrest"],
    "Justice.Charge-Indict": ["accuse"],
    "Justice.Convict": ["convict"],
    "Justice.Execute": ["attack"],
    "Justice.Extradite": ["expel"],
    "Justice.Fine": ["fine"],
    "Justice.Pardon": ["release"],
    "Justice.Release-Parole": ["release"],
    "Justice.Sentence": ["convict"],
    "Justice.Sue": ["sue"],
    "Justice.Trial-Hearing": ["investigate"],
    "Life.Injure": ["attack"],
    "Personnel.Elect": ["appoint"],
    "Personnel.End-Position": ["resign"],
    "Personnel.Nominate": ["appoint"],
    "Personnel.Start-Position": ["appoint"],
    "Transaction.Transfer-Ownership": ["acquire"],
    "Business.Merge-Org": ["acquire"],
}
"""Event types of ACE 2005 -> event types that count as right; the others have no counterpart and are left out."""

_ACTS = frozenset(
    ("Attacker", "Agent", "Prosecutor", "Plaintiff", "Adjudicator", "Buyer", "Giver", "Entity", "Instrument-Agent")
)
_SUFFERS = frozenset(("Target", "Victim", "Defendant", "Seller", "Artifact", "Org", "Recipient"))
# where a person is the one who is acted upon
_PERSON_SUFFERS = frozenset({"Arrest-Jail", "Execute", "Extradite", "Release-Parole", "Nominate", "Start-Position"})


def convert(path: Path) -> Iterator[BenchmarkArticle]:
    """Yield one article a document. Raises ConfigError where a line is of neither form."""
    documents: dict[str, tuple[TextBuilder, list[Happening]]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        record = json.loads(line)
        if "sentences" in record:
            identity = str(record.get("doc_key", number))
        elif "tokens" in record:
            identity = str(record.get("doc_id", number))
        else:
            raise ConfigError(f"{path}:{number}: neither 'sentences' (DyGIE++) nor 'tokens' (OneIE) there")
        builder, events = documents.setdefault(identity, (TextBuilder(), []))
        if "sentences" in record:
            _dygie(record, builder, events)
        else:
            _oneie(record, builder, events)
    for identity, (builder, events) in documents.items():
        yield BenchmarkArticle(id=identity, text=builder.text, events=events)


def _dygie(record: dict[str, Any], builder: TextBuilder, events: list[Happening]) -> None:
    for sentence in record["sentences"]:
        for token in sentence:
            builder.add(token)
    for in_sentence in record.get("events", []):
        for trigger, *arguments in in_sentence:
            kind = trigger[-1]
            start, end = builder.span(trigger[0], trigger[1] if len(trigger) == 3 else trigger[0])
            roles = [(a[2], builder.span(a[0], a[1])) for a in arguments]
            _add(kind, (start, end), roles, events)


def _oneie(record: dict[str, Any], builder: TextBuilder, events: list[Happening]) -> None:
    first = len(builder.spans)
    for token in record["tokens"]:
        builder.add(token)
    places = {
        e["id"]: builder.span(first + e["start"], first + e["end"] - 1) for e in record.get("entity_mentions", [])
    }
    for event in record.get("event_mentions", []):
        trigger = event["trigger"]
        span = builder.span(first + trigger["start"], first + trigger["end"] - 1)
        roles = [(a["role"], places[a["entity_id"]]) for a in event.get("arguments", []) if a["entity_id"] in places]
        _add(event["event_type"].replace(":", "."), span, roles, events)


def _add(kind: str, span: tuple[int, int], roles: list[tuple[str, tuple[int, int]]], events: list[Happening]) -> None:
    types = MAPPING.get(kind)
    if types is None:
        return
    fillers = []
    for role, place in roles:
        side = "actor" if role in _ACTS else "target" if role in _SUFFERS else None
        if role == "Person":
            side = "target" if kind.split(".")[1] in _PERSON_SUFFERS else "actor"
        if side:
            fillers.append(Filler(role=side, spans=[place]))
    events.append(Happening(types=types, start=span[0], end=span[1], roles=fillers))
