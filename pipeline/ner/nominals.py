"""Descriptions of actors: "Senior Hungarian and Romanian officials", "the platform", "a judge in Spain"."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.ner.lexicon import Noun, lexicon
from pipeline.ner.spot import Ground, Kind, Spot, role_of
from pipeline.syntax import Parse
from pipeline.syntax.roles import core_phrase, full_phrase

_DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "both")
)
_INDEFINITE = frozenset(
    ("a", "an", "some", "any", "another", "every", "each", "no", "many", "several", "few", "all", "most", "other")
)
_EMPTY = frozenset(("whole", "entire", "same", "own", "very", "late"))  # say nothing about who is meant
_CORPORATE = frozenset(("executive", "operating", "financial", "technology", "marketing", "legal", "compliance"))
_SIDED = frozenset(("backed", "owned", "funded", "supported", "aligned", "allied", "linked", "trained", "born", "made"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_KIND_LABEL = {"person": "PERSON", "group": "ORG", "organization": "ORG", "place": "GPE"}


@dataclass(slots=True)
class _Before:
    """What stands before a noun."""

    determiner: str = ""
    definite: bool = False
    possessed: bool = False
    modifiers: set[str] = field(default_factory=set)
    origins: list[tuple[int, str]] = field(default_factory=list)  # token, code of the country or body


def find_nominals(scene: Ground, i: int, noun: Noun, covered: bytearray) -> list[Spot]:
    """Return the nominal mention headed by a noun; several where countries share it ("US and British forces")."""
    parse = scene.parse
    role = scene.roles[i]
    beside = i + 1 < len(parse) and covered[i + 1] and noun.kind == "organization"
    if role == "modifier" and parse.heads[i] > i and not beside:
        return []
    if noun.kind != "organization" and i + 1 < len(parse) and covered[i + 1] and i < parse.heads[i] <= i + 4:
        return []  # part of a name's phrase: "city mayor X"
    first, _ = core_phrase(parse, i)
    if beside and i < parse.heads[i] <= i + 4:
        first = min(first, core_phrase(parse, parse.heads[i])[0])  # "*the* food giant Brell"
    while first >= 2 and parse.words[first - 1] == "-" and parse.sent[first - 2] == parse.sent[i]:
        first -= 2  # "Vietnamese-led forces"
    if parse.lowers[first - 1] == "in" and first < i and parse.words[first].isdigit() and len(parse.words[first]) == 4:
        first += 1  # "In 2016 hackers ..."
    last = i + 1 if beside else full_phrase(parse, i)[1]
    before = _read_before(scene, first, i)
    origins = before.origins
    if noun.word in lexicon().equipment and not any(t in scene.country_at for t, _ in origins):
        return []
    if noun.kind == "organization" and parse.words[i - 1] == "-" and i:
        return []  # "wide-body"
    if not origins:
        code = _origin_after(scene, i, last)
        origins = [(i, code)] if code else []
    elif before.possessed:
        origins = origins[:1]
    plural = parse.tags[i] in ("NNS", "NNPS")
    kind: Kind = "group" if noun.kind == "person" and plural else noun.kind
    shared = len({code for _, code in origins}) > 1
    spots = []
    for k, (token, code) in enumerate(origins if shared else origins[:1] or [(i, "")]):
        whole = not shared or k == len(origins) - 1
        a, b = (token if shared else first), (last if whole else token + 1)
        spots.append(
            Spot(
                first=a,
                last=b,
                head=i,
                form="nominal",
                kind=kind,
                label=_KIND_LABEL[noun.kind],
                words=tuple(parse.words[a:b]) if whole else (parse.words[token], parse.words[i]),
                role=role_of(scene, i),
                sentence=parse.sent[i],
                plural=plural,
                gender=lexicon().gender.get(noun.word, ""),
                noun=noun,
                definite=before.definite,
                determiner=before.determiner,
                modifiers=frozenset(before.modifiers),
                country=code or None,
                sector="business" if noun.word == "officer" and before.modifiers & _CORPORATE else noun.sector,
            )
        )
    return spots


def _read_before(scene: Ground, first: int, head: int) -> _Before:
    parse, out = scene.parse, _Before()
    ethnic = False
    for t in range(first, head):
        lower = parse.lowers[t]
        if lower in _DEFINITE or lower in _INDEFINITE:
            out.determiner = out.determiner or lower
            out.definite = out.definite or lower in _DEFINITE
        elif lower in _POSSESSIVE:
            out.definite = out.possessed = True
        elif lower == "ethnic":
            ethnic = True
        elif t not in scene.country_at and lower not in _EMPTY and parse.pos[t] in ("ADJ", "NOUN", "PROPN", "VERB"):
            out.modifiers.add(lower)
        code = scene.country_at.get(t) or scene.body_at.get(t)
        if code and not ethnic and parse.lowers[t + 1] == "-" and parse.lowers[t + 2] in _SIDED:
            continue  # "US-backed rebels" are not the United States
        if code and not ethnic and all(code != c for _, c in out.origins):
            out.origins.append((t, code))
    # Only countries joined to each other share a noun: "US and British forces", not "U.N. forces in Iraq".
    if len(out.origins) > 1 and not _joined(parse, [t for t, _ in out.origins]):
        out.origins = out.origins[:1]
    return out


def _joined(parse: Parse, tokens: list[int]) -> bool:
    between = parse.lowers[tokens[0] + 1 : tokens[-1]]
    return bool({"and", ",", "or", "-", "/", "&"} & set(between)) and not _POSSESSIVE & set(between)


def _origin_after(scene: Ground, head: int, last: int) -> str | None:
    """Return the code in what follows a noun: "leaders of Romania's new government", "rebels in Darfur"."""
    for t in range(head + 1, last):
        code = scene.country_at.get(t) or scene.body_at.get(t)
        if code:
            return code
    return None
