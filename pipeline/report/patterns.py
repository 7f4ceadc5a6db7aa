"""What pattern writers read: the outcome of a check, a skeleton to start from, phrases that no pattern knows yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.dates import find_dates
from pipeline.errors import RunError
from pipeline.events.check import Finding, Reader, Report, Sighting
from pipeline.events.patterns import EventSpec, PatternSet, Role
from pipeline.export.dataset import read_table
from pipeline.records import Article, content_id
from pipeline.shard import Worker
from pipeline.syntax import analyse

_TITLES = {
    "example": "Examples that fail",
    "counter-example": "Counter-examples that fire",
    "dead": "Triggers that can never fire",
    "clash": "Triggers that tie (the order of files decides)",
    "unfilled": "Roles that no example fills",
}
_WARNINGS = frozenset({"clash", "unfilled"})
_CORE_SLOTS = ("subject", "object", "recipient")
_EXAMPLES = 2
_EMPTY = frozenset({"be", "have", "do", "become", "seem", "get"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A predicate that actors keep filling and no pattern knows: how often, through which slots, and where."""

    predicate: str
    count: int
    slots: tuple[tuple[str, int], ...]
    sentences: tuple[str, ...]


def reader(worker: Worker) -> Reader:
    """Return a reader that takes sentences through every stage of a worker, dates unresolved."""

    def read(texts: Sequence[str]) -> Iterator[Sighting]:
        for text, parse in zip(texts, worker.language.parse(texts), strict=True):
            article = Article(content_id("a", text), "", text, language="en")
            syntax = analyse(parse)
            cast = worker.actors.find(article, syntax)
            events = worker.events.extract(article, syntax, cast, find_dates(article, syntax))
            yield Sighting(events, tuple(worker.events.matcher.match(syntax, cast)))

    return read


def render(report: Report, *, warnings: bool = True) -> RenderableType:
    """Lay out a check for the terminal: findings by kind, then coverage by event type."""
    parts: list[RenderableType] = []
    for kind, title in _TITLES.items():
        found = [f for f in report.findings if f.kind == kind]
        if found and (warnings or kind not in _WARNINGS):
            parts += [Text(f"{title} ({len(found)})", style="yellow" if kind in _WARNINGS else "red bold")]
            parts += [_line(f) for f in found]
            parts.append(Text())
    table = Table("event", "trigger words", "seen in examples", box=None, title_justify="left", pad_edge=False)
    for event, words, fired in report.by_event:
        table.add_row(event, str(words), str(fired))
    parts.append(table)
    style = "green" if report.ok else "red bold"
    parts.append(
        Text(
            f"{report.passed} of {report.examples} sentences as they should be; {report.triggers:,} trigger words, "
            f"{report.fired:,} of them seen in an example",
            style=style,
        )
    )
    return Group(*parts)


def _line(finding: Finding) -> Text:
    return Text.assemble(("  " + finding.where, "dim"), f" {finding.pattern_id}: {finding.detail}")


def skeleton(patterns: PatternSet, event: str, verbs: Sequence[str], nouns: Sequence[str]) -> str:
    """Return a pattern as YAML, ready to edit: the roles and root of an event type, triggers for the words given.

    An event type that no pattern has gets actor and target.
    """
    same = [p for p in patterns.patterns if p.event == event]
    known = next((p for p in same if p.pattern_id == event), same[0] if same else None)
    roles: Mapping[str, Role] = known.roles if known else {"actor": Role(required=True), "target": Role()}
    triggers: list[dict[str, Any]] = []
    if verbs:
        triggers.append({"verb": list(verbs), **_fillings(roles, {"actor": ["subject"]}, ["object"])})
    if nouns:
        own = {"actor": ["possessor", "by", "from"]}
        triggers.append({"noun": list(nouns), **_fillings(roles, own, ["of", "on", "against"])})
    word = (*verbs, *nouns, "WORD")[0]
    item: dict[str, Any] = {"event": event, "name": "my_" + word.split()[0].lower()}
    if known and known.plover:
        item["plover"] = known.plover
    item["gloss"] = known.gloss if known else "What the event means, in one sentence."
    item["roles"] = {name: role.model_dump(exclude_defaults=True) for name, role in roles.items()}
    item["triggers"] = triggers or [{"verb": ["WORD"], **_fillings(roles, {"actor": ["subject"]}, ["object"])}]
    item["examples"] = [{"text": f"A sentence of your own with {word}.", "actor": "Who"}]
    item["never"] = [f"A sentence of your own in which {word} means something else."]
    EventSpec.model_validate(item)
    return yaml.safe_dump([item], sort_keys=False, allow_unicode=True, width=110, default_flow_style=None)


