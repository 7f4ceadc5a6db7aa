"""MEANTIME (NewsReader): CAT XML with tokens, predicates and their participants, certainty, polarity, TIMEX3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from pipeline.errors import ConfigError
from pipeline.evaluate.benchmarks.records import BenchmarkArticle, Filler, Predicate, Timed
from pipeline.evaluate.benchmarks.tokens import TextBuilder

MAPPING = {"Arg0": "subject", "Arg1": "object"}
"""Roles of PropBank -> deep slots; other roles are left out."""

_TIGHT_BEFORE = re.compile(r"[.,;:!?%)\]}’”]|'s|n't|'(re|ve|ll|d|m)")
_TIGHT_AFTER = re.compile(r"[(\[{$“‘]")


def convert(path: Path) -> Iterator[BenchmarkArticle]:
    """Yield the document of a file."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ConfigError(f"{path}: not XML: {error}") from None
    builder, numbers, sentences = _text(root)
    markables = root.find("Markables")
    if not numbers or markables is None:
        raise ConfigError(f"{path}: no tokens or no Markables; is it a CAT file?")
    spans: dict[str, tuple[int, int]] = {}
    heads: dict[str, list[str]] = {}
    for markable in markables:
        anchors = [numbers[a.get("t_id", "")] for a in markable.iter("token_anchor") if a.get("t_id") in numbers]
        if anchors:
            spans[markable.get("m_id", "")] = builder.span(min(anchors), max(anchors))
    relations = root.find("Relations")
    for relation in relations if relations is not None else ():
        entity = relation.find("target")
        if relation.tag == "REFERS_TO" and entity is not None:
            group = [source.get("m_id", "") for source in relation.iter("source")]
            heads.setdefault(entity.get("m_id", ""), []).extend(group)
    alike = {m: [spans[o] for o in group if o in spans] for group in heads.values() for m in group}
    predicates, dates = _markables(markables, spans)
    for relation in relations if relations is not None else ():
        role = MAPPING.get(relation.get("sem_role", ""))
        source, target = relation.find("source"), relation.find("target")
        if relation.tag == "HAS_PARTICIPANT" and role and source is not None and target is not None:
            predicate = predicates.get(source.get("m_id", ""))
            filler = target.get("m_id", "")
            if predicate is not None and filler in spans:
                predicate.roles.append(Filler(role=role, spans=alike.get(filler) or [spans[filler]]))
    annotated = [n for n, s in sentences.items() if s <= _last_sentence(predicates, builder, sentences)]
    published = next((d for d in markables.iter("TIMEX3") if d.get("functionInDocument") == "CREATION_TIME"), None)
    day = re.match(r"\d{4}-\d\d-\d\d", published.get("value", "")) if published is not None else None
    yield BenchmarkArticle(
        id=path.stem,
        text=builder.text,
        published=date.fromisoformat(day[0]) if day else None,
        annotated_end=builder.spans[max(annotated)][1] if annotated else None,
        dates=dates,
        predicates=list(predicates.values()),
    )


def _text(root: ElementTree.Element) -> tuple[TextBuilder, dict[str, int], dict[int, int]]:
    builder, numbers, sentences = TextBuilder(), dict[str, int](), dict[int, int]()
    tokens = list(root.iter("token"))
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        word = token.text or ""
        ends = following is not None and following.get("sentence") != token.get("sentence")
        tight = following is not None and bool(_TIGHT_BEFORE.match(following.text or ""))
        number = builder.add(word, space=ends or not (tight or _TIGHT_AFTER.fullmatch(word)))
        numbers[token.get("t_id", "")] = number
        sentences[number] = int(token.get("sentence", "0"))
    return builder, numbers, sentences


def _markables(
    markables: ElementTree.Element, spans: dict[str, tuple[int, int]]
) -> tuple[dict[str, Predicate], list[Timed]]:
    predicates: dict[str, Predicate] = {}
    dates: list[Timed] = []
    for markable in markables:
        identity = markable.get("m_id", "")
        if identity not in spans:
            continue
        start, end = spans[identity]
        if markable.tag == "EVENT_MENTION":
            predicates[identity] = Predicate(start=start, end=end, fact=_fact(markable))
        elif markable.tag == "TIMEX3":
            kind, value = markable.get("type", ""), markable.get("value", "")
            dates.append(Timed(start=start, end=end, kind=kind, value=value))
    return predicates, sorted(dates, key=lambda d: d.start)


def _fact(markable: ElementTree.Element) -> bool | None:
    certainty, polarity = markable.get("certainty", ""), markable.get("polarity", "")
    if certainty not in ("CERTAIN", "PROBABLE", "POSSIBLE") or polarity not in ("POS", "NEG"):
        return None
    special = markable.get("special_cases", "NONE") in ("NONE", "")
    return certainty == "CERTAIN" and polarity == "POS" and markable.get("time") != "FUTURE" and special


def _last_sentence(predicates: dict[str, Predicate], builder: TextBuilder, sentences: dict[int, int]) -> int:
    """The last sentence with a marked predicate: MEANTIME annotates the beginnings of its articles."""
    starts = {p.start for p in predicates.values()}
    return max((s for n, s in sentences.items() if builder.spans[n][0] in starts), default=-1)