def _fillings(roles: Mapping[str, Role], known: Mapping[str, list[str]], other: list[str]) -> dict[str, list[str]]:
    return {role: known.get(role, ["subject", "with"] if role == "participant" else other) for role in roles}


def suggest(out: Path, top: int = 20, least: int = 2) -> list[Suggestion]:
    """Return the predicates of a run that named actors fill most often and that gave no event.

    Verbs that only carry an event noun ("imposed sanctions") are left out: the noun gave the event.

    Raises RunError where the run was made without propositions.
    """
    try:
        rows = read_table(out, "propositions").to_pylist()
    except RunError as error:
        raise RunError(f"{error}; run again with --propositions") from error
    taken = {(e["article_id"], i) for e in read_table(out, "events").to_pylist() for i in _span(e)}
    taken |= {
        (row["article_id"], row["trigger_start"])
        for row in rows
        if row["start"] is not None and any((row["article_id"], i) in taken for i in range(row["start"], row["end"]))
    }
    texts = {a["article_id"]: a["text"] for a in read_table(out, "articles").to_pylist()}
    counts: Counter[str] = Counter()
    slots: dict[str, Counter[str]] = {}
    places: dict[str, dict[tuple[str, int], None]] = {}
    for row in rows:
        place = (row["article_id"], row["trigger_start"])
        if row["actor_id"] is None or place in taken or row["predicate"] in _EMPTY:
            continue
        name = row["predicate"]
        slots.setdefault(name, Counter())[row["slot"]] += 1
        if place not in places.setdefault(name, {}):
            places[name][place] = None
            counts[name] += 1
    found = [(name, n) for name, n in counts.most_common() if n >= least and slots[name]["subject"]]
    return [
        Suggestion(name, n, tuple(slots[name].most_common()), tuple(_sentences(texts, list(places[name])[:_EXAMPLES])))
        for name, n in found[:top]
    ]


def _span(event: Mapping[str, Any]) -> range:
    return range(event["trigger_start"], event["trigger_end"])


def _sentences(texts: Mapping[str, str], places: Sequence[tuple[str, int]]) -> Iterator[str]:
    for article, start in places:
        text = texts[article]
        first = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1, 0)
        ends = [e for e in (text.find(". ", start), text.find("\n", start)) if e >= 0]
        yield " ".join(text[first : (min(ends) + 1) if ends else len(text)].split())


def paste(suggestion: Suggestion) -> str:
    """Return a suggestion as YAML with its sentences as comments, ready to be given a type."""
    names = {slot for slot, _ in suggestion.slots}
    trigger: dict[str, Any] = {"verb": [suggestion.predicate], "actor": ["subject"]}
    others = [s for s, _ in suggestion.slots if s != "subject"]
    if others:
        trigger["target"] = sorted(others, key=lambda s: (_order(s), s))
    shown = ", ".join(f"{slot} {n}" for slot, n in suggestion.slots)
    lines = [f"# {suggestion.predicate}: {suggestion.count} times ({shown})"] if names else []
    lines += [f"#   {sentence}" for sentence in suggestion.sentences]
    body = yaml.safe_dump([trigger], sort_keys=False, default_flow_style=True, width=110).strip()[1:-1]
    return "\n".join([*lines, f"- {body}"])


def _order(slot: str) -> int:
    return _CORE_SLOTS.index(slot) if slot in _CORE_SLOTS else len(_CORE_SLOTS)


Keep = Callable[[Finding], bool]


def within(files: Sequence[Path]) -> Keep:
    """Return whether a finding belongs to one of the files or folders; to all where none is given."""
    names = {f.name for path in files for f in (path.rglob("*.yaml") if path.is_dir() else [path])}
    return lambda finding: not names or finding.where.split(":")[0] in names
